"""Shifts: dated changes of an actor's stance on an issue."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from accord.errors import InternalError
from accord.map.cells import Cell, dated, fill_cells, stance_of
from accord.model import (
    Codebook,
    Dossier,
    Shift,
    ShiftEnd,
    Statement,
    content_id,
)

__all__ = ["find_shifts"]

PRODUCER = "map.shifts.v1"


def find_shifts(
    dossiers: Iterable[Dossier], codebook: Codebook, *, roll_up: bool = True
) -> tuple[Shift, ...]:
    """Find who changed from one stance to another, and when.

    Only dated statements that support, oppose or set a condition count. A day with
    both yes and no is ambivalence, not a shift, and says nothing here; nor
    does a lone statement between two days of one other stance. A stance has changed
    only if the new date lies wholly after the old one.

    Args:
        dossiers: Of all documents, with statements, in any order.
        codebook: The issues; statements on others are left out.
        roll_up: Whether what a person says for a body is the body's position.

    Returns:
        Shifts by the date of the new stance, then issue and name.

    Cost:
        That of sorting the statements.
    """
    cells = fill_cells(dossiers, codebook, roll_up=roll_up)
    order = {issue.id: number for number, issue in enumerate(codebook.issues)}
    found = [shift for cell in cells for shift in _shifts_of(cell)]
    return tuple(
        sorted(
            found,
            key=lambda s: (s.to.when.start or date.max, order[s.issue], s.name, s.id),
        )
    )


def _shifts_of(cell: Cell) -> Iterator[Shift]:
    """Walk through one cell's days."""
    definite = [
        statement
        for statement, _ in cell.statements
        if statement.stance != "unclear" and dated(statement)
    ]
    days = [_clear(list(day)) for _, day in groupby(definite, key=dated)]
    last: Statement | None = None
    for day in _without_lone_ones([day for day in days if day]):
        if last is None or last.stance == day[0].stance:
            last = day[-1]
        elif _is_before(last, day[0]):
            yield _shift(cell, last, day[0])
            last = day[-1]


def _clear(day: Sequence[Statement]) -> list[Statement]:
    """Return the statements with the stance of their day; none if it is torn."""
    stance = stance_of(day)
    return [statement for statement in day if statement.stance == stance]


def _without_lone_ones(days: Sequence[list[Statement]]) -> Iterator[list[Statement]]:
    """Leave out a lone statement that the days before and after both contradict.

    One sentence between two of the other stance is sooner a misreading, or a slip,
    than going there and back.
    """
    for number, day in enumerate(days):
        lone = len(day) == 1 and 0 < number < len(days) - 1
        around = (
            {s.stance for s in (*days[number - 1], *days[number + 1])} if lone else ()
        )
        if len(around) != 1 or day[0].stance in around:
            yield day


def _is_before(one: Statement, other: Statement) -> bool:
    """Tell whether one date lies wholly before another."""
    ours, theirs = dated(one), dated(other)
    return ours is not None and theirs is not None and ours[1] < theirs[0]


def _shift(cell: Cell, before: Statement, after: Statement) -> Shift:
    """Make the record."""
    return Shift(
        id=content_id("shift", *cell.key, before.id, after.id),
        produced_by=PRODUCER,
        actor=cell.actor,
        name=cell.name,
        issue=cell.issue,
        from_=_end(before),
        to=_end(after),
    )


def _end(statement: Statement) -> ShiftEnd:
    """Make one side of a shift."""
    if statement.when is None:
        message = f"The statement {statement.id} of a shift has no date."
        raise InternalError(message)
    return ShiftEnd(statement.stance, statement.when, statement.id)
