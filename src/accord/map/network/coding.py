"""Accord's own statements as an event list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import Literal

from accord.model import Document, Dossier, Statement, When
from accord.model.discourse import CodedStatement, EventList, Value, Variable

__all__ = ["STATEMENT_TYPE", "Names", "Reading", "code_statements", "moment_of"]

STATEMENT_TYPE = "Accord Statement"

#: What a stance that is neither yes nor no is coded as.
Reading = Literal["omit", "agree", "disagree"]

_VARIABLES = (
    Variable("person", "text"),
    Variable("organization", "text"),
    Variable("concept", "text"),
    Variable("agreement", "boolean"),
    Variable("stance", "text"),
    Variable("option", "text"),
    Variable("act", "text"),
    Variable("document", "text", of_document=True),
    Variable("title", "text", of_document=True),
    Variable("source", "text", of_document=True),
    Variable("author", "text", of_document=True),
)
_AGREEMENT: dict[Reading, bool | None] = {
    "omit": None,
    "agree": True,
    "disagree": False,
}


def code_statements(
    dossiers: Iterable[Dossier],
    *,
    conditional: Reading = "omit",
    unclear: Reading = "omit",
) -> EventList:
    """Code statements as discourse networks need them.

    The person is who speaks; the organization is whom they speak for, else they
    themselves; the concept is the issue; the source is the outlet. Support is coded
    as agreement, opposition as disagreement.

    Args:
        dossiers: Of all documents.
        conditional: What a stance on a condition is coded as; what is omitted has no
            agreement: it counts where the agreement is ignored, and only there.
        unclear: What an unclear stance is coded as, likewise.

    Returns:
        One row a statement, by document path and place. A statement that no day is
        known for has the document's day of publication; else it has none.

    Cost:
        That of sorting the documents by path.
    """
    ordered = sorted(dossiers, key=lambda d: (d.document.path, d.document.id))
    names = Names(pair for d in ordered for s in d.statements for pair in _named(s))
    agreement = {
        "support": True,
        "oppose": False,
        "conditional": _AGREEMENT[conditional],
        "unclear": _AGREEMENT[unclear],
    }
    rows = [
        CodedStatement(
            id=statement.id,
            document=dossier.document.id,
            when=moment_of(statement.when, dossier.document),
            start=statement.evidence.start,
            end=statement.evidence.end,
            values=(
                names.of(statement.actor, statement.name),
                _speaks_for(statement, names),
                statement.issue,
                agreement[statement.stance],
                *_rest(statement, dossier.document),
            ),
            confidence=statement.confidence,
        )
        for dossier in ordered
        for statement in dossier.statements
    ]
    return EventList(
        statement_type=STATEMENT_TYPE, variables=_VARIABLES, statements=tuple(rows)
    )


def _rest(statement: Statement, document: Document) -> tuple[Value, ...]:
    """Give the values after the agreement."""
    return (
        statement.stance,
        statement.option,
        statement.act,
        document.path,
        document.title,
        document.outlet,
        document.author,
    )


def _speaks_for(statement: Statement, names: "Names") -> str:
    """Name the body that a statement counts for."""
    body = statement.speaks_for
    if body is not None:
        return names.of(body.actor, body.name)
    return names.of(statement.actor, statement.name)


def _named(statement: Statement) -> Iterator[tuple[str | None, str]]:
    """Give whom a statement names: who speaks, and for whom."""
    yield statement.actor, statement.name
    if statement.speaks_for is not None:
        yield statement.speaks_for.actor, statement.speaks_for.name


def moment_of(said: When | None, document: Document) -> datetime | None:
    """Date words to the first day they may be from, else to publication, in UTC."""
    for when in (said, document.published):
        if when is not None and when.start is not None:
            return datetime.combine(when.start, time(), tzinfo=UTC)
    return None


class Names:
    """One name for each actor, and no name for two.

    Args:
        named: Ids and names of all who are named.
    """

    def __init__(self, named: Iterable[tuple[str | None, str]]) -> None:
        spellings: dict[str, str] = {}
        holders: dict[str, set[str]] = defaultdict(set)
        for actor, name in named:
            if actor is not None:
                holders[spellings.setdefault(actor, name)].add(actor)
        self._spellings = spellings
        self._shared = {n for n, actors in holders.items() if len(actors) > 1}

    def of(self, actor: str | None, name: str) -> str:
        """Name an actor; with the id where two known actors share a name."""
        if actor is None:
            return name
        spelling = self._spellings[actor]
        return f"{spelling} ({actor})" if spelling in self._shared else spelling
