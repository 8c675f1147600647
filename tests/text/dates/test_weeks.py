from datetime import date

import pytest

from accord.text.dates import find_dates

DAY = date(2025, 4, 9)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the week of 18 August 2025", "2025-08-18", "2025-08-24"),
        ("in the week beginning Monday, 14 April", "2025-04-14", "2025-04-20"),
        ("in the week to April 4", "2025-03-29", "2025-04-04"),
        ("in the three months to June", "2024-04-01", "2024-06-30"),
        ("in the year to March 2024", "2023-04-01", "2024-03-31"),
        ("in two weeks' time", "2025-04-21", "2025-04-27"),
        ("in a month’s time", "2025-05-01", "2025-05-31"),
    ],
)
def test_a_stretch_is_told_by_a_day_in_it(words: str, start: str, end: str) -> None:
    [found] = find_dates(f"It happens {words}.", anchor=DAY)
    told = found.when.start and found.when.end
    assert told
    assert (str(found.when.start), str(found.when.end)) == (start, end)


def test_without_a_day_of_publication_a_week_without_a_year_stays_open() -> None:
    found = list(find_dates("In the week of 18 August they met.", anchor=None))
    assert [one.when.start for one in found] == [None]


def test_a_month_in_lower_case_is_a_verb() -> None:
    assert not list(find_dates("He gave her a year to march on.", anchor=DAY))
