"""Common runs, against brute force."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.link.words.runs import Run, common_runs
from accord.text import shingles

WORDS = st.lists(st.sampled_from("toll lamp buoy".split()), max_size=14)


def runs_of(a: list[str], b: list[str]) -> tuple[Run, ...]:
    return common_runs(shingles(a, size=2), shingles(b, size=2), size=2)


def longest_by_brute_force(a: list[str], b: list[str]) -> int:
    return max(
        (
            size
            for i in range(len(a))
            for j in range(len(b))
            for size in range(1, min(len(a) - i, len(b) - j) + 1)
            if a[i : i + size] == b[j : j + size]
        ),
        default=0,
    )


@settings(max_examples=80)
@given(WORDS, WORDS)
def test_runs_are_common_apart_and_the_longest_comes_first(
    a: list[str], b: list[str]
) -> None:
    runs = runs_of(a, b)

    used_a: set[int] = set()
    used_b: set[int] = set()
    for run in runs:
        assert a[run.a : run.a + run.length] == b[run.b : run.b + run.length]
        range_a = set(range(run.a, run.a + run.length))
        range_b = set(range(run.b, run.b + run.length))
        assert not used_a & range_a
        assert not used_b & range_b
        used_a |= range_a
        used_b |= range_b
    lengths = [run.length for run in runs]
    assert lengths == sorted(lengths, reverse=True)


@settings(max_examples=80)
@given(st.lists(st.integers(0, 9), max_size=9, unique=True), st.data())
def test_the_longest_common_run_is_found_where_words_do_not_repeat(
    a: list[int], data: st.DataObject
) -> None:
    words = [str(n) for n in a]
    other = data.draw(st.permutations(words))
    expected = longest_by_brute_force(words, other)

    runs = runs_of(words, other)

    assert (runs[0].length if runs else 0) == (expected if expected >= 2 else 0)
