"""Whether a text writes days before months: "24/02/2022", "24 February"."""

import re
from functools import lru_cache

from accord.text.months import MONTH_PATTERN

__all__ = ["writes_days_first"]

_SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:19|20)\d\d\b")
_DAY_FIRST = re.compile(
    rf"\b\d\d?(?:st|nd|rd|th)?\s(?:{MONTH_PATTERN})\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b(?:{MONTH_PATTERN})\.?\s\d\d?\b(?!:)", re.IGNORECASE)
_MONTHS = 12
#: A page says in its first characters how it writes dates; no more are read.
_ENOUGH = 20_000


@lru_cache(maxsize=8)
def writes_days_first(text: str) -> bool:
    """Tell in which order a text writes days and months.

    A date in figures that can be read in one way only decides; else its dates in words.
    Of neither the month is first, as in most news that writes dates so.

    Example:
        >>> writes_days_first("03/04/2022, before 24/02/2022")
        True
    """
    page = text[:_ENOUGH]
    pairs = [(int(m[1]), int(m[2])) for m in _SLASHED.finditer(page)]
    if not pairs:
        return False
    days_first = sum(first > _MONTHS for first, _ in pairs)
    months_first = sum(second > _MONTHS for _, second in pairs)
    if days_first != months_first:
        return days_first > months_first
    return len(_DAY_FIRST.findall(page)) > len(_MONTH_FIRST.findall(page))
