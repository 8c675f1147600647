"""What "the move", "the ruling" and "it" stand for, in plain reports from end to end."""

from collections.abc import Callable

import pytest

from accord.model import Statement

State = Callable[[str, str], tuple[Statement, ...]]
BOOK = """
name: cull
issues:
  - id: cull
    question: Should badgers be culled in Wendland?
    terms: [cull, badgers]
  - id: toll
    question: Should lorries pay a toll?
    terms: [lorry toll, toll]
"""
LEAGUE = "Animal League"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The court halted the cull, a decision welcomed by the {}.", "oppose"),
        ("The cabinet approved a cull, a move condemned by the {}.", "oppose"),
        ("The cabinet approved a cull. The {} regards it as a mistake.", "oppose"),
        ("The cabinet will cull badgers. The {} rejected the plan within hours.", "oppose"),
        ("The bill to cull badgers failed. The {} regretted the result.", "support"),
        ("The court ruled that the cull was unlawful. The {} praised it.", "oppose"),
        ("The court upheld the cull. The {} deplored the ruling.", "oppose"),
        ("The council rejected the mayor's plan to cull badgers. The {} regretted the outcome.", "support"),
        ("Parliament passed a law banning the cull. The {} criticised the law.", "support"),
        ("The Greens want to ban the cull. The {} rejects the demand.", "support"),
        ("The {}'s rivals oppose a toll. The cabinet will cull badgers. The {} rejects the plan.", "oppose"),
    ],
)  # fmt: skip
def test_a_stand_in_takes_the_side_of_what_was_told(
    state: State, text: str, stance: str
) -> None:
    made = state(BOOK, text.replace("{}", LEAGUE))
    sides = {(s.issue, s.stance) for s in made if s.name == LEAGUE}
    assert sides == {("cull", stance)}


@pytest.mark.parametrize(
    "text",
    [
        "The cabinet wants a cull. The {} said it would not prejudge the decision.",
        "The court upheld the cull. The {} said the ruling would be respected.",
        "The cabinet wants a cull. The {} wants the plan put to a vote.",
        "The cabinet wants a cull. The {} fears it will be the first to be hit.",
        "The {} asked for a day off. The cabinet approved a cull.",
    ],
)
def test_a_stand_in_for_nothing_known_takes_no_side(state: State, text: str) -> None:
    made = state(BOOK, text.replace("{}", LEAGUE))
    assert not [s for s in made if s.name == LEAGUE and s.stance != "unclear"]
