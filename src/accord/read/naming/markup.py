"""Marks of pages within fields: headlines and bodies that were stored as they were set."""

import re
from html import unescape

__all__ = ["has_markup", "without_markup"]

_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|blockquote|figure|hr)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"<(script|style)\b[^<>]{0,2000}>[^<]{0,200000}</\1\s*>", re.IGNORECASE
)
_MARK = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->"
)
_LINES = re.compile(r"[ \t]*\n\s*")


def has_markup(text: str) -> bool:
    """Tell whether a text was stored with the marks of its blocks.

    Example:
        >>> has_markup("<p>No deal.</p>"), has_markup("a < b and c > d")
        (True, False)
    """
    return "<" in text and _BLOCK.search(text) is not None


def without_markup(text: str) -> str:
    r"""Leave the marks of a page out; each block becomes a line.

    Example:
        >>> without_markup("<p>No <em>deal</em>.</p><p>Talks &amp; tolls</p>")
        'No deal.\nTalks & tolls'
    """
    if "<" not in text:
        return unescape(text)
    bare = _SILENT.sub("", text)
    bare = _MARK.sub("", _BLOCK.sub("\n", bare))
    return _LINES.sub("\n", unescape(bare)).strip()
