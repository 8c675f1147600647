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
from accord.model.relation import Irreconcilable, Join, Link
from accord.model.reported import Agreement, Contact, Figure, Mechanism
from accord.model.span import Span
from accord.model.statement import Position, Shift, Statement

__all__ = ["RECORD_KINDS", "dumps", "from_json", "loads", "read_fields", "to_json"]

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
    "join": Join,
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
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [to_json(item) for item in typing.cast("tuple[object, ...]", value)]
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(kind):
        return {
            name: to_json(getattr(value, attribute))
            for attribute, name in _field_names(kind)
        }
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
    decode = _decoder(typing.cast("Any", kind))
    built = decode(value, (None, kind.__name__))
    if not isinstance(built, kind):  # pragma: no cover - it builds what is asked
        message = f"{kind.__name__}: nothing of that kind."
        raise RecordError(message)
    return built


def read_fields(kind: type, value: object) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Read what can be read of a record, and say of every other field what is wrong.

    Args:
        kind: The dataclass.
        value: Plain JSON values.

    Returns:
        The fields that fit, by attribute; and a problem for each that is unknown,
        missing or of a wrong type.
    """
    if not isinstance(value, dict):
        return {}, (f"expected an object, got {value!r:.80}.",)
    hints = typing.get_type_hints(kind)
    names = {name: attribute for attribute, name in _field_names(kind)}
    problems = [f"there is no field {name!r}." for name in value if name not in names]
    problems += [
        f"the field {name!r} is missing."
        for name in sorted(_required(kind) - set(value))
    ]
    fields = {}
    for name, item in value.items():
        if name in names:
            try:
                fields[names[name]] = _decoder(hints[names[name]])(item, (None, name))
            except AccordError as error:
                problems.append(error.message)
    return fields, tuple(problems)


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


# A place in the JSON, innermost name last; written out only when something is wrong,
# because building the words for every field took longer than reading it.
_Place = tuple[Any, str]
_Decoder = Callable[[object, _Place], object]

_PLAIN = frozenset({str, int, float, bool, type(None)})


def _words(place: _Place) -> str:
    """Write a place as ``Class.field[index]``."""
    outer, name = place
    if outer is None:
        return name
    return f"{_words(outer)}{name if name.startswith('[') else '.' + name}"


@cache
def _field_names(kind: type) -> tuple[tuple[str, str], ...]:
    """Pair each attribute with its JSON name."""
    return tuple((f.name, f.name.rstrip("_")) for f in dataclasses.fields(kind))


@cache
def _required(kind: type) -> frozenset[str]:
    """Name the fields that must be given."""
    return frozenset(
        f.name.rstrip("_")
        for f in dataclasses.fields(kind)
        if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    )


@cache
def _decoder(kind: Any) -> _Decoder:
    """Make the function that reads values of an annotated type; once per type."""
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return _literal_decoder(kind)
    if origin in (typing.Union, types.UnionType):
        return _optional_decoder(kind)
    if origin is tuple:
        return _tuple_decoder(kind)
    if kind is Span:
        return _decode_span
    if dataclasses.is_dataclass(kind):
        return _record_decoder(typing.cast("type", kind))
    return _SCALARS[kind]


def _literal_decoder(kind: Any) -> _Decoder:
    """Read one of a few words."""
    allowed = typing.get_args(kind)
    wanted = f"one of {', '.join(map(repr, allowed))}"

    def decode(value: object, place: _Place) -> object:
        return _expect(value in allowed, value, place, wanted)

    return decode


def _optional_decoder(kind: Any) -> _Decoder:
    """Read ``X | None``."""
    (inner,) = (k for k in typing.get_args(kind) if k is not type(None))
    decode_inner = _decoder(inner)

    def decode(value: object, place: _Place) -> object:
        return None if value is None else decode_inner(value, place)

    return decode


def _tuple_decoder(kind: Any) -> _Decoder:
    """Read an array."""
    decode_item = _decoder(typing.get_args(kind)[0])

    def decode(value: object, place: _Place) -> object:
        if not isinstance(value, list):
            raise _misfit(value, place, "an array")
        return tuple(
            [decode_item(item, (place, f"[{n}]")) for n, item in enumerate(value)]
        )

    return decode


def _decode_span(value: object, place: _Place) -> Span:
    """Read ``[start, end]``."""
    match value:
        case [int(start), int(end)]:
            return Span(start, end)
        case _:
            message = f"{_words(place)}: expected [start, end], got {value!r}."
            raise RecordError(message)


def _record_decoder(kind: type) -> _Decoder:
    """Read an object field by field, then let the class check itself."""
    hints = typing.get_type_hints(kind)
    decoders = {
        name: (attribute, _decoder(hints[attribute]))
        for attribute, name in _field_names(kind)
    }
    required = _required(kind)

    def decode(value: object, place: _Place) -> object:
        if not isinstance(value, dict):
            message = f"{_words(place)}: expected an object, got {value!r:.80}."
            raise RecordError(message)
        if not (required <= value.keys() <= decoders.keys()):
            unknown = sorted(set(value) - set(decoders))
            missing = sorted(required - set(value))
            message = (
                f"{_words(place)}: unknown fields {unknown}, missing fields {missing}."
            )
            raise RecordError(message)
        fields = {}
        for name, item in value.items():
            attribute, decode_field = decoders[name]
            fields[attribute] = decode_field(item, (place, name))
        try:
            return kind(**fields)
        except AccordError as error:
            message = f"{_words(place)}: {error.message}"
            raise RecordError(message) from error

    return decode


def _misfit(value: object, place: _Place, wanted: object) -> RecordError:
    """Say that a value is not what it should be."""
    return RecordError(f"{_words(place)}: expected {wanted}, got {value!r:.80}.")


def _expect(fits: bool, value: object, place: _Place, wanted: object) -> object:  # noqa: FBT001
    """Return ``value`` if it fits."""
    if not fits:
        raise _misfit(value, place, wanted)
    return value


def _scalar(*kinds: type) -> _Decoder:
    """Accept values of exactly these JSON types (a boolean is no number)."""
    names = " or ".join(kind.__name__ for kind in kinds)

    def decode(value: object, place: _Place) -> object:
        return _expect(type(value) in kinds, value, place, names)

    return decode


def _decode_float(value: object, place: _Place) -> object:
    """Accept a number; JSON does not tell 1 from 1.0."""
    number = _expect(type(value) in (int, float), value, place, "a number")
    return float(typing.cast("float", number))


def _decode_date(value: object, place: _Place) -> object:
    """Accept a day in ISO 8601."""
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        message = f"{_words(place)}: expected a date as 2024-01-31, got {value!r:.80}."
        raise RecordError(message) from error


_SCALARS: dict[type, _Decoder] = {
    str: _scalar(str),
    int: _scalar(int),
    bool: _scalar(bool),
    float: _decode_float,
    date: _decode_date,
}
