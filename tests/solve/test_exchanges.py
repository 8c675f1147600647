"""Equilibria hold, or not, when two neighbours in an order change places."""

from dataclasses import replace

from accord.model.negotiation import (
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
)
from accord.solve.exchanges import check_equilibria
from accord.solve.stability import solve_stability

DILEMMA = Conflict(
    options=(ConflictOption("Row yields"), ConflictOption("Column yields")),
    states=tuple(
        ConflictState(n, v) for n, v in enumerate(("NN", "YN", "NY", "YY"), 1)
    ),
    decision_makers=(
        DecisionMaker("Row", ((3,), (4,), (1,), (2,)), (0,)),
        DecisionMaker("Column", ((2,), (4,), (1,), (3,)), (1,)),
    ),
)


def test_it_says_which_preferences_an_equilibrium_hangs_on() -> None:
    checked = check_equilibria(DILEMMA)
    (nash,) = [one for one in checked.firmness if one.concept == "R"]

    assert checked.tried == checked.possible == 6
    assert nash.state == 1
    assert [(e.decision_maker, e.better, e.worse) for e in nash.hangs_on] == [
        ("Row", (1,), (2,)),
        ("Column", (1,), (3,)),
    ]
    assert nash.share == round(4 / 6, 4)


def test_each_exchange_is_what_solving_the_other_order_says() -> None:
    checked = check_equilibria(DILEMMA)
    row, column = DILEMMA.decision_makers
    other = replace(row, ranking=((3,), (1,), (4,), (2,)))
    solved = solve_stability(replace(DILEMMA, decision_makers=(other, column)))

    for one in checked.firmness:
        lost = any(
            (e.decision_maker, e.better, e.worse) == ("Row", (4,), (1,))
            for e in one.hangs_on
        )
        held = one.state in solved.necessary.equilibria[one.concept]
        assert held != lost


def test_many_neighbours_are_taken_evenly_and_it_is_said() -> None:
    states = tuple(ConflictState(n, "", f"state {n}") for n in range(1, 402))
    order = tuple((state.id,) for state in states)
    conflict = Conflict(
        states=states,
        decision_makers=(DecisionMaker("A", order), DecisionMaker("B", order[::-1])),
        moves=(tuple((1,) if n else () for n in range(401)), ((),) * 401),
    )
    checked = check_equilibria(conflict)

    assert checked.possible == 800
    assert 50 <= checked.tried <= 200


def test_without_an_order_to_exchange_everything_holds() -> None:
    same = ((1, 2, 3, 4),)
    makers = tuple(replace(m, ranking=same) for m in DILEMMA.decision_makers)
    checked = check_equilibria(replace(DILEMMA, decision_makers=makers))

    assert checked.tried == 0
    assert {one.share for one in checked.firmness} == {1.0}
