"""Mechanisms: bodies and how they decide."""

from collections.abc import Callable

import pytest

from accord.model import Dossier, Mechanism
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def mechanisms(dossier: Dossier) -> list[Mechanism]:
    return list(find_reported(dossier).mechanisms)


@pytest.mark.parametrize(
    ("text", "kind", "quota"),
    [
        ("The council can act only with the unanimous consent of all members.",
         "unanimity", None),
        ("Each of the five guarantors has a veto.", "unanimity", None),
        ("The climate fund's board decides by consensus of its members.",
         "unanimity", None),
        ("A change of the roster board needs a simple majority.", "majority", None),
        ("The committee needs a two-thirds majority to call a strike.",
         "quota", 0.6667),
        ("Four of the six members of the river commission must agree.", "quota", 4),
        ("The assembly decides by weighted votes.", "weighted", None),
        ("Every licence requires the consent of all authors.", "unanimity", None),
        ("Eight clubs demand a veto over the sale of rights by the league's board.",
         "compound", None),
    ],
)  # fmt: skip
def test_rules_of_every_kind_are_read(
    read: Read, text: str, kind: str, quota: float | None
) -> None:
    (found,) = mechanisms(read(text))

    assert (found.rule.kind, found.rule.quota) == (kind, quota)


@pytest.mark.parametrize(
    "text",
    [
        "The committee rejected the offer unanimously.",
        "The council has unanimously elected a chair.",
        "A majority of the members came by boat.",
        "The council met for two days.",
        "Arle vetoed nothing.",
        "Everything needs the unanimous consent of the winds.",
    ],
)
def test_a_decision_that_was_taken_or_no_body_at_all_is_no_rule(
    read: Read, text: str
) -> None:
    assert mechanisms(read(text)) == []


def test_a_list_of_members_may_stand_before_the_rule(read: Read) -> None:
    text = (
        "The council has four guarantors: [Arle], [Belm], [Corva] and [Dorn]. If shipping "
        "is obstructed, it meets. Its guarantee applies only with the consent of all."
    )

    (found,) = mechanisms(read(text))

    everyone = ["state:arle", "state:belm", "state:corva", "state:dorn"]
    assert [m.actor for m in found.members] == everyone
    assert list(found.rule.veto) == everyone
    assert found.triggers == "shipping is obstructed"


def test_votes_of_both_give_both_a_veto(read: Read) -> None:
    text = "A board decides; a change needs the votes of both [RailCo] and [the Bund]."

    (found,) = mechanisms(read(text))

    assert found.rule.kind == "unanimity"
    assert found.rule.veto == ("org:railco", "org:bund")


@pytest.mark.parametrize(
    "text",
    [
        "[Arle] would have a veto in the council.",
        "The council may not act without the consent of [Arle].",
        "The council's rules leave a veto for [Arle].",
    ],
)
def test_a_veto_of_one_is_his_alone(read: Read, text: str) -> None:
    (found,) = mechanisms(read(text))

    assert found.rule.kind == "compound"
    assert found.rule.veto == ("state:arle",)


def test_who_is_named_among_all_holds_a_veto_too(read: Read) -> None:
    text = "The clause requires unanimous approval from all states, including [Arle]."

    (found,) = mechanisms(read(text))

    assert found.rule.kind == "unanimity"
    assert found.rule.veto == ("state:arle",)


def test_talk_of_a_rule_for_nobody_is_left_out(read: Read) -> None:
    assert mechanisms(read("{All guarantors decide together or none|Ode Varn}.")) == []


def test_the_evidence_is_the_sentence(read: Read) -> None:
    dossier = read("Rain fell. The council needs a simple majority. Rain fell.")

    (found,) = mechanisms(dossier)

    dossier.document.verify(found.evidence)
    assert found.evidence.text == "The council needs a simple majority."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Arle demanded that each of the five guarantors have a veto.", "demanded"),
        ("Under the treaty, each of the five guarantors has a veto.", "agreed"),
        ("Each of the five guarantors has a veto.", "described"),
    ],
)
def test_a_rule_is_demanded_agreed_or_just_described(
    read: Read, text: str, status: str
) -> None:
    (found,) = mechanisms(read(text))

    assert found.status == status
