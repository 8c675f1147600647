"""Whom a share is of, and how far chance may put it off."""

import re
from math import sqrt

from accord.position.reported.amounts import Amount
from accord.position.reported.figures.polls import Poll
from accord.position.reported.sentence import Sentence
from accord.text.months import MONTH_PATTERN

__all__ = ["clause_of", "find_population", "is_of_part", "margin_of", "of_all"]

_RATE = r"(?:share|figure|number|rate|support|proportion|opposition)"
_AMONG = re.compile(
    rf"\b(?:among|amongst)\s+([^,;:.()]{{3,80}}?)(?=\s*(?:,|\(|\bthe\s+{_RATE}\b|\bit\b|{_RATE}\b|$))",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    rf"\b(?:in|for)\s+(the\s+[^,;:.()]{{3,60}}?)\s+(?:it|the\s+{_RATE})\s+"
    r"(?:rose|fell|was|is|stood|reached|dropped|climbed|came)\b"
)
# "In the northern districts, 49 per cent"; not "In 2024, 49 per cent".
_IN_PLACE = re.compile(
    r"^\W*(?:[Ii]n|[Aa]cross)\s+(?!(?:an?|all|total|[a-z]+\s+(?:poll|survey)"
    rf"|{MONTH_PATTERN})\b)([^,;:.()\d]{{3,60}}?),\s[^;]*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"^\W*of\s+(?:the\s+|all\s+|some\s+)*(?:[\d,]+\s+)?([a-z][^,;:.()]{2,60}?)(?:\s+who\b|,)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[^,;.]{0,60}?\bamong\s+([^,;:.()]{3,60})")
_OF = re.compile(r"\s+of\s+")
_PART_OF = re.compile(r"\b(?:in|out\s+of)\b", re.IGNORECASE)
# How a population goes on after its noun.
_GOES_ON = frozenset(
    "of in from with who aged polled surveyed asked questioned".split()
)
# What no population reaches over.
_LIMITS = frozenset("above below over under to by at for on and or but as than".split())
# "the Alternative for Norland", "the Greens and Reds"
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")
# A verb that a population is the subject of.
_VERBS = frozenset(
    """said say says saying believe believes believed think thinks thought want wants
    wanted support supports supported oppose opposes opposed back backs backed favour
    favours favoured favor favors favored agree agreed reject rejected see saw were are
    is was have has had will would should could can answered doubt doubted expect voted
    took deem prefer preferred approve disapprove fear feel felt can't cannot do did don't
    now still trust distrust""".split()
)
# Words that mean everybody who was asked, unless they are parted further.
_ASKED_ALL = frozenset(
    "respondents participants polled surveyed questioned asked interviewed".split()
)
#: Words for everybody in a place: the first share of a poll may be of all of them.
_EVERYBODY = frozenset(
    """adults people voters residents citizens inhabitants households electors locals
    members public respondents population""".split()
)
_PARTED = frozenset("among of in from with aged who".split())
_STOPS = re.compile(r"[,.](?!\d)|[;:()“”\"!?—–]")
_NOUNLIKE = frozenset("people adults women men those all gdp workers children".split())
# A population of more words than this is a sentence.
_MOST_WORDS = 8
#: How many standard errors hold 95 % of a normal distribution to both sides.
_Z_95 = 1.96


def clause_of(sentence: Sentence, offset: int) -> tuple[int, int]:
    """Return the stretch between semicolons that an offset stands in."""
    text = sentence.document.text
    start = text.rfind(";", sentence.span.start, offset) + 1
    end = text.find(";", offset, sentence.span.end)
    return max(start, sentence.span.start), end if end >= 0 else sentence.span.end


def of_all(sentence: Sentence, amount: Amount) -> tuple[str, int] | None:
    """Read what a share is "of", right behind it, and where those words end."""
    text = sentence.document.text
    _, end = clause_of(sentence, amount.start)
    after = _OF.match(text, amount.end, end)
    if after:
        return _noun_phrase(text, after.end(), end)
    if not _PART_OF.search(text, amount.start, amount.end):
        return None
    # "seven in ten Norlanders"
    found = _noun_phrase(text, amount.end, end)
    return found if found and _is_head(found[0].rsplit(maxsplit=1)[-1]) else None


def find_population(sentence: Sentence, amount: Amount, *, in_poll: bool) -> str | None:
    """Find whom a share is of."""
    text = sentence.document.text
    start, end = clause_of(sentence, amount.start)
    behind = of_all(sentence, amount)
    if behind or _OF.match(text, amount.end, end):
        return behind[0] if behind else None
    before = text[start : amount.start]
    patterns = (_IN_WHICH, _AMONG, _OF_ALL, *((_IN_PLACE,) if in_poll else ()))
    for pattern in patterns:
        matches = list(pattern.finditer(before.rstrip() + " "))
        if matches:
            return " ".join(matches[-1][1].split())
    tail = _TAIL.match(text, amount.end, end)
    return " ".join(tail[1].split()) if tail else None


def is_of_part(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether a share is that of a part of those asked."""
    start, end = clause_of(sentence, amount.start)
    return _AMONG.search(sentence.document.text[start:end]) is not None


def margin_of(amount: Amount, population: str | None, poll: Poll) -> float | None:
    """Give half the 95 % interval of a share, in percentage points.

    The margin that the text itself gives goes before the one that is worked out.

    Source: [cochran1977]; a simple random sample, so a lower bound for real polls.
    """
    value = amount.value
    sample = poll.sample_of(population)
    if poll.parts and sample == poll.sample:
        # Whether it is of all or of one part is not told.
        return None
    apart = sample != poll.sample
    if population is None and poll.whole is None:
        poll.whole = ""
    whole = population is None or apart or _is_whole(population, poll)
    if value is None or not 0 < value < 100 or not whole:
        return None
    if poll.margin is not None and not apart:
        return poll.margin
    if not sample:
        return None
    share = value / 100
    return round(100 * _Z_95 * sqrt(share * (1 - share) / sample), 1)


def _is_whole(population: str, poll: Poll) -> bool:
    """Tell whether a share is of all who were asked, not of some of them.

    A text begins with the share of all: if these are people of no special sort, they are
    those whom the poll asked.
    """
    words = population.lower().split()
    parted = _PARTED.intersection(words)
    plain = not parted and (population.istitle() or words[-1] in _EVERYBODY)
    placed = words[0] in _EVERYBODY and words[1:2] in (["in"], ["of"])
    if poll.whole is None and (plain or placed):
        poll.whole = population
    return (
        population == poll.whole
        or words == (poll.who or "").split()
        or (words[-1] in _ASKED_ALL and not parted)
    )


def _noun_phrase(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Take the people or things that stand first in some words, and where they end."""
    kept: list[str] = []
    stop = start
    for match in re.finditer(r"\S+", _STOPS.split(text[start:end], maxsplit=1)[0]):
        word = match.group()
        low = word.lower()
        if len(kept) == _MOST_WORDS or low in _VERBS:
            break
        if (
            low in _LIMITS
            and kept != ["those"]
            and not _NAME_GOES_ON.match(text, start + match.end(), end)
        ):
            break
        if kept and _is_head(kept[-1]) and low not in _GOES_ON:
            break
        if low.endswith("ing") and kept not in ([], ["those"]):
            break
        kept.append(word)
        stop = start + match.end()
    while kept and kept[-1].lower() in {"of", "in", "from", "with", "who"}:
        stop -= len(kept.pop()) + 1
    return (" ".join(kept), stop) if kept else None


def _is_head(word: str) -> bool:
    """Tell whether a word may be the noun that a population ends with."""
    low = word.lower()
    if low in _NOUNLIKE or low in {"polled", "surveyed", "questioned", "asked"}:
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "’s", "'s"))
    )
