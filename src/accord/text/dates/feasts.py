"""Feasts by their dates: Easter of both churches, Ramadan, Christmas, Thanksgiving.

Easter is computed in the Gregorian and the Julian calendar, the Muslim months by the
tabular calendar, which is a day off where the moon is seen early or late.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from accord.model import When
from accord.text.dates.ahead import is_put_ahead, lies_ahead

__all__ = ["FEASTS", "read_feast"]

#: The first and last day of a feast in a year; None if the year has none.
_Days = tuple[date, date] | None


def _easter(year: int) -> date:
    """Compute Western Easter. Source: [meeus1991]."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, off = divmod(century, 4)
    skipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - skipped + 15) % 30
    quarter, years = divmod(rest, 4)
    weekday = (32 + 2 * off + 2 * quarter - moon - years) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Compute Easter of the Julian calendar. Source: [meeus1991]."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


#: Day one of the tabular Muslim calendar, as ``date.toordinal`` counts.
_HIJRA = date(622, 7, 19).toordinal()


def _muslim(year: int, month: int, day: int) -> date:
    """Turn a day of the tabular Muslim calendar into ours. Source: [meeus1991]."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_HIJRA + before + (59 * (month - 1) + 1) // 2 + day - 1)


def _of_muslim_year(year: int, month: int, day: int) -> date | None:
    """Find the first such day of the Muslim calendar in one of our years."""
    guess = (year - 622) * 33 // 32
    days = (_muslim(guess + step, month, day) for step in range(3))
    return next((one for one in days if one.year == year), None)


def _ramadan(year: int) -> _Days:
    """Give the month of fasting."""
    start = _of_muslim_year(year, 9, 1)
    return (start, start + timedelta(days=29)) if start else None


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """Give the second Monday of a month, say."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _once(find: Callable[[int], date | None], days: int = 0) -> Callable[[int], _Days]:
    """Make a feast of one day, so many days after another."""

    def read(year: int) -> _Days:
        day = find(year)
        return (day + timedelta(days=days),) * 2 if day else None

    return read


def _fixed(month: int, day: int) -> Callable[[int], _Days]:
    """Make a feast that keeps its day."""
    return _once(lambda year: date(year, month, day))


_FEASTS: dict[str, Callable[[int], _Days]] = {
    "orthodox easter": _once(_orthodox_easter),
    "orthodox christmas": _fixed(1, 7),
    "ash wednesday": _once(_easter, -46),
    "palm sunday": _once(_easter, -7),
    "maundy thursday": _once(_easter, -3),
    "good friday": _once(_easter, -2),
    "easter saturday": _once(_easter, -1),
    "easter sunday": _once(_easter),
    "easter monday": _once(_easter, 1),
    "easter": _once(_easter),
    "ascension day": _once(_easter, 39),
    "whit monday": _once(_easter, 50),
    "pentecost": _once(_easter, 49),
    "ramadan": _ramadan,
    "eid al-fitr": _once(lambda year: _of_muslim_year(year, 10, 1)),
    "eid al-adha": _once(lambda year: _of_muslim_year(year, 12, 10)),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "labor day": _once(lambda year: _nth(year, 9, 0, 1)),
    "thanksgiving": _once(lambda year: _nth(year, 11, 3, 4)),
    "halloween": _fixed(10, 31),
    "may day": _fixed(5, 1),
    "armistice day": _fixed(11, 11),
}
_NAMES = "|".join(
    name.replace("'", "['’]").replace(" ", r"\s")
    for name in sorted(_FEASTS, key=lambda name: (-len(name), name))
)
#: A feast after a word of time, or with its year.
FEASTS = (
    rf"(?:(?<=\bon\s)|(?<=\bat\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=\bin\s)|(?<=\bfor\s)|(?<=\bover\s)"
    r"|(?<=\buntil\s)|(?<=\bsince\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\bduring\s)"
    r"|(?<=\baround\s)|(?=[^\d\n]{3,24}\s(?:19|20)\d\d\b))(?:the\s)?"
    rf"(?:(?P<feast_how>last|this|next)\s)?(?P<feast>{_NAMES})\b(?:\s(?:of\s)?(?P<feast_y>(?:19|20)\d\d)\b)?"
    r"(?!\s(?:(?-i:[A-Z])|trees?\b|markets?\b|cards?\b|gifts?\b|presents?\b|carols?\b|eggs?\b"
    r"|bonus|shopping|part(?:y|ies)\b))"
)


def read_feast(match: re.Match[str], anchor: date | None) -> When | None:
    """Read "Good Friday 1998", "before Christmas", "during Ramadan"."""
    find = _FEASTS[" ".join(match["feast"].lower().replace("’", "'").split())]
    if match["feast_y"]:
        return _when(find(int(match["feast_y"])), "explicit")
    if anchor is None:
        return None
    near = (find(anchor.year + step) for step in (-1, 0, 1))
    known = [days for days in near if days]
    how = (match["feast_how"] or "").lower()
    text, at = match.string, match.start()
    if how == "next" or (not how and (is_put_ahead(text, at) or lies_ahead(text, at))):
        known = [days for days in known if days[1] >= anchor]
    elif how == "last":
        known = [days for days in known if days[1] < anchor][-1:]
    else:
        known = [days for days in known if (days[0] - anchor).days <= _AHEAD_DAYS]
    return _when(min(known, key=lambda days: _away(days, anchor)), "resolved")


#: A feast further ahead than this is not meant unless the words say so.
_AHEAD_DAYS = 92


def _away(days: tuple[date, date], anchor: date) -> int:
    """Count the days from a feast to a day."""
    if days[0] <= anchor <= days[1]:
        return 0
    return min(abs((day - anchor).days) for day in days)


def _when(days: _Days, state: str) -> When | None:
    """Make the date of a feast."""
    if days is None:
        return None
    precision = "day" if days[0] == days[1] else "range"
    return When(*days, precision, state)  # type: ignore[arg-type]
