"""Dates that are counted from another day: "last Friday", "two weeks later".

``dates`` finds the words; here their match is worked out.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from accord.model import When
from accord.text.dates.frames import exact_for
from accord.text.dates.units import UNITS

__all__ = [
    "COUNTS", "DAYS", "SEASONS", "Anchors", "count_date", "counted_back_by", "season",
    "whole_month",
]  # fmt: skip

#: Number of each day of the week, 0 to 6.
DAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_UNITS = frozenset({"day", "week", "month", "year"})
_STEPS = {"previous": -1, "preceding": -1, "same": 0, "following": 1, "next": 1}
_NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class Anchors:
    """What dates are counted from.

    Attributes:
        published: Day of publication; None if not known.
        previous: The last date spoken of; None if none.
        back: What the words count back from; None if they do not, or from nothing.
        ahead: Whether the words before speak of what is to come.
        day_first: Whether the text writes days before months.
    """

    published: date | None
    previous: When | None
    back: When | None = None
    ahead: bool = False
    day_first: bool = False


def count_date(match: re.Match[str], anchors: Anchors) -> When | None:
    """Work out dates that are counted from another."""
    if match["rel"]:
        count = _count(match["rel_n"]) * (1 if match["rel"].lower() == "later" else -1)
        return _from_frame(anchors, count, match["rel_u"].lower())
    if match["next"]:
        count = _STEPS[match["next"].lower()]
        return _from_frame(anchors, count, _unit_from_frame(match))
    if match["before"] or match["same"]:
        step = {"before": -1, "after": 1}.get((match["before"] or "").lower(), 0)
        return _from_frame(anchors, step, "day")
    if match["w"] and (match["w_how"] or "").lower() == "following":
        frame = anchors.previous
        if frame and frame.end:
            days = (DAYS[match["w"].lower()] - frame.end.weekday()) % 7 or 7
            return When.on(frame.end + timedelta(days=days), state="resolved")
    if anchors.published is None:
        return None
    return _from_today(match, anchors.published, ahead=anchors.ahead)


def counted_back_by(match: re.Match[str]) -> str | None:
    """Return the unit that words count back from a date spoken of; None if they do not."""
    if match["rel"] and match["rel"].lower() != "later":
        return str(match["rel_u"]).lower()
    if match["next"] and _STEPS[match["next"].lower()] < 0:
        return _unit_from_frame(match)
    return "day" if (match["before"] or "").lower() == "before" else None


def _unit_from_frame(match: re.Match[str]) -> str:
    """Return the unit of "the next week"; the next morning is one of the next day."""
    unit = str(match["next_u"]).lower()
    return unit if unit in _UNITS else "day"


def _from_frame(anchors: Anchors, count: int, unit: str) -> When | None:
    """Count from the date spoken of before, if that is exact enough."""
    frame = anchors.back if count < 0 else anchors.previous
    if frame is None or frame.start is None or not exact_for(frame, unit):
        return None
    return _shift(frame.start, count, unit)


def _from_today(match: re.Match[str], today: date, *, ahead: bool) -> When | None:
    """Work out dates that are counted from the day of publication."""
    found: When | None = None
    if match["w_d"]:
        found = _weekday_of_month(match, today)
    elif match["w"]:
        found = _weekday(match, today, ahead=ahead)
    elif match["u"]:
        found = _unit(match, today)
    elif match["ago_n"]:
        found = _shift(today, -_count(match["ago_n"]), match["ago_u"].lower())
    elif match["half_ago"]:
        months = -6 if match["half_ago"].lower().startswith("half") else -18
        found = _shift(today, months, "month")
    elif match["few_n"]:
        found = _few_ago(match["few_n"].lower(), match["few_u"].lower(), today)
    elif match["ahead_n"]:
        found = _shift(today, _count(match["ahead_n"]), match["ahead_u"].lower())
    elif match["from_n"]:
        found = _shift(today, _count(match["from_n"]), match["from_u"].lower())
    elif match["day"]:
        days = _NAMED_DAYS.get(match["day"].lower(), 0)
        found = When.on(today + timedelta(days=days), state="resolved")
    return found


def _count(word: str) -> int:
    """Read a count in words or digits."""
    return COUNTS.get(word.lower()) or int(word)


def _shift(day: date | None, count: int, unit: str) -> When | None:
    """Count units on from a day; the unit is how exact the result is."""
    if day is None:
        return None
    times, unit = UNITS.get(unit, (1, unit))
    count *= times
    if unit == "day":
        return When.on(day + timedelta(days=count), state="resolved")
    if unit == "week":
        return _week(day + timedelta(weeks=count))
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return whole_month(months // 12, months % 12 + 1, explicit=False)
    return _year(day.year + count)


def _year(year: int) -> When | None:
    """Return a year."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return When(date(year, 1, 1), date(year, 12, 31), "year", "resolved")


def _week(day: date) -> When:
    """Return the week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return When(monday, monday + timedelta(days=6), "range", "resolved")


#: How many units ago words say that give no number: at least, at most.
_FEW = {"a couple of": (2, 3), "a few": (2, 6), "few": (2, 6)}


def _few_ago(words: str, unit: str, today: date) -> When | None:
    """Work out "a few days ago", as the whole stretch that it may mean."""
    least, most = _FEW[words]
    first, last = _shift(today, -most, unit), _shift(today, -least, unit)
    if not (first and last and first.start and last.end):
        return None
    return When(first.start, last.end, "range", "resolved")


def _weekday(match: re.Match[str], today: date, *, ahead: bool) -> When:
    """Work out "on Thursday", "last Friday", "next Monday"."""
    number = DAYS[match["w"].lower()]
    how = (match["w_how"] or "").lower()
    back = (today.weekday() - number) % 7
    here = today.weekday() - number
    if match["w_week"]:
        how = match["w_week"].lower()
    if how in {"last", "past", "previous"}:
        # Within the week news says "on Wednesday"; "last Wednesday" is last week's.
        back = here + 7
    elif how in {"next", "following"}:
        back = here - 7
    elif how == "this":
        back = here
    elif ahead and back:
        back -= 7
    return When.on(today - timedelta(days=back), state="resolved")


def _weekday_of_month(match: re.Match[str], today: date) -> When | None:
    """Work out "Friday 31": the nearest month in which that is a Friday."""
    weekday, day = DAYS[match["w"].lower()], int(match["w_d"])
    here = today.year * 12 + today.month - 1
    days = [
        date(year, month + 1, day)
        for year, month in (divmod(here + step, 12) for step in range(-12, 13))
        if 1 <= day <= monthrange(year, month + 1)[1]
    ]
    fitting = [day for day in days if day.weekday() == weekday]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda day: (abs(day - today), day))
    return When.on(nearest, state="resolved")


def _unit(match: re.Match[str], today: date) -> When | None:
    """Work out "last month", "earlier this week", "next year"."""
    unit, how = match["u"].lower(), match["u_how"].lower()
    step = {"this": 0, "next": 1, "coming": 1}.get(how, -1)
    found = _shift(today, step, unit)
    if found is None or found.start is None or found.end is None:
        return found
    way = (match["earlier"] or "").lower()
    if not way:
        return When(found.start, found.end, found.precision, "resolved")
    start, end = _part_of_unit(way, unit, (found.start, found.end), today)
    return When(start, end, "range", "resolved")


def _part_of_unit(
    way: str, unit: str, bounds: tuple[date, date], today: date
) -> tuple[date, date]:
    """Narrow "last month" by "late", "this month" by "earlier"."""
    start, end = bounds
    if way == "earlier" and start < today <= end:
        return start, today - timedelta(days=1)
    if way == "later" and start <= today:
        return today, end
    if way == "early":
        return start, _HALVES[unit](start) - timedelta(days=1)
    if way == "late":
        return _HALVES[unit](start), end
    return start, end


#: First day of the later half, by the unit that begins on a day.
_HALVES: dict[str, Callable[[date], date]] = {
    "week": lambda start: start + timedelta(days=3),
    "month": lambda start: start.replace(day=16),
    "year": lambda start: start.replace(month=7),
}


def whole_month(year: int, month: int, *, explicit: bool) -> When:
    """Return a month."""
    start = date(year, month, 1)
    end = date(year, month, monthrange(year, month)[1])
    return When(start, end, "month", "explicit" if explicit else "resolved")


def season(name: str, year: int) -> When:
    """Return a season of the northern half."""
    if name == "winter":
        end = date(year + 1, 2, monthrange(year + 1, 2)[1])
        return When(date(year, 12, 1), end, "range", "explicit")
    first, last = SEASONS[name]
    end = date(year, last, monthrange(year, last)[1])
    return When(date(year, first, 1), end, "range", "explicit")
