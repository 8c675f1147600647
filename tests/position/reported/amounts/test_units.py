"""Money of many states, measures and what is no unit."""

import pytest

from accord.model import Alternate, Span
from accord.position.reported.amounts import Amount, find_amounts


def amounts(text: str) -> list[Amount]:
    return list(find_amounts(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Rs 5 crore", 5e7, "INR"),
        ("₹2.5 lakh", 2.5e5, "INR"),
        ("NT$300", 300, "TWD"),
        ("R40 billion", 4e10, "ZAR"),
        ("KSh 12 billion", 1.2e10, "KES"),
        ("RMB 7 million", 7e6, "CNY"),
        ("900 million Czech crowns", 9e8, "CZK"),
        ("900 million crowns", 9e8, "crowns"),
        ("12 billion Swedish kronor", 1.2e10, "SEK"),
        ("20 billion Philippine pesos", 2e10, "PHP"),
        ("60 billion Egyptian pounds", 6e10, "EGP"),
        ("300 billion CFA francs", 3e11, "CFA francs"),
        ("14 bn zł", 1.4e10, "PLN"),
        ("12 km", 12, "kilometres"),
        ("a 30-kilometre zone", 30, "kilometres"),
        ("500kg", 500, "kilograms"),
        ("62 sq km", 62, "square kilometres"),
        ("1.5°C of warming", 1.5, "degrees Celsius"),
        ("600 MW", 600, "megawatts"),
        ("25 basis points", 25, "basis points"),
    ],
)
def test_units_are_named_in_one_way(text: str, value: float, unit: str) -> None:
    (amount,) = amounts(text)

    assert amount.value == pytest.approx(value)
    assert amount.unit == unit


@pytest.mark.parametrize(
    "text", ["try 3 more", "rs 5 of them", "in annex R 40", "the 12 real reasons why"]
)
def test_words_that_look_like_signs_are_no_money(text: str) -> None:
    assert not [one for one in amounts(text) if one.unit.isupper()]


def test_a_measure_may_be_told_in_another_one() -> None:
    (area,) = amounts("It covers 24 square miles (62 sq km).")

    assert area.unit == "square miles"
    assert area.alternate == Alternate(62.0, "square kilometres")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("310 million € was lent", 310e6, "EUR"),
        ("&euro;310m was lent", 310e6, "EUR"),
        ("EUR310m was lent", 310e6, "EUR"),
        ("a cut of 22&nbsp;% was made", 22.0, "percent"),
        ("some 12&#8239;400 tonnes", 12400.0, "tonnes"),
        ("a rise of 5 pct", 5.0, "percent"),
        ("12 400 tonnes of it", 12400.0, "tonnes"),
        ("a dam 138m tall", 138.0, "metres"),
        ("above 55 decibels", 55.0, "decibels"),
    ],
)
def test_unusual_signs_and_spaces_are_read(text: str, value: float, unit: str) -> None:
    [found] = find_amounts(text, Span(0, len(text)))
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500 or more people", 500.0, None),
        ("500-plus people", 500.0, None),
        ("up to around 30 people", None, 30.0),
        ("at least some 40 people", 40.0, None),
        ("40 people or so", None, None),
    ],
)
def test_what_stands_beside_a_number_limits_it(
    text: str, low: float | None, high: float | None
) -> None:
    [found] = find_amounts(text, Span(0, len(text)))
    assert (found.low, found.high) == (low, high)


def test_a_conversion_may_follow_a_rate() -> None:
    text = "the flow is 310 cubic metres a second (about 10,900 cubic feet)"
    [found] = find_amounts(text, Span(0, len(text)))
    assert found.alternate is not None
    assert (found.alternate.value, found.alternate.unit) == (10900.0, "cubic feet")
