"""The JSON Schema of every record kind, made from the classes themselves."""

import dataclasses
import types
import typing
from datetime import date
from typing import Any

from accord.model.codec import RECORD_KINDS
from accord.model.span import Span

__all__ = ["json_schema"]

_SCALARS: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Span: {
        "type": "array",
        "description": "[start, end): code points of the document's text.",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
}


def json_schema() -> dict[str, Any]:
    """Describe all records in JSON Schema 2020-12.

    Returns:
        One schema whose ``$defs`` hold each class by name, and whose
        ``properties`` map each record kind to its class.
    """
    definitions: dict[str, Any] = {}
    for kind in RECORD_KINDS.values():
        _define(kind, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Accord records",
        "type": "object",
        "properties": {
            name: {"$ref": f"#/$defs/{kind.__name__}"}
            for name, kind in RECORD_KINDS.items()
        },
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: type, definitions: dict[str, Any]) -> None:
    """Add a dataclass and those it holds."""
    if kind.__name__ in definitions:
        return
    definitions[kind.__name__] = {}  # holds the place against recursion
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    definitions[kind.__name__] = {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n", 1)[0],
        "properties": {
            f.name.rstrip("_"): _describe(hints[f.name], definitions) for f in fields
        },
        "required": [
            f.name.rstrip("_")
            for f in fields
            if f.default is dataclasses.MISSING
            and f.default_factory is dataclasses.MISSING
        ],
        "additionalProperties": False,
    }


def _describe(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Describe one annotated type."""
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return {"enum": list(typing.get_args(kind))}
    if origin in (typing.Union, types.UnionType):
        (inner,) = (k for k in typing.get_args(kind) if k is not type(None))
        return {"anyOf": [_describe(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        item = typing.get_args(kind)[0]
        return {"type": "array", "items": _describe(item, definitions)}
    if kind in _SCALARS:
        return _SCALARS[kind]
    _define(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}
