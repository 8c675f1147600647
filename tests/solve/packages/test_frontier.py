"""The efficient set built issue by issue is that of all packages."""

import random
import time
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.solve.packages.frontier import find_frontier
from accord.solve.packages.near import cheapest_first

Blocks = list[list[tuple[int, ...]]]


def blocks(parties: int) -> st.SearchStrategy[Blocks]:
    row = st.tuples(*[st.integers(-4, 4)] * parties)
    return st.lists(st.lists(row, min_size=1, max_size=4), max_size=5)


def brute_force(given_blocks: Blocks, parties: int) -> Counter[tuple[int, ...]]:
    sums = Counter(
        tuple(sum(column) for column in zip((0,) * parties, *rows, strict=True))
        for rows in product(*given_blocks)
    )
    return Counter(
        {
            one: count
            for one, count in sums.items()
            if not any(
                other != one and all(map(int.__ge__, other, one)) for other in sums
            )
        }
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.tuples(st.just(n), blocks(n))))
def test_the_efficient_set_is_that_of_brute_force(case: tuple[int, Blocks]) -> None:
    parties, given_blocks = case
    found = find_frontier(given_blocks, parties=parties)

    points = brute_force(given_blocks, parties)
    assert sorted(p.values for p in found) == sorted(points)


@settings(max_examples=40, deadline=None)
@given(blocks(2))
def test_the_rows_of_a_point_add_up_to_it(given_blocks: Blocks) -> None:
    for point in find_frontier(given_blocks, parties=2):
        rows = [b[k] for b, k in zip(given_blocks, point.rows, strict=True)]
        assert point.values == (sum(r[0] for r in rows), sum(r[1] for r in rows))


@settings(max_examples=40, deadline=None)
@given(blocks(3))
def test_packages_with_equal_values_are_counted(given_blocks: Blocks) -> None:
    counted = {p.values: p.packages for p in find_frontier(given_blocks, parties=3)}

    assert counted == dict(brute_force(given_blocks, 3))


@settings(max_examples=30, deadline=None)
@given(blocks(3))
def test_renaming_parties_permutes_the_points(given_blocks: Blocks) -> None:
    turned = [[(c, a, b) for a, b, c in rows] for rows in given_blocks]
    one = find_frontier(given_blocks, parties=3)
    other = find_frontier(turned, parties=3)

    assert sorted((c, a, b) for a, b, c in (p.values for p in one)) == sorted(
        p.values for p in other
    )


def test_a_block_without_rows_leaves_nothing() -> None:
    assert find_frontier([[(1, 1)], []], parties=2) == []


def test_too_many_efficient_points_are_refused_in_words() -> None:
    chooser = random.Random(3)  # noqa: S311 - no secret
    many = [
        [tuple(chooser.randrange(10**6) for _ in range(8)) for _ in range(12)]
        for _ in range(8)
    ]
    with pytest.raises(InputError, match="more than 4,000 efficient"):
        find_frontier(many, parties=8)


def test_millions_of_packages_of_two_parties_take_no_time() -> None:
    rows = [
        [(10 * k * w, (9 - k) ** 2 * (11 - w)) for k in range(6)] for w in range(1, 10)
    ]
    began = time.process_time()

    found = find_frontier(rows, parties=2)

    assert time.process_time() - began < 0.5
    assert len(found) > 20


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 5), min_size=1, max_size=4), min_size=1, max_size=4
    )
)
def test_packages_come_by_cost_and_each_once(costs: list[list[int]]) -> None:
    rows = [
        [((cost,), (n, k)) for k, cost in enumerate(one)] for n, one in enumerate(costs)
    ]
    found = list(cheapest_first(rows))

    totals = [sum(costs[n][k] for n, k in one) for one in found]
    assert totals == sorted(totals)
    assert len(set(found)) == len(found) == len(list(product(*costs)))
