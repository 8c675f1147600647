"""Agreements: parties, how far they have come, what they say, who disputes them."""

from collections.abc import Callable
from datetime import date

import pytest

from accord.model import Agreement, Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def agreements(dossier: Dossier) -> list[Agreement]:
    return list(find_reported(dossier).agreements)


@pytest.mark.parametrize(
    ("text", "parties", "kind", "status"),
    [
        (
            "[Arle] and [the Bund] signed a fisheries agreement on 3 May 2031.",
            ["state:arle", "org:bund"], "fisheries agreement", "signed",
        ),
        (
            "[Arle] became the first nation to sign a bilateral climate pact with [Belm].",
            ["state:arle", "state:belm"], "climate pact", "signed",
        ),
        (
            "The tariff deal which [Arle] and [Belm] signed last Friday pleased nobody.",
            ["state:arle", "state:belm"], "tariff deal", "signed",
        ),
        (
            "The border treaty signed between [Arle] and [Belm] in May is long.",
            ["state:arle", "state:belm"], "border treaty", "signed",
        ),
        (
            "[the Carriers' Union] and [RailCo] have drafted an accord on rosters.",
            ["org:carriers", "org:railco"], "accord", "drafted",
        ),
        (
            "[Arle] may sign a trade agreement with [Belm] in the autumn.",
            ["state:arle", "state:belm"], "trade agreement", "proposed",
        ),
        (
            "The ceasefire between [Arle] and [Belm] collapsed on Sunday.",
            ["state:arle", "state:belm"], "ceasefire", "failed",
        ),
        (
            "The water treaty between [Arle], [Belm] and [Corva] took effect in June.",
            ["state:arle", "state:belm", "state:corva"], "water treaty", "in-force",
        ),
    ],
)  # fmt: skip
def test_an_agreement_has_parties_a_kind_and_a_status(
    read: Read, text: str, parties: list[str], kind: str, status: str
) -> None:
    (found,) = agreements(read(text, published=date(2031, 6, 20)))

    assert [p.actor for p in found.parties] == parties
    assert (found.kind, found.status) == (kind, status)


@pytest.mark.parametrize(
    "text",
    [
        "[Arle] has no objection to others signing agreements with [Belm].",
        "[Arle] did not sign an agreement with [Belm].",
        "[Arle] spoke of an agreement with [Belm].",
        "Despite signing agreements with [Belm], [Arle] stays out of the Bund.",
        "[Arle] signed a law. [Belm] signed a decree.",
    ],
)
def test_no_agreement_without_a_status_of_its_own(read: Read, text: str) -> None:
    assert agreements(read(text)) == []


def test_the_date_is_that_of_the_signature(read: Read) -> None:
    text = "On 3 May 2031, [Arle] and [Belm] signed a pact."

    (found,) = agreements(read(text))

    assert found.date is not None
    assert found.date.start == date(2031, 5, 3)


def test_one_agreement_told_twice_is_one_and_the_later_stage_counts(read: Read) -> None:
    text = (
        "[Arle] and [Belm] have drafted a pact.\n"
        "On 3 May 2031, [Arle] and [Belm] signed a pact."
    )

    (found,) = agreements(read(text))

    assert found.status == "signed"


def test_provisions_stand_in_the_texts_words(read: Read) -> None:
    dossier = read(
        "[Arle] and [Belm] signed a pact under which they share the river. It provides "
        "for a rise of 4.1 percent.\nThe weather was fine. The pact abolishes the toll."
    )

    (found,) = agreements(dossier)

    assert [p.text for p in found.provisions] == [
        "they share the river",
        "a rise of 4.1 percent",
        "abolishes the toll",
    ]
    for provision in found.provisions:
        dossier.document.verify(provision)


def test_who_denies_its_force_contests_it(read: Read) -> None:
    dossier = read(
        "[Arle] and [Belm] signed a pact. [Ode Varn] said {the text was not legally "
        "binding|Ode Varn}. [Lea Minsk] said {it was a good day|Lea Minsk}."
    )

    (found,) = agreements(dossier)

    assert [c.actor for c in found.contested_by] == ["per:varn"]
    contest = found.contested_by[0]
    text = dossier.document.text
    assert text[contest.start : contest.end] == contest.text


def test_a_contest_is_of_the_agreement_whose_party_it_names(read: Read) -> None:
    dossier = read(
        "[Arle] and [Belm] signed a pact. [Corva] and [Dorn] signed a treaty. "
        "{The paper with Belm is worthless|Ode Varn}, he said."
    )

    contested = {a.kind: bool(a.contested_by) for a in agreements(dossier)}

    assert contested == {"pact": True, "treaty": False}


def test_parties_that_only_the_text_names_agree_as_well(read: Read) -> None:
    (found,) = find_reported(
        read("The union and the operator signed a wage deal.")
    ).agreements

    assert [(party.actor, party.name) for party in found.parties] == [
        (None, "The union"),
        (None, "the operator"),
    ]


def test_a_truce_and_a_protocol_of_the_same_parties_are_two(read: Read) -> None:
    text = "[Arle] and [Belm] agreed on a truce. The sides ratified a protocol on aid. The deal holds."

    found = agreements(read(text))

    assert [(one.kind, one.status) for one in found] == [
        ("truce", "drafted"),
        ("protocol", "in-force"),
    ]
    assert found[0].parties == found[1].parties


def test_one_side_of_a_pair_may_be_known(read: Read) -> None:
    (found,) = agreements(read("[Arle] and the miners signed a pay deal."))

    assert [party.actor for party in found.parties] == ["state:arle", None]


def test_blocking_a_draft_agreement_is_its_failure(read: Read) -> None:
    (found,) = agreements(read("[Arle] and [Belm] blocked a draft agreement on gas."))

    assert found.status == "failed"
