"""The structure of the discourse in a workspace or a file, by what is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from accord.errors import InputError
from accord.map.network import build_network, build_slices
from accord.map.structure import (
    assess_ties,
    find_backbone,
    find_communities,
    find_phases,
    measure_centrality,
    measure_polarization,
    nest_backbone,
    place_on_scale,
    polarization_over_time,
)
from accord.map.uncertainty import bootstrap_network, drop_outlets
from accord.model.discourse import EventList, Kernel, NetworkSlice, Recipe, TimeWindow

__all__ = ["Aspect", "Wanted", "find_structure"]

Aspect = Literal[
    "polarization",
    "communities",
    "backbone",
    "phases",
    "scaling",
    "centrality",
    "ties",
    "outlets",
]

# Where no window is asked for, so many of them fit into the range side by side.
_WINDOWS = 5
# A range of up to so many days is walked by days, of up to so many by weeks.
_MOST_DAYS, _MOST_WEEKS = 200, 1400


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of the structure is wanted, and how it is to be found.

    Attributes:
        what: The aspect.
        seed: Of whatever is left to chance.
        camps: How many camps there may be.
        penalty: How much a smaller backbone is worth.
        size: How many concepts a backbone keeps; None for the best number.
        nested: Whether concepts are put in order instead.
        iterations: Of annealing.
        dimensions: Of a scale.
        distance: Of networks over time.
        states: The most that phases may have.
        draws: Of permutations and of the bootstrap.
        intervals: What is drawn anew for intervals; None for no intervals.
        outlet: The variable that names outlets.
        unit: What a window moves by; None for none.
        width: Of the window; None for one that fits the range.
        kernel: How a window weighs.
    """

    what: Aspect
    seed: int = 0
    camps: int = 2
    penalty: float = 3.5
    size: int | None = None
    nested: bool = False
    iterations: int = 10_000
    dimensions: int = 1
    distance: Literal["absdiff", "spectral"] = "absdiff"
    states: int = 6
    draws: int = 500
    intervals: Literal["statements", "outlets"] | None = None
    outlet: str = "source"
    unit: TimeWindow | None = None
    width: int | None = None
    kernel: Kernel | None = None


def find_structure(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    """Find one aspect of the structure of a discourse.

    Args:
        events: Coded statements of one type.
        recipe: What to count.
        wanted: Which aspect, and how to find it.

    Returns:
        A record of ``accord.model.structure``, or several of the same kind.

    Raises:
        InputError: What is asked for does not go together.
        UnknownNameError: A variable or value is not there.
    """
    return _ASPECTS[wanted.what](events, recipe, wanted)


def _polarization(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    """Measure it as a whole, with intervals, or over time."""
    if wanted.unit is not None:
        unit, width = _window(events, wanted)
        return tuple(
            polarization_over_time(
                events,
                recipe,
                unit=unit,
                size=width,
                kernel=wanted.kernel,
                camps=wanted.camps,
                seed=wanted.seed,
            )
        )
    if wanted.intervals is not None:
        return bootstrap_network(
            events,
            recipe,
            unit=wanted.intervals,
            outlet=wanted.outlet,
            draws=wanted.draws,
            seed=wanted.seed,
            camps=wanted.camps,
        )
    return measure_polarization(events, recipe, camps=wanted.camps, seed=wanted.seed)


def _communities(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    return find_communities(build_network(events, recipe), seed=wanted.seed)


def _backbone(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    if wanted.nested:
        return nest_backbone(events, recipe)
    return find_backbone(
        events,
        recipe,
        penalty=wanted.penalty,
        size=wanted.size,
        seed=wanted.seed,
        iterations=wanted.iterations,
    )


def _phases(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    unit, width = _window(events, wanted)
    # Every window must have the same actors to be compared with the others.
    every = replace(recipe, isolates=True)
    slices: list[NetworkSlice] = list(
        build_slices(events, every, unit=unit, size=width, kernel=wanted.kernel)
    )
    return find_phases(slices, distance=wanted.distance, most_states=wanted.states)


def _scaling(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    return place_on_scale(events, recipe, dimensions=wanted.dimensions)


def _centrality(events: EventList, recipe: Recipe, _: Wanted) -> object:
    return measure_centrality(build_network(events, recipe))


def _ties(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    return assess_ties(events, recipe, draws=wanted.draws, seed=wanted.seed)


def _outlets(events: EventList, recipe: Recipe, wanted: Wanted) -> object:
    return drop_outlets(
        events, recipe, outlet=wanted.outlet, camps=wanted.camps, seed=wanted.seed
    )


def _window(events: EventList, wanted: Wanted) -> tuple[TimeWindow, int]:
    """Choose a window that suits the range, where none is asked for.

    Raises:
        InputError: No statement has a date.
    """
    moments = [s.when for s in events.statements if s.when is not None]
    if not moments:
        message = "No statement has a date; there is nothing to see over time."
        raise InputError(message, hint="Give documents their dates.")
    days = (max(moments) - min(moments)) // timedelta(days=1) + 1
    unit: TimeWindow = (
        "days" if days <= _MOST_DAYS else "weeks" if days <= _MOST_WEEKS else "months"
    )
    unit = wanted.unit or unit
    lengths = {"days": 1, "weeks": 7, "months": 30, "years": 365}
    fitting = max(days // lengths.get(unit, 1) // _WINDOWS, 1)
    return unit, wanted.width or fitting


_ASPECTS: dict[Aspect, Callable[[EventList, Recipe, Wanted], object]] = {
    "polarization": _polarization,
    "communities": _communities,
    "backbone": _backbone,
    "phases": _phases,
    "scaling": _scaling,
    "centrality": _centrality,
    "ties": _ties,
    "outlets": _outlets,
}
