"""Stability where several may move together for something that all of them prefer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import combinations
from operator import and_

from accord.errors import InputError
from accord.model.negotiation import Conflict
from accord.solve.stability.concepts import CONCEPTS
from accord.solve.stability.graph import Graph, Moves, draw_graph
from accord.solve.stability.preference import read_taste
from accord.solve.stability.reach import Sanctions, find_reach

__all__ = ["Coalition", "CoalitionStability", "solve_coalitions", "states_in"]

_MAKERS_AT_MOST = 6
_STATES_AT_MOST = 2_048


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """What is stable for some decision makers together.

    Attributes:
        members: Their names; one alone is a coalition too.
        stable: By concept, ids of the states that they have no reason to leave.
    """

    members: tuple[str, ...]
    stable: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoalitionStability:
    """What would hold in a conflict if anybody may join anybody.

    Attributes:
        sanctions: Which answers the others are taken to have.
        equilibria: By concept, ids of the states stable for every coalition.
        coalitions: The coalitions, the smallest first.
    """

    sanctions: Sanctions
    equilibria: dict[str, tuple[int, ...]]
    coalitions: tuple[Coalition, ...]


def solve_coalitions(
    conflict: Conflict, *, sanctions: Sanctions = "formal"
) -> CoalitionStability:
    """Find the states that nobody, alone or together, has a reason to leave.

    A coalition improves if its members can bring about a state by moving one after the
    other and each of them prefers it. Such a move is deterred by an answer of the others
    that leaves one of the members no better off than before. For SEQ the others answer
    by moves that improve for all who make them, alone or together. Where an order is
    unknown, what is called stable is so in any case.

    Args:
        conflict: Of up to six decision makers and 2,048 states.
        sanctions: How several may move one after the other.

    Returns:
        Stable states by concept, for each coalition and for all of them.

    Raises:
        InputError: There are too many decision makers or states.

    Cost:
        Two to the number of decision makers, times the states squared.

    Source:
        [kilgour2001] (coalition improvements), [inohara2008] (concepts).
    """
    makers, states = len(conflict.decision_makers), len(conflict.states)
    if makers > _MAKERS_AT_MOST or states > _STATES_AT_MOST:
        message = f"{makers} decision makers and {states:,} states."
        hint = (
            f"Coalitions are worked out for up to {_MAKERS_AT_MOST} decision makers and "
            f"{_STATES_AT_MOST:,} states."
        )
        raise InputError(message, hint=hint)
    table = _Table(draw_graph(conflict), sanctions)
    names = [maker.name for maker in conflict.decision_makers]
    ids = conflict.state_ids
    found, common = [], [(1 << states) - 1] * len(CONCEPTS)
    for members in _coalitions(tuple(range(makers))):
        held = table.stable(members)
        common = [one & other for one, other in zip(common, held, strict=True)]
        found.append(
            Coalition(
                members=tuple(names[member] for member in members),
                stable=_by_concept(held, ids),
            )
        )
    return CoalitionStability(
        sanctions=sanctions,
        equilibria=_by_concept(common, ids),
        coalitions=tuple(found),
    )


def _coalitions(players: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """List all coalitions, the smallest first."""
    for size in range(1, len(players) + 1):
        yield from combinations(players, size)


def states_in(states: int) -> Iterator[int]:
    """List the numbers of the states in a set."""
    while states:
        lowest = states & -states
        yield lowest.bit_length() - 1
        states ^= lowest


def _by_concept(held: Sequence[int], ids: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Name the sets of states."""
    return {
        concept: tuple(ids[state] for state in states_in(states))
        for concept, states in zip(CONCEPTS, held, strict=True)
    }


class _Table:
    """Where coalitions can go and want to go."""

    def __init__(self, graph: Graph, sanctions: Sanctions) -> None:
        self._graph = graph
        self._sanctions = sanctions
        self._every = (1 << graph.size) - 1
        self._tastes = {
            reading: [read_taste(graph, player, reading) for player in graph.players]
            for reading in ("better", "not-better")
        }
        # Sub-coalitions come up again and again; the table lives as long as one answer.
        self._reach = cache(self._find_reach)
        self._improving = cache(self._find_improving)

    def stable(self, members: tuple[int, ...]) -> tuple[int, ...]:
        """Find, by concept, the set of states that a coalition would not leave."""
        others = tuple(p for p in self._graph.players if p not in members)
        answers = self._reach(others)
        credible = self._find_credible(others)
        held = dict.fromkeys(CONCEPTS, 0)
        for state in range(self._graph.size):
            liked = self._liked(members, state, doubt_counts=True)
            better = list(states_in(self._reach(members)[state] & liked))
            deterring = self._every & ~liked
            here = 1 << state
            if not better:
                held["R"] |= here
            if all(credible[to] & deterring for to in better):
                held["SEQ"] |= here
            if all(answers[to] & deterring for to in better):
                held["GMR"] |= here
                if all(
                    self._holds(members, answers[to] & deterring, liked)
                    for to in better
                ):
                    held["SMR"] |= here
        return tuple(held[concept] for concept in CONCEPTS)

    def _holds(self, members: tuple[int, ...], answers: int, liked: int) -> bool:
        """Tell whether a coalition cannot escape from one of the answers."""
        reach = self._reach(members)
        return any(not reach[state] & liked for state in states_in(answers))

    def _liked(self, members: Sequence[int], state: int, *, doubt_counts: bool) -> int:
        """Find what all members prefer to a state."""
        tastes = self._tastes["better" if doubt_counts else "not-better"]
        return reduce(and_, (tastes[member].better(state) for member in members))

    def _find_reach(self, members: tuple[int, ...]) -> list[int]:
        """Find, by state, where some can bring the conflict by moving in turn."""
        if not members:
            return [0] * self._graph.size
        moves = [self._graph.moves[member] for member in members]
        return find_reach(moves, size=self._graph.size, sanctions=self._sanctions)

    def _find_improving(self, members: tuple[int, ...]) -> Moves:
        """Find, by state, where a coalition goes because all its members prefer it."""
        return [
            list(states_in(to & self._liked(members, state, doubt_counts=False)))
            for state, to in enumerate(self._reach(members))
        ]

    def _find_credible(self, others: tuple[int, ...]) -> list[int]:
        """Find where others can go, each move improving for all who make it."""
        if not others:
            return [0] * self._graph.size
        moves = [self._improving(members) for members in _coalitions(others)]
        return find_reach(moves, size=self._graph.size, sanctions=self._sanctions)
