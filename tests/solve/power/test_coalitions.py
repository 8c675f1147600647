"""Every way of counting minimal and vulnerable coalitions finds the same."""

from dataclasses import replace
from fractions import Fraction
from math import comb

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accord.model.negotiation import Combined, Game, Rule, Weighted
from accord.solve.power import read_game, solve_power
from accord.solve.power.coalitions import choosing
from accord.solve.power.coalitions.kinds import count_by_kinds
from accord.solve.power.coalitions.stretches import count_by_stretches, count_minimal
from accord.solve.power.counting import quotas_by_members
from accord.solve.power.tables import count_families
from accord.solve.power.tree import grow_tree


@st.composite
def unions(draw: st.DrawFn) -> Game:
    """Games of weights and heads: both, either, or both or very many heads."""
    size = draw(st.integers(2, 7))
    players = tuple(f"p{n}" for n in range(size))
    weights = draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    assume(any(weights))
    quota = draw(st.integers(1, sum(weights)))
    rule: Rule = Weighted(quota, tuple(zip(players, weights, strict=True)))
    if draw(st.booleans()):
        heads = Weighted.count(draw(st.integers(1, size)), players)
        rule = Combined.all_of(rule, heads)
    if draw(st.booleans()):
        rule = Combined.any_of(
            rule, Weighted.count(draw(st.integers(1, size)), players)
        )
    return Game(players=players, rule=rule)


@settings(max_examples=80, deadline=None)
@given(unions())
def test_stretches_kinds_and_truth_tables_agree(game: Game) -> None:
    tree = grow_tree(game)
    expected = count_families(tree)
    members = quotas_by_members(tree)

    assert count_by_kinds(tree) == expected
    assert members is not None
    assert count_by_stretches(*members) == expected
    assert count_minimal(*members) == sum(expected.minimal_sizes)


def test_a_union_of_28_with_a_blocking_clause_has_every_index() -> None:
    names = [f"s{number}" for number in range(28)]
    people = [max(46, 8300 * (28 - n) ** 3 // 28**3) for n in range(28)]
    game = read_game(
        {
            "players": names,
            "population": people,
            "unit": 1,
            "quota_units": -(-sum(people) * 65 // 100),
            "min_members": 16,
            "blocking_min": 4,
        }
    )
    power = solve_power(game)

    assert power.notes == ()
    for shares in (power.johnston, power.deegan_packel, power.holler):
        assert shares is not None
        assert sum(shares) == 1
        assert sorted(shares, reverse=True) == list(shares)
    assert power.vulnerable is not None
    assert power.minimal_winning is not None
    assert power.minimal_winning < power.vulnerable < power.winning
    assert power.minimal_blocking


def test_two_chambers_of_hundreds_have_every_index() -> None:
    game = read_game(
        {
            "players": {"Chair": 1, "Upper": 60, "Lower": 300},
            "rule": "Chair in S and |S ∩ Upper| >= 31 and |S ∩ Lower| >= 151",
        }
    )
    power = solve_power(game)
    sets = comb(60, 31) * comb(300, 151)

    assert power.minimal_winning == sets
    assert power.minimal_blocking == 1 + comb(60, 30) + comb(300, 150)
    assert power.deegan_packel is not None
    assert power.deegan_packel[0] == Fraction(1, 1 + 31 + 151)
    assert power.veto == ("Chair",)


def test_larger_tables_are_used_where_nothing_else_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = tuple(f"p{n}" for n in range(7))
    left = Weighted(9, tuple((name, n + 1) for n, name in enumerate(names)))
    right = Weighted(9, tuple((name, 7 - n) for n, name in enumerate(names)))
    game = Game(players=names, rule=Combined.all_of(left, right))
    expected = choosing.count_coalitions(game)
    monkeypatch.setattr(choosing, "TABLES_AT_MOST", 6)
    monkeypatch.setattr(choosing, "count_by_kinds", lambda _tree: None)

    assert replace(choosing.count_coalitions(game), notes=()) == expected
