"""Shifts: dated changes of an actor's stance on an issue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from accord.errors import InternalError
from accord.map.cells import Cell, RollUp, dated, fill_cells, stance_of
from accord.map.chance import judge_change
from accord.map.repeats import Repeats
from accord.model import (
    ActorRef,
    Codebook,
    Document,
    Dossier,
    Link,
    Shift,
    ShiftEnd,
    Statement,
    content_id,
)

__all__ = ["find_shifts"]

PRODUCER = "map.shifts.v2"

# The usual bound; above it the note says that nothing is shown.
CONVINCING = 0.05

#: A statement with the document it stands in.
Attested = tuple[Statement, Document]

_SCORES = {"support": 1, "conditional": 0, "oppose": -1, "unclear": 0}
_VERBS = {
    "support": "supported",
    "oppose": "opposed",
    "conditional": "set a condition on",
    "unclear": "was unclear on",
}


def find_shifts(
    dossiers: Iterable[Dossier],
    codebook: Codebook,
    *,
    links: Iterable[Link] = (),
    roll_up: RollUp = "body",
    homes: Mapping[str, ActorRef] | None = None,
) -> tuple[Shift, ...]:
    """Find who changed from one stance to another, and when.

    Only dated statements that support, oppose or set a condition count. A day with
    both yes and no is ambivalence, not a shift, and says nothing here; nor
    does a lone statement between two days of one other stance. A stance has changed
    only if the new date lies wholly after the old one.

    Each shift tells how often chance alone would show a change as clear: the
    utterances on both sides are put in every order (see ``judge_change``).

    Args:
        dossiers: Of all documents, with statements, in any order.
        codebook: The issues; statements on others are left out.
        links: Of the same pile; what they join is one utterance.
        roll_up: Whose position a statement counts for; see ``build_ledger``.
        homes: The state that each body belongs to; for ``state``.

    Returns:
        Shifts by the date of the new stance, then issue and name.

    Cost:
        That of sorting the statements, and 2,000 orders for each shift.
    """
    cells = fill_cells(dossiers, codebook, roll_up=roll_up, homes=homes or {})
    order = {issue.id: number for number, issue in enumerate(codebook.issues)}
    repeats = Repeats(links)
    found = [shift for cell in cells for shift in _shifts_of(cell, repeats)]
    return tuple(
        sorted(
            found,
            key=lambda s: (s.to.when.start or date.max, order[s.issue], s.name, s.id),
        )
    )


def _shifts_of(cell: Cell, repeats: Repeats) -> Iterator[Shift]:
    """Walk through one cell's days."""
    definite = [
        (statement, document)
        for statement, document in cell.statements
        if statement.stance != "unclear" and dated(statement)
    ]
    ends = list(_changes([statement for statement, _ in definite]))
    place = {statement.id: at for at, (statement, _) in enumerate(definite)}
    bounds = [0, *(place[after.id] for _, after in ends), len(definite)]
    for number, (before, after) in enumerate(ends):
        first, middle, last = bounds[number : number + 3]
        sides = (definite[first:middle], definite[middle:last])
        yield _shift(cell, before, after, sides=sides, repeats=repeats)


def _changes(definite: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Find the last statement before each change, and the first after it."""
    days = [_clear(list(day)) for _, day in groupby(definite, key=dated)]
    last: Statement | None = None
    for day in _without_lone_ones([day for day in days if day]):
        if last is None or last.stance == day[0].stance:
            last = day[-1]
        elif _is_before(last, day[0]):
            yield last, day[0]
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


def _shift(
    cell: Cell,
    before: Statement,
    after: Statement,
    *,
    sides: tuple[Sequence[Attested], Sequence[Attested]],
    repeats: Repeats,
) -> Shift:
    """Make the record."""
    scores = [[_score(group) for group in repeats.group(side)] for side in sides]
    p_value, exact = judge_change([*scores[0], *scores[1]], len(scores[0]))
    counts = (len(scores[0]), len(scores[1]))
    return Shift(
        id=content_id("shift", *cell.key, before.id, after.id),
        produced_by=PRODUCER,
        actor=cell.actor,
        name=cell.name,
        issue=cell.issue,
        from_=_end(before),
        to=_end(after),
        before=tuple(statement.id for statement, _ in sides[0]),
        after=tuple(statement.id for statement, _ in sides[1]),
        utterances=counts,
        p_value=round(p_value, 6),
        exact=exact,
        note=_note(cell, _end(before), _end(after), counts=counts, p_value=p_value),
    )


def _score(utterance: Sequence[Attested]) -> int:
    """Turn an utterance's stance into a number; one on a condition lies between."""
    return _SCORES[stance_of(statement for statement, _ in utterance)]


def _note(
    cell: Cell,
    before: ShiftEnd,
    after: ShiftEnd,
    *,
    counts: tuple[int, int],
    p_value: float,
) -> str:
    """Say the shift, and what it rests on, in plain words."""
    said = [f"{n} utterance{'' if n == 1 else 's'}" for n in counts]
    moved = (
        f"{cell.name} {_VERBS[before.stance]} {cell.issue} until {before.when.start} "
        f"({said[0]}) and {_VERBS[after.stance]} it from {after.when.start} ({said[1]})."
    )
    if p_value > CONVINCING:
        return (
            f"{moved} Chance alone would show a change as clear in {p_value:.0%} of "
            f"orders: too few statements to tell a move from chance."
        )
    return (
        f"{moved} Chance alone would show a change as clear in {p_value:.1%} of orders."
    )


def _end(statement: Statement) -> ShiftEnd:
    """Make one side of a shift."""
    if statement.when is None:
        message = f"The statement {statement.id} of a shift has no date."
        raise InternalError(message)
    return ShiftEnd(statement.stance, statement.when, statement.id)
