"""Outlets that a document names as those it has its words from."""

from dataclasses import replace
from datetime import date

import pytest

from accord.link.passing.carriers import confirm, find_carriers
from accord.link.stage import LinkStage
from accord.model import Attribution, Dossier, Link, Speaker, Via
from accord.testing.builders import make_attribution, make_document

TEXT = (
    "Coast Radio reported that the pier is closed. The newspaper said boats were late. "
    "Emily Post said the deal is near. The minister said no, according to Wave Nine."
)
DOCUMENT = make_document(TEXT, outlet="Tide Mail", published=date(2030, 3, 2))


def said(
    source: str, content: str, *, actor: str | None = None, via: Via | None = None
) -> Attribution:
    made = make_attribution(DOCUMENT, source=source, content=content)
    speaker = Speaker(actor, source, "unresolved", "test", 0.5)
    return replace(made, speaker=speaker, via=(via,) if via else ())


RADIO = said("Coast Radio", "the pier is closed")
PAPER = said("The newspaper", "boats were late")
EMILY = said("Emily Post", "the deal is near")
WAVE = said(
    "The minister", "no", via=Via(None, "Wave Nine", TEXT.index("Wave"), len(TEXT))
)


def named(*attributions: Attribution, own: str | None = None) -> list[str]:
    found = find_carriers(attributions)
    return [carrier.id for carrier in confirm(found, own=own, outlets=set())]


def test_an_outlet_is_known_by_a_word_of_its_name() -> None:
    assert named(RADIO) == ["outlet:coastradio"]


def test_the_newspaper_is_the_outlet_named_before() -> None:
    assert named(RADIO, PAPER) == ["outlet:coastradio"] * 2
    assert named(PAPER) == []


def test_a_person_who_is_called_like_a_newspaper_carries_nothing() -> None:
    assert named(EMILY) == []


def test_an_unknown_name_where_only_carriers_stand_is_one() -> None:
    assert named(WAVE) == ["outlet:wavenine"]


def test_a_person_in_between_is_no_outlet() -> None:
    via = Via("per:adviser", "Ann Adviser", 0, 5)
    assert named(said("The minister", "no", via=via)) == []


def test_the_outlets_of_the_pile_are_known_by_their_names_alone() -> None:
    found = find_carriers([EMILY])
    assert [c.key for c in confirm(found, own=None, outlets={"emilypost"})] == [
        "emilypost"
    ]


def test_a_document_has_nothing_from_its_own_outlet() -> None:
    assert named(RADIO, own="coastradio") == []


def link_up(*dossiers: Dossier) -> list[Link]:
    return [x for x in LinkStage()(dossiers).links if x.kind == "passed-on"]


def test_an_outlet_whose_text_is_not_at_hand_is_linked_by_its_name() -> None:
    (link,) = link_up(Dossier(document=DOCUMENT, attributions=(RADIO,)))
    assert (link.a, link.carrier) == (RADIO.id, "outlet:coastradio")
    assert (link.first, link.credited) == ("b", True)


@pytest.mark.parametrize("outlet", ["Coast Radio", "Hill Radio"])
def test_an_outlet_whose_text_is_at_hand_is_linked_by_that(outlet: str) -> None:
    words = "the pier is closed until the storm has passed and divers have looked at it"
    earlier = make_document(
        f"He said {words}.", path="a", outlet=outlet, published=date(2030, 3, 1)
    )
    later = make_document(
        f"As Coast Radio reported, he said {words}.",
        path="b",
        outlet="Tide Mail",
        published=date(2030, 3, 2),
    )
    who = Speaker("per:mayor", "the mayor", "resolved", "test", 1.0)
    via = Via(None, "Coast Radio", 3, 14)
    one = replace(make_attribution(earlier, content=words), speaker=who)
    other = replace(make_attribution(later, content=words), speaker=who, via=(via,))
    (link,) = link_up(
        Dossier(document=earlier, attributions=(one,)),
        Dossier(document=later, attributions=(other,)),
    )
    assert (link.carrier is None) == (outlet == "Coast Radio")


def test_whom_an_outlet_cites_has_it_first() -> None:
    text = "The Bay Post, citing the Coast Wire, said that the pier is closed."
    document = make_document(text, outlet="Tide Mail", published=date(2030, 3, 2))
    told = make_attribution(
        document, source="The Bay Post", content="the pier is closed"
    )
    citing = make_attribution(
        document, source="The Bay Post", cue="citing", content="the Coast Wire"
    )
    found = find_carriers([told, citing])
    outlets = {"baypost", "coastwire"}
    assert [
        (one.attribution, one.key) for one in confirm(found, own=None, outlets=outlets)
    ] == [(told.id, "baypost"), (told.id, "coastwire")]
