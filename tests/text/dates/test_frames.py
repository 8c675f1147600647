from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.dates import find_dates

DAY = date(2025, 4, 9)  # a Wednesday


def days(text: str) -> list[str | None]:
    """List the first days of the dates in a text."""
    found = find_dates(text, anchor=DAY)
    return [one.when.start.isoformat() if one.when.start else None for one in found]


def test_the_previous_day_is_not_counted_from_an_appointment() -> None:
    text = (
        "They met on Tuesday and agreed to meet again on 16 April. "
        "The previous day the state had signed a memorandum."
    )
    assert days(text) == ["2025-04-08", "2025-04-16", "2025-04-07"]


def test_what_is_to_come_is_counted_from_the_appointment() -> None:
    text = "The deal will be signed on 3 May. The day before, parliament will vote."
    assert days(text) == ["2025-05-03", "2025-05-02"]


def test_with_an_appointment_alone_the_previous_day_stays_open() -> None:
    text = "They meet again on 16 April. The day before, the state had signed it."
    assert days(text) == ["2025-04-16", None]


def test_a_year_told_as_background_does_not_hide_the_day_of_the_story() -> None:
    text = "It closed on Monday. The mine opened in 2019. The day before, guards left."
    assert days(text) == ["2025-04-07", "2019-01-01", "2025-04-06"]


def test_in_one_sentence_the_nearest_date_counts_even_if_it_is_too_inexact() -> None:
    text = "It closed on Monday. In May 2024, and the day before, guards left."
    assert days(text) == ["2025-04-07", "2024-05-01", None]


def test_the_next_morning_is_that_of_the_next_day() -> None:
    assert days("It was struck on Monday and signed the next morning.") == [
        "2025-04-07",
        "2025-04-08",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The offer was worth 900 a month before tax.",
        "Two days before the vote, he quit.",
        "He flew home two days earlier than planned.",
    ],
)
def test_what_is_counted_from_something_else_is_no_date(text: str) -> None:
    assert days(f"They met on Monday. {text}") == ["2025-04-07"]


@settings(max_examples=20, deadline=None)
@given(st.integers(min_value=1, max_value=28))
def test_the_day_before_is_a_day_before(day: int) -> None:
    first, second = find_dates(
        f"They met on {day} March 2025. The day before, they had not.", anchor=DAY
    )
    assert first.when.start is not None
    assert second.when.start is not None
    assert (first.when.start - second.when.start).days == 1
