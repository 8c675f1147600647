"""What the cells of a one-mode network are divided by."""

from collections.abc import Iterator

import numpy as np

from accord.map.network.counting import Tally
from accord.map.network.products import Floats, Sparse, Term, multiply
from accord.model.discourse import Recipe

__all__ = ["divisors"]


def divisors(tally: Tally, recipe: Recipe) -> Iterator[Floats] | None:
    """Give what each row's cells are divided by.

    ``average`` is the mean of both rows' numbers of statements. Jaccard and cosine
    compare what both share with what each shares with itself, so that congruence,
    conflict and their difference stay between -1 and 1. Under ``compat`` they are the
    peer's: Jaccard mixes counts with products, and the cosine divides by the product
    of the activities.

    Args:
        tally: Statements by row, column and level.
        recipe: The normalisation, the aggregation and the peer.

    Returns:
        For each row, in order, the divisors of its cells; None if nothing is divided.
    """
    active = tally.active
    if recipe.normalization == "no":
        return None
    if recipe.normalization == "average":
        return ((own + active) / 2 for own in active)
    if recipe.compat is not None:
        if recipe.normalization == "cosine":
            return (own * active for own in active)
        return _peer_jaccards(tally)
    left, right = _likeness(tally, recipe)
    scale = 1 if recipe.aggregation == "ignore" else tally.span
    selves = _with_themselves(left, right)
    if recipe.normalization == "cosine":
        return (np.sqrt(own * selves) / scale for own in selves)
    return (
        (own + selves - both) / scale
        for own, both in zip(selves, multiply([(left, right)]), strict=True)
    )


def _peer_jaccards(tally: Tally) -> Iterator[Floats]:
    """Divide by what only one of both uses, plus the products of what both use.

    With b for 1 where a row uses a feature, and e for its further statements on it,
    that is both activities less the sum of b b' - e e'.
    """
    active, cells = tally.active, tally.cells
    used = cells.replaced(np.ones_like(cells.number))
    more = cells.replaced(cells.number - 1)
    less = cells.replaced(1 - cells.number)
    both = multiply([(used, used), (less, more)])
    for own, shared in zip(active, both, strict=True):
        yield own + active - shared


def _likeness(tally: Tally, recipe: Recipe) -> Term:
    """Tell what sharing means: the same column, or a level near on the same column."""
    if recipe.aggregation == "ignore":
        by_column = tally.by_column()
        return by_column, by_column
    return tally.cells, tally.near()


def _with_themselves(left: Sparse, right: Sparse) -> Floats:
    """Measure what each row shares with itself."""
    place = left.feature * max(left.size, 1) + left.row
    known = right.feature * max(right.size, 1) + right.row
    _, ours, theirs = np.intersect1d(
        place, known, assume_unique=True, return_indices=True
    )
    products = left.number[ours] * right.number[theirs]
    sums = np.bincount(left.row[ours], weights=products, minlength=left.size)
    return sums.astype(np.float64)
