"""Why a state is stable for somebody, or is not, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from accord.errors import UnknownNameError
from accord.model.negotiation import Conflict
from accord.solve.stability.answers import Step, find_answer, walk
from accord.solve.stability.graph import Graph, Moves, draw_graph
from accord.solve.stability.preference import Taste, read_taste
from accord.solve.stability.reach import Sanctions

__all__ = ["JointMove", "Reason", "explain_state", "find_joint_moves", "name_state"]

Concept = Literal["R", "GMR", "SMR", "SEQ"]
_CONCEPTS: tuple[Concept, ...] = ("R", "GMR", "SMR", "SEQ")
_OPENING = "Under these modelled preferences,"
_MEMBERS_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody would stay in a state, or leave it, under one concept.

    Attributes:
        decision_maker: Who.
        concept: R, GMR, SMR or SEQ.
        is_stable: Whether it would stay.
        sentences: One for each better state it can move to, or one if there is none.
    """

    decision_maker: str
    concept: str
    is_stable: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JointMove:
    """A state that several can bring about together and all of them prefer.

    Attributes:
        members: Who; no fewer of them can do so.
        to: Id of the state.
    """

    members: tuple[str, ...]
    to: int


def name_state(conflict: Conflict, place: int) -> str:
    """Name a state: its number, and its label or the options taken in it."""
    state = conflict.states[place]
    taken = [
        option.name
        for option, value in zip(conflict.options, state.values, strict=False)
        if value == "Y"
    ]
    words = state.label or ", ".join(taken)
    return f"s{state.id} ({words})" if words else f"s{state.id}"


def explain_state(
    conflict: Conflict, state: int, *, sanctions: Sanctions = "formal"
) -> tuple[Reason, ...]:
    """Say for everybody and every concept why a state is stable or is not.

    Where the order of two states is not known, a move counts as better for who makes it
    and an answer as not better for who gives it: what is called stable is so in any case.

    Args:
        conflict: The conflict.
        state: Id of the state.
        sanctions: Which answers the others have.

    Returns:
        Reasons by decision maker, then by concept.

    Raises:
        UnknownNameError: There is no such state.

    Cost:
        Linear in the moves, for each better state and concept.
    """
    place = _place(conflict, state)
    teller = _Teller(conflict, draw_graph(conflict), sanctions)
    return tuple(
        teller.tell(player, place, concept)
        for player in teller.graph.players
        for concept in _CONCEPTS
    )


def find_joint_moves(conflict: Conflict, state: int) -> tuple[JointMove, ...]:
    """Find what several could bring about together, each preferring it to a state.

    Args:
        conflict: The conflict, of up to eight decision makers.
        state: Id of the state.

    Returns:
        Joint moves of two or more, the smallest coalitions first; a state that fewer of
        the members can bring about, and prefer, is theirs alone.

    Raises:
        UnknownNameError: There is no such state.

    Cost:
        Two to the number of decision makers, times the moves.

    Source:
        [kilgour2001] (coalition moves and improvements).
    """
    place = _place(conflict, state)
    graph = draw_graph(conflict)
    players = list(graph.players)[:_MEMBERS_AT_MOST]
    better = [
        read_taste(graph, player, "not-better").better(place) for player in players
    ]
    found: list[tuple[frozenset[int], int]] = []
    coalitions = [
        frozenset(p for p in players if chosen >> p & 1)
        for chosen in range(1, 1 << len(players))
    ]
    for members in sorted(coalitions, key=lambda one: (len(one), sorted(one))):
        moves = {player: graph.moves[player] for player in members}
        ends = {steps[-1].to for steps in walk(moves, place, sanctions="formal")}
        for to in sorted(ends):
            liked = all(better[player] >> to & 1 for player in members)
            if liked and not any(to == t and m < members for m, t in found):
                found.append((members, to))
    names = [decision_maker.name for decision_maker in conflict.decision_makers]
    return tuple(
        JointMove(tuple(names[p] for p in sorted(members)), conflict.state_ids[to])
        for members, to in found
        if len(members) > 1
    )


def _place(conflict: Conflict, state: int) -> int:
    """Find a state by its id."""
    if state in conflict.state_ids:
        return conflict.state_ids.index(state)
    message = f"There is no state {state}."
    ids = conflict.state_ids
    raise UnknownNameError(message, hint=f"States go from {min(ids)} to {max(ids)}.")


class _Teller:
    """Finds the reasons and puts them into words."""

    def __init__(self, conflict: Conflict, graph: Graph, sanctions: Sanctions) -> None:
        self.conflict = conflict
        self.graph = graph
        self.sanctions = sanctions
        self.names = [d.name for d in conflict.decision_makers]
        tastes = [read_taste(graph, player, "not-better") for player in graph.players]
        self._improving = [
            [taste.improvements(moves, state) for state in range(graph.size)]
            for taste, moves in zip(tastes, graph.moves, strict=True)
        ]

    def tell(self, player: int, place: int, concept: Concept) -> Reason:
        """Give the reason for one decision maker and concept."""
        name = self.names[player]
        taste = read_taste(self.graph, player, "better")
        better = taste.improvements(self.graph.moves[player], place)
        if not better:
            here = name_state(self.conflict, place)
            line = f"{_OPENING} {name} can move from {here} to nothing it likes better."
            return Reason(name, concept, is_stable=True, sentences=(line,))
        if concept == "R":
            lines = tuple(
                f"{_OPENING} {name} would move to {name_state(self.conflict, to)}."
                for to in better
            )
            return Reason(name, concept, is_stable=False, sentences=lines)
        ends = self._ends(taste, player, place, concept)
        answers = [
            find_answer(
                self._answering(player, concept),
                to,
                ends=ends,
                sanctions=self.sanctions,
            )
            for to in better
        ]
        lines = tuple(
            self._say(name, to, steps, concept)
            for to, steps in zip(better, answers, strict=True)
        )
        return Reason(name, concept, is_stable=None not in answers, sentences=lines)

    def _answering(self, player: int, concept: Concept) -> Mapping[int, Moves]:
        """Give the moves of the others, only those that improve for SEQ."""
        moves = self._improving if concept == "SEQ" else self.graph.moves
        return {p: moves[p] for p in self.graph.players if p != player}

    def _ends(self, taste: Taste, player: int, place: int, concept: Concept) -> int:
        """Find the states that deter: no better, and for SMR without escape."""
        better = taste.better(place)
        ends = ((1 << taste.size) - 1) & ~better
        if concept == "SMR":
            for state, row in enumerate(self.graph.moves[player]):
                if any(better >> to & 1 for to in row):
                    ends &= ~(1 << state)
        return ends

    def _say(
        self, name: str, to: int, steps: tuple[Step, ...] | None, concept: Concept
    ) -> str:
        """Put one better state and the answer to it into words."""
        there = name_state(self.conflict, to)
        if steps is None:
            credible = " and gain by it themselves" if concept == "SEQ" else ""
            return (
                f"{_OPENING} {name} would move to {there}, because the others cannot "
                f"bring it to anything {name} likes no better{credible}"
                + (" and cannot escape from." if concept == "SMR" else ".")
            )
        parts = [
            f"{self.names[step.mover]} could answer with "
            f"{name_state(self.conflict, step.to)}"
            for step in steps
        ]
        line = f"{_OPENING} {name} would not move to {there}, because "
        line += ", then ".join(parts) + f", which {name} likes no better"
        if concept == "SEQ":
            each = "each" if len({step.mover for step in steps}) > 1 else "the mover"
            line += f"; {each} gains by it"
        if concept == "SMR":
            line += f", and from which {name} cannot escape to anything better"
        return line + "."
