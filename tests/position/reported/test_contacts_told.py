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
        ("[Arle] and [Belm] came. The talks, in their third week, were adjourned.",
         "talks", ["Arle", "Belm"]),
        ("The ministers spoke by secure video link.", "call", ["The ministers"]),
        ("The union had negotiated in secret since May.", "talks", ["The union"]),
        ("The owners dined together.", "meeting", ["The owners"]),
        ("[Arle] sent its foreign minister to Tarn.", "meeting", ["Arle"]),
        ("The premier hung up on the owners.", "refusal",
         ["The premier", "the owners"]),
        ("The minister cancelled a trip to Tarn.", "refusal", ["The minister"]),
        ("[Arle] has barred its officials from working with the rebels.", "ban",
         ["Arle", "the rebels"]),
        ("The pilots walked away from the table.", "refusal", ["The pilots"]),
        ("The owners will not sit down with the tenants.", "refusal",
         ["The owners", "the tenants"]),
        ("[Arle] forbids any contacts with the rebels.", "ban",
         ["Arle", "the rebels"]),
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
        "Is it true that [Ode Varn] met [Lea Minsk]?",
        "Talks would help.",
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
        "In brief\n\nMinisters met. The talks broke down.\n\nMonths later talks resumed in Tarn."
    )

    assert [kind for kind, _ in contacts(dossier)] == ["talks", "talks"]


def test_talks_that_nobody_is_named_for_count_only_where_a_place_is(read: Read) -> None:
    assert contacts(read("It ended after two nights of talks.")) == []
    assert contacts(read("It ended after two nights of talks in Tarn.")) == [
        ("talks", [])
    ]


def test_she_is_who_stood_in_the_clause_before(read: Read) -> None:
    dossier = read(
        "[Lea Minsk] refused to meet the owners; she has barred her officials from any"
        " contact with [RailCo]."
    )

    assert contacts(dossier)[1] == ("ban", ["Lea Minsk", "RailCo"])


def test_they_are_the_last_who_met_and_else_who_was_named_just_before(
    read: Read,
) -> None:
    dossier = read(
        "In brief\n\n[Arle] met [Belm] in May. They had lunch together in June."
    )

    assert contacts(dossier)[1] == ("meeting", ["Arle", "Belm"])


def test_those_who_send_delegations_meet_and_who_mediates_is_named(read: Read) -> None:
    (found,) = find_reported(
        read(
            "Delegations from Halm, Orne and the Tarnish government met for six hours"
            " under the mediation of the former central banker [Lea Minsk]."
        )
    ).contacts

    assert [party.name for party in found.parties] == [
        "Halm", "Orne", "the Tarnish government",
    ]  # fmt: skip
    assert [mediator.name for mediator in found.mediators] == ["Lea Minsk"]


def test_talks_that_collapsed_are_not_dated_by_a_day_to_come(read: Read) -> None:
    (found,) = find_reported(
        read(
            "The doctors will walk out on 20 May after talks on pay collapsed.",
            published=date(2031, 5, 7),
        )
    ).contacts

    assert found.date is None
