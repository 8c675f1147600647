"""Preferences as sets of states, one bit a state in one integer."""

from dataclasses import dataclass
from typing import Literal

from accord.solve.stability.graph import Graph, Moves

__all__ = ["Reading", "Taste", "bits", "read_taste"]

#: How an unknown order is read: as if the other state were better, or not better.
Reading = Literal["better", "not-better"]


def bits(states: list[int] | set[int]) -> int:
    """Make the set of some states."""
    found = 0
    for state in states:
        found |= 1 << state
    return found


@dataclass(frozen=True, slots=True)
class Taste:
    """What one decision maker prefers, with unknown orders read in one way.

    Attributes:
        size: Number of states.
        values: By state, its place in the ranking, from 0 for the least preferred.
        above: By place, the states above it.
        unknown: By state, those whose order against it is unknown.
        reading: How the unknown is read.
    """

    size: int
    values: list[int]
    above: list[int]
    unknown: dict[int, set[int]]
    reading: Reading

    def better(self, state: int) -> int:
        """Find the states that it prefers to a state."""
        found = self.above[self.values[state]]
        if state in self.unknown:
            doubtful = bits(self.unknown[state])
            if self.reading == "better":
                return found | doubtful
            return found & ~doubtful
        return found

    def improvements(self, moves: Moves, state: int) -> list[int]:
        """Find the states it can move to and prefers."""
        values = self.values
        here = values[state]
        doubtful = self.unknown.get(state)
        if doubtful is None:
            return [to for to in moves[state] if values[to] > here]
        if self.reading == "better":
            return [to for to in moves[state] if values[to] > here or to in doubtful]
        return [to for to in moves[state] if values[to] > here and to not in doubtful]


def read_taste(graph: Graph, player: int, reading: Reading) -> Taste:
    """Turn a ranking into sets.

    Cost:
        One set of n bits for each place in the ranking of n states.
    """
    values = graph.values[player]
    groups = [0] * (max(values) + 1)
    for state, value in enumerate(values):
        groups[value] |= 1 << state
    above = [0] * len(groups)
    for value in range(len(groups) - 2, -1, -1):
        above[value] = above[value + 1] | groups[value + 1]
    return Taste(graph.size, values, above, graph.unknown[player], reading)
