"""Pairs: two whom a source does not name side by side: "both", "Arle and its rival Corva"."""

import re
from collections.abc import Sequence

from accord.model import Extract
from accord.position.deeds.members import read_names
from accord.position.deeds.subjects import Subject
from accord.position.page import Page

__all__ = ["find_pair", "named_at"]

#: Actor and name of each of two.
Names = list[tuple[str | None, str]]

_TWO = re.compile(
    r"(?:both(?: the)?|the two)(?: [a-z-]+)?"
    r"(?: (?:sides|delegations|part(?:ies|ners)|men|women|countries|nations|states|cities|towns"
    r"|governments|capitals|companies|firms|rivals|neighbours|allies|unions|groups|clubs|teams"
    r"|[a-z]*ministers|leaders|presidents|negotiators|ministries|councils|chains|sisters"
    r"|brothers|mayors|candidates|lawmakers|blocs|factions|federations|authorities))?"
    # "The delegations" of two that the text began with.
    r"|the (?:sides|delegations)",
    re.IGNORECASE,
)
_PLAINLY_TWO = frozenset(("both", "the two"))
# "Norsteel and its rival Bavar": the second is named behind what it is to the first.
_KIN = re.compile(
    r"((?:[Tt]he )?\w.*?),? and (?:its|their|his|her) (?:[a-z-]+ )+?(?:in [A-Z]\w+ ?)?"
    r"(?:, )?((?:the )?[A-Z].*?),?"
)
_PARTS = (1, 2)
_REACH_TOKENS = 40
_OPENING_TOKENS = 120
_NAME_TOKENS = 6
_OF = frozenset(("of", "from"))


def find_pair(page: Page, source: Extract, place: range) -> Names | None:
    """Give both whom a source means; None if it is no such source.

    Args:
        page: The document.
        source: The source.
        place: Its tokens.

    Returns:
        Nobody for "both" where no two are named together before it.
    """
    if _TWO.fullmatch(" ".join(source.text.split())):
        pair = _pair_before(page, place.start) or _pair_of_opening(page, place.start)
        if not pair and source.text.lower() not in _PLAINLY_TWO:
            return None
        return [(one.mention.actor if one.mention else None, one.name) for one in pair]
    found = _KIN.fullmatch(source.text) if " and " in source.text else None
    if found is None:
        return None
    return [named_at(page, source.start + found.start(n), found[n]) for n in _PARTS]


def named_at(page: Page, start: int, text: str) -> tuple[str | None, str]:
    """Give the actor and the name of words at an offset."""
    place = page.tokens.range(start, start + len(text))
    mentions = (page.scene.covered.get(at) for at in place)
    mention = next((m for m in mentions if m is not None), None)
    name = " ".join(text.split()).removeprefix("The ").removeprefix("the ")
    return mention.actor if mention else None, name


def _pair_before(page: Page, start: int) -> Sequence[Subject]:
    """Find the last two who are named together before a token."""
    reach = range(start - 1, max(start - _REACH_TOKENS, 0), -1)
    return next(filter(None, (_pair_at(page, at) for at in reach)), [])


def _pair_of_opening(page: Page, start: int) -> Sequence[Subject]:
    """Find the two whom a text opens with, if it goes on to speak of each of them."""
    for at in range(1, min(start, _OPENING_TOKENS)):
        pair = _pair_at(page, at)
        if pair and all(_comes_again(page, one, start) for one in pair):
            return pair
    return []


def _comes_again(page: Page, who: Subject, start: int) -> bool:
    """Tell whether a name stands again between its place and a later one."""
    stems = page.tokens.stems
    return stems[who.last - 1] in stems[who.last : start]


def _pair_at(page: Page, at: int) -> Sequence[Subject]:
    """Read the two who are named around "and" at a token."""
    tokens = page.tokens
    if tokens.stems[at] != "and":
        return []
    for begin in range(max(at - _NAME_TOKENS, 0), at):
        if begin not in tokens.capitals and begin not in page.scene.covered:
            continue
        if begin in tokens.inflected and tokens.stems[begin + 1] in _OF:
            # "Envoys of Arle and Corva": the two are behind them.
            continue
        pair = read_names(page, begin)
        if len(pair) == len(_PARTS) and pair[0].last == at:
            return pair
    return []
