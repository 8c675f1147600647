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

_BOTH = frozenset(
    ("both", "the two", "both men", "both women", "both countries", "both parties")
)
# "Norsteel and its rival Bavar": the second is named behind what it is to the first.
_KIN = re.compile(
    r"((?:[Tt]he )?\w.*?),? and (?:its|their|his|her) (?:[a-z-]+ )+?(?:in [A-Z]\w+ ?)?"
    r"(?:, )?((?:the )?[A-Z].*?),?"
)
_PARTS = (1, 2)
_REACH_TOKENS = 40
_NAME_TOKENS = 6


def find_pair(page: Page, source: Extract, place: range) -> Names | None:
    """Give both whom a source means; None if it is no such source.

    Args:
        page: The document.
        source: The source.
        place: Its tokens.

    Returns:
        Nobody for "both" where no two are named together before it.
    """
    if source.text.lower() in _BOTH:
        pair = _pair_before(page, place.start)
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
    tokens = page.tokens
    for at in range(start - 1, max(start - _REACH_TOKENS, 0), -1):
        if tokens.stems[at] != "and":
            continue
        for begin in range(max(at - _NAME_TOKENS, 0), at):
            if begin not in tokens.capitals and begin not in page.scene.covered:
                continue
            pair = read_names(page, begin)
            if len(pair) == len(_PARTS) and pair[0].last == at:
                return pair
    return []
