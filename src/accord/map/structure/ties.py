"""Which ties are more, or less, than chance would make."""

from dataclasses import replace

import numpy as np

from accord.errors import InputError
from accord.map.network import tally_events
from accord.map.network.counting import Codes, count
from accord.map.network.onemode import one_mode_matrix
from accord.map.network.products import Floats, Ints
from accord.model.discourse import EventList, Recipe
from accord.model.structure import AssessedTie, Method, TieTest

__all__ = ["adjust", "assess_ties"]

# Draws as far from the mean as the tie but for rounding count as just as far.
_EPSILON = 1e-12


def assess_ties(
    events: EventList, recipe: Recipe, *, draws: int = 999, seed: int = 0
) -> TieTest:
    """Test every tie of a one-mode network by permutation.

    Under chance everybody speaks of what they speak of, as often as they do, and each
    concept is as disputed as it is; but who takes which side is dealt out anew among
    the statements on the concept. Where the qualifier is ignored, who speaks of what
    is dealt out instead.

    Args:
        events: Coded statements of one type.
        recipe: A one-mode network.
        draws: How often it is dealt out.
        seed: Of the dealing.

    Returns:
        Every pair that has a tie, or had one by chance; surest first.

    Raises:
        InputError: It is a two-mode network, or there are no draws.

    Cost:
        One network for each draw.

    Source:
        [good2000], [benjamini1995]
    """
    if recipe.network_type != "onemode" or draws < 1:
        message = "Ties are tested of a one-mode network, by one draw or more."
        raise InputError(message, hint="Give the network type onemode.")
    codes = tally_events(events, recipe).codes
    observed = one_mode_matrix(count(codes), recipe)
    chance = np.random.default_rng(seed)
    total, spread = np.zeros_like(observed), []
    for _ in range(draws):
        dealt = _dealt(codes, chance, sides=recipe.aggregation != "ignore")
        drawn = one_mode_matrix(count(dealt), recipe)
        total += drawn
        spread.append(_upper(drawn))
    expected = total / draws
    mean, value = _upper(expected), _upper(observed)
    apart = np.abs(np.array(spread) - mean) >= np.abs(value - mean) - _EPSILON
    p = (1 + apart.sum(axis=0)) / (draws + 1)
    kept = (value != 0) | (mean != 0)
    return TieTest(
        method=Method(
            "ties.permutation",
            exact=False,
            parameters=(
                ("dealt", "sides" if recipe.aggregation != "ignore" else "concepts"),
                ("aggregation", recipe.aggregation),
                ("normalization", recipe.normalization),
                ("draws", draws),
                ("seed", seed),
            ),
        ),
        ties=_report(codes.rows, kept, value, mean, p),
    )


def _dealt(codes: Codes, chance: np.random.Generator, *, sides: bool) -> Codes:
    """Deal sides out anew among the statements on each concept, or the concepts."""
    if not sides:
        return replace(codes, column=chance.permutation(codes.column))
    # Both orders sort by concept; the second is by chance within each.
    order = np.lexsort((chance.random(len(codes.column)), codes.column))
    level = np.empty_like(codes.level)
    level[np.argsort(codes.column, kind="stable")] = codes.level[order]
    return replace(codes, level=level)


def _upper(matrix: Floats) -> Floats:
    """Give each pair once."""
    return matrix[np.triu_indices(len(matrix), 1)]


def _report(
    names: tuple[str, ...], kept: Ints, value: Floats, mean: Floats, p: Floats
) -> tuple[AssessedTie, ...]:
    """List the pairs kept, surest first."""
    one, two = np.triu_indices(len(names), 1)
    places = np.flatnonzero(kept)
    adjusted = adjust(p[places])
    found = [
        AssessedTie(
            names[one[place]],
            names[two[place]],
            float(value[place]),
            float(mean[place]),
            float(p[place]),
            float(q),
        )
        for place, q in zip(places.tolist(), adjusted.tolist(), strict=True)
    ]
    return tuple(sorted(found, key=lambda tie: (tie.p, -abs(tie.value), tie.row)))


def adjust(p: Floats) -> Floats:
    """Adjust chances for the number of tests, after Benjamini and Hochberg.

    Args:
        p: The chances.

    Returns:
        For each the least share of false finds at which it is still one.

    Source:
        [benjamini1995]

    Example:
        >>> adjust(np.array([0.01, 0.04, 0.02])).round(3).tolist()
        [0.03, 0.04, 0.03]
    """
    order = np.argsort(p)[::-1]
    ranks = np.arange(len(p), 0, -1)
    found = np.empty_like(p)
    found[order] = np.minimum.accumulate(p[order] * len(p) / ranks)
    return np.minimum(found, 1.0)
