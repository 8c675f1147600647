"""Votes, as a report counts them up."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: toll
    question: Should Marnby introduce a toll?
    terms: [toll, city toll]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="toll.yaml"))
NAMES = {"Corva": "state:corva"}
Read = Callable[..., Dossier]


def sides(dossier_of: Read, text: str) -> dict[str, str]:
    """Give who takes which side."""
    done = STAGE(dossier_of(text, names=NAMES))
    return {s.name: s.stance for s in done.statements if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine states, among them Arle and Corva, voted for the toll.",
            {"Arle": "support", "Corva": "support"},
        ),
        (
            "Nine states voted for the toll, including Corva and Arle.",
            {"Arle": "support", "Corva": "support"},
        ),
        ("Nine states voted for the toll.", {}),
        (
            "Corva voted to introduce the toll, and the Liberals voted against the toll.",
            {"Corva": "support", "Liberals": "oppose"},
        ),
        (
            "The Liberals voted against the toll, as did the Greens and the Left.",
            {"Liberals": "oppose", "Greens": "oppose", "Left": "oppose"},
        ),
        (
            "The Liberals voted for the toll, the Greens and the Left against.",
            {"Liberals": "support", "Greens": "oppose", "Left": "oppose"},
        ),
        (
            "The toll was put to the vote. Among the seven against were Corva and Melk.",
            {"Corva": "oppose", "Melk": "oppose"},
        ),
        (
            "A vote was held on the toll. The Greens voted against, and the Left joined them.",
            {"Greens": "oppose", "Left": "oppose"},
        ),
        (
            "The toll can count on the votes of the Greens and of the Farmers' Party.",
            {"Greens": "support", "Farmers' Party": "support"},
        ),
        ("Corva is suing the city over the toll.", {"Corva": "oppose"}),
        (
            "On Friday Corva, Arle and Melk voted for the toll.",
            {"Corva": "support", "Arle": "support", "Melk": "support"},
        ),
        (
            "Corva has spent two million on trying to prevent the toll.",
            {"Corva": "oppose"},
        ),
        (
            "The council voted by nine votes to six in favour of the toll.",
            {"council": "support"},
        ),
        (
            "The council voted by 24 votes to 21 in favour of the toll.",
            {"council": "support"},
        ),
        ("The council voted to close two schools for the toll.", {}),
        ("Corva began building the toll.", {"Corva": "support"}),
        (
            "The board voted for the toll, with Corva and Arle among those against.",
            {"Corva": "oppose", "Arle": "oppose", "board": "support"},
        ),
        ("The toll, tabled by the Liberals, is due.", {"Liberals": "support"}),
        ("On the toll 41 were in favour, 58 against.", {}),
        ("An amendment on the toll was tabled by the Liberals.", {}),
        (
            "Among the opponents of the toll are the Greens and Corva.",
            {"Greens": "oppose", "Corva": "oppose"},
        ),
        ("The Liberals' motion to scrap the toll failed.", {"Liberals": "oppose"}),
        (
            "As is well known, the Liberals opposed the toll.",
            {"Liberals": "oppose"},
        ),
    ],
)
def test_a_count_of_votes_names_those_who_cast_them(
    text: str, expected: dict[str, str], dossier_of: Read
) -> None:
    found = sides(dossier_of, text)
    assert {
        name.removeprefix("the ").removeprefix("The "): s for name, s in found.items()
    } == expected
