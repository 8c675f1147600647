"""Chains: the words in a clause that govern a place, and that are said of it."""

from collections.abc import Collection, Sequence

from accord.position.issues import Scene, Target
from accord.position.meaning.clauses import is_parted_clause
from accord.position.meaning.operators import Operator, is_parted
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = [
    "BEING",
    "BREAKS",
    "CLAUSE_TOKENS",
    "DOES",
    "JUDGES",
    "adds_contrast",
    "calls_weak",
    "clause_around",
    "cue_words",
    "is_named",
    "is_noun",
    "is_planned",
    "left_chain",
    "operator_cue",
    "right_chain",
]

#: Where a clause ends.
BREAKS = frozenset((SENTENCE_END, ";", ":", "—", "–", "(", ")")) | stem_set(
    "but although though while whereas because despite however yet thus"
)
_JOINS = stem_set("and or , nor")
BEING = stem_set(
    "be will would can could may might must should shall have remain become cannot "
    "can't won't wouldn't isn't aren't wasn't weren't need do doesn't don't didn't "
    "shouldn't mustn't ought seem look appear constitute amount represent stay "
    "prove"
)
_PASSIVE = stem_set("be isn't aren't wasn't weren't get")
_CALLS = stem_set(
    "consider regard see view call label brand describe deem treat dub find think "
    "judge denounce dismiss slam reject condemn criticise declare"
)
_AFTER_INTRANSITIVE = stem_set(
    "by to in at on until after before now immediately from for with if unless this "
    "next as once and or , ; without into over when within"
)
_STAYING = stem_set("stay remain")
_LEAVING = stem_set("resign step stand")  # "Step down" has no object.
_NEW_SUBJECTS = stem_set("this the that these it they we he she i there not")
_PREPOSITIONS = stem_set("in for on over of within under from about to against at")
_DETERMINERS = stem_set("the a an any new further such these those its their")
_TIMES = stem_set("before after during amid since ahead")
_LATER = stem_set("before until once")  # "Before the gavel falls" is not said of it.
_NOT_DONE = stem_set("if when unless once until against from")
_NAMING = stem_set("mention reference naming wording language")
_PLANS = stem_set("plan proposal scheme bid bill reform idea offer")
_ARTICLES = stem_set("the a any this that")
# "Guarantees, not empty words": what is wanted is the strong one.
_HOLDS = ("hold_for", "hold_against")
_WHERE_BY = stem_set("in at during after since by")
_INSTEAD = stem_set("not instead rather than more without")
_ENDS_SERVED = frozenset(("protest", "support"))
_REACH_TOKENS = 12
_NEGATION_REACH = 4
_HELPING_TOKENS = 4
_ADVERBS = stem_set("not never also now still therefore instead no longer")
_BARE_NEGATION_REACH = 2
CLAUSE_TOKENS = 50  # Where a sentence without stops is cut, to stay linear.
_SUBJECT_TOKENS = 9
_CALLED_TOKENS = 6
_PREDICATE_TOKENS = 3
DOES = ("further", "against", "more", "less")
_DEGREES = ("more", "less")
JUDGES = ("good", "bad")


def adds_contrast(stems: Sequence[str], at: int) -> bool:
    """Tell "the quota but not the tax", which goes on with the same verb."""
    return stems[at] == "but" and stems[at + 1 : at + 2] == ("not",)


def clause_around(tokens: Tokens, content: range, target: Target) -> tuple[int, int]:
    """Find the clause around a place, within the content."""
    low = target.first
    first = max(content.start, low - CLAUSE_TOKENS)
    while low > first and (
        tokens.stems[low - 1] not in BREAKS or adds_contrast(tokens.stems, low - 1)
    ):
        if tokens.stems[low - 2 : low] == ("and", "that"):
            # "Could not wait, and that a swap was needed": a clause of its own.
            break
        low -= 1
    high = target.last
    last = min(content.stop, high + CLAUSE_TOKENS)
    while high < last and tokens.stems[high] not in BREAKS:
        high += 1
    return low, high


def calls_weak(scene: Scene, content: range, target: Target) -> bool:
    """Tell whether a thing is called too weak: "half-baked promises", "it binds nobody".

    Whoever says so is against it as it is, and may well be for a stronger one.
    """
    low, high = clause_around(scene.tokens, content, target)
    stems = scene.tokens.stems
    return any(
        op.kind == "weak"
        and not target.first <= op.first < target.last
        and not any(
            word in _INSTEAD for word in stems[max(low, op.first - 3) : op.first]
        )
        for op in scene.operators_in(max(content.start, low - 1), high)
    )


def _stays_of_a_mind(
    stems: Sequence[str], op: Operator, chain: Sequence[Operator]
) -> bool:
    """Tell "remained opposed to it", which keeps nothing but an attitude."""
    return stems[op.first] in _STAYING and bool(chain) and chain[-1].kind in _HOLDS


def left_chain(
    scene: Scene, target: Target, low: int, *, spared: Collection[int]
) -> tuple[list[Operator], bool]:
    """Collect what governs a place from the left, nearest first.

    Args:
        scene: The document.
        target: The place.
        low: First token of the clause.
        spared: Tokens of the cue, which are counted elsewhere.

    Returns:
        The words that govern it; and whether a second verb, joined by "and", took
        over from the cue: "does not trust them and wants guarantees".
    """
    stems = scene.tokens.stems
    chain: list[Operator] = []
    reach = target.first
    # "gave up its claim three days after they softened their line on pilots"
    low = max(
        low, *(at + 1 for at in range(low, target.first) if stems[at] in _TIMES), 0
    )
    skip, again = target.deed and stems[target.first - 1] in _JOINS, False
    for op in reversed(scene.operators_in(low, target.first)):
        if (
            op.last > target.first
            or op.first in spared
            or not _may_govern(scene.tokens, op)
        ):
            continue
        if stems[op.first] == "neither" and any(stems[o.first] == "nor" for o in chain):
            continue  # "Neither a levy nor fees" says no to each of them once.
        after = chain[-1].first if chain else 0
        parted = is_parted_clause(scene.tokens, op.last, after, reach)
        if parted or reach - op.last > _reach(op, chain):
            break
        if (
            op.kind in JUDGES
            and (op.last != target.first or op.kind == "good")
            and not _judges_deed(stems, op, chain, target)
            and not _does_harm(stems, op)
        ):
            continue
        distant = op.kind in _DEGREES and op.last < target.first - 1
        distant = distant or _stays_of_a_mind(stems, op, chain)
        beside = _is_partner(stems, op, target) or is_parted(stems, op, target.first)
        if distant or beside or _is_own_word(scene, op, target):
            continue
        if skip and op.kind != "negation":
            # "raise wages and cut hours": hours are cut, not raised.
            skip = again and stems[op.first - 1] != "to"
            continue
        chain.append(op)
        reach = op.first
        if _begins_anew(stems, op, low):
            return chain, True
        if stems[op.first - 1] == "," and op.first in scene.tokens.gerunds:
            # ", getting a deal": the cue may govern it, the words before do not.
            break
        # "to cap the grants and to scrap the relief": the relief is not capped.
        again = stems[op.first - 1] == "to"
        verb = op.first - int(again)
        skip = verb > low and stems[verb - 1] in _JOINS and op.kind != "negation"
    return chain, _takes_over(scene, chain, low)


def _may_govern(tokens: Tokens, op: Operator) -> bool:
    """Tell what takes a side from "proposed in the talks", "demanded by the Greens"."""
    said = op.kind in _HOLDS and tokens.stems[op.last] in _WHERE_BY
    said = said or (op.kind == "against" and tokens.stems[op.first] in _LEAVING)
    return bool(op.sign) and not (said or _is_attribute(tokens, op))


def _is_attribute(tokens: Tokens, op: Operator) -> bool:
    """Tell "a contested law": who adopts it contests nothing."""
    before, after = tokens.stems[op.first - 1], tokens.stems[op.last]
    return (
        op.sign < 0
        and (op.first in tokens.inflected or op.first in tokens.bent)
        and before in _DETERMINERS
        and after.isalpha()
        and after not in _PREPOSITIONS | _DETERMINERS | {"to", "that"}
    )


def _is_own_word(scene: Scene, op: Operator, target: Target) -> bool:
    """Tell a word that is part of a term of the same issue: "the ban" is the thing."""
    return any(
        other.issue == target.issue
        and not (other.pole or other.deed)
        and op.last <= other.last
        for other in scene.targets_in(op.first, op.last)
    )


def _judges_deed(
    stems: Sequence[str], op: Operator, chain: Sequence[Operator], target: Target
) -> bool:
    """Tell "it would be wrong to rule it out" from "a wrong decision"."""
    following = stems[op.last : op.last + 2]
    leads = following[:1] == ("to",) or following == ("not", "to")
    begins = target.deed and stems[target.first - 1] == "to"
    return leads and (bool(chain) or begins)


def _does_harm(stems: Sequence[str], op: Operator) -> bool:
    """Tell "to wreck the treaty" from "a disaster for it"."""
    harms = op.kind == "bad" and stems[op.first - 1] == "to"
    return harms and stems[op.last] in _DETERMINERS


def _begins_anew(stems: Sequence[str], op: Operator, low: int) -> bool:
    """Tell whether a verb has its own helping verb after an "and": "and would keep".

    So have "in protest against" and "in support of", whatever was done to that end.
    """
    if stems[op.first] in _ENDS_SERVED and stems[op.first - 1] == "in":
        return True
    for at in range(op.first - 1, max(low, op.first - _HELPING_TOKENS) - 1, -1):
        if stems[at] == "and":
            return at < op.first - 1
        if stems[at] not in BEING and stems[at] not in _ADVERBS:
            return False
    return False


def _reach(op: Operator, chain: Sequence[Operator]) -> int:
    """Say how far a word governs; a negation only what stands right after it."""
    if op.kind != "negation":
        return _REACH_TOKENS
    return _NEGATION_REACH if chain else _BARE_NEGATION_REACH


def _takes_over(scene: Scene, chain: Sequence[Operator], low: int) -> bool:
    """Tell whether an attitude in a finite form follows an "and"."""
    return any(
        op.kind.startswith("hold")
        and op.first > low + 1
        and scene.tokens.stems[op.first - 1] == "and"
        and op.first in scene.tokens.inflected
        for op in chain
    )


def _is_partner(stems: Sequence[str], op: Operator, target: Target) -> bool:
    """Tell "withdrawal of troops and membership": the withdrawal is not of membership."""
    joined = stems[target.first - 1] in _JOINS
    return joined and op.kind in DOES and stems[op.last] == "of"


def right_chain(scene: Scene, target: Target, low: int, high: int) -> list[Operator]:
    """Collect what is said of a place as a subject: "tariffs must be lifted"."""
    begin, called = _begin_predicate(scene, target, low, high)
    if begin is None:
        return []
    stems = scene.tokens.stems
    chain: list[Operator] = []
    reach = range(begin, min(high, begin + _REACH_TOKENS))
    stop = next((at for at in reach if stems[at] in _LATER), reach.stop)
    for op in scene.operators_in(begin, stop):
        if not op.sign:
            continue
        if chain and chain[-1].kind != "negation" and stems[op.first - 1] in _JOINS:
            break
        judged = op.kind in JUDGES and (
            called or _is_predicative(scene, op, begin, target)
        )
        if op.kind == "negation" or judged or _is_said_of(scene, op, begin, high):
            chain.append(op)
        elif op.kind not in JUDGES:
            break
        if chain and chain[-1].kind != "negation":
            break
    # "is not for sale" negates a word that is not known here.
    return [] if chain and chain[-1].kind == "negation" else chain


def _begin_predicate(
    scene: Scene, target: Target, low: int, high: int
) -> tuple[int | None, bool]:
    """Find where the predicate of a subject begins; tell if it is what one calls it."""
    stems = scene.tokens.stems
    for at in range(target.last, min(high, target.last + _SUBJECT_TOKENS)):
        if stems[at] in BEING:
            return at, False
        if stems[at] in _TIMES or stems[at] == "than":
            # "a vote before it is shut": what follows is said of something else.
            return None, False
        if stems[at] == "and" and stems[target.first] not in _STAYING:
            # "the cap and the pay rise were too much": it is said of both.
            both = scene.targets_in(at + 1, min(high, at + 1 + _PREDICATE_TOKENS))
            if both and both[0].last < high and stems[both[0].last] in BEING:
                return both[0].last, False
        new_clause = at + 1 < high and stems[at + 1] in _NEW_SUBJECTS | BEING
        if stems[at] == "," or (stems[at] == "and" and new_clause):
            break
    before = range(max(low - 2, target.first - _CALLED_TOKENS, 0), target.first)
    if any(stems[at] in _CALLS and stems[at + 1] != "for" for at in before):
        return target.last, True
    for op in scene.operators_in(target.last, min(high, target.last + 2)):
        # "Defend each other if attacked", "the tax against attacks" attack nothing.
        if op.kind in (*JUDGES, *DOES) and stems[op.first - 1] not in _NOT_DONE:
            return op.first, False
    return None, False


def _is_predicative(scene: Scene, op: Operator, begin: int, target: Target) -> bool:
    """Tell "would be a grave mistake" from "must respect legitimate interests"."""
    stems = scene.tokens.stems
    if op.first == target.last or stems[op.first] in BEING:
        return True
    low = max(begin, op.first - _PREDICATE_TOKENS)
    for at in range(op.first - 1, low - 1, -1):
        if stems[at] in BEING or (stems[at] == "as" and stems[at - 1] in _CALLS):
            # "is a mistake", "would be regarded as a hostile act"
            return True
        if stems[at] in _PREPOSITIONS:
            return False
    return False


def _is_said_of(scene: Scene, op: Operator, begin: int, high: int) -> bool:
    """Tell a passive or intransitive verb from one that has an object."""
    if op.kind in JUDGES:
        return False
    stems = scene.tokens.stems
    if any(stems[at] in _PASSIVE for at in range(max(begin, op.first - 3), op.first)):
        return True
    if op.kind not in DOES:
        return False
    if stems[op.first] in _STAYING:
        return True
    return (
        op.last >= high
        or stems[op.last] in _AFTER_INTRANSITIVE
        or not stems[op.last].isalnum()
    )


def cue_words(
    target: Target, chain: Sequence[Operator], sign: int
) -> tuple[tuple[int, int, str], ...]:
    """Name the words that decided, and what each says."""
    if target.pole:
        side = "support" if target.sign > 0 else "oppose"
        named = (target.first, target.last, f"pole:{side}")
    else:
        named = (target.first, target.last, "term")
    return (named, *(operator_cue(op) for op in chain if sign))


def operator_cue(op: Operator) -> tuple[int, int, str]:
    """Name one word that decided."""
    names = {"hold_for": "attitude:for", "hold_against": "attitude:against"}
    names["negation"] = "negation"
    return (op.first, op.last, names.get(op.kind, f"predicate:{op.kind}"))


def is_named(scene: Scene, target: Target) -> bool:
    """Tell "any mention of coal": whoever wants it said wants the question's answer."""
    if target.pole:
        return False
    before = scene.tokens.stems[max(0, target.first - 2) : target.first]
    return not _NAMING.isdisjoint(before)


def is_planned(scene: Scene, target: Target) -> bool:
    """Tell "the patent plan": a plan is one to do what the question asks."""
    after = scene.tokens.stems[target.last : target.last + 1]
    return not target.pole and not target.deed and bool(_PLANS & set(after))


def is_noun(scene: Scene, op: Operator) -> bool:
    """Tell "the plan to sell it", which is nobody's wish yet, from "plans to sell it"."""
    stems = scene.tokens.stems
    return stems[op.first] in _PLANS and stems[op.first - 1] in _ARTICLES
