"""Goals told by number, and the bodies that pronouns stand for."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: cap
    question: Should the working week of doctors be capped at 48 hours?
    terms: [48 hours, working time, cap]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="cap.yaml"))
Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("[s The forum] [c supported] [x the limit of 48 hours].", "support"),
        ("[s The guild] [c rejected] [x a bill to limit the hours to 48].", "oppose"),
        ("[s The guild] [c wants] [x the working time cut to 48 hours].", "support"),
        ("[s The league] [c rejected] [x 48 hours].", "oppose"),
        ("[s The league] [c opposes] [x any cap on working time].", "oppose"),
    ],
)
def test_a_limit_at_the_figure_is_what_is_asked_for(
    dossier_of: Read, text: str, stance: str
) -> None:
    done = STAGE(dossier_of(text))
    assert [s.stance for s in done.statements] == [stance]
