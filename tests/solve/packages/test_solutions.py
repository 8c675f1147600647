"""What rules of fairness choose: textbook games, laws, published cases."""

import json
import os
from fractions import Fraction
from itertools import product
from math import isclose, prod
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.solve.packages import Bargain, read_bargain, solve_bargain
from accord.solve.packages.solutions import choose_solutions

DATA = Path(os.environ.get("ACCORD_DATA", Path(__file__).parents[3] / "../shared/data"))
POINTS = st.lists(
    st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=8, unique=True
)  # fmt: skip
Points = list[tuple[int, int, int]]


def chosen(points: Any) -> dict[str, list[Any]]:
    return {c.rule: [points[n] for n in c.points] for c in choose_solutions(points)}


@settings(max_examples=60, deadline=None)
@given(POINTS, st.tuples(*[st.integers(1, 5)] * 3))
def test_stretching_utilities_leaves_the_scale_free_rules(
    points: Points, stretch: tuple[int, int, int]
) -> None:
    stretched = [tuple(map(int.__mul__, point, stretch)) for point in points]

    for one, other in zip(
        choose_solutions(points), choose_solutions(stretched), strict=True
    ):
        if one.scale_free:
            assert one.points == other.points, one.rule


@settings(max_examples=60, deadline=None)
@given(POINTS)
def test_every_rule_reaches_what_brute_force_reaches(points: Points) -> None:
    found = chosen(points)

    assert {prod(p) for p in found["nash"]} == {max(map(prod, points))}
    assert {sum(p) for p in found["utilitarian"]} == {max(map(sum, points))}
    assert {min(p) for p in found["egalitarian"]} == {max(map(min, points))}


@settings(max_examples=60, deadline=None)
@given(POINTS)
def test_renaming_the_parties_permutes_the_choice(points: Points) -> None:
    turned = [(c, a, b) for a, b, c in points]

    assert [c.points for c in choose_solutions(points)] == [
        c.points for c in choose_solutions(turned)
    ]


def test_rules_that_compare_utilities_warn_of_the_scale() -> None:
    warnings = {c.rule: (c.scale_free, c.warning) for c in choose_solutions([(1, 1)])}

    for rule in ("egalitarian", "utilitarian"):
        free, warning = warnings[rule]
        assert not free
        assert "one scale" in warning
    assert warnings["nash"][0]
    assert "lotteries" in warnings["nash"][1]


def test_no_points_no_choice() -> None:
    assert choose_solutions([]) == ()


def test_a_party_that_can_gain_nothing_is_named_in_the_warning() -> None:
    nash = choose_solutions([(3, 0), (2, 0)])[0]

    assert "every product is zero" in nash.warning
    assert chosen([(3, 0), (2, 0)])["kalai-smorodinsky"] == [(3, 0)]


def test_a_fine_line_comes_near_the_textbook_solutions() -> None:
    """Divide a cake between one neutral and one risk-averse party: x and sqrt(1-x)."""
    steps = 600
    points = [
        (Fraction(k, steps), Fraction(str(round((1 - k / steps) ** 0.5, 12))))
        for k in range(steps + 1)
    ]
    found = {rule: float(p[0][0]) for rule, p in chosen(points).items()}

    assert isclose(found["nash"], 2 / 3, abs_tol=2 / steps)
    assert isclose(found["kalai-smorodinsky"], (5**0.5 - 1) / 2, abs_tol=2 / steps)
    assert isclose(found["egalitarian"], (5**0.5 - 1) / 2, abs_tol=2 / steps)
    assert isclose(found["utilitarian"], 3 / 4, abs_tol=2 / steps)


def barter() -> dict[str, Any]:
    return {
        "disagreement": [0, 0],
        "goods": [
            {"name": "boat", "owner": "Ann", "u_ann": 2, "u_ben": 5},
            {"name": "net", "owner": "Ben", "u_ann": 4, "u_ben": 1},
            {"name": "hut", "owner": "Ben", "u_ann": 1, "u_ben": 6},
        ],
    }


def test_goods_change_hands_where_both_gain() -> None:
    bargain = read_bargain(barter())
    outcome = solve_bargain(bargain)
    nash = outcome.chosen[0].points[0]

    assert outcome.rows[nash] == (1, 1, 0)
    assert outcome.utilities[nash] == (2, 4)


def test_the_zone_and_the_ideal_are_those_of_brute_force() -> None:
    value = {
        "utility": "sum_j w_j * eval/max_eval",
        "disagreement": [0.5, 0.4],
        "issues": [
            {
                "issue": f"i{n}",
                "weights": {"a": 0.5, "b": 0.3 + n / 5},
                "options": [
                    {"option": str(k), "a": k + n, "b": (3 - k) ** 2} for k in range(4)
                ],
            }
            for n in range(2)
        ],
    }
    bargain = read_bargain(value)
    outcome = solve_bargain(bargain)
    sums = [
        tuple(map(sum, zip(*rows, strict=True))) for rows in product(*bargain.blocks)
    ]
    inside = [u for u in sums if all(map(Fraction.__ge__, u, bargain.disagreement))]

    assert inside
    assert outcome.ideal == tuple(map(max, zip(*inside, strict=True)))
    zone = {outcome.utilities[number] for number in outcome.zone}
    assert zone == {u for u in inside if u in set(outcome.utilities)}


def test_an_alternative_nobody_can_match_leaves_no_zone() -> None:
    outcome = solve_bargain(
        Bargain(
            parties=("a", "b"),
            blocks=(((Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))),),
            disagreement=(Fraction(1), Fraction(1)),
        )
    )

    assert (outcome.zone, outcome.ideal, outcome.chosen) == ((), None, ())


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"issues": []},
        {"goods": []},
        {"issues": [{"weights": {"a": 1}, "options": [{"option": "x"}], "issue": "i"}]},
        {"goods": [{"name": "x", "owner": "Cid", "u_ann": 1, "u_ben": 2}]},
        barter() | {"disagreement": [1]},
        barter() | {"goods": [3]},
    ],
)
def test_what_is_no_bargain_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_bargain(value)


@pytest.mark.shared
def test_published_bargains_are_reproduced() -> None:
    path = DATA / "negotiation" / "bargaining.json"
    if not path.exists():
        pytest.skip(f"there is no {path}")
    cases = {c["id"]: c for c in json.loads(path.read_text())["cases"]}
    for key in ("itex_cypress", "ampo_city"):
        case = cases[key]
        outcome = solve_bargain(read_bargain(case))
        assert len(outcome.utilities) == case["pareto_size"]
        assert outcome.ideal is not None
        assert [round(float(u), 6) for u in outcome.ideal] == case["ideal"]
        for choice in outcome.chosen:
            point = outcome.utilities[choice.points[0]]
            wanted = case[choice.rule.replace("-", "_")]
            assert [round(float(u), 8) for u in point] == [
                round(number, 8) for number in wanted
            ]
    barter_case = cases["nash1950_bill_jack"]
    outcome = solve_bargain(read_bargain(barter_case))
    zone = sorted(tuple(map(int, outcome.utilities[n])) for n in outcome.zone)
    assert zone == sorted(map(tuple, barter_case["individually_rational_pareto"]))
    nash = outcome.chosen[0].points
    assert [outcome.utilities[n] for n in nash] == [(12, 5)]
    given_away = [
        good["name"]
        for good, row in zip(barter_case["goods"], outcome.rows[nash[0]], strict=True)
        if row
    ]
    assert given_away == barter_case["nash"]["transfer"]
