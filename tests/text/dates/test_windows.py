from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.dates import find_dates
from accord.text.dates.windows import date_windows

DAY = date(2024, 5, 16)
DATES = st.sampled_from(
    "on Thursday|last week|in May|from March 2 to June 3, 2023|2022-03-01|the day before"
    "|a few days ago|the 1990s|the end of next month|within two weeks|tonight".split(
        "|"
    )
)
OTHERS = st.sampled_from(["the minister ", "of Orle, ", "x " * 90, "will. ", "\n"])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.one_of(DATES, OTHERS), max_size=12).map(" ".join))
def test_every_date_lies_within_one_window(text: str) -> None:
    windows = list(date_windows(text, 0, len(text)))
    assert all(one[1] < other[0] for one, other in pairwise(windows))
    for found in find_dates(text, anchor=DAY):
        assert any(a <= found.start and found.end <= b for a, b in windows)


def test_no_window_opens_where_nothing_can_be_a_date() -> None:
    assert list(date_windows("The minister met nobody at all. " * 50, 0, 1600)) == []
