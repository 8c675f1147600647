"""Ballots: votes told without the verb: "the Greens against", "among the nay votes were".

A report of a vote says once what was voted on and then only counts up who was on which side.
"""

from collections.abc import Iterator, Sequence

from accord.position.implied.leanings import Leaning
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = ["CAMPS", "COUNTS", "find_ballots"]

#: The group of those whom a text parts into camps: "with Arle for it and Corva against".
CAMPS = "camps"

_VOTE = stem("vote")
_CAST = frozenset((_VOTE, stem("favour")))
_STOPS = frozenset((SENTENCE_END, ",", ";", ")"))
_OBJECTS = stem_set("it them")
_MANNERS = stem_set("en bloc masse as one a to man member together again unanimously")
_SIDES = {"against": -1, "no": -1, stem("opposed"): -1, stem("favour"): 1, "yes": 1}
#: What counts heads.
COUNTS = stem_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty some several others many most few rest"
)
_BEFORE_SIDE = stem_set("the those who vote voting in member state club party to it be")
_CAMPS = {
    **dict.fromkeys(stem_set("opponent critic"), -1),
    **dict.fromkeys(stem_set("supporter advocate backer champion"), 1),
}
_BEING = stem_set("be")
_TOLD = "ellipsis"
_PARTING = {"for": 1, "against": -1}
_PARTED_TOKENS = 18
_OBJECT_TOKENS = 4
_COMPANY_TOKENS = 6
_CAMP_TOKENS = 4


def find_ballots(page: Page) -> Iterator[Leaning]:
    """Find such votes by place.

    Cost:
        Linear in the length of the text.
    """
    stems = page.tokens.stems
    for at, word in enumerate(stems):
        if word == "among":
            yield from _company(stems, at)
            yield from _camp(stems, at)
        elif word == "against" and _is_stop(stems, at + 1) and _has_vote(page, at):
            if stems[at - 1] in COUNTS or stems[at - 1].isdigit():
                # "Eleven of them voted for it, five against."
                continue
            yield Leaning(at, at + 1, -1, "motion", _TOLD)
        elif word == "for" and _is_stop(stems, at + 1) and _voted(page, at - 1):
            yield Leaning(at - 1, at + 1, 1, "motion", _TOLD)
        elif word == "with":
            yield from _camps_beside(page, at)
        elif word == "join" and _is_past(page, at) and _has_vote(page, at):
            yield Leaning(at, at + 2, 1, "answer", _TOLD)


def _voted(page: Page, at: int) -> bool:
    """Tell "members voted for, the rest against", where nothing follows."""
    return page.tokens.stems[at] == _VOTE and at in page.tokens.inflected


def _camps_beside(page: Page, at: int) -> Iterator[Leaning]:
    """Find ", with Arle for the plan and Corva firmly against", which parts those named."""
    stems = page.tokens.stems
    if at and stems[at - 1] not in (",", SENTENCE_END, "—", "–"):
        return
    parted = False
    for place in range(at + 2, min(len(stems), at + _PARTED_TOKENS)):
        word = stems[place]
        if word in _STOPS - {","}:
            return
        ends = _is_stop(stems, place + 1)
        if word in _PARTING and (_points(page, place + 1) or (parted and ends)):
            parted = True
            yield Leaning(place, place + 1, _PARTING[word], "bare", CAMPS)


def _points(page: Page, at: int) -> bool:
    """Tell "for the plan" and "against the levy" from "for eight years"."""
    stems = page.tokens.stems[at : at + _OBJECT_TOKENS]
    named = page.scene.targets_in(at, at + _OBJECT_TOKENS)
    return bool(named) or not _OBJECTS.isdisjoint(stems[:1])


def _company(stems: Sequence[str], at: int) -> Iterator[Leaning]:
    """Find "among the seven against were", behind which the names stand."""
    for place in range(at + 1, min(len(stems) - 1, at + 1 + _COMPANY_TOKENS)):
        sign = _SIDES.get(stems[place])
        if sign is not None:
            end = next(
                p for p in range(place + 1, len(stems) + 1) if not _goes_on(stems, p)
            )
            if stems[end : end + 1] == ("be",):
                yield Leaning(at, end + 1, sign, "motion", _TOLD, voiced=True)
            return
        if stems[place] not in _BEFORE_SIDE and not stems[place].isalnum():
            return


def _camp(stems: Sequence[str], at: int) -> Iterator[Leaning]:
    """Find "among the opponents of it are", behind which the names stand."""
    for noun in range(at + 1, min(len(stems) - 1, at + 1 + _CAMP_TOKENS)):
        sign = _CAMPS.get(stems[noun])
        if sign is None or stems[noun + 1] != "of":
            continue
        reach = range(noun + 2, min(len(stems), noun + _COMPANY_TOKENS))
        end = next((p for p in reach if stems[p] in _BEING), None)
        if end is not None:
            yield Leaning(at, end + 1, sign, "thing", _TOLD, voiced=True)
        return


def _goes_on(stems: Sequence[str], at: int) -> bool:
    """Tell "against it" from the end of what somebody is against."""
    return at < len(stems) and stems[at] in _OBJECTS


def _is_stop(stems: Sequence[str], at: int) -> bool:
    """Tell where a clause ends, or ends with "it"."""
    at += int(_goes_on(stems, at))
    return at >= len(stems) or stems[at] in _STOPS


def _is_past(page: Page, at: int) -> bool:
    """Tell "joined them." from "wants to join them."."""
    stems = page.tokens.stems
    return (
        at in page.tokens.inflected
        and _goes_on(stems, at + 1)
        and _is_stop(stems, at + 1)
    )


def _has_vote(page: Page, at: int) -> bool:
    """Tell whether the sentence told of a vote before; that one has its own words."""
    sentence = page.sentence(range(at, at + 1))
    stems = page.tokens.stems
    if _CAST.isdisjoint(stems[sentence.start : at]):
        return False
    # "Voted en bloc against" is one vote.
    verb = at - 1
    while verb > sentence.start and _is_manner(stems[verb]):
        verb -= 1
    return stems[verb] != _VOTE


def _is_manner(word: str) -> bool:
    """Tell how somebody votes: "unanimously", "as one"."""
    return word in _MANNERS or word.endswith("ly")
