"""Provided: what a side is worth under a condition, and what a condition itself names."""

from collections.abc import Sequence
from dataclasses import replace

from accord.position.chains import cue_words
from accord.position.conditions import Condition, find_condition
from accord.position.conditions.outcomes import (
    is_bettered,
    is_negated,
    main_clause,
    read_outcome,
)
from accord.position.conditions.words import Reading, Words
from accord.position.issues import Scene, Target
from accord.position.meaning.operators import Operator
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = [
    "is_conditional",
    "is_trigger",
    "is_weighed",
    "unwanted",
    "with_own_condition",
    "within_condition",
]

_NEVER_CONDITIONAL = frozenset(
    "demand call-for threaten warn accuse criticise deny doubt".split()
)
_ATTACKS = stem_set("attack invade aggression assault raid")
_WELCOMES = frozenset(
    "offer accept agree promise support propose concede praise call-for demand".split()
)
_WINS = stem_set("win re-elected")
_ELECTED = stem("elected")
_OFFICES = stem_set("power office election")
_INTO_OFFICE = stem_set("in into to the")
_TRIGGERS = frozenset("threaten warn reject refuse criticise accuse".split())
_FIRM_WEIGHT = 0.9
_NAMED_WEIGHT = 0.7
_BARE_WEIGHT = 0.9
_BREAKS_OFF = stem_set(
    "pause suspend moratorium freeze halt postpone delay wait interim"
)
_WEIGHS = stem_set(
    "look discuss talk consider reconsider think negotiate imagine revisit"
)
_WEIGHED_TOKENS = 5
_PAUSE_TOKENS = 12
_SENTENCE_TOKENS = 50
_JOINED_TOKENS = 4
_JOINS = stem_set("and but while whereas")
_WILLED = ("hold_for", "hold_against", "intending", "obliging", "possible")
# What may open a sentence that adds a condition to the one before.
_ADDS = frozenset((SENTENCE_END, ",")) | stem_set("but and yet however then though")
_PREPOSITIONS = stem_set(
    "of for with by in to from among at on beyond over about under"
)
_AFTER_NOUN = stem_set("be stay remain in on at for will would")
_ARTICLES = stem_set("the a an its their his her our such")


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
    main = main_clause(scene, words, condition, target)
    outcome = 0 if condition.kind != "if" else read_outcome(scene, words, main)
    act = words.act.act.id
    feared = outcome < 0 or (condition.kind == "if" and act in _TRIGGERS)
    known = outcome or act in (*_TRIGGERS, *_WELCOMES) or condition.kind != "if"
    if not known or not (
        feared or _is_told_of(scene, condition, target, act=act, chain=chain)
    ):
        # "If they ban it, we will see": neither wanted nor feared.
        return Reading(0, 0.0, 0.3, cue_words(target, (), 0))
    stems = scene.tokens.stems
    gone = stems[target.last : target.last + 1] == ("go",)
    if not target.pole and _is_held_back(scene, target, chain):
        sign = -sign
    if feared and gone and not target.pole:
        # "If the ward goes": what the question asks for comes about, or ends.
        sign = -target.sign
    if feared and stems[target.last : target.last + 1] and is_bettered(scene, target):
        # "If the offer is not improved": it is the offer as it stands that is not wanted.
        return Reading(0, 0.0, 0.3, cue_words(target, (), 0))
    bare = condition.kind == "without"
    if bare and _is_harm(scene, condition, target, chain):
        # "The cut cannot be absorbed without closing wards": a fear as well as a wish.
        return Reading(0, 0.0, 0.3, cue_words(target, (), 0))
    while_it_lasts = stems[condition.body - 2 : condition.body] == ("long", "as")
    turned = feared or (while_it_lasts and is_negated(scene, main))
    wanted = -sign if turned else sign
    cues = (
        (condition.first, condition.body, f"condition:{condition.kind}"),
        *cue_words(target, chain, wanted),
    )
    # "Only if no court will try him should he be sent home."
    opens = not condition.first or stems[condition.first - 1] == SENTENCE_END
    return Reading(
        wanted,
        _BARE_WEIGHT if bare else _NAMED_WEIGHT,
        max(0.6, certainty),
        cues,
        conditional=opens and condition.kind == "only",
        pole=target.pole,
        # "Without the merger there would be no factory" is all about the merger.
        rule="lacking" if bare else "condition",
    )


def _is_harm(
    scene: Scene, condition: Condition, target: Target, chain: Sequence[Operator]
) -> bool:
    """Tell "without closing wards" from "without the loan"."""
    inside = scene.operators_in(condition.body, max(target.last, condition.body + 1))
    done = [op for op in (*inside, *chain) if op.kind == "against"]
    return any(op.first in scene.tokens.gerunds for op in done)


def _is_held_back(scene: Scene, target: Target, chain: Sequence[Operator]) -> bool:
    """Tell "the grazing ban", whose lifting is a yes to grazing."""
    tokens = scene.tokens
    return any(
        op.kind == "against"
        and op not in chain
        and not _AFTER_NOUN.isdisjoint(tokens.stems[op.last : op.last + 1])
        and op.first not in tokens.inflected | tokens.bent | tokens.gerunds
        for op in scene.operators_in(target.last, target.last + 1)
    )


def _is_told_of(
    scene: Scene,
    condition: Condition,
    target: Target,
    *,
    act: str,
    chain: Sequence[Operator],
) -> bool:
    """Tell "if the ward stays open" from "if the doctors of the ward agree to it"."""
    stems, at = scene.tokens.stems, target.first
    while at > condition.body and stems[at - 1] in _ARTICLES:
        at -= 1
    bare = condition.kind in ("without", "unless") or stems[at - 1] == "with"
    told = bool(chain) or target.pole or target.deed
    heads = act in _WELCOMES and stems[at - 1] not in _PREPOSITIONS
    heads = heads and not is_negated(scene, range(condition.body, condition.last))
    return told or heads or (bare and at == condition.body)


def is_conditional(scene: Scene, words: Words, sign: int, weight: float) -> bool:
    """Tell whether a stance holds under the condition only."""
    condition = words.condition
    if condition is None:
        return False
    stems = scene.tokens.stems
    only = condition.kind == "named" or stems[condition.first] == "only"
    put_off = condition.kind == "unless" and words.act.from_content
    # "If nothing moves, we will walk out" is half a yes to the walkout.
    stakes = words.act.act.id == "threaten" and words.act.from_content and sign > 0
    stakes = stakes and is_negated(scene, range(condition.body, condition.last))
    if words.act.act.id in _NEVER_CONDITIONAL and not (only or put_off or stakes):
        return False
    if condition.kind == "unless" and not _BREAKS_OFF.isdisjoint(
        stems[
            max(words.content.start, condition.first - _PAUSE_TOKENS) : condition.first
        ]
    ):
        # "A moratorium until more is known" is one all the same.
        return False
    body = range(condition.body, condition.last)
    if condition.kind == "if" and any(
        stems[at] in _ATTACKS or _is_elected(scene, at) for at in body
    ):
        # "will defend each other if attacked" is a promise, not half of one.
        return False
    return sign > 0 or condition.kind != "if" or weight < _FIRM_WEIGHT


def _is_elected(scene: Scene, at: int) -> bool:
    """Tell "if elected", "if he comes to power" from "if the electoral office agrees"."""
    word, before = scene.tokens.stems[at], scene.tokens.stems[at - 1]
    if word in _OFFICES:
        return before in _INTO_OFFICE
    return word in _WINS or (word == _ELECTED and at in scene.tokens.inflected)


def is_weighed(scene: Scene, words: Words, target: Target) -> bool:
    """Tell "would look again at it if", "could be discussed if", which are half a yes."""
    if words.condition is None:
        return False
    stems = scene.tokens.stems
    low = max(words.content.start, target.first - _WEIGHED_TOKENS)
    ahead = stems[target.last : target.last + _WEIGHED_TOKENS]
    after = ahead.index("be") + 1 if "be" in ahead else len(ahead)
    return not (
        _WEIGHS.isdisjoint(stems[low : target.first])
        and _WEIGHS.isdisjoint(ahead[after : after + 1])
    )


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


def with_own_condition(scene: Scene, words: Words, target: Target) -> Words:
    """Give words with the condition that a place stands under; of many, its own.

    Forgotten is one that is the pole itself, "without its consent", and one of another
    sentence: "She backs the levy. The refund she would accept only if it were taxed."
    """
    condition = words.condition
    if condition is None:
        return words
    if target.first <= condition.first < target.last:
        return replace(words, condition=None)
    if _is_of_another(scene, condition, target):
        return replace(words, condition=None)
    if not _is_apart(scene, condition, target):
        return words
    stems = scene.tokens.stems
    low, high = target.first, target.last
    first = max(words.content.start, low - _SENTENCE_TOKENS)
    last = min(words.content.stop, high + _SENTENCE_TOKENS)
    while low > first and stems[low - 1] != SENTENCE_END:
        low -= 1
    while high < last and stems[high] != SENTENCE_END:
        high += 1
    own = find_condition(scene.conditions, scene.tokens, range(low, high))
    return replace(words, condition=own)


def _is_apart(scene: Scene, condition: Condition, target: Target) -> bool:
    """Tell a condition of another sentence from one added after: "Yes. But only if"."""
    stems = scene.tokens.stems
    low = min(target.last, condition.last)
    high = max(target.first, condition.first)
    if high - low > _SENTENCE_TOKENS:
        return True
    ends = [at for at in range(low, high) if stems[at] == SENTENCE_END]
    if not ends:
        return False
    added = _ADDS.issuperset(stems[ends[0] : condition.first])
    return condition.first < target.first or not (added and condition.kind != "without")


def _is_of_another(scene: Scene, condition: Condition, target: Target) -> bool:
    """Tell "backs the levy and would resign if it failed": only the last hangs on it."""
    stems = scene.tokens.stems
    if not target.last < condition.first < target.last + _SENTENCE_TOKENS:
        return False
    for at in range(target.last, condition.first):
        if stems[at] not in _JOINS:
            continue
        begins = scene.operators_in(at + 1, at + 1 + _JOINED_TOKENS)
        others = scene.targets_in(at + 1, condition.first)
        same = any(other.issue == target.issue for other in others)
        wills = any(op.kind == "intending" for op in begins)
        if any(op.kind in _WILLED for op in begins) and not same and (others or wills):
            return True
    return False
