"""Markdown with front matter: the fields above the text, and the text as it is."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import yaml

from accord.ports import RawItem, RawText
from accord.read.decoding import decode

__all__ = ["MarkdownFormat"]

_FENCE = "---"
_MAX_FRONT_CHARS = 20_000
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "by", "byline"),
    "outlet": ("outlet", "publication", "publisher", "source", "site"),
    "section": ("section", "rubric", "category", "categories"),
    "dateline": ("dateline",),
    "url": ("url", "link", "canonical_url", "canonical"),
    "language": ("language", "lang"),
    "published": ("date", "published", "publish_date", "publication_date"),
}


class MarkdownFormat:
    """Reads front matter; the text below it stays as it is, marks included."""

    suffixes: tuple[str, ...] = (".md", ".markdown")
    producer = "read.markdown.v2"

    def parse(self, item: RawItem) -> RawText:
        """Take the text below the front matter.

        Raises:
            UnreadableError: Empty, or binary data.
        """
        decoded = decode(item.data)
        notes = tuple(("encoding", doubt) for doubt in decoded.doubts)
        fields, text = _front_matter(decoded.text)
        named = {name: _pick(fields, keys) for name, keys in _FIELDS.items()}
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
    fields = {str(key).lower(): value for key, value in loaded.items()}
    return fields, text[sum(map(len, lines[: end + 1])) :].lstrip("\n")


def _name_of(value: object) -> str | None:
    """Give a name that stands alone, or in a field ``name`` of its own."""
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _pick(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Take the first field of that meaning that holds a plain value."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, list):
            parts = [part for one in value if (part := _name_of(one))]
            # An article in several categories is in none of the paper's parts.
            value = ", ".join(
                parts if name != "categories" else parts[:1] * (len(parts) == 1)
            )
        value = _name_of(value) or value
        if isinstance(value, dt.date):
            value = value.isoformat()
        if isinstance(value, str | int) and str(value).strip():
            return str(value).strip()
    return None
