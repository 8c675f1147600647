from datetime import date

import pytest

from accord.text.dates import find_dates

THURSDAY = date(2024, 1, 18)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Friday week.", "2024-01-26", "2024-01-26"),
        ("a week on Monday", "2024-01-29", "2024-01-29"),
        ("on Tuesday next.", "2024-01-23", "2024-01-23"),
        ("on Friday last.", "2024-01-12", "2024-01-12"),
        ("on Thursday last.", "2024-01-11", "2024-01-11"),
        ("this coming Friday", "2024-01-19", "2024-01-19"),
        ("the day before yesterday", "2024-01-16", "2024-01-16"),
        ("the day after tomorrow", "2024-01-20", "2024-01-20"),
        ("on the 12th.", "2024-01-12", "2024-01-12"),
        ("on the 20th.", "2023-12-20", "2023-12-20"),
        ("It will end on the 20th.", "2024-01-20", "2024-01-20"),
        ("It will end on the 12th.", "2024-02-12", "2024-02-12"),
        ("yours of 3rd inst.", "2024-01-03", "2024-01-03"),
        ("yours of 3rd ult.", "2023-12-03", "2023-12-03"),
        ("on Tuesday, 9 January", "2024-01-09", "2024-01-09"),
        ("on Tuesday, January 10", "2023-01-10", "2023-01-10"),
        ("on Monday, March 4, 2024", "2024-03-04", "2024-03-04"),
        ("in November last year", "2023-11-01", "2023-11-30"),
        ("on 6 March next year", "2025-03-06", "2025-03-06"),
        ("in December ’19", "2019-12-01", "2019-12-31"),
        ("in August 99.", "1999-08-01", "1999-08-31"),
        ("the spirit of ’68", "1968-01-01", "1968-12-31"),
        ("the first Monday of next month", "2024-02-05", "2024-02-05"),
        ("the last Friday of the month", "2024-01-26", "2024-01-26"),
        ("in calendar week 31 of 2024", "2024-07-29", "2024-08-04"),
        ("from 29 January to 2 February", "2024-01-29", "2024-02-02"),
        ("from 29 December to 2 January", "2023-12-29", "2024-01-02"),
        ("1 March 2021 to 30 June 2023", "2021-03-01", "2023-06-30"),
        ("between 28 November and 3 December", "2023-11-28", "2023-12-03"),
        ("between Nov. 28 and Dec. 3, 2022", "2022-11-28", "2022-12-03"),
        ("from Monday to Wednesday", "2024-01-15", "2024-01-17"),
        ("It will stay Monday to Wednesday", "2024-01-22", "2024-01-24"),
    ],
)
def test_words_mean_these_days(words: str, start: str, end: str) -> None:
    (found,) = find_dates(words, anchor=THURSDAY)
    assert (str(found.when.start), str(found.when.end)) == (start, end)


@pytest.mark.parametrize(
    "words", ["on the 31st", "in August 45 people", "the 12th man", "from ’68 to it"]
)
def test_words_that_only_look_so_are_no_days(words: str) -> None:
    found = find_dates(words, anchor=date(2024, 3, 18))
    assert [one for one in found if one.when.precision == "day"] == []


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("In May 2022 they spoke; the previous month they had not.", "2022-04-01"),
        ("It fell in 2014. A year later it stood.", "2015-01-01"),
        ("On 2 January they met; the following Monday they parted.", "2024-01-08"),
        ("It burned. The previous month was calm.", "None"),
    ],
)
def test_what_is_counted_from_a_date_needs_one_exact_enough(
    words: str, start: str
) -> None:
    *_, last = find_dates(words, anchor=THURSDAY)
    assert str(last.when.start) == start
