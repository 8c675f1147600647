"""Ballots: votes told without the verb: "the Greens against", "among the nay votes were".

A report of a vote says once what was voted on and then only counts up who was on which side.
"""

from collections.abc import Iterator, Sequence

from accord.position.implied.leanings import Leaning
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = ["find_ballots"]

_VOTE = stem("vote")
_CAST = frozenset((_VOTE, stem("favour")))
_STOPS = frozenset((SENTENCE_END, ",", ";", ")"))
_OBJECTS = stem_set("it them")
_SIDES = {"against": -1, "no": -1, stem("opposed"): -1, stem("favour"): 1, "yes": 1}
_BEFORE_SIDE = stem_set("the those who vote voting in member state club party to it be")
_CAMPS = {
    **dict.fromkeys(stem_set("opponent critic"), -1),
    **dict.fromkeys(stem_set("supporter advocate backer champion"), 1),
}
_BEING = stem_set("be")
_TOLD = "ellipsis"
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
            yield Leaning(at, at + 1, -1, "motion", _TOLD)
        elif word == "join" and _is_past(page, at) and _has_vote(page, at):
            yield Leaning(at, at + 2, 1, "answer", _TOLD)


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
    before = page.tokens.stems[sentence.start : at]
    return not _CAST.isdisjoint(before) and before[-1:] != (_VOTE,)
