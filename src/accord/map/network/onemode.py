"""One-mode networks: who agrees with whom, through what both speak of.

Everything is counted in whole numbers, scaled by the span of the qualifier's levels,
and divided once at the end: results do not depend on the order of statements.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import repeat

import numpy as np

from accord.map.network.counting import Tally
from accord.map.network.normalizing import divisors
from accord.map.network.products import Floats, multiply
from accord.model.discourse import Recipe

__all__ = ["one_mode", "one_mode_matrix"]


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
    names = tally.codes.rows
    # Whole numbers add up to the same in any order, so both halves of a pair are equal
    # to the last bit; weights are rounded, and one half is taken for both.
    rows = one_mode_matrix(tally, recipe) if tally.weighted else _rows(tally, recipe)
    cells = {}
    for row, values in enumerate(rows):
        values[row] = 0
        there = np.flatnonzero(values)
        if len(there):
            others = map(names.__getitem__, there.tolist())
            cells[names[row]] = dict(zip(others, values[there].tolist(), strict=True))
    return cells


def one_mode_matrix(tally: Tally, recipe: Recipe) -> Floats:
    """Make a one-mode network as a matrix with its zeros; see ``one_mode``.

    Returns:
        Rows by rows, symmetric, with 0 on the diagonal.
    """
    size = len(tally.codes.rows)
    found = np.zeros((size, size))
    for row, values in enumerate(_rows(tally, recipe)):
        found[row, row:] = found[row:, row] = values[row:]
    np.fill_diagonal(found, 0)
    return found


def _rows(tally: Tally, recipe: Recipe) -> Iterator[Floats]:
    """Give the cells of each row with every row, itself too."""
    scale = 1 if recipe.aggregation == "ignore" or not tally.numeric else tally.span
    divided: Iterator[Floats | None] = divisors(tally, recipe) or repeat(None)
    for sums, divisor in zip(_shared(tally, recipe.aggregation), divided, strict=False):
        values = sums / scale
        if divisor is None:
            yield values
        else:
            yield np.divide(
                values, divisor, out=np.zeros_like(values), where=divisor != 0
            )


def _shared(tally: Tally, aggregation: str) -> Iterator[Floats]:
    """Count what each row shares with the others, scaled to whole numbers."""
    if aggregation == "ignore":
        by_column = tally.by_column()
        return multiply([(by_column, by_column)])
    if tally.numeric or tally.weighted:
        return multiply([(tally.cells, tally.weigh(_WEIGHTS[aggregation]))])
    if aggregation == "congruence":
        return multiply([(tally.cells, tally.cells)])
    return _unshared(tally, less=aggregation == "subtract")


_WEIGHTS: Mapping[str, Callable[[int, int], int]] = {
    "congruence": lambda span, distance: span - distance,
    "conflict": lambda _, distance: distance,
    "subtract": lambda span, distance: span - 2 * distance,
}


def _unshared(tally: Tally, *, less: bool) -> Iterator[Floats]:
    """Count each pair's statements whose column and level the other never uses.

    Args:
        tally: Statements by row, column and level.
        less: Whether to take them off what both share, instead of counting them.
    """
    active, cells = tally.active, tally.cells
    present = cells.replaced(np.ones_like(cells.number))
    terms = [(cells, present), (present, cells)]
    if less:
        terms.append((cells, cells))
    for own, both in zip(active, multiply(terms), strict=True):
        apart = own + active
        yield both - apart if less else apart - both
