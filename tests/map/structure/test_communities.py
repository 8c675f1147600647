"""Communities: planted ones are found, and nothing scores better than the best."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_network
from accord.map.structure import find_communities
from accord.map.structure.communities import communities_of
from accord.model.discourse import Recipe
from accord.testing.debates import make_camps, make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")


def test_two_sides_are_found() -> None:
    found = find_communities(build_network(make_camps("ABC", "DEF"), RECIPE))

    assert [(m.name, m.group) for m in found.members] == [
        ("A", 0), ("B", 0), ("C", 0), ("D", 1), ("E", 1), ("F", 1),
    ]  # fmt: skip
    assert found.method.exact
    assert found.tried[0].name == found.method.name.removeprefix("communities.")


def test_three_sides_of_many_are_found_by_search() -> None:
    truth = np.arange(36) % 3
    ties = np.where(truth[:, None] == truth[None, :], 1.0, -0.5)
    np.fill_diagonal(ties, 0)

    labels, name, exact, tried = communities_of(ties, seed=1)

    assert not exact
    assert labels.tolist() == truth.tolist()
    assert name in {one.name for one in tried}
    assert {one.name for one in tried} == {
        "greedy", "label_propagation", "leading_eigenvector", "louvain",
    }  # fmt: skip


@given(st.lists(st.integers(-2, 3), min_size=36, max_size=36), st.integers(0, 5))
@settings(max_examples=20, deadline=None)
def test_the_best_is_best_and_comes_first(cells: list[int], seed: int) -> None:
    upper = np.triu(np.array(cells, dtype=np.float64).reshape(6, 6), 1)
    ties = upper + upper.T

    labels, name, exact, tried = communities_of(ties, seed=seed)

    assert exact
    assert name == "exhaustive"
    scores = [round(one.score, 9) for one in tried]
    assert scores == sorted(scores, reverse=True)
    assert len(np.unique(labels)) == tried[0].groups
    assert communities_of(ties, seed=seed)[0].tolist() == labels.tolist()


def test_who_has_no_ties_stands_alone() -> None:
    events = make_debate(
        ("A", "pay", True), ("B", "pay", True), ("C", "parking", True), ("D", "food", True)
    )  # fmt: skip

    found = find_communities(build_network(events, RECIPE))

    assert [member.group for member in found.members] == [0, 0, 1, 2]


def test_an_empty_network_has_no_communities() -> None:
    found = find_communities(build_network(make_debate(), RECIPE))

    assert (found.members, found.modularity) == ((), 0)


def test_a_two_mode_network_is_refused() -> None:
    with pytest.raises(InputError, match="two-mode network"):
        find_communities(build_network(make_camps("A", "B"), Recipe()))
