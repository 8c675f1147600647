"""Stability: which states of a conflict would hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accord.model.negotiation import Conflict
from accord.solve.stability.concepts import CONCEPTS, find_stable
from accord.solve.stability.graph import Graph, draw_graph
from accord.solve.stability.preference import Reading, read_taste
from accord.solve.stability.reach import Sanctions, find_reach
from accord.solve.stability.simultaneous import find_simultaneous

__all__ = ["Held", "Stability", "solve_stability"]


@dataclass(frozen=True, slots=True)
class Held:
    """Stable states by concept.

    Attributes:
        equilibria: By concept, ids of the states that are stable for everybody.
        by_decision_maker: By concept, for each decision maker in order, ids of the
            states that are stable for it.
    """

    equilibria: dict[str, tuple[int, ...]]
    by_decision_maker: dict[str, tuple[tuple[int, ...], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """What would hold in a conflict, under the preferences as they are modelled.

    Attributes:
        sanctions: Which answers the others are taken to have.
        necessary: What is stable whichever way unknown preferences turn out.
        possible: What is stable under some of them; the same if all are known.
        notes: What was not worked out, and why.
    """

    sanctions: Sanctions
    necessary: Held
    possible: Held
    notes: tuple[str, ...]


def solve_stability(
    conflict: Conflict, *, sanctions: Sanctions = "formal"
) -> Stability:
    """Find the states that nobody has a reason to leave.

    Args:
        conflict: The conflict.
        sanctions: Which answers the others have to a move: ``formal`` legal sequences
            in which nobody moves twice in a row, one ``single-move`` of one of them, or
            ``each-once``.

    Returns:
        Stable states for R, GMR, SMR and SEQ, and for SIM where simultaneous moves can
        be worked out. Unknown orders of pairs are taken to be independent of each
        other, as in the literature.

    Raises:
        InputError: The conflict has too many moves, or decision makers for
            ``each-once``.

    Cost:
        Linear in the moves, times the number of decision makers squared, for sets of n
        bits.

    Source:
        [fang1993] (concepts), [li2004] (unknown preferences).

    Example:
        >>> from accord.model.negotiation import ConflictOption, ConflictState
        >>> from accord.model.negotiation import DecisionMaker
        >>> dilemma = Conflict(
        ...     options=(ConflictOption("Row yields"), ConflictOption("Column yields")),
        ...     states=tuple(
        ...         ConflictState(n, v)
        ...         for n, v in enumerate(("NN", "YN", "NY", "YY"), 1)
        ...     ),
        ...     decision_makers=(
        ...         DecisionMaker("Row", ((3,), (4,), (1,), (2,)), (0,)),
        ...         DecisionMaker("Column", ((2,), (4,), (1,), (3,)), (1,)),
        ...     ),
        ... )
        >>> solve_stability(dilemma).necessary.equilibria["SEQ"]
        (1, 4)
    """
    graph = draw_graph(conflict)
    reached = _reach_all(graph, graph.moves, sanctions)
    notes: list[str] = []
    necessary = _solve(conflict, graph, ("better", "not-better"), (sanctions, reached))
    possible = necessary
    if any(graph.unknown):
        possible = _solve(
            conflict, graph, ("not-better", "better"), (sanctions, reached)
        )
    else:
        simultaneous = find_simultaneous(conflict, graph)
        if simultaneous is None:
            notes.append("SIM is worked out for up to 1,024 states made of options.")
        else:
            necessary = possible = _add(conflict, necessary, simultaneous)
    if any(graph.unknown):
        notes.append("SIM is worked out only where all preferences are known.")
    return Stability(
        sanctions=sanctions, necessary=necessary, possible=possible, notes=tuple(notes)
    )


def _solve(
    conflict: Conflict,
    graph: Graph,
    readings: tuple[Reading, Reading],
    answers: tuple[Sanctions, Callable[[int], list[int]]],
) -> Held:
    """Find the stable states with unknown orders read one way.

    Stability falls with what one prefers and rises with how the others can improve, so
    the two extreme readings bound all others.
    """
    own, others = readings
    sanctions, reach = answers
    tastes = [read_taste(graph, player, others) for player in graph.players]
    improving = [
        [taste.improvements(moves, state) for state in range(graph.size)]
        for taste, moves in zip(tastes, graph.moves, strict=True)
    ]
    credible = _reach_all(graph, improving, sanctions)
    stable = [
        find_stable(
            read_taste(graph, player, own),
            graph.moves[player],
            reach=reach(player),
            credible=credible(player),
        ).by_concept
        for player in graph.players
    ]
    held = Held({}, {})
    for concept in CONCEPTS:
        held = _add(conflict, held, [by[concept] for by in stable], concept)
    return held


def _reach_all(
    graph: Graph, moves: Sequence[list[list[int]]], sanctions: Sanctions
) -> Callable[[int], list[int]]:
    """Find where all but one player can go, one player at a time to save memory."""

    def reach(player: int) -> list[int]:
        others = [rows for p, rows in enumerate(moves) if p != player]
        if not others:
            return [0] * graph.size
        return find_reach(others, size=graph.size, sanctions=sanctions)

    return reach


def _add(
    conflict: Conflict, held: Held, stable: list[list[int]], concept: str = "SIM"
) -> Held:
    """Add a concept's states, by their ids."""
    ids = conflict.state_ids
    by_player = tuple(tuple(ids[state] for state in states) for states in stable)
    common = set(stable[0]).intersection(*stable[1:])
    equilibria = tuple(ids[state] for state in sorted(common))
    return Held(
        {**held.equilibria, concept: equilibria},
        {**held.by_decision_maker, concept: by_player},
    )
