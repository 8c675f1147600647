"""From Accord's coded statements to the tables of a ``.dna`` file."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time

from accord.adapters.dna.schema import LONGEST, VERSION
from accord.adapters.dna.whole import Cell, Row, Tables
from accord.model import Document
from accord.model.discourse import CodedStatement, Entity, EventList, Value, Variable

__all__ = ["CODER", "PASSWORD", "WITHOUT_AGREEMENT", "make_tables"]

#: Who the peer's program asks for when it opens the file, and what it asks of them.
CODER = "Admin"
PASSWORD = "accord"  # noqa: S105 - the file is not secret; the format needs a password

#: The statement type of what neither agrees nor disagrees: the peer's own networks
#: cannot hold a statement whose agreement is empty.
WITHOUT_AGREEMENT = "Statement without agreement"

_SAID = Variable("said", "text")
_SALT_BYTES = 16
_ROUNDS = 100_000
_KINDS = {
    "text": "short text",
    "long text": "long text",
    "boolean": "boolean",
    "integer": "integer",
}
_HOMES = {
    "boolean": "DATABOOLEAN",
    "integer": "DATAINTEGER",
    "long text": "DATALONGTEXT",
}
_BLUE = {"Red": 0, "Green": 114, "Blue": 178}
_GREY = {"Red": 120, "Green": 120, "Blue": 120}
_BLACK = {"Red": 0, "Green": 0, "Blue": 0}


def make_tables(events: EventList, documents: Iterable[Document]) -> Tables:
    """Lay coded statements and their documents out as a database of the peer's.

    Statements whose boolean ``agreement`` is empty get a statement type of their
    own. The day that was coded stands in the variable ``said``, because the peer
    dates documents alone. Short texts and titles are cut to the format's 190
    characters; a title that was cut stands whole in the notes of its document.

    Args:
        events: The statements; variables of the document are not repeated.
        documents: The documents they stand in; others are written too.

    Returns:
        The tables of version 3.
    """
    written = tuple(documents)
    numbers = {document.id: number for number, document in enumerate(written, 1)}
    own = [v for v in events.variables if not v.of_document]
    places = [events.position(v.name) for v in own]
    split = _split(events)
    coded = _Coded([*own, _SAID], list(split), events.entities)
    for kind, statements in split.items():
        for statement in statements:
            values = [*(statement.values[p] for p in places), _day(statement)]
            coded.add(kind, statement, numbers[statement.document], values)
    dates = _dates(events.statements)
    return {
        "SETTINGS": [{"Property": "version", "Value": VERSION}],
        "CODERS": [{"ID": 1, "Name": CODER, **_BLUE, "Password": _hash(PASSWORD)}],
        "DOCUMENTS": [_document(d, numbers[d.id], dates) for d in written],
        **coded.tables(),
    }


class _Coded:
    """Numbers statement types, variables, entities and values as they come."""

    def __init__(
        self,
        variables: Sequence[Variable],
        types: Sequence[str],
        entities: Iterable[Entity],
    ) -> None:
        self._variables = variables
        self._types = types
        self._known = {(e.variable, e.value): e for e in entities}
        self._entities: dict[tuple[int, str], int] = {}
        self._rows: dict[str, list[Row]] = {"STATEMENTS": [], "DATASHORTTEXT": []}
        for kind, _ in enumerate(types):
            # The peer expects the empty value among the entities of every variable.
            for place, variable in enumerate(variables):
                if variable.kind == "text":
                    self._entity(self._number(kind, place), "")

    def add(
        self,
        type_: str,
        statement: CodedStatement,
        document: int,
        values: Sequence[Value],
    ) -> None:
        """Take in one statement with the values of the variables."""
        kind = self._types.index(type_)
        number = len(self._rows["STATEMENTS"]) + 1
        self._rows["STATEMENTS"].append(
            {
                "ID": number, "StatementTypeId": kind + 1, "DocumentId": document,
                "Start": statement.start, "Stop": statement.end, "Coder": 1,
            }
        )  # fmt: skip
        for place, value in enumerate(values):
            if self._has(kind, place):
                self._add_value(number, self._number(kind, place), place, value)

    def _add_value(
        self, statement: int, variable: int, place: int, value: Value
    ) -> None:
        """Take in one value."""
        kind = self._variables[place].kind
        table = _HOMES.get(kind, "DATASHORTTEXT")
        rows = self._rows.setdefault(table, [])
        row: dict[str, Cell] = {"ID": len(rows) + 1, "StatementId": statement}
        row["VariableId"] = variable
        if kind == "text":
            row["Entity"] = self._entity(
                variable, _short("" if value is None else str(value))
            )
        elif kind == "long text":
            row["Value"] = "" if value is None else _writable(str(value))
        else:
            row["Value"] = int(value or 0)
        rows.append(row)

    def _has(self, kind: int, place: int) -> bool:
        """Tell whether a type has a variable; one type lacks the agreement."""
        return (
            self._types[kind] != WITHOUT_AGREEMENT
            or self._variables[place].name != "agreement"
        )

    def _number(self, kind: int, place: int) -> int:
        """Number a variable of a type."""
        return kind * len(self._variables) + place + 1

    def _entity(self, variable: int, value: str) -> int:
        """Number a value of a variable."""
        return self._entities.setdefault((variable, value), len(self._entities) + 1)

    def tables(self) -> dict[str, list[Row]]:
        """Give everything that was taken in."""
        shown = [
            (kind, place, variable)
            for kind, _ in enumerate(self._types)
            for place, variable in enumerate(self._variables)
            if self._has(kind, place)
        ]
        return {
            "STATEMENTTYPES": [
                {"ID": at, "Label": label, **(_GREY if at > 1 else _BLUE)}
                for at, label in enumerate(self._types, 1)
            ],
            "VARIABLES": [
                {
                    "ID": self._number(kind, place), "Variable": variable.name,
                    "DataType": _KINDS[variable.kind], "StatementTypeId": kind + 1,
                }
                for kind, place, variable in shown
            ],
            "ENTITIES": [
                {"ID": at, "VariableId": variable, "Value": value, **self._colour(variable, value)}
                for (variable, value), at in self._entities.items()
            ],
            **self._rows,
            **self._attributes(),
        }  # fmt: skip

    def _name(self, variable: int) -> str:
        """Name a variable by its number."""
        return self._variables[(variable - 1) % len(self._variables)].name

    def _colour(self, variable: int, value: str) -> Mapping[str, int]:
        """Colour a value; black where no colour is known."""
        known = self._known.get((self._name(variable), value))
        if known is None or known.colour is None:
            return _BLACK
        parts = (int(known.colour[at : at + 2], 16) for at in (1, 3, 5))
        return dict(zip(("Red", "Green", "Blue"), parts, strict=True))

    def _attributes(self) -> dict[str, list[Row]]:
        """List what is known of values."""
        names: dict[tuple[int, str], int] = {}
        values: list[Row] = []
        for (variable, value), entity in self._entities.items():
            known = self._known.get((self._name(variable), value))
            for name, attribute in known.attributes if known else ():
                number = names.setdefault((variable, _short(name)), len(names) + 1)
                values.append(
                    {
                        "ID": len(values) + 1, "EntityId": entity,
                        "AttributeVariableId": number,
                        "AttributeValue": _short(attribute),
                    }
                )  # fmt: skip
        return {
            "ATTRIBUTEVARIABLES": [
                {"ID": at, "VariableId": variable, "AttributeVariable": name}
                for (variable, name), at in names.items()
            ],
            "ATTRIBUTEVALUES": values,
        }


def _split(events: EventList) -> dict[str, list[CodedStatement]]:
    """Part statements that have an agreement from those that have none."""
    names = [variable.name for variable in events.variables]
    if "agreement" not in names:
        return {events.statement_type: list(events.statements)}
    at = names.index("agreement")
    split: dict[str, list[CodedStatement]] = {events.statement_type: []}
    for statement in events.statements:
        coded = statement.values[at] is not None
        kind = events.statement_type if coded else WITHOUT_AGREEMENT
        split.setdefault(kind, []).append(statement)
    return split


def _dates(statements: Iterable[CodedStatement]) -> dict[str, datetime]:
    """Find each document's earliest coded moment."""
    found: dict[str, datetime] = {}
    for statement in statements:
        if statement.when is not None:
            known = found.get(statement.document, statement.when)
            found[statement.document] = min(known, statement.when)
    return found


def _document(document: Document, number: int, dates: Mapping[str, datetime]) -> Row:
    """Write a document; one that nothing dates stands at the beginning of time."""
    published = document.published.start if document.published else None
    when = dates.get(document.id)
    if published is not None:
        when = datetime.combine(published, time(), tzinfo=UTC)
    title = document.title or document.path
    return {
        "ID": number,
        "Title": _short(title) or "untitled",
        "Text": _writable(document.text),
        "Coder": 1,
        "Author": _short(document.author or ""),
        "Source": _short(document.outlet or ""),
        "Section": _short(document.section or ""),
        "Notes": "\n".join(_notes(document, title, dated=when is not None)),
        "Date": int(when.timestamp()) if when else 0,
    }


def _notes(document: Document, title: str, *, dated: bool) -> Iterator[str]:
    """Say what the peer's fields cannot hold."""
    yield f"path: {_writable(document.path)}"
    if document.url:
        yield f"url: {_writable(document.url)}"
    if len(title) > LONGEST:
        yield f"title: {_writable(title)}"
    if not dated:
        yield "date: unknown; 1970-01-01 stands for it"


def _day(statement: CodedStatement) -> str | None:
    """Write the day a statement counts for."""
    return statement.when.date().isoformat() if statement.when else None


def _writable(text: str) -> str:
    """Replace halves of characters, which no file can hold, one for one."""
    return text.encode("utf-8", "replace").decode("utf-8") if _is_torn(text) else text


def _is_torn(text: str) -> bool:
    """Tell whether a text holds halves of characters."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _short(text: str) -> str:
    """Cut a text to what the format holds."""
    text = _writable(text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _hash(password: str) -> str:
    """Hash a password as the peer's program checks it: salted SHA-256, many times.

    The salt is made of the password, so that the same data gives the same file.
    """
    written = password.encode("utf-8")
    salt = hashlib.sha256(b"accord.dna" + written).digest()[:_SALT_BYTES]
    digest = salt + written
    for _ in range(_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode("ascii")
