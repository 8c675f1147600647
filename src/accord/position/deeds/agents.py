"""Agents: the names behind "by", "from" and "of", one or several."""

from accord.position.chains import BREAKS
from accord.position.deeds.subjects import Subject, find_named
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["read_agents"]

# "By the Greens", "and by some 300 residents".
_LEADS = stem_set("by from of both the a an its their his her more than some all")
_ENDS = frozenset((SENTENCE_END, ".", ";", ":", "(", ")", "—", "–", ",")) | stem_set(
    "to for against that which who be have on in over after before while"
)
_CLAUSES = BREAKS | stem_set("as when with since if unless so not")
_PART_TOKENS = 9
_MOST = 6


def read_agents(page: Page, begin: int, stop: int) -> tuple[list[Subject], int]:
    """Read the names that begin at a token: "by the Greens, the Left and by two rebels".

    Args:
        page: The document.
        begin: Where the first begins.
        stop: One past the last token to look at.

    Returns:
        The names, and one past the last of them; no names where the first is none.
    """
    stems = page.tokens.stems
    found: list[Subject] = []
    at, ended = begin, begin
    while at < stop and len(found) < _MOST:
        while at < stop and (stems[at] in _LEADS or stems[at][:1].isdigit()):
            at += 1
        last = _end_of_part(page, at, stop)
        noun = page.tokens, page.scene.covered, page.document.text
        who = find_named(*noun, at, last) if last > at else None
        if who is None:
            break
        found.append(who)
        ended = who.last
        if last >= stop or who.last != last or not _goes_on(page, last, stop):
            break
        at = last + 1 + (stems[last : last + 2] == (",", "and"))
    return found, ended


def _end_of_part(page: Page, begin: int, stop: int) -> int:
    """Find where one name ends; "and" within a known actor's name does not end it."""
    stems, covered = page.tokens.stems, page.scene.covered
    for at in range(begin, min(stop, begin + _PART_TOKENS)):
        one = covered.get(at - 1) if at > begin else None
        inside = one is not None and covered.get(at + 1) is one
        if not inside and (stems[at] in _ENDS or stems[at] == "and"):
            return at
    return min(stop, begin + _PART_TOKENS)


def _goes_on(page: Page, at: int, stop: int) -> bool:
    """Tell whether another name follows a comma or "and": a comma needs one more joint."""
    stems = page.tokens.stems
    if stems[at] == "and":
        return True
    if stems[at] != "," or stems[at + 1 : at + 2] == () or stems[at + 1] in _CLAUSES:
        return False
    if stems[at + 1 : at + 2] == ("and",):
        return True
    last = _end_of_part(page, at + 1, stop)
    return last < stop and stems[last] in (",", "and") and last > at + 1
