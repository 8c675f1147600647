from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.dates import find_dates
from accord.text.dates.stretches import find_stretches

DAY = date(2024, 5, 16)  # a Thursday


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the 21st century", "2000-01-01", "2099-12-31"),
        ("the third quarter of 2016", "2016-07-01", "2016-09-30"),
        ("the first quarter of the year", "2024-01-01", "2024-03-31"),
        ("last quarter", "2024-01-01", "2024-03-31"),
        ("the first week of March", "2024-03-04", "2024-03-10"),
        ("Oct. 2 to Nov. 22, 2023", "2023-10-02", "2023-11-22"),
        ("from March to May 2020", "2020-03-01", "2020-05-31"),
        ("between November and March", "2023-11-01", "2024-03-31"),
        ("from 2014 to 2018", "2014-01-01", "2018-12-31"),
        ("the past three days", "2024-05-13", "2024-05-15"),
        ("the next two weeks", "2024-05-17", "2024-05-30"),
        ("the last four months of 2021", "2021-09-01", "2021-12-31"),
        ("the rest of the month", "2024-05-16", "2024-05-31"),
        ("the end of March", "2024-03-16", "2024-03-31"),
        ("the beginning of May 2022", "2022-05-01", "2022-05-15"),
        ("by the end of next week", "2024-05-23", "2024-05-26"),
        ("the end of the year", "2024-09-01", "2024-12-31"),
        ("the first Monday of April", "2024-04-01", "2024-04-01"),
        ("the last Friday in May 2023", "2023-05-26", "2023-05-26"),
        ("the 2016-11 issue", "2016-11-01", "2016-11-30"),
        ("the 2011-12 season", "2011-01-01", "2012-12-31"),
        ("the 2007-09 crisis", "2007-01-01", "2009-12-31"),
        ("the winter of 2004-5", "2004-01-01", "2005-12-31"),
        ("2 percent for the month", "2024-05-01", "2024-05-31"),
        ("the past few days", "2024-05-10", "2024-05-15"),
        ("the end of 2022", "2022-09-01", "2022-12-31"),
        ("earlier in the week", "2024-05-13", "2024-05-15"),
        ("last weekend", "2024-05-11", "2024-05-12"),
        ("the next decade", "2030-01-01", "2039-12-31"),
    ],
)
def test_words_mean_these_days(words: str, start: str, end: str) -> None:
    (found,) = find_dates(f"It fell {words}, she says.", anchor=DAY)
    assert (str(found.when.start), str(found.when.end)) == (start, end)
    assert found.rule


@pytest.mark.parametrize(
    "words",
    [
        "later in the day.",
        "in 2016 - 11 people",
        "the end of the line",
        "score 2016-99",
        "within two weeks",
        "player of the year.",
        "31 apples",
        "the second half",
        "in march step",
        "between two chairs",
    ],
)
def test_other_words_are_no_stretch_of_time(words: str) -> None:
    assert list(find_stretches(words, anchor=DAY)) == []


def test_a_limit_is_a_date_only_of_what_is_to_come() -> None:
    (found,) = find_dates("Talks will resume within five days.", anchor=DAY)
    assert (found.when.start, found.when.end) == (DAY, date(2024, 5, 21))


def test_a_weekend_to_come_is_not_the_last_one() -> None:
    (ahead,) = find_dates("They will meet at the weekend.", anchor=DAY.replace(day=14))
    (back,) = find_dates("They met at the weekend.", anchor=DAY.replace(day=14))
    assert (str(ahead.when.start), str(back.when.start)) == ("2024-05-18", "2024-05-11")


def test_without_a_day_to_count_from_only_named_years_are_told() -> None:
    found = find_stretches("last quarter; the 1980s; the next two weeks", anchor=None)
    assert [rule for *_, rule in found] == ["decade"]


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(2, 50))
def test_past_and_next_days_lie_on_both_sides_of_the_day(day: date, count: int) -> None:
    text = f"the past {count} days and the next {count} days"
    (_, _, past, _), (_, _, ahead, _) = find_stretches(text, anchor=day)
    assert None not in {past.start, past.end, ahead.start, ahead.end}
    assert (past.end - past.start).days + 1 == count
    assert (ahead.end - ahead.start).days + 1 == count
    assert past.end < day < ahead.start


def test_a_stretch_and_the_dates_within_it_do_not_overlap() -> None:
    text = "From Oct. 2 to Nov. 22, 2023, and on Dec. 1, 2023, it rained."
    spans = [(one.start, one.end) for one in find_dates(text, anchor=DAY)]
    assert len(spans) == 2
    assert spans[0][1] <= spans[1][0]
