"""Dates in the many ways pages write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from accord.model import When
from accord.text.months import MONTH_PATTERN, MONTHS

__all__ = ["FoundDate", "find_dates", "find_relative", "read_date"]

_GAP = r"[ \t\u00a0.,/-]{1,3}"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.])(?P<y>{_YEAR})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?!\d)",
        rf"(?<!\d)(?P<d>\d\d?){_ORDINAL}(?: of)?{_GAP}(?P<mon>{MONTH_PATTERN})\b{_GAP}(?P<y>{_YEAR})(?!\d)",
        rf"\b(?P<mon>{MONTH_PATTERN})\b{_GAP}(?P<d>\d\d?){_ORDINAL}{_GAP}(?P<y>{_YEAR})(?!\d)",
        rf"(?<![\d.])(?P<a>\d\d?)\.(?P<b>\d\d?)\.(?P<y>{_YEAR})(?!\d)",
        rf"(?<![\d/])(?P<s>\d\d?)/(?P<t>\d\d?)/(?P<y>{_YEAR})(?!\d)",
        rf"\b(?P<mon>{MONTH_PATTERN})\b{_GAP}(?P<y>{_YEAR})(?!\d)",
    )
)
_NUMBER_WORDS = "an?|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of"
_RELATIVE = re.compile(
    rf"\b(?:(?:about |over |almost )?(?:\d{{1,3}}|(?:a )?(?:{_NUMBER_WORDS})) ?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|mos?|years?"
    r"|yrs?|[smhdwy]) ago|just now|yesterday|today|last (?:week|month|year)"
    r"|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_COMPACT = re.compile(rf"(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{{0,6}}Z?)")
_YEAR_MONTH = re.compile(rf"(?P<y>{_YEAR})-(?P<m>\d\d)")
_YEAR_ALONE = re.compile(_YEAR)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date within a line.

    Attributes:
        start: First character in the line.
        end: One past the last character.
        day: The day, the first of a month; None if day and month could be
            either way round.
        precision: Day or month.
    """

    start: int
    end: int
    day: date | None
    precision: Literal["day", "month"] = "day"

    def when(self, text: str | None) -> When:
        """Make it a record; ambiguous dates stay unresolved."""
        if self.day is None:
            return When.unresolved(text or "")
        if self.precision == "day":
            return When.on(self.day, text=text)
        return When(self.day, _month_end(self.day), "month", "explicit", text)


def find_dates(line: str) -> Iterator[FoundDate]:
    """Find complete dates in a line, most exact form first; none overlap.

    Example:
        >>> [found.day.isoformat() for found in find_dates("18 Jan, 2024 16:55")]
        ['2024-01-18']
    """
    taken: list[FoundDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            if any(f.start < match.end() and match.start() < f.end for f in taken):
                continue
            found = _build(match)
            if found is not None:
                taken.append(found)
    yield from sorted(taken, key=lambda found: found.start)


def find_relative(line: str) -> tuple[int, int] | None:
    """Find words such as "2 months ago", which only make sense with a capture date."""
    match = _RELATIVE.search(line)
    return (match.start(), match.end()) if match else None


def read_date(value: str, *, in_text: bool) -> When | None:
    """Read a field that is meant to hold a date.

    Args:
        value: What the field holds.
        in_text: Whether the words stand in the document's text, and so are kept.

    Returns:
        The date; unresolved if the words cannot be worked out; None if empty.

    Example:
        >>> read_date("2024-01", in_text=False).precision
        'month'
    """
    value = value.strip()
    if not value:
        return None
    text = value if in_text else None
    match = _COMPACT.fullmatch(value)
    if match and (found := _build(match)):
        return found.when(text)
    for found in find_dates(value[:200]):
        return found.when(text if found.day else value)
    match = _YEAR_MONTH.fullmatch(value)
    if match and 1 <= int(match["m"]) <= 12:
        return FoundDate(0, 7, date(int(match["y"]), int(match["m"]), 1), "month").when(
            text
        )
    if _YEAR_ALONE.fullmatch(value):
        year = int(value)
        return When(date(year, 1, 1), date(year, 12, 31), "year", "explicit", text)
    return When.unresolved(value)


def _build(match: re.Match[str]) -> FoundDate | None:
    """Make a date of a match; None if there is no such day."""
    groups = match.groupdict()
    year = int(groups["y"])
    start, end = match.span()
    if "s" in groups:
        first, second = int(groups["s"]), int(groups["t"])
        if first != second and first <= 12 and second <= 12 and first and second:
            return FoundDate(start, end, None)
        day, month = (first, second) if first > 12 else (second, first)
    elif "a" in groups:
        day, month = int(groups["a"]), int(groups["b"])
    else:
        month = MONTHS[groups["mon"].lower()] if "mon" in groups else int(groups["m"])
        day = int(groups["d"]) if "d" in groups else 1
    try:
        built = date(year, month, day)
    except ValueError:
        return None
    exact = any(name in groups for name in ("d", "s", "a"))
    return FoundDate(start, end, built, "day" if exact else "month")


def _month_end(day: date) -> date:
    """Give the last day of a month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
