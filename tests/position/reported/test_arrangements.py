"""Arrangements that are no votes: who stands for it, checks it, settles it, sets it off."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "kind", "name", "status"),
    [
        ("[Arle] and [Belm] stand as guarantors of the corridor.",
         "guarantee", "guarantors", "described"),
        ("Monitors will verify every load.", "verification", "Monitors", "described"),
        ("[Arle] demands that [Belm] verify the border.",
         "verification", "verification", "demanded"),
        ("A dispute over rosters goes to an arbitration panel.",
         "arbitration", "arbitration panel", "described"),
        ("The judges' ruling is binding.", "arbitration", "arbitration", "described"),
        ("[Arle] wants a neutral expert to rule on the dams.",
         "arbitration", "neutral expert", "demanded"),
        ("Any participant may restore the sanctions.",
         "automatic", "trigger", "described"),
        ("Quotas fall automatically once the stock is low.",
         "automatic", "trigger", "described"),
        ("If prices rise by six percent, both sides must reopen the deal.",
         "automatic", "trigger", "described"),
        ("It has a release clause: once the club falls, he may leave.",
         "automatic", "release clause", "described"),
    ],
)  # fmt: skip
def test_an_arrangement_has_a_kind_a_name_and_a_status(
    read: Read, text: str, kind: str, name: str, status: str
) -> None:
    (found,) = find_reported(read(text)).mechanisms

    assert (found.rule.kind, found.name, found.status) == (kind, name, status)
    assert found.evidence.text == text.replace("[", "").replace("]", "")


def test_guarantors_are_members_and_a_trigger_is_told(read: Read) -> None:
    (found,) = find_reported(
        read("[Arle] and [Belm] act as guarantors of the truce if it breaks down.")
    ).mechanisms

    assert [member.actor for member in found.members] == ["state:arle", "state:belm"]
    assert found.triggers == "it breaks down"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry will monitor the situation.",
        "The case goes to court.",
        "If it rains, they must leave.",
        "Nobody stands as guarantor of anything.",
        "The lights went out automatically.",
    ],
)
def test_what_arranges_nothing_is_left_out(read: Read, text: str) -> None:
    assert not find_reported(read(text)).mechanisms


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Either party can call in a panel of three arbitrators.", "arbitration"),
        ("Disputes go before a joint commission.", "arbitration"),
        ("Her award, due in March, will bind them.", "arbitration"),
        ("A clause would let an auditor check the meters.", "verification"),
        ("It was concluded with [Belm] as guarantor, and held.", "guarantee"),
        ("Should the roll fall below 90, the board may reopen the case.", "automatic"),
        ("The council decides by consensus.", "unanimity"),
        ("If more than half of the members vote no, it is off.", "majority"),
        ("There is a council of nine, of whom six must agree.", "quota"),
        ("The ground cannot be sold without its consent.", "compound"),
    ],
)
def test_rules_are_told_in_many_ways(read: Read, text: str, kind: str) -> None:
    (found,) = find_reported(read(text)).mechanisms

    assert found.rule.kind == kind
