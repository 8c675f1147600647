"""Purposes: what a suit or a protest is for: "went to court to force a referendum".

Where no purpose is told, whoever sues fights what was done. Where one is, the purpose
alone says which side they take, and on what.
"""

from accord.position.issues import Target
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["find_purpose"]

_TO = "to"
_AT = "at"
_SEEKS = stem_set("seek demand request")
_AIMS = stem_set("aim direct intend")
# What follows "to" and is no purpose: "take it to court", "object to the tram line".
_NO_VERBS = stem_set(
    "the a an court its their his her this that these those it them him any all such"
)
_BEFORE_TO = stem_set(
    "lawsuit suit complaint appeal objection action court case review petition challenge "
    "protest street barricade signature order bid effort attempt move aim hope seek try want "
    "intend injunction proceeding tribunal judge sue veto job campaign"
)
_MARKER_TOKENS = 12
_OBJECT_TOKENS = 9
_HAVE = stem_set("have get see")
_RESULT_TOKENS = 5
_STOPS = frozenset((SENTENCE_END, ";"))


def find_purpose(page: Page, after: int) -> tuple[Target, bool] | None:
    """Find the issue that a deed is told to be done for.

    Args:
        page: The document.
        after: Token behind the deed.

    Returns:
        The place that names it, and whether it is to be undone further on: "to have the
        plan finally struck down"; None if no purpose is told, or it is no issue.
    """
    stems = page.tokens.stems
    stop = min(len(stems) - 1, after + _MARKER_TOKENS)
    for at in range(after, stop):
        if stems[at] in _STOPS:
            return None
        if _opens(page, at):
            return _aim(page, at + 1)
    return None


def _opens(page: Page, at: int) -> bool:
    """Tell "to stop", "seeking" and "aimed at" where a purpose begins."""
    stems = page.tokens.stems
    if stems[at] == _TO:
        return stems[at - 1] in _BEFORE_TO and stems[at + 1] not in _NO_VERBS
    if stems[at] == _AT:
        return stems[at - 1] in _AIMS
    return stems[at] in _SEEKS and at in page.tokens.gerunds and stems[at + 1] != _TO


def _aim(page: Page, begin: int) -> tuple[Target, bool] | None:
    """Give the first issue that a purpose names."""
    stems, scene = page.tokens.stems, page.scene
    # The verb itself is no issue: "to force a referendum", where a force is asked about.
    named = [
        target
        for target in scene.targets_in(begin, begin + _OBJECT_TOKENS)
        if target.deed or target.first > begin or stems[begin - 1] != _TO
    ]
    if not named or not _STOPS.isdisjoint(stems[begin : named[0].first]):
        return None
    target = named[0]
    undone = stems[begin] in _HAVE and any(
        op.kind in ("against", "hold_against") and op.sign < 0
        for op in scene.operators_in(target.last + 1, target.last + _RESULT_TOKENS)
    )
    return target, undone
