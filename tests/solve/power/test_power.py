"""Indices of power: prints from the literature, laws, and twins by brute force."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.model.negotiation import Combined, Game, Rule, Weighted
from accord.solve.power import diagram, series, solve_power
from accord.solve.power.counting import count_swings
from accord.solve.power.solving import Power
from accord.solve.power.swings import Swings
from accord.solve.power.tables import count_by_table
from accord.solve.power.tree import grow_tree


def weighted(quota: int, weights: Sequence[int]) -> Game:
    players = tuple(f"p{number}" for number in range(len(weights)))
    return Game(
        players=players, rule=Weighted(quota, tuple(zip(players, weights, strict=True)))
    )


def written(values: Sequence[Fraction] | None) -> list[str]:
    assert values is not None
    return [str(value) for value in values]


def test_the_security_council_is_as_published() -> None:
    """Five permanent members with a veto, nine of fifteen votes (Shapley, Shubik)."""
    power = solve_power(weighted(39, [7] * 5 + [1] * 10))

    assert written(power.shapley_shubik) == ["421/2145"] * 5 + ["4/2145"] * 10
    assert written(power.banzhaf_absolute) == ["53/1024"] * 5 + ["21/4096"] * 10
    assert (power.winning, power.minimal_winning) == (848, 210)
    # Each permanent member alone, or seven of the ten others.
    assert power.minimal_blocking == 5 + 120
    assert power.veto == power.players[:5]


def test_luxembourg_was_a_dummy_in_the_first_council_of_six() -> None:
    """[12; 4, 4, 4, 2, 2, 1], as in Felsenthal and Machover 1998."""
    power = solve_power(weighted(12, [4, 4, 4, 2, 2, 1]))

    assert written(power.shapley_shubik) == ["7/30"] * 3 + ["3/20"] * 2 + ["0"]
    assert written(power.banzhaf_normalised) == ["5/21"] * 3 + ["1/7"] * 2 + ["0"]
    assert written(power.holler) == ["1/5"] * 5 + ["0"]
    assert power.dummies == ("p5",)
    assert power.veto == ()


def test_every_index_of_a_textbook_game() -> None:
    """[4; 3, 2, 1, 1], a common textbook example."""
    power = solve_power(weighted(4, [3, 2, 1, 1]))

    assert written(power.shapley_shubik) == ["1/2", "1/6", "1/6", "1/6"]
    assert written(power.banzhaf_absolute) == ["3/4", "1/4", "1/4", "1/4"]
    assert written(power.deegan_packel) == ["3/8", "5/24", "5/24", "5/24"]
    assert written(power.johnston) == ["9/14", "5/42", "5/42", "5/42"]
    assert written(power.rae) == ["7/8", "5/8", "5/8", "5/8"]
    assert str(power.coleman_act) == "1/2"


def test_a_union_of_28_with_a_blocking_clause_differs_from_the_plain_majorities() -> (
    None
):
    """Ten coalitions more win, as it takes four to block (by a count of our own)."""
    names = tuple(f"s{number}" for number in range(28))
    weights = tuple((name, 1 + number) for number, name in enumerate(names))
    plain = Combined.all_of(Weighted.count(16, names), Weighted(395, weights))
    clause = Combined.any_of(plain, Weighted.count(25, names))

    without = solve_power(Game(players=names, rule=plain))
    with_clause = solve_power(Game(players=names, rule=clause))

    more = sum(
        sum(weights[one][1] for one in out) > 406 - 395
        for size in range(4)
        for out in combinations(range(28), size)
    )
    assert with_clause.winning - without.winning == more


def test_two_keys_make_a_veto_that_no_weights_show() -> None:
    names = ("US", "UK", "FR", "CN", "TR", "DE")
    rule = Combined.all_of(Weighted.unanimity(["US"]), Weighted.count(3, names))

    power = solve_power(Game(players=names, rule=rule))

    assert power.veto == ("US",)
    assert written(power.shapley_shubik) == ["2/3"] + ["1/15"] * 5
    assert written(power.johnston) == ["29/39"] + ["2/39"] * 5


def test_the_federal_system_of_the_united_states_is_as_published() -> None:
    """A bill is signed, or carried over a veto; Banzhaf as in power-bdd's own tests."""
    senate = tuple(f"S{number}" for number in range(100))
    house = tuple(f"H{number}" for number in range(435))
    signed = Combined.all_of(
        Weighted.count(218, house),
        Weighted.count(51, ("Vice President", *senate)),
        Weighted.unanimity(["President"]),
    )
    carried = Combined.all_of(Weighted.count(290, house), Weighted.count(67, senate))
    players = ("President", "Vice President", *senate, *house)

    power = solve_power(Game(players=players, rule=Combined.any_of(signed, carried)))

    shares = [float(power.banzhaf_absolute[number]) for number in (0, 1, 2, 102)]
    published = [0.25, 0.019897309346794692, 0.01989730934679494, 0.009569407217589256]
    assert shares == pytest.approx(published, abs=1e-14)
    assert sum(power.shapley_shubik) == 1


def test_a_dictator_is_named() -> None:
    power = solve_power(weighted(3, [3, 1, 1]))

    assert power.dictator == "p0"
    assert power.dummies == ("p1", "p2")


def test_one_player_alone_has_all_power() -> None:
    power = solve_power(weighted(1, [1]))

    assert power.dictator == "p0"
    assert written(power.shapley_shubik) == ["1"]


def test_a_large_single_rule_has_minimal_coalitions_too() -> None:
    big = solve_power(weighted(40, [9, 7, 7, 5, 5, 4, 4, 4] + [3] * 9 + [1] * 5))
    assert len(big.players) == 22

    assert big.notes == ()
    assert big.johnston is not None
    assert sum(big.johnston) == 1
    assert big.holler is not None
    assert sum(big.holler) == 1
    assert big.deegan_packel is not None
    assert sum(big.deegan_packel) == 1


def test_a_game_too_large_to_count_is_refused() -> None:
    with pytest.raises(InputError, match="1001 players: too many"):
        solve_power(weighted(1, [1] * 1001))


def test_a_rule_with_too_many_situations_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(diagram, "NODES_AT_MOST", 1_000)
    names = tuple(f"p{number}" for number in range(40))
    parts = [
        Weighted(2_000, tuple((n, k * step % 211 + 1) for k, n in enumerate(names)))
        for step in (57, 101, 143)
    ]

    with pytest.raises(InputError, match="too many to count exactly"):
        count_swings(Game(players=names, rule=Combined.all_of(*parts)))


def test_a_diagram_too_large_gives_way_to_a_table_of_few_players(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = tuple(f"p{number}" for number in range(9))
    rule = Combined.all_of(
        Weighted(20, tuple((n, k + 1) for k, n in enumerate(names))),
        Weighted(25, tuple((n, 10 - k) for k, n in enumerate(names))),
    )
    game = Game(players=names, rule=rule)
    by_diagram = count_swings(game)
    monkeypatch.setattr(diagram, "NODES_AT_MOST", 10)

    assert count_swings(game) == by_diagram


@st.composite
def games(draw: st.DrawFn) -> Game:
    size = draw(st.integers(1, 6))
    names = tuple(f"p{number}" for number in range(size))

    def leaf() -> Weighted:
        weights = draw(
            st.lists(st.integers(0, 5), min_size=size, max_size=size).filter(any)
        )
        quota = draw(st.integers(1, sum(weights)))
        return Weighted(quota, tuple(zip(names, weights, strict=True)))

    def rule(depth: int) -> Rule:
        if depth == 0 or draw(st.booleans()):
            return leaf()
        parts = tuple(rule(depth - 1) for _ in range(draw(st.integers(1, 3))))
        return Combined(draw(st.integers(1, len(parts))), parts)

    return Game(players=names, rule=rule(draw(st.integers(0, 2))))


def brute_swings(game: Game) -> Swings:
    n = len(game.players)
    winning = [0] * (n + 1)
    swings = [[0] * n for _ in range(n)]
    for size in range(n + 1):
        for coalition in combinations(game.players, size):
            wins = game.wins(set(coalition))
            winning[size] += wins
            for number, player in enumerate(game.players):
                if player in coalition:
                    rest = set(coalition) - {player}
                    swings[number][size - 1] += wins and not game.wins(rest)
    return Swings(tuple(winning), tuple(tuple(row) for row in swings))


def shares(sets: Sequence[frozenset[str]], players: Sequence[str]) -> list[Fraction]:
    return [
        sum((Fraction(1, len(s)) for s in sets if p in s), Fraction()) for p in players
    ]


@settings(max_examples=150, deadline=None)
@given(games())
def test_every_way_of_counting_agrees_with_brute_force(game: Game) -> None:
    expected = brute_swings(game)

    assert count_swings(game) == expected
    assert diagram.count_swings(grow_tree(game)) == expected
    assert count_by_table(grow_tree(game)) == expected
    if isinstance(game.rule, Weighted):
        quotas = [game.rule.quota] * (len(game.players) + 1)
        weights = [weight for _, weight in game.rule.weights]
        assert series.count_swings(weights, quotas) == expected


@settings(max_examples=80, deadline=None)
@given(games())
def test_every_index_agrees_with_its_definition(game: Game) -> None:
    power = solve_power(game)
    players = game.players
    n = len(players)
    winning = [
        frozenset(c)
        for size in range(n + 1)
        for c in combinations(players, size)
        if game.wins(set(c))
    ]
    critical = {c: frozenset(p for p in c if not game.wins(c - {p})) for c in winning}
    minimal = [c for c in winning if critical[c] == c]
    vulnerable = [c for c in critical.values() if c]
    orders = [
        sum(
            factorial(len(c) - 1) * factorial(n - len(c))
            for c in winning
            if p in critical[c]
        )
        for p in players
    ]

    assert list(power.shapley_shubik) == [Fraction(o, factorial(n)) for o in orders]
    assert power.minimal_winning == len(minimal)
    assert power.vulnerable == len(vulnerable)
    assert power.deegan_packel is not None
    expected = shares(minimal, players)
    assert list(power.deegan_packel) == [part / len(minimal) for part in expected]
    assert power.johnston is not None
    parts = shares(vulnerable, players)
    assert list(power.johnston) == [part / sum(parts) for part in parts]
    assert power.minimal_blocking == solve_power(game.dual()).minimal_winning
    assert set(power.veto) == {p for p in players if game.blocks({p})}


def sums(power: Power) -> list[Fraction]:
    shares = (
        power.shapley_shubik,
        power.banzhaf_normalised,
        power.deegan_packel,
        power.johnston,
        power.holler,
    )
    return [sum(values, Fraction()) for values in shares if values is not None]


@settings(max_examples=60, deadline=None)
@given(games())
def test_shares_sum_to_one_and_banzhaf_is_colemans_harmonic_mean(game: Game) -> None:
    power = solve_power(game)

    assert sums(power) == [1] * 5
    for share, prevent, initiate in zip(
        power.banzhaf_absolute,
        power.coleman_prevent,
        power.coleman_initiate,
        strict=True,
    ):
        assert share * (prevent + initiate) == 2 * prevent * initiate


@settings(max_examples=60, deadline=None)
@given(games(), st.randoms(use_true_random=False))
def test_renaming_players_permutes_the_results(game: Game, rng: st.DataObject) -> None:
    order = list(game.players)
    rng.shuffle(order)  # type: ignore[attr-defined]
    again = solve_power(Game(players=tuple(order), rule=game.rule))
    power = solve_power(game)

    for name in ("shapley_shubik", "banzhaf_absolute", "johnston", "holler", "rae"):
        values = dict(zip(power.players, getattr(power, name), strict=True))
        assert [values[p] for p in order] == list(getattr(again, name)), name


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=8).filter(any), st.data())
def test_minimal_coalitions_by_series_are_those_of_the_tables(
    weights: list[int], data: st.DataObject
) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    game = weighted(quota, weights)
    falling = sorted(weights, reverse=True)

    power = solve_power(game)

    assert sum(series.count_last(falling, quota)) == power.minimal_winning
    assert sum(series.count_last(falling[::-1], quota)) == power.vulnerable
    by_player = series.count_last_by_player(falling, quota)
    in_order = solve_power(weighted(quota, falling))
    counts = [sum(row) for row in by_player]
    assert in_order.holler == tuple(Fraction(c, sum(counts)) for c in counts)
