"""Words that name nobody hold no side; those whom they speak of may."""

from collections.abc import Callable

import pytest

from accord.model import Statement

Sides = Callable[[str], set[tuple[str, str]]]

BOOK = """
name: bridge
issues:
  - id: toll
    question: Should Marren introduce a bridge toll?
    terms: [bridge toll, toll]
  - id: ferry
    question: Should the night ferry be scrapped?
    terms: [night ferry, ferry]
"""


@pytest.fixture
def sides(state: Callable[[str, str], tuple[Statement, ...]]) -> Sides:
    """Give name and side of all who take one."""

    def read(text: str) -> set[tuple[str, str]]:
        found = state(BOOK, text)
        return {(s.name, s.stance) for s in found if s.stance != "unclear"}

    return read


@pytest.mark.parametrize(
    "text",
    [
        'There were cries of "disgrace" as the council debated the bridge toll.',
        "Somebody booed when the mayor spoke of the toll.",
        "Whoever wants the toll has never driven a van.",
        "You want a toll? asked the mayor.",
        "Those who reject the toll say that it is unfair.",
        "Parliament will deal with the toll separately.",
        "The ministers failed on Monday to agree on the toll.",
        "The tanker Maria blocked the toll booths to back the toll.",
        "Our correspondent in Vessen reports: they want the toll scrapped.",
    ],
)
def test_nobody_holds_a_side(sides: Sides, text: str) -> None:
    assert sides(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("One resident said she was against the toll.", "One resident"),
        ("These drivers reject the toll.", "These drivers"),
        (
            "Residents close to the bridge oppose the toll.",
            "Residents close to the bridge",
        ),
        (
            "Your leading article complains that the hauliers refuse the toll.",
            "hauliers",
        ),
        (
            "According to people familiar with the talks, the hauliers want the toll dropped.",
            "hauliers",
        ),
    ],
)
def test_somebody_does(sides: Sides, text: str, name: str) -> None:
    assert sides(text) == {(name, "oppose")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Marren Gazette reported that the council opposes the toll.", "council"),
        ("Mayor Ann Doyle opposes the toll, the Gazette reported.", "Ann Doyle"),
        ("State television said the government would oppose the toll.", "government"),
        (
            "Reuters quoted Mayor Ann Doyle as saying she opposed the toll.",
            "Ann Doyle",
        ),
        ("TV Arle said it opposed the toll.", "TV Arle"),
        (
            "The Harbour Guild, whose spokeswoman said it opposed the toll, met.",
            "Harbour Guild",
        ),
    ],
)
def test_a_newspaper_tells_whose_side_it_is(sides: Sides, text: str, name: str) -> None:
    assert sides(text) == {(name, "oppose")}


def test_no_is_an_answer_before_a_full_stop(sides: Sides) -> None:
    assert sides("CRANE: No. The ferry has to stay.") == {("CRANE", "oppose")}


def test_no_place_of_a_dateline_holds_a_side_or_speaks(sides: Sides) -> None:
    text = (
        "TORVIK, Marren (Agency) - Dozens of drivers drove their vans onto the quay on Monday "
        "to protest against the toll."
    )
    assert [name.split()[0] for name, _ in sides(text)] == ["Dozens"]


def test_a_parliament_is_of_whom_the_sentence_before_names(
    state: Callable[[str, str], tuple[Statement, ...]],
) -> None:
    text = "Corven also has doubts. Its parliament voted on Friday to reject the toll."
    (one,) = state(BOOK, text)
    assert one.speaks_for is not None
    assert (one.name, one.speaks_for.name) == ("Its parliament", "Corven")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said she was neither for nor against the toll.",
        '"I did not vote for the toll, I did not vote against it," said Bob Crane.',
        "The Greens neither support nor oppose the toll, their leader said.",
        "Mia Holt said her party would neither back nor block the toll.",
        "Without the subsidy there would be no ferry, said Crane.",
    ],
)
def test_who_is_neither_for_nor_against_takes_no_side(sides: Sides, text: str) -> None:
    assert sides(text) == set()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The council postponed the toll vote.", set()),
        ("The council postponed the toll.", {("council", "oppose")}),
    ],
)
def test_who_puts_off_a_vote_need_not_be_against(
    sides: Sides, text: str, taken: set[tuple[str, str]]
) -> None:
    assert sides(text) == taken
