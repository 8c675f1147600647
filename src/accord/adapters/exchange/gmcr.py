"""``.gmcr`` files, as GMCR+ keeps conflicts."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from accord.errors import InputError
from accord.model.negotiation import Conflict
from accord.solve.stability import read_conflict

__all__ = ["is_gmcr", "read_gmcr", "write_gmcr"]

_OPTIONS_AT_MOST = 12
_RANKINGS = ("preferenceRanking", "preferenceVector")
_MANUAL = ("useManualPreferenceRanking", "useManualPreferenceVectors")
_DIRECTIONS = {"both": "both", "forward": "fwd", "back": "back"}
_HINT = "Save the conflict anew with the program that it is from."


def is_gmcr(value: Mapping[str, Any]) -> bool:
    """Tell whether an object is of a ``.gmcr`` file."""
    return "decisionMakers" in value


def read_gmcr(value: Mapping[str, Any], *, title: str = "") -> Conflict:
    """Read a conflict.

    A ranking made by hand is taken where the file says so or has no statements;
    otherwise statements rank the states. States are numbered from 1 by their codes,
    the first option the lowest bit, as the program numbers them.

    Args:
        value: The file's object.
        title: What to call it.

    Returns:
        The conflict.

    Raises:
        InputError: It holds no conflict, or contradicts itself.
    """
    makers = value.get("decisionMakers")
    options = value.get("options")
    if not isinstance(makers, list) or not isinstance(options, list):
        message = "The file has no lists of decision makers and options."
        raise InputError(message, hint=_HINT)
    by_hand = any(value.get(key) for key in _MANUAL)
    return read_conflict(
        {
            "title": title,
            "options": [_option(option) for option in options],
            "decision_makers": [_maker(maker, by_hand=by_hand) for maker in makers],
            "infeasible_patterns": value.get("infeasibles"),
        }
    )


def _option(value: object) -> object:
    """Rename an option's fields."""
    if not isinstance(value, Mapping):
        return value
    direction = value.get("permittedDirection")
    return {"name": value.get("name"), "permitted_direction": direction}


def _maker(value: object, *, by_hand: bool) -> object:
    """Rename a decision maker's fields."""
    if not isinstance(value, Mapping):
        return value
    found = {"name": value.get("name"), "options": value.get("options")}
    ranking = next((value[key] for key in _RANKINGS if value.get(key)), None)
    statements = value.get("preferences")
    if ranking and (by_hand or not statements):
        found["ranking_most_to_least"] = ranking
    elif statements:
        found["priorities"] = statements
    return found


def write_gmcr(conflict: Conflict) -> dict[str, Any]:
    """Write a conflict as the object of a ``.gmcr`` file.

    Rankings are written as made by hand. States are numbered anew, as the program does
    it, and what is ruled out is listed combination by combination.

    Args:
        conflict: The conflict; its states are made of options, its moves too.

    Returns:
        The object.

    Raises:
        InputError: The format cannot hold the conflict.
    """
    _check_fits(conflict)
    codes = {state.values[::-1]: state.id for state in conflict.states}
    # The first option is the lowest bit: the words, read backwards, are in its order.
    number = {codes[word]: place for place, word in enumerate(sorted(codes), 1)}
    lacking = [
        word
        for word in map("".join, product("NY", repeat=len(conflict.options)))
        if word[::-1] not in codes
    ]
    return {
        "program": "accord",
        "useManualPreferenceRanking": True,
        "options": [
            {"name": o.name, "permittedDirection": _DIRECTIONS[o.direction]}
            for o in conflict.options
        ],
        "decisionMakers": [
            {
                "name": maker.name,
                "options": list(maker.options),
                "preferences": [],
                "preferenceRanking": [
                    number[group[0]]
                    if len(group) == 1
                    else [number[state] for state in group]
                    for group in maker.ranking
                ],
            }
            for maker in conflict.decision_makers
        ],
        "infeasibles": [
            [[option, taken] for option, taken in enumerate(word)] for word in lacking
        ],
    }


def _check_fits(conflict: Conflict) -> None:
    """Refuse what the format cannot hold."""
    hint = "Keep it as JSON, which holds all of it."
    problem = ""
    if any(set(s.values) - set("YN") or not s.values for s in conflict.states):
        problem = "its states are not made of options alone"
    elif conflict.moves is not None:
        problem = "its moves are given, not made from options"
    elif any(maker.unknown for maker in conflict.decision_makers):
        problem = "some of its preferences are unknown"
    elif len(conflict.options) > _OPTIONS_AT_MOST:
        problem = f"it has more than {_OPTIONS_AT_MOST} options"
    if problem:
        message = f"The conflict cannot be written as a .gmcr file: {problem}."
        raise InputError(message, hint=hint)
