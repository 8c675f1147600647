"""Rows of a ``.jsonl`` file: one document each, with named fields."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from accord.errors import UnreadableError
from accord.ports import RawText
from accord.read.naming.fields import FIELD_NAMES, find_fields
from accord.read.naming.markup import has_markup, without_markup

__all__ = ["parse_row"]

# Where values with parts keep the words: a person's name, a headline as it is shown.
_INNER = ("name", "rendered", "main", "original", "value", "text", "title")
_MILLISECONDS_FROM = 10**11


def parse_row(data: bytes) -> RawText:
    """Read one row.

    Raises:
        UnreadableError: Not a JSON object, or no text in it.

    Example:
        >>> parse_row(b'{"body": "No deal.", "source": "The Courier"}').outlet
        'The Courier'
    """
    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        message = f"The row is not JSON: {error}."
        raise UnreadableError(message) from error
    if not isinstance(row, dict):
        message = f"The row is {type(row).__name__}, not an object with a field 'text'."
        raise UnreadableError(message)
    fields = _fields(row)
    text = _pick(fields, "text")
    if text is None:
        names = ", ".join(sorted(map(str, row))) or "none"
        message = f"The row has no text; its fields are: {names[:200]}."
        raise UnreadableError(
            message,
            hint="Put the article's text in a field 'text', 'body' or 'content'.",
        )
    return RawText(
        text=without_markup(text) if has_markup(text) else text,
        title=_pick(fields, "title"),
        outlet=_pick(fields, "outlet"),
        author=_pick(fields, "author"),
        published=_pick(fields, "published"),
        section=_pick(fields, "section"),
        dateline=_pick(fields, "dateline"),
        saved=_pick(fields, "saved"),
        url=_pick(fields, "url"),
        language=_pick(fields, "language"),
    )


def _fields(row: Mapping[str, object]) -> dict[str, list[object]]:
    """Give the values of each field, under whatever names they stand."""
    flat = list(_flattened(row))
    values: Sequence[object] = [value for _, value in flat]
    places = _places_of(tuple(name for name, _ in flat))
    return {field: [values[at] for at in some] for field, some in places.items()}


@lru_cache(maxsize=256)
def _places_of(names: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    """Find the fields among names; all rows of a file mostly have the same."""
    return find_fields(names, FIELD_NAMES)


def _flattened(row: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Give the fields of a row, then those within fields that are none of ours."""
    inner: list[tuple[str, object]] = []
    for name, value in row.items():
        if isinstance(value, dict) and not _places_of((str(name),)):
            inner += [(str(key), within) for key, within in value.items()]
        else:
            yield str(name), value
    yield from inner


def _pick(fields: Mapping[str, Sequence[object]], name: str) -> str | None:
    """Take the first field of that meaning that holds something."""
    for value in fields.get(name, ()):
        if name == "published" and isinstance(value, int | float):
            return _day_of(value)
        parts = value if isinstance(value, list) else [value]
        border = "\n\n" if name == "text" else ", "
        words = border.join(filter(None, map(_words_of, parts)))
        if words.strip():
            return words if name == "text" else " ".join(without_markup(words).split())
    return None


def _words_of(value: object) -> str:
    """Give the words of a value; one with parts of its own has them under a usual name."""
    if isinstance(value, dict):
        value = next((value[key] for key in _INNER if key in value), None)
    return value if isinstance(value, str) else ""


def _day_of(moment: float) -> str:
    """Turn a number into a date: seconds or milliseconds since 1970, or a year."""
    if moment < 10_000:
        return str(int(moment))
    seconds = moment / 1000 if moment >= _MILLISECONDS_FROM else moment
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return str(moment)
