"""The counts a network is made of: statements by row, column and level."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from accord.map.network.products import Floats, Ints, Sparse
from accord.map.network.selecting import Selection, values_of
from accord.model.discourse import EventList, Recipe, Value, VariableKind

__all__ = ["Codes", "Tally", "code", "count"]


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """Statements as numbers: of each its row, its column and its level.

    Attributes:
        rows: Values of the first variable, in order of code points.
        columns: Values of the second, likewise.
        levels: All levels, lowest first; of an integer those that any statement has,
            counted or not. What has no level comes last, where that is counted.
        kind: Of the qualifier; None if there is none.
        row: Number of each statement's row.
        column: Number of its column.
        level: Number of its level.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    levels: tuple[Value, ...]
    kind: VariableKind | None
    row: Ints
    column: Ints
    level: Ints

    def narrowed(self, kept: Ints, *, isolates: bool) -> "Codes":
        """Keep some statements, and the axes that they use unless isolates stay."""
        row, column = self.row[kept], self.column[kept]
        rows, columns = self.rows, self.columns
        if not isolates:
            used, row = np.unique(row, return_inverse=True)
            rows = tuple(rows[place] for place in used)
            used, column = np.unique(column, return_inverse=True)
            columns = tuple(columns[place] for place in used)
        return replace(
            self,
            rows=rows,
            columns=columns,
            row=row,
            column=column,
            level=self.level[kept],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Statements by row, column and level of the qualifier.

    A feature is a column and a level that some statement has together.

    Attributes:
        codes: What was counted, with the names of the axes.
        column: Of each feature.
        level: Of each feature.
        cells: Number of statements by feature and row.
        active: Of each row, the number of its statements.
        weighted: Whether statements count by weights; of a one-mode network, which
            multiplies cells, these then hold roots of weights.
    """

    codes: Codes
    column: Ints
    level: Ints
    cells: Sparse
    active: Floats
    weighted: bool = False

    @property
    def numeric(self) -> bool:
        """Whether levels have distances."""
        return self.codes.kind in ("boolean", "integer")

    @property
    def span(self) -> int:
        """Distance of the highest level from the lowest; 1 if they are the same."""
        if not self.numeric:
            return 1
        numbers = [number for number in self.numbers if number is not None]
        return max(max(numbers) - min(numbers), 1) if numbers else 1

    @property
    def numbers(self) -> list[int | None]:
        """What number each level is; None of a text."""
        return [
            int(level) if isinstance(level, int) else None
            for level in self.codes.levels
        ]

    def weigh(self, weigh: Callable[[int, int], int]) -> Sparse:
        """Weigh each column's levels by their distance from every level.

        Args:
            weigh: Gives the weight, of the span of the levels and the distance.

        Returns:
            The weighted number of a row's statements on the feature's column.

        Cost:
            Levels times cells.
        """
        cells, count = self.cells, max(len(self.codes.levels), 1)
        known = self.column * count + self.level
        parts: list[tuple[Ints, Ints, Floats]] = []
        for target in np.unique(self.level).tolist():
            weights = np.array(
                [
                    weigh(self.span, self._distance(level, target))
                    for level in range(count)
                ],
                dtype=np.float64,
            )[self.level]
            wanted = self.column * count + target
            place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
            used = (known[place] == wanted) & (weights != 0)
            kept = used[cells.feature]
            feature = cells.feature[kept]
            number = cells.number[kept] * weights[feature]
            parts.append((place[feature], cells.row[kept], number))
        if not parts:
            return cells
        feature, row, number = (
            np.concatenate(part) for part in zip(*parts, strict=True)
        )
        return Sparse.summed(
            feature, row, number, features=cells.features, size=cells.size
        )

    def near(self) -> Sparse:
        """Weigh levels by how near they are; of texts only the same one is near."""
        if not self.numeric:
            return self.cells
        return self.weigh(lambda span, distance: span - distance)

    def _distance(self, one: int, two: int) -> int:
        """Tell how far two levels lie apart; texts are the same or not."""
        first, second = self.numbers[one], self.numbers[two]
        if not self.numeric or first is None or second is None:
            return int(one != two) * self.span
        return abs(first - second)

    def by_column(self) -> Sparse:
        """Add the levels up: columns are the features."""
        cells = self.cells
        return Sparse.summed(
            self.column[cells.feature],
            cells.row,
            cells.number,
            features=len(self.codes.columns),
            size=cells.size,
        )


def code(events: EventList, recipe: Recipe, selection: Selection) -> Codes:
    """Number what was selected.

    Args:
        events: All statements of the type; they give isolates and levels.
        recipe: What is asked for.
        selection: What of them is counted.

    Returns:
        The numbers, with named axes.

    Cost:
        Linear in the statements, and sorting the names.
    """
    firsts = [use[0] for use in selection.uses]
    seconds = [use[1] for use in selection.uses]
    rows = _axis(events, recipe.variable1, set(firsts), recipe)
    columns = _axis(events, recipe.variable2, set(seconds), recipe)
    kind = None if recipe.qualifier is None else events.variable(recipe.qualifier).kind
    levels = _levels(events, recipe, kind)
    numbers: dict[Value, int] = {level: place for place, level in enumerate(levels)}
    level = [numbers.setdefault(use[2], len(numbers)) for use in selection.uses]
    return Codes(
        rows=rows,
        columns=columns,
        levels=tuple(numbers),
        kind=kind,
        row=_numbered(firsts, rows),
        column=_numbered(seconds, columns),
        level=np.array(level, dtype=np.int64),
    )


def _numbered(values: list[str], names: tuple[str, ...]) -> Ints:
    """Number values by their place among the names."""
    place_of = {name: place for place, name in enumerate(names)}
    return np.array([place_of[value] for value in values], dtype=np.int64)


def count(
    codes: Codes, *, cells: Floats | None = None, activity: Floats | None = None
) -> Tally:
    """Count statements by row, column and level.

    Args:
        codes: The statements.
        cells: How much each adds to its cell; 1 if None.
        activity: How much each adds to its row's activity; 1 if None.

    Returns:
        The counts.

    Cost:
        Sorting the statements by place.
    """
    count = max(len(codes.levels), 1)
    features, feature = np.unique(
        codes.column * count + codes.level, return_inverse=True
    )
    size = len(codes.rows)
    added = np.ones(len(codes.row)) if cells is None else cells
    return Tally(
        codes=codes,
        column=features // count,
        level=features % count,
        cells=Sparse.summed(
            feature, codes.row, added, features=len(features), size=size
        ),
        active=np.bincount(codes.row, weights=activity, minlength=size).astype(
            np.float64
        ),
        weighted=cells is not None,
    )


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
