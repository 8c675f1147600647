"""Candidates: all pairs of few, a bounded number of many."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.link.words.candidates import (
    REACH,
    Entries,
    is_among,
    mix,
    roll,
    shared_pairs,
)


def entries(having: list[set[int]]) -> Entries:
    """Make an index of what each item has."""
    rows = [(key, item) for item, keys in enumerate(having) for key in sorted(keys)]
    return Entries(
        mix(np.array([key for key, _ in rows], np.uint64)),
        np.array([item for _, item in rows], np.uint32),
    )


def count(
    *batches: Entries, least: int = 1, entries_at_once: int = 1000
) -> dict[tuple[int, int], int]:
    found = shared_pairs(lambda: batches, least=least, entries_at_once=entries_at_once)
    return {(a, b): shared for some in found for a, b, shared in some}


def test_few_that_share_a_key_are_all_paired() -> None:
    found = count(entries([{1}] * (REACH + 1)))

    assert set(found) == set(combinations(range(REACH + 1), 2))


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 200))
def test_the_number_of_pairs_grows_with_the_items_not_their_square(items: int) -> None:
    found = count(entries([{1}] * items))

    assert len(found) <= (REACH + 1) * items
    assert {n for pair in found for n in pair} == set(range(items))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 30), max_size=8), max_size=REACH + 1),
    st.integers(1, 3),
    st.integers(1, 40),
)
def test_what_is_counted_is_what_brute_force_counts(
    having: list[set[int]], least: int, at_once: int
) -> None:
    brute = Counter(
        {
            (a, b): len(having[a] & having[b])
            for a, b in combinations(range(len(having)), 2)
        }
    )
    expected = {pair: shared for pair, shared in brute.items() if shared >= least}

    assert count(entries(having), least=least, entries_at_once=at_once) == expected


def test_items_that_stand_in_two_batches_meet() -> None:
    first, second = entries([{1, 2}]), entries([set(), {2}])

    assert count(first, second) == {(0, 1): 1}


def test_a_pair_shares_as_much_as_the_worthier_of_its_entries_says() -> None:
    keys, items = np.full(4, 5, np.uint64), np.arange(4, dtype=np.uint32)
    worth = np.array([0, 1, 0, 2], np.uint8)

    found = count(Entries(keys, items, worth))

    assert found == {(0, 1): 1, (1, 2): 1, (0, 3): 2, (1, 3): 2, (2, 3): 2}


def test_of_an_items_doubles_the_worthiest_counts() -> None:
    keys = np.full(3, 5, np.uint64)
    items, worth = np.array([0, 0, 1], np.uint32), np.array([0, 2, 1], np.uint8)

    assert count(Entries(keys, items, worth)) == {(0, 1): 2}


def test_pairs_come_in_rising_order() -> None:
    def batches() -> Iterator[Entries]:
        yield entries([{1, 2}, {2}, {1}, {1, 2}])

    found = [(a, b) for some in shared_pairs(batches) for a, b, _ in some]

    assert found == sorted(found)


def test_runs_are_numbered_by_their_words_in_order() -> None:
    codes = np.array([3, 9, 4, 3, 9, 4, 9], np.uint64)

    numbers = roll(codes, 3).tolist()

    assert numbers[0] == numbers[3]
    assert len(set(numbers)) == 4
    assert roll(codes[:2], 3).tolist() == []


def test_keys_are_found_among_the_wanted_ones() -> None:
    keys = np.array([1, 5, 9], np.uint64)

    assert is_among(keys, np.array([2, 5], np.uint64)).tolist() == [False, True, False]
    assert not is_among(keys, np.array([], np.uint64)).any()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 6), max_size=5), max_size=60),
    st.integers(1, 3),
    st.integers(1, 50),
)
def test_however_few_are_gathered_at_once_the_pairs_are_the_same(
    having: list[set[int]], reach: int, at_once: int
) -> None:
    # Batch by batch, so that it shows in the middle that there are too many.
    batches = [entries([*[set()] * n, keys]) for n, keys in enumerate(having)]
    found = [
        {
            (a, b): n
            for some in shared_pairs(lambda: batches, reach=reach, entries_at_once=most)
            for a, b, n in some
        }
        for most in (at_once, 10_000)
    ]

    assert found[0] == found[1] == _brute(having, reach)


def _brute(having: list[set[int]], reach: int) -> dict[tuple[int, int], int]:
    """Pair each item with the next of each of its keys, and the first with all."""
    counted: Counter[tuple[int, int]] = Counter()
    for key in range(7):
        holders = [item for item, keys in enumerate(having) if key in keys]
        for place, one in enumerate(holders):
            behind = holders[1:] if place == 0 else holders[place + 1 :][:reach]
            counted.update((one, other) for other in behind)
    return dict(counted)
