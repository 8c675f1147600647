from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Span
from accord.text.dates import find_dates

THURSDAY = date(2024, 1, 18)


def found(text: str, anchor: date | None = THURSDAY) -> list[tuple[Any, ...]]:
    return [
        (
            d.when.text,
            str(d.when.start) if d.when.start else None,
            str(d.when.end) if d.when.end else None,
            d.when.precision,
            d.when.state,
        )
        for d in find_dates(text, anchor=anchor)
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "state"),
    [
        # Whole dates
        ("on 14 February 2024", "2024-02-14", "2024-02-14", "day", "explicit"),
        ("on February 14, 2024", "2024-02-14", "2024-02-14", "day", "explicit"),
        ("on 3rd of May 2021", "2021-05-03", "2021-05-03", "day", "explicit"),
        ("on 2022-03-01", "2022-03-01", "2022-03-01", "day", "explicit"),
        ("on Feb. 3, 2023", "2023-02-03", "2023-02-03", "day", "explicit"),
        # Without a year: the last one, or one close ahead
        ("on January 12", "2024-01-12", "2024-01-12", "day", "resolved"),
        ("on December 24", "2023-12-24", "2023-12-24", "day", "resolved"),
        ("on 24 December", "2023-12-24", "2023-12-24", "day", "resolved"),
        ("on February 16", "2024-02-16", "2024-02-16", "day", "resolved"),
        # Ranges
        ("February 16-18", "2024-02-16", "2024-02-18", "range", "resolved"),
        ("16 to 18 May 2023", "2023-05-16", "2023-05-18", "range", "explicit"),
        # Months, parts, years, seasons
        ("in July 2023", "2023-07-01", "2023-07-31", "month", "explicit"),
        ("in December", "2023-12-01", "2023-12-31", "month", "resolved"),
        ("in January", "2024-01-01", "2024-01-31", "month", "resolved"),
        ("in late January", "2024-01-16", "2024-01-31", "range", "resolved"),
        ("in early May 2022", "2022-05-01", "2022-05-15", "range", "explicit"),
        ("in mid-December", "2023-12-10", "2023-12-20", "range", "resolved"),
        ("in late 2021", "2021-09-01", "2021-12-31", "range", "explicit"),
        ("in 2014", "2014-01-01", "2014-12-31", "year", "explicit"),
        ("in the summer of 2020", "2020-06-01", "2020-08-31", "range", "explicit"),
        ("last summer", "2023-06-01", "2023-08-31", "range", "resolved"),
        ("in winter 2020", "2020-12-01", "2021-02-28", "range", "explicit"),
        # Weekdays: the day itself counts
        ("on Thursday", "2024-01-18", "2024-01-18", "day", "resolved"),
        ("on Wednesday", "2024-01-17", "2024-01-17", "day", "resolved"),
        ("on Friday", "2024-01-12", "2024-01-12", "day", "resolved"),
        ("last Friday", "2024-01-12", "2024-01-12", "day", "resolved"),
        ("last Thursday", "2024-01-11", "2024-01-11", "day", "resolved"),
        ("next Monday", "2024-01-22", "2024-01-22", "day", "resolved"),
        ("this Tuesday", "2024-01-16", "2024-01-16", "day", "resolved"),
        # Counted from the day of publication
        ("yesterday", "2024-01-17", "2024-01-17", "day", "resolved"),
        ("today", "2024-01-18", "2024-01-18", "day", "resolved"),
        ("this morning", "2024-01-18", "2024-01-18", "day", "resolved"),
        ("last night", "2024-01-17", "2024-01-17", "day", "resolved"),
        ("two days ago", "2024-01-16", "2024-01-16", "day", "resolved"),
        ("a week ago", "2024-01-08", "2024-01-14", "range", "resolved"),
        ("three months ago", "2023-10-01", "2023-10-31", "month", "resolved"),
        ("2 years ago", "2022-01-01", "2022-12-31", "year", "resolved"),
        ("last week", "2024-01-08", "2024-01-14", "range", "resolved"),
        ("last month", "2023-12-01", "2023-12-31", "month", "resolved"),
        ("last year", "2023-01-01", "2023-12-31", "year", "resolved"),
        ("this week", "2024-01-15", "2024-01-21", "range", "resolved"),
        ("earlier this week", "2024-01-15", "2024-01-17", "range", "resolved"),
        ("earlier this month", "2024-01-01", "2024-01-17", "range", "resolved"),
        ("later this month", "2024-01-18", "2024-01-31", "range", "resolved"),
        ("next year", "2025-01-01", "2025-12-31", "year", "resolved"),
    ],
)
def test_a_phrase_means_these_days(
    text: str, start: str, end: str, precision: str, state: str
) -> None:
    assert [row[1:] for row in found(f"He spoke {text}, she says.")] == [
        (start, end, precision, state)
    ]


@pytest.mark.parametrize(
    "text", ["on Thursday", "last month", "January 12", "in July", "two days ago"]
)
def test_without_a_day_to_count_from_a_date_stays_unresolved(text: str) -> None:
    ((_, start, end, precision, state),) = found(f"He spoke {text}.", anchor=None)
    assert (start, end, precision, state) == (None, None, None, "unresolved")


@pytest.mark.parametrize("text", ["14 February 2024", "in July 2023", "2022-03-01"])
def test_a_whole_date_needs_no_day_to_count_from(text: str) -> None:
    assert found(f"He spoke {text}.", anchor=None)[0][4] == "explicit"


@pytest.mark.parametrize(
    "text",
    [
        "They may come, and they march on.",
        "The sun set; it was a sun like no other.",
        "A second helping of May's pie",
        "in 2022 ships sailed 40 miles",
        "March of the dockers, Augusta, Marching",
        "Number 12 of 2024-13-45",
    ],
)
def test_words_that_look_like_dates_are_none(text: str) -> None:
    assert [row for row in found(text) if row[3] == "day"] == []


def test_the_previous_day_is_counted_from_the_date_before_it() -> None:
    rows = found("He came on January 12. The previous day it rained.")
    assert [row[1] for row in rows] == ["2024-01-12", "2024-01-11"]


def test_the_previous_day_after_a_vague_date_is_unresolved() -> None:
    rows = found("Earlier this month it rained; the previous day too.")
    assert rows[1][4] == "unresolved"


def test_days_later_are_counted_from_the_date_before() -> None:
    rows = found("He came on May 3, 2023 and left two days later.")
    assert rows[1][1] == "2023-05-05"


def test_a_few_days_ago_is_the_whole_stretch_that_it_may_mean() -> None:
    assert [row[1:] for row in found("He left a few days ago.")] == [
        ("2024-01-12", "2024-01-16", "range", "resolved")
    ]


@pytest.mark.parametrize("text", ["several weeks ago", "some years later"])
def test_what_gives_no_number_stays_unresolved(text: str) -> None:
    assert found(f"He left {text}.")[0][4] == "unresolved"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in may", "2023-05-01", "2023-05-31"),
        ("on Dec31 , 1994", "1994-12-31", "1994-12-31"),
        ("on 23.4.2022", "2022-04-23", "2022-04-23"),
        ("in 2017 april", "2017-04-01", "2017-04-30"),
        ("on Friday 31", "2024-05-31", "2024-05-31"),
        ("at last week's summit", "2024-01-08", "2024-01-14"),
    ],
)
def test_less_usual_ways_of_writing_are_read(text: str, start: str, end: str) -> None:
    assert [row[1:3] for row in found(f"He spoke {text}.")] == [(start, end)]


def test_years_in_a_row_are_each_a_date() -> None:
    rows = found("It fell in 2010, 2012 or 2014 but not 2016; 2,018 people left.")
    assert [row[1][:4] for row in rows] == ["2010", "2012", "2014", "2016"]


@pytest.mark.parametrize(
    "text",
    [
        "the second Sunday of Lent",
        "on Friday 20 soldiers",
        "in 2010, 2015 people",
        "the day before the vote",
        "the day after she left",
    ],
)
def test_numbers_and_days_of_something_else_are_no_days(text: str) -> None:
    assert [row[:2] for row in found(text) if row[0] not in {"2010", "Friday"}] == []


@pytest.mark.parametrize("text", ["February 30", "April 31, 2024", "2024-02-31"])
def test_a_day_that_is_in_no_calendar_stays_unresolved(text: str) -> None:
    ((_, start, _, _, state),) = found(f"on {text}")
    assert (start, state) == (None, "unresolved")


def test_the_leap_day_is_the_last_there_was() -> None:
    assert found("on February 29", anchor=date(2026, 5, 1))[0][1] == "2024-02-29"


def test_a_day_close_ahead_over_new_year_is_ahead() -> None:
    assert found("on January 10", anchor=date(2023, 12, 28))[0][1] == "2024-01-10"


def test_only_the_span_is_searched() -> None:
    text = "On Monday he came; on Friday he left."
    inner = list(find_dates(text, anchor=THURSDAY, span=Span(17, len(text))))
    assert [d.when.text for d in inner] == ["Friday"]


def test_a_long_text_without_a_date_does_not_hang() -> None:
    assert list(find_dates("a few 12 " * 30_000, anchor=THURSDAY)) == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="JanuMonday 12-3,.thlsrieko20'’", max_size=60))
def test_the_words_of_a_date_stand_at_its_place(text: str) -> None:
    for hit in find_dates(text, anchor=THURSDAY):
        assert text[hit.start : hit.end] == hit.when.text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_every_day_is_read_back_from_its_english_form(day: date) -> None:
    text = f"He said on {day:%B} {day.day}, {day.year} that"
    assert found(text)[0][1] == str(day)
    assert found(f"on {day.day} {day:%B} {day.year}")[0][1] == str(day)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_weekday_is_never_more_than_six_days_back(day: date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        start = date.fromisoformat(found(f"on {name}", anchor=day)[0][1])
        assert 0 <= (day - start).days <= 6
        assert f"{start:%A}" == name
