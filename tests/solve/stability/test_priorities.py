"""Statements rank states: the first counts most, whatever the others say."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.solve.stability.priorities import rank_by_statements

CODES = {number + 1: number for number in range(8)}


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        ("1", lambda *o: o[0]),
        ("-1", lambda *o: not o[0]),
        ("1 & -3", lambda *o: o[0] and not o[2]),
        ("1 | 2 & 3", lambda *o: o[0] or (o[1] and o[2])),
        ("(1 | 2) & 3", lambda *o: (o[0] or o[1]) and o[2]),
        ("-(1 | 2)", lambda *o: not (o[0] or o[1])),
        ("1 IF 2", lambda *o: o[0] or not o[1]),
        ("1 if 2|3", lambda *o: o[0] or not (o[1] or o[2])),
        ("1 IFF 3", lambda *o: o[0] == o[2]),
        ([[0, "Y"], [2, "N"]], lambda *o: o[0] and not o[2]),
        ([[1, "N"]], lambda *o: not o[1]),
        (
            {"compound": True, "members": [[[0, "Y"]], [[1, "Y"], [2, "Y"]]]},
            lambda *o: o[0] or (o[1] and o[2]),
        ),
    ],
)
def test_a_statement_splits_the_states_in_two(statement: object, holds: object) -> None:
    expected = {
        1 + a + 2 * b + 4 * c
        for c, b, a in product((0, 1), repeat=3)
        if holds(bool(a), bool(b), bool(c))  # type: ignore[operator]
    }

    first, second = rank_by_statements([statement], CODES, options=3)

    assert set(first) == expected
    assert set(first) | set(second) == set(CODES)


@settings(max_examples=50, deadline=None)
@given(st.permutations(["1", "-2", "3 IF 1", "2 | 3"]))
def test_the_score_of_the_literature_gives_the_same_ranking(order: list[str]) -> None:
    ranking = rank_by_statements(order, CODES, options=3)

    def score(state: int) -> int:
        a, b, c = (bool(CODES[state] >> bit & 1) for bit in range(3))
        truth = {"1": a, "-2": not b, "3 IF 1": c or not a, "2 | 3": b or c}
        # The sum of 2^(k - j) over the statements that hold.
        return sum(2 ** (len(order) - j) * truth[s] for j, s in enumerate(order))

    by_score = sorted({score(state) for state in CODES}, reverse=True)
    assert [{score(state) for state in group} for group in ranking] == [
        {one} for one in by_score
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "4",
        "0",
        "1 2",
        "1 &",
        "(1",
        "1 OR 2",
        "(" * 60 + "1",
        "1" * 3_000,
        [[3, "Y"]],
        [[0, "X"]],
        7,
        {"members": [[[0, "?"]]]},
    ],
)
def test_a_statement_that_cannot_be_read_is_refused(statement: object) -> None:
    with pytest.raises(InputError, match="preference statement"):
        rank_by_statements([statement], CODES, options=3)


def test_too_many_statements_are_refused() -> None:
    with pytest.raises(InputError, match="500 preference statements"):
        rank_by_statements(["1"] * 500, CODES, options=3)
