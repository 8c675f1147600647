"""Polarization is 0 for consensus, 1 for two hostile camps, and the peer's on request."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_network
from accord.map.structure import measure_polarization, polarization_over_time
from accord.map.structure.matrices import matrix_of
from accord.map.structure.peer import distance_from_ideal
from accord.model.discourse import COMPAT, EventList, Recipe
from accord.testing.debates import make_camps, make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")
rows = st.tuples(
    st.sampled_from("ABCDE"), st.sampled_from(["pay", "hours"]), st.booleans()
)
debates = st.lists(rows, min_size=1, max_size=14).map(lambda pile: make_debate(*pile))
few = settings(max_examples=30, deadline=None)


def named(events: EventList, recipe: Recipe = RECIPE) -> dict[str, int]:
    found = measure_polarization(events, recipe)
    return {member.name: member.group for member in found.camps}


def test_two_equal_hostile_camps_are_fully_polarized() -> None:
    # So many members that what each cannot share with itself is little.
    found = measure_polarization(make_camps("ABCDEFGH", "IJKLMNOP"), RECIPE)

    assert found.value == pytest.approx(1.0)
    assert found.consistency == pytest.approx(1.0)
    assert found.method.exact
    assert named(make_camps("ABCDEFGH", "IJKLMNOP"))["A"] == 0
    assert [m.group for m in found.camps] == [0] * 8 + [1] * 8


def test_consensus_is_not_polarized() -> None:
    assert measure_polarization(make_camps("ABCDEFGH"), RECIPE).value == 0


def test_silence_is_not_polarized() -> None:
    assert measure_polarization(make_debate(), RECIPE).value == 0
    assert measure_polarization(make_debate(("A", "pay", True)), RECIPE).value == 0


def test_a_small_faction_polarizes_less_than_half() -> None:
    half = measure_polarization(make_camps("ABCDE", "FGHIJ"), RECIPE).value
    few_ = measure_polarization(make_camps("ABCDEFGHI", "J"), RECIPE).value

    assert 0 < few_ < half


@given(debates, st.sampled_from(["no", "average", "jaccard", "cosine"]))
@few
def test_polarization_is_bounded_and_does_not_depend_on_names(
    events: EventList, normalization: str
) -> None:
    recipe = replace(RECIPE, normalization=normalization)  # type: ignore[arg-type]
    swapped = dict(zip("ABCDE", "EDCBA", strict=True))
    renamed = replace(
        events,
        statements=tuple(
            replace(s, values=(swapped[str(s.values[0])], *s.values[1:]))
            for s in events.statements
        ),
    )

    found = measure_polarization(events, recipe)

    assert 0 <= found.value <= 1
    assert 0 <= found.consistency <= 1
    assert measure_polarization(renamed, recipe).value == pytest.approx(found.value)


def twin(agreement: np.ndarray, conflict: np.ndarray) -> float:  # type: ignore[type-arg]
    """Twice the signed modularity of the best split, pair by pair."""
    size, total = len(agreement), agreement.sum() + conflict.sum()
    best = 0.0
    for labels in product((0, 1), repeat=size):
        value = 0.0
        for ties, sign in ((agreement, 1), (conflict, -1)):
            strength = ties.sum(axis=1)
            for a, b in product(range(size), repeat=2):
                if labels[a] == labels[b] and ties.sum():
                    chance = strength[a] * strength[b] / ties.sum()
                    value += sign * (ties[a, b] - chance)
        best = max(best, 2 * value / total if total else 0.0)
    return best


@given(debates)
@few
def test_polarization_equals_its_twin(events: EventList) -> None:
    near, far = (
        matrix_of(build_network(events, replace(RECIPE, aggregation=kind)))
        for kind in ("congruence", "conflict")
    )

    found = measure_polarization(events, RECIPE)

    assert found.value == pytest.approx(twin(near, far), abs=1e-9)


@given(debates)
@few
def test_the_peers_number_is_its_greatest_distance(events: EventList) -> None:
    recipe = replace(RECIPE, compat=COMPAT)
    near, far = (
        matrix_of(build_network(events, replace(recipe, aggregation=kind)))
        for kind in ("congruence", "conflict")
    )
    found = measure_polarization(events, recipe)
    size = len(near)
    if size < 2 or not near.sum() + far.sum():
        assert found.value == 0
        return

    distances = []
    for members in combinations(range(size), size // 2):
        labels = np.isin(np.arange(size), members).astype(np.int64)
        distances.append(distance_from_ideal(near, far, labels))
    assert found.value == pytest.approx(max(distances))


def test_the_ideal_of_the_peer_is_no_ideal() -> None:
    # Two camps of two that are as polarized as can be still lie 1/4 away from it.
    near = np.array([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]])
    far = 1 - near - np.eye(4)

    distance = distance_from_ideal(near * 1.0, far, np.array([0, 0, 1, 1]))

    assert distance == pytest.approx(0.25)


def test_many_actors_are_searched_under_a_seed() -> None:
    events = make_camps("ABCDEFGHIJKL", "MNOPQRSTUVWX")

    once, again = (measure_polarization(events, RECIPE, seed=5) for _ in range(2))

    assert not once.method.exact
    assert dict(once.method.parameters)["seed"] == 5
    assert once == again
    assert once.value == pytest.approx(1.0)


def test_polarization_over_time_falls_when_a_dispute_is_settled() -> None:
    disputed = make_camps("ABCD", "EFGH", concepts=2).statements
    settled = make_camps("ABCDEFGH", concepts=2).statements
    events = make_debate(
        *((str(s.values[0]), str(s.values[1]), bool(s.values[2]))
          for s in (*disputed, *settled))
    )  # fmt: skip

    points = list(polarization_over_time(events, RECIPE, unit="days", size=13))

    values = [point.polarization.value for point in points]
    assert values[0] > 0.5
    assert values[-1] == pytest.approx(0.0, abs=0.2)


@pytest.mark.parametrize(
    ("recipe", "camps", "says"),
    [
        (RECIPE, 1, "2 camps or more, not 1"),
        (replace(RECIPE, qualifier=None), 2, "Nobody can disagree by 'no qualifier'"),
        (replace(RECIPE, qualifier="source"), 2, "Nobody can disagree by 'source'"),
        (replace(RECIPE, normalization="activity"), 2, "not divided by 'activity'"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    recipe: Recipe, camps: int, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        measure_polarization(make_camps("AB", "CD"), recipe, camps=camps)
