"""Both ways to multiply give the same sums as adding products one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.map.network import products
from accord.map.network.products import Floats, Sparse, multiply

SIZE, FEATURES = 6, 3
numbers = st.integers(-(10**6), 10**6) | st.integers(-3, 3)
Entries = dict[tuple[int, int], int]
sides = st.dictionaries(
    st.tuples(st.integers(0, FEATURES - 1), st.integers(0, SIZE - 1)), numbers
)


def sparse(entries: Entries) -> Sparse:
    places = list(entries)
    return Sparse.summed(
        np.array([feature for feature, _ in places], dtype=np.int64),
        np.array([row for _, row in places], dtype=np.int64),
        np.array([entries[place] for place in places], dtype=np.float64),
        features=FEATURES,
        size=SIZE,
    )


def twin(terms: list[tuple[Entries, Entries]]) -> Floats:
    """Add every product up, one by one."""
    found = np.zeros((SIZE, SIZE))
    for left, right in terms:
        for (feature, row), value in left.items():
            for (other_feature, other), factor in right.items():
                if feature == other_feature:
                    found[row, other] += value * factor
    return found


@pytest.mark.parametrize("dense_cells", [0, 1 << 20])
def test_products_equal_their_twin(
    dense_cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(products, "_DENSE_CELLS", dense_cells)

    @given(st.lists(st.tuples(sides, sides), min_size=1, max_size=3))
    @settings(max_examples=60, deadline=None)
    def holds(terms: list[tuple[Entries, Entries]]) -> None:
        found = list(multiply([(sparse(a), sparse(b)) for a, b in terms]))
        assert np.array_equal(np.array(found), twin(terms))

    holds()


def test_rows_beyond_a_block_come_in_order() -> None:
    places = np.arange(600)
    diagonal = Sparse.summed(
        places, places, places + 1.0, features=len(places), size=len(places)
    )

    found = list(multiply([(diagonal, diagonal)]))

    assert [int(row.sum()) for row in found] == [(n + 1) ** 2 for n in range(600)]


def test_what_stands_in_one_place_is_added_up_and_zeros_are_dropped() -> None:
    places = np.array([0, 0, 1, 1])

    found = Sparse.summed(
        places, places, np.array([1.0, 2.0, 5.0, -5.0]), features=2, size=2
    )

    assert found.number.tolist() == [3.0]
    assert found.dense().tolist() == [[3.0, 0.0], [0.0, 0.0]]


def test_great_whole_sums_are_exact() -> None:
    number = 2**26 - 1
    left = sparse({(0, 0): number, (0, 1): -number})

    assert next(iter(multiply([(left, left)])))[:2].tolist() == [
        number**2,
        -(number**2),
    ]
