"""Units that a number takes over from a number before it.

"12 million euros would go to the towns, 9 million to the state"; "214 beds out of 1,180";
"400 monitors, 180 of them at sea"; "the government puts the number at 17,500".
"""

import re
from dataclasses import dataclass, replace

from accord.model import Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.nouns import count_noun, is_person
from accord.position.reported.amounts.units import is_measure
from accord.text.numbers import NUMBER_PATTERN, read_number

__all__ = ["Before", "carry_unit"]

#: A unit is carried no further, in characters.
_FAR = 160
#: Items of a list stand no further apart, in characters.
_NEAR = 90
_MANY = 1000
_SCALED = re.compile(
    r"(?:hundred|thousand|million|billion|trillion|crore|lakh|\d\s?(?:m|mn|bn|tn))$",
    re.IGNORECASE,
)
# Who is counted by a number that no money is: "2 million have fled".
_NO_MONEY = re.compile(
    r"\s+(?:people|have|has|are|were|live[sd]?|fled|voted|who|others?|of\s+(?:them|whom)"
    r"|-|strong\b)",
    re.IGNORECASE,
)
# "151 of 300 seats": the noun is that of the second number.
_OF = re.compile(
    rf"\s+of\s+(?:the\s+|its\s+|their\s+)?{NUMBER_PATTERN}(?=\s+[a-z])", re.IGNORECASE
)
# "217 votes to 213"
_AGAINST = re.compile(r"\s+(?:to|against)\s+$")
_VOTES = frozenset({"votes", "seats"})
# "214 beds out of 1,180"
_OUT_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:a\s+total\s+of\s+|the\s+|its\s+|their\s+)?$"
)
# "180 of them"
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
# "nearly double the 25,000 needed"
_THE = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)
_TOLD = re.compile(
    r"\s+(?:\w{3,}ed|sought|set|told|a\s+(?:year|month|week)\s+(?:ago|earlier|before)"
    r"|in\s+(?:19|20)\d\d|before|previously|now)\b"
)
# "puts the number at 17,500", "the toll rose to 40"
_TOTAL = re.compile(
    r"\b(?:puts?\s+(?:it|the\s+\w+(?:\s+of\s+\w+)?)|(?:the|that)\s+(?:number|figure|total|toll|count)"
    r"(?:\s+(?:was|is|stood|stands|rose|fell|grew|has\s+risen|has\s+grown|reached))?)"
    r"\s+(?:at|to|as)\s+$",
    re.IGNORECASE,
)
# "enrolment fell from 21,300 to 16,900"
_SUBJECT = re.compile(
    r"\b(?P<noun>[A-Za-z]{4,}?)(?:\s+in\s+\w+)?\s+(?:ha[sd]\s+|have\s+)?(?:fell|fallen|rose|risen|dropped"
    r"|climbed|grew|grown|declined|shrank|shrunk|jumped|slid|stands?|stood|increased|decreased"
    r"|went\s+up|went\s+down)\s+(?:from|to|at)\s+$"
)
_FROM = re.compile(r"\bfrom\s$")
_TO = re.compile(r"[^.;]{0,60}\bto\s+")
_FIRST_WORD = re.compile(r"\s+([a-z]+)\b")
_PAIRS = frozenset(
    "to for on in from at by against as would goes went comes came".split()
)
_LIST = re.compile(
    r"(?:,|\band|\bor|\bplus|\bwhile|\bbut)\s[^.;:]{0,40}$|(?:,|\band)\s+$"
)
# "54 percent for, 38 against": what people answer.
_ANSWER = re.compile(
    r"\s+(?:against|for|in\s+favou?r|opposed|undecided|unsure|said|did|were|was|thought|wanted"
    r"|backed|percent)\b"
)
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Before:
    """What was counted before a number.

    Attributes:
        last: The last amount; None if none.
        thing: The last one that is no share; None if none.
        share: The last one that is; None if none.
    """

    last: Amount | None = None
    thing: Amount | None = None
    share: Amount | None = None

    def then(self, amount: Amount) -> "Before":
        """Return what was counted once an amount is, too."""
        if amount.unit in {"percent", "percentage points"}:
            return replace(self, last=amount, share=amount)
        return replace(self, last=amount, thing=amount)


def carry_unit(
    text: str, match: re.Match[str], span: Span, before: Before
) -> tuple[str, str, int] | None:
    """Give a bare number the unit of one beside it.

    Returns:
        Unit, noun and where the words end; None if it has none.
    """
    whole = _OF.match(text, match.end(), span.end)
    if whole and not match["second"]:
        counted = count_noun(text, whole.end(), span.end)
        return _noun(counted[0], match.end()) if counted else None
    return (
        _subject(text, match, span)
        or _share(text, match, before.last)
        or _of_thing(text, match, span, before.thing)
    )


def _noun(noun: str, end: int) -> tuple[str, str, int]:
    """Count a noun."""
    return noun.rsplit(maxsplit=1)[-1].lower(), noun, end


def _subject(
    text: str, match: re.Match[str], span: Span
) -> tuple[str, str, int] | None:
    """Count what "fell from 21,300"."""
    if (read_number(match["first"]) or 0) < _MANY:
        return None
    found = _SUBJECT.search(_words_before(text, match, span))
    return _noun(found["noun"].lower(), match.end()) if found else None


def _share(
    text: str, match: re.Match[str], last: Amount | None
) -> tuple[str, str, int] | None:
    """Read "54 percent for, 38 against" as two shares."""
    if last is None or last.unit != "percent" or match["second"]:
        return None
    between = text[last.end : match.start()]
    small = 0 < (read_number(match["first"]) or 0) < _WHOLE
    listed = len(between) <= _NEAR and _LIST.search(between)
    figures = match["first"][0].isdigit()
    if small and listed and figures and _ANSWER.match(text, match.end()):
        return "percent", "", match.end()
    return None


def _of_thing(
    text: str, match: re.Match[str], span: Span, thing: Amount | None
) -> tuple[str, str, int] | None:
    """Take the unit of the last amount that is no share."""
    if thing is None or match.start() - thing.end > _FAR:
        return None
    between = text[thing.end : match.start()]
    if _is_same_thing(text, match, span, (thing, between)):
        return thing.unit, thing.noun, match.end()
    number = read_number(match["first"]) or 0
    if thing.noun:
        people = number >= _MANY and match["lead"] and _counts_people(thing.noun)
        return _noun("people", match.end()) if people else None
    scaled = number > 0 and _SCALED.search(match["second"] or match["first"])
    money = scaled and not _NO_MONEY.match(text, match.end(), span.end)
    return (thing.unit, "", match.end()) if money else None


def _is_same_thing(
    text: str, match: re.Match[str], span: Span, before: tuple[Amount, str]
) -> bool:
    """Tell whether the words between say that two numbers count the same."""
    thing, between = before
    if thing.unit in _VOTES and _AGAINST.fullmatch(between):
        return True
    if _is_paired(text, match, thing, between):
        return True
    if not thing.noun:
        return False
    many = (read_number(match["first"]) or 0) >= _MANY
    from_it = _FROM.search(text[max(0, thing.start - len("from ")) : thing.start])
    if many and from_it and _TO.fullmatch(between):
        return True
    told = _points_at(text, match, span, between)
    return told == "the" or bool(told and not is_measure(thing.unit))


def _points_at(text: str, match: re.Match[str], span: Span, between: str) -> str | None:
    """Tell how words point from a number to what was counted before it."""
    before = _words_before(text, match, span)
    if _OF_THEM.match(text, match.end(), span.end):
        return "them"
    if _OUT_OF.fullmatch(between):
        return "whole"
    if _TOTAL.search(before):
        return "total"
    the = _THE.search(before)
    same = not re.search(r"[.!?]\s", between)
    if the and same and _TOLD.match(text, match.end(), span.end):
        return "the"
    return None


def _words_before(text: str, match: re.Match[str], span: Span) -> str:
    """Give the words before a number and what makes it inexact; "from" is one of them."""
    end = match.start("lead") if match["lead"] else match.start("first")
    return text[max(span.start, end - _NEAR) : end]


def _is_paired(text: str, match: re.Match[str], thing: Amount, between: str) -> bool:
    """Tell whether two items of a list go on alike: "9,000 to A and 7,000 to B"."""
    if len(between) > _NEAR or not _LIST.search(between) or match["second"]:
        return False
    one, other = (_FIRST_WORD.match(text, end) for end in (thing.end, match.end()))
    figures = match["first"][0].isdigit()
    return bool(figures and one and other and one[1] == other[1] and one[1] in _PAIRS)


def _counts_people(noun: str) -> bool:
    """Tell whether a noun, or what became of them, is of people."""
    return is_person(noun) or noun.rsplit(maxsplit=1)[-1] in {
        "killed",
        "displaced",
        "wounded",
    }
