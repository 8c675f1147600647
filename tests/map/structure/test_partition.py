"""The best partition is no worse than any other, and comes out of every search."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.map.structure.modularity import (
    modularity_matrix,
    numbered,
    score,
    signed_parts,
)
from accord.map.structure.partition import (
    adjusted_rand,
    best_camps,
    best_partition,
    improve,
)

few = settings(max_examples=25, deadline=None)
ties = st.integers(2, 6).flatmap(
    lambda size: st.lists(
        st.integers(-3, 3), min_size=size * size, max_size=size * size
    ).map(lambda cells: symmetric(cells, size))
)


def symmetric(cells: list[int], size: int) -> np.ndarray:  # type: ignore[type-arg]
    """Mirror the upper triangle; nothing on the diagonal."""
    upper = np.triu(np.array(cells, dtype=np.float64).reshape(size, size), 1)
    return upper + upper.T


def twin(weights: np.ndarray, groups: int) -> float:  # type: ignore[type-arg]
    """Compare every labelling."""
    size = len(weights)
    return max(
        sum(
            weights[a, b]
            for a, b in product(range(size), repeat=2)
            if labels[a] == labels[b]
        )
        for labels in product(range(groups), repeat=size)
    )


@given(ties)
@few
def test_the_best_partition_equals_its_twin(found: np.ndarray) -> None:  # type: ignore[type-arg]
    weights = modularity_matrix(*signed_parts(found))

    labels = best_partition(weights)

    assert score(weights, labels) == pytest.approx(twin(weights, len(weights)))
    assert labels.tolist() == numbered(labels).tolist()


@given(ties)
@few
def test_the_best_split_equals_its_twin(found: np.ndarray) -> None:  # type: ignore[type-arg]
    weights = modularity_matrix(*signed_parts(found))

    labels, exact = best_camps(weights, camps=2, seed=0, restarts=0)

    assert exact
    assert score(weights, labels) == pytest.approx(twin(weights, 2), abs=1e-9)


@given(ties, st.integers(0, 3))
@few
def test_improving_never_loses(found: np.ndarray, seed: int) -> None:  # type: ignore[type-arg]
    weights = modularity_matrix(*signed_parts(found))
    labels = np.random.default_rng(seed).integers(0, 3, len(weights))

    better = improve(weights, labels, groups=3)

    assert score(weights, better) >= score(weights, labels) - 1e-12


def test_a_search_finds_planted_camps_among_forty() -> None:
    sides = np.arange(40) % 2
    weights = np.where(sides[:, None] == sides[None, :], 1.0, -1.0)

    labels, exact = best_camps(weights, camps=2, seed=3, restarts=2)

    assert not exact
    assert labels.tolist() == sides.tolist()


@given(st.lists(st.integers(0, 3), min_size=2, max_size=9))
@few
def test_adjusted_rand_of_the_same_partition_is_one(labels: list[int]) -> None:
    renamed = np.array([7 - label for label in labels])

    assert adjusted_rand(np.array(labels), renamed) == pytest.approx(1.0)


def test_adjusted_rand_equals_a_worked_example() -> None:
    # Hubert and Arabie's index by hand: 4 pairs together in both, of 7 and 6 in 15.
    one, two = np.array([0, 0, 0, 0, 1, 1]), np.array([0, 0, 0, 1, 1, 1])

    together, expected, greatest = 3 + 0 + 1, 7 * 6 / 15, (7 + 6) / 2
    assert adjusted_rand(one, two) == pytest.approx(
        (together - expected) / (greatest - expected)
    )
