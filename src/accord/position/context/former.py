"""Former sides: what somebody thought of a thing before they changed their mind.

"She had long thought a toll unfair and had changed her mind": she is for it now. "He had been
sceptical of the toll but now had nothing against it": only the second half counts.
"""

from collections.abc import Sequence
from itertools import pairwise

from accord.position.conditions.words import Words
from accord.position.issues import Scene, Target
from accord.position.phrases import SENTENCE_END, Tokens, stem, stem_set

__all__ = ["is_over", "turn_since"]

_HAVE, _BE, _USED, _CHANGE = stem("have"), stem("be"), stem("used"), stem("change")
_HAS_NONE = stem_set("no nothing not to never a any")
_ONCE = stem_set("once initially originally previously formerly long earlier")
_FIRST, _NOW = ("at", "first"), "now"
_MINDS = stem_set("mind view opinion position stance tune course line")
_OWN = stem_set("his her their its my our your")
_DENIES = stem_set("not never no nothing without refuse nobody")
_COMES = (
    ("come", "round"),
    ("come", "around"),
    ("think", "again"),
    ("think", "better"),
    ("be", "convert"),
    ("see", "light"),
    ("do", "u-turn"),
)
_CAME = frozenset(tuple(stem(word) for word in pair) for pair in _COMES)
_WON = stem_set("convince persuade satisfy reassure convert")
_QUALMS = stem_set(
    "objection reservation doubt qualm misgiving concern worry scruple problem fear"
)
_NO_MORE = stem_set("no more further longer any allay dispel dissolve vanish go")
_SO = stem_set("so think believe do see hold feel oppose object reject mind consider")
_TURNS = stem_set("but now since today meanwhile")
_WERE_IT = (_BE, "it", "not")
_HAD_IT = ((_HAVE, "it", _BE), (_HAVE, "it", "not"))
_OUTCOMES = stem_set("outcome result vote verdict ruling decision defeat")
_STILL = stem_set("nevertheless nonetheless regardless anyway undeterred")
_UNTIL = stem_set("last this recently now recent yesterday earlier")
_BACK_TOKENS = 8
_AHEAD_TOKENS = 30
_NEAR_TOKENS = 4


def turn_since(scene: Scene, words: Words, target: Target, sign: int) -> int:
    """Tell what has become of a side that was once taken at a place.

    Args:
        scene: The document.
        words: Who says what.
        target: The place.
        sign: The side that the words there take.

    Returns:
        1 if it still holds, 0 if other words of the sentence tell of another since, -1 if
        the sentence says that its holder turned.
    """
    tokens, act = scene.tokens, words.act
    if act.cue is not None and not act.from_content and act.cue[0] >= target.last:
        # "Arle, which had long opposed the toll, now supports it": the later act counts.
        return 1
    if _is_conceded(tokens, target):
        return 0
    unreal = tokens.stems[target.last : target.last + len(_WERE_IT)]
    if unreal == _WERE_IT or unreal in _HAD_IT:
        # "Would back it were it not for the cost", "had it been lower".
        return -1 if unreal == _WERE_IT and sign > 0 else 0
    begin = max(target.first - _BACK_TOKENS, words.content.start - _NEAR_TOKENS)
    if not sign or not _is_past(tokens, range(begin, target.first), target.last):
        return 1
    ahead = _ahead(tokens, target.last)
    after = tokens.stems[ahead.start : ahead.stop]
    if _changes_mind(after) or (sign < 0 and _is_eased(after)):
        return -1
    until = after[:1] == ("until",) and not _UNTIL.isdisjoint(after[1:3])
    again = any(
        other.issue == target.issue
        for other in scene.targets_in(target.last, ahead.stop)
    )
    return 0 if until or (again and not _TURNS.isdisjoint(after)) else 1


def _is_conceded(tokens: Tokens, target: Target) -> bool:
    """Tell "regretted the outcome and would nevertheless submit it": what counts is the rest."""
    stems = tokens.stems
    if stems[target.last - 1] not in _OUTCOMES:
        return False
    ahead = _ahead(tokens, target.last)
    return not _STILL.isdisjoint(stems[ahead.start : ahead.stop])


def is_over(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "had been sceptical, but now had nothing against it" of the words at a place."""
    if not _is_past(tokens, range(first - _NEAR_TOKENS, first), last):
        return False
    ahead = _ahead(tokens, last)
    after = tokens.stems[ahead.start : ahead.stop]
    return _changes_mind(after) or _NOW in after


def _is_past(tokens: Tokens, before: range, last: int) -> bool:
    """Tell "had long thought", "used to be against", "was at first in favour of"."""
    stems = tokens.stems
    for at in range(before.stop - 1, max(0, before.start) - 1, -1):
        if stems[at] in (SENTENCE_END, "but", _NOW):
            return False
        following = stems[at + 1 : at + 1 + _NEAR_TOKENS]
        had = at in tokens.bent and at not in tokens.inflected
        if stems[at] == _HAVE and had and following[0] not in _HAS_NONE:
            return True
        if stems[at] == _USED and following[0] == "to":
            return True
        if at in tokens.bent and not _ONCE.isdisjoint(following[:2]):
            return True
    return _FIRST in pairwise(stems[last : last + _NEAR_TOKENS])


def _ahead(tokens: Tokens, last: int) -> range:
    """Give the rest of the sentence behind a place."""
    stop = min(len(tokens.stems), last + _AHEAD_TOKENS)
    for at in range(last, stop):
        if tokens.stems[at] == SENTENCE_END:
            return range(last, at)
    return range(last, stop)


def _changes_mind(after: Sequence[str]) -> bool:
    """Tell "had since changed her mind" from "had not changed her mind"."""
    for at, word in enumerate(after):
        changes = word == _CHANGE and after[at + 1 : at + 2] != ()
        changes = (
            changes
            and after[at + 1] in _OWN
            and not _MINDS.isdisjoint(after[at + 2 : at + 3])
        )
        came = tuple(after[at : at + 2]) in _CAME
        over = word == "longer" and not _SO.isdisjoint(after[at + 1 : at + 2])
        if changes or came:
            return _DENIES.isdisjoint(after[max(0, at - _NEAR_TOKENS) : at])
        if over:
            return True
    return False


def _is_eased(after: Sequence[str]) -> bool:
    """Tell "had no more objections", "was now convinced", "her doubts were gone"."""
    for at, word in enumerate(after):
        around = after[max(0, at - _NEAR_TOKENS) : at + _NEAR_TOKENS]
        if word in _QUALMS and not _NO_MORE.isdisjoint(around):
            return True
        if word in _WON and _NOW in around:
            return True
    return False
