"""Discourse networks of a workspace or of a file of Discourse Network Analyzer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal, Protocol

from accord.errors import InputError, UnknownNameError
from accord.model import Actor, Attribution, Document, Dossier, Statement
from accord.model.discourse import Entity, EventList

__all__ = [
    "Reading",
    "code_tone",
    "code_workspace",
    "describe_actors",
    "parse_moment",
    "parse_pairs",
    "read_source",
]

Reading = Literal["omit", "agree", "disagree"]


class Coded(Protocol):
    """What holds documents and statements, as a workspace."""

    def documents(self) -> Iterable[Document]:
        """Give all documents."""
        ...

    def statements(self) -> Iterable[Statement]:
        """Give all statements."""
        ...

    def records(self, kind: str) -> Iterable[Any]:
        """Give the records of a kind."""
        ...


#: The variables of a workspace's statements whose values are actors.
_OF_ACTORS = ("person", "organization", "target")
#: What the statement type of tones may be called.
_TONES = ("tone", "tones", "accord tone")


_DATES = ("%Y-%m-%d", "%d.%m.%Y")
_MOMENTS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M:%S")


def read_source(
    source: str | Path,
    *,
    statement_type: str | None = None,
    conditional: Reading = "omit",
    unclear: Reading = "omit",
) -> EventList:
    """Read the coded statements of a source.

    Args:
        source: A workspace folder or a ``.dna`` file of version 3.
        statement_type: Which statements; of a ``.dna`` file the first type that has
            any if None. Of a workspace ``tone`` gives who blames or praises whom.
        conditional: What stances on a condition are coded as, in a workspace.
        unclear: What unclear stances are coded as, in a workspace.

    Returns:
        The statements.

    Raises:
        InputError: There is no such workspace or file, or it has no such type.
    """
    path = Path(source).expanduser()
    if path.is_file():
        from accord.adapters.dna import read_events

        return read_events(path, statement_type=statement_type)
    from accord import app

    with app.open(path, create=False) as workspace:
        if (statement_type or "").lower() in _TONES:
            return code_tone(workspace)
        events = code_workspace(workspace, conditional=conditional, unclear=unclear)
    if statement_type not in (None, events.statement_type):
        message = f"A workspace has no statement type {statement_type!r}."
        hint = f"It has: {events.statement_type}, and tone."
        raise UnknownNameError(message, hint=hint)
    return events


def code_workspace(
    workspace: Coded,
    *,
    conditional: Reading = "omit",
    unclear: Reading = "omit",
) -> EventList:
    """Code the statements of a workspace; see ``read_source``."""
    from accord.map.network import code_statements

    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in workspace.statements():
        statements[statement.document].append(statement)
    dossiers = (
        Dossier(document=document, statements=tuple(statements[document.id]))
        for document in workspace.documents()
        if document.id in statements
    )
    events = code_statements(dossiers, conditional=conditional, unclear=unclear)
    return describe_actors(events, workspace.records("actors"))


def code_tone(workspace: Coded) -> EventList:
    """Code the tone towards actors in a workspace: who blames or praises whom."""
    from accord.map.network import code_tones

    said: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in workspace.records("attributions"):
        said[attribution.document].append(attribution)
    dossiers = (
        Dossier(document=document, attributions=tuple(said[document.id]))
        for document in workspace.documents()
        if document.id in said
    )
    return describe_actors(code_tones(dossiers), workspace.records("actors"))


def describe_actors(events: EventList, actors: Iterable[Actor]) -> EventList:
    """Add what is known of the actors among the values: kind, other names and id.

    Example:
        >>> from accord.model.discourse import CodedStatement, Variable
        >>> state = Actor(id="VAL", produced_by="x", kind="state", names=("Valdoria",))
        >>> said = CodedStatement("s", "d", None, 0, 1, ("Valdoria",))
        >>> person = (Variable("person", "text"),)
        >>> one = EventList(statement_type="x", variables=person, statements=(said,))
        >>> describe_actors(one, [state]).entities[0].attributes
        (('Type', 'state'), ('Alias', ''), ('Id', 'VAL'))
    """
    known: dict[str, Actor] = {}
    for actor in actors:
        # Where two actors share a name, statements have it with the id behind.
        for spelling in (*actor.names, f"{actor.name} ({actor.id})"):
            known.setdefault(spelling, actor)
    own = [v.name for v in events.variables if v.name in _OF_ACTORS]
    values = {
        (name, str(statement.values[events.position(name)]))
        for name in own
        for statement in events.statements
    }
    entities = (
        _entity(name, value, known[value])
        for name, value in sorted(values)
        if value in known
    )
    return replace(events, entities=(*events.entities, *entities))


def _entity(variable: str, value: str, actor: Actor) -> Entity:
    """Say what is known of one value."""
    aliases = "; ".join(name for name in actor.names if name != value)
    return Entity(
        variable,
        value,
        attributes=(("Type", actor.kind), ("Alias", aliases), ("Id", actor.id)),
    )


def parse_moment(text: str | None, *, last: bool = False) -> datetime | None:
    """Read a date, or a date and time, in UTC.

    Args:
        text: As ``2005-01-26``, ``26.01.2005`` or ``2005-01-26 12:00:00``.
        last: Whether a date without a time means its last second.

    Returns:
        The moment; None for None.

    Raises:
        InputError: It is no date.

    Example:
        >>> parse_moment("26.01.2005", last=True).isoformat()
        '2005-01-26T23:59:59+00:00'
    """
    if text is None:
        return None
    for form in (*_DATES, *_MOMENTS):
        try:
            found = datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        if last and form in _DATES:
            return datetime.combine(found.date(), time(23, 59, 59), tzinfo=UTC)
        return found
    message = f"This is no date: {text!r}."
    raise InputError(message, hint="Write it as 2005-01-26.")


def parse_pairs(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read filters as ``source=Herald``.

    Raises:
        InputError: One has no equals sign.

    Example:
        >>> parse_pairs(["source=Herald", "concept=a=b"])
        (('source', 'Herald'), ('concept', 'a=b'))
    """
    found = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            message = f"This names no value: {text!r}."
            raise InputError(message, hint="Write it as VARIABLE=VALUE.")
        found.append((name, value))
    return tuple(found)
