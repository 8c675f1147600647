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


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("it would back the toll were it not for the cost", ["oppose"]),
        ("it would have backed the toll had it been lower", []),
    ],
)
def test_what_might_have_been_is_not_what_is(
    dossier_of: Callable[..., Dossier], said: str, stances: list[str]
) -> None:
    assert side_of(dossier_of(f"[s Arle] [c said] [x {said}].")) == stances


def test_what_was_to_be_blocked_and_was_voted_for_is_the_thing_itself(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] had wanted to block the toll but [c voted for] [x it]."
    assert side_of(dossier_of(marked)) == ["support"]
