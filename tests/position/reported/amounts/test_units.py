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
