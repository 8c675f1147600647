"""Contacts of parties that only the text names."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("The operator had refused to negotiate with the smaller union.",
         "refusal", ["The operator", "the smaller union"]),
        ("[Arle] broke off negotiations with [Belm].", "refusal", ["Arle", "Belm"]),
        ("Club officials held a video call with the league.",
         "call", ["Club officials", "the league"]),
        ("[Arle] met the tenants.", "meeting", ["Arle", "the tenants"]),
        ("A meeting between the two clubs in Tarn ended badly.",
         "meeting", ["two clubs"]),
        ("Talks between the league and the broadcasters collapsed in July.",
         "talks", ["league", "the broadcasters"]),
        ("Ministers held a secret meeting in Tarn.", "meeting", ["Ministers"]),
        ("Shipping lines refused to talk to the pilots.",
         "refusal", ["Shipping lines", "the pilots"]),
        ("The prime ministers had held a phone call on Sunday.",
         "call", ["The prime ministers"]),
        ("The chair spoke with the culture minister by phone.",
         "call", ["The chair", "the culture minister"]),
        ("The miners hesitated. It ended after two nights of talks.",
         "talks", ["The miners"]),
    ],
)  # fmt: skip
def test_parties_are_named_as_the_text_does(
    read: Read, text: str, kind: str, parties: list[str]
) -> None:
    (found,) = find_reported(read(text)).contacts

    assert (found.kind, [party.name for party in found.parties]) == (kind, parties)


def test_and_goes_on_with_the_same_subject(read: Read) -> None:
    text = "The minister met the miners on Monday and spoke by phone with the owners."

    found = find_reported(read(text)).contacts

    assert [(one.kind, one.parties[0].name) for one in found] == [
        ("meeting", "The minister"),
        ("call", "The minister"),
    ]


def test_who_passes_messages_goes_between(read: Read) -> None:
    (found,) = find_reported(
        read("[Corva] passed messages between [Arle] and [Belm].")
    ).contacts

    assert found.kind == "back-channel"
    assert [party.name for party in found.parties] == ["Arle", "Belm"]
    assert [one.name for one in found.mediators] == ["Corva"]


@pytest.mark.parametrize(
    "text",
    [
        "The owners may have met the union.",
        "They refused to talk to the press.",
        "No call was held.",
        "They met a deadline.",
    ],
)
def test_what_is_only_possible_is_no_contact(read: Read, text: str) -> None:
    assert not find_reported(read(text)).contacts
