"""Both ways to multiply give the same whole numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.map.network.products import (
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


Terms = list[tuple[Features, Features]]


def twin(terms: Terms) -> dict[int, dict[int, int]]:
    """Add every product up, one by one."""
    found: dict[int, dict[int, int]] = {}
    for left, right in terms:
        for feature, rows in left.items():
            for row, value in rows.items():
                sums = found.setdefault(row, {})
                for other, factor in right.get(feature, {}).items():
                    sums[other] = sums.get(other, 0) + value * factor
    return {
        row: {other: value for other, value in sums.items() if value}
        for row, sums in found.items()
    }


@given(st.lists(st.tuples(features, features), max_size=3))
@settings(max_examples=150, deadline=None)
def test_packed_and_pairwise_products_equal_their_twin(terms: Terms) -> None:
    expected = twin(terms)

    for found in (
        list(multiply_packed(terms, size=SIZE)),
        list(multiply_pairwise(terms)),
        list(multiply(terms, size=SIZE)),
    ):
        assert dict(found) == expected
        assert [row for row, _ in found] == sorted(expected)
        assert all(list(sums) == sorted(sums) for _, sums in found)


def test_crowded_features_and_lonely_ones() -> None:
    crowded = {"x": dict.fromkeys(range(200), 1)}
    lonely = {n: {n: 1, n + 1: -1} for n in range(199)}

    everyone = dict(multiply([(crowded, crowded)], size=200))
    neighbours = dict(multiply([(lonely, lonely)], size=200))

    assert sum(sum(row.values()) for row in everyone.values()) == 40_000
    assert neighbours[1] == {0: -1, 1: 2, 2: -1}


def test_sums_that_need_more_than_four_bytes_are_exact() -> None:
    left = {"a": {0: 2**31 - 1, 1: -(2**31) + 1}}

    square = (2**31 - 1) ** 2
    ((_, first), _) = multiply_packed([(left, left)], size=2)
    assert first == {0: square, 1: -square}
