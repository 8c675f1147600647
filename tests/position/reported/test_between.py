"""Officials who meet, swaps made possible, what is promised, and who "the two sides" are."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position.reported.agreements import find_agreements
from accord.position.reported.contacts import find_contacts
from accord.position.reported.sentence import read_sentences

NAMES = {"Arle": "ARL", "Corva": "COR", "the Bund": "org:bund", "Orne": "ORN"}


def _contacts(dossier: Dossier) -> list[tuple[str, set[str]]]:
    found = find_contacts(read_sentences(dossier), produced_by="test")
    return [(one.kind, {p.name for p in one.parties}) for one in found]


def _agreements(dossier: Dossier) -> list[tuple[str, str, set[str]]]:
    found = find_agreements(read_sentences(dossier), (), produced_by="test")
    return [(one.kind, one.status, {p.name for p in one.parties}) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Arle backs the plan, with officials meeting in Orle last year.",
            [("meeting", {"Arle"})],
        ),
        (
            "Arle and Corva officials are quietly discussing the border.",
            [("back-channel", {"Arle", "Corva"})],
        ),
        ("Officials could be meeting in Orle next year.", []),
        ("Officials discussed the weather.", []),
    ],
)
def test_officials_meet_somewhere_or_talk_quietly(
    dossier_of: Callable[..., Dossier], text: str, expected: list[tuple[str, set[str]]]
) -> None:
    assert _contacts(dossier_of(text, names=NAMES)) == expected


def test_a_swap_that_somebody_facilitates_is_a_contact_of_its_own(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Corva has played a mediating role, facilitating prisoner swaps."
    kinds = {kind for kind, _ in _contacts(dossier_of(text, names=NAMES))}
    assert kinds == {"mediation", "exchange"}


def test_what_a_body_agrees_to_work_out_is_proposed(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "The Bund agreed to work out bilateral security guarantees for Arle."
    names = {"The Bund": "org:bund", **NAMES}
    assert _agreements(dossier_of(text, names=names)) == [
        ("bilateral security guarantees", "proposed", {"The Bund", "Arle"})
    ]


def test_the_two_sides_are_the_states_named_most_often(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = (
        "Arle shelled Corva. Corva answered, and Arle withdrew. Orne watched. "
        "The envoy said the two sides had essentially reached a peace deal."
    )
    assert _agreements(dossier_of(text, names=NAMES)) == [
        ("peace deal", "drafted", {"Arle", "Corva"})
    ]


def test_the_two_sides_are_nobody_if_three_could_be(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Arle, Corva and Orne argued. The two sides had reached a peace deal."
    assert _agreements(dossier_of(text, names=NAMES)) == [
        ("peace deal", "drafted", {"The two sides"})
    ]
