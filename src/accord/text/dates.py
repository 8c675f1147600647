"""Dates in running text, as days, with what they are counted from.

News counts from its own day: "on Thursday" is the last Thursday, the day itself
included; "February 14" the last one; "the previous day" is counted from the date
spoken of before. Without a day to count from, a date stays unresolved.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from accord.model import Span, When
from accord.text.months import MONTH_PATTERN, MONTHS

__all__ = ["DateFound", "find_dates"]

_DAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_STEPS = {"previous": -1, "preceding": -1, "same": 0, "following": 1, "next": 1}
_NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}
# Named so that "may" and "march" are months only with a capital; see _is_verb.
_M = rf"(?:{MONTH_PATTERN})\b\.?"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = "|".join(_DAYS)
_COUNT = "|".join((*_COUNTS, r"\d{1,3}"))
_UNIT = "day|week|month|year"
_PATTERN = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-[01]\d-[0-3]\d)
    | (?P<part>early|mid|late)[ -](?:(?P<pm>{_M})(?:\ (?P<pmy>{_YEAR})\b)?
        |(?P<py>{_YEAR})\b)
    | (?P<md_m>{_M})\ (?P<md_d>{_DAY})\b(?:\ ?(?:-|–|to|and)\ ?(?P<md_e>{_DAY})\b)?
        (?:,?\ (?P<md_y>{_YEAR})\b)?
    | (?P<dm_d>{_DAY})(?:\ ?(?:-|–|to|and)\ ?(?P<dm_e>{_DAY}))?\ (?:of\ )?
        (?P<dm_m>{_M})(?:,?\ (?P<dm_y>{_YEAR})\b)?
    | (?P<my_m>{_M})(?:,?\ (?P<my_y>{_YEAR})\b)
    | (?:in|during|of|last|this)\ (?P<m>{_M})(?!\ \d\d?\b)(?:,?\ (?P<m_y>{_YEAR})\b)?
    | (?:(?P<w_how>last|next|this|past|previous|following)\ )?(?P<w>{_WEEKDAY})\b
    | (?P<earlier>(?:earlier|later)\ )?
        (?P<u_how>this|last|next|past)\ (?P<u>week|month|year|{"|".join(_SEASONS)})\b
    | (?P<ago_n>{_COUNT})\ (?P<ago_u>{_UNIT})s?\ ago\b
    | (?P<vague>(?:a\ few|several|some|a\ couple\ of|many)\ (?:{_UNIT})s?
        \ (?:ago|earlier|later|before)\b)
    | (?P<rel_n>{_COUNT})\ (?P<rel_u>{_UNIT})s?\ (?P<rel>earlier|later|before)\b
    | (?P<day>yesterday|today|tomorrow|tonight|last\ night
        |this\ (?:morning|afternoon|evening))\b
    | the\ (?P<next>previous|preceding|same|following|next)\ (?P<next_u>{_UNIT})\b
    | (?P<before>the\ day\ before)\b(?!\ yesterday)
    | (?P<same>(?:that|the\ same)\ day)\b
    | (?P<s>spring|summer|autumn|fall|winter)\ (?:of\ )?(?P<s_y>{_YEAR})\b
    | (?:in|since|during|of|by|until|from)\ (?P<y>{_YEAR})\b(?!\ [a-z]+s\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text.

    Attributes:
        start: First character.
        end: One past the last character.
        when: The date.
    """

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class _Anchors:
    """What dates are counted from.

    Attributes:
        published: Day of publication; None if not known.
        previous: The last date spoken of, if it is one day.
    """

    published: date | None
    previous: date | None


def find_dates(
    text: str, *, anchor: date | None, span: Span | None = None
) -> Iterator[DateFound]:
    """Find the dates in a text, with what each one means.

    Args:
        text: Any text.
        anchor: Day of publication; None if not known.
        span: Where to look; everywhere if not given.

    Returns:
        Dates in text order, not overlapping. Those without a year are taken to be
        past; those without anything to count from are unresolved.

    Cost:
        Linear.

    Example:
        >>> day = date(2024, 1, 18)  # a Thursday
        >>> [str(d.when.start) for d in find_dates("On Thursday; in May.", anchor=day)]
        ['2024-01-18', '2023-05-01']
    """
    previous: date | None = None
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _PATTERN.finditer(text, start, end):
        if _is_no_date(text, match):
            continue
        when = _resolve(match, _Anchors(anchor, previous))
        first, last = _words(match)
        if when.start is not None:
            previous = when.start if when.precision == "day" else None
        yield DateFound(first, last, replace(when, text=text[first:last]))


def _words(match: re.Match[str]) -> tuple[int, int]:
    """Return where the date's words stand, without a preposition before them."""
    start = match.start()
    for group in ("m", "y"):
        if match[group] and match.group().lower()[:4] not in {"last", "this"}:
            start = match.start(group)
    end = match.end()
    return start, end - (match.group().endswith(".") and not _is_short(match))


def _is_short(match: re.Match[str]) -> bool:
    """Tell whether a final full stop belongs to a shortened month, as "Feb."."""
    month = match.group().rstrip(".").split()[-1].lower()
    return month in MONTHS and len(month) <= 4 and month != "may"


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """Tell whether words only look like a date: "may", "march", "Monday's"."""
    for group in ("pm", "md_m", "dm_m", "my_m", "m"):
        month = match[group]
        if month and month[0].islower():
            return True
    if match["w"] and (match["w"][0].islower()):
        return True
    return text[match.end() : match.end() + 2] in {"'s", "’s"} and not match["y"]


def _resolve(match: re.Match[str], anchors: _Anchors) -> When:
    """Work out what a date means; invalid days stay unresolved."""
    words = match.group()
    try:
        found = _calendar(match, anchors) or _counted(match, anchors)
    except (ValueError, OverflowError):
        found = None
    return found or When.unresolved(words)


def _calendar(match: re.Match[str], anchors: _Anchors) -> When | None:
    """Work out dates that name a day, month or year of the calendar."""
    found: When | None = None
    if match["iso"]:
        found = When.on(date.fromisoformat(match["iso"]))
    elif match["part"]:
        found = _part(match, anchors)
    elif match["md_m"] or match["dm_m"]:
        found = _month_day(match, "md" if match["md_m"] else "dm", anchors)
    elif match["my_m"] or match["m"]:
        found = _named_month(match, anchors)
    elif match["s"]:
        found = _season(match["s"].lower(), int(match["s_y"]))
    elif match["y"]:
        year = int(match["y"])
        found = When(date(year, 1, 1), date(year, 12, 31), "year", "explicit")
    return found


def _named_month(match: re.Match[str], anchors: _Anchors) -> When | None:
    """Work out "May 2024", "in May"."""
    month = _month(match["my_m"] or match["m"])
    written = match["my_y"] or match["m_y"]
    year = int(written) if written else _past_year(month, anchors)
    return _whole_month(year, month, explicit=bool(written)) if year else None


def _month(name: str) -> int:
    """Return a month's number."""
    return MONTHS[name.lower().rstrip(".")]


def _day(text: str) -> int:
    """Return the number of "14th"."""
    return int(text.rstrip("stndrh"))


def _past_year(month: int, anchors: _Anchors) -> int | None:
    """Return the year of the last such month."""
    if anchors.published is None:
        return None
    return anchors.published.year - (month > anchors.published.month)


def _month_day(match: re.Match[str], kind: str, anchors: _Anchors) -> When | None:
    """Work out "February 14", "16-18 May 2024"."""
    month, first = _month(match[f"{kind}_m"]), _day(match[f"{kind}_d"])
    last = _day(match[f"{kind}_e"]) if match[f"{kind}_e"] else first
    explicit = match[f"{kind}_y"] is not None
    if explicit:
        year = int(match[f"{kind}_y"])
    elif anchors.published is None:
        return None
    else:
        year = _nearest_past(month, first, anchors.published)
    start, end = date(year, month, first), date(year, month, last)
    state = "explicit" if explicit else "resolved"
    if start == end:
        return When.on(start, state=state)  # type: ignore[arg-type]
    return When(start, end, "range", state)  # type: ignore[arg-type]


#: A day so close ahead is meant rather than the one almost a year ago: an article
#: may announce it. Days; from the habits of news prose, not tuned.
_AHEAD_DAYS = 92


def _nearest_past(month: int, day: int, published: date) -> int:
    """Return the year that puts a day last before publication, or soon after."""
    year = published.year
    if (month, day) == (2, 29):
        while monthrange(year, 2)[1] != 29:
            year -= 1
        return year
    here = date(year, month, day)
    if here > published and (here - published).days > _AHEAD_DAYS:
        return year - 1
    ahead = date(year + 1, month, day)
    if (ahead - published).days <= _AHEAD_DAYS // 3:
        return year + 1
    return year


def _whole_month(year: int, month: int, *, explicit: bool) -> When:
    """Return a month."""
    start = date(year, month, 1)
    end = date(year, month, monthrange(year, month)[1])
    return When(start, end, "month", "explicit" if explicit else "resolved")


def _part(match: re.Match[str], anchors: _Anchors) -> When | None:
    """Work out "late January", "early 2024"."""
    part = match["part"].lower()
    if match["py"]:
        year = int(match["py"])
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        end = date(year, last, monthrange(year, last)[1])
        return When(date(year, first, 1), end, "range", "explicit")
    month = _month(match["pm"])
    year_or_none = int(match["pmy"]) if match["pmy"] else _past_year(month, anchors)
    if year_or_none is None:
        return None
    length = monthrange(year_or_none, month)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}[part]
    return When(
        date(year_or_none, month, first),
        date(year_or_none, month, last),
        "range",
        "explicit" if match["pmy"] else "resolved",
    )


def _season(name: str, year: int) -> When:
    """Return a season of the northern half."""
    if name == "winter":
        end = date(year + 1, 2, monthrange(year + 1, 2)[1])
        return When(date(year, 12, 1), end, "range", "explicit")
    first, last = _SEASONS[name]
    end = date(year, last, monthrange(year, last)[1])
    return When(date(year, first, 1), end, "range", "explicit")


def _counted(match: re.Match[str], anchors: _Anchors) -> When | None:
    """Work out dates that are counted from another."""
    if match["rel"]:
        count = _count(match["rel_n"]) * (1 if match["rel"].lower() == "later" else -1)
        return _shift(anchors.previous, count, match["rel_u"].lower())
    if match["next"]:
        count = _STEPS[match["next"].lower()]
        return _shift(anchors.previous, count, match["next_u"].lower())
    if match["before"] or match["same"]:
        return _shift(anchors.previous, -1 if match["before"] else 0, "day")
    if anchors.published is None:
        return None
    return _from_today(match, anchors.published)


def _from_today(match: re.Match[str], today: date) -> When | None:
    """Work out dates that are counted from the day of publication."""
    found: When | None = None
    if match["w"]:
        found = _weekday(match, today)
    elif match["u"]:
        found = _unit(match, today)
    elif match["ago_n"]:
        found = _shift(today, -_count(match["ago_n"]), match["ago_u"].lower())
    elif match["day"]:
        days = _NAMED_DAYS.get(match["day"].lower(), 0)
        found = When.on(today + timedelta(days=days), state="resolved")
    return found


def _count(word: str) -> int:
    """Read a count in words or digits."""
    return _COUNTS.get(word.lower()) or int(word)


def _shift(day: date | None, count: int, unit: str) -> When | None:
    """Count units on from a day; the unit is how exact the result is."""
    if day is None:
        return None
    if unit == "day":
        return When.on(day + timedelta(days=count), state="resolved")
    if unit == "week":
        return _week(day + timedelta(weeks=count))
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return _whole_month(months // 12, months % 12 + 1, explicit=False)
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


def _weekday(match: re.Match[str], today: date) -> When:
    """Work out "on Thursday", "last Friday", "next Monday"."""
    number = _DAYS[match["w"].lower()]
    how = (match["w_how"] or "").lower()
    back = (today.weekday() - number) % 7
    if how in {"last", "past", "previous"}:
        back = back or 7
    elif how in {"next", "following"}:
        back -= 7
    elif how == "this":
        back = today.weekday() - number
    return When.on(today - timedelta(days=back), state="resolved")


def _unit(match: re.Match[str], today: date) -> When | None:
    """Work out "last month", "earlier this week", "next year"."""
    unit, how = match["u"].lower(), match["u_how"].lower()
    step = {"this": 0, "next": 1}.get(how, -1)
    if unit in _SEASONS:
        _, last = _SEASONS[unit]
        ended = today.month > last
        year = today.year - (step == -1 and not ended) + (step == 1 and ended)
        found: When | None = _season(unit, year)
    else:
        found = _shift(today, step, unit)
    if found is None or found.start is None or found.end is None:
        return found
    way = (match["earlier"] or "").strip().lower()
    start, end = found.start, found.end
    if way == "earlier" and step == 0:
        end = today
    elif way == "later" and step == 0:
        start = today
    else:
        return When(start, end, found.precision, "resolved")
    return When(start, end, "range", "resolved")
