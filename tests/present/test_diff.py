"""Word-level differences between two wordings."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.present.diff import compare_texts, compare_words

WORDS = st.text("ab c’'\"“.", max_size=40)


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_the_pieces_give_both_wordings_back(a: str, b: str) -> None:
    left, right = compare_words(a, b)

    assert "".join(piece.text for piece in left) == a
    assert "".join(piece.text for piece in right) == b


@settings(max_examples=40)
@given(WORDS)
def test_a_wording_does_not_differ_from_itself(a: str) -> None:
    left, right = compare_words(a, a)

    assert left == right
    assert not any(piece.changed for piece in left)


def test_only_the_words_that_differ_are_marked() -> None:
    left, right = compare_words(
        "nobody downstream has a veto", "nobody below has a veto over it"
    )

    assert [p.text for p in left if p.changed] == ["downstream"]
    assert [p.text.strip() for p in right if p.changed] == ["below", "over it"]


def test_the_shape_of_quotation_marks_is_no_difference() -> None:
    left, _ = compare_words("a “half-baked” deal", 'a "half-baked" deal')

    assert not any(piece.changed for piece in left)


def test_sentences_that_one_text_lacks_are_found() -> None:
    found = compare_texts(
        "The gates are shut. Nobody spoke. It rained.",
        "The gates are shut. It rained. The river rose.",
    )

    assert found.same == 2
    assert [[p.text for p in c.a] for c in found.changed] == [["Nobody spoke."], []]
    assert [[p.text for p in c.b] for c in found.changed] == [[], ["The river rose."]]


def test_long_wordings_come_back_unmarked_and_at_once() -> None:
    a, b = "word " * 30_000, "other " * 30_000
    begun = time.perf_counter()
    left, right = compare_words(a, b)

    assert time.perf_counter() - begun < 2.0
    assert ([p.text for p in left], [p.text for p in right]) == ([a], [b])
    assert not left[0].changed
