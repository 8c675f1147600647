"""Days, weeks, months and years of the calendar."""

import re
from calendar import monthrange
from datetime import date, timedelta

from accord.model import When
from accord.text.months import MONTHS

__all__ = [
    "UNITS", "bounds_of", "day_number", "last_day", "month_number", "nearest_year", "past_year",
    "shift", "stretch",
]  # fmt: skip

#: Units that are so many of another.
UNITS = {"fortnight": (2, "week"), "decade": (10, "year")}
#: A day so close ahead is meant rather than the one almost a year ago: an article
#: may announce it. Days; from the habits of news prose, not tuned.
_AHEAD_DAYS = 92


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def shift(day: date, count: int, unit: str) -> date:
    """Count units on from a day."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def bounds_of(day: date, unit: str) -> tuple[date, date]:
    """Return the week, month or year of a day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), last_day(day.year, day.month)
    if unit == "day":
        return day, day
    return date(day.year, 1, 1), date(day.year, 12, 31)


def stretch(start: date, end: date, *, explicit: bool) -> When | None:
    """Give a stretch; None if it ends before it begins."""
    if end < start:
        return None
    return When(start, end, "range", "explicit" if explicit else "resolved")


def month_number(name: str) -> int:
    """Return the number of "Feb."."""
    return MONTHS[name.lower().rstrip(".")]


def day_number(text: str) -> int:
    """Return the number of "14th"."""
    return int(re.sub(r"\D", "", text))


def past_year(month: int, published: date | None) -> int | None:
    """Return the year of the last such month."""
    return published.year - (month > published.month) if published else None


def nearest_year(month: int, day: int, published: date, *, ahead: bool = False) -> int:
    """Return the year that puts a day last before publication, or soon after.

    Args:
        month: The day's month.
        day: Its number.
        published: Day of publication.
        ahead: Whether the words say that the day is still to come.
    """
    year = published.year
    if (month, day) == (2, 29):
        while monthrange(year, 2)[1] != 29:
            year -= 1
        return year
    here = date(year, month, day)
    if ahead:
        # What was planned for last week is not meant for the next year.
        return year + ((published - here).days > _AHEAD_DAYS // 3)
    if here > published and (here - published).days > _AHEAD_DAYS:
        return year - 1
    following = date(year + 1, month, day)
    if (following - published).days <= _AHEAD_DAYS // 3:
        return year + 1
    return year
