"""Causes: sides that nouns give to whom they name: "a petition by residents against it".

What a court makes of a petition, or a minister of a demand, is read elsewhere; whose it is
stands beside the noun.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.position.acts import ActReading, acts
from accord.position.chains import BREAKS
from accord.position.deeds.agents import read_agents
from accord.position.deeds.predicates import DEED
from accord.position.deeds.subjects import Subject, find_whole
from accord.position.deeds.writing import write_fact
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set
from accord.position.stance import Words
from accord.position.statements import Holder

__all__ = ["find_causes"]

_ACTS = {1: "demand", -1: "reject"}
# What somebody brings to reach something.
_WISHES = stem_set(
    "petition motion application request bid amendment demand call appeal plea initiative "
    "campaign drive lawsuit suit push proposal attempt effort move pledge offer plan wish "
    "resolution claim referendum action threat complaint protest"
)
# Of these "of" tells the bringer as well: "a demand of bondholders that".
_OF_BRINGERS = stem_set(
    "demand request wish call appeal plea claim goal aim objection opposition resistance"
)
# What is always against something.
_OBJECTIONS = stem_set(
    "objection opposition resistance complaint protest criticism lawsuit appeal challenge"
)
_BROUGHT = stem_set(
    "bring file table lodge make submit launch put present start back lead sign mount"
)
_BY = stem_set("by from")
_SIGNS = {"for": 1, "to": 1, "that": 1, "against": -1}
_OBJECTING = stem_set("to against at over about")
_NONE = stem_set("no without any if possible")
_URGINGS = stem_set("request insistence urging instigation behest demand suggestion")
_OVER = stem_set("over despite against amid")
_DRAWING = stem_set("draw prompt spark provoke trigger earn win bring to")
_OUTCRIES = {
    **dict.fromkeys(stem_set("protest criticism anger outcry fury condemnation"), -1),
    **dict.fromkeys(stem_set("praise applause"), 1),
}
_CAMPS = {
    **dict.fromkeys(stem_set("supporter backer advocate champion proponent"), 1),
    **dict.fromkeys(stem_set("opponent critic adversary foe"), -1),
}
_BEING = stem_set("be remain")
_ARTICLES = stem_set("the a an its their his her more than some all")
_SAID_OF = stem_set("be have do will would can could may might")
_RELATIVES = stem_set("who which whose")
_VOTE, _COME = stem("vote"), stem("come")
_PAIR = 2
_QUALIFYING_TOKENS = 3
_CONTENT_TOKENS = 25
_NAME_TOKENS = 40


@dataclass(frozen=True, slots=True)
class _Cause:
    """A side that a noun tells.

    Attributes:
        who: Who take it.
        place: Tokens of the noun and what belongs to it.
        sign: With which it governs what it speaks of.
        content: Tokens of what it speaks of.
        deed: Whether the content tells what was done for them.
    """

    who: list[Subject]
    place: range
    sign: int
    content: range
    deed: bool = False


def find_causes(page: Page) -> Iterator[tuple[Holder, Words]]:
    """Find the sides that nouns tell, by place, within and without what is reported.

    Cost:
        Linear in the length of the text.
    """
    for cause in _read_all(page):
        act = acts()[DEED if cause.deed else _ACTS[cause.sign]]
        cue = None if cause.deed else (cause.place.start, cause.place.stop)
        reading = ActReading(
            act, cause.sign, act.weight, cue=cue, from_content=cause.deed
        )
        for one in cause.who:
            place, content = cause.place, cause.content
            found = write_fact(page, one, reading, place=place, content=content)
            if found is not None:
                yield found


def _read_all(page: Page) -> Iterator[_Cause]:
    """Read the nouns that may tell whose a side is."""
    stems = page.tokens.stems
    for at, word in enumerate(stems):
        if word in _WATCHED:
            found = (
                _brought(page, at)
                or _urged(page, at)
                or _overruled(page, at)
                or _drawn(page, at)
                or _numbered(page, at)
                or _is_theirs(page, at)
            )
            if found is not None and found.who and found.content:
                yield found


def _brought(page: Page, at: int) -> _Cause | None:
    """Read "a petition (brought) by residents against it"."""
    stems = page.tokens.stems
    if stems[at] not in _WISHES | _OBJECTIONS:
        return None
    by = at + 1 + (stems[at + 1 : at + 2] != () and stems[at + 1] in _BROUGHT)
    lead = stems[by : by + 1]
    of = lead == ("of",) and stems[at] in _OF_BRINGERS and by == at + 1
    if not (of or (lead and lead[0] in _BY)) or stems[at - 1] in _NONE:
        return None
    who, ended = _names(page, by + 1)
    objects = stems[at] in _OBJECTIONS
    prep = stems[ended : ended + 1]
    if not who or not prep:
        return None
    if objects and prep[0] in _OBJECTING:
        sign = -1
    elif stems[at] in _WISHES and prep[0] in _SIGNS:
        sign = _SIGNS[prep[0]]
    else:
        return None
    thing = prep[0] in ("for", "against") or objects
    content = (_thing if thing else _onward)(page, ended + 1)
    return _Cause(who, range(at, ended + 1), sign, content)


def _urged(page: Page, at: int) -> _Cause | None:
    """Read "it was struck out at the request of the Greens"."""
    stems = page.tokens.stems
    if stems[at] not in _URGINGS or stems[at + 1 : at + 2] != ("of",) or at < 2:
        return None
    if stems[at - 1] != "the" or stems[at - 2] != "at":
        return None
    who, ended = _names(page, at + 2)
    return _Cause(who, range(at - 2, ended), 1, _backward(page, at - 2), deed=True)


def _overruled(page: Page, at: int) -> _Cause | None:
    """Read "it was adopted over the objections of residents"."""
    stems = page.tokens.stems
    if stems[at] not in _OBJECTIONS:
        return None
    over = next(
        (n for n in range(at - 1, max(0, at - 6), -1) if stems[n] in _OVER), None
    )
    if over is None or SENTENCE_END in stems[over:at] or "," in stems[over:at]:
        return None
    if at - 1 in page.tokens.owners:
        noun = page.tokens, page.scene.covered, page.document.text
        owner = find_whole(*noun, range(over + 1, at))
        who, ended = [owner] if owner else [], at + 1
    elif stems[at + 1 : at + 2] in (("of",), ("from",), ("by",)):
        who, ended = _names(page, at + 2)
    else:
        return None
    return _Cause(who, range(over, ended), -1, _backward(page, over))


def _drawn(page: Page, at: int) -> _Cause | None:
    """Read "it was adopted, drawing protests from hauliers"."""
    stems = page.tokens.stems
    if stems[at] not in _OUTCRIES or stems[at + 1 : at + 2] != ("from",):
        return None
    low = max(1, at - _QUALIFYING_TOKENS)
    draws = next((n for n in range(at - 1, low, -1) if stems[n] in _DRAWING), None)
    if draws is None or stems[draws - 1] != ",":
        return None
    sign = _OUTCRIES[stems[at]]
    who, ended = _names(page, at + 2)
    return _Cause(who, range(draws, ended), sign, _backward(page, draws - 1))


def _numbered(page: Page, at: int) -> _Cause | None:
    """Read "the four votes against it came from the Greens"."""
    stems = page.tokens.stems
    if stems[at] != _VOTE or stems[at + 1 : at + 2] not in (("against",), ("for",)):
        return None
    begin = at + 2
    high = min(len(stems), begin + _CONTENT_TOKENS)
    come = next(
        (n for n in range(begin, high - 1) if stems[n : n + 2] == (_COME, "from")),
        None,
    )
    if come is None or SENTENCE_END in stems[begin:come]:
        return None
    sign = 1 if stems[at + 1] == "for" else -1
    who, _ = _names(page, come + 2)
    return _Cause(who, range(at, begin), sign, range(begin, come))


def _is_theirs(page: Page, at: int) -> _Cause | None:
    """Read "its strongest opponent is Arle" and "the toll is an old demand of Arle"."""
    stems = page.tokens.stems
    if stems[at] in _CAMPS and stems[at + 1 : at + 2] == ("of",):
        content = _onward(page, at + 2)
        being = next((n for n in content if stems[n] in _BEING), None)
        if being is None:
            return None
        who, ended = _names(page, being + 1)
        if not _ends_clause(page, ended):
            return None
        sign = _CAMPS[stems[at]]
        return _Cause(who, range(at, at + _PAIR), sign, range(at + _PAIR, being))
    if stems[at] not in _OF_BRINGERS or stems[at + 1 : at + 2] != ("of",):
        return None
    low = max(1, at - _QUALIFYING_TOKENS - 1)
    being = next((n for n in range(at - 1, low - 1, -1) if stems[n] in _BEING), None)
    who, ended = _names(page, at + 2)
    if being is None or not _ends_clause(page, ended) or not who:
        return None
    return _Cause(who, range(being, ended), 1, _backward(page, being))


def _ends_clause(page: Page, at: int) -> bool:
    """Tell whether a clause is over, so that nothing more is said of a name."""
    stems = page.tokens.stems
    return at >= len(stems) or stems[at] in BREAKS or stems[at] in (",", "and", ".")


def _names(page: Page, begin: int) -> tuple[list[Subject], int]:
    """Read the names from a token on, past what only counts them."""
    stems = page.tokens.stems
    stop = min(len(stems), begin + _NAME_TOKENS)
    at = begin
    while at < stop and (
        stems[at] in _ARTICLES or stems[at].replace(",", "").isdigit()
    ):
        at += 1
    return read_agents(page, at, stop)


def _onward(page: Page, begin: int) -> range:
    """Find what is spoken of from a token on, up to the clause's end."""
    stems = page.tokens.stems
    high = min(len(stems), begin + _CONTENT_TOKENS)
    ends = (at for at in range(begin, high) if stems[at] in BREAKS or stems[at] == ",")
    return range(begin, next(ends, high))


def _thing(page: Page, begin: int) -> range:
    """Find what a petition is for or against: up to the verb that tells of the petition."""
    tokens = page.tokens
    content = _onward(page, begin)
    for at in content[_PAIR:]:
        past = at in tokens.inflected and page.document.text.endswith(
            "ed", 0, tokens.ends[at]
        )
        told = past and tokens.stems[at - 1] not in _ARTICLES
        if told or at in tokens.bent or tokens.stems[at] in _SAID_OF:
            return range(begin, at)
    return content


def _backward(page: Page, stop: int) -> range:
    """Find the clause that ends before a token."""
    stems, at = page.tokens.stems, stop
    low = max(0, stop - _CONTENT_TOKENS)
    while at > low and stems[at - 1] not in BREAKS:
        at -= 1
    # "Clause 9, which would have let it through, was struck out": two things are told.
    parted = not _RELATIVES.isdisjoint(stems[at:stop])
    return range(0) if parted else range(at, stop)


_WATCHED = (
    _WISHES
    | _OBJECTIONS
    | _URGINGS
    | _OF_BRINGERS
    | frozenset(_OUTCRIES)
    | frozenset(_CAMPS)
    | {_VOTE}
)
