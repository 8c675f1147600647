from datetime import date

import pytest

from accord.text.dates import find_dates

DAY = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the fourth quarter", "2023-10-01", "2023-12-31"),
        ("in Q1", "2024-01-01", "2024-03-31"),
        ("The sale will close in Q3", "2024-07-01", "2024-09-30"),
        ("in the first half of 2023", "2023-01-01", "2023-06-30"),
        ("the second half of this year", "2024-07-01", "2024-12-31"),
        ("the second half of March", "2024-03-16", "2024-03-31"),
        ("by the end of the quarter", "2024-06-01", "2024-06-30"),
        ("the start of next quarter", "2024-07-01", "2024-07-31"),
        ("the early 1990s", "1990-01-01", "1994-12-31"),
        ("the late 1980s", "1985-01-01", "1989-12-31"),
        ("over the past decade", "2014-05-02", "2024-05-01"),
        ("in the past 24 hours", "2024-05-01", "2024-05-02"),
        ("the fiscal year ending 31 March 2024", "2023-04-01", "2024-03-31"),
        ("the fiscal year ended in June 2023", "2022-07-01", "2023-06-30"),
        ("the 2023/24 season", "2023-01-01", "2024-12-31"),
        ("last winter", "2023-12-01", "2024-02-29"),
        ("next spring", "2025-03-01", "2025-05-31"),
        ("this autumn", "2024-09-01", "2024-11-30"),
        ("Talks failed in the autumn.", "2023-09-01", "2023-11-30"),
        ("It will end in the autumn.", "2024-09-01", "2024-11-30"),
    ],
)
def test_parts_are_stretches(words: str, start: str, end: str) -> None:
    (found,) = find_dates(words, anchor=DAY)
    assert (str(found.when.start), str(found.when.end)) == (start, end)


@pytest.mark.parametrize(
    "words",
    [
        "the fall of the town",
        "hard to win in the fall.",
        "in spring water",
        "in the first half",
        "a 2023/51 law",
    ],
)
def test_words_that_only_look_so_are_no_parts(words: str) -> None:
    assert list(find_dates(words, anchor=DAY)) == []
