"""Words with their offsets."""

import re
from collections.abc import Iterator

from accord.model import Span

__all__ = ["word_bounds", "words"]

# A word may hold apostrophes, hyphens and full stops between letters: Ukraine's,
# half-baked, U.S.
_WORD = re.compile(r"\w+(?:['’.\-‐‑]\w+)*")


def words(text: str, span: Span | None = None) -> Iterator[Span]:
    """Find the words of a text.

    Args:
        text: Any text.
        span: Where to look; everywhere if not given.

    Returns:
        Spans in text order. Apostrophes, hyphens and full stops between letters
        stay within a word.

    Example:
        >>> ["U.S. aid"[w.start : w.end] for w in words("U.S. aid")]
        ['U.S', 'aid']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _WORD.finditer(text, start, end):
        yield Span(match.start(), match.end())


def word_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Find the words of a text as bare offsets, for whoever has many to find."""
    return (match.span() for match in _WORD.finditer(text))
