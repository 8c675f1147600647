"""Fragments of a text: which stand in quotation marks, which belong together."""

import re
from collections.abc import Iterable, Sequence

from accord.model import Mode, Span

__all__ = ["join_fragments", "mode_of", "quoted_characters", "without_day"]

#: Share of a content's letters in quotation marks that makes it direct.
_DIRECT = 0.9
#: Behind a source, when it spoke: "The council on Thursday", "The guild on".
_DAY = re.compile(
    r"\s+(?:(?:(?:late|early)\s+)?on(?:\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s+(?:morning|afternoon|evening|night))?$"
)
_MARKS = frozenset('“”„‟«»"')


def quoted_characters(text: str) -> bytearray:
    """Mark the characters that stand in double quotation marks, line by line.

    Example:
        >>> list(quoted_characters('a "b"'))
        [0, 0, 1, 1, 0]
    """
    marked = bytearray(len(text))
    opened: int | None = None
    for place, character in enumerate(text):
        if character == "\n":
            opened = None
        elif character in _MARKS:
            if opened is not None:
                marked[opened:place] = b"\x01" * (place - opened)
            opened = place if opened is None else None
    return marked


def mode_of(text: str, quoted: bytearray, spans: Sequence[Span]) -> Mode:
    """Say how much of a content stands in double quotation marks."""
    words = [
        quoted[place]
        for span in spans
        for place in range(span.start, span.end)
        if text[place].isalnum()
    ]
    if not any(words):
        return "indirect"
    return "direct" if sum(words) >= _DIRECT * len(words) else "mixed"


def join_fragments(text: str, spans: Iterable[Span]) -> list[Span]:
    """Join fragments that only white space within a line keeps apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        gap = text[joined[-1].end : span.start] if joined else "\n"
        if not gap.strip() and "\n" not in gap:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def without_day(text: str, source: Span) -> Span:
    """Leave out of a source the day on which it spoke.

    Example:
        >>> without_day("The council on Thursday said", Span(0, 23))
        Span(start=0, end=11)
    """
    found = _DAY.search(source.of(text))
    return Span(source.start, source.start + found.start()) if found else source
