"""Conflicts that contradict themselves cannot be made."""

from typing import Any

import pytest

from accord.errors import InputError
from accord.model.negotiation import (
    STATES_AT_MOST,
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
)

ROW = DecisionMaker("Row", ((2,), (1,)), (0,))
WHOLE: dict[str, Any] = {
    "decision_makers": (ROW,),
    "states": (ConflictState(1, "N"), ConflictState(2, "Y")),
    "options": (ConflictOption("agree"),),
}


def test_a_sound_conflict_is_made() -> None:
    assert Conflict(**WHOLE).state_ids == (1, 2)


def test_states_known_by_number_alone_do_where_moves_are_given() -> None:
    states = (ConflictState(1), ConflictState(2))
    moves = (((2,), ()),)

    assert Conflict(**(WHOLE | {"states": states, "moves": moves})).moves == moves
    with pytest.raises(InputError, match="do not fit"):
        Conflict(**(WHOLE | {"states": states}))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"states": ()}, "no states or no decision makers"),
        ({"decision_makers": ()}, "no states or no decision makers"),
        (
            {"states": (ConflictState(1, "N"), ConflictState(1, "Y"))},
            "state 1 is there",
        ),
        ({"states": (ConflictState(1, "N"), ConflictState(2, "?"))}, "do not fit"),
        ({"states": (ConflictState(1, "N"), ConflictState(2, "YY"))}, "do not fit"),
        ({"decision_makers": (ROW, ROW)}, "'Row' is there twice"),
        (
            {"decision_makers": (ROW, DecisionMaker("Col", ((1, 2),), (0,)))},
            "number 0 belongs to two",
        ),
        ({"decision_makers": (DecisionMaker("Row", ((1, 2),), (3,)),)}, "number 3"),
        ({"decision_makers": (DecisionMaker("Row", ()),)}, "Row has no preferences"),
        (
            {"decision_makers": (DecisionMaker("Row", ((1,), (2,), (1,))),)},
            "prefers state 1 to itself",
        ),
        ({"decision_makers": (DecisionMaker("Row", ((1,),)),)}, "lacks 1 states: 2"),
        (
            {"decision_makers": (DecisionMaker("Row", ((1, 2),), (), ((1, 9),)),)},
            "state 9, which is not there",
        ),
        ({"moves": ()}, "do not fit the decision makers"),
        ({"moves": (((2,), (7,)),)}, "leads to state 7"),
        (
            {
                "states": (ConflictState(1), ConflictState(2)),
                "options": (),
                "decision_makers": (DecisionMaker("Row", ((1, 2),)),),
            },
            "neither options nor moves",
        ),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Conflict(**(WHOLE | change))


def test_a_million_states_are_refused() -> None:
    states = tuple(ConflictState(n) for n in range(STATES_AT_MOST + 1))

    with pytest.raises(InputError, match=r"32,769 states"):
        Conflict(**(WHOLE | {"states": states}))
