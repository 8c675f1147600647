"""Sides that nouns give to whom they name."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: dam
    question: Should the dam be built?
    terms: [dam, river dam]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="dam.yaml"))
Read = Callable[..., Dossier]


def sides(dossier_of: Read, text: str) -> dict[str, str]:
    """Give who takes which side."""
    made = STAGE(dossier_of(text)).statements
    return {s.name: s.stance for s in made if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A petition by the anglers against the dam was handed in.",
            {"anglers": "oppose"},
        ),
        (
            "A motion tabled by the Greens and the Left to build the dam was lost.",
            {"Greens": "support", "Left": "support"},
        ),
        (
            "They were asked about a demand of farmers that the dam be built.",
            {"farmers": "support"},
        ),
        (
            "The objections of residents to the dam were noted.",
            {"residents": "oppose"},
        ),
        (
            "The votes against the dam came from the Greens and the Left.",
            {"Greens": "oppose", "Left": "oppose"},
        ),
        (
            "The dam was adopted, drawing protests from the Greens and the Left.",
            {"Greens": "oppose", "Left": "oppose"},
        ),
        (
            "Opponents of the dam are the Greens and the Anglers' Guild.",
            {"Greens": "oppose", "Anglers' Guild": "oppose"},
        ),
        ("The dam is an old demand of the brewers.", {"brewers": "support"}),
        (
            "The dam was built over the objections of some 300 residents.",
            {"residents": "oppose"},
        ),
        (
            "The dam was dropped at the request of the Greens.",
            {"Greens": "oppose"},
        ),
    ],
)
def test_a_noun_gives_a_side_to_whom_it_names(
    dossier_of: Read, text: str, expected: dict[str, str]
) -> None:
    assert sides(dossier_of, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No petition by the anglers against the dam was handed in.",
        "A report by the anglers for the dam was handed in.",
        "A motion of the river over the dam was seen.",
    ],
)
def test_what_brings_nothing_for_anybody_gives_none(
    dossier_of: Read, text: str
) -> None:
    assert sides(dossier_of, text) == {}
