"""Agreements of which a text names one party or none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from accord.model import Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def agreements(dossier: Dossier) -> list[tuple[str, str, list[str]]]:
    found = find_reported(dossier).agreements
    return [(a.kind, a.status, [party.name for party in a.parties]) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last year both had signed a collective agreement.",
         ("collective agreement", "signed", [])),
        ("[Ode Varn] rejected a draft contract.", ("contract", "failed", ["Ode Varn"])),
        ("[Arle] demanded a binding treaty.", ("binding treaty", "proposed", ["Arle"])),
        ("A no-strike agreement at the port ran out in May.",
         ("no-strike agreement", "failed", [])),
        ("Under the 2015 nuclear deal, inspections go on.", ("deal", "signed", [])),
        ("The truce of November 2020 is fragile.", ("truce", "signed", [])),
        ("The Tarn Agreement still covers the port.",
         ("agreement", "in-force", [])),
        ("The ministers agreed on the text of 13 of 16 articles.",
         ("13 of 16 articles", "drafted", ["The ministers"])),
        ("[Arle] and [Belm] agreed to open the bridge.",
         ("agreement", "drafted", ["Arle", "Belm"])),
        ("Tarn and Orne agreed on Monday to share the ferry.",
         ("agreement", "drafted", ["Tarn", "Orne"])),
        ("Negotiators agreed on Monday that the fund should have a board.",
         ("agreement", "drafted", ["Negotiators"])),
        ("[Arle] agreed to be taken over by [Belm].",
         ("agreement", "drafted", ["Arle", "Belm"])),
        ("Tarn and Orne have shaken hands on the move.",
         ("agreement", "drafted", ["Tarn", "Orne"])),
        ("The doctors have voted by 71 percent to accept a pay deal.",
         ("pay deal", "drafted", ["The doctors"])),
        ("Tarn and Orne buried the hatchet on Monday.",
         ("agreement", "drafted", ["Tarn", "Orne"])),
        ("The two firms settled their suit out of court.",
         ("agreement", "drafted", ["The two firms"])),
        ("The pact was ratified by [Arle].", ("pact", "in-force", ["Arle"])),
        ("The previous day the state had signed a memorandum with Orne.",
         ("memorandum", "signed", ["the state", "Orne"])),
        ("Tavor and the port cities of Halm and Orne reached an agreement on Monday.",
         ("agreement", "drafted", ["Tavor", "Halm", "Orne"])),
    ],
)  # fmt: skip
def test_a_party_unknown_does_not_lose_the_agreement(
    read: Read, text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert agreements(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "That is a good deal of money.",
        "You have to deal with it.",
        "Calls for a peace settlement grew louder.",
        "They failed to reach a compromise.",
        "[Arle] cannot accept any peace deal.",
        "Delegates went to the party convention.",
        "[Arle] has no objection to others signing treaties.",
    ],
)
def test_what_is_no_agreement_stays_out(read: Read, text: str) -> None:
    assert agreements(read(text)) == []


def test_the_pact_is_the_one_told_before(read: Read) -> None:
    dossier = read(
        "[Arle] and [Belm] signed a pact on fish.\n\n"
        "The pact caps the catch. A separate pact on oil was shelved."
    )

    assert [(kind, status) for kind, status, _ in agreements(dossier)] == [
        ("pact", "signed"),
        ("separate pact", "failed"),
    ]


def test_what_it_says_does_not_outrank_how_far_it_has_come(read: Read) -> None:
    dossier = read(
        "The union initialled an agreement on pay.\n\nThe agreement caps the hours."
    )

    assert [status for _, status, _ in agreements(dossier)] == ["drafted"]


def test_the_name_of_an_alliance_is_no_agreement(read: Read) -> None:
    mentioned = read("[the Tarn Pact] still covers the port.")
    only_words = read("The Tarn Pact still covers the port.")

    assert agreements(replace_actor(mentioned, "org:tarn-pact")) == []
    assert [status for _, status, _ in agreements(only_words)] == ["in-force"]


@pytest.mark.parametrize(
    "text",
    [
        "The deal collapses if either side misses a payment.",
        "[Arle] and [Belm] could end their quarrel.",
        "[Arle] and [Belm] have not settled their dispute.",
    ],
)
def test_what_may_come_or_has_not_come_is_no_agreement(read: Read, text: str) -> None:
    assert agreements(read(text)) == []


def test_any_such_contract_is_no_agreement(read: Read) -> None:
    dossier = read("What costs jobs is a contract that lets the owner do as he likes.")

    assert agreements(dossier) == []


def test_a_pact_of_another_year_or_with_somebody_else_is_another(read: Read) -> None:
    dossier = read(
        "In brief\n\n[Arle] and [Belm] signed a pact on fish.\n\nThe 2008 pact on cars lapsed."
        " The agreement with [Corva] was shelved."
    )

    assert [parties for *_, parties in agreements(dossier)] == [
        ["Arle", "Belm"], [], ["Corva"],
    ]  # fmt: skip


def replace_actor(dossier: Dossier, actor: str) -> Dossier:
    known = tuple(replace(mention, actor=actor) for mention in dossier.mentions)
    return replace(dossier, mentions=known)
