"""The block of ``Key: value`` lines that may stand before a text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accord.model import Span
from accord.text import paragraphs

__all__ = ["Header", "read_header"]

_KEYS: dict[str, str] = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "publication": "outlet", "source": "outlet",
    "publisher": "outlet", "site": "outlet",
    "author": "author", "authors": "author", "by": "author", "byline": "author",
    "date": "published", "published": "published", "publication date": "published",
    "section": "section", "rubric": "section", "desk": "section",
    "dateline": "dateline",
    "saved": "saved", "retrieved": "saved", "accessed": "saved", "captured": "saved",
    "url": "url", "link": "url",
    "language": "language", "lang": "language",
}  # fmt: skip
_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,24})[ \t]*:[ \t]*(.*)")
_FENCE = "---"
_MAX_LINES = 20
_MAX_VALUE = 500


@dataclass(frozen=True, slots=True)
class Header:
    """A header block.

    Attributes:
        span: From its first character to its last.
        values: Where each field's value stands; only fields that are not empty.
    """

    span: Span
    values: Mapping[str, Span]


def read_header(text: str) -> Header | None:
    r"""Read the header block of a text, if it has one.

    The first lines must all be ``Key: value``, one key at least be known, and a
    blank line end them. More keys may stand among the known ones.

    Example:
        >>> header = read_header("Title: No deal\nOutlet: The Courier\n\nTalks failed.")
        >>> header.values["outlet"]
        Span(start=23, end=34)
    """
    lines = _first_block(text)
    if not lines:
        return None
    span = Span(lines[0].start, lines[-1].end)
    fenced = lines[0].of(text) == _FENCE and lines[-1].of(text) == _FENCE
    values: dict[str, Span] = {}
    known = 0
    for line in lines[1:-1] if fenced else lines:
        match = _LINE.fullmatch(line.of(text))
        if not match or len(match[2]) > _MAX_VALUE:
            return None
        field = _KEYS.get(match[1].strip().lower())
        if field is None:
            continue
        known += 1
        value = match[2].strip().strip('"') if fenced else match[2].strip()
        if value:
            start = line.start + line.of(text).index(value, match.start(2))
            values.setdefault(field, Span(start, start + len(value)))
    # Among many other keys one known key may be chance ("Note: ...").
    return Header(span, values) if known * 2 >= len(lines) - 2 * fenced else None


def _first_block(text: str) -> Sequence[Span]:
    """Give the lines up to the first blank line, if they are few and text follows."""
    lines: list[Span] = []
    for line in paragraphs(text[: _MAX_LINES * (_MAX_VALUE + 30)]):
        if lines and _breaks(text[lines[-1].end : line.start]) > 1:
            return lines
        lines.append(line)
        if len(lines) > _MAX_LINES:
            return ()
    return ()


def _breaks(gap: str) -> int:
    """Count line breaks."""
    return max(gap.count("\n"), gap.count("\r"))
