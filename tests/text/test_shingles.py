"""Shingles agree with runs of words, wherever they stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text import shingles

WORDS = st.lists(st.sampled_from("toll strait ferry talks the of 'no'".split()))


def brute_force(words: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]


@settings(max_examples=60)
@given(WORDS, st.integers(1, 5))
def test_two_runs_have_one_number_exactly_when_their_words_are_the_same(
    words: list[str], size: int
) -> None:
    numbers = shingles(words, size=size)
    runs = brute_force(words, size)

    assert len(numbers) == len(runs)
    for i, left in enumerate(runs):
        for j, right in enumerate(runs):
            assert (numbers[i] == numbers[j]) == (left == right)


@settings(max_examples=60)
@given(WORDS, WORDS, WORDS)
def test_the_number_of_a_run_does_not_depend_on_what_stands_around_it(
    a: list[str], b: list[str], c: list[str]
) -> None:
    alone = shingles(b, size=3)

    assert shingles([*a, *b, *c], size=3)[len(a) : len(a) + len(alone)] == alone


def test_a_text_shorter_than_a_shingle_has_none() -> None:
    assert shingles(["only", "two"], size=3) == []


def test_numbers_are_the_same_in_every_process() -> None:
    assert shingles(["the", "strait"], size=2) == [231528542769280416]


def test_the_order_of_words_matters() -> None:
    assert shingles(["a", "b"], size=2) != shingles(["b", "a"], size=2)
