"""Lists: three and more named in one breath: "the Greens, Labour and both members of Pedal".

A side that several take in one clause is everyone's. Only what reads as a list of parties and
bodies to its last part is taken for one: "the bank, a lender from Arle, and its owner" is not.
"""

import re
from collections.abc import Sequence

from accord.position.parties import BODIES, OFFICES
from accord.position.phrases import stem, stem_set

__all__ = ["list_before", "split_list"]

_JOINT = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_LEAD = re.compile(r"(?:(?:both|the|its|their)\s+)+", re.IGNORECASE)
# "The two members of Pedal", "all three deputies of the Left" are as good as the party.
_SEATS = re.compile(
    r"(?:all\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|most|some|several)\s+"
    r"(?:members|deputies|councillors|mps|delegates|senators|representatives)\s+(?:of|from)\s+"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
# What stands within a clause and not within a list of names.
_APPOSED = re.compile(
    r"\b(?:who|which|whose|that|including|among|such as|said|voted|for|against)\b(?!\s+[A-Z])"
    r"|\b(?:chaired|led|headed|represented|backed) by\b"
    r"|[\"“”:;()—–]|\s-\s"
)
_GROUPS = BODIES | stem_set(
    "group faction bloc guild authority syndicate alliance coalition network society parliament "
    "church synod court police city town province region state institute university school "
    "clinic lobby initiative movement campaign co-operative cooperative"
)
_TITLES = OFFICES | stem_set(
    "prime deputy vice first foreign interior finance defence crown prince princess king queen "
    "emir sultan ruler commander governor founder of the"
)
_FEWEST = 3
_MOST_LETTERS = 200
_OPENS = re.compile(
    r"[.!?:;]\s+|\s[-–—]+\s|\n\s*|\b(?:while|whereas|but|although|on \w+day)\s+",
    re.IGNORECASE,
)
_MOST_WORDS = 8
_OF = frozenset(("of", "for", "in", "from", "at"))
# "Ministers from Arle, Corva and Melk" are not the states.
_SPREAD = re.compile(r"\w+s\s+(?:of|from|in|at)\s", re.IGNORECASE)


def split_list(text: str) -> Sequence[tuple[int, str]]:
    """Split a list of at least three who act together.

    Args:
        text: Words that may name several.

    Returns:
        Where each name begins, and the name; nothing if it is no such list.

    Example:
        >>> [
        ...     name
        ...     for _, name in split_list(
        ...         "the Greens, Labour and the two members of Pedal"
        ...     )
        ... ]
        ['Greens', 'Labour', 'Pedal']
        >>> split_list("Ida Krog, the finance minister, and her deputy")
        []
    """
    if "," not in text or " and " not in text or _APPOSED.search(text):
        return []
    text = text.rstrip(" ,")
    joints = list(_JOINT.finditer(text))
    if len(joints) + 1 < _FEWEST or "and" not in joints[-1][0]:
        return []
    starts = (0, *(joint.end() for joint in joints))
    ends = (*(joint.start() for joint in joints), len(text))
    if _SPREAD.match(text, _lead(text)):
        return []
    found: list[tuple[int, str]] = []
    for start, end in zip(starts, ends, strict=True):
        part = text[start:end]
        if not _is_body(part):
            return []
        bare = start + _lead(part)
        found.append((bare, " ".join(text[bare:end].split())))
    return found


def _lead(part: str) -> int:
    """Say how much of a part only leads to the name."""
    lead = _LEAD.match(part)
    begin = lead.end() if lead else 0
    seats = _SEATS.match(part, begin)
    return seats.end() if seats else begin


def _is_body(part: str) -> bool:
    """Tell "the Greens" and "three taxi firms" from "a lender" and "its owner"."""
    words = part[_lead(part) :].split()
    if not words or len(words) > _MOST_WORDS:
        return False
    if words[0][:1].isupper():
        if {stem(word.lower()) for word in words} <= _TITLES:
            # "The emir, Crown Prince and Prime Minister" is one.
            return False
        return not any(word[:1].islower() and stem(word) in OFFICES for word in words)
    cut = next((n for n, word in enumerate(words) if n and word in _OF), len(words))
    several = words[cut - 1].endswith("s") and not words[cut - 1].endswith("ss")
    return several or stem(words[cut - 1]) in _GROUPS


def list_before(text: str, end: int) -> tuple[int, Sequence[tuple[int, str]]]:
    """Split the list that ends at a place of a text and opens its clause.

    Args:
        text: The text.
        end: Where the last of those named ends.

    Returns:
        Where the list begins, and its parts as ``split_list`` gives them; no parts if
        there is none.
    """
    low = max(0, end - _MOST_LETTERS)
    opening = max(
        (found.end() for found in _OPENS.finditer(text, low, end)), default=low
    )
    return opening, split_list(text[opening:end]) if opening > low or not low else []
