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
