"""Undone: what is told of a thing behind it and turns the feeling that stands before it.

"Regretted that the levy had found no majority" is for the levy; "wants the stadium built
elsewhere" against building it here.
"""

from accord.position.conditions.words import Words
from accord.position.issues import Scene, Target
from accord.position.phrases import SENTENCE_END, Tokens, stem, stem_set

__all__ = ["is_turned_behind"]

_FEELINGS = stem_set(
    "regret lament deplore bemoan disappointed disappointment sorry sad saddened dismayed unhappy "
    "glad pleased happy relieved delighted welcome relief satisfied satisfaction cheer"
)
_FAILS = stem_set("fail founder collapse flop stall lapse")
_FALLS = frozenset(
    (
        *((a, b) for a in stem_set("fall") for b in ("through", "short")),
        *((a, b) for a in stem_set("come") for b in stem_set("nothing naught")),
    )
)
_FINDS = stem_set(
    "find win get gain have secure receive attract muster reach command obtain"
)
_MAJORITY = stem_set("majority support backing votes approval")
_NO = frozenset(("no", "not", "never", "without"))
_ELSEWHERE, _SOMEWHERE, _ELSE = map(stem, ("elsewhere", "somewhere", "else"))
_OTHER = stem_set("another different other")
_PLACES = stem_set(
    "site place location spot ground field plot area part district city town"
)
_BUILDS = stem_set(
    "build site locate place move put erect relocate station house host hold base go construct"
)
_AT = frozenset(("on", "at", "in", "to", "by"))
_THE = frozenset(("the", "a", "an"))
_BACK_TOKENS = 9
_AHEAD_TOKENS = 9
_NEAR_TOKENS = 4


def is_turned_behind(scene: Scene, words: Words, target: Target) -> bool:
    """Tell whether the words behind a place turn the side that those before it take.

    Args:
        scene: The document.
        words: Who says what.
        target: The place.
    """
    if target.pole:
        return False
    ahead = _ahead(scene.tokens, target.last)
    return _came_to_nothing(scene.tokens, words, target, ahead) or _is_elsewhere(
        scene, target, ahead
    )


def _ahead(tokens: Tokens, last: int) -> range:
    """Give a few tokens behind a place, within its sentence."""
    stop = min(len(tokens.stems), last + _AHEAD_TOKENS)
    ends = (at for at in range(last, stop) if tokens.stems[at] in (SENTENCE_END, ";"))
    return range(last, next(ends, stop))


def _came_to_nothing(
    tokens: Tokens, words: Words, target: Target, ahead: range
) -> bool:
    """Tell "regretted that it had failed", "was glad that it found no majority"."""
    stems = tokens.stems
    begin = max(0, words.content.start - _NEAR_TOKENS, target.first - _BACK_TOKENS)
    before = stems[begin : target.first]
    if "that" not in before or _FEELINGS.isdisjoint(before):
        return False
    for at in ahead:
        near = stems[at + 1 : at + 1 + _NEAR_TOKENS]
        found = stems[at] in _FINDS and not _MAJORITY.isdisjoint(near)
        lacking = not _NO.isdisjoint((*near, *stems[max(ahead.start, at - 1) : at]))
        if (found and lacking) or stems[at] in _FAILS:
            return True
        if (stems[at], *near[:1]) in _FALLS:
            return True
    return False


def _is_elsewhere(scene: Scene, target: Target, ahead: range) -> bool:
    """Tell "built elsewhere", "on another site", "on Dock Road" where that is not asked."""
    stems = scene.tokens.stems
    built = not _BUILDS.isdisjoint(stems[target.first : target.last])
    for at in ahead:
        if stems[at] in _BUILDS:
            built = True
        if not built:
            continue
        following = stems[at + 1 : at + 3]
        if stems[at] == _ELSEWHERE or stems[at : at + 2] == (_SOMEWHERE, _ELSE):
            return True
        if stems[at] not in _AT:
            continue
        if following[:1] and following[0] in _OTHER:
            return not _PLACES.isdisjoint(following[1:])
        place = at + 2 if following[:1] and following[0] in _THE else at + 1
        others = scene.targets_in(place, place + 2)
        # Another question asks for that place.
        return bool(others) and all(
            other.issue != target.issue and _is_name(scene.tokens, other)
            for other in others
        )
    return False


def _is_name(tokens: Tokens, target: Target) -> bool:
    """Tell "Dock Road" from "in the referendum"."""
    return all(at in tokens.capitals for at in range(target.first, target.last))
