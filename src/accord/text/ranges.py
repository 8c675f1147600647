"""Stretches of time in running text: decades, quarters, "from March to May".

What names one day or one month is read in ``dates``; here stands what names two ends,
a part of something longer, or a number of days, weeks, months or years.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from accord.model import When
from accord.text.months import MONTH_PATTERN, MONTHS
from accord.text.numbers import read_number

__all__ = ["find_ranges"]

_M = rf"(?:{MONTH_PATTERN})\b\.?"
_Y = r"(?:19|20)\d\d"
_N = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
_ORDINAL = "|".join(_ORDINALS)
_TO = r"\s?(?:-|–|to|through|until|till)\s?"
_PATTERN = re.compile(
    rf"""\b(?:
      (?P<decade>(?:19|20)\d0)\s?['’]?s\b
    | (?P<century>\d\d?)(?:st|nd|rd|th)[\s-]{{1,2}}century
    | (?:(?P<quarter>first|second|third|fourth)\squarter\s(?:of\s)?|Q(?P<q>[1-4])\s)
        (?:(?P<quarter_y>{_Y})|(?P<quarter_how>the|this|last)\syear)\b
    | (?P<week>{_ORDINAL})\sweek\s(?:of|in)\s(?P<week_m>{_M})(?:,?\s(?P<week_y>{_Y})\b)?
    | (?P<days>{_M})\s(?P<days_d>[0-3]?\d){_TO}(?P<days_m>{_M})\s(?P<days_e>[0-3]?\d)\b
        (?:,?\s(?P<days_y>{_Y})\b)?
    | (?:from\s|between\s)?(?P<months>{_M})(?:\s(?P<months_y>{_Y}))?
        {_TO}(?P<months_m>{_M})(?!\s\d\d?\b)
        (?:,?\s(?P<months_z>{_Y})\b)?
    | between\s(?P<two>{_M})\sand\s(?P<two_m>{_M})(?!\s\d\d?\b)(?:,?\s(?P<two_y>{_Y})\b)?
    | between\s(?P<both>{_Y})\sand\s(?P<both_z>{_Y})\b
    | (?:from\s|between\s)?(?P<years>{_Y}){_TO}(?P<years_z>{_Y})\b(?!-)
    | (?P<how>next|last|past|previous|coming)\s(?P<count>{_N})\s
        (?:(?P<unit>day|week|month|year)s\b(?!\sof\b)|months\sof\s(?P<count_y>{_Y})\b)
    | (?P<part>rest|remainder|end|beginning|start)\sof\s(?:(?:the|this)\s)?
        (?:(?P<part_u>week|month|year)|(?P<part_y>{_Y}))\b
    | (?P<this>this|last|next|previous)\squarter\b
    | (?P<ten>this|next)\sdecade\b
    | (?P<half>earlier|later)\sin\sthe\s(?P<half_u>week|month|year)\b
    | (?P<weekend>this|last|next|past|coming|the)\sweekend\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: What a text calls a stretch, and the function that reads it.
_Reader = Callable[[re.Match[str], date | None], When | None]


def find_ranges(
    text: str, *, anchor: date | None
) -> Iterator[tuple[int, int, When, str]]:
    """Find the stretches of time in a text.

    Args:
        text: Any text.
        anchor: Day of publication; None if not known.

    Returns:
        Start, end, what is meant, and the rule, in text order; what cannot be worked
        out is left out.

    Cost:
        Linear.
    """
    for match in _PATTERN.finditer(text):
        rule = next(name for name in _READERS if match[name])
        framed = match.group()[:4].lower() in {"from", "betw"}
        if rule in {"days", "months"} and match[rule][0].islower() and not framed:
            continue
        try:
            when = _READERS[rule](match, anchor)
        except (ValueError, OverflowError):
            continue
        if when is not None:
            yield match.start(), match.end(), when, rule


def _stretch(start: date, end: date, *, explicit: bool) -> When | None:
    """Give a stretch; None if it ends before it begins."""
    if end < start:
        return None
    return When(start, end, "range", "explicit" if explicit else "resolved")


def _month(name: str) -> int:
    """Return a month's number."""
    return MONTHS[name.lower().rstrip(".")]


def _last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _decade(match: re.Match[str], _: date | None) -> When | None:
    """Read "1990s"."""
    year = int(match["decade"])
    return _stretch(date(year, 1, 1), date(year + 9, 12, 31), explicit=True)


def _century(match: re.Match[str], _: date | None) -> When | None:
    """Read "21st century", by hundreds, as news counts."""
    year = (int(match["century"]) - 1) * 100
    if year < 100:
        return None
    return _stretch(date(year, 1, 1), date(year + 99, 12, 31), explicit=True)


def _quarter(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the third quarter of 2016", "Q3 2016", "the first quarter of the year"."""
    number = int(match["q"] or _ORDINALS[(match["quarter"] or "").lower()])
    explicit = bool(match["quarter_y"])
    if explicit:
        year = int(match["quarter_y"])
    elif anchor is None:
        return None
    else:
        year = anchor.year - (match["quarter_how"].lower() == "last")
    first = date(year, 3 * number - 2, 1)
    return _stretch(first, _last_day(year, 3 * number), explicit=explicit)


def _week(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the first week of May": the week of its first Thursday, or of its last."""
    year = _year(match["week_y"], _month(match["week_m"]), anchor)
    if year is None:
        return None
    month, number = _month(match["week_m"]), _ORDINALS[match["week"].lower()]
    if number:
        day = date(year, month, 1)
        thursday = day + timedelta(days=(3 - day.weekday()) % 7 + 7 * (number - 1))
    else:
        day = _last_day(year, month)
        thursday = day - timedelta(days=(day.weekday() - 3) % 7)
    monday = thursday - timedelta(days=3)
    explicit = bool(match["week_y"])
    return _stretch(monday, monday + timedelta(days=6), explicit=explicit)


def _year(written: str | None, month: int, anchor: date | None) -> int | None:
    """Return the year that is written, or that of the last such month."""
    if written:
        return int(written)
    return anchor.year - (month > anchor.month) if anchor else None


def _days(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "Oct. 2 to Nov. 22"."""
    first, last = _month(match["days"]), _month(match["days_m"])
    year = _year(match["days_y"], first, anchor)
    if year is None:
        return None
    start = date(year, first, int(match["days_d"]))
    end = date(year + (last < first), last, int(match["days_e"]))
    return _stretch(start, end, explicit=bool(match["days_y"]))


def _months(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "from March to May", "between May and October 2020"."""
    name = "months" if match["months"] else "two"
    first, last = _month(match[name]), _month(match[f"{name}_m"])
    written = match["months_z"] if match["months"] else match["two_y"]
    begun = match["months_y"] if match["months"] else None
    wraps = last < first
    if begun:
        year: int | None = int(begun)
    elif written:
        year = int(written) - wraps
    else:
        year = _year(None, first, anchor)
    if year is None:
        return None
    end = int(written) if written else year + wraps
    explicit = bool(written or begun)
    return _stretch(date(year, first, 1), _last_day(end, last), explicit=explicit)


def _years(match: re.Match[str], _: date | None) -> When | None:
    """Read "2014-2018", "between 2014 and 2018"; the last year counts."""
    first, last = match["years"] or match["both"], match["years_z"] or match["both_z"]
    return _stretch(date(int(first), 1, 1), date(int(last), 12, 31), explicit=True)


def _counted(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the next five days", "the past three years"; the day itself is in neither."""
    count = int(read_number(match["count"]) or 0)
    if match["count_y"]:
        year = int(match["count_y"])
        if match["how"].lower() != "last" or not 0 < count < 12:
            return None
        return _stretch(date(year, 13 - count, 1), date(year, 12, 31), explicit=True)
    if anchor is None or not count:
        return None
    ahead = match["how"].lower() in {"next", "coming"}
    far = _shift(anchor, count if ahead else -count, match["unit"].lower())
    if ahead:
        return _stretch(anchor + timedelta(days=1), far, explicit=False)
    return _stretch(far, anchor - timedelta(days=1), explicit=False)


def _shift(day: date, count: int, unit: str) -> date:
    """Count units on from a day."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _bounds(day: date, unit: str) -> tuple[date, date]:
    """Return the week, month or year of a day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), _last_day(day.year, day.month)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _part(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the rest of the year", "later in the week", "the end of 2020"."""
    if match["part_y"]:
        return _part_of_year(match["part"].lower(), int(match["part_y"]))
    if anchor is None:
        return None
    word = (match["part"] or match["half"]).lower()
    start, end = _bounds(anchor, (match["part_u"] or match["half_u"]).lower())
    if word in {"rest", "remainder", "later"}:
        return _stretch(anchor, end, explicit=False)
    if word == "earlier":
        return _stretch(start, anchor, explicit=False)
    third = (end - start) // 3
    if word == "end":
        return _stretch(end - third, end, explicit=False)
    return _stretch(start, start + third, explicit=False)


def _part_of_year(word: str, year: int) -> When | None:
    """Give the first or last third of a year that is named."""
    if word in {"rest", "remainder"}:
        return None
    first, last = (9, 12) if word == "end" else (1, 4)
    return _stretch(date(year, first, 1), _last_day(year, last), explicit=True)


def _near_quarter(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "last quarter"."""
    if anchor is None:
        return None
    step = {"this": 0, "next": 1}.get(match["this"].lower(), -1)
    year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + step, 4)
    start = date(year, 3 * quarter + 1, 1)
    return _stretch(start, _last_day(year, 3 * quarter + 3), explicit=False)


def _near_decade(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the next decade": from a year that ends in nought."""
    if anchor is None:
        return None
    year = anchor.year // 10 * 10 + 10 * (match["ten"].lower() == "next")
    return _stretch(date(year, 1, 1), date(year + 9, 12, 31), explicit=False)


def _weekend(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "this weekend", "last weekend"; "the weekend" is the nearest past one."""
    if anchor is None:
        return None
    saturday = anchor + timedelta(days=5 - anchor.weekday())
    how = (match["weekend"] or "").lower()
    weeks = {
        "last": -1,
        "past": -1,
        "next": 1,
        "the": -1 if anchor.weekday() < 4 else 0,
    }
    saturday += timedelta(weeks=weeks.get(how, 0))
    return _stretch(saturday, saturday + timedelta(days=1), explicit=False)


_READERS: dict[str, _Reader] = {
    "decade": _decade, "century": _century, "quarter": _quarter, "q": _quarter,
    "week": _week, "days": _days, "months": _months, "two": _months, "years": _years,
    "both": _years, "count": _counted, "part": _part, "half": _part,
    "weekend": _weekend, "this": _near_quarter, "ten": _near_decade,
}  # fmt: skip
