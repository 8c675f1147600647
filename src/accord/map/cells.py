"""Cells: the statements of one actor on one issue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from accord.model import ActorRef, Codebook, Document, Dossier, Stance, Statement
from accord.text import fold

__all__ = ["Cell", "dated", "fill_cells", "stance_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The statements of one actor on one issue.

    Attributes:
        actor: Actor id; None if not known.
        name: Name to show.
        issue: Issue id.
        statements: With their documents: dated ones by date, then the others.
    """

    actor: str | None
    name: str
    issue: str
    statements: tuple[tuple[Statement, Document], ...]

    @property
    def key(self) -> tuple[str, str]:
        """What makes the cell this one: actor, or the name if unknown, and issue."""
        return (self.actor or f"name:{fold(self.name).text}", self.issue)


def dated(statement: Statement) -> tuple[date, date] | None:
    """Return the first and last day a statement may be from; None if unknown."""
    when = statement.when
    if when is None or when.start is None or when.end is None:
        return None
    return when.start, when.end


def stance_of(statements: Iterable[Statement]) -> Stance:
    """Sum up what is stated on one day.

    Returns:
        ``unclear`` if nothing definite is stated, or both yes and no; a condition
        qualifies the yes or no of its day.
    """
    stances = {s.stance for s in statements if s.stance != "unclear"}
    if not stances or {"support", "oppose"} <= stances:
        return "unclear"
    return "conditional" if "conditional" in stances else stances.pop()


def fill_cells(
    dossiers: Iterable[Dossier], codebook: Codebook, *, roll_up: bool
) -> tuple[Cell, ...]:
    """Sort statements into cells.

    Args:
        dossiers: Of all documents, in any order.
        codebook: The issues; statements on others are left out.
        roll_up: Whether what a person says for a body is the body's.

    Returns:
        Cells by issue in codebook order, then name, then actor id.

    Cost:
        That of sorting the statements.
    """
    order = {issue.id: number for number, issue in enumerate(codebook.issues)}
    holders: dict[tuple[str, str], list[tuple[Statement, Document]]] = {}
    for dossier in dossiers:
        for statement in dossier.statements:
            if statement.issue in order:
                holder = _holder(statement, roll_up=roll_up)
                who = holder.actor or f"name:{fold(holder.name).text}"
                found = holders.setdefault((statement.issue, who), [])
                found.append((statement, dossier.document))
    cells = [_cell(found, roll_up=roll_up) for found in holders.values()]
    return tuple(
        sorted(cells, key=lambda c: (order[c.issue], c.name, c.actor or "", c.key))
    )


def _holder(statement: Statement, *, roll_up: bool) -> ActorRef:
    """Return whose position a statement counts for."""
    if roll_up and statement.speaks_for is not None:
        return statement.speaks_for
    return ActorRef(statement.actor, statement.name)


def _cell(found: Sequence[tuple[Statement, Document]], *, roll_up: bool) -> Cell:
    """Put one cell's statements in order; the first one names the actor."""
    ordered = sorted(found, key=_order)
    holder = _holder(ordered[0][0], roll_up=roll_up)
    return Cell(holder.actor, holder.name, ordered[0][0].issue, tuple(ordered))


def _order(pair: tuple[Statement, Document]) -> tuple[date, date, str, int, str]:
    """Sort by date, undated last, then by place."""
    statement, document = pair
    first, last = dated(statement) or (date.max, date.max)
    return (last, first, document.path, statement.evidence.start, statement.id)
