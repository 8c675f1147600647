"""Things called by other names, and deeds said in other words."""

from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

CODEBOOK = """
name: names
issues:
  - id: dam
    question: Should the dam be built?
    terms: [dam]
  - id: strike
    question: Should the drivers go on strike?
    terms: [strike]
  - id: talks
    question: Should the row go to arbitration?
    terms: [arbitration, arbitrator]
  - id: court
    question: Should the dispute be brought before an international court?
    terms: [international court, lawsuit]
"""


@cache
def rooms() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    """Set up the way from text to statements once."""
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    return (
        AttributeStage(tagger),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(CODEBOOK, name="names")),
    )


def sides(text: str) -> set[tuple[str, str]]:
    """Give issue and side of all who take one."""
    attribute, resolve, position = rooms()
    document = make_document(text)
    found = position(resolve(attribute(Dossier(document=document)))).statements
    return {(s.issue, s.stance) for s in found if s.stance != "unclear"}


@pytest.mark.parametrize(
    "text",
    [
        'Ana Reis called the dam "a leap from a quay with the tide out".',
        "Ana Reis called the dam a monument to vanity.",
        'Ana Reis described the dam as "a museum piece".',
    ],
)
def test_who_calls_a_thing_names_is_against_it(text: str) -> None:
    assert sides(text) == {("dam", "oppose")}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reis called the dam a first step.",
        'Ana Reis called the mayor "a clown". She lives below the dam.',
    ],
)
def test_no_other_name_takes_a_side(text: str) -> None:
    assert sides(text) == set()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ana Reis asked the drivers to stay at work.", ("strike", "oppose")),
        ("Tom Berrigan said he would walk out on Monday.", ("strike", "support")),
        ("Corva is taking Arle to court.", ("court", "support")),
        ("Orrhat asked Corva to withdraw the application.", ("court", "oppose")),
        (
            "Laurens would not be sorry to see his government taken to court.",
            ("court", "support"),
        ),
        (
            "Ana Reis called on both sides to submit the row to an arbitrator.",
            ("talks", "support"),
        ),
        (
            "The union said 86 percent of its members had voted for the strike.",
            ("strike", "support"),
        ),
        ("The bank is believed to oppose the dam.", ("dam", "oppose")),
        ("The cabinet is said to be against the dam.", ("dam", "oppose")),
    ],
)
def test_a_side_is_known_by_what_is_done_or_believed(
    text: str, side: tuple[str, str]
) -> None:
    assert sides(text) == {side}
