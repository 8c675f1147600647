"""Sides that a text reports as facts."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: coal
    question: Should coal be phased out?
    terms: [coal]
  - id: dam
    question: Should the dam be built?
    terms: [dam, river dam]
  - id: bronzes
    question: Should the museum return the bronzes?
    terms: [bronzes]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="dam.yaml"))
NAMES = {"Corva": "state:corva", "Arle": "state:arle"}


@pytest.mark.parametrize(
    ("text", "name", "stance"),
    [
        ("The farmers' union opposes the dam.", "farmers' union", "oppose"),
        (
            "Residents of Ostby have sued to stop the dam.",
            "Residents of Ostby",
            "oppose",
        ),
        ("The council voted 34 to 20 against the dam.", "council", "oppose"),
        ("The Liberals, once hostile, now back the dam.", "Liberals", "support"),
        ("The dam was attacked by anglers.", "anglers", "oppose"),
        ("The bishop dropped his resistance to the dam.", "bishop", "support"),
        ("Corva has begun building the dam.", "Corva", "support"),
        ("The museum has sent back the bronzes.", "museum", "support"),
        ("The Liberals, who once feared a dam, now back it.", "Liberals", "support"),
        ("The envoy opposed any mention of coal.", "envoy", "oppose"),
        ("The museum kept the bronzes.", "museum", "oppose"),
        ("Anglers blocked the road to protest against the dam.", "Anglers", "oppose"),
        ("The hotels there, short of power, back the dam.", "hotels", "support"),
        ("The two Liberals opposed the dam.", "two Liberals", "oppose"),
        (
            "Fishermen have collected 700 signatures against the dam.",
            "Fishermen",
            "oppose",
        ),
        ("Parliament voted 88 to 61 on Friday for the dam.", "Parliament", "support"),
        ("Parliament voted 88 to 61 to scrap the dam.", "Parliament", "oppose"),
        ("Anglers blocked the road to keep the dam out.", "Anglers", "oppose"),
        ("If the price falls, Arle will back the dam.", "Arle", "conditional"),
        ("The union backs the dam as soon as it is safe.", "union", "conditional"),
        (
            "The ministry's refusal to build the dam was noted.",
            "ministry",
            "oppose",
        ),
    ],
)
def test_a_deed_takes_a_side(
    dossier_of: Callable[..., Dossier], text: str, name: str, stance: str
) -> None:
    (made,) = STAGE(dossier_of(text, names=NAMES)).statements
    assert (made.name, made.stance, made.attribution) == (name, stance, None)


def test_two_who_act_together_both_take_the_side(
    dossier_of: Callable[..., Dossier],
) -> None:
    made = STAGE(dossier_of("Arle and Corva backed the dam.", names=NAMES)).statements
    assert {s.actor for s in made} == {"state:arle", "state:corva"}


@pytest.mark.parametrize(
    "text",
    [
        "The plan supports the dam.",
        "Nobody backed the dam.",
        "Parliament failed to agree on the dam.",
        "The mayor would not be drawn on whether the dam would be built.",
        "Corva could build the dam.",
    ],
)
def test_things_silence_and_chance_take_none(
    dossier_of: Callable[..., Dossier], text: str
) -> None:
    assert STAGE(dossier_of(text, names=NAMES)).statements == ()


def test_what_somebody_should_do_they_have_not_done(
    dossier_of: Callable[..., Dossier],
) -> None:
    made = STAGE(dossier_of("Arle should approve the dam.", names=NAMES)).statements
    assert "Arle" not in {statement.name for statement in made}


def test_what_somebody_is_only_supposed_to_do_they_have_not_done(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Corva would send men, provided Arle paid for the dam."
    made = STAGE(dossier_of(text, names=NAMES)).statements
    assert "Arle" not in {statement.name for statement in made}


@pytest.mark.parametrize(
    ("text", "name", "stance"),
    [
        ("Any dam is unacceptable to Arle.", "Arle", "oppose"),
        ("The dam was intolerable to Corva from the start.", "Corva", "oppose"),
        ("The dam is not acceptable to Arle.", "Arle", "oppose"),
        ("The dam is welcome to the Anglers' Guild.", "Anglers' Guild", "support"),
        ("The dam is deeply unpopular with residents.", "residents", "oppose"),
    ],
)
def test_whom_a_thing_suits_takes_a_side(
    dossier_of: Callable[..., Dossier], text: str, name: str, stance: str
) -> None:
    (made,) = STAGE(dossier_of(text, names=NAMES)).statements
    assert (made.name, made.stance) == (name, stance)


def test_a_thing_that_suits_nobody_named_gives_no_side(
    dossier_of: Callable[..., Dossier],
) -> None:
    assert STAGE(dossier_of("The dam is unacceptable.", names=NAMES)).statements == ()
