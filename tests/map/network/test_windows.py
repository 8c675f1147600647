"""Windows over time hold what lies in them, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_network, build_slices
from accord.model.discourse import (
    CodedStatement,
    EventList,
    Recipe,
    TimeWindow,
    Variable,
)

START = datetime(2024, 1, 31, tzinfo=UTC)
VARIABLES = (
    Variable("organization", "text"),
    Variable("concept", "text"),
    Variable("agreement", "boolean"),
)
NAMES = ("Union", "Board", "Mayor")


def on_days(*days: int | None) -> EventList:
    statements = tuple(
        CodedStatement(
            str(number),
            "d",
            None if day is None else START + timedelta(days=day),
            0,
            1,
            (NAMES[number % 3], "pay", number % 2 == 0),
        )
        for number, day in enumerate(days)
    )
    return EventList(statement_type="T", variables=VARIABLES, statements=statements)


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=20),
    st.integers(1, 12),
    st.sampled_from(["days", "weeks", "months"]),
)
@settings(max_examples=40, deadline=None)
def test_a_slice_is_the_network_of_its_range(
    days: list[int], size: int, unit: TimeWindow
) -> None:
    events = on_days(*days)
    recipe = Recipe(network_type="onemode", aggregation="subtract")
    first, last = (START + timedelta(days=day) for day in (min(days), max(days)))

    for piece in build_slices(events, recipe, unit=unit, size=size):
        ranged = replace(recipe, start=piece.start, stop=piece.stop)
        alone = build_network(events, ranged)
        assert piece.network.cells == alone.cells
        assert piece.network.statements == alone.statements
        assert first <= piece.start <= piece.middle <= piece.stop <= last


def test_a_window_of_one_day_stands_on_every_day() -> None:
    slices = list(build_slices(on_days(0, 0, 3), Recipe(), unit="days", size=1))

    assert [piece.network.statements for piece in slices] == [2, 0, 0, 1]
    assert [piece.middle.day for piece in slices] == [31, 1, 2, 3]


def test_windows_that_would_leave_the_range_are_left_out() -> None:
    slices = list(build_slices(on_days(0, 5, 9), Recipe(), unit="days", size=7))

    assert [(piece.start - START).days for piece in slices] == [0, 1, 2, 3]
    assert [piece.network.statements for piece in slices] == [2, 1, 1, 2]
    assert list(build_slices(on_days(0, 5), Recipe(), unit="days", size=7)) == []


def test_a_window_of_events_moves_from_one_to_the_next() -> None:
    events = on_days(0, 10, 11, 11, 30)

    slices = list(build_slices(events, Recipe(), unit="events", size=3))

    assert [piece.network.statements for piece in slices] == [3, 3, 3]
    assert [(piece.middle - START).days for piece in slices] == [10, 11, 11]


def test_months_are_those_of_the_calendar() -> None:
    slices = list(build_slices(on_days(0, 60), Recipe(), unit="months", size=1))

    assert [piece.middle.date().isoformat() for piece in slices] == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
    ]


@pytest.mark.parametrize("unit", get_args(TimeWindow))
def test_one_statement_makes_one_slice_in_every_unit(unit: TimeWindow) -> None:
    (piece,) = build_slices(on_days(0), Recipe(), unit=unit, size=1)

    assert piece.start == piece.middle == piece.stop == START


def test_undated_statements_are_in_no_window_and_counted() -> None:
    (piece,) = build_slices(on_days(0, None), Recipe(), unit="days", size=1)

    assert (piece.network.statements, piece.network.undated) == (1, 1)
    assert list(build_slices(on_days(None), Recipe(), unit="days", size=1)) == []


def test_the_range_asked_for_is_the_range_sliced() -> None:
    recipe = Recipe(start=START, stop=START + timedelta(days=2))

    slices = list(build_slices(on_days(1, 9), recipe, unit="days", size=1))

    assert [piece.network.statements for piece in slices] == [0, 1, 0]


def test_with_isolates_all_slices_have_the_same_axes() -> None:
    recipe = Recipe(isolates=True)

    slices = list(build_slices(on_days(0, 1, 2), recipe, unit="days", size=1))

    assert {piece.network.rows for piece in slices} == {("Board", "Mayor", "Union")}


@pytest.mark.parametrize(
    ("events", "unit", "size", "says"),
    [
        (on_days(0), "days", 0, "above 0, not 0"),
        (on_days(0, 40), "seconds", 1, "more than 100,000 windows"),
    ],
)
def test_windows_that_make_no_sense_are_refused(
    events: EventList, unit: TimeWindow, size: int, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        build_slices(events, Recipe(), unit=unit, size=size)
