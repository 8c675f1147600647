"""Authors of opinion pieces, letters and leaders."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

ISSUE = Issue(
    id="close", question="Should the airport be closed?", terms=("airport", "closure")
)
STAGE = PositionStage(Codebook("airport", (ISSUE,)))


def authors(dossier: Dossier) -> dict[str, str]:
    """Map each author to the side taken."""
    return {
        s.name: s.stance
        for s in STAGE(dossier).statements
        if any(cue.says == "author" for cue in s.cues)
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Comment: The airport must be closed. I want sleep.", "the author"),
        ("Sir, The airport must be closed. EDITH PENROW, Marren", "Edith Penrow"),
        ("The airport must be closed. (Comment by Nils Harms)", "Nils Harms"),
        (
            "I say the airport must be closed, for my children. - Odette B., Lor",
            "Odette B.",
        ),
        ("Nobody can sleep. The airport must be closed. (Marta, 52, nurse)", "Marta"),
    ],
)
def test_an_opinion_piece_is_its_authors(
    dossier_of: Callable[..., Dossier], text: str, name: str
) -> None:
    assert authors(dossier_of(text)) == {name: "support"}


def test_the_byline_names_the_author(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of("I live there. I say that the airport must be closed.")
    document = replace(dossier.document, author="Milla Brandt")
    assert authors(replace(dossier, document=document)) == {"Milla Brandt": "support"}


def test_a_command_is_a_demand(dossier_of: Callable[..., Dossier]) -> None:
    assert authors(
        dossier_of("Close the airport. It is as simple as that. (Comment)")
    ) == {"the author": "support"}


@pytest.mark.parametrize(
    "text",
    [
        "The airport is 40 years old. It has two runways.",
        "The airport must be closed. I have had enough. I want sleep.",
        "Opinion\n09.10 We are here.\n10.15 Close the airport, I hear.\n11.30 I go.",
        "[s Arle] [c said] [x the airport should be closed]. It has two runways.",
        "“The airport must be closed.”",
    ],
)
def test_news_has_no_author_who_takes_sides(
    dossier_of: Callable[..., Dossier], text: str
) -> None:
    assert authors(dossier_of(text)) == {}


def test_a_torn_author_takes_no_side(dossier_of: Callable[..., Dossier]) -> None:
    text = "The airport must be closed, I feel. The airport must not be closed, I feel."
    assert authors(dossier_of(text)) == {}
