"""Dates in running text, counted from the day of publication."""

from datetime import date

import pytest

from accord.text.dates import find_dates

FRIDAY = date(2031, 5, 9)


def starts(text: str, anchor: date | None = FRIDAY) -> list[str | None]:
    found = find_dates(text, anchor=anchor)
    return [d.when.start and d.when.start.isoformat() for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed on 3 May 2031", "2031-05-03"),
        ("signed on May 3", "2031-05-03"),
        ("on 2031-05-03", "2031-05-03"),
        ("They met on Friday.", "2031-05-09"),
        ("They met on Monday.", "2031-05-05"),
        ("since March 2030", "2030-03-01"),
        ("last month", "2031-04-01"),
        ("yesterday", "2031-05-08"),
        ("from 16-18 May 2031", "2031-05-16"),
    ],
)
def test_dates_are_counted_from_the_day_of_publication(
    text: str, expected: str
) -> None:
    assert starts(text) == [expected]


def test_without_a_day_to_count_from_a_date_stays_unresolved() -> None:
    assert starts("They met on Monday.", anchor=None) == [None]


@pytest.mark.parametrize(
    "text", ["They may march on.", "12 percent", "3-2", "Article 5"]
)
def test_words_that_look_like_dates_are_none(text: str) -> None:
    assert starts(text) == []


def test_the_words_of_a_date_stand_at_its_place() -> None:
    text = "The pact, signed on 3 May 2031, holds."

    (found,) = find_dates(text, anchor=None)

    assert text[found.start : found.end] == found.when.text == "3 May 2031"
