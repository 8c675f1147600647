"""Parts of what is longer: quarters, halves, seasons, decades, financial years."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from accord.model import When
from accord.text.dates.ahead import is_put_ahead
from accord.text.dates.counting import season
from accord.text.dates.units import (
    bounds_of,
    day_number,
    last_day,
    month_number,
    nearest_year,
    shift,
    stretch,
)
from accord.text.months import MONTH_PATTERN

__all__ = ["PARTS", "PART_READERS"]

_M = rf"(?:{MONTH_PATTERN})\b\.?"
_Y = r"(?:19|20)\d\d"
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_QUARTER = r"first|second|third|fourth|final"
# What may follow a season that is meant as a time, not as a noun of its own.
_CLOSED = (
    r"(?=\s*(?:[.,;:!?)]|\Z|\n)|\s(?:came|was|were|is|and|or|after|before|when|the|an?|as|but"
    r"|he|she|they|it|we|to|with|talks|said)\b)"
)
PARTS = rf"""
      (?P<quarter>{_QUARTER})\squarter(?:\s(?:of\s)?(?:(?P<quarter_y>{_Y})|(?P<quarter_how>the|this|last)\syear)\b)?
        (?!\s(?:of|century|final))
    | (?<![\w-])Q(?P<q>[1-4])\b(?:\s(?:of\s)?(?P<q_y>{_Y})\b)?
    | (?P<half>first|second)\shalf\s(?:of\s)?(?:(?P<half_y>{_Y})|(?P<half_how>the|this|last|next)\syear
        |(?P<half_m>{_M})(?:\s(?P<half_my>{_Y}))?)\b
    | (?P<edge>end|start|beginning)\sof\s(?P<edge_how>the|this|last|next)\squarter\b
    | (?P<part>early|mid|late)[\s-](?:the\s)?(?P<part_d>(?:19|20)\d0)\s?['’]?s\b
    | (?P<past_n>past|last)\sdecade\b
    | (?P<hours>past|last)\s(?:24|twenty-four)\shours\b
    | (?P<fiscal>financial|fiscal)\syear\s(?:that\s)?(?:ending|ended|ends|to)\s(?:on\s|in\s)?
        (?:(?P<fiscal_d>\d\d?)(?:st|nd|rd|th)?\s)?(?P<fiscal_m>{_M})(?:\s(?P<fiscal_e>\d\d?)\b)?(?:,?\s(?P<fiscal_y>{_Y})\b)?
    | (?P<season_y>{_Y})/(?P<season_z>\d\d)\b(?![/\d])
    | (?P<season_how>last|next|this)\s(?P<season>spring|summer|autumn|fall|winter)\b
    | (?:(?<=\bin\s)|(?<=\bover\s)|(?<=\bduring\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s))
        (?P<bare_the>the\s)?(?P<bare>spring|summer|autumn|fall|winter)\b{_CLOSED}
"""
_SEASONS = ("spring", "summer", "autumn", "winter")


def _quarter(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the third quarter of 2016", "Q3 2016", "in the fourth quarter"."""
    number = int(match["q"] or _NTH[(match["quarter"] or "").lower()])
    written = match["quarter_y"] or match["q_y"]
    if written:
        year = int(written)
    elif anchor is None:
        return None
    elif match["quarter_how"]:
        year = anchor.year - (match["quarter_how"].lower() == "last")
    else:
        begun = date(anchor.year, 3 * number - 2, 1) <= anchor
        ahead = is_put_ahead(match.string, match.start())
        year = anchor.year - (not begun and not ahead)
    first = date(year, 3 * number - 2, 1)
    return stretch(first, last_day(year, 3 * number), explicit=bool(written))


def _half(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the first half of 2023", "the second half of May"."""
    early = match["half"].lower() == "first"
    written = match["half_y"] or match["half_my"]
    if match["half_m"]:
        month = month_number(match["half_m"])
        if not written and anchor is None:
            return None
        year = int(written) if written else nearest_year(month, 1, anchor or date.min)
        first, end = date(year, month, 1), last_day(year, month)
        middle = date(year, month, 15)
    else:
        if not written and anchor is None:
            return None
        step = {"last": -1, "next": 1}.get((match["half_how"] or "").lower(), 0)
        year = int(written) if written else (anchor or date.min).year + step
        first, middle, end = date(year, 1, 1), date(year, 6, 30), date(year, 12, 31)
    start, last = (first, middle) if early else (middle + timedelta(days=1), end)
    return stretch(start, last, explicit=bool(written))


def _edge(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the end of the quarter": its last month."""
    if anchor is None:
        return None
    step = {"last": -3, "next": 3}.get(match["edge_how"].lower(), 0)
    day = shift(anchor, step, "month")
    first = (day.month - 1) // 3 * 3 + 1
    month = first + 2 if match["edge"].lower() == "end" else first
    return stretch(*bounds_of(date(day.year, month, 1), "month"), explicit=False)


#: First and last year of a part of a decade; the middle overlaps both.
_DECADE = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}


def _decade(match: re.Match[str], _: date | None) -> When | None:
    """Read "the late 1980s"."""
    year = int(match["part_d"])
    first, last = _DECADE[match["part"].lower()]
    return stretch(date(year + first, 1, 1), date(year + last, 12, 31), explicit=True)


def _past(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the past decade": the ten years before the day of publication."""
    if anchor is None:
        return None
    if match["hours"]:
        return stretch(anchor - timedelta(days=1), anchor, explicit=False)
    return stretch(
        shift(anchor, -10, "year"), anchor - timedelta(days=1), explicit=False
    )


def _fiscal(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "the fiscal year ending 31 March 2024"."""
    month, written = month_number(match["fiscal_m"]), match["fiscal_y"]
    if written:
        year = int(written)
    elif anchor is None:
        return None
    else:
        year = nearest_year(month, 1, anchor)
    told = match["fiscal_d"] or match["fiscal_e"]
    end = date(year, month, day_number(told)) if told else last_day(year, month)
    start = shift(end + timedelta(days=1), -12, "month")
    return stretch(start, end, explicit=bool(written))


def _two_years(match: re.Match[str], _: date | None) -> When | None:
    """Read "the 2023/24 season"."""
    year = int(match["season_y"])
    if (year + 1) % 100 != int(match["season_z"]):
        return None
    return stretch(date(year, 1, 1), date(year + 1, 12, 31), explicit=True)


def _season(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "last winter", "next spring", "in the autumn": the one that it is nearest."""
    if anchor is None:
        return None
    name = (match["season"] or match["bare"]).lower()
    how = (match["season_how"] or "").lower()
    if name == "fall" and match["bare"] and not match["bare_the"]:
        return None
    near = [season(name, anchor.year + step) for step in (-2, -1, 0, 1)]
    past = [one for one in near if one.end and one.end < anchor]
    ahead = [one for one in near if one.start and one.start > anchor]
    current = [one for one in near if one not in past and one not in ahead]
    if how == "last":
        found = past[-1]
    elif how == "next":
        found = ahead[0]
    elif how == "this":
        found = (current or [_of_year(near, anchor.year)])[0]
    elif is_put_ahead(match.string, match.start()):
        found = (current or ahead)[0]
    elif current or _is_told(match):
        found = (current or past)[-1]
    else:
        return None
    return When(found.start, found.end, "range", "resolved")


# "Talks in the autumn came to nothing": that it is over is told by the verb.
_PAST = re.compile(
    r"\b(?:since|was|were|had|been|came|went|made|took|fell|rose|began|met|held|said|\w{3,}ed)\b"
)
_NEAR = 60


def _is_told(match: re.Match[str]) -> bool:
    """Tell whether its clause tells of what is over."""
    start, end = max(0, match.start() - _NEAR), match.end() + _NEAR
    before = re.split(r"[.;!?]\s", match.string[start : match.start()])[-1]
    after = re.split(r"[.;!?]", match.string[match.end() : end])[0]
    return _PAST.search(before) is not None or _PAST.search(after) is not None


def _of_year(near: list[When], year: int) -> When:
    """Take the season that begins in a year."""
    return next(one for one in near if one.start and one.start.year == year)


PART_READERS: dict[str, Callable[[re.Match[str], date | None], When | None]] = {
    "quarter": _quarter, "q": _quarter, "half": _half, "edge": _edge, "part": _decade,
    "past_n": _past, "hours": _past, "fiscal": _fiscal, "season_y": _two_years,
    "season": _season, "bare": _season,
}  # fmt: skip
