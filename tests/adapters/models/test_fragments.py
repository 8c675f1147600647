"""Quotation marks and the fragments between them."""

import pytest

from accord.adapters.models.fragments import (
    agent_behind,
    join_fragments,
    mode_of,
    quoted_characters,
    without_day,
)
from accord.model import Span


def test_an_open_quotation_ends_with_its_line() -> None:
    assert list(quoted_characters('"a\nb')) == [0, 0, 0, 0]


def test_a_content_half_in_marks_is_mixed() -> None:
    text = 'said it was "a shame"'

    modes = [
        mode_of(text, quoted_characters(text), [span])
        for span in (Span(5, 11), Span(5, 21), Span(12, 21))
    ]

    assert modes == ["indirect", "mixed", "direct"]


def test_fragments_are_joined_over_blanks_and_not_over_lines() -> None:
    text = "one two\nthree"

    assert join_fragments(text, [Span(4, 7), Span(0, 3), Span(8, 13)]) == [
        Span(0, 7),
        Span(8, 13),
    ]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("The council on Thursday", "The council"),
        ("The guild on", "The guild"),
        ("the mayor late on Monday evening", "the mayor"),
        ("Mara Voss Tuesday", "Mara Voss"),
        ("the Commission on Fisheries", "the Commission on Fisheries"),
        ("Friday", "Friday"),
    ],
)
def test_a_source_ends_before_the_day_on_which_it_spoke(source: str, left: str) -> None:
    assert without_day(source, Span(0, len(source))).of(source) == left


@pytest.mark.parametrize(
    ("behind", "agent"),
    [
        (" by the Greens and the Left.", "the Greens and the Left"),
        (" by the Greens and opposed by the Left.", "the Greens"),
        (" by Dr. A. Holm.", "Dr. A. Holm"),
        (" by farmers, who pay it", "farmers"),
        (" by saying that it would come", None),
        (" by letter", None),
        (" on Monday", None),
    ],
)
def test_behind_a_passive_stands_its_agent(behind: str, agent: str | None) -> None:
    found = agent_behind("backed" + behind, Span(0, 6))
    assert (found and found.of("backed" + behind)) == agent
