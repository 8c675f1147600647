"""Contacts: who met whom; what is only wished for is none."""

from collections.abc import Callable
from datetime import date

import pytest

from accord.model import Contact, Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]
FRIDAY = date(2031, 5, 9)


def contacts(dossier: Dossier) -> list[Contact]:
    return list(find_reported(dossier).contacts)


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("[Arle] and [Belm] held talks in Orle.", "talks", ["state:arle", "state:belm"]),
        ("Talks between [Arle] and [Belm] ended.", "talks", ["state:arle", "state:belm"]),
        ("[RailCo] held talks with [the Carriers' Union].", "talks",
         ["org:railco", "org:carriers"]),
        ("[Ode Varn] met [Lea Minsk] on Monday.", "meeting", ["per:varn", "per:minsk"]),
        ("[Ode Varn] met with Belman President [Lea Minsk].", "meeting",
         ["per:varn", "per:minsk"]),
        ("[Ode Varn] spoke by phone with [Lea Minsk].", "call", ["per:varn", "per:minsk"]),
        ("The climate summit in Orle opened with songs.", "summit", []),
        ("A prisoner exchange between [Arle] and [Belm] took place.", "exchange",
         ["state:arle", "state:belm"]),
        ("Indirect communication between [Arle] and [Belm] continues.", "back-channel",
         ["state:arle", "state:belm"]),
        ("Messages passed between [Arle] and [Belm] through a judge.", "back-channel",
         ["state:arle", "state:belm"]),
        ("[Arle] banned all talks with [Belm].", "ban", ["state:arle", "state:belm"]),
        ("[Arle] refused to negotiate with [Belm].", "refusal",
         ["state:arle", "state:belm"]),
        ("Delegations from [Arle] and [Belm] sat at one table.", "talks",
         ["state:arle", "state:belm"]),
    ],
)  # fmt: skip
def test_contacts_of_every_kind_are_read(
    read: Read, text: str, kind: str, parties: list[str]
) -> None:
    (found,) = contacts(read(text, published=FRIDAY))

    assert found.kind == kind
    assert [p.actor for p in found.parties] == parties


@pytest.mark.parametrize(
    "text",
    [
        "A possible meeting between [Arle] and [Belm] is not in sight.",
        "[Arle] called for talks with [Belm].",
        "There were no talks between [Arle] and [Belm].",
        "[Arle] is ready for talks with [Belm].",
        "[Arle] lifted its ban on talks with [Belm].",
        "[Arle] denied any back-channel.",
        "[Ode Varn] met the demands of [Belm].",
        "[Arle] talks of peace. [Belm] does not.",
    ],
)
def test_what_is_possible_wished_for_or_denied_is_no_contact(
    read: Read, text: str
) -> None:
    assert contacts(read(text)) == []


def test_place_and_date_stand_beside_the_contact(read: Read) -> None:
    text = "[Arle] and [Belm] held talks in Orle on Tuesday, and nobody slept."

    (found,) = contacts(read(text, published=FRIDAY))

    assert found.place == "Orle"
    assert found.date is not None
    assert found.date.start == date(2031, 5, 6)


def test_the_weekday_of_what_is_to_come_is_the_next_one(read: Read) -> None:
    text = "[Arle] and [Belm] will hold talks in Orle on Tuesday."

    (found,) = contacts(read(text, published=FRIDAY))

    assert found.date is not None
    assert found.date.start == date(2031, 5, 13)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between [Arle] and [Belm], mediated by [Corva], ended.",
        "Talks between [Arle] and [Belm] ended; mediator [Ivo Kest] smiled.",
    ],
)
def test_who_goes_between_is_a_mediator_not_a_party(read: Read, text: str) -> None:
    (found,) = contacts(read(text))

    assert [p.actor for p in found.parties] == ["state:arle", "state:belm"]
    assert [m.actor for m in found.mediators] in (["state:corva"], ["per:kest"])


def test_mediation_needs_no_named_parties(read: Read) -> None:
    (found,) = contacts(read("Both sides agreed to mediation by [Ivo Kest], a judge."))

    assert found.kind == "mediation"
    assert [m.actor for m in found.mediators] == ["per:kest"]


def test_one_contact_told_twice_is_one_with_all_that_is_told(read: Read) -> None:
    text = "[Arle] and [Belm] held talks.\nThe talks between [Arle] and [Belm] in Orle ended."

    (found,) = contacts(read(text))

    assert found.place == "Orle"


def test_a_ban_by_a_parliament_is_its_states_too(read: Read) -> None:
    text = "[Arle] is angry.\n[Arle's parliament] banned talks with [Belm]."

    (found,) = contacts(read(text))

    assert [p.actor for p in found.parties] == [
        "org:arlish-parliament",
        "state:arle",
        "state:belm",
    ]


def test_adjectives_tell_whose_envoys_met(read: Read) -> None:
    text = "[Corva] closed its port. [Dorn] did too. Corvan and Dornish envoys met."
    (found,) = contacts(read(text))

    assert found.kind == "talks"
    assert {party.name for party in found.parties} == {"Corva", "Dorn"}
