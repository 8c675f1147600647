"""Things called by other names, and deeds said in other words."""

from collections.abc import Callable

import pytest

from accord.model import Statement

Sides = Callable[[str], set[tuple[str, str]]]

CODEBOOK = """
name: names
issues:
  - id: dam
    question: Should the dam be built?
    terms: [dam]
  - id: strike
    question: Should the drivers go on strike?
    terms: [strike]
  - id: talks
    question: Should the row go to arbitration?
    terms: [arbitration, arbitrator]
  - id: court
    question: Should the dispute be brought before an international court?
    terms: [international court, lawsuit]
"""


@pytest.fixture
def sides(state: Callable[[str, str], tuple[Statement, ...]]) -> Sides:
    """Give issue and side of all who take one."""

    def read(text: str) -> set[tuple[str, str]]:
        found = state(CODEBOOK, text)
        return {(s.issue, s.stance) for s in found if s.stance != "unclear"}

    return read


@pytest.mark.parametrize(
    "text",
    [
        'Ana Reis called the dam "a leap from a quay with the tide out".',
        "Ana Reis called the dam a monument to vanity.",
        'Ana Reis described the dam as "a museum piece".',
    ],
)
def test_who_calls_a_thing_names_is_against_it(sides: Sides, text: str) -> None:
    assert sides(text) == {("dam", "oppose")}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reis called the dam a first step.",
        'Ana Reis called the mayor "a clown". She lives below the dam.',
    ],
)
def test_no_other_name_takes_a_side(sides: Sides, text: str) -> None:
    assert sides(text) == set()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ana Reis asked the drivers to stay at work.", ("strike", "oppose")),
        ("Tom Berrigan said he would walk out on Monday.", ("strike", "support")),
        ("Corva is taking Arle to court.", ("court", "support")),
        ("Orrhat asked Corva to withdraw the application.", ("court", "oppose")),
        (
            "Laurens would not be sorry to see his government taken to court.",
            ("court", "support"),
        ),
        (
            "Ana Reis called on both sides to submit the row to an arbitrator.",
            ("talks", "support"),
        ),
        (
            "The union said 86 percent of its members had voted for the strike.",
            ("strike", "support"),
        ),
        ("The bank is believed to oppose the dam.", ("dam", "oppose")),
        ("The cabinet is said to be against the dam.", ("dam", "oppose")),
    ],
)
def test_a_side_is_known_by_what_is_done_or_believed(
    sides: Sides, text: str, side: tuple[str, str]
) -> None:
    assert sides(text) == {side}
