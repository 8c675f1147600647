"""Rules side by side, and Johnston's index beyond truth tables."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.model.negotiation import Game, Weighted
from accord.solve.comparing import common_alternatives, compare_rules
from accord.solve.power import solve_power
from accord.solve.power.coalitions.sharing import share_vulnerable
from accord.solve.power.indices import normalise

SEVEN = tuple("ABCDEFG")


def test_taking_one_veto_from_a_unanimity_changes_little_and_a_majority_much() -> None:
    unanimous = Game(
        players=SEVEN, rule=Weighted.unanimity(SEVEN), title="as described"
    )

    first, two_thirds, majority = compare_rules(
        [unanimous, *common_alternatives(unanimous)]
    )

    assert (first.act, majority.act) == (Fraction(1, 128), Fraction(1, 2))
    assert first.veto == SEVEN
    assert majority.veto == ()
    assert two_thirds.title == "two thirds"
    assert first.initiate[0] == Fraction(1, 127)
    assert first.prevent[0] == 1


def test_what_is_compared_is_what_is_solved_alone() -> None:
    game = Game(
        players=("A", "B", "C"), rule=Weighted(3, (("A", 2), ("B", 1), ("C", 1)))
    )

    for rule, one in zip(
        compare_rules([game, *common_alternatives(game)]),
        [game, *common_alternatives(game)],
        strict=True,
    ):
        alone = solve_power(one)
        assert rule.shapley_shubik == alone.shapley_shubik
        assert rule.banzhaf_normalised == alone.banzhaf_normalised
        assert (rule.veto, rule.dummies) == (alone.veto, alone.dummies)


def test_rules_between_other_players_are_refused() -> None:
    one = Game(players=("A",), rule=Weighted.unanimity(["A"]))
    other = Game(players=("B",), rule=Weighted.unanimity(["B"]))

    with pytest.raises(InputError, match="same players"):
        compare_rules([one, other])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), st.integers(1, 40))
def test_vulnerable_coalitions_are_shared_as_truth_tables_share_them(
    weights: list[int], quota: int
) -> None:
    if not 1 <= quota <= sum(weights):
        return
    names = tuple(f"p{number}" for number in range(len(weights)))
    rule = Weighted(quota, tuple(zip(names, weights, strict=True)))

    by_tables = solve_power(Game(players=names, rule=rule)).johnston

    assert normalise(share_vulnerable(weights, quota)) == by_tables


def test_johnston_is_worked_out_for_fifty_players() -> None:
    weights = [1 + number % 7 for number in range(50)]
    names = tuple(f"p{number}" for number in range(50))
    rule = Weighted(sum(weights) // 2 + 1, tuple(zip(names, weights, strict=True)))

    power = solve_power(Game(players=names, rule=rule))

    assert power.notes == ()
    assert power.johnston is not None
    assert sum(power.johnston) == 1
    assert power.johnston[0] == power.johnston[7] < power.johnston[1]
