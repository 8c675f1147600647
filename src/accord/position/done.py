"""Done: cues that are the very deed a question asks about: "ratified | the treaty"."""

from accord.position.chains import cue_words
from accord.position.conditions.provided import is_conditional
from accord.position.conditions.words import Reading, Words
from accord.position.issues import Scene, Target

__all__ = ["is_own_deed", "read_own_deed"]

_WEIGHT = 0.5
_CERTAINTY = 0.8


def is_own_deed(words: Words, target: Target) -> bool:
    """Tell a place that begins with the cue itself from one within what it governs."""
    begins = words.act.cue is not None and words.act.cue[0] == target.first
    return target.deed and begins and target.first < words.content.start


def read_own_deed(scene: Scene, words: Words, target: Target) -> Reading:
    """Read a deed that somebody did, or did not do."""
    sign = -target.sign if words.act.turned else target.sign
    weight = max(words.act.weight, _WEIGHT)
    return Reading(
        sign,
        weight,
        _CERTAINTY,
        cue_words(target, (), sign),
        conditional=is_conditional(scene, words, sign, weight),
        rule="governed",
    )
