"""Games that contradict themselves cannot be made."""

import pytest

from accord.errors import InputError
from accord.model.negotiation import Combined, Game, Weighted


@pytest.mark.parametrize(
    ("quota", "weights", "message"),
    [
        (5, (("A", 2), ("B", 2)), "quota 5 is above the total weight 4"),
        (0, (("A", 2),), "quota 0 is met without anybody"),
        (1, (("A", -1), ("B", 2)), "below zero"),
        (1, (("A", 0),), "nobody any weight"),
        (1, (("A", 1), ("A", 1)), "'A' has two weights"),
        (1, (), "nobody any weight"),
    ],
)
def test_a_weighted_rule_that_cannot_be_meant_is_refused(
    quota: int, weights: tuple[tuple[str, int], ...], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        Weighted(quota, weights)


@pytest.mark.parametrize("needed", [0, 3])
def test_a_combination_needs_between_one_and_all_of_its_parts(needed: int) -> None:
    part = Weighted.unanimity(["A"])

    with pytest.raises(InputError, match=f"{needed} of 2 rules"):
        Combined(needed, (part, part))


@pytest.mark.parametrize(
    ("players", "message"),
    [
        ((), "no players"),
        (("A", "B", "A"), "'A' is named twice"),
        (("A",), "speaks of 'B'"),
    ],
)
def test_a_game_needs_its_players(players: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Game(players=players, rule=Weighted.unanimity(["A", "B"]))


def test_who_is_in_the_dual_wins_exactly_where_it_blocks() -> None:
    rule = Combined.all_of(
        Weighted.unanimity(["A"]), Weighted.count(2, ["B", "C", "D"])
    )
    game = Game(players=("A", "B", "C", "D"), rule=rule)

    for coalition in ({"A"}, {"B"}, {"B", "C"}, {"B", "C", "D"}, set[str]()):
        assert game.dual().wins(coalition) == game.blocks(coalition), coalition
    assert game.blocks({"A"})
    assert game.blocks({"B", "C"})
    assert not game.blocks({"B"})


def test_leaves_are_walked_from_left_to_right() -> None:
    leaves = [Weighted.unanimity([name]) for name in "ABC"]
    rule = Combined.any_of(Combined.all_of(leaves[0], leaves[1]), leaves[2])

    assert list(Game(players=("A", "B", "C"), rule=rule).leaves()) == leaves
