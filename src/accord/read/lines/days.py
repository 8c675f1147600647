"""Rows of days in order: a chronology, a programme, a list of dates to come.

Each row opens with a day and says what happens on it. Sites date their lists too, of
comments and of other stories, but with the day alone, and the newest first.
"""

import re
from collections.abc import Iterator, Sequence

from accord.read.units import Unit
from accord.text.months import (
    FOREIGN_MONTH_PATTERN,
    FOREIGN_MONTHS,
    MONTH_PATTERN,
    MONTHS,
)

__all__ = ["days_in_order"]

_MONTHS = {**FOREIGN_MONTHS, **MONTHS}
_MONTH = rf"(?P<month>{MONTH_PATTERN}|{FOREIGN_MONTH_PATTERN})\b\.?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)[a-z]{0,6}\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th|\.|º|er)?"
_YEAR = r"(?:,? (?P<year>(?:1[5-9]|20)\d\d)\b)?"
_OPENS = tuple(
    re.compile(rf"\W{{0,4}}{_WEEKDAY}{order}{_YEAR}", re.IGNORECASE)
    for order in (rf"{_MONTH} {_DAY}", rf"{_DAY} (?:de )?{_MONTH}")
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST_WORDS = 3
_LEAST_ROWS = 4
# A row's text may run over a few lines before the next day comes.
_LINES_APART = 4
# From December to January the count begins again.
_DAYS_OF_MONTH = 31
_HALF_A_YEAR = 6 * _DAYS_OF_MONTH

# Year, where one is written, and day within it.
_Day = tuple[int, int]


def days_in_order(units: Sequence[Unit]) -> frozenset[int]:
    r"""Find the rows that open with one day after the other.

    Cost:
        Linear in the number of lines.

    Example:
        >>> from accord.read.units import divide
        >>> text = "March {} - The envoys meet again in Tolna"
        >>> rows = "\n\n".join(text.format(day) for day in (3, 9, 17, 30))
        >>> sorted(days_in_order(divide(rows)))
        [0, 1, 2, 3]
    """
    found: set[int] = set()
    for run in _runs(units):
        found.update(run)
    return frozenset(found)


def _runs(units: Sequence[Unit]) -> Iterator[Sequence[int]]:
    """Give each run of rows whose days follow each other."""
    run: list[int] = []
    last: _Day = (0, 0)
    for index, unit in enumerate(units):
        day = _opening_day(unit.text)
        if day is None:
            continue
        if run and not (_follows(day, last) and index - run[-1] <= _LINES_APART):
            yield from _if_long(run)
            run = []
        run.append(index)
        last = day
    yield from _if_long(run)


def _if_long(run: list[int]) -> Iterator[Sequence[int]]:
    """Give a run that is long enough to be no accident."""
    if len(run) >= _LEAST_ROWS:
        yield run


def _opening_day(line: str) -> _Day | None:
    """Read the day that a row opens with, if it says what happens on it."""
    for pattern in _OPENS:
        match = pattern.match(line)
        if match is None:
            continue
        rest = line[match.end() : match.end() + 200]
        if len(_WORD.findall(rest)) < _LEAST_WORDS:
            return None
        month = _MONTHS[match["month"].lower()]
        return int(match["year"] or 0), month * _DAYS_OF_MONTH + int(match["day"])
    return None


def _follows(day: _Day, last: _Day) -> bool:
    """Tell whether a day comes after another, over the turn of a year too."""
    years, days = day[0] - last[0], day[1] - last[1]
    if day[0] and last[0] and years:
        return years > 0
    return days > 0 or days < -_HALF_A_YEAR
