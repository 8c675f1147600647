"""Minimal winning coalitions by a diagram are those that brute force finds."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.negotiation import Combined, Game, Rule, Weighted
from accord.solve.power import solve_power
from accord.solve.power.coalitions import minimal
from accord.solve.power.coalitions.minimal import count_minimal
from accord.solve.power.tree import grow_tree


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Small games of two or three weighted rules, joined in any way."""
    size = draw(st.integers(2, 7))
    players = tuple(f"p{n}" for n in range(size))

    def leaf() -> Rule:
        weights = draw(st.lists(st.integers(1, 4), min_size=size, max_size=size))
        quota = draw(st.integers(1, sum(weights)))
        return Weighted(quota, tuple(zip(players, weights, strict=True)))

    leaves = tuple(leaf() for _ in range(draw(st.integers(1, 3))))
    needed = draw(st.integers(1, len(leaves)))
    rule = leaves[0] if len(leaves) == 1 else Combined(needed, leaves)
    return Game(players=players, rule=rule)


def brute(game: Game) -> list[frozenset[str]]:
    """Find the minimal winning coalitions by looking at all."""
    winning = [
        frozenset(some)
        for size in range(1, len(game.players) + 1)
        for some in combinations(game.players, size)
        if game.wins(frozenset(some))
    ]
    return [s for s in winning if not any(game.wins(s - {one}) for one in s)]


@settings(max_examples=60, deadline=None)
@given(games())
def test_the_diagram_counts_what_brute_force_counts(game: Game) -> None:
    found = count_minimal(grow_tree(game))
    expected = brute(game)

    assert found is not None
    assert sum(found.sizes) == len(expected)
    for player, row in zip(game.players, found.by_player, strict=True):
        for size, count in enumerate(row):
            assert count == sum(player in s and len(s) == size for s in expected)


def two_keys(players: int) -> Game:
    """A majority of heads and of weights, for more players than truth tables hold."""
    names = tuple(f"p{n:02}" for n in range(players))
    heads = Weighted.count(players // 2 + 1, names)
    weights = tuple((name, 1 + n % 3) for n, name in enumerate(names))
    total = sum(weight for _, weight in weights)
    return Game(
        players=names, rule=Combined.all_of(heads, Weighted(total * 3 // 5, weights))
    )


def test_a_compound_game_of_thirty_has_the_indices_that_rest_on_minimal_sets() -> None:
    power = solve_power(two_keys(30))

    assert power.deegan_packel is not None
    assert power.holler is not None
    assert sum(power.deegan_packel) == sum(power.holler) == 1
    assert power.minimal_winning
    assert power.minimal_blocking
    assert power.johnston is not None
    assert sum(power.johnston) == 1
    assert power.vulnerable
    assert power.notes == ()


def test_players_of_one_kind_share_alike() -> None:
    power = solve_power(two_keys(24))

    assert power.holler is not None
    for number, share in enumerate(power.holler):
        assert share == power.holler[number % 3]


def test_what_is_too_much_for_every_way_is_left_out_aloud(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = tuple(f"p{n:02}" for n in range(25))
    first = Weighted(4, tuple((name, n // 3 + 1) for n, name in enumerate(names)))
    second = Weighted(4, tuple((name, n % 3 + 1) for n, name in enumerate(names)))
    game = Game(players=names, rule=Combined.all_of(first, second))
    monkeypatch.setattr(minimal, "_NODES_AT_MOST", 1_000)
    power = solve_power(game)

    assert sum(power.shapley_shubik) == 1
    assert power.johnston is None
    assert any("not worked out with 25 players" in note for note in power.notes)
