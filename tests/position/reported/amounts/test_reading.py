"""Numbers that measure something, with their units; and numbers that do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Alternate, Span
from accord.position.reported.amounts import Amount, find_amounts


def amounts(text: str) -> list[Amount]:
    return list(find_amounts(text, Span(0, len(text)))) if text else []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a fund of $60 billion", 60e9, "USD"),
        (r"around \$60 billion", 60e9, "USD"),
        ("a €50bn plan", 50e9, "EUR"),
        ("£2.5m in cash", 2.5e6, "GBP"),
        ("USD 3.2 million", 3.2e6, "USD"),
        ("3.2 million USD", 3.2e6, "USD"),
        ("two million pounds", 2e6, "GBP"),
        ("half a million euros", 5e5, "EUR"),
        ("300 billion dollars a year", 300e9, "USD"),
        ("85 million crowns", 85e6, "crowns"),
        ("52 percent of them", 52, "percent"),
        ("a raise of 4.1%", 4.1, "percent"),
        ("6.5 per cent", 6.5, "percent"),
        ("down 4.5 percentage points", 4.5, "percentage points"),
        ("14,000 merchant ships passed", 14000, "ships"),
        ("13,299 people from seven states", 13299, "people"),
        ("300 soldiers left", 300, "soldiers"),
        ("300,000 tonnes of steel", 300000, "tonnes"),
        ("twenty-five million tonnes", 25e6, "tonnes"),
    ],
)
def test_amounts_shares_and_counts_are_read(text: str, value: float, unit: str) -> None:
    (amount,) = amounts(text)

    assert amount.value == pytest.approx(value)
    assert amount.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "on 5 September 2031",
        "in 2031 and 2032",
        "Article 5 protections",
        "Resolution 2202 says",
        "the 1961 navigation treaty",
        "2. Demands of the islands",
        "the 15th meetings",
        "at 9 am",
        "at 16:55 hours",
        "a 300-page report",
        "a 48-hour strike",
        "aged 63, she left",
        "Ve-27 jets",
        "the G7 nations",
        "two sides met",
        "three ships carrying troops",
        "they will not pay a cent",
        "nine days later",
        "section 3.2.1 rules",
        "Between 14 and 21 March",
        "",
    ],
)
def test_dates_references_and_small_words_measure_nothing(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "approximate", "low", "high"),
    [
        ("about 300 ships", True, None, None),
        ("nearly 50 nations", True, None, None),
        ("some 300 soldiers", True, None, None),
        ("more than 300 ships", False, 300, None),
        ("at least 300 ships", False, 300, None),
        ("up to 300 ships", False, None, 300),
        ("300 ships", False, None, None),
    ],
)
def test_words_before_a_number_make_it_inexact_or_an_end(
    text: str,
    *,
    approximate: bool,
    low: float | None,
    high: float | None,
) -> None:
    (amount,) = amounts(text)

    assert (amount.value, amount.approximate) == (
        300 if "300" in text else 50,
        approximate,
    )
    assert (amount.low, amount.high) == (low, high)
    assert amount.start == 0


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 90 and 110 million euros", 90e6, 110e6, "EUR"),
        ("$20–30 billion", 20e9, 30e9, "USD"),
        ("from 20 to 30 percent", 20, 30, "percent"),
        ("10,000-15,000 troops", 10000, 15000, "troops"),
    ],
)
def test_a_range_has_two_ends_in_one_scale(
    text: str, low: float, high: float, unit: str
) -> None:
    (amount,) = amounts(text)

    assert (amount.value, amount.low, amount.high) == (None, low, high)
    assert amount.unit == unit


def test_a_conversion_in_brackets_is_the_same_amount() -> None:
    text = "It cost £2.5 billion ($3.2 billion) in all, and 40 million euros more."

    one, other = amounts(text)

    assert one.alternate == Alternate(3.2e9, "USD")
    assert text[one.start : one.end] == "£2.5 billion ($3.2 billion)"
    assert other.alternate is None


def test_another_number_in_brackets_is_no_conversion() -> None:
    kinds = [(a.unit, a.alternate) for a in amounts("52 percent (1,200 voters)")]

    assert kinds == [("percent", None), ("voters", None)]


@settings(max_examples=100)
@given(st.text(alphabet="0123456789 .,-–$€%()abmnkgto\n", max_size=80))
def test_amounts_are_in_order_apart_and_within_the_text(text: str) -> None:
    found = amounts(text)

    at = 0
    for amount in found:
        assert at <= amount.start < amount.end <= len(text)
        at = amount.end


def test_a_long_run_of_digits_does_not_hang() -> None:
    assert amounts("1,234 " * 30_000 + "ships")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Duties of between 12.5% and 31% apply.", [(None, 12.5, 31.0, "percent")]),
        (
            "Tariffs go from 10 per cent to 25 per cent.",
            [(None, 10.0, 25.0, "percent")],
        ),
        (
            "It lacks 3.5 billion euros in 2028 and 4.1 billion in 2029.",
            [(3.5e9, None, None, "EUR"), (4.1e9, None, None, "EUR")],
        ),
        ("The letter of 20 January speaks of it.", []),
        ("The truce was broken 14 times since May.", [(14.0, None, None, "times")]),
        ("It is 14 times the usual rate.", []),
        ("Two soldiers were killed.", [(2.0, None, None, "soldiers")]),
        ("Two soldiers met.", []),
    ],
)
def test_two_numbers_are_one_range_only_where_the_words_say_so(
    text: str, figures: list[tuple[float | None, float | None, float | None, str]]
) -> None:
    found = find_amounts(text, Span(0, len(text)))
    assert [(one.value, one.low, one.high, one.unit) for one in found] == figures
