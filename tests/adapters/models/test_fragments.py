"""Quotation marks and the fragments between them."""

from accord.adapters.models.fragments import (
    join_fragments,
    mode_of,
    quoted_characters,
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
