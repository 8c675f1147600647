"""Inverse analysis: which preferences would make a state stable."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.errors import UnknownNameError
from accord.model.negotiation import Conflict
from accord.solve.stability.coalitions import states_in
from accord.solve.stability.concepts import CONCEPTS
from accord.solve.stability.explaining import name_state
from accord.solve.stability.graph import draw_graph
from accord.solve.stability.preference import Taste, read_taste
from accord.solve.stability.reach import Sanctions, find_reach

__all__ = ["Requirement", "find_requirements"]

_WAYS_AT_MOST = 50
# Unfinished ways kept while working; the smallest.
_HELD_AT_MOST = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What would have to be different for one decision maker to stay in a state.

    Attributes:
        decision_maker: Who.
        concept: R, GMR, SMR or SEQ.
        is_stable: Whether it stays as things are; then nothing has to be different.
        ways: Smallest sets of states each of which it would have to like no better than
            the state, the others' preferences staying as they are; any one set is
            enough. Empty if it stays already.
        complete: Whether these are all.
        sentence: The same in words.
    """

    decision_maker: str
    concept: str
    is_stable: bool
    ways: tuple[tuple[int, ...], ...]
    complete: bool
    sentence: str


def find_requirements(
    conflict: Conflict, state: int, *, sanctions: Sanctions = "formal"
) -> tuple[Requirement, ...]:
    """Find the least changes of preferences that would make a state stable.

    Each improvement is undone either by no longer preferring it, or by no longer
    preferring some answer of the others to staying (and, for SMR, all that one could
    escape to from there).

    Args:
        conflict: The conflict; unknown orders count as better, so that what is said
            to be enough is so in any case.
        state: Id of the state.
        sanctions: Which answers the others have.

    Returns:
        For each decision maker and concept what it would take, the fewest changes first.

    Raises:
        UnknownNameError: There is no such state.

    Cost:
        The number of ways can double with each improvement; it is capped, and what is
        left out is said to be.

    Source:
        [kinsara2015] (the inverse question), by hitting sets.
    """
    ids = conflict.state_ids
    if state not in ids:
        message = f"There is no state {state}."
        raise UnknownNameError(
            message, hint=f"States go from {min(ids)} to {max(ids)}."
        )
    place = ids.index(state)
    graph = draw_graph(conflict)
    sure = [read_taste(graph, player, "not-better") for player in graph.players]
    credible = [
        [taste.improvements(moves, one) for one in range(graph.size)]
        for taste, moves in zip(sure, graph.moves, strict=True)
    ]
    found = []
    for player, maker in enumerate(conflict.decision_makers):
        others = [p for p in graph.players if p != player]
        reach, answers = (
            find_reach([rows[p] for p in others], size=graph.size, sanctions=sanctions)
            if others
            else [0] * graph.size
            for rows in (graph.moves, credible)
        )
        seeker = _Seeker(
            read_taste(graph, player, "better"), graph.moves[player], place
        )
        for concept in CONCEPTS:
            known = answers if concept == "SEQ" else reach
            ways, complete = seeker.ways(concept, known)
            named = tuple(tuple(ids[one] for one in states_in(way)) for way in ways)
            found.append(
                Requirement(
                    decision_maker=maker.name,
                    concept=concept,
                    is_stable=ways == [0],
                    ways=() if ways == [0] else named,
                    complete=complete,
                    sentence=_say(conflict, maker.name, place, ways),
                )
            )
    return tuple(found)


class _Seeker:
    """Finds what one decision maker would have to like no better than a state."""

    def __init__(
        self, taste: Taste, moves: Sequence[Sequence[int]], place: int
    ) -> None:
        self._moves = moves
        self._liked = taste.better(place)
        self._better = [to for to in moves[place] if self._liked >> to & 1]

    def ways(self, concept: str, answers: Sequence[int]) -> tuple[list[int], bool]:
        """Find the smallest sets of states; one empty set if nothing has to change."""
        ways, complete = [0], True
        for to in self._better:
            undoing = self._undoing(concept, to, answers[to])
            # What already undoes this improvement needs nothing beside.
            joined = {way | one for way in ways for one in undoing}
            ways = _smallest(joined)
            if len(ways) > _HELD_AT_MOST:
                ways, complete = ways[:_HELD_AT_MOST], False
        if len(ways) > _WAYS_AT_MOST:
            ways, complete = ways[:_WAYS_AT_MOST], False
        return ways, complete

    def _undoing(self, concept: str, to: int, answers: int) -> list[int]:
        """Find the sets of changes each of which undoes one improvement."""
        found = [1 << to]
        if concept != "R":
            for answer in states_in(answers):
                bad = 1 << answer
                if concept == "SMR":
                    for escape in self._moves[answer]:
                        bad |= 1 << escape
                found.append(bad & self._liked)
        return _smallest(set(found))


def _smallest(sets: set[int]) -> list[int]:
    """Keep the sets that hold no other, the smallest first."""
    kept: list[int] = []
    for one in sorted(sets, key=lambda s: (s.bit_count(), s)):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return kept


def _say(conflict: Conflict, name: str, place: int, ways: Sequence[int]) -> str:
    """Put the first way into words."""
    here = name_state(conflict, place)
    if ways[0] == 0:
        return f"Under these modelled preferences {name} would stay in {here}."
    states = ", ".join(name_state(conflict, one) for one in states_in(ways[0]))
    others = len(ways) - 1
    more = f"; {others} other way{'s' if others > 1 else ''}" if others else ""
    return f"{name} would stay in {here} if it liked no better: {states}{more}."
