"""Reasons are in words, and say what the computed sets say."""

import pytest

from accord.errors import UnknownNameError
from accord.model.negotiation import (
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
    Direction,
)
from accord.solve.stability import explain_state, find_joint_moves, solve_stability
from accord.solve.stability.reach import Sanctions

DAM = Conflict(
    options=(ConflictOption("build"), ConflictOption("sue"), ConflictOption("pay")),
    states=tuple(
        ConflictState(n + 1, f"{n:03b}"[::-1].translate({48: "N", 49: "Y"}))
        for n in range(8)
    ),
    decision_makers=(
        DecisionMaker("Ostrel", ((2,), (6,), (1,), (5,), (3,), (7,), (8,), (4,)), (0,)),
        DecisionMaker("Sorn", ((5,), (1,), (3,), (7,), (8,), (4,), (6,), (2,)), (1,)),
        DecisionMaker("Union", ((1, 3), (2, 4), (5,), (6, 7, 8)), (2,)),
    ),
)


def told(state: int, name: str, concept: str) -> tuple[bool, str]:
    reason = next(
        r
        for r in explain_state(DAM, state)
        if (r.decision_maker, r.concept) == (name, concept)
    )
    return reason.is_stable, " ".join(reason.sentences)


def test_a_move_that_an_answer_deters_is_told_with_the_answer() -> None:
    is_stable, words = told(1, "Ostrel", "SEQ")

    assert is_stable
    assert words == (
        "Under these modelled preferences, Ostrel would not move to s2 (build), because "
        "Sorn could answer with s4 (build, sue), which Ostrel likes no better; the mover "
        "gains by it."
    )


def test_what_cannot_be_escaped_from_is_said_for_smr() -> None:
    is_stable, words = told(3, "Ostrel", "SMR")
    assert is_stable
    assert "can move from s3 (sue) to nothing it likes better" in words

    is_stable, words = told(1, "Ostrel", "SMR")
    assert not is_stable or "cannot escape to anything better" in words


def test_a_better_state_without_an_answer_is_moved_to() -> None:
    is_stable, words = told(4, "Ostrel", "R")

    assert not is_stable
    assert words == "Under these modelled preferences, Ostrel would move to s3 (sue)."


@pytest.mark.parametrize("sanctions", ["formal", "single-move", "each-once"])
def test_reasons_agree_with_what_was_solved(sanctions: Sanctions) -> None:
    solved = solve_stability(DAM, sanctions=sanctions).necessary.by_decision_maker
    names = [d.name for d in DAM.decision_makers]

    for state in DAM.state_ids:
        for reason in explain_state(DAM, state, sanctions=sanctions):
            stable = solved[reason.concept][names.index(reason.decision_maker)]
            assert reason.is_stable == (state in stable), (state, reason)
            assert all(
                "under these modelled preferences" in s.lower()
                for s in reason.sentences
            )


def test_what_only_two_together_can_bring_about_is_found() -> None:
    """At Elmira, the ministry and the firm together move from state 5 to 8."""
    values = "NYNNN YYNNN NNYNN YNYNN NYNNY YYNNY NNYNY YNYNY ---Y-".split()
    directions: tuple[Direction, ...] = ("forward", "back", "both", "forward", "both")
    elmira = Conflict(
        options=tuple(ConflictOption(f"o{n}", d) for n, d in enumerate(directions)),
        states=tuple(ConflictState(n, v) for n, v in enumerate(values, 1)),
        decision_makers=(
            DecisionMaker("MoE", tuple((s,) for s in (7, 3, 4, 8, 5, 1, 2, 6, 9)), (0,)),
            DecisionMaker("UR", tuple((s,) for s in (1, 4, 8, 5, 9, 3, 7, 2, 6)), (1, 2, 3)),
            DecisionMaker("LG", tuple((s,) for s in (7, 3, 5, 1, 8, 6, 4, 2, 9)), (4,)),
        ),
    )  # fmt: skip

    joint = find_joint_moves(elmira, 5)

    assert [(move.members, move.to) for move in joint] == [(("MoE", "UR"), 8)]


def test_a_state_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="no state 99"):
        explain_state(DAM, 99)
