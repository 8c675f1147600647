"""A case with moves is a conflict whose states are packages."""

from typing import Any

import pytest

from accord.errors import InputError
from accord.model.negotiation.case_reading import case_from_json
from accord.solve.stability import solve_stability
from accord.solve.stability.from_case import conflict_of_case

CASE: dict[str, Any] = {
    "title": "A dam",
    "parties": [
        {"id": "N", "name": "North"}, {"id": "S", "name": "South"},
        {"id": "X", "name": "Guest"},
    ],
    "issues": [
        {"id": "dam", "question": "Build it?", "options": ["no", "yes"]},
        {"id": "toll", "question": "Toll?", "options": ["none", "some"]},
    ],
    "moves": [
        {"party": "N", "issue": "dam", "option": "yes", "reversible": False},
        {"party": "N", "issue": "dam", "option": "no"},
        {"party": "S", "issue": "toll", "option": "some"},
        {"party": "S", "issue": "toll", "option": "none"},
    ],
    "demands": [
        {"id": "n", "party": "N", "accepts": {"dam": ["yes"]}},
        {"id": "n2", "party": "N", "accepts": {"toll": ["none"]}},
        {"id": "s", "party": "S", "accepts": {"dam": ["no"]}},
    ],
    "utilities": [
        {"party": "S", "issue": "dam", "option": "no", "value": 2},
        {"party": "S", "issue": "toll", "option": "some", "value": 1},
    ],
}  # fmt: skip


def test_packages_are_states_and_what_cannot_be_taken_back_stays() -> None:
    conflict = conflict_of_case(case_from_json(CASE))

    assert [s.label for s in conflict.states] == [
        "dam: no; toll: none",
        "dam: no; toll: some",
        "dam: yes; toll: none",
        "dam: yes; toll: some",
    ]
    assert [maker.name for maker in conflict.decision_makers] == ["North", "South"]
    assert conflict.moves == (((3,), (4,), (), ()), ((2,), (1,), (4,), (3,)))


def test_numbers_rank_and_demands_that_disagree_leave_the_order_unknown() -> None:
    conflict = conflict_of_case(case_from_json(CASE))
    north, south = conflict.decision_makers

    assert south.ranking == ((2,), (1,), (4,), (3,))
    assert south.unknown == ()
    assert north.ranking == ((3,), (1, 4), (2,))
    assert north.unknown == ((1, 4),)
    assert solve_stability(conflict).necessary.equilibria["R"] == (4,)


def test_an_exclusion_takes_a_state_away() -> None:
    excluded = {"id": "e", "combination": {"dam": ["yes"], "toll": ["some"]}}

    conflict = conflict_of_case(case_from_json({**CASE, "exclusions": [excluded]}))

    assert len(conflict.states) == 3
    assert conflict.moves is not None
    assert conflict.moves[1] == ((2,), (1,), ())


def test_orders_of_options_count_like_demands() -> None:
    order = {"party": "X", "issue": "toll", "ranking": [["none"], ["some"]]}

    conflict = conflict_of_case(case_from_json({**CASE, "preferences": [order]}))

    assert conflict.decision_makers[2].ranking == ((1, 3), (2, 4))


def test_a_case_without_moves_or_with_too_many_packages_is_refused() -> None:
    with pytest.raises(InputError, match="no moves"):
        conflict_of_case(case_from_json({**CASE, "moves": []}))
    many = [{"id": f"i{n}", "question": "?", "options": ["a", "b"]} for n in range(10)]
    with pytest.raises(InputError, match="4,096 packages"):
        conflict_of_case(case_from_json({**CASE, "issues": CASE["issues"] + many}))
