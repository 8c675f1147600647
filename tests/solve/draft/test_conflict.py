"""A conflict drafted from demands can be solved, and shows its words."""

import pytest

from accord.errors import InputError
from accord.model.negotiation.case_reading import case_from_json
from accord.solve.draft import draft_case
from accord.solve.draft.conflict import draft_conflict
from accord.solve.stability import read_conflict, solve_stability
from accord.testing.dispute import make_dispute

CASE = {
    "title": "A dam",
    "parties": [{"id": p, "name": p.upper()} for p in "abc"],
    "issues": [
        {"id": "dam", "question": "Build it?", "options": ["yes", "no"]},
        {"id": "toll", "question": "Toll?", "options": ["none", "some"]},
    ],
    "demands": [
        {
            "id": "1",
            "party": "a",
            "accepts": {"dam": ["yes"]},
            "status": "asserted",
            "evidence": [{"text": "The dam will stand."}],
        },
        {"id": "2", "party": "b", "accepts": {"dam": ["no"]}},
        {"id": "3", "party": "c", "accepts": {"dam": ["no"]}},
        {"id": "4", "party": "c", "accepts": {"toll": ["none"]}},
        {"id": "5", "party": "c", "accepts": {"toll": ["some"]}, "kind": "wish"},
    ],
}


def test_only_demands_that_clash_become_options_with_their_words() -> None:
    drafted = draft_conflict(case_from_json(CASE))

    assert [option["demand"] for option in drafted["options"]] == ["1", "2", "3"]
    assert drafted["options"][0]["evidence"][0]["text"] == "The dam will stand."
    assert drafted["options"][0]["status"] == "asserted"
    assert drafted["options"][1]["name"] == "B gives way on dam"
    assert [m["options"] for m in drafted["decision_makers"]] == [[0], [1], [2]]


def test_everybody_wants_first_that_those_against_it_give_way() -> None:
    conflict = read_conflict(draft_conflict(case_from_json(CASE)))

    words = {state.id: state.values for state in conflict.states}
    best = [words[maker.ranking[0][0]] for maker in conflict.decision_makers]
    assert best[0] == "NYY"
    assert best[1][:2] == "YN"
    # As drafted nobody gives way; that is what is to be mended by hand.
    assert solve_stability(conflict).necessary.equilibria["R"] == (1,)


def test_many_clashes_are_cut_to_what_can_be_read_and_it_is_said() -> None:
    names = [f"p{n}" for n in range(12)]
    case = case_from_json(
        {
            "parties": [{"id": name, "name": name} for name in names],
            "issues": CASE["issues"],
            "demands": [
                {
                    "id": n,
                    "party": n,
                    "accepts": {"dam": ["yes" if n == "p0" else "no"]},
                }
                for n in names
            ],
        }
    )

    drafted = draft_conflict(case)

    assert len(drafted["options"]) == 6
    assert drafted["options"][0]["demand"] == "p0"
    assert "6 demands" in drafted["notes"][1]
    read_conflict(drafted)


def test_the_sample_dispute_makes_a_conflict() -> None:
    conflict = read_conflict(draft_conflict(draft_case(make_dispute())))

    assert len(conflict.decision_makers) >= 2


def test_a_case_without_a_clash_is_refused() -> None:
    with pytest.raises(InputError, match="exclude each other"):
        draft_conflict(case_from_json({**CASE, "demands": CASE["demands"][3:]}))
