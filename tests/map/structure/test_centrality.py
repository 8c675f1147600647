"""Centralities of networks small enough to reckon by hand, and against a twin."""

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_network
from accord.map.structure import measure_centrality
from accord.model.discourse import NetworkMatrix, Recipe
from accord.testing.debates import make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract")


def network(ties: dict[tuple[str, str], float], names: str) -> NetworkMatrix:
    cells: dict[str, dict[str, float]] = {name: {} for name in names}
    for (one, two), value in ties.items():
        cells[one][two] = cells[two][one] = value
    return NetworkMatrix(
        recipe=RECIPE,
        rows=tuple(names),
        columns=tuple(names),
        cells=cells,
        statements=0,
    )


def test_the_middle_of_a_star_stands_between_all() -> None:
    star = network(
        {("A", "M"): 1, ("B", "M"): 1, ("C", "M"): 2, ("A", "B"): -3}, "ABCM"
    )

    found = {one.name: one for one in measure_centrality(star)}

    assert found["M"].betweenness == 1
    assert [found[name].betweenness for name in "ABC"] == [0, 0, 0]
    assert (found["A"].degree, found["A"].agreement, found["A"].conflict) == (2, 1, 3)
    assert found["M"].eigenvector == 1
    # A star's parts stand to its middle as their ties to the root of their squares.
    assert found["C"].eigenvector == pytest.approx(2 / np.sqrt(6))
    # To the middle 1, to B 2, to C 1.5.
    assert found["A"].closeness == pytest.approx((1 + 1 / 2 + 1 / 1.5) / 3)


def test_who_has_no_ties_is_not_central() -> None:
    found = measure_centrality(network({("A", "B"): 1}, "ABC"))[2]

    assert (found.degree, found.eigenvector, found.betweenness, found.closeness) == (
        0, 0, 0, 0,
    )  # fmt: skip


@given(st.lists(st.sampled_from([0, 0, 1, 2]), min_size=10, max_size=10))
@settings(max_examples=25, deadline=None)
def test_betweenness_equals_its_twin(weights: list[int]) -> None:
    names = "ABCDE"
    pairs = [(a, b) for a in names for b in names if a < b]
    ties = {pair: float(w) for pair, w in zip(pairs, weights, strict=True) if w}
    length = {pair: 1 / w for pair, w in ties.items()}
    length |= {(b, a): value for (a, b), value in length.items()}

    def ways(start: str, end: str) -> list[tuple[str, ...]]:
        """Walk every path, and keep the shortest."""
        inner = [name for name in names if name not in (start, end)]
        paths = [
            (start, *middle, end)
            for count in range(len(inner) + 1)
            for middle in permutations(inner, count)
        ]
        known = [
            (sum(length[s] for s in pairwise(p)), p)
            for p in paths
            if all(step in length for step in pairwise(p))
        ]
        least = min((far for far, _ in known), default=0.0)
        return [path for far, path in known if far <= least + 1e-9]

    for found in measure_centrality(network(ties, names)):
        share = 0.0
        for a, b in pairs:
            shortest = ways(a, b)
            if shortest and found.name not in (a, b):
                share += sum(found.name in p for p in shortest) / len(shortest)
        assert found.betweenness == pytest.approx(share / 6)


def test_a_two_mode_network_is_refused() -> None:
    with pytest.raises(InputError, match="two-mode network"):
        measure_centrality(build_network(make_debate(("A", "pay", True)), Recipe()))
