"""Where a conflict can come to from where it stands, and by whose moves."""

from dataclasses import dataclass

from accord.errors import InputError
from accord.model.negotiation import Conflict
from accord.solve.stability.answers import Step, walk
from accord.solve.stability.graph import Graph, Moves, draw_graph
from accord.solve.stability.preference import read_taste

__all__ = ["Arc", "PathStep", "Reached", "StateGraph", "draw_arcs", "follow_status_quo"]

_STATES_AT_MOST = 4_096
_ARCS_AT_MOST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One move on the way.

    Attributes:
        mover: Who moves.
        to: Id of the state it moves to.
    """

    mover: str
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A state, and how the conflict can come to it.

    Attributes:
        state: Its id.
        by_moves: A shortest way; None if there is none.
        by_improvements: A shortest way on which each mover prefers what it moves to;
            None if there is none.
    """

    state: int
    by_moves: tuple[PathStep, ...] | None
    by_improvements: tuple[PathStep, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A move from one state to another.

    Attributes:
        mover: Who can make it.
        start: Id of the state it leaves.
        to: Id of the state it leads to.
        improves: Whether the mover prefers that.
    """

    mover: str
    start: int
    to: int
    improves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StateGraph:
    """The graph of a conflict, to be drawn.

    Attributes:
        states: Ids of the states.
        arcs: The moves between them.
    """

    states: tuple[int, ...]
    arcs: tuple[Arc, ...]


def follow_status_quo(conflict: Conflict, state: int) -> tuple[Reached, ...]:
    """Find how the conflict can come from one state to each other.

    Args:
        conflict: The conflict, of up to 4,096 states.
        state: Id of the state that it is in.

    Returns:
        All other states, those reached by improvements first, then those reached at
        all, nearer ones first. Nobody moves twice in a row. That a state can be reached
        does not make it hold: hold it against the equilibria.

    Raises:
        InputError: There is no such state, or there are too many.

    Cost:
        Linear in the moves, times the number of decision makers and the length of ways.

    Source:
        [li2005] (status quo analysis).
    """
    if len(conflict.states) > _STATES_AT_MOST:
        message = f"The conflict has {len(conflict.states):,} states."
        hint = f"Ways are followed through up to {_STATES_AT_MOST:,} states."
        raise InputError(message, hint=hint)
    ids = conflict.state_ids
    if state not in ids:
        message = f"There is no state {state}."
        raise InputError(message, hint=f"States go from {min(ids)} to {max(ids)}.")
    graph = draw_graph(conflict)
    start = ids.index(state)
    moves = _ways(dict(enumerate(graph.moves)), start)
    improvements = _ways(dict(enumerate(_improving(graph))), start)
    far = 1 + len(ids) * len(conflict.decision_makers)

    def distance(place: int) -> tuple[int, int, int]:
        ways = improvements.get(place), moves.get(place)
        near, any_ = (far if way is None else len(way) for way in ways)
        return near, any_, place

    return tuple(
        Reached(
            state=ids[place],
            by_moves=_told(conflict, moves.get(place)),
            by_improvements=_told(conflict, improvements.get(place)),
        )
        for place in sorted(range(len(ids)), key=distance)
        if place != start
    )


def _ways(moves: dict[int, Moves], start: int) -> dict[int, tuple[Step, ...]]:
    """Find a shortest way to each state."""
    found: dict[int, tuple[Step, ...]] = {}
    for steps in walk(moves, start, sanctions="formal"):
        found.setdefault(steps[-1].to, steps)
    return found


def _improving(graph: Graph) -> list[Moves]:
    """Find the moves that their movers are sure to prefer."""
    tastes = [read_taste(graph, player, "not-better") for player in graph.players]
    return [
        [taste.improvements(moves, state) for state in range(graph.size)]
        for taste, moves in zip(tastes, graph.moves, strict=True)
    ]


def _told(
    conflict: Conflict, steps: tuple[Step, ...] | None
) -> tuple[PathStep, ...] | None:
    """Name the movers and states of a way."""
    if steps is None:
        return None
    makers, ids = conflict.decision_makers, conflict.state_ids
    return tuple(
        PathStep(mover=makers[step.mover].name, to=ids[step.to]) for step in steps
    )


def draw_arcs(conflict: Conflict) -> StateGraph:
    """List all moves, to be drawn as a graph.

    Args:
        conflict: The conflict.

    Returns:
        States and moves.

    Raises:
        InputError: There are too many moves to draw.
    """
    graph = draw_graph(conflict)
    number = sum(len(row) for moves in graph.moves for row in moves)
    if number > _ARCS_AT_MOST:
        message = f"The graph has {number:,} moves."
        raise InputError(message, hint=f"Up to {_ARCS_AT_MOST:,} are listed.")
    ids = conflict.state_ids
    improving = _improving(graph)
    return StateGraph(
        states=ids,
        arcs=tuple(
            Arc(
                mover=conflict.decision_makers[player].name,
                start=ids[place],
                to=ids[to],
                improves=to in improving[player][place],
            )
            for player, moves in enumerate(graph.moves)
            for place, row in enumerate(moves)
            for to in row
        ),
    )
