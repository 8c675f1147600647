"""The position ledger: what each actor holds on each issue."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from accord.map.cells import Cell, RollUp, dated, fill_cells, stance_of
from accord.map.repeats import Repeats
from accord.model import (
    ActorRef,
    Codebook,
    Dossier,
    Link,
    Position,
    Stance,
    Statement,
    When,
    content_id,
)

__all__ = ["build_ledger"]

PRODUCER = "map.ledger.v1"


def build_ledger(
    dossiers: Iterable[Dossier],
    codebook: Codebook,
    *,
    links: Iterable[Link] = (),
    roll_up: RollUp = "body",
    homes: Mapping[str, ActorRef] | None = None,
) -> tuple[Position, ...]:
    """Sum up every actor's statements on every issue.

    The stance is that of the latest day with a definite stance; statements of that
    day which both support and oppose make it ``unclear``. Undated statements decide
    only where none is dated. Leanings decide nothing; they are told where nothing else is.

    Args:
        dossiers: Of all documents, with statements, in any order.
        codebook: The issues; statements on others are left out.
        links: Of the same pile; what they join counts once in strength and outlets.
        roll_up: Whose position a statement counts for: the ``person``'s who speaks,
            that of the ``body`` spoken for, or of the ``state`` it belongs to.
        homes: The state that each body belongs to, by the body's id; for ``state``.

    Returns:
        Positions by issue in codebook order, then name.

    Cost:
        That of sorting the statements.
    """
    repeats = Repeats(links)
    cells = fill_cells(dossiers, codebook, roll_up=roll_up, homes=homes or {})
    return tuple(_position(cell, repeats) for cell in cells)


def _position(cell: Cell, repeats: Repeats) -> Position:
    """Sum up one cell."""
    statements = [statement for statement, _ in cell.statements]
    stances = {statement.stance for statement in statements}
    with_date = [s for s in statements if dated(s)]
    return Position(
        id=content_id("position", *cell.key),
        produced_by=PRODUCER,
        actor=cell.actor,
        name=cell.name,
        issue=cell.issue,
        stance=_latest_stance(statements),
        strength=_strength(cell, repeats),
        ambivalent={"support", "oppose"} <= stances,
        statements=tuple(statement.id for statement in statements),
        outlets=repeats.outlets(cell.statements),
        first=min(with_date, key=_begin).when if with_date else None,
        last=_last(with_date),
        leaning=None if stances - {"unclear"} else _leaning(statements),
    )


def _begin(statement: Statement) -> date:
    """Return the first day of a dated statement."""
    day = dated(statement)
    return day[0] if day else date.max


def _last(with_date: Sequence[Statement]) -> When | None:
    """Return the date of the last dated statement; they are in order."""
    return with_date[-1].when if with_date else None


def _latest_stance(statements: Sequence[Statement]) -> Stance:
    """Return the stance of the latest day that has a definite one."""
    definite = [s for s in statements if s.stance != "unclear"]
    days = [day[1] for s in definite if (day := dated(s))]
    if days:
        latest = max(days)
        definite = [s for s in definite if (d := dated(s)) and d[1] == latest]
    return stance_of(definite)


def _leaning(statements: Sequence[Statement]) -> Stance | None:
    """Return the side to which all lean that lean at all."""
    leanings = {s.leaning for s in statements if s.leaning is not None}
    return leanings.pop() if len(leanings) == 1 else None


def _strength(cell: Cell, repeats: Repeats) -> float:
    """Return the mean strength over utterances, not over their repetitions."""
    means = []
    for group in repeats.group(cell.statements):
        strengths = [statement.strength for statement, _ in group]
        means.append(sum(strengths) / len(strengths))
    return round(sum(means) / len(means), 6)
