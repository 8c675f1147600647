"""Exact tests: honest with few numbers, and right with many."""

from itertools import permutations
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.map.chance import (
    MAX_ORDERS,
    adjust,
    compare_shares,
    judge_change,
    wilson_range,
)


def clearness(scores: tuple[int, ...], at: int) -> float:
    before, after = scores[:at], scores[at:]
    apart = sum(before) / len(before) - sum(after) / len(after)
    return abs(apart) * (len(before) * len(after) / len(scores)) ** 0.5


@settings(max_examples=25, deadline=None)
@given(
    scores=st.lists(st.sampled_from([-1, 0, 1]), min_size=2, max_size=6), data=st.data()
)
def test_orders_are_counted_as_by_brute_force(
    scores: list[int], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(scores) - 1))
    orders = list(permutations(scores))
    clearest = [max(clearness(o, k) for k in range(1, len(o))) for o in orders]
    hits = sum(c >= clearness(tuple(scores), at) - 1e-9 for c in clearest)

    assert judge_change(scores, at) == (pytest.approx(hits / len(orders)), True)


def test_one_against_one_shows_nothing() -> None:
    assert judge_change([1, -1], 1) == (1.0, True)


def test_four_against_four_is_the_least_that_convinces() -> None:
    assert judge_change([1] * 3 + [-1] * 3, 3)[0] == 0.1
    assert judge_change([1] * 4 + [-1] * 4, 4)[0] == pytest.approx(2 / comb(8, 4))


def test_many_orders_are_sampled_and_the_same_each_time() -> None:
    scores = [1, -1] * 2 + [1] * 6 + [-1] * 6
    assert comb(16, 8) > MAX_ORDERS

    first, second = judge_change(scores, 10), judge_change(scores, 10)
    assert first == second
    assert not first[1]
    assert 0 < first[0] < 0.2


@settings(max_examples=40, deadline=None)
@given(
    a=st.integers(0, 6), b=st.integers(0, 6), c=st.integers(0, 6), d=st.integers(0, 6)
)
def test_fishers_test_is_that_of_all_tables(a: int, b: int, c: int, d: int) -> None:
    of, other, marked = a + b, c + d, a + c
    tables = range(max(0, marked - other), min(marked, of) + 1)
    weights = {k: comb(of, k) * comb(other, marked - k) for k in tables}
    total = comb(of + other, marked)
    p_value = sum(w for w in weights.values() if w <= weights[a]) / total
    least = (
        min(sum(w for w in weights.values() if w <= v) for v in weights.values())
        / total
    )

    assert compare_shares(a, of, c, other) == (
        pytest.approx(p_value),
        pytest.approx(least),
    )


def test_fishers_tea() -> None:
    """Three of four cups of each kind told right; Fisher 1935."""
    assert compare_shares(3, 4, 1, 4)[0] == pytest.approx(34 / 70)


def test_large_tables_agree_with_exact_sums() -> None:
    exact, _ = compare_shares(300, 480, 230, 500)
    large, _ = compare_shares(300, 490, 230, 520)

    assert 0 < exact < 1e-5
    assert 0 < large < 1e-4


def test_adjusted_values_keep_their_order_and_never_shrink() -> None:
    values = [0.2, 0.01, 0.04, 0.04]
    adjusted = adjust(values)

    assert all(a >= v for a, v in zip(adjusted, values, strict=True))
    assert adjusted[1] == min(adjusted) == pytest.approx(0.04)
    assert adjust([]) == []


def test_the_range_of_a_share_is_wide_when_little_is_counted() -> None:
    assert wilson_range(0, 0) == (0.0, 1.0)
    assert wilson_range(5, 10) == (
        pytest.approx(0.2366, abs=1e-4),
        pytest.approx(0.7634, abs=1e-4),
    )
