"""Who stays, goes, asks and is parted into camps takes a side."""

from collections.abc import Callable

import pytest

from accord.model import Statement

Sides = Callable[[str], set[tuple[str, str, str]]]

CODEBOOK = """
name: camps
issues:
  - id: club
    question: Should Norland leave the Northern Customs Union?
    terms: [customs union]
  - id: pay
    question: Should nurses get a pay rise?
    terms: [pay rise]
  - id: quarry
    question: Should the quarry at Hask be opened?
    terms: [quarry]
"""


@pytest.fixture
def sides(state: Callable[[str, str], tuple[Statement, ...]]) -> Sides:
    """Give name, issue and side of all who take one."""

    def read(text: str) -> set[tuple[str, str, str]]:
        found = state(CODEBOOK, text)
        return {(s.name, s.issue, s.stance) for s in found if s.stance != "unclear"}

    return read


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Ivo Brand said he would vote to stay.",
            ("Ivo Brand", "club", "oppose"),
        ),
        (
            "The Social League backs continued membership.",
            ("Social League", "club", "oppose"),
        ),
        (
            "Talks on the pay rise began, with Orland for it and Sarovia firmly against.",
            ("Sarovia", "pay", "oppose"),
        ),
        (
            "The nurses asked the hospital board on Tuesday for a pay rise.",
            ("The nurses", "pay", "support"),
        ),
        (
            "Sarovia is for abolition of the pay rise.",
            ("Sarovia", "pay", "oppose"),
        ),
        (
            "Orland opened the quarry on Monday. Sarovia demanded an immediate halt.",
            ("Sarovia", "quarry", "oppose"),
        ),
        (
            "Orland opened the quarry on Monday. Sarovia welcomed the start and said it would be good for the town.",
            ("Sarovia", "quarry", "support"),
        ),
    ],
)
def test_a_side_is_told_by_place(
    sides: Sides, text: str, side: tuple[str, str, str]
) -> None:
    assert side in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked Sarovia whether it was for a pay rise.",
        "Orland asked Sarovia for comment on the pay rise.",
        "The pay rise split them, with hopes for it fading and prices against.",
        "Orland held talks on membership of the club.",
    ],
)
def test_what_only_looks_like_a_side_is_left_open(sides: Sides, text: str) -> None:
    assert sides(text) == set()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Sarovia urged the council to listen to residents and open the quarry.",
            ("Sarovia", "quarry", "support"),
        ),
        (
            "Sarovia wants to end the strike and to scrap the pay rise.",
            ("Sarovia", "pay", "oppose"),
        ),
        (
            "Sarovia described the quarry as the first reasonable idea of the year.",
            ("Sarovia", "quarry", "support"),
        ),
        (
            "Sarovia regards the quarry as untouchable.",
            ("Sarovia", "quarry", "support"),
        ),
        (
            "Sarovia confirmed that it had filed for a pay rise.",
            ("Sarovia", "pay", "support"),
        ),
    ],
)
def test_what_is_joined_or_said_in_other_words_takes_a_side(
    sides: Sides, text: str, side: tuple[str, str, str]
) -> None:
    assert side in sides(text)


def test_who_is_glad_of_an_announcement_shares_it_though_others_object(
    sides: Sides,
) -> None:
    text = (
        "Norland announced that it would leave the customs union. Orland backs continued "
        "membership. Sarovia welcomed the announcement and said it had waited for years."
    )
    assert ("Sarovia", "club", "support") in sides(text)


def test_it_is_the_body_that_opens_the_sentence_before(sides: Sides) -> None:
    text = "The union Metal Guild marched on Tuesday. It said it backed the pay rise."
    assert ("Metal Guild", "pay", "support") in sides(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            (
                "Orland wants to open the quarry and to give nurses a pay rise. Sarovia "
                "rejects both plans."
            ),
            {("Sarovia", "quarry", "oppose"), ("Sarovia", "pay", "oppose")},
        ),
        (
            (
                "Talks on the quarry failed, with Ostmark and Caldria for the plan and "
                "Belmarine firmly against."
            ),
            {("Caldria", "quarry", "support"), ("Belmarine", "quarry", "oppose")},
        ),
    ],
)
def test_both_are_meant(
    sides: Sides, text: str, both: set[tuple[str, str, str]]
) -> None:
    assert both <= sides(text)


def test_a_branch_that_stays_is_not_what_is_to_be_stopped(sides: Sides) -> None:
    text = "Sarovia demanded that the quarry stay shut and the pay rise be stopped."
    assert {("Sarovia", "pay", "oppose")} <= sides(text)
    assert ("Sarovia", "quarry", "support") not in sides(text)
