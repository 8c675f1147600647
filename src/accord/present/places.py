"""Where the reader finds each record: documents, and marked ranges within them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.model import (
    Actor,
    Agreement,
    Attribution,
    Contact,
    Dispute,
    Dossier,
    Figure,
    Finding,
    Mechanism,
    Statement,
)
from accord.model.solved import SolvedRule

__all__ = ["ROLES", "Mark", "Place", "locate"]

#: What a marked range is; a mark names its role by its place in this list.
ROLES = ("evidence", "source", "cue", "content", "condition", "sign")

# An actor of a long pile is named thousands of times; the reader steps through these.
MAX_PLACES = 200

Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Place:
    """One document with what to mark in it.

    Attributes:
        document: Document id.
        marks: ``(start, end, role)`` in code points, in text order; they may overlap.
    """

    document: str
    marks: tuple[Mark, ...]


def locate(dispute: Dispute) -> dict[str, tuple[Place | str, ...]]:
    """Say where each record of a dispute is to be read.

    Returns:
        For each record id its places. A string stands for the place of another
        record: a position is read in its statements, a link in what it joins.
    """
    places: dict[str, tuple[Place | str, ...]] = {}
    for dossier in dispute.dossiers:
        places.update(_in_document(dossier))
    for rule in dispute.solution.rules if dispute.solution else ():
        places[rule.mechanism] += _candidates(rule)
    for actor in dispute.actors:
        places[actor.id] = _mentions(actor)
    for link in dispute.links:
        places[link.id] = (link.a,) if link.carrier else (link.a, link.b)
    for position in dispute.ledger:
        places[position.id] = position.statements
    for shift in dispute.shifts:
        places[shift.id] = (shift.from_.statement, shift.to.statement)
    for conflict in dispute.irreconcilable:
        members = (s for side in conflict.sides for s in side.statements)
        places[conflict.id] = tuple(dict.fromkeys(members))
    for failure in dispute.failures:
        places[failure.id] = ()
    return places


def _in_document(dossier: Dossier) -> Iterable[tuple[str, tuple[Place, ...]]]:
    """Locate the records that stand in one document."""
    document = dossier.document.id
    attributions = {a.id: a for a in dossier.attributions}
    yield document, (Place(document, ()),)
    for finding in dossier.findings:
        yield finding.id, (Place(document, tuple(_finding_marks(finding))),)
    for attribution in dossier.attributions:
        marks = tuple(sorted(_attribution_marks(attribution)))
        yield attribution.id, (Place(document, marks),)
    for statement in dossier.statements:
        marks = tuple(sorted(_statement_marks(statement, attributions)))
        yield statement.id, (Place(document, marks),)
    reported: tuple[Figure | Agreement | Contact | Mechanism, ...] = (
        *dossier.figures,
        *dossier.agreements,
        *dossier.contacts,
        *dossier.mechanisms,
    )
    for record in reported:
        yield record.id, (Place(document, tuple(sorted(_reported_marks(record)))),)


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
