"""Whom "it" and "her group" stand for, from the text to the ledger."""

from collections.abc import Callable

import pytest

from accord.model import Statement

Holders = Callable[[str], dict[str, str]]

CODEBOOK = """
issues:
  - id: force
    question: Should an international police force watch over the valley?
    terms: [international police, supervision]
  - id: toll
    question: Should cars pay a toll?
    terms: [toll]
  - id: bronzes
    question: Should the museum return the bronzes to Kesh?
    terms: [restitution, return]
"""


@pytest.fixture
def holders(state: Callable[[str, str], tuple[Statement, ...]]) -> Holders:
    """Give who takes which side."""

    def read(text: str) -> dict[str, str]:
        found = state(CODEBOOK, text)
        return {s.name: s.stance for s in found if s.stance != "unclear"}

    return read


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "The Refugee Council met in Arle on Friday. It supports the supervision.",
            ("Refugee Council", "support"),
        ),
        (
            "The Assembly debated for hours. Yet it rejects the supervision.",
            ("Assembly", "oppose"),
        ),
        (
            "A statement by Homeland Front. It rejects the supervision.",
            ("Homeland Front", "oppose"),
        ),
        (
            "Deputy Ines Maroldt (Social Democrats) spoke last. Her group voted for the toll.",
            ("Social Democrats", "support"),
        ),
    ],
)
def test_a_body_is_meant_by_its_pronoun(
    holders: Holders, text: str, side: tuple[str, str]
) -> None:
    assert holders(text) == dict([side])


def test_what_a_thing_needs_is_nobodys_side(holders: Holders) -> None:
    assert holders("The bridge is old. It needs supervision.") == {}


def test_each_party_of_a_list_votes(holders: Holders) -> None:
    text = (
        "Greens, Labour and the two members of Pedal voted for the toll; the Christian "
        "Party, the Free Voters and the Right voted against it."
    )
    found = holders(text)
    assert sorted(name for name, side in found.items() if side == "oppose") == [
        "Christian Party",
        "Free Voters",
        "Right",
    ]
    assert {"Greens", "Pedal"} <= {n for n, side in found.items() if side == "support"}


def test_a_command_that_opens_a_quotation_asks_for_the_deed(holders: Holders) -> None:
    assert holders('"Give them back," said Ann Lee.') == {"Ann Lee": "support"}
    assert holders('"Giving them back takes time," said Ann Lee.') == {}


@pytest.mark.parametrize("verb", ["asked", "warned", "told", "begged", "urged"])
def test_who_is_asked_not_to_do_a_thing_is_asked_once(
    holders: Holders, verb: str
) -> None:
    text = f"Kim Dahl {verb} the museum not to return the bronzes."
    assert holders(text) == {"Kim Dahl": "oppose"}
