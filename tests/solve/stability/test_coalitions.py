"""Coalitions: prints, laws, and a twin from the definitions."""

from collections.abc import Callable, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.model.negotiation import Conflict, ConflictState, DecisionMaker
from accord.solve.stability import read_conflict, solve_stability
from accord.solve.stability.coalitions import Coalition, solve_coalitions
from accord.solve.stability.graph import draw_graph

Make = Callable[..., Conflict]
SEEDS = st.integers(0, 10_000)


def test_at_elmira_two_leave_the_impasse_together() -> None:
    """State 5 is left for 8 by the ministry and the firm (Kilgour and others 2001)."""
    conflict = read_conflict(
        {
            "options": [
                {"name": "Modify", "permitted_direction": "fwd"},
                {"name": "Delay", "permitted_direction": "back"},
                {"name": "Accept"},
                {"name": "Abandon", "permitted_direction": "fwd"},
                {"name": "Insist"},
            ],
            "states": [
                {"id": number, "values": values}
                for number, values in enumerate(
                    "NYNNN YYNNN NNYNN YNYNN NYNNY YYNNY NNYNY YNYNY ---Y-".split(), 1
                )
            ],
            "decision_makers": [
                {
                    "name": name,
                    "options": options,
                    "ranking_most_to_least": [int(digit) for digit in ranking],
                }
                for name, options, ranking in (
                    ("MoE", [0], "734851269"),
                    ("UR", [1, 2, 3], "148593726"),
                    ("LG", [4], "735186429"),
                )
            ],
        }
    )

    solved = solve_coalitions(conflict)

    assert solved.equilibria["R"] == solved.equilibria["SEQ"] == (8, 9)
    pair = next(c for c in solved.coalitions if c.members == ("MoE", "UR"))
    assert 5 not in pair.stable["GMR"]


def in_turn(start: int, movers: Sequence[Callable[[int], set[int]]]) -> set[int]:
    """Follow the definition: nobody moves twice in a row."""
    seen: set[tuple[int, int]] = set()
    waiting = [(start, -1)]
    while waiting:
        state, last = waiting.pop()
        for number, move in enumerate(movers):
            if number != last:
                for to in move(state):
                    if (to, number) not in seen:
                        seen.add((to, number))
                        waiting.append((to, number))
    return {state for state, _ in seen}


def by_definition(conflict: Conflict) -> dict[tuple[int, ...], dict[str, set[int]]]:
    """Work coalition stability out from the definitions, state by state."""
    graph = draw_graph(conflict)
    players, states = list(graph.players), range(graph.size)
    groups = [g for n in range(1, len(players) + 1) for g in combinations(players, n)]

    def reach(members: Sequence[int], state: int) -> set[int]:
        return in_turn(
            state,
            [lambda s, p=p: set(graph.moves[p][s]) for p in members],  # type: ignore[misc]
        )

    def better(members: Sequence[int], to: int, state: int) -> bool:
        return all(graph.values[p][to] > graph.values[p][state] for p in members)

    def improving(members: Sequence[int], state: int) -> set[int]:
        return {to for to in reach(members, state) if better(members, to, state)}

    found = {}
    for members in groups:
        others = [p for p in players if p not in members]
        within = [g for g in groups if set(g) <= set(others)]
        stable: dict[str, set[int]] = {c: set() for c in ("R", "GMR", "SMR", "SEQ")}
        for state in states:
            ends = improving(members, state)
            if not ends:
                stable["R"].add(state)
            answers = {
                to: [h for h in reach(others, to) if not better(members, h, state)]
                for to in ends
            }
            if all(answers.values()):
                stable["GMR"].add(state)
            if all(
                any(
                    not any(better(members, z, state) for z in reach(members, h))
                    for h in hs
                )
                for hs in answers.values()
            ):
                stable["SMR"].add(state)
            credible = {
                to: in_turn(to, [lambda s, g=g: improving(g, s) for g in within])  # type: ignore[misc]
                for to in ends
            }
            if all(
                any(not better(members, h, state) for h in hs)
                for hs in credible.values()
            ):
                stable["SEQ"].add(state)
        found[members] = stable
    return found


@settings(max_examples=6, deadline=None)
@given(seed=SEEDS)
def test_coalitions_are_those_of_the_definitions(
    make_conflict: Make, seed: int
) -> None:
    conflict = make_conflict(seed)
    names = [maker.name for maker in conflict.decision_makers]

    solved = solve_coalitions(conflict)

    by_members = {coalition.members: coalition for coalition in solved.coalitions}
    for members, stable in by_definition(conflict).items():
        found: Coalition = by_members[tuple(names[m] for m in members)]
        for concept, states in stable.items():
            assert found.stable[concept] == tuple(sorted(s + 1 for s in states))


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_what_no_coalition_leaves_nobody_leaves_alone(
    make_conflict: Make, seed: int
) -> None:
    conflict = make_conflict(seed)

    together = solve_coalitions(conflict).equilibria
    alone = solve_stability(conflict).necessary.equilibria

    for concept in ("R", "GMR", "SMR"):
        assert set(together[concept]) <= set(alone[concept])
    assert set(together["R"]) <= set(together["SEQ"]) <= set(together["GMR"])
    assert set(together["R"]) <= set(together["SMR"]) <= set(together["GMR"])


def test_too_many_decision_makers_are_refused() -> None:
    makers = tuple(DecisionMaker(f"d{n}", ((1, 2),)) for n in range(7))
    conflict = Conflict(
        states=(ConflictState(1), ConflictState(2)),
        decision_makers=makers,
        moves=(((2,), (1,)),) * 7,
    )

    with pytest.raises(InputError, match="7 decision makers"):
        solve_coalitions(conflict)
