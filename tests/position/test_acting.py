"""Verbs of questions without their objects, and what a thing would bring about."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

STAGE = PositionStage(
    Codebook(
        "test",
        (
            Issue(
                id="pact",
                question="Should Corva join the grain pact?",
                terms=("grain pact",),
            ),
            Issue(
                id="sale", question="Should the town sell the mill?", terms=("mill",)
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("marked", "issue", "stance"),
    [
        (
            "[s Arle] [c said] [x Corva should join as soon as it can].",
            "pact",
            "support",
        ),
        ("[s Arle] [c said] [x Corva must not join].", "pact", "oppose"),
        ("[s Arle] [c said] [x joining now would be premature].", "pact", "oppose"),
        ("[s Arle] [c said] [x Corva should join the talks].", "pact", None),
        ("[s Arle] [c said] [x the port should join].", "pact", None),
        ("[s Arle] [c said] [x Corva needed the grain pact].", "pact", "support"),
        ("[s Arle] [c said] [x Corva did not need the grain pact].", "pact", "oppose"),
        (
            "[s Arle] [c said] [x the sale of the mill would push up prices].",
            "sale",
            "oppose",
        ),
        (
            "[s Arle] [c said] [x the sale of the mill would create 200 jobs].",
            "sale",
            "support",
        ),
        (
            "[s Arle] [c said] [x the grain pact would not create jobs].",
            "pact",
            "oppose",
        ),
        ("[s Arle] [c said] [x the sale of the mill would take a year].", "sale", None),
    ],
)
def test_a_verb_without_its_object_and_what_comes_of_a_thing_take_sides(
    dossier_of: Callable[..., Dossier], marked: str, issue: str, stance: str | None
) -> None:
    dossier = dossier_of(marked, names={"Arle": "state:arle"})
    found = {s.issue: s.stance for s in STAGE(dossier).statements}
    assert found.get(issue) in ((stance,) if stance else (None, "unclear"))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The plan to sell the mill has the support of Arle and Orsa.",
            {"Arle": "support", "Orsa": "support"},
        ),
        (
            "The sale of the mill has run into opposition from Arle.",
            {"Arle": "oppose"},
        ),
        ("Arle is firmly behind the sale of the mill.", {"Arle": "support"}),
        ("Local resistance to the mill's sale is led by Arle.", {"Arle": "oppose"}),
        ("Arle, a vocal critic of the sale of the mill, left.", {"Arle": "oppose"}),
        (
            "The campaign against the sale of the mill by Arle goes on.",
            {"Arle": "oppose"},
        ),
    ],
)
def test_those_who_stand_behind_a_thing_are_found_behind_it(
    dossier_of: Callable[..., Dossier], text: str, sides: dict[str, str]
) -> None:
    names = {"Arle": "state:arle", "Orsa": "state:orsa"}
    made = STAGE(dossier_of(text, names=names)).statements
    assert {s.name: s.stance for s in made} == sides
