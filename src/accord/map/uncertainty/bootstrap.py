"""Intervals on ties and on polarization, by drawing statements or outlets anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from accord.errors import InputError
from accord.map.network.build import check_recipe
from accord.map.network.counting import Codes, code, count
from accord.map.network.onemode import one_mode_matrix
from accord.map.network.products import Floats, Ints
from accord.map.network.selecting import select
from accord.map.structure import measure_polarization
from accord.map.structure.polarization import polarization_of
from accord.model.discourse import CodedStatement, EventList, Recipe
from accord.model.structure import (
    Interval,
    Method,
    Polarization,
    UncertainNetwork,
    UncertainTie,
)

__all__ = ["Unit", "bootstrap_network"]

#: What is drawn anew.
Unit = Literal["statements", "outlets"]

# In each draw the search for camps sets out from those of all statements, and from so
# many splits by chance besides.
_RESTARTS = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Draws:
    """What the draws gave: ties, polarization, and how often pairs share a camp.

    Who has no tie in a draw stands in no camp there, and is not counted.
    """

    ties: Floats
    polarization: Floats
    together: Floats


def bootstrap_network(
    events: EventList,
    recipe: Recipe,
    *,
    unit: Unit = "statements",
    outlet: str = "source",
    draws: int = 500,
    level: float = 0.95,
    seed: int = 0,
    camps: int = 2,
) -> UncertainNetwork:
    """Put intervals on the ties of a one-mode network and on its polarization.

    Filters and duplicates hold before statements are drawn. Where doubt about coding
    takes statements away, ties shrink: the interval need not hold the plain value.

    Args:
        events: Coded statements of one type, with their confidences.
        recipe: A one-mode network.
        unit: Whether single statements are drawn, or all those of an outlet together.
        outlet: The variable that names the outlet.
        draws: How often is drawn.
        level: Chance with which an interval holds the value.
        seed: Of the drawing.
        camps: How many camps there may be.

    Returns:
        The ties of all statements, and the polarization, with intervals from the
        quantiles of the draws.

    Raises:
        InputError: It is a two-mode network, there are no statements or no draws, the
            level is not between 0 and 1, or no statement names its outlet.
        UnknownNameError: There is no such variable.

    Cost:
        Three networks for each draw.

    Source:
        [efron1993]
    """
    check_recipe(events, recipe)
    if recipe.network_type != "onemode" or draws < 1 or not 0 < level < 1:
        message = f"No {recipe.network_type} intervals of {draws} draws at {level}."
        raise InputError(
            message, hint="Take onemode, one draw or more, and a level as 0.95."
        )
    selection = select(events, recipe)
    codes = code(events, recipe, selection)
    clusters = _clusters(events, selection.statements, unit, outlet)
    confidence = np.array([s.confidence for s in selection.statements])
    observed = one_mode_matrix(count(codes), recipe)
    whole = measure_polarization(events, recipe, camps=camps, seed=seed)
    found = _draw(
        codes, recipe, clusters, confidence, whole=whole, draws=draws, seed=seed
    )
    tail = (1 - level) / 2
    low, high = np.quantile(found.polarization, [tail, 1 - tail]).tolist()
    method = Method(
        f"bootstrap.{unit}",
        exact=False,
        parameters=(
            ("aggregation", recipe.aggregation),
            ("normalization", recipe.normalization),
            ("outlet", outlet if unit == "outlets" else None),
            ("units", int(clusters.max()) + 1),
            ("draws", draws),
            ("level", level),
            ("seed", seed),
            ("camps", camps),
        ),
    )
    labels = np.array([member.group for member in whole.camps])
    same = _pairs(labels[:, None] == labels[None, :])
    known = ~np.isnan(found.together)
    share = np.where(same, found.together, 1 - found.together)[known]
    return UncertainNetwork(
        method=method,
        ties=_report(codes.rows, observed, found.ties, tail),
        polarization=whole,
        interval=Interval(low, high),
        same_camp=float(share.mean()) if len(share) else 1.0,
    )


def _clusters(
    events: EventList, statements: Sequence[CodedStatement], unit: Unit, outlet: str
) -> Ints:
    """Number what is drawn together.

    Raises:
        InputError: There are no statements, or none names its outlet.
    """
    if not statements:
        message = "There are no statements to draw of."
        raise InputError(message, hint="Look at the filters.")
    if unit == "statements":
        return np.arange(len(statements))
    place = events.position(outlet)
    names = [str(s.values[place] or "") for s in statements]
    if not any(names):
        message = f"No statement has a {outlet}."
        raise InputError(message, hint="Draw statements, or name another variable.")
    _, numbers = np.unique(names, return_inverse=True)
    return np.asarray(numbers, np.int64)


def _draw(
    codes: Codes,
    recipe: Recipe,
    clusters: Ints,
    confidence: Floats,
    *,
    whole: Polarization,
    draws: int,
    seed: int,
) -> _Draws:
    """Draw, count and measure, again and again."""
    chance = np.random.default_rng(seed)
    units = int(clusters.max()) + 1
    start = np.array([member.group for member in whole.camps])
    camps = int(dict(whole.method.parameters)["camps"] or 2)
    pairs = len(start) * (len(start) - 1) // 2
    ties, values = np.zeros((draws, pairs)), np.zeros(draws)
    together, met = np.zeros(pairs), np.zeros(pairs)
    for draw in range(draws):
        times = chance.multinomial(units, np.full(units, 1 / units))[clusters]
        kept = chance.binomial(times, confidence).astype(np.float64)
        near, far, tied = _networks(codes, recipe, kept)
        ties[draw] = _pairs(tied)
        values[draw], labels, _ = polarization_of(
            near, far, camps=camps, seed=seed, restarts=_RESTARTS, start=start
        )
        there = ((near + far).sum(axis=1) > 0).astype(np.float64)
        both = _pairs(np.outer(there, there))
        together += both * _pairs(labels[:, None] == labels[None, :])
        met += both
    shared = np.divide(together, met, out=np.full(pairs, np.nan), where=met > 0)
    return _Draws(ties, values, shared)


def _networks(codes: Codes, recipe: Recipe, times: Floats) -> tuple[Floats, ...]:
    """Count congruence, conflict and what was asked for, each statement so often."""
    drawn = np.repeat(np.arange(len(times)), times.astype(np.int64))
    tally = count(codes.narrowed(drawn, isolates=True))
    near, far = (
        one_mode_matrix(tally, replace(recipe, aggregation=kind))
        for kind in ("congruence", "conflict")
    )
    if recipe.aggregation == "congruence":
        return near, far, near
    if recipe.aggregation == "conflict":
        return near, far, far
    return near, far, one_mode_matrix(tally, recipe)


def _pairs(matrix: Floats) -> Floats:
    """Give each pair once."""
    return np.asarray(matrix[np.triu_indices(len(matrix), 1)], np.float64)


def _report(
    names: tuple[str, ...], observed: Floats, drawn: Floats, tail: float
) -> tuple[UncertainTie, ...]:
    """List the ties with their intervals."""
    value = _pairs(observed)
    lows, highs = np.quantile(drawn, [tail, 1 - tail], axis=0)
    same = (np.sign(drawn) == np.sign(value)).mean(axis=0)
    one, two = np.triu_indices(len(names), 1)
    return tuple(
        UncertainTie(
            names[one[place]],
            names[two[place]],
            float(value[place]),
            Interval(float(lows[place]), float(highs[place])),
            float(same[place]),
        )
        for place in np.flatnonzero(value).tolist()
    )
