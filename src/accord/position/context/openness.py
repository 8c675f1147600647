"""Openness: what is to be talked about, settled or fought over, and so is no side yet.

"A referendum on the lease", "will decide on the tax", "the row over the mine": whoever wants,
holds or laments one of these says nothing of the thing itself.
"""

from collections.abc import Sequence

from accord.position.conditions.words import Words
from accord.position.issues import Scene, Target
from accord.position.meaning.operators import Operator
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = [
    "AGENTS",
    "is_compared",
    "is_foretold",
    "is_left_open",
    "is_of_others",
    "is_provisional",
]

_TOPICAL = stem_set("on at about over into regarding concerning around")
# With a topical preposition these tell what is spoken of, not what is wanted.
_PROCEEDINGS = stem_set(
    "referendum plebiscite debate discussion talk negotiation vote ballot poll decision ruling "
    "verdict judgment hearing inquiry investigation study report review assessment analysis "
    "survey information clarity question answer dispute row conflict argument quarrel "
    "controversy opinion consultation meeting conference summit dialogue mediation remark "
    "article news disagreement stalemate deadlock standoff impasse session trial lawsuit "
    "decide rule speak think argue consult negotiate mediate advise split divide divided disagree differ "
    "quarrel ask question comment position statement speculate pressure look"
)
# "An analysis of the plan" is as open; "the opponents of the plan" are not.
_STUDIES = stem_set(
    "discussion study review assessment analysis survey consideration examination details"
)
# Verbs that have the thing itself as their object.
_TREATING = stem_set(
    "discuss debate examine study explain review investigate anticipate prejudge predict "
    "foresee sacrifice"
)
_DETERMINERS = stem_set("the a an its their his her our this that these those such any")
_BREAKS = frozenset((SENTENCE_END, ";", ":", "—", "–"))
_SETTLED = frozenset(("doubt", "reject", "refuse"))
_DOES = ("further", "against", "more", "less")
_PHRASE_TOKENS = 7
_CLAUSE_TOKENS = 30
_LEAD_TOKENS = 6
_LIMIT_TOKENS = 3
_ADDING = stem_set("rather other")
#: Nouns for those who take a side.
AGENTS = stem_set("opponent supporter critic advocate proponent believer backer")
_BEING = stem_set("be become remain as among a an i we")
_SELVES = stem_set("himself herself itself themselves myself ourselves")
_MOODS = stem_set("support opposition backing resistance enthusiasm anger criticism")
_MOOD_LEADS = stem_set("for to of against at over")
_DESCRIBING = stem_set(
    "that the a growing rising falling waning broad wide strong public popular local political "
    "widespread increasing more less little much some"
)
_REACHING = stem_set("get reach achieve conclude")
_UNLIKELY = stem_set("impossible unrealistic")
_COURTS = stem_set("court judge tribunal judges")
# Whoever halts a thing until it is judged has not judged it.
_HALTING = stem_set(
    "halt stop suspend stay freeze block pause hold bar stall delay postpone"
)
_FOR_NOW = stem_set(
    "until pending provisionally temporarily interim preliminary injunction"
)
_TIME_BEING = (("for", "the", stem("time")), ("for", "now"))
_LEAD = 3
_HALT_TOKENS = 40
# "Accused the League of wanting the ban": what another is said to want.
_WANTING = stem_set(
    "want seek plan plot try hope wish favour intend aim scheme push campaign lobby dream "
    "prepare conspire"
)
_CHARGED_TOKENS = 14
# Nobody speaks so of what they would like to see happen.
_WRECKING = stem_set(
    "sabotage undermine torpedo scupper thwart derail block obstruct gut weaken bury sink wreck "
    "kill stonewall dodge stall"
)
_PREFER = stem("prefer")
_PREFERENCES = stem_set("rather sooner prefer preferable")


def is_left_open(
    scene: Scene, start: int, target: Target, act: str, *, ready: bool = False
) -> bool:
    """Tell whether a place is only what something open is about.

    Args:
        scene: The document.
        start: First token of what is said.
        target: The place.
        act: The act that is read.
        ready: Whether somebody is ready to talk under a condition, which is half a yes.
    """
    return _is_whether(scene, start, target, act) or (
        _is_topic(scene, target) and not ready
    )


def _is_whether(scene: Scene, start: int, target: Target, act: str) -> bool:
    """Tell "it is unclear whether it will be built" from "doubts whether it works"."""
    if act in _SETTLED:
        return False
    stems = scene.tokens.stems
    for at in range(
        target.first - 1, max(start, target.first - _CLAUSE_TOKENS) - 1, -1
    ):
        if stems[at] in _BREAKS:
            return False
        if stems[at] == "whether":
            return stems[at + 1] != "or"
    return False


def _is_topic(scene: Scene, target: Target) -> bool:
    """Tell "a referendum on the lease", through what the thing's own phrase begins with."""
    stems = scene.tokens.stems
    follows = stems[target.last : target.last + 1]
    if target.deed and stems[target.last - 1] in _PROCEEDINGS:
        # "Its vote on the budget" names itself what it is about.
        return not _TOPICAL.isdisjoint(follows)
    nominal = _nominals(scene, target)
    low = max(0, target.first - _PHRASE_TOKENS)
    for at in range(target.first - 1, low, -1):
        head = stems[at - 1]
        if stems[at] in _TOPICAL:
            return head in _PROCEEDINGS or head in _STUDIES
        if stems[at] == "of" and head in _STUDIES:
            return True
        if stems[at] in _TREATING and at not in scene.tokens.gerunds:
            return stems[at + 1] in _DETERMINERS or at + 1 == target.first
        if at in nominal:
            continue
        plain = stems[at].isalpha() and stems[at] not in ("to", "and", "not")
        if not plain or _takes_side(scene, at):
            return False
    return False


def _nominals(scene: Scene, target: Target) -> set[int]:
    """Give the words of doing that are nouns: "the abolition of the tax"."""
    stems = scene.tokens.stems
    return {
        at
        for op in scene.operators_in(target.first - _PHRASE_TOKENS, target.first)
        if op.kind in (*_DOES, "negation")
        and (
            stems[op.first - 1] in _DETERMINERS | _TOPICAL
            or stems[op.last] == "of"
            or stems[op.first] == "end"
        )
        for at in range(op.first, op.last)
    }


def _takes_side(scene: Scene, at: int) -> bool:
    """Tell a word that does something with the thing, or is for or against it."""
    return any(op.sign for op in scene.operators_in(at, at + 1))


def is_of_others(scene: Scene, start: int, target: Target, *, governed: bool) -> bool:
    """Tell "the concerns of opponents of the lease" from "is an opponent of the lease".

    Args:
        scene: The document.
        start: First token of what is said.
        target: The place.
        governed: Whether the cue itself takes a side, as in "voiced support for".
    """
    stems = scene.tokens.stems
    for at in range(target.first - 1, max(0, target.first - _PHRASE_TOKENS), -1):
        verb = governed and at == start - 1 and stems[at - 1] not in _DETERMINERS
        if verb and stems[at] in AGENTS:
            # "advocates | the lease": the cue itself.
            continue
        if stems[at] in AGENTS and at >= start - _PHRASE_TOKENS:
            lead = stems[max(0, at - _LEAD_TOKENS) : at]
            return _BEING.isdisjoint(lead) and not _names_itself(lead)
        if stems[at] in _MOODS and stems[at + 1] in _MOOD_LEADS:
            # "Said support for it was growing": whose it is nobody says.
            return not governed and _DESCRIBING.issuperset(stems[start:at])
    return False


def _names_itself(lead: Sequence[str]) -> bool:
    """Tell "calls itself a friend of the lease" from "called the friends of it cowards"."""
    return "call" in lead and not _SELVES.isdisjoint(lead)


def is_compared(stems: Sequence[str], low: int, target: Target) -> int:
    """Read what stands after "than": "would rather resign than sign it".

    Returns:
        -1 if the thing is what is liked less, 1 if nothing is compared with it, and 0
        where only its size or worth is: "more important than the lease".
    """
    words = stems[low : target.first]
    after = stems[target.last : target.last + _LIMIT_TOKENS]
    if "than" in after[1:] and "," not in after[: after.index("than")]:
        # "Any lease longer than 15 years": one of a kind only.
        return int(stems[target.last].isdigit() or stems[target.last] in _ADDING)
    if "than" not in words:
        return -1 if _is_set_back(stems[max(0, low - 1) : target.first]) else 1
    than = low + words.index("than")
    before = stems[max(0, low - _LEAD_TOKENS) : than]
    if before and before[-1] in ("rather", "other", "more", "less"):
        return 1
    return 0 if _PREFERENCES.isdisjoint(before) else -1


def _is_set_back(words: Sequence[str]) -> bool:
    """Tell the second thing of "would prefer fences to a cull"."""
    if _PREFER not in words or "to" not in words:
        return False
    to = len(words) - 1 - words[::-1].index("to")
    first = words[words.index(_PREFER) + 1 : to]
    return bool(first) and _DETERMINERS.issuperset(words[to + 1 :])


def is_foretold(
    scene: Scene, left: Sequence[Operator], right: Sequence[Operator]
) -> bool:
    """Tell "getting an agreement will be impossible", which foretells and wants nothing."""
    stems = scene.tokens.stems
    reached = any(stems[op.first] in _REACHING for op in left)
    return reached and any(stems[op.first] in _UNLIKELY for op in right)


def is_provisional(scene: Scene, words: Words, target: Target) -> bool:
    """Tell what is no side yet: what a court halts for now, what others are said to want.

    "Halted the closure until it has ruled" judges nothing; "accused the League of wanting it"
    tells of the League.
    """
    stems, start = scene.tokens.stems, words.content.start
    if words.act.act.id == "accuse":
        lead = range(max(0, start - 1), min(target.first, start + _CHARGED_TOKENS))
        wanted = any(stems[at] == "of" and stems[at + 1] in _WANTING for at in lead)
        return wanted and not _is_blamed(scene, start, target)
    if _COURTS.isdisjoint(words.voice.words):
        return False
    first = words.act.cue[0] if words.act.cue else start
    begin = min(first, start)
    stop = min(len(stems), begin + _HALT_TOKENS)
    stop = next((at for at in range(begin, stop) if stems[at] == SENTENCE_END), stop)
    said = stems[max(0, begin - _LEAD) : stop]
    now = not _FOR_NOW.isdisjoint(said) or any(
        stems[at : at + len(phrase)] == phrase
        for at in range(begin, stop)
        for phrase in _TIME_BEING
    )
    return now and not _HALTING.isdisjoint(said)


def _is_blamed(scene: Scene, start: int, target: Target) -> bool:
    """Tell "of wanting to wreck the treaty" from "of wanting the treaty"."""
    stems = scene.tokens.stems
    return any(
        op.kind == "bad" or stems[op.first] in _WRECKING
        for op in scene.operators_in(start, target.first)
    )
