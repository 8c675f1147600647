"""Claims: what is said against what others say: "dismissed warnings that the mine would kill fish".

Who waves away a warning of a thing is for the thing; who waves away a claim takes the other
side of what is claimed.
"""

from collections.abc import Sequence

from accord.position.chains import DOES, JUDGES, clause_around, cue_words, right_chain
from accord.position.conditions.words import Reading, Words
from accord.position.issues import Scene, Target
from accord.position.phrases import stem_set

__all__ = ["read_claim"]

_HOLDS = ("hold_for", "hold_against")
_WORRIES = stem_set("warning fear concern worry criticism complaint objection doubt")
_CLAIMS = stem_set("claim allegation accusation suggestion assertion notion idea")
_WAVING = frozenset(("reject", "deny", "doubt", "criticise", "refuse", "accept"))
_AWAY = stem_set(
    "dismiss reject deny dispute rebuff rebut refute downplay brush shrug play wave counter "
    "contradict contest scoff"
)
_EASING = stem_set("allay dispel ease calm soothe assuage")
_BACK_TOKENS = 4
_REACH_TOKENS = 12
_WEIGHT = 0.6
_CERTAINTY = 0.6


def read_claim(scene: Scene, words: Words, target: Target) -> Reading | None:
    """Read the side of who waves away what others claim of a thing.

    Returns:
        The reading, which may be open; None if nothing of the kind is said.
    """
    stems = scene.tokens.stems
    that = _claimed(stems, words, target)
    if that is None:
        return None
    low, high = clause_around(scene.tokens, words.content, target)
    before = scene.operators_in(max(low, that + 1), target.first)
    if any(op.kind in _HOLDS for op in before):
        # "The accusation that he was opposed to it" is of a side, and not of the thing.
        return None
    done = [op for op in before if op.kind in DOES]
    said = right_chain(scene, target, that + 1, high)
    judged = any(op.kind in JUDGES for op in said)
    sign = target.sign
    for op in done:
        sign *= scene.sign_of(op, target)
    if stems[that - 1] not in _WORRIES:
        for op in said:
            sign *= -op.sign if op is said[0] else op.sign
        # "Claims that it had been delayed" say neither good nor bad of it.
        sign *= judged
    cues = cue_words(target, (*done, *said), sign)
    return Reading(sign, _WEIGHT, _CERTAINTY, cues, rule="claim")


def _claimed(stems: Sequence[str], words: Words, target: Target) -> int | None:
    """Find "that" of "dismissed claims that"; None if nobody waves any away."""
    start = words.content.start
    first = min(start, words.act.cue[0]) if words.act.cue else start
    low = max(0, first - 2, target.first - _REACH_TOKENS)
    for at in range(max(1, low), target.first):
        noun = stems[at - 1]
        if stems[at] == "that" and noun in _WORRIES | _CLAIMS:
            away = stems[max(0, low - _BACK_TOKENS) : at - 1]
            known = words.act.act.id in _WAVING or not words.act.governs
            waves = known and not _AWAY.isdisjoint(away)
            return at if waves or not _EASING.isdisjoint(away) else None
    return None
