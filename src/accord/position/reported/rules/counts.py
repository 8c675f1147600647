"""How many have to agree: "four of the five", "60 percent of members", "both houses"."""

import re
from functools import cache
from typing import NamedTuple

from accord.model import RuleKind
from accord.position.reported.lexicon import lines_pattern, load_table
from accord.text.numbers import read_number

__all__ = ["Counted", "read_count"]

_PARTS = {
    "thirds": 3, "quarters": 4, "fifths": 5, "third": 3, "quarter": 4,
}  # fmt: skip
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|per\s?cent)")
_IN = re.compile(r"([\w-]+)\s+in\s+(five|ten|twenty)\b")
_PART = re.compile(
    r"\b(two|three|four|a)[\s-](thirds|quarters|fifths|third|quarter)\b", re.IGNORECASE
)
_EVERYBODY = re.compile(r"(?:all|each|every|both|any|either)\b", re.IGNORECASE)
_MAJORITY = re.compile(r"\bmajority\b|^most\b|\bmore\s+than\s+half\b", re.IGNORECASE)
_HALF = re.compile(r"\bhalf\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:at\s+least|no\s+fewer\s+than|no\s+less\s+than|more\s+than|a\s+minimum\s+of|any"
    r"(?=\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten)))\s+",
    re.IGNORECASE,
)


class Counted(NamedTuple):
    """How many have to agree.

    Attributes:
        kind: Unanimity, a majority, or a quota.
        quota: How many, or which share of all; None unless a number is given.
        start: Where it is told.
        end: Where what is counted begins.
    """

    kind: RuleKind
    quota: float | None
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    """Match how many."""
    return re.compile(
        lines_pattern(("(?i:{count})",), load_table("rules.yaml")["forms"])
    )


def read_count(
    text: str, start: int, end: int, *, here: bool = False
) -> Counted | None:
    """Read the first count within bounds, or only one that stands at their start."""
    find = _pattern().match if here else _pattern().search
    match = find(text, start, end)
    if match is None:
        return None
    words = match[0]
    bare = _LEAD.sub("", words, count=1)
    kind, quota = _valued(words, bare)
    return Counted(kind, quota, match.start(), match.end())


def _valued(words: str, bare: str) -> tuple[RuleKind, float | None]:
    """Tell which sort of count words are, and its value."""
    percent, part, within = _PERCENT.match(bare), _PART.search(bare), _IN.match(bare)
    quota: float | None = None
    if percent:
        quota = float(percent[1]) / 100
    elif part:
        quota = round((read_number(part[1]) or 1) / _PARTS[part[2].lower()], 4)
    elif within:
        quota = (read_number(within[1]) or 0) / (read_number(within[2]) or 1)
    elif _EVERYBODY.match(bare):
        return "unanimity", None
    elif _MAJORITY.search(words):
        return "majority", None
    elif _HALF.match(bare):
        quota = 0.5
    else:
        quota = read_number(bare.split(maxsplit=1)[0])
    return ("quota", quota) if quota is not None else ("compound", None)
