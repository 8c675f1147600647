"""Which side words take on an issue: signs multiplied along the clause.

"Refused to lift the ban": refuse turns, lift turns, so the ban is kept. A sign alone
is no stance; something must carry it: an act that takes a side, an attitude, a
judgement, an obligation or an intention of the speaker's own side.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.position.acts import ActReading
from accord.position.conditions import Condition
from accord.position.issues import Operator, Scene, Target
from accord.position.parties import Voice, side_of_subject
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = [
    "Reading",
    "Words",
    "read_context",
    "read_target",
]

_BREAKS = frozenset((SENTENCE_END, ";", ":", "—", "–", "(", ")")) | stem_set(
    "but although though while whereas because despite however yet thus"
)
_JOINS = stem_set("and or , nor")
_VERBS_OF_BEING = stem_set(
    "be will would can could may might must should shall have remain become cannot "
    "can't won't wouldn't isn't aren't wasn't weren't need do doesn't don't didn't "
    "shouldn't mustn't ought seem look appear constitute amount represent stay "
    "prove"
)
_PASSIVE = stem_set("be isn't aren't wasn't weren't get")
_CALLS = stem_set(
    "consider regard see view call label brand describ deem treat dub find think judg "
    "denounc dismiss slam reject condemn criticise criticis declar"
)
_AFTER_INTRANSITIVE = stem_set(
    "by to in at on until after before now immediately from for with if unless this "
    "next as once and or , ; without into over when within"
)
_REACH_TOKENS = 12
# A sentence without stops is cut here, so that reading stays linear.
_CLAUSE_TOKENS = 50
_SUBJECT_TOKENS = 9
_HOLDS = ("hold_for", "hold_against")
_DOES = ("further", "against")
_JUDGES = ("good", "bad")
# How much of a stance each carries alone; set by hand, to be read as an order only.
_OBLIGING_WEIGHT = 0.9
_HOLD_WEIGHT = 0.8
_JUDGE_WEIGHT = 0.7
_POLE_WEIGHT = 0.7
_INTEND_WEIGHT = 0.7
_DEED_WEIGHT = 0.5
_OTHERS_WEIGHT = 0.4
_NEVER_CONDITIONAL = frozenset(
    "demand call-for threaten warn accuse criticise deny doubt".split()
)
_TRIGGERS = frozenset("threaten warn reject refuse criticise accuse".split())


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says, with what is already known of it.

    Attributes:
        content: Tokens of the content.
        act: The act read.
        voice: Who speaks.
        condition: The condition within the content; None if there is none.
    """

    content: range
    act: ActReading
    voice: Voice
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A side taken at one place.

    Attributes:
        sign: 1 for yes to the issue's question, -1 for no, 0 if no side is taken.
        weight: In [0, 1].
        certainty: In [0, 1]; how sure the way of reading is.
        cues: What decided, as (first token, one past the last, what it says).
        conditional: Whether it holds under a condition only.
    """

    sign: int
    weight: float
    certainty: float
    cues: tuple[tuple[int, int, str], ...]
    conditional: bool = False


def read_target(scene: Scene, words: Words, target: Target) -> Reading:
    """Read the side that words take at one place that speaks of an issue.

    Args:
        scene: The document.
        words: Who says what.
        target: A term or pole within the content.
    """
    words = _without_own_condition(words, target)
    condition = words.condition
    inside = condition is not None and condition.body <= target.first < condition.last
    low, high = _clause(scene.tokens, words.content, target)
    if inside and condition is not None:
        low, high = max(low, condition.body), min(high, condition.last)
    elif condition is not None and condition.first >= target.last:
        high = min(high, max(condition.first, target.last))
    elif condition is not None and condition.last <= target.first:
        low = max(low, condition.last)
    left = _left_chain(scene, target, low)
    right = _right_chain(scene, target, low, high)
    chain = (*left, *right)
    sign = target.sign
    for op in chain:
        sign *= op.sign
    weight, certainty = _carry(
        scene, words, target, clause=(low, high), left=left, right=right
    )
    if inside and condition is not None:
        return _within_condition(
            words, condition, target, chain=chain, sign=sign, certainty=certainty
        )
    governs = words.act.governs if _is_governed(scene, words, target) else 0
    if governs:
        sign *= governs
        weight = max(weight, words.act.weight)
        certainty = max(certainty, 0.8)
    if not weight:
        return Reading(0, 0.0, 0.3, _cue_words(target, (), 0))
    return Reading(
        sign,
        weight,
        certainty,
        _cue_words(target, chain, sign),
        conditional=_is_conditional(words, sign, weight),
    )


def _without_own_condition(words: Words, target: Target) -> Words:
    """Forget a condition that is the pole itself: "without its consent"."""
    condition = words.condition
    if condition is None or not target.first <= condition.first < target.last:
        return words
    return replace(words, condition=None)


def read_context(scene: Scene, words: Words, target: Target) -> Reading:
    """Read words whose issue is named beside them: "On X, he said no".

    Only attitudes and negations of the first clause count.
    """
    start = words.content.start
    stand_in = Target(start, start, target.issue, target.sign, target.pole)
    _, high = _clause(scene.tokens, words.content, stand_in)
    chain: list[Operator] = []
    for op in scene.operators_in(start, high):
        if op.kind in _HOLDS or op.kind in _JUDGES:
            chain.append(op)
            break
        if op.kind == "negation":
            chain.append(op)
    if not chain or chain[-1].kind == "negation":
        return Reading(0, 0.0, 0.2, ())
    side = side_of_subject(
        scene.tokens, scene.covered, chain[-1].first, start, words.voice
    )
    if side == "other" and chain[-1].kind in _HOLDS:
        return Reading(0, 0.0, 0.2, ())
    sign = target.sign
    for op in chain:
        sign *= op.sign
    cues = tuple(_operator_cue(op) for op in chain)
    return Reading(sign, 0.6, 0.4, cues, conditional=_is_conditional(words, sign, 0.6))


def _clause(tokens: Tokens, content: range, target: Target) -> tuple[int, int]:
    """Find the clause around a place, within the content."""
    low = target.first
    first = max(content.start, low - _CLAUSE_TOKENS)
    while low > first and tokens.stems[low - 1] not in _BREAKS:
        low -= 1
    high = target.last
    last = min(content.stop, high + _CLAUSE_TOKENS)
    while high < last and tokens.stems[high] not in _BREAKS:
        high += 1
    return low, high


def _left_chain(scene: Scene, target: Target, low: int) -> list[Operator]:
    """Collect what governs the place from the left, nearest first."""
    chain: list[Operator] = []
    reach = target.first
    skip = False
    for op in reversed(scene.operators_in(low, target.first)):
        if op.last > target.first or not op.sign:
            continue
        if reach - op.last > _REACH_TOKENS:
            break
        if op.kind in _JUDGES and op.last != target.first:
            continue
        if op.kind == "good" or _is_partner(scene.tokens.stems, op, target):
            continue
        if skip and op.kind != "negation":
            # "raise wages and cut hours": hours are cut, not raised.
            skip = False
            continue
        chain.append(op)
        reach = op.first
        joined = op.first > low and scene.tokens.stems[op.first - 1] in _JOINS
        skip = joined and op.kind != "negation"
    return chain


def _is_partner(stems: Sequence[str], op: Operator, target: Target) -> bool:
    """Tell "withdrawal of troops and membership": the withdrawal is not of membership."""
    joined = stems[target.first - 1] in _JOINS
    return joined and op.kind in _DOES and stems[op.last] == "of"


def _right_chain(scene: Scene, target: Target, low: int, high: int) -> list[Operator]:
    """Collect what is said about the place as a subject: "tariffs must be lifted"."""
    stems = scene.tokens.stems
    begin = next(
        (
            at
            for at in range(target.last, min(high, target.last + _SUBJECT_TOKENS))
            if stems[at] in _VERBS_OF_BEING
        ),
        None,
    )
    called = any(
        stems[at] in _CALLS for at in range(max(low, target.first - 6), target.first)
    )
    if begin is None:
        begin = target.last if called else None
    if begin is None:
        begin = _bare_verb(scene, target, high)
    if begin is None:
        return []
    chain: list[Operator] = []
    for op in scene.operators_in(begin, min(high, begin + _REACH_TOKENS)):
        if chain and chain[-1].kind != "negation" and stems[op.first - 1] in _JOINS:
            break
        if (
            op.kind == "negation"
            or op.kind in _JUDGES
            or (op.sign and _is_said_of_subject(scene, op, begin, high))
        ):
            chain.append(op)
        elif op.sign:
            break
        if chain and chain[-1].kind != "negation":
            break
    if chain and chain[-1].kind == "negation" and chain[-1].first > begin + 3:
        chain.pop()
    return chain


def _bare_verb(scene: Scene, target: Target, high: int) -> int | None:
    """Find a verb right after the place that needs no helping verb: "wages rise"."""
    for op in scene.operators_in(target.last, min(high, target.last + 2)):
        if op.kind in (*_JUDGES, *_DOES):
            return op.first
    return None


def _is_said_of_subject(scene: Scene, op: Operator, begin: int, high: int) -> bool:
    """Tell a passive or intransitive verb from one that has an object."""
    stems = scene.tokens.stems
    if any(stems[at] in _PASSIVE for at in range(max(begin, op.first - 3), op.first)):
        return True
    if op.kind in _HOLDS:
        return False
    return (
        op.last >= high
        or stems[op.last] in _AFTER_INTRANSITIVE
        or not stems[op.last].isalnum()
    )


def _carry(
    scene: Scene,
    words: Words,
    target: Target,
    *,
    clause: tuple[int, int],
    left: Sequence[Operator],
    right: Sequence[Operator],
) -> tuple[float, float]:
    """Find what makes a stance of a sign; give its weight and certainty."""
    low, high = clause
    chain = (*left, *right)
    found: list[tuple[float, float]] = []
    if target.pole:
        found.append((_POLE_WEIGHT, 0.75))
    if any(op.kind in _JUDGES for op in chain):
        found.append((_JUDGE_WEIGHT, 0.7))
    modal = [
        op
        for op in scene.operators_in(low, high)
        if op.kind in ("obliging", "intending")
        and not target.first <= op.first < target.last
    ]
    obliging = [op for op in modal if op.kind == "obliging"]
    if obliging:
        found.append((_OBLIGING_WEIGHT, 0.75))
    holds = [op for op in chain if op.kind in _HOLDS]
    outer = min(holds, key=lambda op: op.first, default=None)
    if outer is not None:
        side = side_of_subject(
            scene.tokens, scene.covered, outer.first, low, words.voice
        )
        freed = any(op.first < outer.first for op in obliging) or outer in right
        if side == "other" and not freed and not words.act.governs:
            return 0.0, 0.3
        found.append((_HOLD_WEIGHT, {"unknown": 0.5, "other": 0.6}.get(side, 0.85)))
    deeds = [op for op in chain if op.kind in _DOES or op.kind == "negation"]
    if modal and not obliging and (deeds or target.pole):
        side = side_of_subject(
            scene.tokens, scene.covered, modal[0].first, low, words.voice
        )
        other = side in ("other", "unknown")
        found.append((_OTHERS_WEIGHT, 0.4) if other else (_INTEND_WEIGHT, 0.7))
    elif deeds and left and not found and _has_own_subject(scene, words, left[-1], low):
        found.append((_DEED_WEIGHT, 0.5))
    return max(found, default=(0.0, 0.3))


def _has_own_subject(scene: Scene, words: Words, op: Operator, low: int) -> bool:
    """Tell whether the speaker's own side is named as who does it."""
    begin = max(low, op.first - 4)
    for at in range(begin, op.first):
        mention = scene.covered.get(at)
        own = mention is not None and mention.actor in words.voice.actors
        if own or scene.tokens.stems[at] in ("we", "our"):
            return True
    return False


def _is_governed(scene: Scene, words: Words, target: Target) -> bool:
    """Tell whether the cue still governs this place: within the first sentence."""
    start = words.content.start
    if not words.act.governs or target.first - start > _CLAUSE_TOKENS:
        return False
    stems = scene.tokens.stems
    return all(stems[at] not in _BREAKS for at in range(start, target.first))


def _within_condition(
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
    wanted = -sign if unwanted else sign
    cues = (
        (condition.first, condition.body, f"condition:{condition.kind}"),
        *_cue_words(target, chain, wanted),
    )
    return Reading(wanted, 0.7, max(0.6, certainty), cues)


def _is_conditional(words: Words, sign: int, weight: float) -> bool:
    """Tell whether a stance holds under the condition only."""
    if words.condition is None or words.act.act.id in _NEVER_CONDITIONAL:
        return False
    return sign > 0 or words.condition.kind != "if" or weight < _OBLIGING_WEIGHT


def _cue_words(
    target: Target, chain: Sequence[Operator], sign: int
) -> tuple[tuple[int, int, str], ...]:
    """Name the words that decided."""
    if target.pole:
        side = "support" if target.sign > 0 else "oppose"
        named = (target.first, target.last, f"pole:{side}")
    else:
        named = (target.first, target.last, "term")
    return (named, *(_operator_cue(op) for op in chain if sign))


def _operator_cue(op: Operator) -> tuple[int, int, str]:
    names = {"hold_for": "attitude:for", "hold_against": "attitude:against"}
    if op.kind == "negation":
        return (op.first, op.last, "negation")
    return (op.first, op.last, names.get(op.kind, f"predicate:{op.kind}"))
