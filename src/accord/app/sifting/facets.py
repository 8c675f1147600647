"""What a record is about, whatever its kind: documents, actors, issues, dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accord.model import (
    Actor,
    ActorRef,
    Agreement,
    Attribution,
    Contact,
    Document,
    Figure,
    Finding,
    Irreconcilable,
    Join,
    Link,
    Mechanism,
    Mention,
    Position,
    Shift,
    Side,
    Speaker,
    Statement,
    When,
)
from accord.ports import View

__all__ = ["Facets", "Pile"]

Who = ActorRef | Join | Speaker | Mention | Statement | Position | Shift | Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What a record can be chosen by; None where its kind has no such thing.

    Attributes:
        documents: Ids of the documents it stands in or rests on.
        actors: Pairs of actor id, if known, and name.
        issues: Issue ids.
        whens: Dates of its own; empty if it has the date of its document.
    """

    documents: tuple[str, ...]
    actors: tuple[tuple[str | None, str], ...] | None = None
    issues: tuple[str, ...] | None = None
    whens: tuple[When, ...] = ()


class Pile:
    """Looks up what records point to; loads each kind when it is first needed.

    Args:
        view: Where the records are.
    """

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All documents by id, without their texts' records."""
        return {document.id: document for document in self._view.records(Document)}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """All attributions by id."""
        return {a.id: a for a in self._view.records(Attribution)}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """All statements by id."""
        return {s.id: s for s in self._view.records(Statement)}

    @cached_property
    def issues_by_place(self) -> dict[str, tuple[str, ...]]:
        """The issues stated in each document and each attribution, by their id."""
        found: dict[str, set[str]] = {}
        for statement in self.statements.values():
            found.setdefault(statement.document, set()).add(statement.issue)
            if statement.attribution:
                found.setdefault(statement.attribution, set()).add(statement.issue)
        return {place: tuple(sorted(issues)) for place, issues in found.items()}

    @cached_property
    def actors_by_document(self) -> dict[str, tuple[tuple[str | None, str], ...]]:
        """Who is mentioned in each document."""
        found: dict[str, dict[tuple[str | None, str], None]] = {}
        for mention in self._view.records(Mention):
            found.setdefault(mention.document, {})[mention.actor, mention.name] = None
        return {document: tuple(pairs) for document, pairs in found.items()}

    def facets(self, record: Any) -> Facets | None:
        """Tell what a record is about; None if it is about no document."""
        found: Facets | None = None
        match record:
            case Document() | Finding() | Mention():
                found = self._of_place(record)
            case Attribution():
                found = self._of_attribution(record)
            case Actor():
                documents = dict.fromkeys(m.document for m in record.mentions)
                names = tuple((record.id, name) for name in record.names)
                found = Facets(documents=tuple(documents), actors=names)
            case Join():
                documents = {record.document: None, record.full_document: None}
                found = Facets(
                    documents=tuple(documents), actors=_pairs(record, record.alone)
                )
            case Link():
                found = self._of_link(record)
            case Statement() | Position() | Shift() | Irreconcilable():
                found = self._of_stance(record)
            case Figure() | Agreement() | Contact() | Mechanism():
                found = _of_report(record)
            case _:
                pass
        return found

    def _of_place(self, record: Document | Finding | Mention) -> Facets:
        """Tell what a document, or a stretch of it, is about."""
        match record:
            case Document():
                return Facets(
                    documents=(record.id,),
                    actors=self.actors_by_document.get(record.id, ()),
                    issues=self.issues_by_place.get(record.id, ()),
                )
            case Finding():
                return Facets(documents=(record.document,))
            case Mention():
                return Facets(documents=(record.document,), actors=_pairs(record))

    def _of_attribution(self, record: Attribution) -> Facets:
        """Tell what an attribution is about."""
        return Facets(
            documents=(record.document,),
            actors=_pairs(record.speaker, record.speaks_for),
            issues=self.issues_by_place.get(record.id, ()),
            whens=_known(record.said),
        )

    def _of_link(self, record: Link) -> Facets:
        """Tell what a link is about: what both its ends are."""
        ends = (self._end(record.a), self._end(record.b))
        return Facets(
            documents=tuple(d for end in ends for d in end.documents),
            actors=tuple(pair for end in ends for pair in end.actors or ()),
            issues=tuple(issue for end in ends for issue in end.issues or ()),
            whens=tuple(when for end in ends for when in end.whens),
        )

    def _end(self, record_id: str) -> Facets:
        """Tell what one end of a link is about."""
        attribution = self.attributions.get(record_id)
        if attribution:
            return self._of_attribution(attribution)
        return Facets(documents=(record_id,), actors=(), issues=())

    def _of_stance(
        self, record: Statement | Position | Shift | Irreconcilable
    ) -> Facets:
        """Tell what a stance, or a set of them, is about."""
        match record:
            case Statement():
                return Facets(
                    documents=(record.document,),
                    actors=_pairs(record, record.speaks_for),
                    issues=(record.issue,),
                    whens=_known(record.when),
                )
            case Position():
                return Facets(
                    documents=self._documents_of(record.statements),
                    actors=_pairs(record),
                    issues=(record.issue,),
                    whens=_known(record.first, record.last),
                )
            case Shift():
                ends = (record.from_.statement, record.to.statement)
                return Facets(
                    documents=self._documents_of(ends),
                    actors=_pairs(record),
                    issues=(record.issue,),
                    whens=_known(record.to.when),
                )
            case Irreconcilable():
                statements = [s for side in record.sides for s in side.statements]
                issues = (record.issue, *(side.issue for side in record.sides))
                return Facets(
                    documents=self._documents_of(statements),
                    actors=_pairs(*record.sides),
                    issues=tuple(dict.fromkeys(issues)),
                )

    def _documents_of(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Name the documents that statements stand in."""
        known = (self.statements.get(statement) for statement in statements)
        return tuple(dict.fromkeys(s.document for s in known if s))


def _of_report(record: Figure | Agreement | Contact | Mechanism) -> Facets:
    """Tell what a reported fact is about."""
    whens: tuple[When, ...] = ()
    actors: tuple[tuple[str | None, str], ...]
    match record:
        case Figure():
            actors = _pairs(record.according_to, record.pollster)
        case Agreement():
            contested = tuple((c.actor, c.text) for c in record.contested_by)
            actors = (*_pairs(*record.parties), *contested)
            whens = _known(record.date)
        case Contact():
            actors = _pairs(*record.parties, *record.mediators)
            whens = _known(record.date)
        case Mechanism():
            actors = _pairs(*record.members)
    return Facets(documents=(record.document,), actors=actors, whens=whens)


def _pairs(*actors: Who | None) -> tuple[tuple[str | None, str], ...]:
    """Take id and name of those that are there."""
    return tuple((who.actor, who.name or "") for who in actors if who)


def _known(*whens: When | None) -> tuple[When, ...]:
    """Keep the dates that are known."""
    return tuple(when for when in whens if when and when.start)
