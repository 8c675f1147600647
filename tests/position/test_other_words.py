"""What is said in other words."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: boycott
    question: Should athletes boycott the games?
    terms: [boycott]
  - id: bronzes
    question: Should the museum return the bronzes?
    terms: [restitution, return]
  - id: majority
    question: Should the Union decide by majority instead of unanimously?
    terms: [majority voting, unanimity]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="other-words.yaml"))
Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("[s Arle] [c said] [x it would stay away].", "boycott", "support"),
        ("[s Arle] [c urged] [x them to take part].", "boycott", "oppose"),
        ("[s Arle] [c regretted] [x that they stayed away].", "boycott", "oppose"),
        ("[s Arle] [c said] [x it had to hand them back].", "bronzes", "support"),
        (
            "[s Arle] [c said] [x it should be decided by a two-thirds majority].",
            "majority",
            "support",
        ),
        ("[s Arle] [c said] [x it would not be outvoted].", "majority", "oppose"),
    ],
)
def test_other_words_for_a_thing_take_its_side(
    dossier_of: Read, text: str, issue: str, stance: str
) -> None:
    done = STAGE(dossier_of(text))
    assert [(s.issue, s.stance) for s in done.statements] == [(issue, stance)]


NAMED = """
issues:
  - id: aid
    question: Should the state help to pay for the arena?
    terms: [public money]
  - id: recount
    question: Should the votes be recounted?
    terms: [recount]
  - id: rents
    question: Should rents be capped?
    terms: [rent cap]
"""
NAMES = PositionStage(parse_codebook(NAMED, name="names.yaml"))


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("[s Arle] [c opposed] [x taxpayers' money for the club].", "aid", "oppose"),
        ("[s Arle] [c demanded] [x a second count].", "recount", "support"),
        ("[s Arle] [c rejected] [x a ceiling on rents].", "rents", "oppose"),
        ("[s Arle] [c demanded] [x that the boxes be opened].", "recount", "support"),
        ("[s Arle] [c said] [x it would let the result stand].", "recount", "oppose"),
    ],
)
def test_another_name_of_a_thing_stands_for_it(
    dossier_of: Read, text: str, issue: str, stance: str
) -> None:
    done = NAMES(dossier_of(text))
    assert [(s.issue, s.stance) for s in done.statements] == [(issue, stance)]


def test_a_name_that_two_issues_share_stands_for_neither(dossier_of: Read) -> None:
    book = """
issues:
  - {id: pay, question: "Should pay be raised?", terms: [pay rise]}
  - {id: raise, question: "Should managers get a raise?", terms: [wage rise]}
"""
    stage = PositionStage(parse_codebook(book, name="shared.yaml"))
    done = stage(dossier_of("[s Arle] [c demanded] [x a salary increase]."))
    assert all(s.stance == "unclear" for s in done.statements)


KINDRED = """
issues:
  - id: floor
    question: Should downstream farmers be guaranteed a minimum flow?
    terms: [minimum flow]
  - id: station
    question: Should foreign troops be stationed at Osney?
    terms: [troops]
"""
KIN = PositionStage(parse_codebook(KINDRED, name="kin.yaml"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[s Arle] [c rejected] [x the floor].", [("floor", "oppose")]),
        ("[s Arle] [c welcomed] [x the deployment].", [("station", "support")]),
        ("[s Arle] [c voiced] [x disagreement with the floor].", [("floor", "oppose")]),
        ("[s Arle] [c called] [x the floor improper].", [("floor", "oppose")]),
        ("[s Arle] [c welcomed] [x the Contingent Prize].", []),
    ],
)
def test_a_definite_noun_of_kin_stands_for_the_thing(
    dossier_of: Read, text: str, found: list[tuple[str, str]]
) -> None:
    done = KIN(dossier_of(text))
    assert [(s.issue, s.stance) for s in done.statements if s.stance != "unclear"] == (
        found
    )


def test_the_noun_of_the_deed_stands_for_it(dossier_of: Read) -> None:
    book = """
issues:
  - id: base
    question: Should Corva renew the lease of the base to Arle?
    terms: [lease]
"""
    stage = PositionStage(parse_codebook(book, name="deed.yaml"))
    done = stage(dossier_of("[s The dockers] [c favour] [x an extension]."))
    assert [s.stance for s in done.statements] == ["support"]


def test_what_is_let_go_may_be_kept_under_a_noun_of_kin(dossier_of: Read) -> None:
    book = """
issues:
  - id: return
    question: Should the museum return the masks to Arle?
    terms: [masks, restitution]
"""
    stage = PositionStage(parse_codebook(book, name="kept.yaml"))
    done = stage(dossier_of("[s Corva] [c said] [x the objects must stay in Osney]."))
    assert [s.stance for s in done.statements] == ["oppose"]
