"""Several who speak as one, and several things that one demands: each has its own line."""

from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

BOOK = """
name: crews
issues:
  - id: offer
    question: Should the crews accept the pay offer?
    terms: [pay offer, offer]
  - id: cap
    question: Should shifts be capped at ten hours?
    terms: [cap, ten hours]
  - id: board
    question: Should the dispute go to arbitration?
    terms: [arbitration, arbitrator]
"""


@cache
def _stages() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    return (
        AttributeStage(ModelTagger(Artefact.find(packaged_model()), RuleTagger())),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(BOOK, name="crews")),
    )


def _sides(text: str) -> dict[tuple[str, str], str]:
    dossier = Dossier(document=make_document(text))
    for stage in _stages():
        dossier = stage(dossier)
    return {(s.name, s.issue): s.stance for s in dossier.statements}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "The Social Democrats and the Greens voted for the offer.",
            {"Social Democrats", "Greens"},
        ),
        (
            "The Socialist Left and the Centre Party are opposed to the offer.",
            {"Socialist Left", "Centre Party"},
        ),
        ("Turkey and Norway support the offer.", {"Turkey", "Norway"}),
        (
            "Union leader Ana Roe and the mayor, Tim Poe, rejected the offer.",
            {"Ana Roe", "Tim Poe"},
        ),
    ],
)
def test_each_of_several_has_a_line(text: str, holders: set[str]) -> None:
    assert {name for name, issue in _sides(text) if issue == "offer"} == holders


def test_neither_of_two_takes_the_side_that_is_named() -> None:
    assert not _sides("Neither the Greens nor the Liberals support the offer.")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The union demands a cap on shifts and a better offer.",
            {"cap": "support"},
        ),
        (
            "The minister said the cap and the offer were unaffordable.",
            {"cap": "oppose", "offer": "oppose"},
        ),
        (
            "The union wants a cap on shifts, a pay offer and arbitration.",
            {"cap": "support", "offer": "support", "board": "support"},
        ),
    ],
)
def test_one_demand_says_nothing_against_the_next(
    text: str, sides: dict[str, str]
) -> None:
    found = {issue: stance for (_, issue), stance in _sides(text).items()}
    assert {issue: found.get(issue) for issue in sides} == sides


@pytest.mark.parametrize(
    "text",
    [
        "Drivers vowed to fight on after the board voted to accept the offer.",
        "The mayor refused to sign and the offer lapsed.",
        "The union said it was supporting its members at the arbitration.",
    ],
)
def test_what_lies_beyond_the_clause_is_nobodys_side(text: str) -> None:
    sides = _sides(text)
    assert not {stance for stance in sides.values() if stance == "support"}
