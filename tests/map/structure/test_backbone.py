"""Backbones: no set is better, every step is the least loss, and the peer's on request."""

from itertools import combinations
from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError, UnknownNameError
from accord.map.network import build_network
from accord.map.structure import (
    backbone,
    evaluate_backbone,
    find_backbone,
    nest_backbone,
)
from accord.map.structure.matrices import matrix_of
from accord.map.structure.spectra import spectral_distance, spectrum
from accord.model.discourse import COMPAT, EventList, Recipe
from accord.testing.debates import make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")
CONCEPTS = ("pay", "hours", "safety", "parking")
rows = st.tuples(st.sampled_from("ABCD"), st.sampled_from(CONCEPTS), st.booleans())
debates = (
    st.lists(rows, min_size=4, max_size=16)
    .filter(lambda pile: len({row[1] for row in pile}) > 1)
    .map(lambda pile: make_debate(*pile))
)
few = settings(max_examples=15, deadline=None)


def twin_loss(events: EventList, kept: tuple[str, ...]) -> float:
    """Make the network of some concepts by filters alone, with every actor."""
    full = build_network(events, RECIPE)
    part = make_debate(
        *(
            (str(s.values[0]), str(s.values[1]), bool(s.values[2]))
            for s in events.statements
            if s.values[1] in kept
        )
    )
    network = build_network(part, RECIPE)
    small = matrix_of(network, rows=full.rows, columns=full.rows)
    return spectral_distance(spectrum(matrix_of(full)), spectrum(small))


@given(debates, st.floats(0, 8))
@few
def test_no_set_scores_better(events: EventList, penalty: float) -> None:
    found = find_backbone(events, RECIPE, penalty=penalty)
    names = sorted({str(s.values[1]) for s in events.statements})

    scores = [
        twin_loss(events, kept) * exp(-penalty * (len(names) - size) / len(names))
        for size in range(1, len(names))
        for kept in combinations(names, size)
    ]

    assert found.method.exact
    assert found.score == pytest.approx(min(scores), abs=1e-9)
    assert sorted((*found.backbone, *found.redundant)) == names
    assert found.backbone_loss == pytest.approx(twin_loss(events, found.backbone))
    assert found.redundant_loss == pytest.approx(twin_loss(events, found.redundant))


@given(debates)
@few
def test_every_nested_step_loses_least(events: EventList) -> None:
    found = nest_backbone(events, RECIPE)
    left = sorted({str(s.values[1]) for s in events.statements})

    assert found.statements == len(events.statements)
    for step in found.steps:
        options = [
            twin_loss(events, tuple(name for name in left if name != gone))
            for gone in left
        ]
        assert step.backbone_loss == pytest.approx(min(options), abs=1e-9)
        left.remove(step.entity)
    assert left == []


def test_annealing_finds_what_comparing_all_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    events = make_debate(
        *(
            (actor, f"c{number}", (number + place) % 3 > 0)
            for place, actor in enumerate("ABCDEF")
            for number in range(7)
            if (number * place) % 4 != 1
        )
    )
    sure = find_backbone(events, RECIPE), find_backbone(events, RECIPE, size=3)
    monkeypatch.setattr(backbone, "MOST_SETS", 1)

    searched = (
        find_backbone(events, RECIPE, iterations=800, seed=4),
        find_backbone(events, RECIPE, size=3, iterations=800, seed=4),
    )

    for known, found in zip(sure, searched, strict=True):
        assert not found.method.exact
        assert found.method.name == "backbone.annealing"
        assert found.score == pytest.approx(known.score)
    assert searched[0] == find_backbone(events, RECIPE, iterations=800, seed=4)


def test_a_given_set_is_measured() -> None:
    events = make_debate(
        ("A", "pay", True), ("B", "pay", True), ("A", "hours", True), ("C", "hours", True)
    )  # fmt: skip

    found = evaluate_backbone(events, RECIPE, ["pay"], penalty=0)

    assert (found.backbone, found.redundant) == (("pay",), ("hours",))
    assert found.statements == (2, 4)
    assert (
        found.score == found.backbone_loss == pytest.approx(twin_loss(events, ("pay",)))
    )


def test_the_peer_takes_degrees_for_eigenvalues() -> None:
    # A published triangle: eigenvalues 4.823, 2.177, 0; degrees 3, 2.5, 1.5.
    ties = np.array([[0, 2, 1], [2, 0, 0.5], [1, 0.5, 0]])

    assert (spectrum(ties) * 7).round(3).tolist() == [0, 2.177, 4.823]
    assert (spectrum(ties, laplacian=False) * 7).tolist() == [1.5, 2.5, 3]


def test_under_compat_equals_go_together() -> None:
    events = make_debate(
        *((a, c, True) for a in "AB" for c in ("pay", "hours", "food"))
    )
    peer = Recipe(
        network_type="onemode",
        aggregation="subtract",
        normalization="average",
        compat=COMPAT,
    )

    together, alone = nest_backbone(events, peer), nest_backbone(events, RECIPE)

    assert [step.statements for step in together.steps] == [0, 0, 0]
    assert [step.statements for step in alone.steps] == [4, 2, 0]
    assert [step.number for step in together.steps] == [1, 2, 3]


@pytest.mark.parametrize("size", [0, 2, 5])
def test_a_backbone_of_no_or_all_concepts_is_refused(size: int) -> None:
    events = make_debate(("A", "pay", True), ("B", "hours", True))

    with pytest.raises(InputError, match="cannot be kept"):
        find_backbone(events, RECIPE, size=size)


def test_what_has_no_backbone_is_refused() -> None:
    with pytest.raises(InputError, match="one-mode network"):
        nest_backbone(make_debate(("A", "pay", True)), Recipe())
    with pytest.raises(InputError, match="no statements"):
        nest_backbone(make_debate(), RECIPE)
    with pytest.raises(UnknownNameError, match="no 'fish' as concept"):
        evaluate_backbone(make_debate(("A", "pay", True)), RECIPE, ["fish"])
