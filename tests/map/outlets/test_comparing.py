"""Outlets side by side: carried, exclusive, missing, worded, quoted."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import UnknownNameError
from accord.map.outlets import compare_outlets
from accord.map.outlets.cues import stem_of, word_of
from accord.model import (
    ActorRef,
    Codebook,
    Dossier,
    Issue,
    Link,
    Mode,
    Speaker,
    Stance,
)
from accord.model.outlets import OutletComparison
from accord.testing.builders import (
    make_attribution,
    make_document,
    make_link,
    make_statement,
)

CODEBOOK = Codebook("test", (Issue(id="open-strait", question="Open?"),))
VOSS = Speaker("per:voss", "Mara Voss", "resolved", "test", 1.0)


def a_piece(
    number: int,
    outlet: str | None,
    *,
    cue: str = "said",
    mode: Mode = "indirect",
    stance: Stance = "support",
) -> Dossier:
    """One document in which Voss says one thing for the guild, with a cue word."""
    day = date(2024, 1, 1 + number % 28)
    document = make_document(
        f"Mara Voss {cue} the strait must stay open. Number {number}.",
        path=f"pile/{number:03}.txt",
        outlet=outlet,
        published=day,
    )
    attribution = make_attribution(
        document,
        content="the strait must stay open",
        source="Mara Voss",
        cue=cue,
        mode=mode,
    )
    statement = make_statement(
        document,
        words="must stay open",
        stance=stance,
        when=day,
        speaks_for=ActorRef("org:guild", "Guild"),
        attribution=attribution.id,
    )
    return Dossier(
        document=document,
        attributions=(replace(attribution, speaker=VOSS),),
        statements=(statement,),
    )


def compare(*pieces: Dossier, links: tuple[Link, ...] = ()) -> OutletComparison:
    return compare_outlets(pieces, CODEBOOK, links=links)


def copied(one: Dossier, other: Dossier) -> Link:
    return replace(make_link(one.document.id, other.document.id), kind="copy")


def test_a_claim_knows_who_carried_it_and_who_did_not() -> None:
    found = compare(
        a_piece(1, "Herald"),
        a_piece(2, "Gazette"),
        a_piece(3, "Gazette", stance="oppose"),
        a_piece(4, "Post", stance="oppose"),
    )

    oppose, support = found.claims
    assert (support.outlets, oppose.outlets) == (
        ("Gazette", "Herald"),
        ("Gazette", "Post"),
    )
    assert (support.name, support.actor) == ("Guild", "org:guild")
    assert support.carried_by("Post") == ()
    gazette, herald, post = found.outlets
    assert (gazette.claims, gazette.missing) == (2, 0)
    assert (herald.claims, herald.missing, herald.exclusive) == (1, 1, 0)
    assert post.missing == 1


def test_what_one_outlet_alone_carries_is_exclusive() -> None:
    found = compare(a_piece(1, "Herald"), a_piece(2, "Gazette", stance="oppose"))

    assert [profile.exclusive for profile in found.outlets] == [1, 1]


def test_a_copy_carries_but_is_no_witness_of_its_own() -> None:
    first, second = (
        a_piece(1, "Herald", cue="slammed"),
        a_piece(2, "Gazette", cue="slammed"),
    )
    (claim,) = (found := compare(first, second, links=(copied(first, second),))).claims

    assert claim.outlets == ("Gazette", "Herald")
    assert claim.independent == 1
    gazette, herald = found.outlets
    assert (gazette.copies, gazette.attributions) == (1, 0)
    assert (herald.copies, herald.attributions) == (0, 1)
    assert found.cues == ()


def test_a_cue_word_that_one_outlet_alone_uses_differs() -> None:
    found = compare(
        *(a_piece(n, "Herald", cue="said") for n in range(12)),
        *(
            a_piece(n, "Gazette", cue="claims" if n % 2 else "claimed")
            for n in range(20, 32)
        ),
    )

    claimed, said = found.cues
    assert (claimed.outlet, claimed.count, claimed.of) == ("Gazette", 12, 12)
    assert claimed.cue in ("claims", "claimed")
    assert (said.elsewhere, said.elsewhere_of) == (0, 12)
    assert (claimed.verdict, said.verdict) == ("differs", "differs")
    assert claimed.adjusted is not None
    assert claimed.p_value <= claimed.adjusted < 0.001


def test_one_against_one_is_too_few_to_tell() -> None:
    found = compare(a_piece(1, "Herald"), a_piece(2, "Gazette", cue="claimed"))

    assert {use.verdict for use in found.cues} == {"too few"}
    assert {use.adjusted for use in found.cues} == {None}


def test_who_is_quoted_and_who_is_paraphrased() -> None:
    found = compare(
        *(a_piece(n, "Herald", mode="direct") for n in range(8)),
        *(a_piece(n, "Gazette") for n in range(8, 16)),
    )

    gazette, herald = found.quoted
    assert (herald.direct, herald.indirect) == (8, 0)
    assert (gazette.elsewhere_quoted, gazette.elsewhere_of) == (8, 8)
    assert herald.verdict == "differs"
    assert [p.quoted_share for p in found.outlets] == [0.0, 1.0]
    assert found.outlets[0].quoted_range[1] > 0.3


def test_only_the_outlets_that_are_named_are_compared() -> None:
    pieces = [a_piece(1, "Daily Herald"), a_piece(2, "Gazette"), a_piece(3, "Post")]
    found = compare_outlets(pieces, CODEBOOK, outlets=["herald", "Post"])

    assert [p.outlet for p in found.outlets] == ["Daily Herald", "Post"]
    assert found.claims[0].outlets == ("Daily Herald", "Post")


def test_an_outlet_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="Gazette, Herald"):
        compare_outlets(
            [a_piece(1, "Herald"), a_piece(2, "Gazette")], CODEBOOK, outlets=["Sun"]
        )


def test_documents_without_an_outlet_are_counted() -> None:
    found = compare(a_piece(1, None), a_piece(2, "Herald"))

    assert found.unnamed == 1
    assert len(found.outlets) == 1


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(range(6)))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    pieces = [
        a_piece(n, "HG"[n % 2], cue=("said", "claimed", "slammed")[n % 3])
        for n in range(6)
    ]

    assert compare(*(pieces[n] for n in order)) == compare(*pieces)


@pytest.mark.parametrize(
    "forms",
    [
        "say says said saying",
        "claim claims claimed claiming",
        "slam slams slammed slamming",
        "deny denies denied denying",
        "accuse accuses accused accusing",
        "stress stresses stressed stressing",
        "tell tells told telling",
        "urge urges urged urging",
    ],
)
def test_all_forms_of_a_verb_are_one_cue(forms: str) -> None:
    assert len({stem_of(form) for form in forms.split()}) == 1


def test_different_verbs_stay_apart() -> None:
    verbs = "say claim slam deny accuse stress tell urge warn insist add note vow admit".split()

    assert len({stem_of(verb) for verb in verbs}) == len(verbs)


def test_the_cue_is_the_verb_not_its_helpers() -> None:
    assert word_of("has repeatedly denied") == "denied"
    assert word_of("would have said") == "said"
    assert word_of("has") == "has"
    assert word_of("–") is None
