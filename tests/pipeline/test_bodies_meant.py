"""Whom "it" and "her group" stand for, from the text to the ledger."""

from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

CODEBOOK = """
issues:
  - id: force
    question: Should an international police force watch over the valley?
    terms: [international police, supervision]
  - id: toll
    question: Should cars pay a toll?
    terms: [toll]
  - id: bronzes
    question: Should the museum return the bronzes to Kesh?
    terms: [restitution, return]
"""


@cache
def rooms() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    """Set up the way from text to statements once."""
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    return (
        AttributeStage(tagger),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(CODEBOOK, name="meant")),
    )


def holders(text: str) -> dict[str, str]:
    """Give who takes which side."""
    attribute, resolve, position = rooms()
    dossier = position(resolve(attribute(Dossier(document=make_document(text)))))
    return {s.name: s.stance for s in dossier.statements if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "The Refugee Council met in Arle on Friday. It supports the supervision.",
            ("Refugee Council", "support"),
        ),
        (
            "The Assembly debated for hours. Yet it rejects the supervision.",
            ("Assembly", "oppose"),
        ),
        (
            "A statement by Homeland Front. It rejects the supervision.",
            ("Homeland Front", "oppose"),
        ),
        (
            "Deputy Ines Maroldt (Social Democrats) spoke last. Her group voted for the toll.",
            ("Social Democrats", "support"),
        ),
    ],
)
def test_a_body_is_meant_by_its_pronoun(text: str, side: tuple[str, str]) -> None:
    assert holders(text) == dict([side])


def test_what_a_thing_needs_is_nobodys_side() -> None:
    assert holders("The bridge is old. It needs supervision.") == {}


def test_each_party_of_a_list_votes() -> None:
    text = (
        "Greens, Labour and the two members of Pedal voted for the toll; the Christian "
        "Party, the Free Voters and the Right voted against it."
    )
    found = holders(text)
    assert sorted(name for name, side in found.items() if side == "oppose") == [
        "Christian Party",
        "Free Voters",
        "Right",
    ]
    assert {"Greens", "Pedal"} <= {n for n, side in found.items() if side == "support"}


def test_a_command_that_opens_a_quotation_asks_for_the_deed() -> None:
    assert holders('"Give them back," said Ann Lee.') == {"Ann Lee": "support"}
    assert holders('"Giving them back takes time," said Ann Lee.') == {}


@pytest.mark.parametrize("verb", ["asked", "warned", "told", "begged", "urged"])
def test_who_is_asked_not_to_do_a_thing_is_asked_once(verb: str) -> None:
    text = f"Kim Dahl {verb} the museum not to return the bronzes."
    assert holders(text) == {"Kim Dahl": "oppose"}
