"""Games are read from every form that is documented, and refused with a reason."""

from typing import Any

import pytest

from accord.errors import InputError
from accord.model.negotiation import Weighted
from accord.solve.power import read_game
from accord.solve.power.wording import parse_rule

ABCD = ("A", "B", "C", "D")


def wins(rule: Any, *coalitions: str) -> list[bool]:
    return [rule.is_met_by(set(coalition)) for coalition in coalitions]


def test_weights_are_read_in_order_or_by_name() -> None:
    listed = read_game({"players": ["A", "B"], "quota": 2, "weights": [2, 1]})
    named = read_game({"players": ["A", "B"], "quota": 2, "weights": {"B": 1, "A": 2}})

    assert listed.wins({"A"})
    assert named.wins({"A"})
    assert not named.wins({"B"})


def test_a_number_of_players_gives_them_names() -> None:
    game = read_game({"players": 3, "rule": "P1 in S and |S| >= 2"})

    assert game.players == ("P1", "P2", "P3")
    assert game.wins({"P1", "P3"})


def test_parts_of_whole_numbers_are_read_exactly() -> None:
    game = read_game(
        {"players": ["A", "B", "C"], "quota": "0.3", "weights": [0.1, 0.2, "0.15"]}
    )

    assert game.wins({"A", "B"})
    assert not game.wins({"A", "C"})


@pytest.mark.parametrize(
    ("text", "winning", "losing"),
    [
        ("A in S and |S|>=3", ["ABC", "ACD"], ["BCD", "AB"]),
        ("|S| > 2", ["ABC"], ["AB"]),
        ("A in S or (B in S and C in S)", ["A", "BC"], ["B", "CD"]),
        ("2 of (A in S, B in S, |S ∩ {C, D}| >= 1)", ["AB", "AC", "BD"], ["A", "CD"]),
        ('"A" ∈ S and |S & {B, C, D}| ≥ 2', ["ABC"], ["AB", "BCD"]),
        ("w(S) >= 5 and |S| >= 2", ["AB", "ACD"], ["A", "BC"]),
    ],
)
def test_rules_in_words(text: str, winning: list[str], losing: list[str]) -> None:
    value = {"players": list(ABCD), "weights": [4, 1, 1, 1], "rule": text}
    if "w(S)" not in text:
        del value["weights"]

    rule = read_game(value).rule

    assert wins(rule, *winning) == [True] * len(winning)
    assert wins(rule, *losing) == [False] * len(losing)


def test_a_name_of_several_words_needs_no_marks() -> None:
    rule = parse_rule("New Arle in S", players=("New Arle", "Belm"))

    assert rule.is_met_by({"New Arle"})


def test_rules_as_objects() -> None:
    value = {
        "players": list(ABCD),
        "rule": {
            "any": [
                {"all": [{"veto": ["A"]}, {"members": 2}]},
                {"at_least": 2, "of": [{"veto": ["B", "C"]}, {"veto": ["D"]}]},
                {"quota": 9, "weights": {"C": 5, "D": 4}},
            ]
        },
    }

    rule = read_game(value).rule

    assert wins(rule, "AB", "BCD", "CD") == [True] * 3
    assert wins(rule, "A", "BC", "BD") == [False] * 3


def test_a_double_majority_with_a_blocking_clause() -> None:
    value = {
        "players": list(ABCD),
        "population": [80_000, 10_000, 10_000, 4_999],
        "unit": 10_000,
        "quota_units": 9,
        "min_members": 2,
        "blocking_min": 2,
    }

    game = read_game(value)

    assert game.wins({"A", "B"})
    assert not game.wins({"A", "D"})
    # Less than the people, but one against is too few to block.
    assert game.wins({"B", "C", "D"})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"players": []}, "no players"),
        ({"players": "AB"}, "not a list of names"),
        ({"quota": 9}, "quota 9 is above the total weight 3"),
        ({"quota": "many"}, "'many', which is no number"),
        ({"quota": "1e999999999"}, "no number"),
        ({"weights": [1]}, "1 weights for 2 players"),
        ({"weights": [1, float("nan")]}, "no number"),
        ({"weights": None}, "neither weights with a quota nor a rule"),
        ({"rule": "A in S and"}, "'the end' stands where a name should"),
        ({"rule": "not A in S"}, "'not A', who is no player"),
        ({"rule": "|S| >= 3"}, "quota 3 is above"),
        ({"rule": "(" * 100 + "A in S"}, "too many brackets"),
        ({"rule": "A in S B in S"}, "stands where the end should"),
        ({"rule": "3 of (A in S, B in S)"}, "3 of 2 rules"),
        ({"rule": "x" * 30_000}, "30000 characters long"),
        ({"rule": {"any": []}}, "1 of 0 rules"),
        ({"rule": {"any": [7]}}, "no object"),
        ({"rule": {"xor": []}}, "not understood"),
        ({"rule": {"veto": "A"}}, "no list of names"),
    ],
)
def test_what_is_no_game_is_refused_with_the_reason(
    change: dict[str, Any], message: str
) -> None:
    value = {"players": ["A", "B"], "quota": 2, "weights": [2, 1]} | change

    with pytest.raises(InputError, match=message.replace("(", r"\(")):
        read_game(value)


def test_weight_is_asked_for_only_where_there_is_some() -> None:
    with pytest.raises(InputError, match="the game has no weights"):
        parse_rule("w(S) >= 2", players=ABCD)


def test_a_plain_weighted_game_stays_one() -> None:
    game = read_game({"players": ["A", "B"], "quota": 2, "weights": [2, 1]})

    assert game.rule == Weighted(2, (("A", 2), ("B", 1)))
