"""Sides told without a verb of their own are those of the sentence before."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

TOLL = Issue(id="toll", question="Should lorries pay a toll?", terms=("toll",))
STAGE = PositionStage(Codebook("toll", (TOLL,)))
NAMES = {"Arle": "state:arle", "Corva": "state:corva"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Arle opposes the toll. So does Corva.", "oppose"),
        ("Arle opposes the toll. Corva does not.", "support"),
        ("Arle is in favour of the toll, Corva is not.", "oppose"),
        ("Arle is against the toll, and so is Corva.", "oppose"),
        ("Arle will vote against the toll. So will Corva.", "oppose"),
        ("Arle opposes the toll. Corva, too, is against.", "oppose"),
        ("Like Corva, Arle opposes the toll.", "oppose"),
        ("The toll, backed by Corva, is late.", "support"),
        ("Arle opposes the toll. The view is shared by Corva.", "oppose"),
        ("Arle rejected the toll, a position shared by Corva.", "oppose"),
        ("Arle rejected the toll. Support came from Corva.", "oppose"),
        ("Arle rejected the toll. Contradiction came from Corva.", "support"),
        ("Arle rejected the toll. Corva came out in support of Arle.", "oppose"),
        ("Arle rejected the toll. Corva backed that position.", "oppose"),
        ("Arle rejected the toll. Corva did not follow suit.", None),
        ("Arle rejected the toll. As did Corva.", "oppose"),
        ("Arle rejected the toll. Corva wants the same.", "oppose"),
        ("Arle approved the toll, to the dismay of Corva.", "oppose"),
        ("Arle rejected the toll, to the relief of Corva.", "oppose"),
        ("Arle approved the toll, angering Corva.", "oppose"),
        ("Arle approved the toll over the objections of Corva.", "oppose"),
        ("They spoke of the toll, to the dismay of Corva.", None),
        ("Arle rejected the toll. It rained. Support came from Corva.", None),
    ],
)
def test_who_is_said_to_do_as_another_does_is_on_the_same_side(
    dossier_of: Callable[..., Dossier], text: str, side: str | None
) -> None:
    made = STAGE(dossier_of(text, names=NAMES)).statements
    found = {s.name: s.stance for s in made if s.stance != "unclear"}
    assert found.get("Corva") == side
