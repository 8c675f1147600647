"""The last noun of a term, which stands for the whole term once that was named."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: price
    question: Should a carbon price be put on shipping?
    terms: [carbon price, levy]
  - id: vote
    question: Should the vote be postponed by a year?
    terms: [postponement]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="ships.yaml"))
NAMES = {"Corva": "state:corva"}
OPENING = "The ministers spoke of a carbon price on Monday. "


def _read(dossier: Dossier) -> list[tuple[str, str]]:
    return [(s.issue, s.stance) for s in STAGE(dossier).statements]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (f"{OPENING}Corva supports the price.", ("price", "support")),
        (f"{OPENING}Corva opposes the price and the rest.", ("price", "oppose")),
        ("Corva voted for a delay.", ("vote", "support")),
        ("Corva opposes any charge.", ("price", "oppose")),
    ],
)
def test_a_thing_is_known_by_its_last_noun_and_by_a_like_one(
    dossier_of: Callable[..., Dossier], text: str, side: tuple[str, str]
) -> None:
    assert _read(dossier_of(text, names=NAMES)) == [side]


@pytest.mark.parametrize(
    "text",
    [
        "Corva supports the price.",
        f"{OPENING}Corva supports the price of bread.",
        f"{OPENING}Corva supports the price index.",
        f"{OPENING}Corva supports a price.",
    ],
)
def test_a_noun_that_may_name_another_thing_is_left_alone(
    dossier_of: Callable[..., Dossier], text: str
) -> None:
    assert _read(dossier_of(text, names=NAMES)) == []
