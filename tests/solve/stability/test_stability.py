"""Stability: prints from the literature, laws, and a twin from the definitions."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.model.negotiation import (
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
)
from accord.solve.stability import solve_stability
from accord.solve.stability.graph import draw_graph
from accord.solve.stability.reach import Sanctions, find_reach, sanctions_named


def two_by_two(row: tuple[int, ...], column: tuple[int, ...]) -> Conflict:
    """Two who each do something or leave it; states NN, YN, NY, YY."""
    return Conflict(
        options=(ConflictOption("row"), ConflictOption("column")),
        states=tuple(
            ConflictState(number, values)
            for number, values in enumerate(("NN", "YN", "NY", "YY"), 1)
        ),
        decision_makers=(
            DecisionMaker("Row", tuple((s,) for s in row), (0,)),
            DecisionMaker("Column", tuple((s,) for s in column), (1,)),
        ),
    )


def elmira() -> Conflict:
    """The groundwater conflict at Elmira in nine states (Hipel and others 1993)."""
    rankings = {
        "MoE": ((7, 3, 4, 8, 5, 1, 2, 6, 9), (0,)),
        "UR": ((1, 4, 8, 5, 9, 3, 7, 2, 6), (1, 2, 3)),
        "LG": ((7, 3, 5, 1, 8, 6, 4, 2, 9), (4,)),
    }
    values = "NYNNN YYNNN NNYNN YNYNN NYNNY YYNNY NNYNY YNYNY ---Y-".split()
    return Conflict(
        options=(
            ConflictOption("Modify", "forward"),
            ConflictOption("Delay", "back"),
            ConflictOption("Accept"),
            ConflictOption("Abandon", "forward"),
            ConflictOption("Insist"),
        ),
        states=tuple(ConflictState(n, v) for n, v in enumerate(values, 1)),
        decision_makers=tuple(
            DecisionMaker(name, tuple((s,) for s in ranking), options)
            for name, (ranking, options) in rankings.items()
        ),
    )


def test_the_dilemma_holds_where_both_defect_or_both_fear_the_answer() -> None:
    """The Prisoner's Dilemma as a graph model (Fang, Hipel, Kilgour 1993)."""
    found = solve_stability(two_by_two((3, 4, 1, 2), (2, 4, 1, 3))).necessary

    assert found.equilibria == {
        "R": (1,), "GMR": (1, 4), "SMR": (1, 4), "SEQ": (1, 4), "SIM": (1, 4),
    }  # fmt: skip


def test_mutual_swerving_in_chicken_is_held_only_by_threats_that_hurt() -> None:
    """Chicken (Fang, Hipel, Kilgour 1993)."""
    found = solve_stability(two_by_two((3, 4, 2, 1), (2, 4, 3, 1))).necessary

    assert found.equilibria["R"] == found.equilibria["SEQ"] == (2, 3)
    assert found.equilibria["GMR"] == found.equilibria["SMR"] == (2, 3, 4)


def test_elmira_settles_where_it_was_found_to() -> None:
    """States 5, 8 and 9 under all concepts (Kilgour, Hipel, Fang 1994)."""
    found = solve_stability(elmira()).necessary

    assert found.equilibria["R"] == found.equilibria["SEQ"] == (5, 8, 9)
    assert found.equilibria["GMR"] == found.equilibria["SMR"] == (1, 4, 5, 8, 9)


def test_moves_keep_to_their_directions() -> None:
    graph = draw_graph(elmira())
    moe, ur, lg = ([[to + 1 for to in row] for row in rows] for rows in graph.moves)

    assert moe == [[2], [], [4], [], [6], [], [8], [], []]
    assert ur == [[3, 9], [4, 9], [9], [9], [7, 9], [8, 9], [9], [9], []]
    assert lg == [[5], [6], [7], [8], [1], [2], [3], [4], []]


def test_ties_deter_as_a_worse_state_does() -> None:
    conflict = two_by_two((3, 4, 1, 2), (2, 4, 1, 3))
    row = replace(conflict.decision_makers[0], ranking=((3,), (4, 1), (2,)))

    tied = replace(conflict, decision_makers=(row, conflict.decision_makers[1]))

    assert 4 in solve_stability(tied).necessary.by_decision_maker["GMR"][0]


def test_the_three_sanctions_can_differ() -> None:
    """A mover answered only after two others moved three times in turn."""
    moves = (
        ((2,), (), (), (), ()),
        ((), (3,), (), (5,), ()),
        ((), (), (4,), (), ()),
    )
    names = ((2, 3, 4, 1, 5), (1, 2, 3, 4, 5), (1, 2, 3, 4, 5))
    conflict = Conflict(
        states=tuple(ConflictState(n) for n in range(1, 6)),
        moves=moves,
        decision_makers=tuple(
            DecisionMaker(f"d{n}", tuple((s,) for s in ranking))
            for n, ranking in enumerate(names)
        ),
    )

    stable = {
        sanctions: 1
        in solve_stability(conflict, sanctions=sanctions)
        .necessary.by_decision_maker["GMR"][0]
        for sanctions in ("formal", "each-once", "single-move")
    }  # fmt: skip

    assert stable == {"formal": True, "each-once": False, "single-move": False}


def test_an_unknown_semantics_is_refused() -> None:
    with pytest.raises(InputError, match="no sanction semantics 'any'"):
        sanctions_named("any")


def test_too_many_orders_of_moves_are_refused() -> None:
    with pytest.raises(InputError, match="9 others"):
        find_reach([[[]]] * 9, size=1, sanctions="each-once")


def test_one_alone_is_stable_where_nothing_better_can_be_reached() -> None:
    conflict = Conflict(
        options=(ConflictOption("act", "forward"),),
        states=(ConflictState(1, "N"), ConflictState(2, "Y")),
        decision_makers=(DecisionMaker("Sole", ((2,), (1,)), (0,)),),
    )

    assert set(solve_stability(conflict).necessary.equilibria.values()) == {(2,)}


@st.composite
def conflicts(draw: st.DrawFn, *, doubtful: bool = False) -> Conflict:
    size = draw(st.integers(2, 6))
    players = draw(st.integers(1, 3))
    ids = list(range(1, size + 1))
    rows = st.lists(
        st.sets(st.sampled_from(ids), max_size=3).map(sorted).map(tuple),
        min_size=size, max_size=size,
    )  # fmt: skip
    makers = []
    for number in range(players):
        values = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
        groups = [
            tuple(s for s, v in zip(ids, values, strict=True) if v == value)
            for value in sorted(set(values), reverse=True)
        ]
        pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
        pairs = draw(st.lists(pair, max_size=3)) if doubtful else []
        unknown = {(min(p), max(p)) for p in pairs if p[0] != p[1]}
        makers.append(
            DecisionMaker(f"d{number}", tuple(groups), (), tuple(sorted(unknown)))
        )
    return Conflict(
        states=tuple(ConflictState(n) for n in ids),
        moves=tuple(tuple(draw(rows)) for _ in range(players)),
        decision_makers=tuple(makers),
    )


Prefers = Callable[[int, int, int], bool]


def by_ranking(conflict: Conflict) -> Prefers:
    places = [
        {s: -n for n, group in enumerate(d.ranking) for s in group}
        for d in conflict.decision_makers
    ]
    return lambda player, one, other: places[player][one] > places[player][other]


class Definitions:
    """The concepts word for word, with sets of states."""

    def __init__(self, conflict: Conflict, prefers: Prefers) -> None:
        assert conflict.moves is not None
        self.ids = conflict.state_ids
        self.prefers = prefers
        self.moves = [
            {
                s: [t for t in row if t != s]
                for s, row in zip(self.ids, rows, strict=True)
            }
            for rows in conflict.moves
        ]

    def reach(self, player: int, start: int, *, improving: bool) -> set[int]:
        """Follow legal sequences of all but one."""
        seen: set[tuple[int, int]] = set()
        waiting = [(start, player)]
        while waiting:
            state, last = waiting.pop()
            after = {
                (to, mover)
                for mover, rows in enumerate(self.moves)
                if mover not in (player, last)
                for to in rows[state]
                if not improving or self.prefers(mover, to, state)
            }
            waiting += after - seen
            seen |= after
        return {state for state, _ in seen}

    def holds(self, i: int, s: int) -> dict[str, bool]:
        """Tell under which concepts a state is stable for somebody."""
        better = [q for q in self.moves[i][s] if self.prefers(i, q, s)]
        answers = {q: self.reach(i, q, improving=False) for q in better}
        bad = {
            q: {h for h in hs if not self.prefers(i, h, s)} for q, hs in answers.items()
        }
        held = {
            q: [
                h
                for h in hs
                if not any(self.prefers(i, z, s) for z in self.moves[i][h])
            ]
            for q, hs in bad.items()
        }
        gain = {q: bad[q] & self.reach(i, q, improving=True) for q in better}
        return {
            "R": not better,
            "GMR": all(bad.values()),
            "SMR": all(held.values()),
            "SEQ": all(gain.values()),
        }


def brute(conflict: Conflict, prefers: Prefers) -> dict[str, list[set[int]]]:
    """Find the stable states straight from the definitions."""
    read = Definitions(conflict, prefers)
    return {
        concept: [
            {s for s in conflict.state_ids if read.holds(i, s)[concept]}
            for i in range(len(conflict.decision_makers))
        ]
        for concept in ("R", "GMR", "SMR", "SEQ")
    }


@settings(max_examples=150, deadline=None)
@given(conflicts())
def test_every_concept_agrees_with_its_definition(conflict: Conflict) -> None:
    found = solve_stability(conflict).necessary.by_decision_maker

    for concept, expected in brute(conflict, by_ranking(conflict)).items():
        assert [set(states) for states in found[concept]] == expected, concept


@settings(max_examples=40, deadline=None)
@given(conflicts(doubtful=True))
def test_unknown_preferences_give_the_bounds_over_every_way_they_can_turn_out(
    conflict: Conflict,
) -> None:
    pairs = [
        (player, *pair)
        for player, d in enumerate(conflict.decision_makers)
        for pair in d.unknown
    ]
    if len(pairs) > 4:
        return
    known = by_ranking(conflict)
    results = []
    for turned in product((-1, 0, 1), repeat=len(pairs)):
        told = {
            (p, a, b): sign > 0 for (p, a, b), sign in zip(pairs, turned, strict=True)
        } | {(p, b, a): sign < 0 for (p, a, b), sign in zip(pairs, turned, strict=True)}

        def prefers(
            player: int,
            one: int,
            other: int,
            told: dict[tuple[int, int, int], bool] = told,
        ) -> bool:
            return told.get((player, one, other), known(player, one, other))

        results.append(brute(conflict, prefers))

    found = solve_stability(conflict)

    for concept in ("R", "GMR", "SMR", "SEQ"):
        for player in range(len(conflict.decision_makers)):
            sets = [result[concept][player] for result in results]
            sure = found.necessary.by_decision_maker[concept][player]
            maybe = found.possible.by_decision_maker[concept][player]
            assert set(sure) <= set.intersection(*sets), concept
            assert set.union(*sets) <= set(maybe), concept


@settings(max_examples=80, deadline=None)
@given(
    conflicts(doubtful=True), st.sampled_from(["formal", "single-move", "each-once"])
)
def test_stronger_concepts_imply_weaker_ones(
    conflict: Conflict, sanctions: Sanctions
) -> None:
    found = solve_stability(conflict, sanctions=sanctions)

    for held in (found.necessary, found.possible):
        e = {concept: set(states) for concept, states in held.equilibria.items()}
        assert e["R"] <= e["SEQ"] <= e["GMR"]
        assert e["R"] <= e["SMR"] <= e["GMR"]
        for concept, states in e.items():
            assert states == set.intersection(
                *map(set, held.by_decision_maker[concept])
            )


@settings(max_examples=40, deadline=None)
@given(conflicts(), st.data())
def test_renaming_decision_makers_permutes_the_results(
    conflict: Conflict, data: st.DataObject
) -> None:
    assert conflict.moves is not None
    order = data.draw(st.permutations(range(len(conflict.decision_makers))))
    turned = replace(
        conflict,
        decision_makers=tuple(conflict.decision_makers[p] for p in order),
        moves=tuple(conflict.moves[p] for p in order),
    )

    first, second = (solve_stability(c).necessary for c in (conflict, turned))

    assert first.equilibria == second.equilibria
    for concept, rows in first.by_decision_maker.items():
        assert tuple(rows[p] for p in order) == second.by_decision_maker[concept]


def test_a_few_thousand_states_are_no_matter() -> None:
    """Twelve options, three decision makers, preferences by how much is done."""
    size = 1 << 11
    options = tuple(ConflictOption(f"o{n}") for n in range(11))
    codes = [f"{n:011b}"[::-1].translate({48: "N", 49: "Y"}) for n in range(size)]
    ranking = tuple(
        (n + 1,) for n in sorted(range(size), key=lambda n: (n * 7919) % size)
    )
    conflict = Conflict(
        options=options,
        states=tuple(ConflictState(n + 1, values) for n, values in enumerate(codes)),
        decision_makers=tuple(
            DecisionMaker(f"d{n}", ranking[n * 97 :] + ranking[: n * 97], tuple(range(n, 11, 3)))
            for n in range(3)
        ),
    )  # fmt: skip

    found = solve_stability(conflict)

    assert "SIM" not in found.necessary.equilibria
    assert found.notes == ("SIM is worked out for up to 1,024 states made of options.",)
    assert found.necessary.equilibria["GMR"]
