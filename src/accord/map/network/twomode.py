"""Two-mode networks: who speaks of what."""

from collections import defaultdict

from accord.map.network.counting import Tally, level_bits
from accord.model.discourse import Recipe, Value

__all__ = ["two_mode"]

Cells = dict[int, dict[int, float]]


def two_mode(tally: Tally, recipe: Recipe) -> Cells:
    """Make the cells of a two-mode network.

    Args:
        tally: Statements by row, column and level.
        recipe: The aggregation and the normalisation.

    Returns:
        Row, then column, to value; what is 0 is left out.

    Cost:
        Linear in the cells of the tally.

    Source:
        [leifeld2017]
    """
    cells = _aggregate(tally, recipe)
    if recipe.normalization == "no":
        return cells
    by_row = recipe.normalization == "activity"
    divisors = _divisors(tally, recipe, cells, by_row=by_row)
    return {
        row: {
            column: value / divisors[row if by_row else column]
            for column, value in columns.items()
        }
        for row, columns in cells.items()
    }


def _aggregate(tally: Tally, recipe: Recipe) -> Cells:
    """Add the levels of each cell up."""
    weights = _weights(tally, recipe)
    once = recipe.aggregation == "combine"
    sums: dict[int, dict[int, int]] = defaultdict(dict)
    for (column, level), rows in tally.cells.items():
        weight = 1 if weights is None else weights[level]
        for row, number in rows.items():
            added = weight if once else weight * number
            sums[row][column] = sums[row].get(column, 0) + added
    unit = 1 if once else tally.unit
    return {
        row: {column: value / unit for column, value in columns.items() if value}
        for row, columns in sums.items()
    }


def _weights(tally: Tally, recipe: Recipe) -> dict[Value, int] | None:
    """Tell what a statement of each level adds; None if each adds 1."""
    if recipe.aggregation == "combine":
        return dict(level_bits(tally))
    if recipe.aggregation == "subtract" and tally.kind == "boolean":
        return {False: -1, True: 1}
    if recipe.aggregation == "subtract" and tally.kind == "integer":
        return {level: tally.number(level) for level in tally.levels}
    return None


def _divisors(
    tally: Tally, recipe: Recipe, cells: Cells, *, by_row: bool
) -> dict[int, float]:
    """Count what each row, or each column, is divided by."""
    found: dict[int, float] = defaultdict(float)
    if recipe.aggregation == "combine":
        for row, columns in cells.items():
            for column in columns:
                found[row if by_row else column] += 1
        return found
    for (column, _), rows in tally.cells.items():
        for row, number in rows.items():
            found[row if by_row else column] += number / tally.unit
    return found
