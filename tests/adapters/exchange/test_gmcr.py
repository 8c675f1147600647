"""``.gmcr`` files come in as conflicts and go out as they came."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.exchange import is_gmcr, read_gmcr, write_gmcr
from accord.errors import InputError
from accord.solve.stability import read_conflict, solve_stability

DITCH = {
    "program": "gmcr-py",
    "version": "0.3.6",
    "useManualPreferenceRanking": True,
    "options": [
        {"name": "dig", "permittedDirection": "fwd"},
        {"name": "sue", "permittedDirection": "both"},
    ],
    "decisionMakers": [
        {
            "name": "Farm",
            "options": [0],
            "preferences": [[[1, "N"]], [[0, "Y"]]],
            "preferenceRanking": [2, 1, 3],
        },
        {
            "name": "Mill",
            "options": [1],
            "preferences": [{"compound": True, "members": [[[0, "N"]], [[1, "Y"]]]}],
            "preferenceRanking": [1, [2, 3]],
        },
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "coalitions": [0, 1],
}


def test_a_file_with_a_ranking_made_by_hand_is_read() -> None:
    conflict = read_gmcr(DITCH, title="ditch")

    assert is_gmcr(DITCH)
    assert [state.values for state in conflict.states] == ["NN", "YN", "NY"]
    assert conflict.options[0].direction == "forward"
    farm, mill = conflict.decision_makers
    assert farm.ranking == ((2,), (1,), (3,))
    assert mill.ranking == ((1,), (2, 3))
    assert conflict.title == "ditch"


def test_without_a_ranking_made_by_hand_statements_rank_the_states() -> None:
    conflict = read_gmcr({**DITCH, "useManualPreferenceRanking": False})

    farm, mill = conflict.decision_makers
    assert farm.ranking == ((2,), (1,), (3,))
    assert mill.ranking == ((1, 3), (2,))


def test_an_old_file_calls_its_ranking_a_vector() -> None:
    makers: list[dict[str, Any]] = [
        {
            "name": "A",
            "options": [0, 1],
            "preferences": [],
            "preferenceVector": [1, 2, 3],
        }
    ]

    conflict = read_gmcr({**DITCH, "decisionMakers": makers})

    assert conflict.decision_makers[0].ranking == ((1,), (2,), (3,))


def test_what_is_written_is_read_again_as_the_same() -> None:
    conflict = read_gmcr(DITCH)

    again = read_gmcr(write_gmcr(conflict))

    assert (again.states, again.options) == (conflict.states, conflict.options)
    assert again.decision_makers == conflict.decision_makers


@settings(max_examples=25, deadline=None)
@given(st.permutations([1, 2, 3, 4]), st.permutations([1, 2, 3, 4]))
def test_states_are_numbered_anew_without_changing_what_holds(
    one: list[int], ids: list[int]
) -> None:
    words = ("NN", "YN", "NY", "YY")
    conflict = read_conflict(
        {
            "options": [{"name": "a"}, {"name": "b"}],
            "states": [
                {"id": number, "values": word}
                for number, word in zip(ids, words, strict=True)
            ],
            "decision_makers": [
                {"name": "A", "options": [0], "ranking_most_to_least": one},
                {"name": "B", "options": [1], "ranking_most_to_least": one[::-1]},
            ],
        }
    )
    new = dict(zip(ids, (1, 2, 3, 4), strict=True))

    held = solve_stability(conflict).necessary.equilibria
    again = solve_stability(read_gmcr(write_gmcr(conflict))).necessary.equilibria

    for concept, states in held.items():
        assert sorted(new[state] for state in states) == list(again[concept])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"options": 3}, "no lists"),
        ({"options": [7]}, "no object"),
        ({"decisionMakers": [7]}, "no object"),
        ({"decisionMakers": [{"name": "A", "options": [0]}]}, "no preferences"),
        ({"infeasibles": [[[9, "Y"]]]}, "infeasible pattern"),
    ],
)
def test_a_file_that_holds_no_conflict_is_refused(
    change: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_gmcr({**DITCH, **change})


def test_a_conflict_with_given_moves_has_no_such_file() -> None:
    conflict = read_conflict(
        {
            "states": [{"id": 1}, {"id": 2}],
            "moves": [[[2], [1]]],
            "decision_makers": [{"name": "A", "ranking_most_to_least": [1, 2]}],
        }
    )

    with pytest.raises(InputError, match="not made of options"):
        write_gmcr(conflict)
