"""Windows that move over time: where they lie, and what stands in each."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count as count_up

import numpy as np

from accord.errors import InputError
from accord.map.network.build import assemble, check_recipe
from accord.map.network.counting import code, count
from accord.map.network.kernels import weigh
from accord.map.network.products import Ints
from accord.map.network.selecting import Selection, select
from accord.model.discourse import EventList, Kernel, NetworkSlice, Recipe, TimeWindow

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
    events: EventList,
    recipe: Recipe,
    *,
    unit: TimeWindow,
    size: int,
    kernel: Kernel | None = None,
) -> Iterator[NetworkSlice]:
    """Count a network in each place of a window that moves over time.

    Filters, duplicates and the least frequency hold for the whole range, before it is
    sliced. A window reaches ``size // 2`` units to either side of its middle, both
    ends included, and is left out where it would leave the range: the recipe's, else
    from the first statement to the last. Undated statements are in no window.

    With a kernel a statement counts the less the further it lies from the middle, and
    windows stand on every unit of the range, up to its ends: what lies beyond the
    range is not there to be weighed. A pair of statements counts with the root of
    both weights multiplied; a number of statements, in normalisations, is the sum of
    their weights.

    Args:
        events: Coded statements of one type.
        recipe: What to count in each window.
        unit: What the window moves by: a span of time, or one statement.
        size: How wide the window is, in units; of a kernel, the next even number.
        kernel: How statements are weighed; None for all alike.

    Returns:
        The networks, by time; with the same rows and columns only if the recipe
        keeps isolates.

    Raises:
        InputError: The recipe does not fit together, the size is not above 0, there
            would be more than 100,000 windows, or a kernel is asked for together with
            events, combine or a peer.
        UnknownNameError: The recipe names a variable or value that is not there.

    Cost:
        Sorting the statements once, then that of the statements in each window.
    """
    check_recipe(events, recipe)
    if size < 1:
        message = f"A window has a size above 0, not {size}."
        raise InputError(message, hint="Give a whole number of units.")
    if kernel is not None:
        _check_kernel(recipe, unit)
    selection = _dated(select(events, recipe))
    if not selection.statements:
        return iter(())
    places = (
        _event_places(selection, size)
        if unit == "events"
        else _time_places(selection, recipe, unit, size, kernel)
    )
    return _fill(events, recipe, selection, places, kernel)


def _check_kernel(recipe: Recipe, unit: TimeWindow) -> None:
    """Refuse a kernel where it makes no sense."""
    if unit == "events":
        message = "A kernel weighs time, and a window of events has none."
        raise InputError(message, hint="Choose a unit of time, as days.")
    if recipe.aggregation == "combine":
        message = "To combine asks what is there, whatever its weight."
        raise InputError(message, hint="Leave the kernel out.")
    if recipe.compat is not None:
        message = f"Kernels are not computed as {recipe.compat} does."
        raise InputError(message, hint="Leave compat out.")


#: First and one past the last statement, and start, middle and stop of a window.
Place = tuple[int, int, datetime, datetime, datetime]


def _fill(
    events: EventList,
    recipe: Recipe,
    whole: Selection,
    places: Sequence[Place],
    kernel: Kernel | None,
) -> Iterator[NetworkSlice]:
    """Count each window's statements."""
    codes = code(events, recipe, whole)
    seconds = np.array([moment.timestamp() for moment in _moments(whole)])
    rooted = recipe.network_type == "onemode"
    for first, last, start, middle, stop in places:
        kept = np.arange(first, last)
        cells = activity = None
        if kernel is not None:
            ends = (moment.timestamp() for moment in (start, middle, stop))
            begin, centre, end = ends
            found = weigh(seconds[kept], kernel, start=begin, middle=centre, stop=end)
            kept, activity = kept[found > 0], found[found > 0]
            cells = np.sqrt(activity) if rooted else activity
        part = codes.narrowed(kept, isolates=recipe.isolates)
        tally = count(part, cells=cells, activity=activity)
        network = assemble(recipe, _among(whole, kept), part, tally)
        yield NetworkSlice(start=start, middle=middle, stop=stop, network=network)


def _among(whole: Selection, kept: Ints) -> Selection:
    """Keep the statements of one window: all between the first and the last of them."""
    statements = whole.statements[kept[0] : kept[-1] + 1] if len(kept) else ()
    return replace(whole, uses=(), statements=statements)


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
    selection: Selection,
    recipe: Recipe,
    unit: TimeWindow,
    size: int,
    kernel: Kernel | None,
) -> list[Place]:
    """Move by a span of time; with a kernel, to the very ends of the range.

    Raises:
        InputError: There would be too many windows.
    """
    moments = _moments(selection)
    half = size // 2 if kernel is None else (size + 1) // 2
    margin = half if kernel is None else 0
    begin, end = recipe.start or moments[0], recipe.stop or moments[-1]
    places: list[Place] = []
    for number in count_up(margin):
        start, middle, stop = (
            _step(begin, unit, number + offset) for offset in (-half, 0, half)
        )
        if (stop if kernel is None else middle) > end:
            break
        if len(places) == MAX_SLICES:
            message = f"There are more than {MAX_SLICES:,} windows of {size} {unit}."
            raise InputError(message, hint="Choose a larger unit or a shorter range.")
        first, last = bisect_left(moments, start), bisect_right(moments, stop)
        if kernel == "gaussian":
            first, last = 0, len(moments)
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
