"""How others can answer a move: the shortest sequence of moves that ends in a set."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accord.solve.stability.graph import Moves
from accord.solve.stability.reach import Sanctions

__all__ = ["Step", "find_answer", "walk"]


@dataclass(frozen=True, slots=True)
class Step:
    """One move.

    Attributes:
        mover: Number of the decision maker.
        to: Number of the state it moves to.
    """

    mover: int
    to: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sequence of moves has come to, and who may move next."""

    state: int
    barred: frozenset[int]


def find_answer(
    moves: Mapping[int, Moves], start: int, *, ends: int, sanctions: Sanctions
) -> tuple[Step, ...] | None:
    """Find the shortest sequence of moves from a state into a set of states.

    Args:
        moves: Moves of those who answer, by their numbers.
        start: Where they start.
        ends: The set, one bit a state.
        sanctions: How they may move one after the other.

    Returns:
        The moves; None if there is no such sequence.

    Cost:
        Linear in the moves that can be made, by state and last mover.
    """
    for steps in walk(moves, start, sanctions=sanctions):
        if ends >> steps[-1].to & 1:
            return steps
    return None


def walk(
    moves: Mapping[int, Moves], start: int, *, sanctions: Sanctions
) -> Iterator[tuple[Step, ...]]:
    """Walk through all that some can bring a state to, the shortest ways first."""
    first = _Place(start, frozenset())
    came: dict[_Place, tuple[_Place, Step]] = {}
    waiting = deque([first])
    while waiting:
        place = waiting.popleft()
        for mover in sorted(moves.keys() - place.barred):
            for to in moves[mover][place.state]:
                after = _Place(to, _barred(place, mover, moves, sanctions))
                if after not in came:
                    step = Step(mover, to)
                    came[after] = place, step
                    yield _trace(came, after, first)
                    waiting.append(after)


def _barred(
    place: _Place, mover: int, moves: Mapping[int, Moves], sanctions: Sanctions
) -> frozenset[int]:
    """Tell who may not move after a move."""
    match sanctions:
        case "formal":
            return frozenset((mover,))
        case "each-once":
            return place.barred | {mover}
        case "single-move":
            return frozenset(moves)


def _trace(
    came: Mapping[_Place, tuple[_Place, Step]], end: _Place, first: _Place
) -> tuple[Step, ...]:
    """Follow a sequence back to where it started."""
    steps: list[Step] = []
    place = end
    while not steps or place != first:
        place, step = came[place]
        steps.append(step)
    return tuple(reversed(steps))
