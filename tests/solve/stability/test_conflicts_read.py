"""Conflicts are read from JSON, and refused with a reason."""

from typing import Any

import pytest

from accord.errors import InputError
from accord.solve.stability import read_conflict, solve_stability

DILEMMA: dict[str, Any] = {
    "id": "dilemma",
    "decision_makers": [
        {"name": "Row", "options": [0], "ranking_most_to_least": [3, 4, 1, 2]},
        {"name": "Column", "options": [1], "ranking_most_to_least": [2, 4, 1, 3]},
    ],
    "options": [
        {"name": "row yields", "permitted_direction": "both"},
        {"name": "column yields"},
    ],
    "infeasible_patterns": [],
}


def with_row(**change: Any) -> dict[str, Any]:
    row, column = DILEMMA["decision_makers"]
    return DILEMMA | {"decision_makers": [row | change, column]}


def test_states_are_made_from_options_in_the_order_of_their_codes() -> None:
    conflict = read_conflict(DILEMMA)

    assert [state.values for state in conflict.states] == ["NN", "YN", "NY", "YY"]
    assert conflict.state_ids == (1, 2, 3, 4)


def test_infeasible_patterns_rule_states_out() -> None:
    value = DILEMMA | {
        "infeasible_patterns": [[[0, "Y"], [1, "Y"]]],
        "decision_makers": [
            {"name": "Row", "options": [0], "ranking_most_to_least": [1, [2, 3]]},
        ],
    }

    conflict = read_conflict(value)

    assert [state.values for state in conflict.states] == ["NN", "YN", "NY"]
    assert conflict.decision_makers[0].ranking == ((1,), (2, 3))


def test_one_way_options_are_read() -> None:
    options = [DILEMMA["options"][0] | {"permitted_direction": "fwd"}, {"name": "b"}]

    conflict = read_conflict(DILEMMA | {"options": options})

    assert [option.direction for option in conflict.options] == ["forward", "both"]


def test_preferences_by_pairs_leave_the_rest_unknown() -> None:
    conflict = read_conflict(
        with_row(ranking_most_to_least=None, prefers=[[3, 4], [4, 1]])
    )
    row = conflict.decision_makers[0]

    assert {frozenset(pair) for pair in row.unknown} == {
        frozenset((2, other)) for other in (1, 3, 4)
    }
    assert row.ranking.index((3,)) < row.ranking.index((4,)) < row.ranking.index((1,))


def test_a_circle_of_preferences_is_named() -> None:
    with pytest.raises(InputError, match="'Row' prefers in a circle: "):
        read_conflict(with_row(prefers=[[1, 2], [2, 3], [3, 1]]))


def test_states_left_out_of_a_ranking_are_of_unknown_order() -> None:
    conflict = read_conflict(with_row(ranking_most_to_least=[3, 4, 1]))

    assert set(conflict.decision_makers[0].unknown) == {(2, 1), (2, 3), (2, 4)}
    solved = solve_stability(conflict)
    assert set(solved.necessary.equilibria["R"]) <= set(solved.possible.equilibria["R"])
    assert "SIM is worked out only where all preferences are known." in solved.notes


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (DILEMMA | {"decision_makers": None}, "no states or no decision makers"),
        (DILEMMA | {"decision_makers": [7]}, "is no object"),
        (DILEMMA | {"decision_makers": "Row"}, "are no list"),
        (DILEMMA | {"options": [3]}, "An option is '3'"),
        (DILEMMA | {"options": [{"permitted_direction": "up"}]}, "direction is 'up'"),
        (DILEMMA | {"options": [{}] * 20}, "20 options make 1,048,576 states"),
        (DILEMMA | {"options": [{}] * 17}, "more than 32,768 states"),
        (DILEMMA | {"infeasible_patterns": [[[9, "Y"]]]}, "pattern holds"),
        (DILEMMA | {"states": [{"values": "NN"}]}, "no number as id"),
        (DILEMMA | {"moves": [1]}, "not lists by decision maker"),
        (with_row(ranking_most_to_least=[]), "Row has no preferences"),
        (with_row(ranking_most_to_least=[1, 2, 3, 4, 1]), "ranked twice"),
        (with_row(ranking_most_to_least=["a"]), "no list of whole numbers"),
        (with_row(unknown=[[1]]), r"not written as \[\[1, 2\]"),
    ],
)
def test_what_is_no_conflict_is_refused_with_the_reason(
    value: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_conflict(value)
