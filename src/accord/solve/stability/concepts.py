"""The stability concepts for one decision maker."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.solve.stability.graph import Moves
from accord.solve.stability.preference import Taste

__all__ = ["CONCEPTS", "CONCEPTS_IN_WORDS", "Stable", "find_stable"]

CONCEPTS = ("R", "GMR", "SMR", "SEQ")
#: What they mean, for whoever reads a table of them.
CONCEPTS_IN_WORDS = (
    "R (Nash): nobody has a better state to move to. GMR: whoever moves can be brought to "
    "something no better. SMR: and cannot escape from it. SEQ: by moves that those who answer "
    "gain from. SIM: by moves at the same time."
)


@dataclass(frozen=True, slots=True)
class Stable:
    """The states that one decision maker has no reason to leave.

    Attributes:
        by_concept: By concept, the states.
    """

    by_concept: dict[str, list[int]]


def find_stable(
    taste: Taste,
    moves: Moves,
    *,
    reach: Sequence[int],
    credible: Sequence[int],
) -> Stable:
    """Find the states that are stable for one decision maker.

    Args:
        taste: What it prefers.
        moves: Its moves.
        reach: By state, where the others can bring the conflict from there.
        credible: The same where each mover improves for itself by each move.

    Returns:
        R (Nash): it can move to nothing better. GMR: whatever better it moves to, the
        others can answer with something no better than staying. SMR: and it cannot
        escape from that by another move. SEQ: the others can so answer and improve for
        themselves.

    Cost:
        One operation on sets of n bits for each move that improves and each concept.

    Source:
        [fang1993], after [nash1951] (R), [howard1971] (GMR, SMR), [fraser1979] (SEQ).
    """
    safe = _Safe(taste, moves)
    found: dict[str, list[int]] = {concept: [] for concept in CONCEPTS}
    every = (1 << taste.size) - 1
    for state in range(taste.size):
        better = taste.improvements(moves, state)
        if not better:
            for states in found.values():
                states.append(state)
            continue
        no_better = every & ~taste.better(state)
        if all(credible[to] & no_better for to in better):
            found["SEQ"].append(state)
        if all(reach[to] & no_better for to in better):
            found["GMR"].append(state)
            held = safe.from_(state)
            if all(reach[to] & held for to in better):
                found["SMR"].append(state)
    return Stable(found)


class _Safe:
    """The states from which a decision maker cannot escape to something better."""

    def __init__(self, taste: Taste, moves: Moves) -> None:
        self.taste = taste
        self.moves = moves
        values = taste.values
        exact = [0] * (max(values) + 1)
        for state, row in enumerate(moves):
            best = max([values[state], *(values[to] for to in row)])
            exact[best] |= 1 << state
        self.below = exact
        for value in range(1, len(exact)):
            self.below[value] |= self.below[value - 1]
        self.comes_from: list[list[int]] = [[] for _ in moves]
        if taste.unknown:
            for state, row in enumerate(moves):
                for to in row:
                    self.comes_from[to].append(state)

    def from_(self, state: int) -> int:
        """Find the states no better than one, with no move to a better one."""
        found = self.below[self.taste.values[state]]
        doubtful = self.taste.unknown.get(state)
        if not doubtful:
            return found
        better = self.taste.better(state)
        for one in doubtful | {s for to in doubtful for s in self.comes_from[to]}:
            escapes = better >> one & 1 or any(
                better >> to & 1 for to in self.moves[one]
            )
            found = found & ~(1 << one) if escapes else found | 1 << one
        return found
