"""One-mode networks: who agrees with whom, through what both speak of.

Everything is counted in whole numbers, scaled by the span of the qualifier's levels,
and divided once at the end: results do not depend on the order of statements.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import repeat

from accord.map.network.counting import Tally
from accord.map.network.normalizing import Divide, divisors
from accord.map.network.products import Features, Sums, Term, multiply
from accord.model.discourse import Recipe

__all__ = ["one_mode"]


def one_mode(tally: Tally, recipe: Recipe) -> dict[str, dict[str, float]]:
    """Make the cells of a one-mode network.

    Args:
        tally: Statements by row, column and level.
        recipe: The aggregation and the normalisation.

    Returns:
        Row, then other row, to value, in order; what is 0, and the diagonal, is
        left out.

    Cost:
        That of ``products.multiply`` over columns and levels.

    Source:
        [leifeld2017]
    """
    names = tally.rows
    scale = tally.unit**2
    if recipe.aggregation != "ignore":
        scale *= tally.scale
    cells: dict[str, dict[str, float]] = {name: {} for name in names}
    rows = _shared(tally, recipe.aggregation)
    per_row: Iterator[Divide | None] = divisors(tally, recipe) or repeat(None)
    # Rows ascend, and both halves of a pair come of one division: each row's cells are
    # in order, and the network is symmetric to the last bit.
    for (row, sums), divide in zip(rows, per_row, strict=False):
        own = cells[names[row]]
        for other, number in sums.items():
            if other > row:
                value = _divided(number / scale, other, divide)
                if value:
                    own[names[other]] = cells[names[other]][names[row]] = value
    return {name: own for name, own in cells.items() if own}


def _divided(value: float, other: int, divide: Divide | None) -> float:
    """Divide a value by what its pair is divided by; 0 if that is 0."""
    if divide is None:
        return value
    divisor = divide(other)
    return value / divisor if divisor else 0.0


def _shared(tally: Tally, aggregation: str) -> Iterator[tuple[int, Sums]]:
    """Count what each row shares with the others, scaled to whole numbers."""
    size = len(tally.rows)
    if aggregation == "ignore":
        by_column = tally.by_column()
        return multiply([(by_column, by_column)], size=size)
    if tally.numeric or tally.unit > 1:
        right = tally.weighted(_WEIGHTS[aggregation])
        return multiply([(tally.cells, right)], size=size)
    if aggregation == "congruence":
        return multiply([(tally.cells, tally.cells)], size=size)
    return _unshared(tally, less=aggregation == "subtract")


_WEIGHTS: Mapping[str, Callable[[int, int], int]] = {
    "congruence": lambda span, distance: span - distance,
    "conflict": lambda _, distance: distance,
    "subtract": lambda span, distance: span - 2 * distance,
}


def _unshared(tally: Tally, *, less: bool) -> Iterator[tuple[int, Sums]]:
    """Count each pair's statements whose column and level the other never uses.

    Args:
        tally: Statements by row, column and level.
        less: Whether to take them off what both share, instead of counting them.

    Cost:
        All pairs of rows.
    """
    present: Features = {f: dict.fromkeys(rows, 1) for f, rows in tally.cells.items()}
    terms: list[Term] = [(tally.cells, present), (present, tally.cells)]
    if less:
        terms.append((tally.cells, tally.cells))
    active = tally.active
    for row, met in multiply(terms, size=len(tally.rows)):
        sums = {}
        for other in sorted(active):
            apart = active[row] + active[other]
            both = met.get(other, 0)
            sums[other] = both - apart if less else apart - both
        yield row, sums
