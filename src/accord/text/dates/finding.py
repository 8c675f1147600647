"""Find the dates of a text: what names one day, month or year, beside what is longer."""

import re
from calendar import monthrange
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from accord.model import Span, When
from accord.text.dates.ahead import is_put_ahead, lies_ahead
from accord.text.dates.counting import (
    COUNTS,
    DAYS,
    Anchors,
    count_date,
    counted_back_by,
    season,
    whole_month,
)
from accord.text.dates.found import DateFound
from accord.text.dates.frames import Frames
from accord.text.dates.ordering import writes_days_first
from accord.text.dates.stretches import find_stretches
from accord.text.dates.units import (
    day_number,
    month_number,
    nearest_year,
    past_year,
)
from accord.text.dates.windows import date_windows
from accord.text.months import MONTH_PATTERN, MONTHS

__all__ = ["find_dates"]

# Named so that "may" and "march" are months only with a capital; see _is_verb.
_M = rf"(?:{MONTH_PATTERN})\b\.?"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
# A year after a day may be of an older century; "11 March 1700 GMT" is a time.
_OLD = rf"(?:1[5-8]\d\d(?!\ ?(?:GMT|UTC|CET|EST|hours|hrs))|{_YEAR})"
_WEEKDAY = "|".join(DAYS)
_COUNT = "|".join((*COUNTS, r"\d{1,3}"))
_UNIT = "day|week|month|year"
_LONG = "day|week|fortnight|month|year|decade"
# A number at the end of its clause counts nothing.
_CLOSED = r"(?=\s*(?:[.,;:!?)](?!\d)|\Z|\n))"
# "a month before" is counted from a date, "a month before tax" from none.
_THEN = r"\b(?=\s*(?:[.,;:!?)]|\Z|\n)|\ (?:had|was|were)\b)"
# Months that are no common words; "2017 april" may begin with one of them only.
_FULL = "january|february|april|june|july|september|october|november|december"
# What a year may stand before: "the 1995 accord", "the 2019 rules".
_ACTS = (
    r"accords?|acts?|agreements?|treaty|treaties|pacts?|deals?|laws?|rules?|wars?|elections?"
    r"|votes?|referendum|talks|summit|conference|convention|protocol|memorandum|constitution"
    r"|invasion|annexation|attacks?|crisis|coup|uprising|revolution|protests?|strikes?|truce"
    r"|ceasefire|declaration|resolution|sanctions|budget|reforms?|decision|ruling|census"
    r"|borders?|plan|levels?|poll|survey|report|campaign|season|edition|games|tournament"
)
# A date begins with a word, or right behind the year before it.
_BEGINS = r"\b(?=\w|(?<=\d),|(?<=\d\ and)\ |(?<=\d\ or)\ )"
_PATTERN = re.compile(
    rf"""{_BEGINS}(?:
      (?P<iso>{_YEAR}-[01]\d-[0-3]\d)
    | (?P<slash>[0-3]?\d/[0-3]?\d/{_YEAR}|[0-3]?\d\.[01]?\d\.{_YEAR})\b
    | (?P<part>early|mid|late)[ -](?:(?P<pm>{_M})(?:\ (?P<pmy>{_YEAR})\b)?
        |(?P<py>{_YEAR})\b)
    | (?P<md_m>(?:{MONTH_PATTERN})(?:\b\.?|(?=\d)))\ ?(?P<md_d>{_DAY})\b(?:\ ?(?:-|–|to|and)\ ?(?P<md_e>{_DAY})\b)?
        (?:\ ?,?\ (?P<md_y>{_OLD})\b)?
    | (?<!\d[.,])(?<![$£€])(?<![$£€]\ )(?P<dm_d>{_DAY})(?:\ ?(?:-|–|to|and)\ ?(?P<dm_e>{_DAY}))?\ (?:of\ )?
        (?P<dm_m>{_M})(?:,?\ (?P<dm_y>{_OLD})\b)?
    | (?<![\d/-])(?P<mm>0?[1-9]|1[0-2])\ ?[-/]\ ?(?P<mm_y>{_YEAR})\b(?![-/])
    | (?P<my_m>{_M})(?:\ ?,?\ (?:of\ )?(?P<my_y>{_YEAR})\b)
    | (?:in|during|of|last|this|since|after|before|until|by|from|next)\ (?:the\ )?(?P<m>{_M})(?!\ \d\d?\b)
        (?:,?\ (?:of\ )?(?P<m_y>{_YEAR})\b)?
    | (?P<bare>January|February|July|September|October|November|December)\b
    | (?:(?P<w_how>last|next|this|past|previous|following)\ )?(?P<w>{_WEEKDAY})\b
        (?:\ of\ (?P<w_week>last|this|next)\ week\b|\ (?P<w_d>[0-3]?\d)(?:st|nd|rd|th)?{_CLOSED})?
    | (?:(?P<earlier>earlier|later|early|late)\ )?
        (?P<u_how>this|last|next|past|coming)\ (?P<u>week|month|year)\b
    | (?P<ago_n>{_COUNT})\ (?P<ago_u>{_LONG})s?\ ago\b
    | (?P<half_ago>half\ a\ year|a\ year\ and\ a\ half)\ ago\b
    | in\ (?P<ahead_n>{_COUNT})\ (?P<ahead_u>{_LONG})s?\b
    | (?P<from_n>{_COUNT})\ (?P<from_u>{_LONG})s?\ from\ (?:now|today)\b
    | (?P<few_n>(?:a\ )?few|a\ couple\ of)\ (?P<few_u>{_UNIT})s\ ago\b
    | (?P<vague>(?:a\ few|several|some|a\ couple\ of|many)\ (?:{_UNIT})s?
        \ (?:ago|earlier|later|before)\b)
    | (?P<rel_n>{_COUNT})\ (?P<rel_u>{_UNIT})s?\ (?P<rel>(?:earlier|later)\b(?!\ than\b)|before{_THEN})
    | (?P<day>yesterday|today|tomorrow|tonight|last\ night
        |this\ (?:morning|afternoon|evening))\b
    | the\ (?P<next>previous|preceding|same|following|next)\ (?P<next_u>{_UNIT}|morning|evening|night)\b
    | the\ day\ (?P<before>before|after)\b(?!\ (?:yesterday|tomorrow|the|an?|his|her
        |its|their|our|my|he|she|it|they|we|i|(?-i:[A-Z\d])))
    | (?P<same>(?:that|the\ same)\ day)\b
    | (?P<s>spring|summer|autumn|fall|winter)\ (?:of\ )?(?P<s_y>{_YEAR})\b
    | (?:(?:in|of|since|during)\ )?(?P<ym_y>{_YEAR})\ (?P<ym_m>{_FULL})\b(?!\ (?-i:[A-Z\d]))
    | (?:in|for|since|during|of|by|until|from|after|before|year|but\ not
        |(?<={_YEAR}\ and)|(?<={_YEAR}\ or)|(?<={_YEAR}),)
        \ (?P<y>{_YEAR})\b(?!\ (?:[a-z]+s|people|men|women)\b)
    | (?:in|since|year|until|before|after|(?:treaty|union|war|peace|accord|act)\ of)\ (?P<old>1[5-8]\d\d)\b
        (?!\ (?!is\b|was\b|has\b)(?:[a-z]+s|people|men|women|square|cubic)\b)
    | (?:(?:compared|along)\ with|than\ in|levels?\ of)\ (?P<other>{_YEAR})\b
    | (?:the|its|their|a)\ (?P<act>{_YEAR})\ (?:[a-z]+\ ){{0,2}}(?:{_ACTS})\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


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
    start, end = (span.start, span.end) if span else (0, len(text))
    windows = list(date_windows(text, start, end))
    ranges = deque(
        DateFound(first, last, replace(when, text=text[first:last]), rule)
        for window in windows
        for first, last, when, rule in find_stretches(
            text, anchor=anchor, span=Span(*window)
        )
    )
    closed = start
    for found in _find_single(text, anchor, windows):
        while ranges and ranges[0].start < found.end:
            stretch = ranges.popleft()
            closed = stretch.end
            yield stretch
        if found.start >= closed:
            yield found
    yield from ranges


def _find_single(
    text: str, anchor: date | None, windows: Iterable[tuple[int, int]]
) -> Iterator[DateFound]:
    """Find the dates that name one day, week, month or year."""
    frames = Frames(text, anchor)
    day_first = writes_days_first(text)
    for match in chain.from_iterable(_PATTERN.finditer(text, *w) for w in windows):
        if _is_no_date(text, match):
            continue
        ahead = is_put_ahead(text, match.start())
        unit = counted_back_by(match)
        back = frames.back_from(*match.span(), unit) if unit else None
        anchors = Anchors(anchor, frames.last, back, ahead, day_first)
        when = _resolve(match, anchors)
        first, last = _words(match)
        if when.start is not None:
            frames.add(last, when)
        named = replace(when, text=text[first:last])
        yield DateFound(first, last, named, _rule(match))


#: The rule that each group of the pattern stands for.
_RULES = {
    "iso": "calendar-day", "slash": "calendar-day", "ym_y": "month", "part": "part", "md_m": "month-day",
    "dm_m": "month-day", "mm": "month", "my_m": "month", "m": "month",
    "bare": "month", "w": "weekday",
    "u": "unit", "ago_n": "ago", "ahead_n": "ahead",
    "from_n": "ahead", "few_n": "ago", "vague": "vague", "rel": "after-event", "day": "today",
    "next": "frame", "before": "frame", "same": "frame", "s": "season", "y": "year",
    "half_ago": "ago", "old": "year", "other": "year", "act": "year",
}  # fmt: skip


def _rule(match: re.Match[str]) -> str:
    """Name the rule that reads a match."""
    return next(rule for group, rule in _RULES.items() if match[group])


def _words(match: re.Match[str]) -> tuple[int, int]:
    """Return where the date's words stand, without a preposition before them."""
    start = match.start()
    for group in ("m", "y", "ym_y", "old", "other"):
        if match[group] and match.group().lower()[:4] not in {"last", "this"}:
            start = match.start(group)
    end = match.end()
    if match["act"]:
        return match.span("act")
    return start, end - (match.group().endswith(".") and not _is_short(match))


def _is_short(match: re.Match[str]) -> bool:
    """Tell whether a final full stop belongs to a shortened month, as "Feb."."""
    month = match.group().rstrip(".").split()[-1].lower()
    return month in MONTHS and len(month) <= 4 and month not in _WHOLE


#: Months of four letters and fewer that are no abbreviations.
_WHOLE = frozenset({"may", "june", "july"})
#: Also common words; a month or day of the week only with a capital letter.
_WORDS = frozenset("may march mar august".split())


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """Tell whether words only look like a date: "may", "march", "Monday's"."""
    if match["bare"] and match["bare"][0].islower():
        return True
    if match["w"] and _ORDINAL.search(text, max(0, match.start() - 8), match.start()):
        return True
    for group in ("pm", "md_m", "dm_m", "my_m", "m"):
        month = match[group]
        if month and month[0].islower() and month.rstrip(".") in _WORDS:
            # "in may" and "mar3" can be no verbs.
            after = text[match.end(group) : match.end(group) + 1]
            return not after.isdigit() and match.group().lower().rstrip(".") != "in may"
    if match["ahead_n"] and not lies_ahead(text, match.start()):
        return True
    owned = text[match.end() : match.end() + 2] in {"'s", "’s"}
    # "last week's summit" was last week; what "May's pie" is of is no month.
    return owned and not (match["y"] or match["u"] or match["w"])


# "the second Sunday": of what is not said.
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth) $", re.IGNORECASE)


def _resolve(match: re.Match[str], anchors: Anchors) -> When:
    """Work out what a date means; invalid days stay unresolved."""
    words = match.group()
    try:
        found = _calendar(match, anchors) or count_date(match, anchors)
    except (ValueError, OverflowError):
        found = None
    return found or When.unresolved(words)


def _calendar(match: re.Match[str], anchors: Anchors) -> When | None:
    """Work out dates that name a day, month or year of the calendar."""
    found: When | None = None
    if match["iso"]:
        found = When.on(date.fromisoformat(match["iso"]))
    elif match["slash"]:
        found = When.on(_slashed(match["slash"], anchors))
    elif match["part"]:
        found = _part(match, anchors)
    elif match["md_m"] or match["dm_m"]:
        found = _monthday_number(match, "md" if match["md_m"] else "dm", anchors)
    elif match["mm"]:
        found = whole_month(int(match["mm_y"]), int(match["mm"]), explicit=True)
    elif match["my_m"] or match["m"] or match["bare"] or match["ym_m"]:
        found = _named_month(match, anchors)
    elif match["s"]:
        found = season(match["s"].lower(), int(match["s_y"]))
    elif match["y"] or match["old"] or match["other"] or match["act"]:
        year = int(match["y"] or match["old"] or match["other"] or match["act"])
        found = When(date(year, 1, 1), date(year, 12, 31), "year", "explicit")
    return found


def _slashed(words: str, anchors: Anchors) -> date:
    """Read "5/17/2018", in the text's order unless it cannot be, and "17.5.2018"."""
    first, second, year = map(int, re.split(r"[/.]", words))
    day_first = first > 12 or "." in words or (anchors.day_first and second <= 12)
    return date(year, second, first) if day_first else date(year, first, second)


def _named_month(match: re.Match[str], anchors: Anchors) -> When | None:
    """Work out "May 2024", "in May"."""
    month = month_number(match["my_m"] or match["m"] or match["bare"] or match["ym_m"])
    written = match["my_y"] or match["m_y"] or match["ym_y"]
    year = int(written) if written else past_year(month, anchors.published)
    published = anchors.published
    if published and year and not written:
        # "last May" is no May of these days, "next May" none that has begun, and what is
        # still to come in May is not in the last one.
        how = match.group().split()[0].lower()
        year -= how == "last" and (year, month) == (published.year, published.month)
        here = (published.year, published.month)
        ahead = anchors.ahead and how != "this" and (year, month) < here
        year += how == "next" or ahead
    return whole_month(year, month, explicit=bool(written)) if year else None


def _monthday_number(match: re.Match[str], kind: str, anchors: Anchors) -> When | None:
    """Work out "February 14", "16-18 May 2024"."""
    month, first = month_number(match[f"{kind}_m"]), day_number(match[f"{kind}_d"])
    last = day_number(match[f"{kind}_e"]) if match[f"{kind}_e"] else first
    explicit = match[f"{kind}_y"] is not None
    if explicit:
        year = int(match[f"{kind}_y"])
    elif anchors.published is None:
        return None
    else:
        year = nearest_year(month, first, anchors.published, ahead=anchors.ahead)
    start, end = date(year, month, first), date(year, month, last)
    state = "explicit" if explicit else "resolved"
    if start == end:
        return When.on(start, state=state)  # type: ignore[arg-type]
    return When(start, end, "range", state)  # type: ignore[arg-type]


def _part(match: re.Match[str], anchors: Anchors) -> When | None:
    """Work out "late January", "early 2024"."""
    part = match["part"].lower()
    if match["py"]:
        year = int(match["py"])
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        end = date(year, last, monthrange(year, last)[1])
        return When(date(year, first, 1), end, "range", "explicit")
    month = month_number(match["pm"])
    year_or_none = (
        int(match["pmy"]) if match["pmy"] else past_year(month, anchors.published)
    )
    if year_or_none is None:
        return None
    length = monthrange(year_or_none, month)[1]
    first, last = {"early": (1, 15), "mid": (10, 20), "late": (16, length)}[part]
    return When(
        date(year_or_none, month, first),
        date(year_or_none, month, last),
        "range",
        "explicit" if match["pmy"] else "resolved",
    )
