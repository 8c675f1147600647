"""The guarantor question is answered outright, or what is missing is said."""

from fractions import Fraction

import pytest

from accord.model import ActorRef, DecisionRule, Mechanism, Passage
from accord.model.reported import RuleKind
from accord.solve.power import solve_guarantee

SEVEN = ("Arle", "Belm", "Corva", "Dorn", "Esk", "Fenn", "Garn")


def mechanism(
    kind: RuleKind,
    *,
    members: tuple[str, ...] = SEVEN,
    quota: float | None = None,
    veto: tuple[str, ...] = (),
) -> Mechanism:
    return Mechanism(
        id="m1",
        produced_by="test",
        document="d1",
        name="the guarantee",
        members=tuple(ActorRef(f"state:{name.lower()}", name) for name in members),
        rule=DecisionRule(kind, quota, veto),
        triggers=None,
        evidence=Passage(0, 1, "x"),
    )


def test_unanimity_can_never_be_triggered_against_a_guarantor() -> None:
    answer = solve_guarantee(mechanism("unanimity"))

    assert answer.against_veto is False
    assert answer.veto == SEVEN
    assert answer.act == Fraction(1, 128)
    assert all(standing.others_needed is None for standing in answer.standings)
    assert answer.sentence == (
        "Under the rule as the text describes it (all 7 members must agree), the "
        "guarantee can never be triggered against Arle, Belm, Corva, Dorn, Esk, Fenn "
        "or Garn without their own agreement, because they each hold a veto; of the "
        "128 possible sets of members that agree, 1 decides."
    )


def test_a_majority_can_be_triggered_against_any() -> None:
    answer = solve_guarantee(mechanism("majority"))

    assert answer.against_veto is None
    assert answer.veto == ()
    assert answer.act == Fraction(1, 2)
    assert {standing.others_needed for standing in answer.standings} == {4}
    assert "no member holds a veto" in answer.sentence
    assert "against one of them it takes 4 of the others" in answer.sentence


def test_a_veto_beside_a_majority_protects_its_holder_alone() -> None:
    answer = solve_guarantee(mechanism("majority", veto=("state:arle",)))

    assert answer.veto == ("Arle",)
    assert answer.against_veto is False
    needed = {s.name: s.others_needed for s in answer.standings}
    assert needed["Arle"] is None
    assert needed["Belm"] == 4
    assert "never be triggered against Arle without its own agreement" in (
        answer.sentence
    )


def test_two_thirds_of_six_are_four() -> None:
    answer = solve_guarantee(mechanism("quota", members=SEVEN[:6], quota=0.6667))

    assert {standing.others_needed for standing in answer.standings} == {4}


def test_a_veto_without_any_other_rule_is_answered_without_numbers() -> None:
    answer = solve_guarantee(mechanism("compound", veto=("Arle",)))

    assert answer.against_veto is False
    assert answer.act is None
    assert answer.missing == ("The text does not say how many must agree.",)
    assert "can never be triggered against Arle" in answer.sentence


def test_a_holder_of_a_veto_who_is_no_member_is_shown_by_name() -> None:
    told = mechanism("compound", members=(), veto=("state:arle",))

    answer = solve_guarantee(told, names={"state:arle": "Arle"})

    assert answer.veto == ("Arle",)
    assert answer.sentence == (
        "Under the rule as the text describes it, the guarantee can never be triggered "
        "against Arle without its own agreement, because it holds a veto; the text does "
        "not name the members."
    )


def test_unanimity_of_nobody_in_particular_is_still_a_veto_for_each() -> None:
    answer = solve_guarantee(mechanism("unanimity", members=()))

    assert answer.against_veto is False
    assert "every member must agree" in answer.sentence


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        (mechanism("weighted"), "what each member's vote weighs"),
        (mechanism("quota"), "how many must agree"),
        (mechanism("majority", members=()), "does not name the members"),
        (mechanism("quota", quota=9.0), "quota 9 is above the total weight 7"),
    ],
)
def test_what_the_text_leaves_open_is_said(told: Mechanism, missing: str) -> None:
    answer = solve_guarantee(told)

    assert answer.against_veto is None
    assert answer.game is None
    assert any(missing in line for line in answer.missing)
    assert "cannot be told" in answer.sentence
