"""What is said to be enough to make a state stable is enough, and nothing less is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import UnknownNameError
from accord.model.negotiation import Conflict
from accord.solve.stability import solve_stability
from accord.solve.stability.inverse import find_requirements

Make = Callable[..., Conflict]


def disliking(conflict: Conflict, player: int, states: set[int]) -> Conflict:
    """Let one decision maker like some states least of all."""
    maker = conflict.decision_makers[player]
    rest = [tuple(s for s in group if s not in states) for group in maker.ranking]
    ranking = (*(group for group in rest if group), tuple(sorted(states)))
    makers = list(conflict.decision_makers)
    makers[player] = replace(maker, ranking=ranking)
    return replace(conflict, decision_makers=tuple(makers))


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), state=st.integers(1, 16))
def test_each_way_is_enough_and_none_of_it_can_be_spared(
    make_conflict: Make, seed: int, state: int
) -> None:
    conflict = make_conflict(seed)
    held = solve_stability(conflict).necessary.by_decision_maker
    names = [maker.name for maker in conflict.decision_makers]

    for one in find_requirements(conflict, state):
        player = names.index(one.decision_maker)
        assert one.is_stable == (state in held[one.concept][player])
        assert bool(one.ways) != one.is_stable
        for way in one.ways[:3]:
            changed = solve_stability(disliking(conflict, player, set(way)))
            assert state in changed.necessary.by_decision_maker[one.concept][player]
            for spared in way:
                rest = set(way) - {spared}
                if rest:
                    less = solve_stability(disliking(conflict, player, rest))
                    stable = less.necessary.by_decision_maker[one.concept][player]
                    assert state not in stable


def test_the_sentence_names_what_would_have_to_change(make_conflict: Make) -> None:
    found = find_requirements(make_conflict(3), 5)

    for one in found:
        assert one.decision_maker in one.sentence
        if not one.is_stable:
            assert all(f"s{state}" in one.sentence for state in one.ways[0])


def test_a_state_that_is_not_there_is_refused(make_conflict: Make) -> None:
    with pytest.raises(UnknownNameError):
        find_requirements(make_conflict(1), 99)
