"""Where words between an attitude and the thing are not understood, no side is taken."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: toll
    question: Should the toll be introduced?
    terms: [toll, city toll]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="toll.yaml"))


@pytest.mark.parametrize(
    "marked",
    [
        "[s Arle] [c demanded] [x answers to questions about the toll].",
        "[s Arle] [c urged] [x both to gobble the toll].",
        "[s Arle] [c welcomed] [x a law that would pawn the toll].",
        "[s Arle] [c will decide] [x whether to introduce the toll].",
        "[s Arle] [c accused] [x the mayor of bungling the toll].",
    ],
)
def test_no_side_is_taken_where_the_verb_is_not_known(
    dossier_of: Callable[..., Dossier], marked: str
) -> None:
    stances = {s.stance for s in STAGE(dossier_of(marked)).statements}
    assert stances <= {"unclear"}


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[s Arle] [c supports] [x the idea of a city toll].", "support"),
        ("[s Arle] [c demanded] [x that the council scrap the toll].", "oppose"),
        ("[s Arle] [c attacked] [x the mayor over the toll].", "oppose"),
        ("[s Arle] [c wants] [x the toll gone].", "oppose"),
        ("[s Arle] [c could accept] [x the toll] if buses were free.", "conditional"),
        ("If buses run, [s Arle] [c will support] [x the toll].", "conditional"),
    ],
)
def test_a_side_is_taken_where_all_words_are_known(
    dossier_of: Callable[..., Dossier], marked: str, stance: str
) -> None:
    (made,) = STAGE(dossier_of(marked)).statements
    assert made.stance == stance


def test_a_statement_says_how_it_was_read(dossier_of: Callable[..., Dossier]) -> None:
    said = STAGE(dossier_of("[s Arle] [c supports] [x the toll].")).statements
    told = STAGE(dossier_of("The council supports the toll.")).statements
    assert [s.rule for s in (*said, *told)] == ["said.governed", "told.governed"]
