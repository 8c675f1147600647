"""Stretches of time within which the same statement counts once."""

from datetime import date, datetime, timedelta

from accord.model.discourse import Duplicates

__all__ = ["period_of"]


def period_of(when: datetime, duplicates: Duplicates, *, compat: bool) -> object:
    """Name the week, month or year of a moment.

    Args:
        when: The moment.
        duplicates: ``week``, ``month`` or ``year``.
        compat: Whether to count as DNA 3.1.2 does: months and weeks by their number
            alone, whatever the year, and weeks from Sunday, the first one being that
            of January 1st (the peer's defect 6 on a machine set to the United
            States). Else weeks are those of ISO 8601, with their year.

    Example:
        >>> period_of(datetime(2024, 12, 30), "week", compat=False)
        (2025, 1)
        >>> period_of(datetime(2024, 1, 7), "week", compat=True)
        2
    """
    if duplicates == "year":
        return when.year
    if duplicates == "month":
        return when.month if compat else (when.year, when.month)
    if compat:
        return _week_from_sunday(when.date())
    year, week, _ = when.isocalendar()
    return (year, week)


def _week_from_sunday(day: date) -> int:
    """Number a week as calendars of the United States do."""
    saturday = day + timedelta(days=(5 - day.weekday()) % 7)
    # A week that holds January 1st is the first of the new year.
    first = date(saturday.year, 1, 1)
    offset = (first.weekday() + 1) % 7
    return ((saturday - first).days + offset) // 7 + 1
