"""Datelines: the place, day and agency printed before the first word of a story."""

import re
from itertools import islice

__all__ = ["find_dateline"]

_LINE = re.compile(r"[^\s][^\n]*")
_DASH = r" ?(?:—|–|--?)[ \t]+(?=[A-Z\"“‘'])"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
# "Port Larne, Feb 4": a place in small letters needs a day or an agency to be one.
_PLACE = r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}"
_DAY = rf", ?(?:[A-Z]\w{{1,20}}, ?)?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# "Harsk (Labour)" is a speaker and his party.
_AGENCY = (
    r" ?\((?=[^)\n]{0,40}\b(?:AP|AFP|DPA|EFE|ANSA|TASS|PTI|UPI|IANS|Wire|Agency|News|Press|Reuters|Bloomberg|Reporter"
    r"|reporter|Correspondent|correspondent|Staff)\b)[A-Z][^)\n]{1,40}\)"
)
# "LARNE, Feb 4 (Coast Wire) - " and "PORT LARNE — ".
_CAPITALS = (
    r"[ \t]*[A-Z][A-Z .'’/-]{1,30}[A-Z]\b(?:,[^—–\n\"“(]{1,40})?(?: ?\([^)\n]{1,40}\))?"
)
# "Larne, Feb 4 (Coast Wire) - ", "Larne (Coast Wire): " and "Larne, 4 February - ".
_SENT = rf"{_PLACE}(?:{_DAY})?(?:, [A-Z]\w{{1,20}})?{_AGENCY}"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_DASH}|{_SENT}(?:{_DASH}|:[ \t]+(?=[A-Z\"“‘']))|{_PLACE}{_DAY}{_DASH})"
)
# Title, subtitle and byline may stand before it.
_LINES = 6


def find_dateline(text: str) -> tuple[int, int] | None:
    """Find the first and one past the last character of a story's dateline.

    Example:
        >>> find_dateline("LARNE, Feb 4 (Coast Wire) - The fee stays.")
        (0, 28)
        >>> find_dateline("NATO - which met on Monday - said no.") is None
        True

    Cost:
        Bounded: the first lines are looked at, from their beginnings.
    """
    for line in islice(_LINE.finditer(text), _LINES):
        found = _DATELINE.match(text, line.start(), line.end())
        if found is not None:
            return found.span()
    return None
