"""Scope: how far what somebody does reaches along a sentence."""

from itertools import pairwise

from accord.position.issues import Scene, Target
from accord.position.meaning.clauses import goes_on_anew
from accord.position.phrases import stem_set

__all__ = ["is_another_clause", "is_where", "what_is_sent"]

_LED = frozenset(("the", "a", "an", "its", "their", "this", "that"))
_WHERE = frozenset(("at", "near", "outside", "inside"))
_HOLDS = ("hold_for", "hold_against")
_LATER = stem_set("after since")
_END = ("so", "that")
_JOINED_TOKENS = 2
# "Put the bill to a referendum", "take the ban before the court".
_SENDING = stem_set("put submit take bring refer send carry")
_FORUMS = stem_set(
    "referendum plebiscite vote ballot poll court tribunal arbitration arbitrator wto panel jury "
    "judge umpire people voter electorate mediation adjudication inquiry"
)
_TOWARDS = frozenset(("to", "before"))
_SENT_TOKENS = 8


def is_another_clause(scene: Scene, start: int, target: Target) -> bool:
    """Tell whether a place lies beyond what the words at ``start`` govern.

    "Vowed to fight on after they voted to close it": they voted, and nobody vowed that.
    "Called for a truce so that aid can pass": what it is for is not what is called for.
    "Refused to sign and the boats left": the boats begin a sentence of their own.
    "Rejected the bill and would vote for a levy": the levy is not rejected.
    """
    tokens = scene.tokens
    if goes_on_anew(tokens, start, target.first):
        return True
    between = tokens.stems[start + 1 : target.first]
    if not _LATER.isdisjoint(between) or _END in pairwise(between):
        return True
    before = tokens.stems[max(0, target.first - _JOINED_TOKENS) : target.first]
    finite = target.last in tokens.inflected or target.last in tokens.bent
    return "and" in before and finite and target.last not in tokens.capitals


def is_where(scene: Scene, low: int, target: Target) -> bool:
    """Tell "supports its members at the school": the school is only where they are.

    So it is with what is only sent somewhere: "wants the bill put to a referendum".

    Args:
        scene: The document.
        low: First token of the clause.
        target: The place.
    """
    if _is_sent(scene, target):
        return True
    stems = scene.tokens.stems
    at = target.first - 1
    while at > low and stems[at] in _LED:
        at -= 1
    if target.pole or at <= low or stems[at] not in _WHERE:
        return False
    held = [op for op in scene.operators_in(low, at) if op.kind in _HOLDS]
    # "Angry at the plan": the word before belongs to it.
    return bool(held) and at - held[-1].last > 1


def what_is_sent(scene: Scene, target: Target) -> range:
    """Find the bill in "put the bill to a referendum", which only says of what.

    Whoever wants that wants the referendum, and says nothing of the bill.

    Args:
        scene: The document.
        target: The place: the referendum.

    Returns:
        The words from the verb to the place; none if nothing is sent there.
    """
    stems = scene.tokens.stems
    at = target.first - 1
    if stems[target.last - 1] not in _FORUMS:
        return range(0)
    while at > 0 and stems[at] in _LED:
        at -= 1
    if at < 1 or stems[at] not in _TOWARDS:
        return range(0)
    for before in range(at - 1, max(0, at - _SENT_TOKENS) - 1, -1):
        if stems[before] in _SENDING:
            return range(before, target.first)
        if not stems[before].isalpha():
            break
    return range(0)


def _is_sent(scene: Scene, target: Target) -> bool:
    """Tell the bill in "put the bill to a referendum" where that is asked about."""
    following = scene.targets_in(target.last, target.last + _SENT_TOKENS)
    return any(
        other.issue != target.issue and what_is_sent(scene, other)
        for other in following
    )
