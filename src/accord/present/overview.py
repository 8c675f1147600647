"""What an analyst reads first: the words behind conflicts and shifts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accord.model import Dispute, Irreconcilable, Side, Span, Statement
from accord.present.context import Context
from accord.present.wording import one_line, spoken_day
from accord.text import sentences

__all__ = [
    "Conflict",
    "Quotation",
    "ShiftView",
    "conflicts",
    "quotation",
    "shifts",
    "strongest",
]

# Characters of a long sentence shown on either side of the words.
MAX_AROUND = 220
# Characters of a quotation that is taken in at a glance.
MAX_BRIEF = 200
# Holders shown on each side of a conflict; the table has all.
MAX_HOLDERS = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement's words in their sentence, ready to be shown.

    Attributes:
        statement: Id of the statement.
        speaker: Who said it, or who holds it where nobody is said to speak.
        stance: Stance.
        before: What the sentence says before the words.
        text: The words on one line.
        after: What the sentence says after them.
        date: Date in words; None if unknown.
        outlet: Outlet, or the document's path.
    """

    statement: str
    speaker: str
    stance: str
    before: str
    text: str
    after: str
    date: str | None
    outlet: str

    @property
    def is_quoted(self) -> bool:
        """Whether the words stand in quotation marks in the source."""
        return self.before.rstrip()[-1:] in tuple("\"“„«‘'")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Positions that cannot all be met, each with its strongest words.

    Attributes:
        id: Id of the record; of the first one where several were gathered.
        issue: Issue id.
        reason: One plain sentence.
        sides: Columns to set against each other, each with its holders.
        more: How many further holders each column has.
    """

    id: str
    issue: str
    reason: str
    sides: tuple[tuple[tuple[Side, Quotation | None], ...], ...]
    more: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A change of stance with the words before and after it."""

    id: str
    name: str
    issue: str
    before: Quotation | None
    after: Quotation | None
    note: str


def quotation(statement: Statement, *, context: Context) -> Quotation:
    """Make a statement's words ready to be shown."""
    attribution = context.attributions.get(statement.attribution or "")
    speaker = attribution.speaker.name if attribution else None
    before, after = _sentence_around(statement, context)
    return Quotation(
        statement.id,
        speaker or statement.name,
        statement.stance,
        before,
        one_line(statement.evidence.text),
        after,
        spoken_day(statement.when),
        context.outlet(statement.document) or context.path(statement.document),
    )


def _sentence_around(statement: Statement, context: Context) -> tuple[str, str]:
    """Give the rest of the sentence that the evidence stands in, before and after."""
    document = context.documents.get(statement.document)
    if document is None:
        return "", ""
    text, start, end = document.text, statement.evidence.start, statement.evidence.end
    # No sentence crosses a line break, so the lines are all that need be read.
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    lines = Span(first, len(text) if last < 0 else last)
    around = [s for s in sentences(text, lines) if s.start < end and start < s.end]
    if not around:
        return "", ""
    before = text[min(around[0].start, start) : start]
    after = text[end : max(around[-1].end, end)]
    return _tail(before), _head(after)


def _tail(text: str) -> str:
    """Keep the end of what stands before the words, with its space."""
    if len(text) > MAX_AROUND:
        text = "… " + text[-MAX_AROUND:].split(" ", 1)[-1]
    return re.sub(r"\s+", " ", text)


def _head(text: str) -> str:
    """Keep the beginning of what stands after the words, with its space."""
    if len(text) > MAX_AROUND:
        text = text[:MAX_AROUND].rsplit(" ", 1)[0] + " …"
    return re.sub(r"\s+", " ", text)


def conflicts(dispute: Dispute, *, context: Context) -> tuple[Conflict, ...]:
    """Put the strongest words to each side of what cannot be reconciled.

    Sets of two on one issue are gathered: those who say yes against those who say
    no. What excludes each other across issues stands on its own.
    """
    plain = [found for found in dispute.irreconcilable if _is_plain(found)]
    gathered: dict[str, list[Irreconcilable]] = {}
    for found in plain:
        gathered.setdefault(found.issue, []).append(found)
    order = [issue.id for issue in dispute.codebook.issues]
    issues = sorted(
        gathered, key=lambda i: (i not in order, i in order and order.index(i))
    )
    together = [_gather(gathered[issue], context) for issue in issues]
    alone = [
        Conflict(
            found.id,
            found.issue,
            found.reason,
            tuple(((s, strongest(s.statements, context)),) for s in found.sides),
            tuple(0 for _ in found.sides),
        )
        for found in dispute.irreconcilable
        if not _is_plain(found)
    ]
    return (*together, *alone)


def _is_plain(found: Irreconcilable) -> bool:
    """Tell whether it is a yes against a no on one issue."""
    stances = sorted(side.stance for side in found.sides)
    return stances == ["oppose", "support"] and all(
        side.issue == found.issue for side in found.sides
    )


def _gather(found: Sequence[Irreconcilable], context: Context) -> Conflict:
    """Set all who say yes on an issue against all who say no."""
    columns: list[tuple[tuple[Side, Quotation | None], ...]] = []
    more: list[int] = []
    for stance in ("support", "oppose"):
        sides = {
            (s.actor, s.name): s for f in found for s in f.sides if s.stance == stance
        }
        ordered = sorted(
            sides.values(), key=lambda s: (s.actor is None, -len(s.statements), s.name)
        )
        # What only a description stands for makes room for actors, if there are any.
        known = [side for side in ordered if side.actor is not None] or ordered
        shown = known[:MAX_HOLDERS]
        columns.append(tuple((s, strongest(s.statements, context)) for s in shown))
        more.append(len(ordered) - len(shown))
    reason = found[0].reason if len(found) == 1 else ""
    return Conflict(found[0].id, found[0].issue, reason, tuple(columns), tuple(more))


def strongest(statements: Iterable[str], context: Context) -> Quotation | None:
    """Choose the words that speak most clearly: direct, brief, strong, then first."""
    known = [s for i in statements if (s := context.statements.get(i)) is not None]
    if not known:
        return None

    def clearness(statement: Statement) -> tuple[bool, bool, float, float]:
        attribution = context.attributions.get(statement.attribution or "")
        direct = attribution is not None and attribution.mode == "direct"
        brief = len(statement.evidence.text) <= MAX_BRIEF
        return direct, brief, abs(statement.strength), statement.confidence

    return quotation(max(known, key=clearness), context=context)


def shifts(dispute: Dispute, *, context: Context) -> tuple[ShiftView, ...]:
    """Put the words to both ends of each shift."""

    def words(statement: str) -> Quotation | None:
        found = context.statements.get(statement)
        return quotation(found, context=context) if found else None

    # What only a description stands for makes room for actors, if there are any.
    known = [shift for shift in dispute.shifts if shift.actor is not None]
    return tuple(
        ShiftView(
            shift.id,
            shift.name,
            shift.issue,
            words(shift.from_.statement),
            words(shift.to.statement),
            shift.note,
        )
        for shift in known or dispute.shifts
    )
