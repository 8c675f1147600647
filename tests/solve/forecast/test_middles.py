"""Middles: simple rules that put one number on a contest."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.negotiation.contest import Stake
from accord.solve.forecast.middles import RULES, weighted_mean, weighted_median

NUMBERS = st.integers(0, 100)
STAKES = st.lists(
    st.tuples(st.integers(1, 9), NUMBERS, st.integers(1, 9)), min_size=1, max_size=9
).map(
    lambda rows: [
        Stake(f"a{number}", float(c), float(x), float(s))
        for number, (c, x, s) in enumerate(rows)
    ]
)


def test_the_mean_weighs_each_position_by_capability_times_salience() -> None:
    stakes = [Stake("A", 2, 0, 0.5), Stake("B", 1, 8, 1), Stake("C", 4, 2, 0.5)]

    assert weighted_mean(stakes) == pytest.approx((0 + 8 + 4) / 4)


@settings(max_examples=60, deadline=None)
@given(STAKES)
def test_nothing_beats_the_weighted_median_in_a_vote(stakes: list[Stake]) -> None:
    middle = weighted_median(stakes)

    for rival in {stake.position for stake in stakes}:
        lead = sum(
            stake.weight
            * (
                (abs(stake.position - rival) < abs(stake.position - middle))
                - (abs(stake.position - rival) > abs(stake.position - middle))
            )
            for stake in stakes
        )
        assert lead <= 0


@settings(max_examples=60, deadline=None)
@given(STAKES, st.randoms(use_true_random=False))
def test_no_rule_depends_on_the_order_or_leaves_the_range(
    stakes: list[Stake], chance: random.Random
) -> None:
    shuffled = list(stakes)
    chance.shuffle(shuffled)
    low = min(stake.position for stake in stakes)
    high = max(stake.position for stake in stakes)
    for name, find in RULES.items():
        assert low - 1e-9 <= find(stakes) <= high + 1e-9
        if name != "strongest":  # the first of equals
            assert find(shuffled) == pytest.approx(find(stakes))
