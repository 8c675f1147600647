"""Plain reports on a border: who takes a side, and who only reports, rules or quarrels."""

from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

BOOK = """
name: border
issues:
  - id: map
    question: Should the border follow the map of 1926?
    terms: [map of 1926, 1926 map, border]
  - id: monitors
    question: Should international monitors be sent to the valley?
    terms: [monitors, observers]
  - id: returns
    question: Should Kabira take back its citizens whose asylum claims were rejected?
    terms: [returns, readmission]
"""


@cache
def _stages() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    return (
        AttributeStage(ModelTagger(Artefact.find(packaged_model()), RuleTagger())),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(BOOK, name="border")),
    )


def _sides(text: str) -> set[tuple[str, str]]:
    dossier = Dossier(document=make_document(text))
    for stage in _stages():
        dossier = stage(dossier)
    return {(s.issue, s.stance) for s in dossier.statements if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Homeland has tabled a motion for the dispatch of monitors.", "support"),
        ("Thousands of people demonstrated against the returns.", "oppose"),
        ("The Greens reject forced returns.", "oppose"),
        ("The minister called for the returns to begin.", "support"),
        ("The villagers want nothing to do with observers.", "oppose"),
        ("The government put the returns on hold.", "oppose"),
    ],
)
def test_a_side_is_read_whatever_the_question_says_beside(text: str, side: str) -> None:
    assert {stance for _, stance in _sides(text)} == {side}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ardesh and Lomia failed on Saturday to agree on which map should be used to"
            " mark out their border, officials from both sides said."
        ),
        "The minister is under pressure to approve the returns.",
        "A first flight with 43 rejected applicants landed under the returns on Monday.",
    ],
)
def test_what_fails_is_ruled_on_or_counted_is_nobodys_side(text: str) -> None:
    assert not _sides(text)


def test_a_side_that_somebody_had_is_over_once_they_take_another() -> None:
    sides = _sides(
        "Former president Olga Reint said the returns were a mistake. She had"
        " supported them in office."
    )
    assert sides == {("returns", "oppose")}


VOTE = """
name: vote
issues:
  - id: join
    question: Should Velmark join the customs union?
    terms: [customs union, accession]
  - id: held
    question: Should a referendum be held?
    terms: [referendum, vote]
"""


def test_a_tally_is_no_vote_that_is_to_be_held() -> None:
    dossier = Dossier(
        document=make_document(
            "Parliament approved accession by 104 votes to 77. The National Party"
            " voted against."
        )
    )
    for stage in (*_stages()[:2], PositionStage(parse_codebook(VOTE, name="vote"))):
        dossier = stage(dossier)
    assert {(s.name, s.issue, s.stance) for s in dossier.statements} == {
        ("Parliament", "join", "support"),
        ("National Party", "join", "oppose"),
    }


def test_who_has_something_done_to_them_does_nothing() -> None:
    assert not _sides("Several observers have been sent since 2010.")


def test_the_first_to_do_it_does_it_and_no_adverb_does() -> None:
    dossier = Dossier(
        document=make_document(
            "Notably, on January 12, Norway became the first state to sign the 1926 map."
        )
    )
    for stage in _stages():
        dossier = stage(dossier)
    assert {(s.name, s.issue, s.stance) for s in dossier.statements} == {
        ("Norway", "map", "support")
    }
