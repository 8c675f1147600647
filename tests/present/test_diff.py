"""Word-level differences between two wordings."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.present.diff import compare_texts, compare_words, find_shared

SENTENCES = [
    "The lock is shut.",
    "The lock is shut until May.",
    "Boats queue at the quay.",
    "Rain fell all day.",
]
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


def test_sentences_that_were_re_worded_stand_beside_each_other() -> None:
    old = "The lock is shut. The board waits for the guilds to sign. Rain fell. All is well."
    new = "The lock is shut. Boats queue. The board waits until the guilds sign. All is well."

    found = compare_texts(old, new)

    assert found.same == 2
    shown = [
        ("".join(p.text for p in c.a), "".join(p.text for p in c.b))
        for c in found.changed
    ]
    assert shown == [
        ("", "Boats queue."),
        (
            "The board waits for the guilds to sign.",
            "The board waits until the guilds sign.",
        ),
        ("Rain fell.", ""),
    ]


def test_sentences_with_words_of_another_text_are_found_in_their_order() -> None:
    source = (
        "Rain fell. “We will keep the lock shut until May,” Maar said. The board met."
    )
    taker = (
        "A long day ended. Maar had said: “We will keep the lock shut until May.” "
        "Foreign Minister Per Oduya said little. The board met."
    )

    (shared,) = find_shared(source, taker)

    assert "".join(piece.text for piece in shared.a).startswith("“We will keep")
    assert "".join(piece.text for piece in shared.b).startswith("Maar had said")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=8), st.lists(st.sampled_from(SENTENCES), max_size=8))  # fmt: skip
def test_no_sentence_is_lost_where_two_texts_part(
    old: list[str], new: list[str]
) -> None:
    found = compare_texts(" ".join(old), " ".join(new))

    shown_old = " ".join("".join(p.text for p in c.a) for c in found.changed)
    shown_new = " ".join("".join(p.text for p in c.b) for c in found.changed)
    for sentence in SENTENCES:
        kept = old.count(sentence) - shown_old.count(sentence)
        assert kept == new.count(sentence) - shown_new.count(sentence)
