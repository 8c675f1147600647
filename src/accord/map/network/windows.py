"""Windows that move over time: where they lie, and what stands in each."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count as count_up

from accord.errors import InputError
from accord.map.network.build import assemble, check_recipe
from accord.map.network.selecting import Selection, select
from accord.model.discourse import EventList, NetworkSlice, Recipe, TimeWindow

__all__ = ["build_slices"]

_STEPS = {
    "seconds": timedelta(seconds=1),
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": timedelta(days=1),
    "weeks": timedelta(weeks=1),
}
_MONTHS = {"months": 1, "years": 12}
#: More windows than this are a slip of the unit.
MAX_SLICES = 100_000


def build_slices(
    events: EventList, recipe: Recipe, *, unit: TimeWindow, size: int
) -> Iterator[NetworkSlice]:
    """Count a network in each place of a window that moves over time.

    Filters, duplicates and the least frequency hold for the whole range, before it is
    sliced. A window reaches ``size // 2`` units to either side of its middle, both
    ends included, and is left out where it would leave the range: the recipe's, else
    from the first statement to the last. Undated statements are in no window.

    Args:
        events: Coded statements of one type.
        recipe: What to count in each window.
        unit: What the window moves by: a span of time, or one statement.
        size: How wide the window is, in units.

    Returns:
        The networks, by time; with the same rows and columns only if the recipe
        keeps isolates.

    Raises:
        InputError: The recipe does not fit together, the size is not above 0, or
            there would be more than 100,000 windows.
        UnknownNameError: The recipe names a variable or value that is not there.

    Cost:
        Sorting the statements once, then that of the statements in each window.
    """
    check_recipe(events, recipe)
    if size < 1:
        message = f"A window has a size above 0, not {size}."
        raise InputError(message, hint="Give a whole number of units.")
    selection = _dated(select(events, recipe))
    if not selection.statements:
        return iter(())
    places = (
        _event_places(selection, size)
        if unit == "events"
        else _time_places(selection, recipe, unit, size)
    )
    return _fill(events, recipe, selection, places)


#: First and one past the last statement, and start, middle and stop of a window.
Place = tuple[int, int, datetime, datetime, datetime]


def _fill(
    events: EventList, recipe: Recipe, whole: Selection, places: Sequence[Place]
) -> Iterator[NetworkSlice]:
    """Count each window's statements."""
    for first, last, start, middle, stop in places:
        part = replace(
            whole,
            uses=whole.uses[first:last],
            statements=whole.statements[first:last],
        )
        network = assemble(events, recipe, part)
        yield NetworkSlice(start=start, middle=middle, stop=stop, network=network)


def _dated(selection: Selection) -> Selection:
    """Leave undated statements out; they stand last."""
    dated = sum(s.when is not None for s in selection.statements)
    return replace(
        selection,
        uses=selection.uses[:dated],
        statements=selection.statements[:dated],
        undated=selection.undated + len(selection.statements) - dated,
    )


def _moments(selection: Selection) -> list[datetime]:
    """Give the moments of the statements, ascending."""
    return [s.when for s in selection.statements if s.when is not None]


def _event_places(selection: Selection, size: int) -> list[Place]:
    """Move from statement to statement."""
    moments, half = _moments(selection), size // 2
    return [
        (at - half, at + half + 1, moments[at - half], moments[at], moments[at + half])
        for at in range(half, len(moments) - half)
    ]


def _time_places(
    selection: Selection, recipe: Recipe, unit: TimeWindow, size: int
) -> list[Place]:
    """Move by a span of time.

    Raises:
        InputError: There would be too many windows.
    """
    moments, half = _moments(selection), size // 2
    begin, end = recipe.start or moments[0], recipe.stop or moments[-1]
    places: list[Place] = []
    for number in count_up(half):
        start, middle, stop = (
            _step(begin, unit, number + offset) for offset in (-half, 0, half)
        )
        if stop > end:
            break
        if len(places) == MAX_SLICES:
            message = f"There are more than {MAX_SLICES:,} windows of {size} {unit}."
            raise InputError(message, hint="Choose a larger unit or a shorter range.")
        first, last = bisect_left(moments, start), bisect_right(moments, stop)
        places.append((first, last, start, middle, stop))
    return places


def _step(begin: datetime, unit: TimeWindow, number: int) -> datetime:
    """Go some units on; a day that a month does not have becomes its last."""
    if unit not in _MONTHS:
        return begin + number * _STEPS[unit]
    months = begin.year * 12 + begin.month - 1 + number * _MONTHS[unit]
    year, month = divmod(months, 12)
    day = min(begin.day, monthrange(year, month + 1)[1])
    return begin.replace(year=year, month=month + 1, day=day)
