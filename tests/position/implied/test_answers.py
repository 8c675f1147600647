"""Who says the same, or the opposite, answers what stands right before."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

SALE = Issue(id="sale", question="Should the ferry be sold?", terms=("the ferry",))
TOLL = Issue(id="toll", question="Should lorries pay a toll?", terms=("toll",))
STAGE = PositionStage(Codebook("ferry and toll", (SALE, TOLL)))
NAMES = {"Arle": "state:arle", "Corva": "state:corva", "Brune": "state:brune"}


def side_of_corva(dossier: Dossier) -> str | None:
    """Give the side that Corva takes on the toll."""
    found = {
        (s.name, s.issue): s.stance
        for s in STAGE(dossier).statements
        if s.stance != "unclear"
    }
    return found.get(("Corva", "toll"))


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("So does Corva.", "oppose"),
        ("Corva took the same line.", "oppose"),
        ("Corva is of the same mind.", "oppose"),
        ("Corva followed suit.", "oppose"),
        ("Corva fell into line.", "oppose"),
        ("Corva shares that view.", "oppose"),
        ("Corva broke ranks.", "support"),
        ("Corva was having none of it.", "support"),
        ("Corva takes the opposite line.", "support"),
        ("Corva broke ranks and voted.", None),
        ("Corva was less convinced, but will not stand in its way.", None),
    ],
)
def test_an_answer_is_to_the_sentence_before_it(
    dossier_of: Callable[..., Dossier], told: str, side: str | None
) -> None:
    dossier = dossier_of(f"Arle opposes the toll. {told}", names=NAMES)
    assert side_of_corva(dossier) == side


@pytest.mark.parametrize(
    "between",
    [
        "Brune wants a longer pier.",
        "But its mayor spoke of the ferry.",
        "Arle supports the sale of the ferry.",
    ],
)
def test_what_is_told_in_between_may_be_what_is_answered(
    dossier_of: Callable[..., Dossier], between: str
) -> None:
    text = f"Arle opposes the toll. {between} Corva took the same line."
    assert side_of_corva(dossier_of(text, names=NAMES)) is None


@pytest.mark.parametrize(
    ("before", "side"),
    [
        ("The council approved the toll.", "oppose"),
        ("The council approved the toll. The mayor spoke of the ferry.", "oppose"),
        ("The council approved the toll. An amendment on lamps was carried.", None),
        ("The council approved by 20 votes to 9 a toll on the ferry.", "oppose"),
    ],
)
def test_a_vote_against_is_on_what_was_last_put_to_the_vote(
    dossier_of: Callable[..., Dossier], before: str, side: str | None
) -> None:
    dossier = dossier_of(f"{before} Corva voted against.", names=NAMES)
    assert side_of_corva(dossier) == side


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Arle opposes the toll.", "oppose"),
        ("Arle opposes the toll. Arle supports the sale of the ferry.", None),
        ("Arle opposes the toll. Brune supports the sale of the ferry.", "oppose"),
    ],
)
def test_who_sides_with_somebody_is_on_the_one_side_that_they_took(
    dossier_of: Callable[..., Dossier], told: str, side: str | None
) -> None:
    dossier = dossier_of(f"{told} It rained. Corva sided with Arle.", names=NAMES)
    assert side_of_corva(dossier) == side
