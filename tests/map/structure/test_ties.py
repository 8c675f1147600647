"""Ties that nobody planted are not sure, and those that were planted are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_network
from accord.map.structure import assess_ties
from accord.map.structure.ties import adjust
from accord.model.discourse import Recipe
from accord.testing.debates import make_camps, make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")


def test_planted_ties_are_surer_than_chance() -> None:
    events = make_camps("ABC", "DEF", concepts=8)

    found = assess_ties(events, RECIPE, draws=99, seed=2)

    known = {(tie.row, tie.column): tie for tie in found.ties}
    assert len(known) == 15
    assert known["A", "B"].value > known["A", "B"].expected
    assert known["A", "D"].value < known["A", "D"].expected
    assert known["A", "B"].p == pytest.approx(0.01)
    assert found == assess_ties(events, RECIPE, draws=99, seed=2)
    network = build_network(events, RECIPE)
    assert all(t.value == network.value(t.row, t.column) for t in found.ties)


def test_what_all_say_is_no_sign_of_a_tie() -> None:
    events = make_debate(*((name, f"c{n}", True) for name in "ABCD" for n in range(3)))

    found = assess_ties(events, RECIPE, draws=19)

    # Sides can only be dealt out as they are.
    assert {tie.p for tie in found.ties} == {1.0}
    assert all(tie.value == pytest.approx(tie.expected) for tie in found.ties)


def test_where_sides_are_ignored_concepts_are_dealt_out() -> None:
    rows = [(name, concept, True) for name, concept in
            (("A", "pay"), ("B", "pay"), ("C", "food"), ("D", "food")) for _ in range(5)]  # fmt: skip
    recipe = Recipe(network_type="onemode", normalization="average")

    found = assess_ties(make_debate(*rows), recipe, draws=99)

    known = {(tie.row, tie.column): tie for tie in found.ties}
    assert known["A", "B"].p < 0.05
    assert known["A", "C"].value == 0 < known["A", "C"].expected
    assert dict(found.method.parameters)["dealt"] == "concepts"


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_adjusted_chances_equal_their_twin(chances: list[float]) -> None:
    ordered = sorted(chances)

    def twin(own: float) -> float:
        return min(
            len(ordered) * value / (rank + 1)
            for rank, value in enumerate(ordered)
            if value >= own
        )

    found = adjust(np.array(chances)).tolist()

    assert found == pytest.approx([min(twin(own), 1.0) for own in chances])


@pytest.mark.parametrize(("recipe", "draws"), [(Recipe(), 9), (RECIPE, 0)])
def test_what_cannot_be_tested_is_refused(recipe: Recipe, draws: int) -> None:
    with pytest.raises(InputError, match="Ties are tested of a one-mode network"):
        assess_ties(make_camps("A", "B"), recipe, draws=draws)
