"""Outcomes: what is said to happen if something comes about, which tells if it is wanted.

"If the ban is not lifted, the Liberals will leave the government": they are against it.
"If the dyke is raised, the village will be saved": so much the better.
"""

from accord.position.conditions import Condition
from accord.position.conditions.words import Words
from accord.position.issues import Scene, Target
from accord.position.parties import side_of_subject
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["is_bettered", "is_negated", "main_clause", "read_outcome"]

_WILL = stem_set("will would shall we'll i'll they'll go ready prepare threaten")
_HOSTILE = stem_set(
    "leave quit resign sue appeal strike retaliate respond boycott block blockade occupy "
    "withdraw recall walk protest topple veto court street fight resist punish react "
    "rebel revolt obstruct emigrate relocate"
)
_HELPS = stem_set("support back pay play cooperate serve attend deliver work vote stay")
_HARMS = stem_set(
    "lose lost die close collapse suffer disappear vanish perish bankrupt starve drown "
    "disaster chaos ruin bankruptcy catastrophe dead extinct war bloodshed worse fail"
)
_GAINS = stem_set("benefit prosper thrive flourish gain")
_NOT = stem_set("not never won't no wouldn't cannot can't nobody nothing neither nor")
_BETTERS = stem_set("improve change amend revise raise increase sweeten rework better")
_REACH_TOKENS = 7
_BETTER_TOKENS = 4


def main_clause(
    scene: Scene, words: Words, condition: Condition, target: Target
) -> range:
    """Give the sentence that a condition belongs to, without the condition.

    Args:
        scene: The document.
        words: Who says what.
        condition: The condition.
        target: A place within it.
    """
    stems, content = scene.tokens.stems, words.content
    if words.act.cue is not None:
        content = range(min(content.start, words.act.cue[0]), content.stop)
    low = condition.first
    while low > content.start and stems[low - 1] != SENTENCE_END:
        low -= 1
    if low < condition.first:
        return range(low, condition.first)
    high = condition.last
    while high < content.stop and stems[high] != SENTENCE_END:
        high += 1
    return range(condition.last, max(high, target.last))


def read_outcome(scene: Scene, words: Words, main: range) -> int:
    """Tell whether a main clause threatens or laments (-1), promises good (1), or neither."""
    stems = scene.tokens.stems
    for at in main:
        if stems[at] not in _WILL:
            continue
        ahead = stems[at + 1 : min(main.stop, at + 1 + _REACH_TOKENS)]
        turned = not _NOT.isdisjoint(ahead)
        side = side_of_subject(scene.tokens, scene.covered, at, main.start, words.voice)
        if not (turned or _HARMS.isdisjoint(ahead)):
            return -1
        if not (turned or _GAINS.isdisjoint(ahead)):
            return 1
        does = _HELPS if turned else _HOSTILE
        if side != "other" and not does.isdisjoint(ahead):
            return -1
    return 0


def is_negated(scene: Scene, main: range) -> bool:
    """Tell whether a clause says no to something."""
    return any(scene.tokens.stems[at] in _NOT for at in main)


def is_bettered(scene: Scene, target: Target) -> bool:
    """Tell "if the offer is not improved" from "if the offer is accepted"."""
    stems = scene.tokens.stems
    return not _BETTERS.isdisjoint(stems[target.last : target.last + _BETTER_TOKENS])
