"""Idioms that are meant as they stand take no side."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

TOLL = Issue(id="toll", question="Should lorries pay a toll?", terms=("toll",))
STAGE = PositionStage(Codebook("toll", (TOLL,)))
NAMES = {"Arle": "state:arle", "Corva": "state:corva"}


def sides(dossier: Dossier) -> dict[str, str]:
    """Map name to the side taken."""
    made = STAGE(dossier).statements
    return {s.name: s.stance for s in made if s.stance != "unclear"}


@pytest.mark.parametrize(
    "told",
    [
        "The envoy was on the way back from Arle.",
        "Applause from Arle.",
        "A study was opened after a complaint by Arle.",
        "The march was called by Arle.",
        "Arle keeps out of the row.",
        "Arle and Corva are at odds with one another.",
    ],
)
def test_words_that_are_no_idiom_take_no_side(
    dossier_of: Callable[..., Dossier], told: str
) -> None:
    assert sides(dossier_of(f"They spoke of the toll. {told}", names=NAMES)) == {}


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("“The toll will lie on our desks,”", None),
        ("“The toll is a lie,”", "oppose"),
        ("“The toll pays for the cleaners,”", None),
        ("“The toll makes the town cleaner,”", "support"),
        ("“The toll? There is no way to tell,”", None),
        ("“The toll? No way,”", "oppose"),
        ("“The toll? Keep out of our valley,”", "oppose"),
    ],
)
def test_the_word_class_tells_a_tone_from_a_thing(
    dossier_of: Callable[..., Dossier], said: str, side: str | None
) -> None:
    found = sides(dossier_of(f"[x {said}] [c said] [s Arle].", mode="direct"))
    assert found.get("Arle") == side
