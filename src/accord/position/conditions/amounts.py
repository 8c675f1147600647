"""Amounts: how much of a thing somebody takes: "a levy of five per cent, but not of ten".

Whoever takes less than the question asks for answers it with no; where the question names no
amount, they take the thing within bounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.position.conditions.words import Reading, Words
from accord.position.issues import Scene, Target
from accord.position.meaning.figures import Figure, is_less, read_figure
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["within_bounds"]

_LEADS = stem_set(
    "of for at by up to over lasting around about some only just limited the in its"
)
_TAKES = stem_set(
    "accept agree tolerate live go could would ready prepared willing open settle concede "
    "swallow stomach consider envisage imagine allow permit"
)
_NOT = stem_set("not instead")
_MORE = stem_set(
    "more longer further beyond higher permanently forever indefinitely over"
)
_MOST = stem_set("most maximum tops ceiling")
_SHORT = stem_set("short below under")
_LEAD_TOKENS = 4
_BACK_TOKENS = 6
_AHEAD_TOKENS = 16
_NEAR_TOKENS = 4


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What is taken of a thing, and what is not.

    Attributes:
        taken: How much is taken.
        refused: How much is said to be too much; None if it is not told.
    """

    taken: Figure
    refused: Figure | None


def within_bounds(
    scene: Scene, words: Words, target: Target, reading: Reading
) -> Reading:
    """Mend the side of who takes a part of what is asked, or takes it up to a bound.

    Args:
        scene: The document.
        words: Who says what.
        target: The place.
        reading: The side that the words take but for the amount.
    """
    if reading.sign <= 0 or target.pole:
        return reading
    bounds = _find_bounds(scene.tokens, target)
    if bounds is None:
        return reading
    asked = scene.standing.amounts.get(target.issue, ())
    taken, refused = bounds.taken.size, bounds.refused
    alike = [figure for figure in asked if figure.size[0] == taken[0]]
    if any(one.size == taken for one in alike):
        return reading
    if any(is_less(bounds.taken, one) or one == refused for one in alike):
        return replace(reading, sign=-1, conditional=False)
    begin = max(0, words.content.start - _BACK_TOKENS, target.first - 2 * _BACK_TOKENS)
    lead = scene.tokens.stems[begin : target.first]
    takes = not alike and not _TAKES.isdisjoint(lead)
    return replace(reading, conditional=True) if takes else reading


def _find_bounds(tokens: Tokens, target: Target) -> _Bounds | None:
    """Find "of five per cent but not of ten", "for two years at most" behind a place."""
    stems, at = tokens.stems, target.last
    while (
        at < target.last + _LEAD_TOKENS and stems[at : at + 1] and stems[at] in _LEADS
    ):
        at += 1
    taken = read_figure(stems, at)
    if taken is None:
        return None
    stop = min(len(stems), at + _AHEAD_TOKENS)
    for after in range(at + 1, stop):
        word, following = stems[after], stems[after + 1 : after + 1 + _NEAR_TOKENS]
        if word == SENTENCE_END:
            return None
        if word in _MOST and stems[after - 1] in ("at", "the"):
            return _Bounds(taken, None)
        parted = stems[after - 1] in ("but", ",", "and")
        if parted and word in ("not", "no") and following[:1] and following[0] in _MORE:
            return _Bounds(taken, None)
        if (parted and word in _NOT) or word in _SHORT:
            refused = _next_figure(stems, after + 1, taken)
            if refused is not None:
                return _Bounds(taken, refused)
    return None


def _next_figure(stems: Sequence[str], begin: int, like: Figure) -> Figure | None:
    """Find the figure near a place; where it has no unit it is of the same."""
    for at in range(begin, min(len(stems), begin + _NEAR_TOKENS)):
        found = read_figure(stems, at)
        if found is not None:
            return found if found.unit else replace(like, value=found.value)
    return None
