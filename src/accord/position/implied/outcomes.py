"""Outcomes: what became of a thing, told without a doer: "the plan was rejected".

Such an outcome is nobody's side, but others are glad of it or regret it.
"""

from collections.abc import Iterator

from accord.position.chains import clause_around, right_chain
from accord.position.issues import Scene, Target
from accord.position.phrases import stem_set

__all__ = ["find_outcome"]

_DOES = ("further", "against", "hold_for", "hold_against")
_HELD_OUT = stem_set("will would could may might can must should shall if unless to")
_BEING = stem_set("be")
_REACH_TOKENS = 6
_FAIL_TOKENS = 8


def find_outcome(scene: Scene, target: Target) -> Iterator[tuple[int, int]]:
    """Find what became of a thing that is named at a place.

    Args:
        scene: The document.
        target: The place.

    Yields:
        The side of the outcome and its sign for what was put to the vote; at most once.
    """
    stems = scene.tokens.stems
    around = range(max(0, target.first - 1), min(len(stems), target.last + 1))
    low, high = clause_around(
        scene.tokens, range(max(0, around.start - _FAIL_TOKENS), len(stems)), target
    )
    for op in reversed(scene.operators_in(low, target.first)):
        lead = stems[max(low, op.first - _FAIL_TOKENS) : op.first]
        if op.kind in _DOES and op.sign > 0 and lead[-1:] == ("to",) and "fail" in lead:
            # "The council failed on Monday to endorse the mission."
            yield -target.sign, -1
            return
    for op in right_chain(scene, target, low, min(high, target.last + _REACH_TOKENS)):
        between = stems[target.last : op.first]
        told = not _BEING.isdisjoint(between) and _HELD_OUT.isdisjoint(between)
        if told and op.kind in _DOES:
            yield op.sign * target.sign, op.sign
        return
