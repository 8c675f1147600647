"""Shifts: dated changes of an actor's stance on an issue."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from accord.errors import InternalError
from accord.map.cells import Cell, dated, fill_cells
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
    several of these stances is ambivalence, not a shift, and says nothing here. A
    stance has changed only if the new date lies wholly after the old one.

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
    last: Statement | None = None
    for _, group in groupby(definite, key=dated):
        day = list(group)
        if len({statement.stance for statement in day}) > 1:
            continue
        if last is None or last.stance == day[0].stance:
            last = day[-1]
        elif _is_before(last, day[0]):
            yield _shift(cell, last, day[0])
            last = day[-1]


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
