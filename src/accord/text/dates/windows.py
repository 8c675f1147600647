"""Where dates may stand: a quick look before the slow one."""

import re
from collections.abc import Iterator

from accord.text.folding import fold_case
from accord.text.months import MONTH_PATTERN

__all__ = ["date_windows"]

# Every date has one of these; much else has too.
_TRIGGER = re.compile(
    r"\d|day|week|month|year|quarter|decade|century|hours|easter|pentecost|ramadan|\beid\b"
    r"|christmas|halloween|thanksgiving|night|morning|afternoon|evening"
    rf"|tomorrow|spring|summer|autumn|fall|winter|\b(?:{MONTH_PATTERN})\b"
)
#: No date is longer, in characters, nor looks further around itself.
_LONGEST = 80


def date_windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that may hold dates, not overlapping.

    Cost:
        Linear.

    Example:
        >>> (
        ...     list(date_windows("No word of it.", 0, 14)),
        ...     list(date_windows("May 3", 0, 5)),
        ... )
        ([], [(0, 5)])
    """
    first = last = -1
    # In lower case the words are found three times as fast as in any.
    for match in _TRIGGER.finditer(fold_case(text[start:end])):
        begin = start + match.start() - _LONGEST
        if first >= 0 and begin > last:
            yield first, last
            first = -1
        if first < 0:
            first = max(start, begin)
        last = min(end, start + match.end() + _LONGEST)
    if first >= 0:
        yield first, last
