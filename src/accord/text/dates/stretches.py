"""Stretches of time, feasts and days told in a way of their own, in text order."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from accord.model import Span, When
from accord.text.dates.days import DAY_PATTERN, DAY_READERS
from accord.text.dates.feasts import FEASTS, read_feast
from accord.text.dates.parts import PART_READERS, PARTS
from accord.text.dates.ranges import RANGE_READERS, RANGES
from accord.text.dates.weeks import WEEK_READERS, WEEKS
from accord.text.sieve import Sieve

__all__ = ["find_stretches"]

_Reader = Callable[[re.Match[str], date | None], When | None]
_SOURCES: tuple[tuple[str, dict[str, _Reader]], ...] = (
    (RANGES, RANGE_READERS),
    (PARTS, PART_READERS),
    (DAY_PATTERN, DAY_READERS),
    (WEEKS, WEEK_READERS),
    (FEASTS, {"feast": read_feast}),
)
# Each begins with a word or with the mark before a shortened year.
_TABLES = tuple(
    (
        Sieve(rf"(?:\b(?=\w)|(?=['’]\d))(?:{pattern})", re.IGNORECASE | re.VERBOSE),
        readers,
    )
    for pattern, readers in _SOURCES
)
Found = tuple[int, int, When, str]


def find_stretches(
    text: str, *, anchor: date | None, span: Span | None = None
) -> Iterator[Found]:
    """Find what is told in more than the words of one day, month or year.

    Args:
        text: Any text.
        anchor: Day of publication; None if not known.
        span: Where to look; everywhere if not given.

    Returns:
        Start, end, what is meant, and the rule, in text order, not overlapping: of
        two readings of the same words the one that begins first, then the longer one.
        What cannot be worked out is left out.

    Cost:
        Linear.
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    found = [
        one
        for pattern, readers in _TABLES
        for one in _read_table(pattern, readers, text, anchor, (start, end))
    ]
    closed = start
    for one in sorted(found, key=lambda one: (one[0], -one[1], one[3])):
        if one[0] >= closed:
            closed = one[1]
            yield one


def _read_table(
    pattern: Sieve,
    readers: dict[str, _Reader],
    text: str,
    anchor: date | None,
    bounds: tuple[int, int],
) -> Iterator[Found]:
    """Read what one pattern matches, by the first of its groups that has words."""
    for match in pattern.finditer(text, *bounds):
        rule = next(name for name in readers if match[name])
        try:
            when = readers[rule](match, anchor)
        except (ValueError, OverflowError):
            continue
        if when is not None:
            yield match.start(), match.end(), when, rule
