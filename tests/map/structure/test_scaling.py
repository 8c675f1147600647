"""Scales put planted positions in their order, with intervals that hold them."""

import math
import random

import numpy as np
import pytest

from accord.errors import InputError
from accord.map.structure import place_on_scale
from accord.model.discourse import EventList, Recipe
from accord.testing.debates import make_camps, make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")


def planted(
    dimensions: int, *, seed: int = 1
) -> tuple[EventList, dict[str, list[float]]]:
    """Actors answer concepts by an item-response model with known positions."""
    chance = random.Random(seed)  # noqa: S311 - invented data
    truth = {
        f"Actor {n:02}": [chance.gauss(0, 1.3) for _ in range(dimensions)]
        for n in range(30)
    }
    rows = []
    for number in range(40):
        slope = [0.0] * dimensions
        slope[number % dimensions] = 2.0 if number % 4 < 2 else -2.0
        ease = chance.gauss(0, 0.7)
        for name, place in truth.items():
            odds = sum(a * b for a, b in zip(slope, place, strict=True)) + ease
            agrees = chance.random() < 1 / (1 + math.exp(-odds))
            rows.append((name, f"concept {number:02}", agrees))
    return make_debate(*rows), truth


def test_one_dimension_is_recovered() -> None:
    events, truth = planted(1)

    found = place_on_scale(events, RECIPE)

    known = np.array([truth[one.name][0] for one in found.actors])
    placed = np.array([one.values[0] for one in found.actors])
    assert abs(np.corrcoef(known, placed)[0, 1]) > 0.95
    for one in found.actors:
        (interval,) = one.intervals
        assert interval.low <= one.values[0] <= interval.high
        assert interval.low < interval.high
    # Concepts point to either side, and half of them to each.
    sides = [concept.values[0] > 0 for concept in found.concepts]
    assert sides.count(True) == 20
    # Intervals at 95 per cent hold most of the truth, by the sign that was settled.
    sign = np.sign(np.corrcoef(known, placed)[0, 1])
    held = [
        one.intervals[0].low <= sign * value <= one.intervals[0].high
        for one, value in zip(found.actors, known, strict=True)
    ]
    assert sum(held) >= 24


def test_two_dimensions_are_recovered_up_to_turning() -> None:
    events, truth = planted(2)

    found = place_on_scale(events, RECIPE, dimensions=2)

    known = np.array([truth[one.name] for one in found.actors])
    placed = np.array([one.values for one in found.actors])
    solved, *_ = np.linalg.lstsq(placed, known - known.mean(axis=0), rcond=None)
    left = known - known.mean(axis=0) - placed @ solved
    assert (left**2).sum() < 0.25 * ((known - known.mean(axis=0)) ** 2).sum()


def test_camps_stand_on_either_side() -> None:
    found = place_on_scale(make_camps("ABC", "DEF", concepts=6), RECIPE)

    places = {one.name: one.values[0] for one in found.actors}
    assert max(places[n] for n in "ABC") * max(places[n] for n in "DEF") < 0
    assert not found.method.exact
    assert all(one.answers == 6 for one in found.actors)


def test_the_same_again_gives_the_same() -> None:
    events, _ = planted(1)

    assert place_on_scale(events, RECIPE) == place_on_scale(events, RECIPE)


def test_what_all_agree_on_is_easy_and_tells_nothing_apart() -> None:
    events = make_camps("ABC", "DEF", concepts=4)
    shared = make_debate(*((name, "peace", True) for name in "ABCDEF"))
    both = make_debate(
        *((str(s.values[0]), str(s.values[1]), bool(s.values[2]))
          for s in (*events.statements, *shared.statements))
    )  # fmt: skip

    found = place_on_scale(both, RECIPE)

    apart = {one.name: abs(one.values[0]) for one in found.concepts}
    hard = {one.name: one.values[0] for one in found.difficulties}
    assert apart["peace"] == min(apart.values())
    assert hard["peace"] == min(hard.values())


def test_who_spoke_too_little_is_not_placed() -> None:
    rows = [("A", "pay", True), ("A", "hours", True), ("B", "pay", False),
            ("B", "hours", False), ("C", "pay", True)]  # fmt: skip

    found = place_on_scale(make_debate(*rows), RECIPE, least_answers=2)

    assert [one.name for one in found.actors] == ["A", "B"]


@pytest.mark.parametrize(
    ("recipe", "dimensions", "says"),
    [
        (RECIPE, 3, "3 dimensions"),
        (Recipe(qualifier="source"), 1, "Nobody can be placed by 'source'"),
        (Recipe(min_frequency=4), 1, "0 actors spoke"),
    ],
)
def test_what_cannot_be_scaled_is_refused(
    recipe: Recipe, dimensions: int, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        place_on_scale(make_camps("A", "B"), recipe, dimensions=dimensions)
