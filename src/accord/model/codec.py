"""The one way between records and JSON.

Rules: a record is an object with its field names (a trailing underscore, needed
where Python reserves a word, is dropped); a tuple is an array; a ``Span`` is
``[start, end]``; a date is ISO 8601; None is null. Unknown fields are refused, so
that a misspelt one is not lost silently.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from accord.errors import AccordError, RecordError
from accord.model.actor import Actor, Mention
from accord.model.attribution import Attribution
from accord.model.document import Document, Finding
from accord.model.dossier import Failure
from accord.model.judgement import Judgement
from accord.model.relation import Irreconcilable, Link
from accord.model.reported import Agreement, Contact, Figure, Mechanism
from accord.model.span import Span
from accord.model.statement import Position, Shift, Statement

__all__ = ["RECORD_KINDS", "dumps", "from_json", "loads", "to_json"]

#: The singular name of each record kind and its class, in the order of the rooms.
RECORD_KINDS: dict[str, type] = {
    "document": Document,
    "finding": Finding,
    "attribution": Attribution,
    "mention": Mention,
    "actor": Actor,
    "statement": Statement,
    "figure": Figure,
    "agreement": Agreement,
    "contact": Contact,
    "mechanism": Mechanism,
    "link": Link,
    "position": Position,
    "shift": Shift,
    "irreconcilable": Irreconcilable,
    "judgement": Judgement,
    "failure": Failure,
}

R = TypeVar("R")


def to_json(value: object) -> Any:
    """Turn a record, or a value within one, into plain JSON values."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_json(getattr(value, attribute))
            for attribute, name in _field_names(type(value))
        }
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def dumps(record: object) -> str:
    """Write a record as one line of JSON."""
    return json.dumps(to_json(record), ensure_ascii=False, separators=(", ", ": "))


def from_json(kind: type[R], value: object) -> R:
    """Read a record of a known class from plain JSON values.

    Args:
        kind: The dataclass to build.
        value: What ``json.loads`` returned.

    Raises:
        RecordError: A field is missing, unknown, of a wrong type or out of range;
            the message says which.
    """
    built = _decode(kind, value, kind.__name__)
    if not isinstance(built, kind):  # pragma: no cover - _decode builds what is asked
        message = f"{kind.__name__}: nothing of that kind."
        raise RecordError(message)
    return built


def loads(kind: type[R], line: str) -> R:
    """Read a record of a known class from one line of JSON.

    Raises:
        RecordError: Not JSON, or not such a record.
    """
    try:
        value = json.loads(line)
    except ValueError as error:
        message = f"{kind.__name__}: not JSON: {error}."
        raise RecordError(message) from error
    return from_json(kind, value)


@cache
def _field_names(kind: type) -> tuple[tuple[str, str], ...]:
    """Pair each attribute with its JSON name."""
    return tuple((f.name, f.name.rstrip("_")) for f in dataclasses.fields(kind))


@cache
def _field_types(kind: type) -> dict[str, Any]:
    """Resolve the annotations of a dataclass once."""
    return typing.get_type_hints(kind)


def _decode(kind: Any, value: object, path: str) -> object:
    """Build a value of an annotated type, or say where it does not fit."""
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return _expect(value in typing.get_args(kind), value, path, kind)
    if origin in (typing.Union, types.UnionType):
        return _decode_optional(kind, value, path)
    if origin is tuple:
        item_kind = typing.get_args(kind)[0]
        items = _expect(isinstance(value, list), value, path, "an array")
        return tuple(
            _decode(item_kind, item, f"{path}[{index}]")
            for index, item in enumerate(typing.cast("list[object]", items))
        )
    if kind is Span:
        return _decode_span(value, path)
    if dataclasses.is_dataclass(kind):
        return _decode_record(typing.cast("type", kind), value, path)
    return _SCALARS[kind](value, path)


def _decode_optional(kind: Any, value: object, path: str) -> object:
    """Decode ``X | None``."""
    if value is None:
        return None
    (inner,) = (k for k in typing.get_args(kind) if k is not type(None))
    return _decode(inner, value, path)


def _decode_span(value: object, path: str) -> Span:
    """Decode ``[start, end]``."""
    match value:
        case [int(start), int(end)]:
            return Span(start, end)
        case _:
            message = f"{path}: expected [start, end], got {value!r}."
            raise RecordError(message)


def _decode_record(kind: type, value: object, path: str) -> object:
    """Decode an object field by field, then let the class check itself."""
    if not isinstance(value, dict):
        message = f"{path}: expected an object, got {value!r:.80}."
        raise RecordError(message)
    names = {name: attribute for attribute, name in _field_names(kind)}
    unknown = sorted(set(value) - set(names))
    required = {
        f.name.rstrip("_")
        for f in dataclasses.fields(kind)
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    }
    missing = sorted(required - set(value))
    if unknown or missing:
        message = f"{path}: unknown fields {unknown}, missing fields {missing}."
        raise RecordError(message)
    hints = _field_types(kind)
    fields = {
        names[name]: _decode(hints[names[name]], item, f"{path}.{name}")
        for name, item in value.items()
    }
    try:
        return kind(**fields)
    except AccordError as error:
        message = f"{path}: {error.message}"
        raise RecordError(message) from error


def _expect(fits: bool, value: object, path: str, wanted: object) -> object:  # noqa: FBT001
    """Return ``value`` if it fits."""
    if not fits:
        message = f"{path}: expected {wanted}, got {value!r:.80}."
        raise RecordError(message)
    return value


def _scalar(*kinds: type) -> Callable[[object, str], object]:
    """Accept values of exactly these JSON types (a boolean is no number)."""

    def decode(value: object, path: str) -> object:
        names = " or ".join(kind.__name__ for kind in kinds)
        return _expect(type(value) in kinds, value, path, names)

    return decode


def _decode_float(value: object, path: str) -> object:
    """Accept a number; JSON does not tell 1 from 1.0."""
    number = _expect(type(value) in (int, float), value, path, "a number")
    return float(typing.cast("float", number))


def _decode_date(value: object, path: str) -> object:
    """Accept a day in ISO 8601."""
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        message = f"{path}: expected a date as 2024-01-31, got {value!r:.80}."
        raise RecordError(message) from error


_SCALARS: dict[type, Callable[[object, str], object]] = {
    str: _scalar(str),
    int: _scalar(int),
    bool: _scalar(bool),
    float: _decode_float,
    date: _decode_date,
}
