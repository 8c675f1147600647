from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.dates import find_dates


def days(words: str, anchor: date | None = date(2024, 4, 2)) -> list[tuple[str, str]]:
    return [
        (str(found.when.start), str(found.when.end))
        for found in find_dates(words, anchor=anchor)
    ]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("over Easter", "2024-03-31", "2024-03-31"),
        ("on Good Friday 1998", "1998-04-10", "1998-04-10"),
        ("for Orthodox Easter", "2024-05-05", "2024-05-05"),
        ("during Ramadan", "2024-03-11", "2024-04-09"),
        ("at Christmas", "2023-12-25", "2023-12-25"),
        ("It will end by Christmas", "2024-12-25", "2024-12-25"),
        ("on Boxing Day", "2023-12-26", "2023-12-26"),
        ("before Thanksgiving 2023", "2023-11-23", "2023-11-23"),
        ("until next Easter", "2025-04-20", "2025-04-20"),
    ],
)
def test_feasts_are_days(words: str, start: str, end: str) -> None:
    assert days(words) == [(start, end)]


@pytest.mark.parametrize(
    "words", ["over Christmas trees", "in Easter Island", "a merry Christmas to all"]
)
def test_what_is_named_after_a_feast_is_none(words: str) -> None:
    assert days(words) == []


def test_a_feast_without_year_or_day_of_publication_is_left_out() -> None:
    assert days("over Easter", anchor=None) == []


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_of_spring_in_both_churches(year: int) -> None:
    for name, last in (("Easter", (4, 25)), ("Orthodox Easter", (5, 10))):
        (found,) = find_dates(f"on {name} {year}", anchor=None)
        day = found.when.start
        assert day is not None
        assert day.weekday() == 6
        assert (3, 22) <= (day.month, day.day) <= last
