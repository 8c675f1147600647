"""Markdown with front matter: the fields above the text, and the text as it is."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from accord.ports import RawItem, RawText
from accord.read.decoding import decode
from accord.read.naming.fields import FIELD_NAMES, find_fields

__all__ = ["MarkdownFormat"]

_FENCE = "---"
_MAX_FRONT_CHARS = 20_000
_FIELDS: dict[str, tuple[str, ...]] = {
    **{
        name: names
        for name, names in FIELD_NAMES.items()
        if name not in {"text", "saved"}
    },
    "section": (*FIELD_NAMES["section"], "category", "categories"),
}


class MarkdownFormat:
    """Reads front matter; the text below it stays as it is, marks included."""

    suffixes: tuple[str, ...] = (".md", ".markdown")
    producer = "read.markdown.v3"

    def parse(self, item: RawItem) -> RawText:
        """Take the text below the front matter.

        Raises:
            UnreadableError: Empty, or binary data.
        """
        decoded = decode(item.data)
        notes = tuple(("encoding", doubt) for doubt in decoded.doubts)
        fields, text = _front_matter(decoded.text)
        places = find_fields(list(fields), _FIELDS)
        values = list(fields.values())
        named = {
            name: _pick([values[at] for at in found], is_one=name == "section")
            for name, found in places.items()
        }
        return RawText(text=text, notes=notes, **named)


def _front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """Part front matter and text; none is found where it is not what YAML calls so."""
    lines = text[:_MAX_FRONT_CHARS].splitlines(keepends=True)
    if not lines or lines[0].strip() != _FENCE:
        return {}, text
    end = next((i for i, row in enumerate(lines[1:], 1) if row.strip() == _FENCE), None)
    if end is None:
        return {}, text
    try:
        loaded = yaml.safe_load("".join(lines[1:end]))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(loaded, dict):
        return {}, text
    fields = {str(key): value for key, value in loaded.items()}
    return fields, text[sum(map(len, lines[: end + 1])) :].lstrip("\n")


def _name_of(value: object) -> str | None:
    """Give a name that stands alone, or in a field ``name`` of its own."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _pick(values: Sequence[Any], *, is_one: bool) -> str | None:
    """Take the first value that is plain, or a list of plain ones.

    Args:
        values: What the fields of one meaning hold.
        is_one: Whether several values are none: who is in several sections is in no
            part of the paper.
    """
    for value in values:
        plain = _plain(value, is_one=is_one)
        if plain:
            return plain
    return None


def _plain(value: object, *, is_one: bool) -> str:
    """Write a value on one line; nothing if it is none that can be."""
    if isinstance(value, list):
        parts = [part for one in value if (part := _name_of(one))]
        return ", ".join(parts) if len(parts) < 2 or not is_one else ""
    if isinstance(value, dt.date):
        return value.isoformat()
    named = _name_of(value)
    return str(value if isinstance(value, int) else named or "").strip()
