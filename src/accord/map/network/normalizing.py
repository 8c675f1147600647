"""What the cells of a one-mode network are divided by."""

from collections.abc import Callable
from math import sqrt

from accord.map.network.counting import Tally
from accord.map.network.products import Counts, multiply
from accord.model.discourse import Recipe

__all__ = ["Divide", "divider"]

#: Gives the divisor of a pair of rows.
Divide = Callable[[int, int], float]


def divider(
    tally: Tally, recipe: Recipe, *, similar: Counts, scale: int
) -> Divide | None:
    """Make the function that gives a pair's divisor.

    ``average`` is the mean of both rows' numbers of statements. Jaccard and cosine
    compare what both share with what each shares with itself, so that congruence,
    conflict and their difference stay between -1 and 1. Under ``compat`` they are the
    peer's: Jaccard mixes counts with products, and the cosine divides by the product
    of the activities.

    Args:
        tally: Statements by row, column and level.
        recipe: The normalisation, the aggregation and the peer.
        similar: What pairs share, scaled: of ``ignore`` itself, else congruence.
        scale: By what ``similar`` is scaled.

    Returns:
        None if nothing is divided.
    """
    if recipe.normalization == "no":
        return None
    active = tally.activity()
    if recipe.normalization == "average":
        return lambda row, other: (active[row] + active[other]) / 2
    if recipe.compat is not None:
        if recipe.normalization == "cosine":
            return lambda row, other: float(active[row] * active[other])
        return _peer_jaccard(tally)
    own = _with_itself(tally, recipe)
    if recipe.normalization == "cosine":
        return lambda row, other: sqrt(own[row] * own[other]) / scale

    def jaccard(row: int, other: int) -> float:
        both = similar.get(row, {}).get(other, 0)
        return (own[row] + own[other] - both) / scale

    return jaccard


def _with_itself(tally: Tally, recipe: Recipe) -> dict[int, int]:
    """Measure what each row shares with itself, scaled as its congruence is."""
    found: dict[int, int] = {}
    if recipe.aggregation == "ignore" or not tally.numeric:
        ignore = recipe.aggregation == "ignore"
        cells = tally.by_column().values() if ignore else tally.cells.values()
        for rows in cells:
            for row, number in rows.items():
                found[row] = found.get(row, 0) + number * number
        return found
    span = tally.span
    for (column, level), rows in tally.cells.items():
        for other in tally.levels:
            weight = span - abs(tally.number(level) - tally.number(other))
            counterpart = tally.cells.get((column, other), {})
            for row, number in rows.items():
                shared = weight * number * counterpart.get(row, 0)
                found[row] = found.get(row, 0) + shared
    return found


def _peer_jaccard(tally: Tally) -> Divide:
    """Divide by what only one of both uses, plus the products of what both use."""
    size = len(tally.rows)
    present = {f: dict.fromkeys(rows, 1) for f, rows in tally.cells.items()}
    met = multiply(tally.cells, present, size=size)
    products = multiply(tally.cells, tally.cells, size=size)
    active = tally.activity()

    def divide(row: int, other: int) -> float:
        alone = active[row] - met.get(row, {}).get(other, 0)
        alone += active[other] - met.get(other, {}).get(row, 0)
        return float(alone + products.get(row, {}).get(other, 0))

    return divide
