from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

TOLL = Issue(
    id="toll",
    question="Should Marlow introduce a congestion toll?",
    terms=("congestion toll", "toll"),
)
STAGE = PositionStage(Codebook("test", (TOLL,)))


def side_of(dossier: Dossier) -> list[str]:
    return [s.stance for s in STAGE(dossier).statements if s.stance != "unclear"]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        (
            "that she had long thought a toll dangerous and had changed her mind",
            "support",
        ),
        (
            "she had been sceptical of the toll but now had nothing against it",
            "support",
        ),
        ("she had been in favour of the toll at first but had come round", "oppose"),
        ("she used to be against the toll but had come round to it", "support"),
        ("she had opposed the toll and had no more objections now", "support"),
        ("she had opposed the toll from the start", "oppose"),
        ("she had always opposed the toll and had not changed her mind", "oppose"),
        ("she had nothing against the toll", "support"),
    ],
)
def test_a_change_of_mind_leaves_the_later_side(
    dossier_of: Callable[..., Dossier], said: str, stance: str
) -> None:
    assert side_of(dossier_of(f"[s Arle] [c said] [x {said}].")) == [stance]


def test_a_side_held_until_lately_is_no_side_any_more(
    dossier_of: Callable[..., Dossier],
) -> None:
    assert not side_of(
        dossier_of("[s Arle] [c had backed] [x the toll] until last year.")
    )
