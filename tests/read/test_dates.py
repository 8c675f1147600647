from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.dates import find_dates, find_relative, read_date, resolve_relative

DAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    "words",
    [
        "2031-03-04", "2031/3/4", "4 March 2031", "4th of March, 2031", "March 4, 2031",
        "Mar. 4th 2031", "4 Mar, 2031 16:55", "04.03.2031", "2031-03-04T10:00:00Z",
        "Tuesday, 4 March 2031 at 9 a.m.", "04-Mar-2031", "4\u00a0March\u00a02031",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert [found.day for found in find_dates(words)] == [DAY]


@pytest.mark.parametrize("words", ["13/03/2031", "03/13/2031"])
def test_slashes_are_read_where_only_one_order_is_possible(words: str) -> None:
    assert [found.day for found in find_dates(words)] == [date(2031, 3, 13)]


def test_slashes_that_could_be_either_stay_unresolved() -> None:
    when = read_date("03/04/2031", in_text=True)
    assert when is not None
    assert (when.state, when.text) == ("unresolved", "03/04/2031")


@pytest.mark.parametrize(
    "words", ["31 June 2031", "2031-13-45", "May 2", "in 2031", "1.5.20", "7 2031"]
)
def test_what_is_no_day_is_not_found(words: str) -> None:
    assert not [f for f in find_dates(words) if f.precision == "day"]


@pytest.mark.parametrize(
    ("value", "precision", "first"),
    [
        ("2031", "year", date(2031, 1, 1)),
        ("2031-03", "month", date(2031, 3, 1)),
        ("March 2031", "month", date(2031, 3, 1)),
        ("20310304", "day", DAY),
        ("20310304T101500Z", "day", DAY),
    ],
)
def test_a_field_may_be_less_exact(value: str, precision: str, first: date) -> None:
    when = read_date(value, in_text=False)
    assert when is not None
    assert (when.precision, when.start, when.text) == (precision, first, None)


def test_a_month_ends_with_its_last_day() -> None:
    when = read_date("2028-02", in_text=False)
    assert when is not None
    assert when.end == date(2028, 2, 29)


def test_words_that_are_no_date_are_kept_unresolved() -> None:
    when = read_date("some time ago", in_text=False)
    assert when is not None
    assert (when.state, when.text) == ("unresolved", "some time ago")
    assert read_date("  ", in_text=False) is None


@pytest.mark.parametrize(
    "words", ["2 months ago", "an hour ago", "3h ago", "Yesterday", "a few days ago"]
)
def test_relative_dates_are_found(words: str) -> None:
    assert find_relative(words) == (0, len(words))


@settings(max_examples=60)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_every_day_survives_being_written_out(day: date) -> None:
    months = "January February March April May June July August September October November December"
    month = months.split()[day.month - 1]
    for words in (day.isoformat(), f"{day.day} {month} {day.year}",
                  f"{month} {day.day}, {day.year}"):  # fmt: skip
        assert [found.day for found in find_dates(words)] == [day]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2 days ago", date(2031, 5, 18), date(2031, 5, 18)),
        ("3 hours ago", date(2031, 5, 19), date(2031, 5, 20)),
        ("5 mins ago", date(2031, 5, 20), date(2031, 5, 20)),
        ("a week ago", date(2031, 5, 7), date(2031, 5, 13)),
        ("2 months ago", date(2031, 2, 21), date(2031, 3, 20)),
        ("one year ago", date(2029, 5, 21), date(2030, 5, 20)),
        ("yesterday", date(2031, 5, 19), date(2031, 5, 19)),
        ("last month", date(2031, 4, 1), date(2031, 4, 30)),
        ("last week", date(2031, 5, 12), date(2031, 5, 18)),
    ],
)
def test_a_relative_date_counts_from_the_day_of_saving(
    words: str, start: date, end: date
) -> None:
    found = resolve_relative(words, date(2031, 5, 20))
    assert found is not None
    assert (found.start, found.end, found.state) == (start, end, "resolved")
