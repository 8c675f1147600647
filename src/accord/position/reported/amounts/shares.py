"""Shares in words: "two-thirds of voters", "one in five", "half of those asked"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.model import Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.lexicon import any_of, load_table
from accord.text.numbers import read_number
from accord.text.sieve import Sieve

__all__ = ["find_shares"]

_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2})"
_WHOLE = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d{1,3})"
)
_PARTS = r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
_SOME = r"(?:an?|one|two|three|four|five|six|seven|eight|nine)"
_SIGNS = "½¼¾⅓⅔⅕⅛⅜⅝⅞"
# A share of what is named: "a third of the fleet", "half the members", "half its 1,200 jobs".
_OF = r"(?=\s+of\b)"
_WHOSE = r"(?=\s+(?:the|its|their|all|his|her|our)\s+(?:\d|(?:[a-z]+\s+)?[a-z]{3,}s\b))"
# How something is compared: "a fifth above last year's", "a third more".
_THAN = (
    r"(?=\s+(?:(?:more|less|fewer|higher|lower|larger|smaller|cheaper|dearer)\b"
    r"|(?:above|below|up|down)\s+(?:on|from|the|its|their|last|that|those|what)\b))"
)
# What follows the measure by which something falls: "by a third since 2015".
_BY = r"(?=\s+(?:last|this|since|in|from|over|to|within|by|before|after|and|compared)\b|[.,;])"
#: A share is of no longer whole than this, or it is a count: "12 in 2014".
_MOST = 100


@cache
def _pattern() -> Sieve:
    """Match a part of a whole with what makes it inexact."""
    leads = any_of(load_table("figures.yaml")["approximators"])
    return Sieve(
        rf"(?<![\w.,/#:-])(?:(?P<lead>{leads})\s+)?(?:"
        rf"(?P<fall>(?<=\bby\s){_SOME}[\s-]{_PARTS}{_BY})"
        rf"|(?P<sign>[{_SIGNS}])(?:{_OF}|{_WHOSE})"
        rf"|(?P<than>{_SOME}[\s-]{_PARTS}){_THAN}"
        rf"|(?P<listed>{_SOME}[\s-]{_PARTS})(?=\s+and\s+{_SOME}[\s-]{_PARTS}\s+of\b)"
        rf"|(?P<fraction>{_SOME}[\s-]{_PARTS}|half){_OF}"
        rf"|(?P<half>half){_WHOSE}"
        rf"|(?P<part>{_SMALL})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<whole>{_WHOLE})"
        r"(?=[”\"’)]?(?:\s+[A-Za-z]|[.,;]))(?!\s+(?:years?|months?|days?|weeks?|hours?|minutes?|places|cases)\b)"
        r")",
        re.IGNORECASE,
    )


# "the second half of", "the other half of": a part in time, or one of two things; "the
# approval of two-thirds of": a rule.
_NO_SHARE_BEFORE = re.compile(
    r"\b(?:(?:first|second|third|fourth|other|latter|last|next|better|former)"
    r"|(?:approval|consent|votes?|support|majority|agreement)\s+of|requires?|needs?|by)\s+(?:at\s+least\s+)?$",
    re.IGNORECASE,
)
_NO_SHARE_AFTER = re.compile(
    r"(?:\s+of)?\s+(?:an?\b|(?:the|this|last|next|that)\s+(?:year|month|week|day|hour|game|match|season|decade"
    r"|century|night|time|term)\b(?!['’]s)|(?:19|20)\d\d|(?<=half\sof\s)it\b|him\b|me\b|what\b)",
    re.IGNORECASE,
)


def find_shares(text: str, span: Span) -> Iterator[Amount]:
    """Find shares told in words, as parts of a hundred.

    Cost:
        Linear.
    """
    for match in _pattern().finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 24) : match.start()]
        told = (
            match["fall"]
            or match["than"]
            or not (
                _NO_SHARE_BEFORE.search(before)
                or _NO_SHARE_AFTER.match(text, match.end(), span.end)
            )
        )
        if not told:
            continue
        value = _value(match)
        if value is None:
            continue
        found = Amount(match.start(), match.end(), value, None, None, "percent")
        yield _limited(match, found)


def _value(match: re.Match[str]) -> float | None:
    """Work out a share of a hundred."""
    if match["part"]:
        part, whole = read_number(match["part"]), read_number(match["whole"])
        if not part or not whole or part >= whole or whole > _MOST:
            return None
        return 100 * part / whole
    words = next(
        match[name]
        for name in ("fall", "sign", "than", "listed", "fraction", "half")
        if match[name]
    )
    value = read_number(words.replace("-", " "))
    return 100 * value if value is not None else None


def _limited(match: re.Match[str], amount: Amount) -> Amount:
    """Make a share inexact or a limit, as the word before it says."""
    lead = " ".join((match["lead"] or "").lower().split())
    way = load_table("figures.yaml")["approximators"].get(lead)
    if way == "low":
        return replace(amount, low=amount.value)
    if way == "high":
        return replace(amount, high=amount.value)
    return replace(amount, approximate=way == "around")
