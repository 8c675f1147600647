"""Sentences, words and folding keep every offset."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model import Span
from accord.text import fold, paragraphs, sentences, words

ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" .!?\n“”\"'’\u00ad🕊Aa"),
    max_size=200,
)


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Voss met Dr. Lin.", ["Mr. Voss met Dr. Lin."]),
        ("J. P. Stone agreed. He left.", ["J. P. Stone agreed.", "He left."]),
        ("It cost 2.5 billion.", ["It cost 2.5 billion."]),
        ("“No.” He left.", ["“No.”", "He left."]),
        (
            "She left the U.S. The talks went on.",
            ["She left the U.S.", "The talks went on."],
        ),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("He paused… then spoke.", ["He paused… then spoke."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("“Will you?” she asked.", ["“Will you?” she asked."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_sentences_are_found_within_a_range_at_their_own_offsets() -> None:
    text = "Left out. Kept here. Gone."

    assert [s.of(text) for s in sentences(text, Span(10, 20))] == ["Kept here."]


@given(ANY_TEXT)
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    found = list(sentences(text))

    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(ANY_TEXT)
def test_paragraphs_lose_nothing_but_white_space(text: str) -> None:
    joined = "".join(p.of(text) for p in paragraphs(text))

    assert "".join(joined.split()) == "".join(text.split())


def test_words_keep_inner_apostrophes_hyphens_and_stops() -> None:
    text = "Ukraine’s half-baked U.S.-led plan, “no”."

    assert [w.of(text) for w in words(text)] == [
        "Ukraine’s", "half-baked", "U.S", "led", "plan", "no",
    ]  # fmt: skip


@given(ANY_TEXT)
def test_every_folded_character_knows_where_it_is_from(text: str) -> None:
    folded = fold(text)

    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    for character, offset in zip(folded.text, folded.origin, strict=True):
        assert character in fold(text[offset]).text


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text

    assert fold(once).text == once


def test_a_folded_range_leads_back_to_the_original_words() -> None:
    text = "He called it a  “red\u00ad\u00ad line” – for Kyïv."
    folded = fold(text)
    at = folded.text.index('"red line"')

    original = folded.original_span(Span(at, at + len('"red line"')))

    assert original.of(text) == "“red\u00ad\u00ad line”"


def test_time_grows_with_length_only() -> None:
    def seconds(repeats: int) -> float:
        text = "“A. B. c said U.S. no.” " * repeats
        start = time.perf_counter()
        list(sentences(text))
        fold(text)
        return time.perf_counter() - start

    seconds(100)
    short, long = min(seconds(400) for _ in range(3)), seconds(8000)

    assert long < short * 20 * 4 + 0.05
