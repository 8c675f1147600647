"""Numbers in words: bounds, shares, and nouns that stand beside another number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Span
from accord.position.reported.amounts import Amount, find_amounts


def amounts(text: str) -> list[Amount]:
    return list(find_amounts(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Hundreds of thousands of people marched", 200_000, "people"),
        ("Dozens of houses burned", 24, "houses"),
        ("tens of billions of dollars", 2e10, "USD"),
        ("several thousand farmers", 2000, "farmers"),
        ("a few hundred old ships", 200, "ships"),
    ],
)
def test_a_vague_number_has_a_lower_end_only(text: str, low: float, unit: str) -> None:
    (amount,) = amounts(text)

    assert (amount.value, amount.low, amount.high) == (None, low, None)
    assert (amount.unit, amount.approximate) == (unit, True)


def test_a_couple_of_dozen_is_about_two_dozen() -> None:
    (amount,) = amounts("a couple of dozen protesters")

    assert (amount.value, amount.approximate) == (24.0, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two-thirds of voters", 200 / 3),
        ("half of those asked", 50),
        ("half the seats", 50),
        ("a quarter of the catch", 25),
        ("one in five children", 20),
        ("three out of ten respondents", 30),
    ],
)
def test_shares_in_words_are_parts_of_a_hundred(text: str, value: float) -> None:
    (amount,) = amounts(text)

    assert amount.value == pytest.approx(value)
    assert amount.unit == "percent"


@pytest.mark.parametrize(
    "text",
    [
        "the second half of the game",
        "half of the year",
        "half of a loaf",
        "the approval of two-thirds of members",
        "five in 2014",
        "one in three years",
    ],
)
def test_parts_of_time_and_quotas_are_no_shares(text: str) -> None:
    assert not [one for one in amounts(text) if one.unit == "percent"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It won 151 of 300 seats", [(151, "seats"), (300, "seats")]),
        ("It passed by 217 votes to 213", [(217, "votes"), (213, "votes")]),
        (
            "It killed 17 civilians and four children",
            [(17, "civilians"), (4, "children")],
        ),
        ("Four children sang", []),
        ("About a dozen states abstained", [(12, "states")]),
        ("Forty-one sailors left", [(41, "sailors")]),
        ("Some 300 or so tanks", [(300, "tanks")]),
    ],
)
def test_the_noun_may_stand_beside_another_number(
    text: str, counted: list[tuple[float, str]]
) -> None:
    assert [(one.value, one.unit) for one in amounts(text)] == counted


def test_a_margin_of_error_is_in_percentage_points() -> None:
    (margin,) = amounts("It has a margin of error of plus or minus 3 points.")

    assert (margin.value, margin.unit) == (3.0, "percentage points")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            "half of,one in five,dozens of,several thousand,(62 km),24 miles,votes to,seats,217,"
            "people,and,the,£3m,a third of".split(",")
        ),
        min_size=1,
        max_size=12,
    ).map(" ".join)
)
def test_amounts_stand_apart_in_text_order(text: str) -> None:
    at = 0
    for amount in amounts(text):
        assert at <= amount.start < amount.end <= len(text)
        at = amount.end


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Nearly nine-tenths of it is dry.", 90.0),
        ("They must cut it by a third within a year.", 100 / 3),
        ("Prices are a fifth above last year's.", 20.0),
        ("Less than half the 700 agreed came.", 50.0),
        ("½ of the level is left.", 50.0),
        ("“Nine out of ten” lorries are empty.", 90.0),
        ("One in eight jobs is at risk.", 12.5),
    ],
)
def test_a_share_in_words_is_a_part_of_a_hundred(text: str, share: float) -> None:
    found = next(find_amounts(text, Span(0, len(text))))
    assert found.unit == "percent"
    assert found.value == pytest.approx(share)
