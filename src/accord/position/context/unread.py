"""Unread: words between an attitude and the thing that nobody here understands.

"Urged both to read the plan", "a law that would take the ports from the mayors", "was asked
whether to sign it": what is done with the thing is told by a verb of no list, or is left
open. Where that is so no side is taken, rather than that of the attitude alone.
"""

from collections.abc import Sequence
from itertools import pairwise

from accord.position.conditions.words import Words
from accord.position.context.complements import complement
from accord.position.context.papers import POINTERS
from accord.position.context.scope import what_is_sent
from accord.position.issues import Scene, Target
from accord.position.meaning.operators import Operator
from accord.position.parties import BODIES, OFFICES
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["hangs_on", "is_addressed", "is_open", "is_unread", "serves_purpose"]

# What may follow a verb that has an object; a noun after "to" has none.
_OPENS_OBJECT = stem_set(
    "the a an any this that these those its their his her our all both some more new no it them"
)
# Verbs that leave the side to the words around them.
_LIGHT = stem_set(
    "see have make let get be do go take order use buy purchase acquire arrange organise organize "
    "conduct stage operate perform execute prepare award apply collect set fix appoint convene "
    "pick hire produce print develop design draft write present submit advance hasten enact decree "
    "mandate prescribe undertake schedule test trial pilot host try need want"
)
_BEFORE_GERUND = stem_set("of for from by against about in on with without")
_RELATIVES = stem_set("that which who")
_FOLLOW_RELATIVE = stem_set("be have will would can could may might must should do")
_OPEN = stem_set("whether how")
_WHICH = stem_set("which what who whose")
_ASKED = stem_set("ask decide discuss debate determine agree wonder")
_SETTLED = frozenset(("doubt", "reject", "refuse"))
# Nouns that lead to what is done: "plans to close it".
_LEADING = stem_set(
    "plan bid attempt effort move proposal decision right power call demand campaign fight "
    "push offer pledge promise vow wish need chance deadline deal vote readiness willingness "
    "refusal threat motion request law bill order duty obligation intention reason cause "
    "ground justification"
)
_MEANS = frozenset(("protest", "reject", "accuse", "criticise"))
_REACH_TOKENS = 30
_PREPOSITIONS = stem_set(
    "of on about over to in from with at for into under towards around"
)
# Nouns that stand for the thing they lead to: "the idea of a toll", "part of the port".
_NEUTRAL = _LEADING | stem_set(
    "idea notion concept principle prospect possibility case form kind type sort part "
    "use version introduction creation construction building work project scheme programme "
    "policy system model measure step talk negotiation agreement treaty contract rule vote "
    "referendum percent share number level amount increase rise expansion all any one some "
    "mention reference wording language attempt access more most support backing go yes no end halt stop money cost fund funding cash aid "
    "euro dollar pound franc million billion trillion soldier troop permission permit licence "
    "lease claim complaint lawsuit suit condition dispatch presence arrival delivery "
    "supply passage entry handover rollout sale purchase transfer storage exchange"
)
_RULES = stem_set(
    "amendment clause article provision regulation decree ordinance statute text"
)
_DAYS = stem_set("monday tuesday wednesday thursday friday saturday sunday")
_PHRASE_TOKENS = 4
# "The appointment of a panel" is as good as the panel.
_DEED_ENDINGS = ("ment", "tion", "sion")
_FREED = 4
_LEAD_TOKENS = 3
_TELLING = stem_set(
    "urge ask implore beg order tell appeal advise warn press call plead"
)
_AFTER_ADDRESS = stem_set("to back not")
_ADDRESS_TOKENS = 3
_WANTED = frozenset(("for", "against"))
# "Attacked the mayor over the toll".
_TOPICAL = stem_set("on over about for")
_STATES = stem_set("city town state country parliament court operator employer")
_JOINS = frozenset(("and", "or"))


def is_unread(scene: Scene, start: int, target: Target) -> bool:
    """Tell whether the verb that governs a place is one of no list.

    Args:
        scene: The document.
        start: First token of what is said.
        target: The place.
    """
    tokens, stems = scene.tokens, scene.tokens.stems
    low = max(start, target.first - _REACH_TOKENS)
    if what_is_sent(scene, target):
        low = target.first
    known = _understood(scene, low, target)
    for at in range(target.first - 1, low - 1, -1):
        if at in known:
            return _is_told_of_another(scene, low, at)
        if stems[at] == SENTENCE_END:
            return False
        relative = stems[at] in _RELATIVES and at > start
        if relative and _is_relative(scene, at):
            return True
        if at + 1 >= target.first or not stems[at + 1].isalpha():
            continue
        verb = at + 1
        infinitive = stems[at] == "to"
        gerund = stems[at] in _BEFORE_GERUND and verb in tokens.gerunds
        if infinitive and target.deed and stems[target.first - 1] in _JOINS:
            # "to listen to parents and ban phones": what is asked for is done as well.
            return False
        if (infinitive or gerund) and _has_object(scene, verb, target):
            return stems[verb] not in _LIGHT and verb not in known
    return False


def _is_told_of_another(scene: Scene, low: int, verb: int) -> bool:
    """Tell "a camp that has blocked it", which only says more of the camp."""
    stems = scene.tokens.stems
    for at in range(verb - 1, max(low, verb - _LEAD_TOKENS) - 1, -1):
        if stems[at] in _RELATIVES:
            # "A bill on Thursday that would": the day only says when.
            thing = stems[at - 3 if stems[at - 1] in _DAYS else at - 1]
            plain = thing.isalpha() and thing not in _NEUTRAL | POINTERS | _RULES
            return plain and _is_relative(scene, at)
        if stems[at] not in _FOLLOW_RELATIVE:
            return False
    return False


def _understood(scene: Scene, low: int, target: Target) -> set[int]:
    """Give the words before a place that take a side; of "urge ... to" the first."""
    return {
        at
        for op in scene.operators_in(low - _LEAD_TOKENS, target.first)
        if op.sign
        for at in range(op.first, op.last)
        if at == op.first or scene.tokens.stems[op.last - 1] != "to"
    }


def _is_relative(scene: Scene, at: int) -> bool:
    """Tell "a law that would" from "said that the law"."""
    following = at + 1
    stems = scene.tokens.stems
    if following >= len(stems) or not stems[at - 1].isalpha():
        return False
    if stems[at - 1] in ("say", "add", "fear", "hope", "think", "believe", "agree"):
        return False
    finite = stems[following] in _FOLLOW_RELATIVE or following in scene.tokens.bent
    finite = finite or (stems[at] != "that" and following in scene.tokens.inflected)
    return finite and following not in scene.covered


def _has_object(scene: Scene, verb: int, target: Target) -> bool:
    """Tell a verb from a noun after "to": something stands right after it."""
    named = verb in scene.covered or verb in scene.tokens.owners
    if named or scene.tokens.stems[verb] in _OPENS_OBJECT:
        # "No objection to Arle's entry".
        return False
    after = verb + 1
    if after >= target.first:
        return True
    return scene.tokens.stems[after] in _OPENS_OBJECT or after in scene.covered


def hangs_on(scene: Scene, start: int, target: Target) -> bool:
    """Tell a place that only says more of another thing: "ducked questions on the toll".

    Args:
        scene: The document.
        start: First token of what is said.
        target: The place.
    """
    if what_is_sent(scene, target):
        return False
    stems = scene.tokens.stems
    at = target.first - 1
    low = max(start, target.first - _REACH_TOKENS)
    known = _understood(scene, low, target)
    known.update(
        place
        for other in scene.targets_in(low, target.first)
        for place in range(other.first, other.last)
    )
    steps = 0
    while at > low and steps < _PHRASE_TOKENS:
        if at in known or not stems[at].isalpha():
            return False
        leads = target.deed and at + 1 == target.first
        if stems[at] == "to" and (leads or not _has_object(scene, at, target)):
            # "to go on with it" leads to a verb.
            return False
        if stems[at] in _PREPOSITIONS:
            head = at - 1
            if head in known or _is_freed(stems, known, at):
                return False
            deed = stems[at] == "of" and stems[head].endswith(_DEED_ENDINGS)
            if deed or stems[head] in _NEUTRAL:
                at, steps = head - 1, 0
                continue
            body = stems[at] in _TOPICAL and _is_body(scene, head)
            return stems[head].isalpha() and not body and head not in scene.covered
        at -= 1
        steps += 1
    return False


def _is_body(scene: Scene, head: int) -> bool:
    """Tell whom somebody sues or attacks over a thing from what they say about it."""
    stem = scene.tokens.stems[head]
    return stem in OFFICES | BODIES | _STATES or head in scene.tokens.capitals


def _is_freed(stems: Sequence[str], known: set[int], at: int) -> bool:
    """Tell "exempted start-ups from it": the verb before governs both."""
    return stems[at] == "from" and any(b in known for b in range(at - _FREED, at))


def is_open(scene: Scene, start: int, target: Target, act: str) -> bool:
    """Tell "whether to sign it", which asks, from "doubts whether it works"."""
    if act in _SETTLED:
        return False
    begin = max(0, start - 1)
    words = scene.tokens.stems[begin : min(target.first, start + _REACH_TOKENS)]
    # "Agreed on which map should be used": the question is left to them.
    asked = any(
        word in _WHICH and before in _TOPICAL | _ASKED
        for before, word in pairwise(words)
    )
    return asked or not _OPEN.isdisjoint(words[start - begin :][:2])


def is_addressed(scene: Scene, words: Words, target: Target) -> bool:
    """Tell "begged the drivers to think": those spoken to are not what is wanted."""
    stems, start = scene.tokens.stems, words.content.start
    told = not _TELLING.isdisjoint(stems[max(0, start - _ADDRESS_TOKENS) : start])
    follows = target.last < len(stems) and stems[target.last] in _AFTER_ADDRESS
    before = stems[max(0, start - 1) : target.first]
    wanted = not _WANTED.isdisjoint(before)
    near = target.first - start <= _ADDRESS_TOKENS
    if not (told and follows and near) or wanted:
        return False
    # "asked the observers to stay": where they are is what is asked about.
    return not complement(scene, target)


def serves_purpose(
    scene: Scene, start: int, left: Sequence[Operator], act: str
) -> bool:
    """Tell "blocked the harbour to keep the ship out": the end says which side.

    Args:
        scene: The document.
        start: First token after the words that act.
        left: What governs the thing, nearest first.
        act: The act.
    """
    if act not in _MEANS or not left:
        return False
    first = left[-1].first
    stems = scene.tokens.stems
    if first <= start or stems[first - 1] != "to":
        return False
    between = stems[start : first - 1]
    # "Objected to keeping it" has no end, "went to court to keep it" has.
    ends = act != "reject" or any(word.isalpha() for word in between)
    return ends and _LEADING.isdisjoint(between)
