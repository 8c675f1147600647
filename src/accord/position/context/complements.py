"""Complements: what is to become of a thing that somebody wants, told behind it.

"Wants the plan dropped", "asked for the filling to stop", "let the cap lapse": the attitude
stands before the thing and the deed after it.
"""

from collections.abc import Sequence

from accord.position.chains import DOES
from accord.position.conditions.words import Words
from accord.position.issues import Scene, Target
from accord.position.meaning.operators import Operator
from accord.position.phrases import stem_set

__all__ = ["asks_why", "complement", "feared", "gives_ground", "is_command"]

_HOLDS = ("hold_for", "hold_against")
_GONE = stem_set("out gone off away go lapse expire die fall fail collapse founder")
_SHOULDS = (("should",), ("would",), ("must",))
_GOING_ON = (["up"], ["ahead"], ["on"], ["through"], ["forward"])
_FALL = ("fall", "through")
# "wants membership of the alliance scrapped"
_WITHIN = stem_set("of the a an at in to on")
_PHRASE_TOKENS = 6
_CLAUSE_TOKENS = 8
# "No new tolls on our roads", "No toll without a vote".
_CRIED = stem_set("more new further such")
_AFTER_CRY = stem_set(
    "on in for at here ever without until before unless no not thank now"
)
_WOULD = stem_set("would will could might risk")
_AFTER_VERB = stem_set(
    "by to in at on until after before now immediately from for with if unless this next "
    "once and or without when during over while because as"
)

_MARKERS = stem_set("if when whenever unless once should")


def complement(scene: Scene, target: Target) -> list[Operator]:
    """Read "wants the plan dropped", "the strike to stop", "let the cap lapse".

    The content may end before it.
    """
    tokens = scene.tokens
    after = [w for w in tokens.stems[target.last : target.last + 3] if w != "to"][:2]
    gone = tuple(after) == _FALL or after[1:] not in _GOING_ON
    if after and after[0] in _GONE and gone:
        return [Operator(target.last, target.last + 1, "against", -1)]
    done = tokens.inflected | tokens.bent
    stop = target.last
    while (
        stop < min(len(tokens.stems), target.last + _PHRASE_TOKENS)
        and tokens.stems[stop].isalpha()
        and (tokens.stems[stop] in _WITHIN or tokens.stems[stop - 1] in _WITHIN)
    ):
        stop += 1
    ops = scene.operators_in(target.last, stop + 2)
    return [
        op
        for op in ops[:1]
        if op.kind in DOES
        # "Agreed to defend each other if attacked": nobody wants the attack.
        and _MARKERS.isdisjoint(tokens.stems[target.last : op.first])
        and (
            op.first in done
            or tokens.stems[op.first] == "be"
            or _is_to_stop(scene, target, op)
        )
    ]


def _is_to_stop(scene: Scene, target: Target, op: Operator) -> bool:
    """Tell "the strike to stop" from "the strikers to stop the trams"."""
    stems = scene.tokens.stems
    begins = op.first == target.last + 1 and stems[target.last] == "to"
    after = stems[op.last : op.last + 1]
    return begins and (not after or not after[0].isalpha() or after[0] in _AFTER_VERB)


def feared(scene: Scene, target: Target, clause: tuple[int, int]) -> list[Operator]:
    """Read "warned that the levy would drive them out": whatever it does is bad."""
    after = scene.tokens.stems[target.last : target.last + 1]
    if target.last >= clause[1] or after[0] not in _WOULD:
        return []
    if "if" in scene.tokens.stems[target.last : target.last + _CLAUSE_TOKENS]:
        # "Sarel would fall apart if they left": that they leave is what is bad.
        return []
    return [Operator(target.last, target.last + 1, "bad", -1)]


def gives_ground(
    scene: Scene, target: Target, left: Sequence[Operator], right: Sequence[Operator]
) -> bool:
    """Tell "we reject it as unlawful", where both words say the same."""
    if not right or not any(op.kind in _HOLDS for op in left):
        return False
    return "as" in scene.tokens.stems[target.last : right[0].first]


def is_command(scene: Scene, words: Words, target: Target) -> bool:
    """Tell "Give them back," which asks for the deed, from "giving them back".

    "No toll, not on these terms" asks as well.
    """
    first, tokens = target.first, scene.tokens
    if words.voice.quoted and _is_cry(scene, words, target):
        return True
    if not target.deed or first != words.content.start or not words.voice.quoted:
        return False
    if first in tokens.gerunds and not tokens.stems[first].endswith("ing"):
        # "Bring" only looks like one.
        return False
    return first not in tokens.inflected | tokens.bent


def _is_cry(scene: Scene, words: Words, target: Target) -> bool:
    """Tell "No toll!" and "No more tolls on our roads" from "no toll was paid"."""
    stems, start = scene.tokens.stems, words.content.start
    opening = stems[start : target.first]
    if opening[:1] != ("no",) or not _CRIED.issuperset(opening[1:]):
        return False
    after = stems[target.last : target.last + 1]
    return not after or not after[0].isalpha() or after[0] in _AFTER_CRY


def asks_why(scene: Scene, content: range) -> bool:
    """Tell "Why should we pay?", which asks for no answer."""
    opening = scene.tokens.stems[content.start : content.start + 2]
    return opening[:1] == ("why",) and opening[1:] in _SHOULDS
