"""Stretches told by a day in them: "the week of 18 August", "the three months to June"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from accord.model import When
from accord.text.dates.ahead import is_put_ahead
from accord.text.dates.units import (
    bounds_of,
    day_number,
    last_day,
    month_number,
    nearest_year,
    past_year,
    shift,
    stretch,
)
from accord.text.months import MONTH_PATTERN
from accord.text.numbers import read_number

__all__ = ["WEEKS", "WEEK_READERS"]

_M = rf"(?:{MONTH_PATTERN})\b\.?"
_Y = r"(?:19|20)\d\d"
_D = r"[0-3]?\d(?:st|nd|rd|th)?"
_N = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?"
WEEKS = rf"""
      week\s(?P<week_how>of|beginning|starting|commencing|from|to|ending|ended)\s(?:on\s)?
        (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?
        (?:(?P<dm_d>{_D})\s(?:of\s)?(?P<dm_m>{_M})|(?P<md_m>{_M})\s(?P<md_d>{_D})\b)
        (?:,?\s(?P<week_y>{_Y})\b)?
    | (?:(?P<months_n>{_N})\smonths|(?P<months_year>year))\s(?:to|ending|ended)\s
        (?:the\send\sof\s)?(?P<months_m>(?:{MONTH_PATTERN})\b)(?!\s\d\d?\b)(?:,?\s(?P<months_y>{_Y})\b)?
    | in\s(?P<time_n>an?|one|{_N})\s(?P<time_u>day|week|month|year)s?['’]s?\stime\b
"""
_DAYS_OF_WEEK = 6


def _week(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the week of 18 August", Monday to Sunday, and the seven days "to" a day."""
    kind = "dm" if match["dm_m"] else "md"
    month, number = month_number(match[f"{kind}_m"]), day_number(match[f"{kind}_d"])
    written = match["week_y"]
    if not written and anchor is None:
        return None
    ahead = is_put_ahead(match.string, match.start())
    year = (
        int(written)
        if written
        else nearest_year(month, number, anchor or date.min, ahead=ahead)
    )
    day = date(year, month, number)
    if match["week_how"].lower() in {"to", "ending", "ended"}:
        start = day - timedelta(days=_DAYS_OF_WEEK)
        return stretch(start, day, explicit=bool(written))
    return stretch(*bounds_of(day, "week"), explicit=bool(written))


def _months(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the three months to June", "the year to March 2024"."""
    month = month_number(match["months_m"])
    written = match["months_y"]
    year = int(written) if written else past_year(month, anchor)
    if year is None or match["months_m"][0].islower():
        return None
    count = int(read_number(match["months_n"]) or 0) if match["months_n"] else 12
    first = shift(date(year, month, 1), 1 - count, "month")
    return stretch(first, last_day(year, month), explicit=bool(written))


def _in_time(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "in two weeks' time": the day, week, month or year that it is then."""
    if anchor is None:
        return None
    word, unit = match["time_n"].lower(), match["time_u"].lower()
    count = 1 if word in {"a", "an"} else int(read_number(word) or 0)
    return stretch(*bounds_of(shift(anchor, count, unit), unit), explicit=False)


WEEK_READERS: dict[str, Callable[[re.Match[str], date | None], When | None]] = {
    "week_how": _week, "months_m": _months, "time_n": _in_time,
}  # fmt: skip
