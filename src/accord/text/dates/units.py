"""Days, weeks, months and years of the calendar."""

from calendar import monthrange
from datetime import date, timedelta

__all__ = ["bounds_of", "last_day", "shift"]


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
