"""Two-mode networks: who speaks of what."""

import numpy as np

from accord.errors import InputError
from accord.map.network.counting import Tally
from accord.map.network.products import Floats, Ints, Sparse
from accord.model.discourse import Recipe

__all__ = ["two_mode"]

# Beyond so many levels a pattern of bits is more than a number can hold.
_MOST_LEVELS = 1000


def two_mode(tally: Tally, recipe: Recipe) -> dict[str, dict[str, float]]:
    """Make the cells of a two-mode network.

    Args:
        tally: Statements by row, column and level.
        recipe: The aggregation and the normalisation.

    Returns:
        Row, then column, to value, in order; what is 0 is left out.

    Raises:
        InputError: There are too many levels to combine.

    Cost:
        Sorting the cells of the tally.

    Source:
        [leifeld2017]
    """
    cells = tally.cells
    column = tally.column[cells.feature]
    number = _weights(tally, recipe)[tally.level[cells.feature]]
    if recipe.aggregation != "combine":
        number *= cells.number
    found = Sparse.summed(
        cells.row,
        column,
        number,
        features=len(tally.codes.rows),
        size=len(tally.codes.columns),
    )
    values = found.number
    if recipe.normalization != "no":
        by_row = recipe.normalization == "activity"
        along = cells.row if by_row else column
        place = found.feature if by_row else found.row
        size = found.features if by_row else found.size
        values = values / _divisors(recipe, place, along, cells.number, size)[place]
    return _named(tally, found, values)


def _weights(tally: Tally, recipe: Recipe) -> Floats:
    """Tell what a statement of each level adds."""
    levels = tally.codes.levels
    if recipe.aggregation == "combine":
        if len(levels) > _MOST_LEVELS:
            message = f"{recipe.qualifier!r} has {len(levels):,} levels to combine."
            raise InputError(message, hint="Choose ignore, or another qualifier.")
        # The lowest level is the most significant bit.
        return np.array([2.0 ** (len(levels) - 1 - p) for p in range(len(levels))])
    if recipe.aggregation == "subtract" and tally.codes.kind == "boolean":
        return np.array([1.0 if level else -1.0 for level in levels])
    if recipe.aggregation == "subtract" and tally.codes.kind == "integer":
        return np.array([float(number or 0) for number in tally.numbers])
    return np.ones(len(levels))


def _divisors(
    recipe: Recipe, place: Ints, along: Ints, number: Floats, size: int
) -> Floats:
    """Count what each row, or each column, is divided by."""
    if recipe.aggregation == "combine":
        return np.bincount(place, minlength=size).astype(np.float64)
    return np.bincount(along, weights=number, minlength=size).astype(np.float64)


def _named(tally: Tally, found: Sparse, values: Floats) -> dict[str, dict[str, float]]:
    """Put names in the place of numbers."""
    rows, columns = tally.codes.rows, tally.codes.columns
    cells: dict[str, dict[str, float]] = {}
    for row, column, value in zip(
        found.feature.tolist(), found.row.tolist(), values.tolist(), strict=True
    ):
        cells.setdefault(rows[row], {})[columns[column]] = value
    return cells
