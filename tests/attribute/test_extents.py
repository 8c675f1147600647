import pytest

from accord.attribute.extents import content_end, frame_at
from accord.attribute.passages import passages
from accord.attribute.tokens import tokenize
from accord.model import Span


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("that he left", "that"),
        ("whether he left", "wh"),
        ("to leave", "to"),
        ("to the lock", "to_noun"),
        ("leaving", "ing"),
        (": no", "colon"),
        (". No", "end"),
        (", she", "mark"),
        ("for peace", "for"),
        ("the plan", "noun"),
    ],
)
def test_what_follows_a_cue_is_named(text: str, frame: str) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    assert frame_at(tokens, 0, len(tokens)) == frame


def test_nothing_left_is_an_end() -> None:
    assert frame_at([], 0, 0) == "end"


@pytest.mark.parametrize(
    ("text", "frame", "content"),
    [
        ("that the lock stays shut.", "that", "that the lock stays shut"),
        ("that it is shut; others doubt it.", "that", "that it is shut"),
        ("that it is shut, adding that it rains.", "that", "that it is shut"),
        ("that it is shut, while Kell waits.", "that", "that it is shut"),
        ("that it is shut and added that it rains.", "that", "that it is shut"),
        ("that it is shut, Kell said.", "that", "that it is shut"),
        ("that it is shut, but that it rains.", "that", "that it is shut, but that it rains"),
        ("“shut,” adding that it rains.", "that", "“shut,”"),
        ("the offer, which fell short.", "object", "the offer"),
        ("the offer because it fell short.", "object", "the offer"),
        ("“It is shut,” a word that hurt.", "quote", "“It is shut,”"),
        ("“shut” and “locked” for years.", "quote", "“shut” and “locked” for years"),
        ("the lock (it leaks) for good) now.", "object", "the lock (it leaks) for good"),
    ],
)  # fmt: skip
def test_a_content_ends_where_the_report_does(
    text: str, frame: str, content: str
) -> None:
    (passage,) = passages(text)
    end = content_end(passage, 0, passage.sentences[0], frame=frame)
    assert text[: passage.tokens[end - 1].end] == content
