"""Where a conflict can come to from where it stands."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.model.negotiation import Conflict
from accord.solve.stability import read_conflict
from accord.solve.stability.status_quo import Reached, draw_arcs, follow_status_quo

Make = Callable[..., Conflict]


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), start=st.integers(1, 16))
def test_ways_are_made_of_arcs_and_nobody_moves_twice_in_a_row(
    make_conflict: Make, seed: int, start: int
) -> None:
    conflict = make_conflict(seed)
    arcs = {(a.mover, a.start, a.to): a.improves for a in draw_arcs(conflict).arcs}

    reached = follow_status_quo(conflict, start)

    assert {one.state for one in reached} == set(conflict.state_ids) - {start}
    for one in reached:
        for way, must_improve in (
            (one.by_moves, False), (one.by_improvements, True),
        ):  # fmt: skip
            here, last = start, ""
            for step in way or ():
                assert (step.mover, here, step.to) in arcs
                assert arcs[step.mover, here, step.to] or not must_improve
                assert step.mover != last
                here, last = step.to, step.mover
            if way is not None:
                assert here == one.state
    for state, number in shortest(conflict, start).items():
        way = next(one.by_moves for one in reached if one.state == state)
        assert way is not None
        assert len(way) == number


def shortest(conflict: Conflict, start: int) -> dict[int, int]:
    """Count moves by layers of (state, last mover)."""
    arcs = draw_arcs(conflict).arcs
    layer, seen, found, number = {(start, "")}, {(start, "")}, {}, 0
    while layer:
        number += 1
        layer = {
            (arc.to, arc.mover)
            for state, last in layer
            for arc in arcs
            if arc.start == state and arc.mover != last
        } - seen
        seen |= layer
        for state, _ in layer:
            if state != start:
                found.setdefault(state, number)
    return found


def test_a_state_out_of_reach_has_no_way() -> None:
    conflict = read_conflict(
        {
            "options": [{"name": "dig", "permitted_direction": "fwd"}],
            "decision_makers": [
                {"name": "A", "options": [0], "ranking_most_to_least": [1, 2]}
            ],
        }
    )

    assert follow_status_quo(conflict, 2) == (
        Reached(state=1, by_moves=None, by_improvements=None),
    )
    (forth,) = follow_status_quo(conflict, 1)
    assert forth.by_moves is not None
    assert forth.by_improvements is None


def test_a_state_that_is_not_there_is_refused(make_conflict: Make) -> None:
    with pytest.raises(InputError, match="no state 99"):
        follow_status_quo(make_conflict(1), 99)
