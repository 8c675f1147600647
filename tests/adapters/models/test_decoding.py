"""Decoding against brute force: the likeliest labels that a reader could write."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.models.decoding import best_labels, log_softmax, runs


def is_written(path: tuple[int, ...]) -> bool:
    """Tell whether every inside follows its begin or itself."""
    previous = 0
    for label in path:
        if label and label % 2 == 0 and previous not in (label - 1, label):
            return False
        previous = label
    return True


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6),
    st.integers(1, 5),
    st.sampled_from([3, 5]),
    st.sets(st.integers(0, 4), max_size=2),
)
def test_the_best_labels_are_those_of_brute_force(
    seed: int, pieces: int, labels: int, borders: set[int]
) -> None:
    kept = sorted(b for b in borders if b < pieces)
    logs = log_softmax(
        np.random.default_rng(seed).normal(size=(pieces, labels)).astype(np.float32)
    )

    other = np.zeros_like(logs)
    _, path = best_labels(np.stack([other, logs]), borders=kept)

    allowed = [
        p
        for p in product(range(labels), repeat=pieces)
        if is_written(p) and all(p[b] == 0 for b in kept)
    ]
    best = max(sum(logs[i, label] for i, label in enumerate(p)) for p in allowed)
    found = tuple(path.tolist())
    assert found in allowed
    assert sum(logs[i, label] for i, label in enumerate(found)) == pytest.approx(best)


def test_runs_are_collected_by_role_with_their_mean_probability() -> None:
    path = np.array([1, 2, 0, 3, 4, 4, 1])
    logs = np.log(np.full((7, 5), 0.25, dtype=np.float32))

    sources = runs(path, logs, 1)
    contents = runs(path, logs, 3)

    assert [(f.first, f.last) for f in sources] == [(0, 1), (6, 6)]
    assert [(f.first, f.last) for f in contents] == [(3, 5)]
    assert sources[0].probability == pytest.approx(0.25)
