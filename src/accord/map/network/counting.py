"""The counts a network is made of: statements by row, column and level."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import sqrt

from accord.errors import InternalError
from accord.map.network.kernels import UNIT
from accord.map.network.selecting import Selection, values_of
from accord.model.discourse import EventList, Recipe, Value, VariableKind

__all__ = ["Cells", "Tally", "count", "level_bits"]

#: Column and level, then row, to the number of statements.
Cells = dict[tuple[int, Value], dict[int, int]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Statements by row, column and level of the qualifier.

    Attributes:
        rows: Values of the first variable, in order of code points.
        columns: Values of the second, likewise.
        cells: Column and level, then row, to the number of statements.
        levels: All levels, lowest first; of an integer those that any statement has,
            counted or not.
        kind: Of the qualifier; None if there is none.
        active: Of each row, the number of its statements.
        unit: What one statement of full weight adds; above 1 where weights count. A
            one-mode network multiplies cells, so its cells hold roots of weights.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Cells
    levels: tuple[Value, ...]
    kind: VariableKind | None
    active: Mapping[int, int]
    unit: int = 1

    @property
    def numeric(self) -> bool:
        """Whether levels have distances."""
        return self.kind in ("boolean", "integer")

    @property
    def span(self) -> int:
        """Distance of the highest level from the lowest; 1 if they are the same."""
        if not self.numeric:
            return 1
        numbers = [self.number(level) for level in self.levels]
        return max(max(numbers) - min(numbers), 1) if numbers else 1

    @property
    def scale(self) -> int:
        """By what sums of weights must be divided."""
        return self.span if self.numeric else 1

    def weighted(self, weigh: Callable[[int, int], int]) -> Cells:
        """Weigh each column's levels by their distance from every level.

        Args:
            weigh: Gives the weight, of the span of the levels and the distance.

        Returns:
            Column and level, then row, to the weighted number of its statements on
            that column; levels that no statement on the column has are left out.
        """
        found: Cells = {}
        for (column, level), rows in self.cells.items():
            for target in self.levels:
                distance = self._distance(level, target)
                weight = weigh(self.span, distance)
                if weight and (column, target) in self.cells:
                    sums = found.setdefault((column, target), {})
                    for row, number in rows.items():
                        sums[row] = sums.get(row, 0) + weight * number
        return found

    def near(self) -> Cells:
        """Weigh levels by how near they are; of texts only the same one is near."""
        if not self.numeric:
            return self.cells
        return self.weighted(lambda span, distance: span - distance)

    def number(self, level: Value) -> int:
        """Read a level as a number.

        Raises:
            InternalError: The qualifier is a text.
        """
        if not isinstance(level, int):
            message = f"A level is no number: {level!r}."
            raise InternalError(message)
        return int(level)

    def _distance(self, one: Value, two: Value) -> int:
        """Tell how far two levels lie apart; texts are the same or not."""
        if not self.numeric:
            return int(one != two)
        return abs(self.number(one) - self.number(two))

    def by_column(self) -> dict[int, dict[int, int]]:
        """Add the levels up: column, then row, to the number of statements."""
        found: dict[int, dict[int, int]] = {}
        for (column, _), rows in self.cells.items():
            sums = found.setdefault(column, {})
            for row, number in rows.items():
                sums[row] = sums.get(row, 0) + number
        return found


def count(
    events: EventList,
    recipe: Recipe,
    selection: Selection,
    weights: Sequence[float] | None = None,
) -> Tally:
    """Count what was selected.

    Args:
        events: All statements of the type; they give isolates and levels.
        recipe: What is asked for.
        selection: What of them is counted.
        weights: How much each statement counts; 1 if None.

    Returns:
        The counts, with named axes.

    Cost:
        Linear in the statements, and sorting the names.
    """
    rows = _axis(events, recipe.variable1, {use[0] for use in selection.uses}, recipe)
    columns = _axis(
        events, recipe.variable2, {use[1] for use in selection.uses}, recipe
    )
    row_of = {name: place for place, name in enumerate(rows)}
    column_of = {name: place for place, name in enumerate(columns)}
    cells: Cells = {}
    active: dict[int, int] = {}
    added: Iterable[tuple[int, int]] = repeat((1, 1))
    if weights is not None:
        rooted = recipe.network_type == "onemode"
        added = (_parts(weight, rooted=rooted) for weight in weights)
    for (one, two, level), (part, whole) in zip(selection.uses, added, strict=False):
        by_row = cells.setdefault((column_of[two], level), {})
        row = row_of[one]
        by_row[row] = by_row.get(row, 0) + part
        active[row] = active.get(row, 0) + whole
    kind = None if recipe.qualifier is None else events.variable(recipe.qualifier).kind
    levels = _levels(events, recipe, kind)
    unit = 1 if weights is None else UNIT
    return Tally(rows, columns, cells, levels, kind, active, unit)


def _parts(weight: float, *, rooted: bool) -> tuple[int, int]:
    """Write what a weight adds to a cell, and to the activity, as whole parts."""
    whole = round(weight * UNIT)
    return (round(sqrt(weight) * UNIT) if rooted else whole), whole


def _axis(
    events: EventList, name: str, used: set[str], recipe: Recipe
) -> tuple[str, ...]:
    """Name an axis: what is used, or all there is."""
    if recipe.isolates:
        used = values_of(events.statements, events.position(name))
    return tuple(sorted(used))


def _levels(
    events: EventList, recipe: Recipe, kind: VariableKind | None
) -> tuple[Value, ...]:
    """List the levels of the qualifier, lowest first."""
    if kind is None or recipe.qualifier is None:
        return (None,)
    if kind == "boolean":
        return (False, True)
    place = events.position(recipe.qualifier)
    found = {s.values[place] for s in events.statements} - {None, ""}
    if kind == "integer":
        return tuple(sorted(v for v in found if isinstance(v, int)))
    return tuple(sorted(str(v) for v in found))


def level_bits(tally: Tally) -> Mapping[Value, int]:
    """Map each level to its bit, the lowest level the most significant."""
    last = len(tally.levels) - 1
    return {level: 1 << (last - place) for place, level in enumerate(tally.levels)}
