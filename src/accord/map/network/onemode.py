"""One-mode networks: who agrees with whom, through what both speak of.

Everything is counted in whole numbers, scaled by the span of the qualifier's levels,
and divided once at the end: results do not depend on the order of statements.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from accord.map.network.counting import Cells, Tally
from accord.map.network.normalizing import Divide, divider
from accord.map.network.products import Counts, multiply
from accord.model.discourse import Recipe

__all__ = ["one_mode"]


def one_mode(tally: Tally, recipe: Recipe) -> dict[int, dict[int, float]]:
    """Make the cells of a one-mode network.

    Args:
        tally: Statements by row, column and level.
        recipe: The aggregation and the normalisation.

    Returns:
        Row, then other row, to value; what is 0, and the diagonal, is left out.

    Cost:
        That of ``products.multiply`` over columns and levels.

    Source:
        [leifeld2017]
    """
    scale = 1 if recipe.aggregation == "ignore" else _scale(tally)
    counts = shared(tally, recipe.aggregation)
    similar = counts
    if recipe.normalization == "jaccard" and recipe.aggregation not in (
        "ignore",
        "congruence",
    ):
        similar = shared(tally, "congruence")
    divide = divider(tally, recipe, similar=similar, scale=scale)
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for row, others in counts.items():
        for other, number in others.items():
            # Both halves come of one division, so that they are equal to the last bit.
            if row < other and number:
                value = _divided(number / scale, row, other, divide)
                if value:
                    found[row][other] = found[other][row] = value
    return dict(found)


def _divided(value: float, row: int, other: int, divide: Divide | None) -> float:
    """Divide a value by what its pair is divided by; 0 if that is 0."""
    if divide is None:
        return value
    divisor = divide(row, other)
    return value / divisor if divisor else 0.0


def _scale(tally: Tally) -> int:
    """Tell by what counts are scaled to be whole."""
    return tally.span if tally.numeric else 1


def shared(tally: Tally, aggregation: str) -> Counts:
    """Count what each pair of rows shares, scaled to whole numbers.

    Args:
        tally: Statements by row, column and level.
        aggregation: ``ignore``, ``congruence``, ``conflict`` or ``subtract``.

    Returns:
        Row, then other row, to a whole number.
    """
    size = len(tally.rows)
    if aggregation == "ignore":
        by_column = tally.by_column()
        return multiply(by_column, by_column, size=size)
    if tally.numeric:
        right = _weighted(tally, _WEIGHTS[aggregation])
        return multiply(tally.cells, right, size=size)
    if aggregation == "congruence":
        return multiply(tally.cells, tally.cells, size=size)
    conflict = unshared(tally)
    if aggregation == "conflict":
        return conflict
    congruence = multiply(tally.cells, tally.cells, size=size)
    return {
        row: {
            other: congruence.get(row, {}).get(other, 0) - number
            for other, number in others.items()
        }
        for row, others in conflict.items()
    }


_WEIGHTS: Mapping[str, Callable[[int, int], int]] = {
    "congruence": lambda span, distance: span - distance,
    "conflict": lambda _, distance: distance,
    "subtract": lambda span, distance: span - 2 * distance,
}


def _weighted(tally: Tally, weigh: Callable[[int, int], int]) -> Cells:
    """Weigh each column's levels by their distance from every level."""
    span = tally.span
    found: Cells = {}
    for (column, level), rows in tally.cells.items():
        for target in tally.levels:
            distance = abs(tally.number(target) - tally.number(level))
            weight = weigh(span, distance)
            if weight and (column, target) in tally.cells:
                sums = found.setdefault((column, target), {})
                for row, number in rows.items():
                    sums[row] = sums.get(row, 0) + weight * number
    return found


def unshared(tally: Tally) -> Counts:
    """Count each pair's statements whose column and level the other never uses.

    Cost:
        All pairs of rows.
    """
    present = {f: dict.fromkeys(rows, 1) for f, rows in tally.cells.items()}
    met = multiply(tally.cells, present, size=len(tally.rows))
    active = tally.activity()
    found: Counts = {}
    for row, own in sorted(active.items()):
        mine = met.get(row, {})
        found[row] = {
            other: own - mine.get(other, 0) + theirs - met[other].get(row, 0)
            for other, theirs in sorted(active.items())
        }
    return found
