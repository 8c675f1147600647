"""Strings: what makes half a yes of a yes without any "if": "approved it, with strings attached"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from accord.position.conditions.words import Reading, Words
from accord.position.issues import Scene, Target
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["with_strings"]

_TIES = stem_set("tie link bind peg")
_QUALIFIED = stem_set("conditional qualified partial provisional")
_YES = stem_set(
    "yes support backing approval agreement consent endorsement nod assent blessing"
)
_WITH = stem_set("with attach")
_STRINGS = stem_set("strings caveats provisos conditions")
_PRINCIPLE = ("in", "principle")
_BUTS = frozenset(("but", "though", "although"))
_WANTS = stem_set("want demand insist call urge ask need must should object")
_LEAD_TOKENS = 4
_AHEAD_TOKENS = 12
_NEAR_TOKENS = 3


def with_strings(
    scene: Scene, words: Words, target: Target, reading: Reading
) -> Reading:
    """Make a yes conditional that words around its place put strings to.

    Args:
        scene: The document.
        words: Who says what.
        target: The place.
        reading: The side that the words take.
    """
    if reading.sign <= 0 or reading.conditional:
        return reading
    stems = scene.tokens.stems
    first = words.content.start
    if words.act.cue is not None:
        first = min(first, words.act.cue[0])
    begin = max(0, first - _LEAD_TOKENS, target.first - _AHEAD_TOKENS)
    lead = stems[begin : target.first]
    after = stems[target.last : target.last + _AHEAD_TOKENS]
    if SENTENCE_END in after:
        after = after[: after.index(SENTENCE_END)]
    tied = "to" in after and not (_TIES.isdisjoint(lead) or _YES.isdisjoint(lead))
    if tied or _is_qualified(lead) or _is_qualified(after) or _has_strings(after):
        return replace(reading, conditional=True)
    return reading


def _is_qualified(words: Sequence[str]) -> bool:
    """Tell "gave a qualified yes to it", "gave it their conditional backing"."""
    return any(one in _QUALIFIED and other in _YES for one, other in pairwise(words))


def _has_strings(after: Sequence[str]) -> bool:
    """Tell "with strings attached", "in principle but want it changed"."""
    for at, word in enumerate(after):
        if word in _STRINGS:
            near = after[max(0, at - _NEAR_TOKENS) : at + 2]
            return not _WITH.isdisjoint(near) and "no" not in near
        if word in _BUTS and _PRINCIPLE in pairwise(after[:at]):
            return not _WANTS.isdisjoint(after[at : at + 2 * _NEAR_TOKENS])
    return False
