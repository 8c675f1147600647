"""What the plain words of news take for a side."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

NAMES = {"Arle": "state:arle", "Corva": "state:corva"}
BOOK = Codebook(
    "test",
    (
        Issue(
            id="tram",
            question="Should the tram line be built?",
            terms=("tram line", "tram"),
        ),
        Issue(
            id="vote",
            question="Should the people decide in a referendum?",
            terms=("referendum",),
        ),
    ),
)
STAGE = PositionStage(BOOK)


def sides(dossier: Dossier) -> dict[str, str]:
    """Map issues to the stance read, leaving out what is unclear."""
    return {
        s.issue: s.stance for s in STAGE(dossier).statements if s.stance != "unclear"
    }


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[s Arle] [c called] [x the tram line ill-conceived].", "oppose"),
        ("[s Arle] [c called] [x the tram line the best thing in years].", "support"),
        ("[s Arle] [c said] [x the tram line was worth every penny].", "support"),
        ("[s Arle] [c said] [x the tram line would be a step too far].", "oppose"),
        ("[s Arle] [c said] [x it agreed in principle to the tram line].", "support"),
        ("[s Arle] [c said] [x it resented the tram line].", "oppose"),
        ("[s Arle] [c urged] [x Corva to go on with the tram line].", "support"),
        ("[s Arle] [c urged] [x Corva to delete the tram line].", "oppose"),
        ("[s Arle] [c asked] [x Corva to order a tram line].", "support"),
    ],
)
def test_plain_words_take_a_side(
    marked: str, stance: str, dossier_of: Callable[..., Dossier]
) -> None:
    assert sides(dossier_of(marked, names=NAMES)) == {"tram": stance}


@pytest.mark.parametrize(
    "marked",
    [
        "[s Arle] [c urged] [x Corva to put the tram line to a referendum].",
        "[s Arle] [c said] [x the tram line must be submitted to a referendum].",
        "[s Arle] [c called for] [x the tram line to be taken to a referendum].",
    ],
)
def test_who_wants_a_thing_put_to_the_people_says_nothing_of_the_thing(
    marked: str, dossier_of: Callable[..., Dossier]
) -> None:
    assert sides(dossier_of(marked, names=NAMES)) == {"vote": "support"}
