"""Between records and rows."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from accord.errors import RecordError, StoreError
from accord.model import (
    RECORD_KINDS,
    Attribution,
    Document,
    Dossier,
    Finding,
    Mention,
    dumps,
    loads,
    to_json,
)

__all__ = [
    "DOSSIER_FIELDS",
    "PILE_SEQ",
    "Row",
    "decode",
    "dossier_from",
    "dossier_rows",
    "encode",
    "kind_name",
    "pile_row",
    "placed",
    "start_of",
]

R = TypeVar("R")

#: Each part of a dossier by its record kind, in the order of the rooms.
DOSSIER_FIELDS: dict[str, str] = {
    "finding": "findings",
    "attribution": "attributions",
    "mention": "mentions",
    "statement": "statements",
    "figure": "figures",
    "agreement": "agreements",
    "contact": "contacts",
    "mechanism": "mechanisms",
}

_NAMES = {kind: name for name, kind in RECORD_KINDS.items()}
# Findings of whole-pile stages sort after the dossier's own at the same place.
PILE_SEQ = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it is kept.

    Attributes:
        path: The item it belongs to; empty if it belongs to none.
        origin: ``item`` or ``pile``: what replaces it.
        kind: Record kind in the singular.
        seq: Number within path, origin and kind.
        place: Sort key within the document; never falls as ``seq`` rises.
        id: The record's id; empty if its kind has none.
        body: The record as JSON.
    """

    path: str
    origin: str
    kind: str
    seq: int
    place: int
    id: str
    body: str


def kind_name(kind: type) -> str:
    """Name a record class.

    Raises:
        RecordError: The class is no record kind.
    """
    if kind not in _NAMES:
        message = f"{kind.__name__} is not a kind of record that is kept."
        raise RecordError(message, hint=f"Kinds: {', '.join(RECORD_KINDS)}.")
    return _NAMES[kind]


def encode(record: object) -> str:
    """Write a record's body; any Python string survives."""
    body = dumps(record)
    if body.isascii() or body.isprintable():
        return body
    try:
        body.encode()
    except UnicodeEncodeError:
        # A lone surrogate, from a \\ud800 in somebody's JSON: no database takes it.
        return json.dumps(to_json(record))
    return body


def decode(kind: type[R], body: str, *, where: str) -> R:
    """Read a record's body.

    Raises:
        StoreError: The body is not such a record.
    """
    try:
        return loads(kind, body)
    except RecordError as error:
        message = f"A stored record cannot be read ({where}): {error.message}"
        raise StoreError(
            message, hint="Run 'accord check'; then run again into a new workspace."
        ) from error


def dossier_rows(dossier: Dossier) -> Iterator[Row]:
    """Take a dossier apart."""
    path = dossier.document.path
    document = dossier.document
    yield Row(path, "item", "document", 0, 0, document.id, encode(document))
    for kind, name in DOSSIER_FIELDS.items():
        for place, seq, record in placed(getattr(dossier, name)):
            record_id = getattr(record, "id", "")
            yield Row(path, "item", kind, seq, place, record_id, encode(record))


def placed(records: tuple[R, ...]) -> Iterator[tuple[int, int, R]]:
    """Pair a dossier's records with (place, seq), which sort as they stand there."""
    place = -1
    for seq, record in enumerate(records):
        place = max(place, start_of(record))
        yield place, seq, record


def pile_row(kind: str, seq: int, record: Any, *, path: str) -> Row:
    """Make the row of a whole-pile record."""
    record_id = getattr(record, "id", "")
    place = start_of(record) if path else seq
    seq = PILE_SEQ + seq if path else seq
    return Row(path, "pile", kind, seq, place, record_id, encode(record))


def dossier_from(path: str, bodies: dict[str, list[str]]) -> Dossier:
    """Put a dossier together again from the bodies of its records by kind."""
    if "document" not in bodies:
        message = f"The store holds records of {path!r} but not the document itself."
        raise StoreError(message, hint="Run 'accord check'.")
    document = decode(Document, bodies["document"][0], where=path)
    parts: dict[str, Any] = {
        name: tuple(
            decode(RECORD_KINDS[kind], body, where=f"{path}, {kind}")
            for body in bodies.get(kind, ())
        )
        for kind, name in DOSSIER_FIELDS.items()
    }
    return Dossier(document=document, **parts)


def start_of(record: Any) -> int:
    """Say where in its document a record stands; -1 for the whole of it."""
    match record:
        case Attribution():
            return record.hull.start
        case Mention():
            return record.start
        case Finding():
            return -1 if record.start is None else record.start
        case _:
            return int(record.evidence.start)
