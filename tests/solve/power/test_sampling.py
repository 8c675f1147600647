"""Estimates are drawn only when asked for, and always with intervals."""

from random import Random

import pytest

from accord.errors import InputError
from accord.model.negotiation import Game, Weighted
from accord.solve.power import estimate_power, solve_power


def rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


RULE = Weighted(8, (("A", 5), ("B", 4), ("C", 3), ("D", 2), ("E", 1)))
GAME = Game(players=("A", "B", "C", "D", "E"), rule=RULE)


def test_intervals_hold_the_exact_values() -> None:
    exact = solve_power(GAME).shapley_shubik

    estimate = estimate_power(GAME, rng=rng(7), samples=4_000)

    for value, interval in zip(exact, estimate.shapley_shubik, strict=True):
        assert interval.low <= value <= interval.high
        assert interval.low <= interval.value <= interval.high
    assert sum(i.value for i in estimate.shapley_shubik) == pytest.approx(1)


def test_more_samples_make_narrower_intervals() -> None:
    few = estimate_power(GAME, rng=rng(7), samples=100).shapley_shubik[0]
    many = estimate_power(GAME, rng=rng(7), samples=3_000).shapley_shubik[0]

    assert many.high - many.low < few.high - few.low


def test_the_same_seed_gives_the_same_estimate() -> None:
    first, second = (estimate_power(GAME, rng=rng(3), samples=50) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("samples", [0, 2_000_000])
def test_a_number_of_samples_out_of_range_is_refused(samples: int) -> None:
    with pytest.raises(InputError, match="cannot be drawn"):
        estimate_power(GAME, rng=rng(1), samples=samples)
