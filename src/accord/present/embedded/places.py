"""Where the reader finds each record: documents, and marked ranges within them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from accord.model import (
    Actor,
    Agreement,
    Attribution,
    Contact,
    Dispute,
    Document,
    Figure,
    Finding,
    Irreconcilable,
    Link,
    Mechanism,
    Position,
    Shift,
    Statement,
)
from accord.model.solved import SolvedRule
from accord.present.context import Context

__all__ = ["ROLES", "Locator", "Mark", "Place", "locator"]

#: What a marked range is; a mark names its role by its place in this list.
ROLES = ("evidence", "source", "cue", "content", "condition", "sign")

# An actor of a long pile is named thousands of times; the reader steps through these.
MAX_PLACES = 200

Mark = tuple[int, int, str]
InText = Attribution | Statement | Figure | Agreement | Contact | Mechanism
_IN_TEXT = get_args(InText)


@dataclass(frozen=True, slots=True)
class Place:
    """One document with what to mark in it.

    Attributes:
        document: Document id.
        marks: ``(start, end, role)`` in code points, in text order; they may overlap.
    """

    document: str
    marks: tuple[Mark, ...]


Locator = Callable[[object], tuple[Place | str, ...]]


def locator(dispute: Dispute, context: Context) -> Locator:
    """Give the function that says where a record of a dispute is to be read.

    Returns:
        For each record its places. A string stands for the place of another record: a
        position is read in its statements, a link in what it joins.
    """
    solved = dispute.solution.rules if dispute.solution else ()
    members: dict[str, tuple[Place, ...]] = {}
    for rule in solved:
        members[rule.mechanism] = members.get(rule.mechanism, ()) + _candidates(rule)

    def places(record: object) -> tuple[Place | str, ...]:
        if isinstance(record, _IN_TEXT):
            own = Place(record.document, tuple(sorted(_marks(record, context))))
            return (own, *members.get(record.id, ()))
        if isinstance(record, Finding):
            return (Place(record.document, tuple(_finding_marks(record))),)
        if isinstance(record, Document):
            return (Place(record.id, ()),)
        if isinstance(record, Actor):
            return _mentions(record)
        return _elsewhere(record)

    return places


def _elsewhere(record: object) -> tuple[str, ...]:
    """Name the records whose places are those of this one."""
    match record:
        case Link():
            return (record.a,) if record.carrier else (record.a, record.b)
        case Position():
            return record.statements
        case Shift():
            return record.from_.statement, record.to.statement
        case Irreconcilable():
            members = (s for side in record.sides for s in side.statements)
            return tuple(dict.fromkeys(members))
        case _:
            return ()


def _marks(record: InText, context: Context) -> Iterable[Mark]:
    """Give what is to be marked of a record that stands in one document."""
    match record:
        case Attribution():
            return _attribution_marks(record)
        case Statement():
            return _statement_marks(record, context.attributions)
        case _:
            return _reported_marks(record)


def _finding_marks(finding: Finding) -> Iterable[Mark]:
    if finding.start is not None and finding.end is not None:
        yield finding.start, finding.end, "evidence"


def _attribution_marks(attribution: Attribution) -> Iterable[Mark]:
    parts = (
        ("source", attribution.source),
        ("cue", attribution.cue),
        ("content", attribution.content),
    )
    for role, part in parts:
        for span in part.spans if part else ():
            yield span.start, span.end, role
    if attribution.condition:
        yield attribution.condition.start, attribution.condition.end, "condition"


def _statement_marks(
    statement: Statement, attributions: Mapping[str, Attribution]
) -> Iterable[Mark]:
    yield statement.evidence.start, statement.evidence.end, "evidence"
    for cue in statement.cues:
        yield cue.start, cue.end, "sign"
    attribution = attributions.get(statement.attribution or "")
    if attribution is not None:
        for mark in _attribution_marks(attribution):
            if mark[2] != "content":
                yield mark


def _reported_marks(record: Figure | Agreement | Contact | Mechanism) -> Iterable[Mark]:
    yield record.evidence.start, record.evidence.end, "evidence"
    if isinstance(record, Agreement):
        for provision in record.provisions:
            yield provision.start, provision.end, "sign"
        for contest in record.contested_by:
            yield contest.start, contest.end, "sign"


def _candidates(rule: SolvedRule) -> tuple[Place, ...]:
    """Locate the sentences that name possible members of a body."""
    spans = {(v.evidence.start, v.evidence.end) for v in rule.candidates if v.evidence}
    return tuple(
        Place(rule.document, ((start, end, "evidence"),))
        for start, end in sorted(spans)
    )


def _mentions(actor: Actor) -> tuple[Place, ...]:
    """Locate an actor where it is mentioned, a place per document."""
    marks: dict[str, list[Mark]] = {}
    for mention in actor.mentions:
        marks.setdefault(mention.document, []).append(
            (mention.start, mention.end, "evidence")
        )
    return tuple(
        Place(document, tuple(sorted(found)))
        for document, found in list(marks.items())[:MAX_PLACES]
    )
