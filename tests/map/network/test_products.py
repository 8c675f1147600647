"""Both ways to multiply give the same whole numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.map.network.products import (
    Counts,
    multiply,
    multiply_packed,
    multiply_pairwise,
)

SIZE = 6
numbers = st.integers(-(10**6), 10**6) | st.integers(-3, 3)
features = st.dictionaries(
    st.sampled_from("abc"),
    st.dictionaries(st.integers(0, SIZE - 1), numbers, max_size=SIZE),
)
Features = dict[str, dict[int, int]]


def without_zeros(counts: Counts) -> Counts:
    found = {row: {o: v for o, v in sums.items() if v} for row, sums in counts.items()}
    return {row: sums for row, sums in found.items() if sums}


@given(features, features)
@settings(max_examples=150, deadline=None)
def test_packed_and_pairwise_products_are_the_same(
    left: Features, right: Features
) -> None:
    packed = multiply_packed(left, right, size=SIZE)

    assert without_zeros(packed) == without_zeros(multiply_pairwise(left, right))


def test_crowded_features_are_packed_and_lonely_ones_are_not() -> None:
    crowded = {"x": dict.fromkeys(range(200), 1)}
    lonely = {n: {n: 1, n + 1: -1} for n in range(199)}

    everyone = multiply(crowded, crowded, size=200)
    neighbours = multiply(lonely, lonely, size=200)

    assert sum(sum(row.values()) for row in everyone.values()) == 40_000
    assert neighbours[1] == {0: -1, 1: 2, 2: -1}


def test_sums_that_need_more_than_four_bytes_are_exact() -> None:
    left = {"a": {0: 2**31, 1: -(2**31)}}

    assert multiply_packed(left, left, size=2)[0] == {0: 2**62, 1: -(2**62)}
