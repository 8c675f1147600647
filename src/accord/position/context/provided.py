"""Provided: what a side is worth under a condition, and what a condition itself names."""

from collections.abc import Sequence
from dataclasses import replace

from accord.position.chains import cue_words
from accord.position.conditions import Condition
from accord.position.context.words import Reading, Words
from accord.position.issues import Scene, Target
from accord.position.meaning.operators import Operator
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = [
    "is_conditional",
    "is_trigger",
    "unwanted",
    "within_condition",
    "without_own_condition",
]

_NEVER_CONDITIONAL = frozenset(
    "demand call-for threaten warn accuse criticise deny doubt".split()
)
_ATTACKS = stem_set("attack invade aggression assault raid")
_WELCOMES = frozenset(
    "offer accept agree promise support propose concede praise call-for demand".split()
)
_ELECTIONS = stem_set("win elect election re-elected power office")
_TRIGGERS = frozenset("threaten warn reject refuse criticise accuse".split())


_FIRM_WEIGHT = 0.9


def within_condition(
    scene: Scene,
    words: Words,
    condition: Condition,
    target: Target,
    *,
    chain: Sequence[Operator],
    sign: int,
    certainty: float,
) -> Reading:
    """Read what a condition names: it is wanted, or it is what a threat is about."""
    unwanted = condition.kind == "if" and words.act.act.id in _TRIGGERS
    if condition.kind == "if" and words.act.act.id not in (*_TRIGGERS, *_WELCOMES):
        # "If they ban it, we will see": neither wanted nor feared.
        return Reading(0, 0.0, 0.3, cue_words(target, (), 0))
    gone = scene.tokens.stems[target.last : target.last + 1] == ("go",)
    if unwanted and gone and not target.pole:
        # "If the ward goes": what the question asks for comes about.
        sign = 1
    wanted = -sign if unwanted else sign
    cues = (
        (condition.first, condition.body, f"condition:{condition.kind}"),
        *cue_words(target, chain, wanted),
    )
    # "Only if no court will try him should he be sent home."
    stems = scene.tokens.stems
    opens = not condition.first or stems[condition.first - 1] == SENTENCE_END
    return Reading(
        wanted,
        0.7,
        max(0.6, certainty),
        cues,
        conditional=opens and condition.kind == "only",
        pole=target.pole,
        rule="condition",
    )


def is_conditional(scene: Scene, words: Words, sign: int, weight: float) -> bool:
    """Tell whether a stance holds under the condition only."""
    condition = words.condition
    if condition is None:
        return False
    only = scene.tokens.stems[condition.first] == "only"
    asked = words.act.act.id in _NEVER_CONDITIONAL
    if asked and not (only and words.act.from_content):
        return False
    body = range(condition.body, condition.last)
    if condition.kind == "if" and any(
        scene.tokens.stems[at] in _ATTACKS or scene.tokens.stems[at] in _ELECTIONS
        for at in body
    ):
        # "will defend each other if attacked" is a promise, not half of one.
        return False
    return sign > 0 or condition.kind != "if" or weight < _FIRM_WEIGHT


def is_trigger(words: Words, target: Target) -> bool:
    """Tell what a threat answers: "would consider X an act of war"."""
    cue = words.act.cue
    return cue is not None and cue[0] < target.first and target.last < cue[1]


def unwanted(
    scene: Scene, target: Target, left: Sequence[Operator], words: Words
) -> Reading:
    """Read what a threat answers: it must not be."""
    sign = -target.sign
    for op in left:
        sign *= scene.sign_of(op, target)
    cues = cue_words(target, left, sign)
    return Reading(sign, words.act.act.weight, 0.8, cues, rule="threatened")


def without_own_condition(words: Words, target: Target) -> Words:
    """Forget a condition that is the pole itself: "without its consent"."""
    condition = words.condition
    if condition is None or not target.first <= condition.first < target.last:
        return words
    return replace(words, condition=None)
