"""Stretches of time in running text: decades, quarters, "from March to May".

What names one day or one month is read in ``dates``; here stands what names two ends,
a part of something longer, or a number of days, weeks, months or years.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from accord.model import When
from accord.text.dates.ahead import is_put_ahead, lies_ahead
from accord.text.dates.counting import DAYS
from accord.text.dates.units import (
    UNITS,
    bounds_of,
    last_day,
    month_number,
    nearest_year,
    past_year,
    shift,
    stretch,
)
from accord.text.months import MONTH_PATTERN
from accord.text.numbers import read_number

__all__ = ["RANGES", "RANGE_READERS"]

_M = rf"(?:{MONTH_PATTERN})\b\.?"
_Y = r"(?:19|20)\d\d"
_N = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty)"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
_ORDINAL = "|".join(_ORDINALS)
_TO = r"\s?(?:-|–|to|through|until|till)\s?"
RANGES = rf"""
      (?P<decade>(?:19|20)\d0)\s?['’]?s\b
    | (?P<century>\d\d?)(?:st|nd|rd|th)[\s-]{{1,2}}century
    | (?P<week>{_ORDINAL})\sweek\s(?:of|in)\s(?P<week_m>{_M})(?:,?\s(?P<week_y>{_Y})\b)?
    | (?:from\s|between\s)?(?P<months>{_M})(?:\s(?P<months_y>{_Y}))?
        {_TO}(?P<months_m>{_M})(?!\s\d\d?\b)
        (?:,?\s(?P<months_z>{_Y})\b)?
    | between\s(?P<two>{_M})\sand\s(?P<two_m>{_M})(?!\s\d\d?\b)(?:,?\s(?P<two_y>{_Y})\b)?
    | between\s(?P<both>{_Y})\sand\s(?P<both_z>{_Y})\b
    | (?:from\s|between\s)?(?P<years>{_Y}){_TO}(?P<years_z>{_Y})\b(?!-)
    | (?<![/-])(?P<short>{_Y})(?:[-–]|\s-\s?|-\s)(?P<short_e>\d\d?)\b(?![-–/.,]\d)
    | (?P<how>next|last|past|previous|coming)\s(?P<count>{_N}|few)\s
        (?:(?P<unit>day|week|fortnight|month|year|decade)s\b(?!\sof\b)|months\sof\s(?P<count_y>{_Y})\b)
    | within\s(?:the\snext\s)?(?P<within>{_N})\s(?P<within_u>day|week|month|year)s\b(?!\s(?:of|after|from)\b)
    | (?P<part>rest|remainder|end|beginning|start)\sof\s(?:(?P<part_how>the|this|last|next)\s)?
        (?:(?P<part_u>week|month|year)\b|(?P<part_y>{_Y})\b
        |(?P<part_m>{_M})(?:,?\s(?P<part_my>{_Y})\b)?)
    | (?:(?<=\bfor\s)|(?<=\bin\s))the\s(?P<hand>day|week|month|year)(?=\s*(?:[.,;:!?)]|\Z|\n))
    | (?P<nth>{_ORDINAL})\s(?P<nth_w>{"|".join(DAYS)})\s(?:of|in)\s(?P<nth_m>{_M})
        (?:,?\s(?P<nth_y>{_Y})\b)?
    | (?P<this>this|last|next|previous)\squarter\b
    | (?P<ten>this|next)\sdecade\b
    | (?P<half>earlier|later)\sin\sthe\s(?P<half_u>week|month|year)\b
    | (?P<weekend>this|last|next|past|coming|the|on)\sweekend\b
"""


def _past(written: str | None, month: int, anchor: date | None) -> int | None:
    """Return the year that is written, or that of the last such month."""
    return int(written) if written else past_year(month, anchor)


def _decade(match: re.Match[str], _: date | None) -> When | None:
    """Read "1990s"."""
    year = int(match["decade"])
    return stretch(date(year, 1, 1), date(year + 9, 12, 31), explicit=True)


def _century(match: re.Match[str], _: date | None) -> When | None:
    """Read "21st century", by hundreds, as news counts."""
    year = (int(match["century"]) - 1) * 100
    if year < 100:
        return None
    return stretch(date(year, 1, 1), date(year + 99, 12, 31), explicit=True)


def _week(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the first week of May": the week of its first Thursday, or of its last."""
    year = _past(match["week_y"], month_number(match["week_m"]), anchor)
    if year is None:
        return None
    month, number = month_number(match["week_m"]), _ORDINALS[match["week"].lower()]
    if number:
        day = date(year, month, 1)
        thursday = day + timedelta(days=(3 - day.weekday()) % 7 + 7 * (number - 1))
    else:
        day = last_day(year, month)
        thursday = day - timedelta(days=(day.weekday() - 3) % 7)
    monday = thursday - timedelta(days=3)
    explicit = bool(match["week_y"])
    return stretch(monday, monday + timedelta(days=6), explicit=explicit)


def _months(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "from March to May", "between May and October 2020"."""
    name = "months" if match["months"] else "two"
    framed = match.group()[:4].lower() in {"from", "betw"}
    if match[name][0].islower() and not framed:
        return None
    first, last = month_number(match[name]), month_number(match[f"{name}_m"])
    written = match["months_z"] if match["months"] else match["two_y"]
    begun = match["months_y"] if match["months"] else None
    wraps = last < first
    if begun:
        year: int | None = int(begun)
    elif written:
        year = int(written) - wraps
    else:
        year = _past(None, first, anchor)
    if year is None:
        return None
    end = int(written) if written else year + wraps
    explicit = bool(written or begun)
    return stretch(date(year, first, 1), last_day(end, last), explicit=explicit)


def _years(match: re.Match[str], _: date | None) -> When | None:
    """Read "2014-2018", "between 2014 and 2018"; the last year counts."""
    first, last = match["years"] or match["both"], match["years_z"] or match["both_z"]
    return stretch(date(int(first), 1, 1), date(int(last), 12, 31), explicit=True)


def _short(match: re.Match[str], _: date | None) -> When | None:
    """Read "2016-11" as a month, "2011-12" and "2007-09" as years.

    What is later than its year within the century is a year; a month may be anything
    up to twelve that is not.
    """
    spaced = match.end() - match.start("short") > len("2011-12")
    if spaced and match.string[match.end() : match.end() + 2].strip().isalpha():
        # "in 2016 - 11 people"
        return None
    year, number = int(match["short"]), int(match["short_e"])
    last = year + (number - year) % (100 if len(match["short_e"]) == 2 else 10)
    ahead = last - year
    if ahead == 1 or (number > year % 100 and 0 < ahead <= _LONGEST):
        return stretch(date(year, 1, 1), date(last, 12, 31), explicit=True)
    if 1 <= number <= 12:
        return stretch(date(year, number, 1), last_day(year, number), explicit=True)
    return None


#: "The past few days" may be as many as this.
_FEW = 6
#: A shortened second year is no further from the first than this.
_LONGEST = 50


def _within(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "will be back within 5 days": from the day itself on."""
    count = int(read_number(match["within"]) or 0)
    ahead = lies_ahead(match.string, match.start())
    if anchor is None or not count or not ahead:
        return None
    end = shift(anchor, count, match["within_u"].lower())
    return stretch(anchor, end, explicit=False)


def _at_hand(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "sales rose for the month": the unit of the day of publication."""
    unit = match["hand"].lower()
    before = match.string[max(0, match.start() - 14) : match.start()].lower().split()
    # "later in the day", "back in the day" are counted from something else.
    if anchor is None or (
        before[-1:] == ["in"] and (unit == "day" or _PARTS & {*before})
    ):
        return None
    return stretch(*bounds_of(anchor, unit), explicit=False)


_PARTS = frozenset("early earlier late later midway point times".split())


def _nth_weekday(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the first Monday of May"."""
    month, number = month_number(match["nth_m"]), _ORDINALS[match["nth"].lower()]
    year = _past(match["nth_y"], month, anchor)
    if year is None:
        return None
    weekday = DAYS[match["nth_w"].lower()]
    if number:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        last = last_day(year, month)
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    return When.on(day, state="explicit" if match["nth_y"] else "resolved")


def _counted(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the next five days", "the past three years"; the day itself is in neither."""
    vague = match["count"].lower() == "few" and not match["count_y"]
    count = _FEW if vague else int(read_number(match["count"]) or 0)
    if match["count_y"]:
        year = int(match["count_y"])
        if match["how"].lower() != "last" or not 0 < count < 12:
            return None
        return stretch(date(year, 13 - count, 1), date(year, 12, 31), explicit=True)
    if anchor is None or not count:
        return None
    ahead = match["how"].lower() in {"next", "coming"}
    times, unit = UNITS.get(match["unit"].lower(), (1, match["unit"].lower()))
    far = shift(anchor, times * (count if ahead else -count), unit)
    if ahead:
        return stretch(anchor + timedelta(days=1), far, explicit=False)
    return stretch(far, anchor - timedelta(days=1), explicit=False)


def _part(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the rest of the year", "later in the week", "the end of March"."""
    word = (match["part"] or match["half"]).lower()
    if match["part_y"]:
        return _part_of_year(word, int(match["part_y"]))
    if match["part_m"]:
        return _part_of_month(word, match, anchor)
    if anchor is None:
        return None
    unit = (match["part_u"] or match["half_u"]).lower()
    step = {"last": -1, "next": 1}.get((match["part_how"] or "").lower(), 0)
    start, end = bounds_of(shift(anchor, step, unit), unit)
    if word in {"rest", "remainder", "later"}:
        return None if step else stretch(anchor, end, explicit=False)
    if word == "earlier":
        return stretch(start, max(start, anchor - timedelta(days=1)), explicit=False)
    return stretch(*_side(word, unit, start, end), explicit=False)


def _side(word: str, unit: str, start: date, end: date) -> tuple[date, date]:
    """Cut off the beginning or end: half a week or month, a third of a year."""
    if unit == "year":
        cut = start.replace(month=9 if word == "end" else 5)
    else:
        cut = start + timedelta(days=3 if unit == "week" else 15)
    return (cut, end) if word == "end" else (start, cut - timedelta(days=1))


def _part_of_month(word: str, match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the end of March", "the beginning of May 2024"."""
    month = month_number(match["part_m"])
    year = _past(match["part_my"], month, anchor)
    if anchor and year and not match["part_my"]:
        ahead = is_put_ahead(match.string, match.start())
        year = nearest_year(month, 1, anchor, ahead=True) if ahead else year
    if year is None or match["part_m"][0].islower() or word in {"rest", "remainder"}:
        return None
    start, end = _side(word, "month", date(year, month, 1), last_day(year, month))
    return stretch(start, end, explicit=bool(match["part_my"]))


def _part_of_year(word: str, year: int) -> When | None:
    """Give the first or last third of a year that is named."""
    if word in {"rest", "remainder"}:
        return None
    first, last = (9, 12) if word == "end" else (1, 4)
    return stretch(date(year, first, 1), last_day(year, last), explicit=True)


def _near_quarter(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "last quarter"."""
    if anchor is None:
        return None
    step = {"this": 0, "next": 1}.get(match["this"].lower(), -1)
    year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + step, 4)
    start = date(year, 3 * quarter + 1, 1)
    return stretch(start, last_day(year, 3 * quarter + 3), explicit=False)


def _near_decade(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the next decade": from a year that ends in nought."""
    if anchor is None:
        return None
    year = anchor.year // 10 * 10 + 10 * (match["ten"].lower() == "next")
    return stretch(date(year, 1, 1), date(year + 9, 12, 31), explicit=False)


def _weekend(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "this weekend", "last weekend"; "the weekend" is the nearest past one."""
    if anchor is None:
        return None
    saturday = anchor + timedelta(days=5 - anchor.weekday())
    how = match["weekend"].lower()
    back = anchor.weekday() < 4 and not lies_ahead(match.string, match.start())
    near = -1 if back else 0
    weeks = {"last": -1, "past": -1, "next": 1, "the": near, "on": near}
    saturday += timedelta(weeks=weeks.get(how, 0))
    return stretch(saturday, saturday + timedelta(days=1), explicit=False)


RANGE_READERS: dict[str, Callable[[re.Match[str], date | None], When | None]] = {
    "decade": _decade, "century": _century,
    "week": _week, "months": _months, "two": _months, "years": _years,
    "both": _years, "count": _counted, "part": _part, "half": _part,
    "short": _short, "within": _within, "hand": _at_hand, "nth": _nth_weekday,
    "weekend": _weekend, "this": _near_quarter, "ten": _near_decade,
}  # fmt: skip
