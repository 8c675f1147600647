"""Cells: the statements of one actor on one issue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.model import ActorRef, Codebook, Document, Dossier, Stance, Statement
from accord.text import fold

__all__ = ["Cell", "RollUp", "dated", "fill_cells", "holder_of", "stance_of"]

#: Whose position a statement counts for: the speaker's own, that of the body spoken
#: for, or that of the state the body belongs to.
RollUp = Literal["person", "body", "state"]

_NO_HOMES: Mapping[str, ActorRef] = {}
# Words that mean somebody else in every text.
_WRITERS = frozenset({"the author", "i"})


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
    dossiers: Iterable[Dossier],
    codebook: Codebook,
    *,
    roll_up: RollUp = "body",
    homes: Mapping[str, ActorRef] = _NO_HOMES,
) -> tuple[Cell, ...]:
    """Sort statements into cells.

    Args:
        dossiers: Of all documents, in any order.
        codebook: The issues; statements on others are left out.
        roll_up: Whose position a statement counts for.
        homes: The state that each body belongs to, by the body's id; used with
            ``state``. A body that none is known for stands for itself.

    Returns:
        Cells by issue in codebook order, then name, then actor id.

    Cost:
        That of sorting the statements.
    """
    order = {issue.id: number for number, issue in enumerate(codebook.issues)}
    found: dict[tuple[str, str], list[tuple[Statement, Document]]] = {}
    names: dict[tuple[str, str], list[ActorRef]] = {}
    for dossier in dossiers:
        for statement in dossier.statements:
            if statement.issue in order:
                holder = _of_its_text(
                    holder_of(statement, roll_up=roll_up, homes=homes), dossier.document
                )
                who = holder.actor or f"name:{fold(holder.name).text}"
                key = (statement.issue, who)
                found.setdefault(key, []).append((statement, dossier.document))
                names.setdefault(key, []).append(holder)
    cells = [_cell(found[key], names[key]) for key in found]
    return tuple(
        sorted(cells, key=lambda c: (order[c.issue], c.name, c.actor or "", c.key))
    )


def holder_of(
    statement: Statement,
    *,
    roll_up: RollUp,
    homes: Mapping[str, ActorRef] = _NO_HOMES,
) -> ActorRef:
    """Tell whose position a statement counts for; see ``fill_cells``."""
    speaker = ActorRef(statement.actor, statement.name)
    if roll_up == "person":
        return speaker
    body = statement.speaks_for or speaker
    return homes.get(body.actor or "", body) if roll_up == "state" else body


def _of_its_text(holder: ActorRef, document: Document) -> ActorRef:
    """Tell the unnamed author of one text from that of another."""
    if holder.actor is None and fold(holder.name).text in _WRITERS:
        return ActorRef(None, f"the author of {document.path}")
    return holder


def _cell(
    found: Sequence[tuple[Statement, Document]], names: Sequence[ActorRef]
) -> Cell:
    """Put one cell's statements in order; the first one names the actor."""
    order = sorted(range(len(found)), key=lambda at: _order(found[at]))
    holder = names[order[0]]
    ordered = tuple(found[at] for at in order)
    return Cell(holder.actor, holder.name, ordered[0][0].issue, ordered)


def _order(pair: tuple[Statement, Document]) -> tuple[date, date, str, int, str]:
    """Sort by date, undated last, then by place."""
    statement, document = pair
    first, last = dated(statement) or (date.max, date.max)
    return (last, first, document.path, statement.evidence.start, statement.id)
