"""Minimal sets are listed whole, or it is said that there are more."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.model.negotiation import Combined, Game, Weighted
from accord.solve.power import list_minimal
from accord.solve.power.sets import _walk


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=7).filter(any), st.data())
def test_minimal_sets_are_those_that_need_every_member(
    weights: list[int], data: st.DataObject
) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    names = tuple(f"p{number}" for number in range(len(weights)))
    pairs = tuple(zip(names, weights, strict=True))
    game = Game(players=names, rule=Weighted(quota, pairs))
    expected = [
        coalition
        for size in range(len(names) + 1)
        for coalition in combinations(names, size)
        if game.wins(set(coalition))
        and all(not game.wins(set(coalition) - {p}) for p in coalition)
    ]

    listed = list_minimal(game)

    assert listed.complete
    assert sorted(listed.sets) == sorted(expected)
    walked = [tuple(names[p] for p in one) for one in _walk(tuple(weights), quota)]
    assert sorted(walked) == sorted(expected)


def test_a_list_that_is_cut_short_says_so() -> None:
    names = tuple(f"p{number}" for number in range(30))
    game = Game(players=names, rule=Weighted.count(15, names))

    listed = list_minimal(game, at_most=10)

    assert not listed.complete
    assert len(listed.sets) == 10


def test_veto_players_of_a_large_game_are_its_smallest_blocking_sets() -> None:
    names = tuple(f"p{number}" for number in range(25))
    game = Game(players=names, rule=Weighted.unanimity(names))

    assert list_minimal(game.dual()).sets == tuple((name,) for name in names)


def test_sets_of_a_large_compound_rule_are_refused() -> None:
    names = tuple(f"p{number}" for number in range(25))
    rule = Combined.all_of(Weighted.count(13, names), Weighted.unanimity(names[:2]))

    with pytest.raises(InputError, match="25 players are too many to list"):
        list_minimal(Game(players=names, rule=rule))
