"""Contacts by the words that tell them, whoever takes part."""

from collections.abc import Callable
from datetime import date

import pytest

from accord.model import Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def contacts(dossier: Dossier) -> list[tuple[str, list[str]]]:
    found = find_reported(dossier).contacts
    return [(one.kind, [party.name for party in one.parties]) for one in found]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("[Ode Varn] had lunch with [Lea Minsk].", "meeting", ["Ode Varn", "Lea Minsk"]),
        ("[Ode Varn] was received by the king of [Arle].", "meeting",
         ["Ode Varn", "Arle"]),
        ("The minister paid a courtesy call on [Ode Varn].", "meeting",
         ["The minister", "Ode Varn"]),
        ("A committee set up last year met for the third time.", "meeting",
         ["A committee"]),
        ("[Ode Varn] telephoned both camps.", "call", ["Ode Varn", "both camps"]),
        ("[Ode Varn] called [Lea Minsk] on Friday.", "call", ["Ode Varn", "Lea Minsk"]),
        ("The envoy wrote to [Lea Minsk] twice.", "exchange",
         ["The envoy", "Lea Minsk"]),
        ("The two armies swapped forty captives.", "exchange", ["The two armies"]),
        ("[Arle] is negotiating with the rebels.", "talks", ["Arle", "the rebels"]),
        ("[Arle] discussed the dam with [Belm].", "talks", ["Arle", "Belm"]),
        ("The talks, in their third week, were adjourned.", "talks", []),
        ("The pilots walked away from the table.", "refusal", ["The pilots"]),
        ("The owners will not sit down with the tenants.", "refusal",
         ["The owners", "the tenants"]),
        ("[Arle] forbids any contacts with the rebels.", "ban", ["Arle"]),
        ("A retired judge acted as go-between.", "mediation", []),
    ],
)  # fmt: skip
def test_words_tell_a_contact(
    read: Read, text: str, kind: str, parties: list[str]
) -> None:
    assert contacts(read(text)) == [(kind, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "The demands were met by the company.",
        "[Arle] wants to hold talks with [Belm].",
        "If [Ode Varn] had met [Lea Minsk], all would be well.",
        "[Arle] never refused talks.",
        "[Ode Varn] received his degree from the college.",
        "The plan was called a joke on Friday.",
        "The owners could hold talks with the tenants.",
        "No talks were held.",
    ],
)
def test_what_is_wished_for_or_denied_is_no_contact(read: Read, text: str) -> None:
    assert contacts(read(text)) == []


def test_what_is_still_to_come_counts_where_a_day_is_named(read: Read) -> None:
    day = date(2031, 5, 7)

    named = read("The envoys will meet on Friday.", published=day)
    open_ = read("The envoys will meet soon.", published=day)

    assert contacts(named) == [("meeting", ["The envoys"])]
    assert contacts(open_) == []


def test_he_is_the_one_whose_words_these_are(read: Read) -> None:
    dossier = read("[Ode Varn] said {he had spoken with [Lea Minsk]|Ode Varn}.")

    assert contacts(dossier) == [("talks", ["Ode Varn", "Lea Minsk"])]


def test_contacts_of_parties_unnamed_stay_apart(read: Read) -> None:
    dossier = read(
        "In brief\n\nThe talks broke down.\n\nMonths later talks resumed in Tarn."
    )

    assert [kind for kind, _ in contacts(dossier)] == ["talks", "talks"]
