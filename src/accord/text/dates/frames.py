"""The date that another is counted from: "the previous day", "a week earlier".

News tells what has happened along days that are over; an appointment mentioned on the way
("they will meet again on 16 April") or a year told as background is none of them.
"""

import re
from collections import deque
from collections.abc import Sequence
from datetime import date

from accord.model import When

__all__ = ["Frames", "exact_for"]

#: What a date must name at least for a unit to be counted from it.
_EXACT = {"day": 0, "week": 0, "month": 1, "year": 2}
_PRECISION = {"day": 0, "month": 1, "year": 2}
#: No date further back than so many others is counted from.
_MOST = 8
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
# What follows in the sentence is still to come, and is counted from what is.
_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are)\s+(?:to|due|set|expected)|would)\b")
_DONE = re.compile(r"\b(?:had|has|have|was|were|did)\b")
_REACH = 80


def exact_for(when: When, unit: str) -> bool:
    """Tell whether a date is exact enough for a unit to be counted from it.

    Example:
        >>> exact_for(When.on(date(2024, 5, 3)), "day")
        True
    """
    return _PRECISION.get(when.precision or "", 9) <= _EXACT[unit]


class Frames:
    """The dates spoken of so far, each with where its words end."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self._spoken: deque[tuple[int, When]] = deque(maxlen=_MOST)

    def add(self, end: int, when: When) -> None:
        """Note a date that was spoken of."""
        self._spoken.append((end, when))

    @property
    def last(self) -> When | None:
        """The date spoken of last; None if none."""
        return self._spoken[-1][1] if self._spoken else None

    def back_from(self, start: int, end: int, unit: str) -> When | None:
        """Return what a unit is counted back from by words that stand at a place.

        What is to come is counted from what is to come, and what has happened from what
        has happened. A date of the same sentence counts however inexact it is, one of
        an earlier sentence only if a unit can be counted from it.
        """
        spoken: Sequence[tuple[int, When]] = self._spoken
        ahead = self._tells_ahead(end)
        for said, when in reversed(spoken):
            if not ahead and self._is_to_come(when):
                continue
            if exact_for(when, unit) or not _SENTENCE_END.search(
                self._text, said, start
            ):
                return when
        return None

    def _is_to_come(self, when: When) -> bool:
        """Tell whether a date lies after the day of publication."""
        return bool(self._published and when.start and when.start > self._published)

    def _tells_ahead(self, end: int) -> bool:
        """Tell whether the rest of a sentence speaks of what is to come."""
        stop = _SENTENCE_END.search(self._text, end, end + _REACH)
        rest = self._text[end : stop.start() if stop else end + _REACH]
        word = _TO_COME.search(rest)
        return word is not None and not _DONE.search(rest, 0, word.start())
