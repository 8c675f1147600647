"""Which side words take on an issue: signs multiplied along the clause.

"Refused to lift the ban": refuse turns, lift turns, so the ban is kept. A sign alone
is no stance; something must carry it: an act that takes a side, an attitude, a
judgement, an obligation or an intention of the speaker's own side.
"""

from collections.abc import Collection, Sequence

from accord.position.chains import (
    BEING,
    BREAKS,
    CLAUSE_TOKENS,
    DOES,
    JUDGES,
    adds_contrast,
    calls_weak,
    clause_around,
    cue_words,
    is_named,
    is_noun,
    is_planned,
    left_chain,
    operator_cue,
    right_chain,
)
from accord.position.conditions.provided import (
    is_conditional,
    is_trigger,
    is_weighed,
    unwanted,
    with_own_condition,
    within_condition,
)
from accord.position.conditions.words import Reading, Words
from accord.position.context.complements import (
    asks_why,
    complement,
    feared,
    gives_ground,
    is_command,
)
from accord.position.context.modifiers import is_modifier
from accord.position.context.openness import (
    is_compared,
    is_foretold,
    is_left_open,
    is_of_others,
    is_provisional,
)
from accord.position.context.scope import is_another_clause, is_where, what_is_sent
from accord.position.context.unread import (
    hangs_on,
    is_addressed,
    is_open,
    is_unread,
    serves_purpose,
)
from accord.position.issues import Scene, Target
from accord.position.meaning.operators import Operator
from accord.position.parties import side_of_subject
from accord.position.phrases import stem_set

__all__ = ["Reading", "Words", "is_conditional", "read_context", "read_target"]

_HOLDS = ("hold_for", "hold_against")
# A pole as long as this speaks for itself.
_TELLING_TOKENS = 3
_STANDS = stem_set("stay remain stand")
_WILLS = ("intending", "obliging", *_HOLDS)
# How much of a stance each carries alone; set by hand, to be read as an order only.
_OBLIGING_WEIGHT = 0.9
_HOLD_WEIGHT = 0.8
_JUDGE_WEIGHT = 0.7
_POLE_WEIGHT = 0.7
_INTEND_WEIGHT = 0.7
_DEED_WEIGHT = 0.5
_OTHERS_WEIGHT = 0.4
# Nobody calls bad what they offer themselves; such words are the writer's.
_OWN_DEEDS = frozenset(("offer", "promise", "propose"))
_PHRASE_TOKENS = 6
_BEFORE_NOUN = stem_set("the a an of for on at about with its their this that in any")
_NAMES_AS = stem_set("as call")


def read_target(scene: Scene, words: Words, target: Target) -> Reading:
    """Read the side that words take at one place that speaks of an issue.

    Args:
        scene: The document.
        words: Who says what.
        target: A term or pole within the content.
    """
    if _says_nothing(scene, words, target):
        return Reading(0, 0.0, 0.2, cue_words(target, (), 0))
    words = with_own_condition(scene, words, target)
    condition = words.condition
    inside = condition is not None and condition.body <= target.first < condition.last
    low, high = _bounds(scene, words, target)
    cue = words.act.cue or (0, 0)
    compared = is_compared(scene.tokens.stems, low, target)
    spared = {*_spared(words, target), *what_is_sent(scene, target)}
    left, took_over = left_chain(scene, target, low, spared=spared)
    if words.act.governs > 0 and words.act.act.id in _OWN_DEEDS:
        if target.pole and target.sign < 0 and not left and _is_blame(scene, target):
            return Reading(0, 0.0, 0.2, cue_words(target, (), 0))
        left = [op for op in left if op.kind != "bad"]
    right = _said_of(scene, words, target, (low, high), left)
    if words.act.act.id == "threaten" and is_trigger(words, target):
        return unwanted(scene, target, left, words)
    if target.final:
        left = []
    chain = (*left, *right)
    named = is_named(scene, target) or is_planned(scene, target)
    sign = compared if named else compared * target.sign
    for op in chain:
        sign *= scene.sign_of(op, target)
    weight, certainty, rule = _carry(
        scene, words, target, clause=(low, high), left=left, right=right
    )
    if inside and condition is not None:
        return within_condition(
            scene, words, condition, target, chain=chain, sign=sign, certainty=certainty
        )
    start, act = max(words.content.start, cue[1]), words.act.act.id
    if not took_over and _is_governed(scene, words, target):
        sign *= 1 if serves_purpose(scene, start, left, act) else words.act.governs
        weight = max(weight, words.act.weight)
        certainty = max(certainty, 0.8)
        rule = "governed"
    else:
        sign, weight = _as_believed(scene, words, rule, side=(sign, weight))
    denies = words.act.act.id == "deny" and not _denies_refusal(chain, cue)
    if not weight or denies or is_foretold(scene, left, right):
        return Reading(0, 0.0, 0.3, cue_words(target, (), 0))
    return Reading(
        sign,
        weight,
        certainty,
        cue_words(target, chain, sign),
        conditional=is_conditional(scene, words, sign, weight),
        pole=target.pole,
        rule=rule,
    )


def _spared(words: Words, target: Target) -> Collection[int]:
    """Give the tokens of the cue, which are counted already.

    Of "denounced the sale of the mill as" only the first and the last word are.
    """
    if words.act.from_content or words.act.cue is None:
        return ()
    first, last = words.act.cue
    if first < target.first < last:
        return (first, last - 1)
    if (words.act.act.id, last) == ("call-for", target.first) and words.act.governs > 0:
        # "Asking for ten per cent and an end to | night shifts" asks nobody to do it.
        return range(first, max(first + 1, words.content.start))
    return range(first, last)


def _says_nothing(scene: Scene, words: Words, target: Target) -> bool:
    """Tell a place of which nothing is said that takes a side, or nothing known."""
    start = words.content.start
    return (
        is_modifier(scene, target)
        or calls_weak(scene, words.content, target)
        or _falls_short(scene, words)
        or is_of_others(scene, start, target, governed=words.act.governs != 0)
        or is_open(scene, start, target, words.act.act.id)
        or is_left_open(
            scene, start, target, words.act.act.id, ready=words.condition is not None
        )
        or is_unread(scene, start, target)
        or is_where(scene, start, target)
        or is_provisional(scene, words, target)
        or not is_compared(scene.tokens.stems, _bounds(scene, words, target)[0], target)
        or is_addressed(scene, words, target)
        or (words.act.governs != 0 and hangs_on(scene, start, target))
    )


def _falls_short(scene: Scene, words: Words) -> bool:
    """Tell "failed to agree on it": that a body came to nothing is no side of its."""
    if words.act.cue is None or words.act.from_content:
        return False
    first, last = words.act.cue
    return "fail" in scene.tokens.stems[max(0, first - 2) : last]


def _said_of(
    scene: Scene,
    words: Words,
    target: Target,
    clause: tuple[int, int],
    left: Sequence[Operator],
) -> list[Operator]:
    """Collect what is said of a place, but for what the cue says already.

    "Criticised it as unlawful" says the same twice.
    """
    if target.final:
        return []
    right = right_chain(scene, target, *clause)
    wanted = words.act.governs > 0 or any(op.kind in _HOLDS for op in left)
    if wanted and not (right or any(op.kind in DOES for op in left)):
        right = complement(scene, target)
    doubted = words.act.act.id == "doubt" and scene.tokens.stems[target.last] in BEING
    twice = words.act.governs or gives_ground(scene, target, left, right)
    twice = twice and not doubted and all(op.kind in JUDGES for op in right)
    if not right and words.act.act.id == "warn" and not words.act.governs:
        return feared(scene, target, clause)
    return [] if twice else right


def _as_believed(
    scene: Scene, words: Words, rule: str, *, side: tuple[int, float]
) -> tuple[int, float]:
    """Turn what somebody does not think, or asks why it should be; foretelling is left open."""
    if not (words.act.disbelieves or asks_why(scene, words.content)):
        return side
    return (-side[0], side[1]) if rule != "others" else (0, 0.0)


def _denies_refusal(chain: Sequence[Operator], cue: tuple[int, int]) -> bool:
    """Tell "denied being against it", which is a yes, from "denied having asked for it"."""
    return any(
        op.kind in ("hold_against", "negation", "against")
        and not cue[0] <= op.first < cue[1]
        for op in chain
    )


def _is_blame(scene: Scene, target: Target) -> bool:
    """Tell whether a pole says how bad something is, rather than what it is."""
    inner = scene.operators_in(target.first, target.last)
    return any(op.kind in (*JUDGES, "negation") for op in inner)


def _bounds(scene: Scene, words: Words, target: Target) -> tuple[int, int]:
    """Find the clause around a place; a condition is a clause of its own."""
    low, high = clause_around(scene.tokens, words.content, target)
    condition = words.condition
    if condition is None:
        return low, high
    if condition.body <= target.first < condition.last:
        return max(low, condition.body), min(high, condition.last)
    if condition.first >= target.last:
        return low, min(high, max(condition.first, target.last))
    return (
        (max(low, condition.last), high)
        if condition.last <= target.first
        else (low, high)
    )


def read_context(scene: Scene, words: Words, target: Target) -> Reading:
    """Read words whose issue is named beside them: "On X, he said no".

    Only attitudes and negations of the first clause count.
    """
    start = words.content.start
    stand_in = Target(start, start, target.issue, target.sign, target.pole)
    _, high = clause_around(scene.tokens, words.content, stand_in)
    chain: list[Operator] = []
    for op in scene.operators_in(start, high):
        if op.kind in _HOLDS:
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
    done = left_chain(scene, target, max(0, target.first - _PHRASE_TOKENS), spared=())[
        0
    ]
    for op in (*chain, *(op for op in done if op.kind in DOES)):
        sign *= op.sign
    cues = tuple(operator_cue(op) for op in chain)
    held = is_conditional(scene, words, sign, 0.6)
    return Reading(sign, 0.6, 0.4, cues, conditional=held, rule="beside")


def _carry(
    scene: Scene,
    words: Words,
    target: Target,
    *,
    clause: tuple[int, int],
    left: Sequence[Operator],
    right: Sequence[Operator],
) -> tuple[float, float, str]:
    """Find what makes a stance of a sign; give its weight, certainty and rule."""
    low, high = clause
    chain = (*left, *right)
    found: list[tuple[float, float, str]] = []
    if target.pole and (chain or target.final or _speaks_for_itself(scene, target)):
        found.append((_POLE_WEIGHT, 0.75, "pole"))
    if any(op.kind in JUDGES for op in chain):
        found.append((_JUDGE_WEIGHT, 0.7, "judged"))
    # "Could" is a mere thought, but under a condition it is an offer.
    modals = ("obliging", "intending", "possible" if words.condition else "")
    modal = [
        op
        for op in scene.operators_in(low, high)
        if op.kind in modals and not target.first <= op.first < target.last
    ]
    obliging = [op for op in modal if op.kind == "obliging"]
    asked = is_command(scene, words, target)
    if asked or (obliging and (right or obliging[0].first < target.first)):
        found.append((_OBLIGING_WEIGHT, 0.75, "obliged"))
    holds = [op for op in chain if op.kind in _HOLDS and not is_noun(scene, op)]
    outer = min(holds, key=lambda op: op.first, default=None)
    if outer is not None:
        side = side_of_subject(
            scene.tokens, scene.covered, outer.first, low, words.voice, feels=True
        )
        denied = words.act.act.id == "deny"
        freed = any(op.first < outer.first for op in obliging) or outer in right
        freed = freed or scene.tokens.stems[outer.first] == "need"
        if side == "other" and not (freed or words.act.governs or denied):
            return 0.0, 0.3, ""
        sure = {"unknown": 0.5, "other": 0.6}.get(side, 0.85)
        found.append((_HOLD_WEIGHT, sure, "held"))
    deeds = [op for op in chain if op.kind in DOES or op.kind == "negation"]
    willed = [op for op in deeds if op in right or _is_verb(scene, op.first)]
    wanted = willed or target.pole or (target.deed and _is_verb(scene, target.first))
    weighed = is_weighed(scene, words, target)
    wills = [op for op in modal if op.first < target.first or right or weighed]
    if wills and not obliging and (wanted or weighed):
        side = side_of_subject(
            scene.tokens, scene.covered, wills[0].first, low, words.voice
        )
        if side == "unknown" and words.act.act.id != "predict":
            found.append((_OTHERS_WEIGHT, 0.4, "others"))
        elif side == "self":
            found.append((_INTEND_WEIGHT, 0.7, "intended"))
    elif deeds and left and not found and _has_own_subject(scene, words, left[-1], low):
        found.append((_DEED_WEIGHT, 0.5, "done"))
    return max(found, default=(0.0, 0.3, ""))


def _speaks_for_itself(scene: Scene, target: Target) -> bool:
    """Tell a pole that wants something, or is long and no subject of the unknown."""
    inner = scene.operators_in(target.first, target.last)
    if any(op.kind in _WILLS for op in inner):
        return True
    stems = scene.tokens.stems
    before = stems[max(0, target.first - 3) : target.first]
    if any(word in BEING or word in _NAMES_AS for word in before):
        return True
    if stems[target.last - 1] in _STANDS:
        # "The fee stays".
        return True
    if target.last - target.first < _TELLING_TOKENS:
        return False
    return target.last >= len(stems) or stems[target.last] not in BEING


def _is_verb(scene: Scene, at: int) -> bool:
    """Tell "will abolish it" from "will look at the abolition of it"."""
    before = scene.tokens.stems[at - 1] if at else ""
    return before not in _BEFORE_NOUN


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
    # Of "refused to ratify | the treaty" the deed begins before the content does.
    low = min(start, words.act.cue[0]) if target.deed and words.act.cue else start
    if not words.act.governs or not low <= target.first <= start + CLAUSE_TOKENS:
        return False
    stems = scene.tokens.stems
    if "as" in stems[start : target.first] and target.last in scene.tokens.inflected:
        # "Patients back doctors as strike bites"
        return False
    if is_another_clause(scene, start, target):
        return False
    return all(
        stems[at] not in BREAKS or stems[at] in "()" or adds_contrast(stems, at)
        for at in range(start, target.first)
    )
