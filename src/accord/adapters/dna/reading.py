"""Read the databases of Discourse Network Analyzer, version 3."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from accord.adapters.dna.offsets import Offsets
from accord.errors import UnknownNameError, UnreadableError
from accord.model.discourse import (
    CodedStatement,
    Entity,
    EventList,
    Value,
    Variable,
    VariableKind,
)

__all__ = ["opened", "read_events", "statement_types"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VALUES = """
    SELECT d.StatementId, d.VariableId, d.Value FROM {table} d
    JOIN STATEMENTS s ON s.ID = d.StatementId WHERE s.StatementTypeId = ?
"""
_SHORT_TEXTS = """
    SELECT d.StatementId, d.VariableId, e.Value FROM DATASHORTTEXT d
    JOIN ENTITIES e ON e.ID = d.Entity
    JOIN STATEMENTS s ON s.ID = d.StatementId WHERE s.StatementTypeId = ?
"""
_KINDS: Mapping[str, VariableKind] = {
    "short text": "text",
    "boolean": "boolean",
    "integer": "integer",
    "long text": "long text",
}
# In this order, after the variables of the statement type.
_OF_DOCUMENT = ("document", "title", "author", "source", "section", "type", "coder")


@dataclass(frozen=True, slots=True)
class _Page:
    """What a statement needs to know of its document."""

    when: datetime
    offsets: Offsets
    values: tuple[str, ...]


def statement_types(path: Path) -> tuple[str, ...]:
    """List the statement types of a database, in the order of their numbers.

    Args:
        path: The ``.dna`` file; it is only read.

    Returns:
        Their names.

    Raises:
        UnreadableError: It is no database of Discourse Network Analyzer 3.
    """
    with opened(path) as database:
        return tuple(label for _, label in _types(database))


def read_events(path: Path, *, statement_type: str | None = None) -> EventList:
    """Read the statements of one type.

    Offsets become code points. The document's number, title, author, source,
    section, type and the coder's name become variables of the document, after those
    of the statement type; where a variable of the type has such a name, it is the
    type's that keeps it.

    Args:
        path: The ``.dna`` file; it is only read.
        statement_type: Name of the type; None for the first that has statements.

    Returns:
        The statements by number, and all entities with their attributes.

    Raises:
        UnknownNameError: There is no such type.
        UnreadableError: It is no database of Discourse Network Analyzer 3.
    """
    with opened(path) as database:
        number, label = _choose(database, statement_type)
        own = _variables(database, number)
        names = {variable.name for variable in own.values()}
        shared = [name for name in _OF_DOCUMENT if name not in names]
        variables = (
            *own.values(),
            *(Variable(name, "text", of_document=True) for name in shared),
        )
        return EventList(
            statement_type=label,
            variables=variables,
            statements=tuple(_statements(database, number, own, shared)),
            entities=tuple(_entities(database, own)),
        )


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database for reading; say what is wrong with one that is none."""
    if not path.is_file():
        message = f"There is no file {str(path)!r}."
        raise UnreadableError(message, hint="Check the path.")
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as database:
            _require_version(database, path)
            yield database
    except sqlite3.Error as error:
        message = f"{path.name} cannot be read as a DNA database: {error}."
        raise UnreadableError(message, hint=_HINT) from error


_HINT = (
    "Files of Discourse Network Analyzer 3 can be read; open older ones there first."
)


def _require_version(database: sqlite3.Connection, path: Path) -> None:
    """Refuse a database of another program or version."""
    query = "SELECT Value FROM SETTINGS WHERE Property = 'version'"
    found = database.execute(query).fetchone()
    if found is None or not str(found[0]).startswith("3"):
        version = "no version" if found is None else f"version {found[0]}"
        message = f"{path.name} is no DNA database of version 3: it has {version}."
        raise UnreadableError(message, hint=_HINT)


def _types(database: sqlite3.Connection) -> list[tuple[int, str]]:
    """List the statement types with their numbers."""
    return database.execute(
        "SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID"
    ).fetchall()


def _choose(database: sqlite3.Connection, wanted: str | None) -> tuple[int, str]:
    """Find the statement type that is meant."""
    types = _types(database)
    if wanted is None:
        query = "SELECT MIN(StatementTypeId) FROM STATEMENTS"
        (first,) = database.execute(query).fetchone()
        types = [found for found in types if first in (None, found[0])] or types
        wanted = types[0][1] if types else ""
    for number, label in types:
        if label == wanted:
            return number, label
    known = ", ".join(label for _, label in types) or "none"
    message = f"There is no statement type {wanted!r}."
    raise UnknownNameError(message, hint=f"There are: {known}.")


def _variables(database: sqlite3.Connection, number: int) -> dict[int, Variable]:
    """Read the variables of a type."""
    query = "SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = ? ORDER BY ID"
    return {
        key: Variable(name, _KINDS[kind])
        for key, name, kind in database.execute(query, (number,))
    }


def _values(
    database: sqlite3.Connection, number: int, variables: Mapping[int, Variable]
) -> dict[int, dict[int, Value]]:
    """Read the values of a type's statements: statement, then variable."""
    found: dict[int, dict[int, Value]] = defaultdict(dict)
    queries = [_SHORT_TEXTS]
    queries += [
        _VALUES.format(table=table)
        for table in ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT")
    ]
    for query in queries:
        for statement, variable, value in database.execute(query, (number,)):
            if variable in variables:
                truth = variables[variable].kind == "boolean"
                found[statement][variable] = bool(value) if truth else value
    return found


def _pages(database: sqlite3.Connection) -> dict[int, _Page]:
    """Read the documents."""
    query = "SELECT ID, Text, Date, Title, Author, Source, Section, Type FROM DOCUMENTS"
    return {
        number: _Page(
            _EPOCH + timedelta(seconds=date), Offsets(text), (str(number), *values)
        )
        for number, text, date, *values in database.execute(query)
    }


def _statements(
    database: sqlite3.Connection,
    number: int,
    variables: Mapping[int, Variable],
    shared: list[str],
) -> Iterator[CodedStatement]:
    """Read the statements of a type, by number."""
    values = _values(database, number, variables)
    pages = _pages(database)
    coders = dict(database.execute("SELECT ID, Name FROM CODERS"))
    query = "SELECT ID, DocumentId, Start, Stop, Coder FROM STATEMENTS WHERE StatementTypeId = ? ORDER BY ID"
    for key, document, start, stop, coder in database.execute(query, (number,)):
        page = pages.get(document)
        if page is None:
            message = (
                f"Statement {key} stands in document {document}, which is missing."
            )
            raise UnreadableError(message, hint="The database is damaged.")
        known = dict(
            zip(_OF_DOCUMENT, (*page.values, coders.get(coder, "")), strict=True)
        )
        yield CodedStatement(
            id=str(key),
            document=str(document),
            when=page.when,
            start=page.offsets.to_points(start),
            end=page.offsets.to_points(stop),
            values=(
                *(values[key].get(variable) for variable in variables),
                *(known[name] for name in shared),
            ),
        )


def _entities(
    database: sqlite3.Connection, variables: Mapping[int, Variable]
) -> Iterator[Entity]:
    """Read the entities of a type's variables with their attributes."""
    attributes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    query = (
        "SELECT v.EntityId, a.AttributeVariable, v.AttributeValue FROM ATTRIBUTEVALUES v "
        "JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId ORDER BY a.ID"
    )
    for entity, name, value in database.execute(query):
        attributes[entity].append((name, value))
    query = "SELECT ID, VariableId, Value, Red, Green, Blue FROM ENTITIES ORDER BY ID"
    for key, variable, value, *colour in database.execute(query):
        if variable in variables and value:
            yield Entity(
                variable=variables[variable].name,
                value=value,
                colour=None
                if None in colour
                else "#{:02x}{:02x}{:02x}".format(*colour),
                attributes=tuple(attributes[key]),
            )
