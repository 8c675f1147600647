"""Dates in the many ways pages write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from accord.model import When
from accord.text.months import (
    FOREIGN_MONTH_PATTERN,
    FOREIGN_MONTHS,
    MONTH_PATTERN,
    MONTHS,
)
from accord.text.numbers import read_number

__all__ = ["FoundDate", "find_dates", "find_relative", "read_date", "resolve_relative"]

_GAP = r"[ \t\u00a0.,/-]{1,3}"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"
# "6. März 2031", "6 de marzo de 2031", "1er mars 2031".
_ABROAD = (
    rf"(?<!\d)(?P<d>\d\d?)(?:\.|º|er)?(?: de| di)?{_GAP}"
    rf"(?P<mon>{FOREIGN_MONTH_PATTERN})\b(?: de)?{_GAP}(?P<y>{_YEAR})(?!\d)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.])(?P<y>{_YEAR})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?!\d)",
        rf"(?<!\d)(?P<d>\d\d?){_ORDINAL}(?: of)?{_GAP}(?P<mon>{MONTH_PATTERN})\b{_GAP}(?P<y>{_YEAR})(?!\d)",
        rf"\b(?P<mon>{MONTH_PATTERN})\b{_GAP}(?P<d>\d\d?){_ORDINAL}{_GAP}(?P<y>{_YEAR})(?!\d)",
        _ABROAD,
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
_AGO = re.compile(
    rf"(?P<count>\d{{1,3}}|(?:a )?(?:{_NUMBER_WORDS})) ?(?P<unit>[a-z]+) ago",
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


def resolve_relative(words: str, saved: date) -> When | None:
    """Work out "2 months ago" from the day on which the page was saved.

    Pages count whole units: "2 months ago" stands for any day from two to less than
    three months before.

    Returns:
        A resolved date, a range where the words are no more exact; None if they are
        not understood.

    Example:
        >>> resolve_relative("2 weeks ago", date(2031, 5, 20)).end
        datetime.date(2031, 5, 6)
    """
    plain = words.lower()
    match = _AGO.search(plain)
    if match:
        count = _count(match["count"])
        return _resolved(match["unit"], count, saved, words) if count else None
    if "yesterday" in plain:
        return When.on(saved - timedelta(days=1), state="resolved", text=words)
    for name in ("year", "month", "week"):
        if f"last {name}" in plain:
            return _last(name, saved, words)
    return When.on(saved, state="resolved", text=words)


def _resolved(unit: str, count: int, saved: date, words: str) -> When | None:
    """Go back some whole units from the day of saving."""
    if unit in {"d", "day", "days"}:
        day = saved - timedelta(days=count)
        return When.on(day, state="resolved", text=words)
    if unit in {"h", "hr", "hrs", "hour", "hours"}:
        # The time of saving is not known: the hours may reach back over midnight.
        start, end = saved - timedelta(days=-(-count // 24)), saved
    elif unit in {"w", "week", "weeks"}:
        end = saved - timedelta(weeks=count)
        start = end - timedelta(days=6)
    elif unit in {"mo", "mos", "month", "months", "y", "yr", "yrs", "year", "years"}:
        months = count * (12 if unit[0] == "y" else 1)
        step = 12 if unit[0] == "y" else 1
        end = _months_before(saved, months)
        start = _months_before(saved, months + step) + timedelta(days=1)
    else:
        return When.on(saved, state="resolved", text=words)
    return When(start, end, "range", "resolved", words)


def _last(name: str, saved: date, words: str) -> When:
    """Give the calendar week, month or year before the day of saving."""
    if name == "week":
        monday = saved - timedelta(days=saved.weekday() + 7)
        return When(monday, monday + timedelta(days=6), "range", "resolved", words)
    if name == "month":
        end = saved.replace(day=1) - timedelta(days=1)
        return When(end.replace(day=1), end, "month", "resolved", words)
    year = saved.year - 1
    return When(date(year, 1, 1), date(year, 12, 31), "year", "resolved", words)


def _months_before(day: date, months: int) -> date:
    """Go back whole months; a day that is not there becomes the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = _month_end(date(year, month + 1, 1))
    return last.replace(day=min(day.day, last.day))


def _count(words: str) -> int | None:
    """Read a small number."""
    if words.isdigit():
        return int(words)
    number = read_number(words.removeprefix("a "))
    return 1 if words in {"a", "an"} else int(number) if number else None


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
        month = _month_of(groups["mon"]) if "mon" in groups else int(groups["m"])
        day = int(groups["d"]) if "d" in groups else 1
    try:
        built = date(year, month, day)
    except ValueError:
        return None
    exact = any(name in groups for name in ("d", "s", "a"))
    return FoundDate(start, end, built, "day" if exact else "month")


def _month_of(name: str) -> int:
    """Number a month by its name in any language that is known."""
    name = name.lower()
    return MONTHS.get(name) or FOREIGN_MONTHS[name]


def _month_end(day: date) -> date:
    """Give the last day of a month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
