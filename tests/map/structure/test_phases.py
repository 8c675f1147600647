"""Phases: planted changes are found, and cuts equal their twin."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_slices
from accord.map.structure import find_phases
from accord.map.structure.clustering import link, segment, silhouette, split_by_medoids
from accord.map.structure.phases import distances_between
from accord.model.discourse import NetworkSlice, Recipe
from accord.testing.debates import make_camps, make_debate

RECIPE = Recipe(
    network_type="onemode",
    aggregation="subtract",
    normalization="average",
    isolates=True,
)
points = st.lists(st.integers(0, 20), min_size=3, max_size=7).map(
    lambda found: np.abs(np.subtract.outer(found, found)).astype(np.float64)
)
few = settings(max_examples=25, deadline=None)


def two_times() -> list[NetworkSlice]:
    """Sides AB and CD dispute, then AC and BD do."""
    first, second = make_camps("AB", "CD"), make_camps("AC", "BD")
    events = make_debate(
        *((str(s.values[0]), str(s.values[1]), bool(s.values[2]))
          for s in (*first.statements * 3, *second.statements * 3))
    )  # fmt: skip
    return list(build_slices(events, RECIPE, unit="days", size=11))


@pytest.mark.parametrize("distance", ["absdiff", "spectral"])
def test_distances_are_a_metric_within_bounds(distance: str) -> None:
    found = distances_between(two_times(), distance=distance)  # type: ignore[arg-type]

    assert np.allclose(found, found.T)
    assert not np.diag(found).any()
    assert found.min() >= 0
    assert found.max() <= 2 + 1e-12
    for middle in range(0, len(found), 7):
        assert (found <= found[:, [middle]] + found[[middle]] + 1e-9).all()


def test_a_change_of_sides_is_a_change_of_phase() -> None:
    found = find_phases(two_times())

    assert found.states[0] == 0
    assert found.states[-1] != 0
    assert found.silhouette > 0.25
    assert sum(phase.windows for phase in found.phases) == len(found.states)
    turn = found.moments[len(found.moments) // 2]
    assert abs((found.phases[0].last - turn).days) <= 6
    # Shapes are the same before and after; only who stands where has changed.
    spectral = distances_between(two_times(), distance="spectral")
    assert spectral[0, -1] == pytest.approx(0, abs=1e-9)


def test_what_does_not_change_has_one_phase() -> None:
    events = make_debate(*(("A", "pay", True), ("B", "pay", True)) * 10)
    slices = list(build_slices(events, RECIPE, unit="days", size=4))

    found = find_phases(slices)

    assert len(found.phases) == 1
    assert found.method.name == "phases.one_state"
    assert found.silhouette == 0


def test_too_few_windows_are_refused() -> None:
    with pytest.raises(InputError, match="in 1 windows"):
        find_phases(two_times()[:1])
    events = make_debate(*(("A", "pay", True), ("B", "pay", True)) * 3)
    twomode = list(build_slices(events, Recipe(), unit="days", size=2))
    with pytest.raises(InputError, match="two-mode network"):
        find_phases(twomode, distance="spectral")


def spread(distances: np.ndarray, start: int, stop: int) -> float:  # type: ignore[type-arg]
    part = distances[start:stop, start:stop]
    return float(part.sum()) / len(part) / 2


@given(points, st.integers(2, 3))
@few
def test_stretches_equal_their_twin(distances: np.ndarray, count: int) -> None:  # type: ignore[type-arg]
    size = len(distances)

    labels = segment(distances, most=count)[count - 1]

    def cost(cuts: tuple[int, ...]) -> float:
        ends = (0, *cuts, size)
        return sum(spread(distances, a, b) for a, b in pairwise(ends))

    chosen = tuple(int(at) for at in np.flatnonzero(np.diff(labels)) + 1)
    best = min(cost(cuts) for cuts in combinations(range(1, size), count - 1))
    assert len(chosen) == count - 1
    assert cost(chosen) == pytest.approx(best)


@given(points)
@few
def test_silhouettes_equal_their_twin(distances: np.ndarray) -> None:  # type: ignore[type-arg]
    labels = np.arange(len(distances)) % 2
    values = []
    for thing, own in enumerate(labels):
        mates = [o for o in np.flatnonzero(labels == own) if o != thing]
        if not mates:
            values.append(0.0)
            continue
        inner = float(np.mean([distances[thing, o] for o in mates]))
        outer = float(
            np.mean([distances[thing, o] for o in np.flatnonzero(labels != own)])
        )
        top = max(inner, outer)
        values.append((outer - inner) / top if top else 0.0)

    assert silhouette(distances, labels) == pytest.approx(float(np.mean(values)))


@given(points, st.booleans())
@few
def test_linkage_gives_as_many_clusters_as_asked(
    distances: np.ndarray,  # type: ignore[type-arg]
    complete: bool,  # noqa: FBT001
) -> None:
    for count, labels in enumerate(link(distances, most=3, complete=complete), start=1):
        assert len(np.unique(labels)) == count


def test_clear_clusters_are_found_by_every_method() -> None:
    places = np.array([0, 1, 2, 50, 51, 52])
    distances = np.abs(np.subtract.outer(places, places)).astype(np.float64)

    for labels in (
        segment(distances, most=2)[1],
        link(distances, most=2, complete=True)[1],
        link(distances, most=2, complete=False)[1],
        split_by_medoids(distances, groups=2),
    ):
        assert labels.tolist() == [0, 0, 0, 1, 1, 1]
