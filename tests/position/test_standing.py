"""Keeping a thing as it is, shut or secret, and what stands beside the words of a request."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

STAGE = PositionStage(
    Codebook(
        "test",
        (
            Issue(
                id="age",
                question="Should the retirement age be raised to 68?",
                terms=("retirement age",),
            ),
            Issue(
                id="gold",
                question="Should the bank disclose its gold reserves?",
                terms=("gold reserves",),
            ),
            Issue(
                id="duties",
                question="Should the duties be lifted?",
                terms=("duties",),
            ),
            Issue(
                id="monitors",
                question="Should the monitors leave Corva?",
                terms=("monitors",),
            ),
            Issue(
                id="mill",
                question="Should the town sell the mill?",
                terms=("mill",),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("marked", "issue", "stance"),
    [
        ("[s Arle] [c said] [x the retirement age must stay at 67].", "age", "oppose"),
        (
            "[s Arle] [c wants] [x the retirement age to remain unchanged].",
            "age",
            "oppose",
        ),
        (
            "[s Arle] [c wants] [x to keep the retirement age as it is].",
            "age",
            "oppose",
        ),
        ("[s Arle] [c wants] [x the retirement age to rise to 68].", "age", "support"),
        (
            "[s Arle] [c said] [x the duties should stay as they are].",
            "duties",
            "oppose",
        ),
        ("[s Arle] [c said] [x the duties must stay].", "duties", "oppose"),
        (
            "[s Arle] [c said] [x the gold reserves must remain secret].",
            "gold",
            "oppose",
        ),
        ("[s Arle] [c wants] [x to keep the gold reserves secret].", "gold", "oppose"),
        ("[s Arle] [c said] [x the mill must stay in public hands].", "mill", "oppose"),
        ("[s Arle] [c asked] the monitors [x to stay].", "monitors", "oppose"),
        ("[s Arle] [c asked] [x that the monitors leave].", "monitors", "support"),
        ("[s Arle] [c advocates] [x the duties].", "duties", "oppose"),
        ("[s Arle] [c blocked] [x the bill] on the duties.", "duties", "support"),
        (
            "[s Arle] [c urged] [x Corva to lift the duties without delay].",
            "duties",
            "support",
        ),
    ],
)
def test_what_is_kept_as_it_is_is_not_changed(
    dossier_of: Callable[..., Dossier], marked: str, issue: str, stance: str
) -> None:
    dossier = dossier_of(marked, names={"Arle": "state:arle", "Corva": "state:corva"})
    sides = {s.issue: s.stance for s in STAGE(dossier).statements}
    assert sides.get(issue) == stance


def test_who_objects_after_a_deed_that_another_wants_is_against_it(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of(
        "[s Arle] [c wants] [x the duties lifted], but Corva objects.",
        names={"Arle": "state:arle", "Corva": "state:corva"},
    )
    sides = {s.name: s.stance for s in STAGE(dossier).statements}
    assert sides == {"Arle": "support", "Corva": "oppose"}
