"""Simultaneous stability: what happens if several move at the same time."""

from itertools import product
from math import prod

from accord.model.negotiation import Conflict
from accord.solve.stability.graph import Graph, code
from accord.solve.stability.preference import Taste, read_taste

__all__ = ["find_simultaneous"]

_STATES_AT_MOST = 1_024
_JOINT_AT_MOST = 20_000


def find_simultaneous(conflict: Conflict, graph: Graph) -> list[list[int]] | None:
    """Find, by decision maker, the states it would not leave as others might move too.

    A better state is deterred if some of the others, moving from the same state at the
    same time and each to something it likes better itself, would make of it a state no
    better than staying.

    Args:
        conflict: The conflict.
        graph: Its graph.

    Returns:
        States by decision maker; None if the states are not made of options, or there
        are too many to work it out.

    Cost:
        The product of the numbers of improvements, for each state.

    Source:
        [fraser1979].
    """
    codes = [code(s.values) for s in conflict.states if "-" not in s.values]
    places = {taken: place for place, taken in enumerate(codes)}
    if graph.size > _STATES_AT_MOST or len(places) < graph.size or not conflict.options:
        return None
    tastes = [read_taste(graph, player, "better") for player in graph.players]
    stable: list[list[int]] = [[] for _ in graph.players]
    for state in range(graph.size):
        steps = [
            [codes[to] ^ codes[state] for to in taste.improvements(rows, state)]
            for taste, rows in zip(tastes, graph.moves, strict=True)
        ]
        if prod(len(own) + 1 for own in steps) > _JOINT_AT_MOST:
            return None
        for player, taste in enumerate(tastes):
            joint = _joint(steps, player)
            if all(
                _is_deterred(taste, state, (step ^ codes[state], joint), places)
                for step in steps[player]
            ):
                stable[player].append(state)
    return stable


def _joint(steps: list[list[int]], player: int) -> list[int]:
    """Find what the others may change together, at least one of them moving."""
    others = [[0, *own] for number, own in enumerate(steps) if number != player]
    found = []
    for chosen in product(*others):
        changed = 0
        for one in chosen:
            changed ^= one
        if changed:
            found.append(changed)
    return found


def _is_deterred(
    taste: Taste, state: int, move: tuple[int, list[int]], places: dict[int, int]
) -> bool:
    """Tell whether others moving at once make a move not worth it."""
    moved, joint = move
    better = taste.better(state)
    for changed in joint:
        end = places.get(moved ^ changed)
        if end is not None and not better >> end & 1:
            return True
    return False
