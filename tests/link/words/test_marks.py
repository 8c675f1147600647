"""What stands between quotation marks, of whatever kind."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.link.words.marks import marked_spans


def marked(text: str) -> list[str]:
    return [text[span.start : span.end] for span in marked_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes”.", ["no", "yes"]),
        ('She said "no".', ["no"]),
        ("Er sagte „nein“ dazu.", ["nein"]),
        ("Il a dit «non» hier.", ["non"]),
        ("A 'half-boiled' plan", ["half-boiled"]),
        ("A ‘half-boiled’ plan", ["half-boiled"]),
        ("Orle’s plan isn’t ours", []),
        ("'It isn't ours' he said", ["It isn't ours"]),
        ("The dockers' plan and the pilots' plan", []),
        ("“She called it ‘thin’ and left.”", ["She called it ‘thin’ and left."]),
        ("“It goes on\nin the next line", ["It goes on"]),
        ("", []),
        ("““”", ["“"]),
    ],
)
def test_quotations_are_found_without_their_marks(
    text: str, expected: list[str]
) -> None:
    assert marked(text) == expected


@settings(max_examples=80)
@given(st.text(alphabet="ab ,.\n\"'“”‘’«»", max_size=60))
def test_quotations_are_in_order_apart_and_within_their_line(text: str) -> None:
    spans = list(marked_spans(text))

    for left, right in pairwise(spans):
        assert left.end <= right.start
    assert all("\n" not in text[span.start : span.end] for span in spans)
