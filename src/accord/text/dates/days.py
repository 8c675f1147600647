"""Days that are told in a way of their own, and stretches between two of them.

"Friday week", "the day before yesterday", "the 12th", "3rd inst.", "Tuesday, 9 January",
"in November last year", "29 January to 2 February", "Monday to Wednesday".
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from accord.model import When
from accord.text.dates.ahead import is_put_ahead
from accord.text.dates.counting import DAYS, whole_month
from accord.text.dates.units import (
    bounds_of,
    day_number,
    month_number,
    nearest_year,
    shift,
    stretch,
)
from accord.text.months import MONTH_PATTERN

__all__ = ["DAY_PATTERN", "DAY_READERS"]

_M = rf"(?:{MONTH_PATTERN})\b\.?"
_Y = r"(?:19|20)\d\d"
_D = r"[0-3]?\d(?:st|nd|rd|th)?"
_W = "|".join(DAYS)
_TO = r"\s?(?:-|–|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s?"
_CLOSED = r"(?=\s*(?:[.,;:!?)]|\Z|\n))"
_FIRST = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}


def _between(group: str, first: str, last: str) -> str:
    """Build "from A to B" and "between A and B", whose middles differ."""
    return (
        rf"(?:(?:from\s)?{first}{_TO}{last}"
        rf"|between\s{first.replace(group, group + 'b')}\sand\s{last.replace(group, group + 'b')})"
    )


def _day_month(group: str) -> str:
    """Match "28 November 2023"."""
    return (
        rf"(?P<{group}d>{_D})\s(?:of\s)?(?P<{group}m>{_M})(?:,?\s(?P<{group}y>{_Y})\b)?"
    )


def _month_day(group: str) -> str:
    """Match "November 28, 2023"."""
    return rf"(?P<{group}m>{_M})\s(?P<{group}d>{_D})\b(?:,?\s(?P<{group}y>{_Y})\b)?"


DAY_PATTERN = rf"""
      (?<![\d.,/$£€-]){_between("_dm", _day_month("from_dm"), _day_month("to_dm"))}
    | {_between("_md", _month_day("from_md"), _month_day("to_md"))}
    | (?:from\s)?(?P<from_w>{_W}){_TO}(?P<to_w>{_W})\b | between\s(?P<from_wb>{_W})\sand\s(?P<to_wb>{_W})\b
    | (?P<with_w>{_W})\b,?\s(?:the\s)?(?:{_day_month("dm")}|{_month_day("md")})
    | (?P<week_on>{_W})\sweek\b{_CLOSED} | a\sweek\son\s(?P<a_week_on>{_W})\b
    | (?P<post>{_W})\s(?P<post_how>next|last)\b{_CLOSED}
    | (?P<coming>(?:this\s)?coming)\s(?P<coming_w>{_W})\b
    | the\sday\s(?P<twice>before\syesterday|after\stomorrow)\b
    | (?:(?<=\bon\s)|(?<=\bto\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\bbefore\s)|(?<=\bafter\s))
        the\s(?P<nth_day>[0-3]?\d)(?:st|nd|rd|th)\b{_CLOSED}
    | (?P<inst_d>\d\d?)(?:st|nd|rd|th)?\s(?P<inst>inst|ult|prox)\b
    | (?:(?P<year_d>{_D})\s(?:of\s)?)?(?P<year_m>{_M})(?:\s(?P<year_e>{_D})\b,?)?\s(?:of\s)?(?P<year_how>this|last|next)\syear\b
    | (?P<short_m>{_M})\s['’](?P<short_y>\d\d)\b | (?P<bare_m>{_M})\s(?P<bare_y>3[2-9]|[4-9]\d){_CLOSED}
    | (?:(?<=\bof\s)|(?<=\bin\s)|(?<=\bsince\s))['’](?P<quoted>\d\d)\b(?!['’]|s\b)
    | (?P<nth>first|second|third|fourth|last)\s(?P<nth_w>{_W})\s(?:of|in)\s(?P<nth_how>the|this|last|next)\smonth\b
    | calendar\sweek\s(?P<week>\d\d?)\b(?:\s(?:of\s)?(?P<week_y>{_Y})\b)?
"""


def _dated(
    month: str, day: str, year: str | None, anchor: date | None, *, ahead: bool
) -> date | None:
    """Read one day of the calendar; None if its year cannot be known."""
    number, of_month = month_number(month), day_number(day)
    if year:
        return date(int(year), number, of_month)
    if anchor is None:
        return None
    found = nearest_year(number, of_month, anchor, ahead=ahead)
    return date(found, number, of_month)


def _from_to(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "29 January to 2 February", "between November 28 and December 3, 2023"."""
    kind = next(k for k in ("_dm", "_dmb", "_md", "_mdb") if match[f"from{k}m"])
    first, last = (
        tuple(match[f"{end}{kind}{part}"] for part in "mdy") for end in ("from", "to")
    )
    if first[0][0].islower() and first[0].lower() in {"may", "march", "mar"}:
        return None
    years = [year for year in (first[2], last[2]) if year]
    ahead = is_put_ahead(match.string, match.start())
    end = _dated(last[0], last[1], years[-1] if years else None, anchor, ahead=ahead)
    if end is None:
        return None
    start = date(
        int(first[2] or end.year), month_number(first[0]), day_number(first[1])
    )
    if start > end and not first[2]:
        start = start.replace(year=start.year - 1)
    return stretch(start, end, explicit=bool(years))


def _weekdays(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "Monday to Wednesday": the last ones, or the next if they are put ahead."""
    if anchor is None:
        return None
    first = DAYS[(match["from_w"] or match["from_wb"]).lower()]
    last = DAYS[(match["to_w"] or match["to_wb"]).lower()]
    end = anchor - timedelta(days=(anchor.weekday() - last) % 7)
    if is_put_ahead(match.string, match.start()) and end < anchor:
        end += timedelta(days=7)
    return stretch(end - timedelta(days=(last - first) % 7), end, explicit=False)


def _with_weekday(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "Tuesday, 9 January": of the years near by, one in which it is a Tuesday."""
    kind = "dm" if match["dmm"] else "md"
    month, day, year = (match[f"{kind}{part}"] for part in "mdy")
    if year or anchor is None:
        found = _dated(month, day, year, anchor, ahead=False)
        return When.on(found) if found else None
    number, of_month = month_number(month), day_number(day)
    usual = nearest_year(number, of_month, anchor)
    near = [date(usual + step, number, of_month) for step in (0, -1, 1, -2, -3)]
    weekday = DAYS[match["with_w"].lower()]
    fitting = [one for one in near if one.weekday() == weekday]
    return When.on((fitting or near)[0], state="resolved")


def _counted_weekday(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "Friday week", "a week on Monday", "Tuesday next", "this coming Friday"."""
    if anchor is None:
        return None
    name = next(
        match[group]
        for group in ("week_on", "a_week_on", "post", "coming_w")
        if match[group]
    )
    ahead = (DAYS[name.lower()] - anchor.weekday()) % 7 or 7
    if match["week_on"] or match["a_week_on"]:
        ahead += 7
    elif match["post_how"] and match["post_how"].lower() == "last":
        ahead -= 7 if ahead < 7 else 14
    return When.on(anchor + timedelta(days=ahead), state="resolved")


def _two_days(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the day before yesterday"."""
    days = -2 if match["twice"].lower().startswith("before") else 2
    return When.on(anchor + timedelta(days=days), state="resolved") if anchor else None


def _day_of_month(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "on the 12th", "3rd inst."."""
    if anchor is None:
        return None
    number, way = (
        int(match["nth_day"] or match["inst_d"]),
        (match["inst"] or "").lower(),
    )
    if way:
        step = {"inst": 0, "ult": -1}.get(way, 1)
    else:
        ahead = is_put_ahead(match.string, match.start()) and number < anchor.day
        step = -1 if number > anchor.day else int(ahead)
        if step < 0 and is_put_ahead(match.string, match.start()):
            step = 0
    month = shift(anchor.replace(day=1), step, "month")
    return When.on(month.replace(day=number), state="resolved")


def _of_year(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "in November last year", "6 November last year"."""
    if anchor is None:
        return None
    step = {"last": -1, "next": 1}.get(match["year_how"].lower(), 0)
    year, month = anchor.year + step, month_number(match["year_m"])
    day = match["year_d"] or match["year_e"]
    if day:
        return When.on(date(year, month, day_number(day)), state="resolved")
    return whole_month(year, month, explicit=False)


#: Two figures of a year so much later than that of publication are of the last century.
_NEW_YEARS = 10


def _two_figures(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "December '23", "August 99", "of '68"."""
    two = int(match["short_y"] or match["bare_y"] or match["quoted"])
    now = anchor.year % 100 if anchor else 0
    year = two + (2000 if two <= now + _NEW_YEARS else 1900)
    month = match["short_m"] or match["bare_m"]
    if month:
        return whole_month(year, month_number(month), explicit=True)
    return When(date(year, 1, 1), date(year, 12, 31), "year", "explicit")


def _nth_weekday(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the first Monday of next month"."""
    if anchor is None:
        return None
    step = {"last": -1, "next": 1}.get(match["nth_how"].lower(), 0)
    start, end = bounds_of(shift(anchor.replace(day=1), step, "month"), "month")
    weekday, number = DAYS[match["nth_w"].lower()], _FIRST[match["nth"].lower()]
    if number:
        days = (weekday - start.weekday()) % 7 + 7 * (number - 1)
        return When.on(start + timedelta(days=days), state="resolved")
    back = (end.weekday() - weekday) % 7
    return When.on(end - timedelta(days=back), state="resolved")


def _calendar_week(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "calendar week 31", as ISO 8601 counts them."""
    if not match["week_y"] and anchor is None:
        return None
    year = int(match["week_y"]) if match["week_y"] else (anchor or date.min).year
    monday = date.fromisocalendar(year, int(match["week"]), 1)
    return stretch(monday, monday + timedelta(days=6), explicit=bool(match["week_y"]))


DAY_READERS: dict[str, Callable[[re.Match[str], date | None], When | None]] = {
    "from_dmm": _from_to, "from_dmbm": _from_to, "from_mdm": _from_to,
    "from_mdbm": _from_to, "from_w": _weekdays, "from_wb": _weekdays,
    "with_w": _with_weekday, "week_on": _counted_weekday,
    "a_week_on": _counted_weekday, "post": _counted_weekday,
    "coming": _counted_weekday, "twice": _two_days, "nth_day": _day_of_month,
    "inst": _day_of_month, "year_how": _of_year, "short_m": _two_figures,
    "bare_m": _two_figures, "quoted": _two_figures, "nth": _nth_weekday,
    "week": _calendar_week,
}  # fmt: skip
