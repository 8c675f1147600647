"""Candidates: all pairs of few, a bounded number of many."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.link.candidates import REACH, count_pairs, pairs_of


def test_few_that_share_an_entry_are_all_paired() -> None:
    posting = list(range(REACH + 1))

    assert set(pairs_of(posting)) == set(combinations(posting, 2))


@settings(max_examples=50)
@given(st.integers(0, 200))
def test_the_number_of_pairs_grows_with_the_posting_not_its_square(length: int) -> None:
    pairs = list(pairs_of(range(length)))

    assert len(pairs) <= (REACH + 1) * length
    assert len(pairs) == len(set(pairs))
    assert {n for pair in pairs for n in pair} == set(
        range(length if length > 1 else 0)
    )


def test_shared_keys_are_counted_once_each() -> None:
    counted = count_pairs([(0, "aab"), (1, "abx"), (2, "x")])

    assert counted == {(0, 1): 2, (1, 2): 1}
