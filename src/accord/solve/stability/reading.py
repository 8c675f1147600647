"""Reading a conflict from a JSON object."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import combinations
from typing import Any

from accord.errors import InputError
from accord.model.negotiation import (
    STATES_AT_MOST,
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
    Direction,
)
from accord.solve.stability.graph import code
from accord.solve.stability.priorities import rank_by_statements

__all__ = ["read_conflict"]

_OPTIONS_AT_MOST = 18
_UNKNOWN_AT_MOST = 2_000_000
_HINT = "docs/methods/stability.md shows the form a conflict has."
_DIRECTIONS: dict[str, Direction] = {
    "both": "both",
    "fwd": "forward",
    "forward": "forward",
    "back": "back",
}


def read_conflict(value: Mapping[str, Any]) -> Conflict:
    """Read a conflict.

    Args:
        value: ``decision_makers`` with ``name``, ``options`` and either
            ``ranking_most_to_least`` (ids of states, equals in a list of their own;
            pairs under ``unknown``), ``prefers`` (pairs, the better first) or
            ``priorities`` (statements, see ``rank_by_statements``);
            ``options`` with ``name`` and ``permitted_direction``;
            ``infeasible_patterns``; and, if they are not to be made from the options,
            ``states`` and ``moves``.

    Returns:
        The conflict. States that a ranking leaves out are of unknown order.

    Raises:
        InputError: The object is no conflict, or contradicts itself.
    """
    options = tuple(_option(one) for one in _list(value, "options"))
    states = _states(value, options)
    makers = tuple(
        _decision_maker(one, states, len(options))
        for one in _list(value, "decision_makers")
    )
    return Conflict(
        decision_makers=makers,
        states=states,
        options=options,
        moves=_moves(value.get("moves")),
        id=str(value.get("id") or ""),
        title=str(value.get("title") or ""),
    )


def _list(value: Mapping[str, Any], key: str) -> list[Any]:
    """Take a list; an absent one is empty."""
    found = value.get(key) or []
    if isinstance(found, list):
        return found
    message = f"The {key} of the conflict are no list."
    raise InputError(message, hint=_HINT)


def _option(value: object) -> ConflictOption:
    """Read an option."""
    if isinstance(value, Mapping):
        given = str(value.get("permitted_direction") or "both")
        if given in _DIRECTIONS:
            return ConflictOption(str(value.get("name") or ""), _DIRECTIONS[given])
        message = f"An option's direction is {given!r}."
        raise InputError(message, hint=f"Known are: {', '.join(_DIRECTIONS)}.")
    message = f"An option is {str(value)[:60]!r}, which is no object."
    raise InputError(message, hint=_HINT)


def _states(
    value: Mapping[str, Any], options: Sequence[ConflictOption]
) -> tuple[ConflictState, ...]:
    """Read the states, or make them from the options."""
    listed = _list(value, "states")
    if listed:
        return tuple(_state(one) for one in listed)
    return _make_states(options, _list(value, "infeasible_patterns"))


def _state(value: object) -> ConflictState:
    """Read a state."""
    if isinstance(value, Mapping) and isinstance(value.get("id"), int):
        values = str(value.get("values") or "")
        return ConflictState(value["id"], values, str(value.get("label") or ""))
    message = f"A state is {str(value)[:60]!r}, which has no number as id."
    raise InputError(message, hint=_HINT)


def _make_states(
    options: Sequence[ConflictOption], patterns: list[Any]
) -> tuple[ConflictState, ...]:
    """Combine the options in every way that no pattern rules out."""
    number = len(options)
    if number > _OPTIONS_AT_MOST:
        message = (
            f"{number} options make {1 << number:,} states: too many to go through."
        )
        hint = f"Give up to {_OPTIONS_AT_MOST} options, or list the states."
        raise InputError(message, hint=hint)
    ruled_out = [_pattern(pattern, number) for pattern in patterns]
    states: list[ConflictState] = []
    for taken in range(1 << number if number else 0):
        if any(taken & mask == wanted for mask, wanted in ruled_out):
            continue
        values = "".join("Y" if taken >> bit & 1 else "N" for bit in range(number))
        states.append(ConflictState(len(states) + 1, values))
        if len(states) > STATES_AT_MOST:
            message = f"The options make more than {STATES_AT_MOST:,} states."
            hint = "Rule states out by infeasible patterns."
            raise InputError(message, hint=hint)
    return tuple(states)


def _pattern(pattern: object, options: int) -> tuple[int, int]:
    """Read an infeasible pattern as the options it looks at and those it wants taken."""
    mask = wanted = 0
    for part in pattern if isinstance(pattern, list) else [pattern]:
        match part:
            case [int(option), "Y" | "N" as taken] if 0 <= option < options:
                mask |= 1 << option
                wanted |= (taken == "Y") << option
            case _:
                message = f"An infeasible pattern holds {str(part)[:60]!r}."
                raise InputError(message, hint='Write as [[0, "Y"], [2, "N"]].')
    return mask, wanted


def _decision_maker(
    value: object, states: Sequence[ConflictState], owned_by_all: int
) -> DecisionMaker:
    """Read a decision maker with its preferences."""
    if not isinstance(value, Mapping):
        message = f"A decision maker is {str(value)[:60]!r}, which is no object."
        raise InputError(message, hint=_HINT)
    name = str(value.get("name") or "")
    options = _numbers(value.get("options"), f"options of {name!r}")
    ids = [state.id for state in states]
    pairs: list[tuple[int, int]] = []
    if value.get("priorities"):
        codes = {state.id: _code(state) for state in states}
        ranking = rank_by_statements(
            _list(value, "priorities"), codes, options=owned_by_all
        )
    elif value.get("prefers"):
        ranking, pairs = _from_pairs(_pairs(value["prefers"], name), ids, name)
    else:
        ranking = _ranking(_list(value, "ranking_most_to_least"), name)
        ranking, pairs = _fill_up(ranking, ids)
    pairs += _pairs(value.get("unknown"), name)
    return DecisionMaker(name, ranking, options, tuple(pairs))


def _code(state: ConflictState) -> int:
    """Write a state's options as bits; those left open cannot be judged."""
    if "-" in state.values or not state.values:
        message = f"State {state.id} leaves options open, so statements cannot rank it."
        raise InputError(message, hint="Rank the states instead.")
    return code(state.values)


def _numbers(given: object, what: str) -> tuple[int, ...]:
    """Read a list of whole numbers; an absent one is empty."""
    numbers = [] if given is None else given
    if isinstance(numbers, list) and all(type(one) is int for one in numbers):
        return tuple(numbers)
    message = f"The {what} are no list of whole numbers: {str(given)[:60]!r}."
    raise InputError(message, hint=_HINT)


def _ranking(given: list[Any], name: str) -> tuple[tuple[int, ...], ...]:
    """Read a ranking in which equals stand in lists of their own."""
    what = f"ranking of {name!r}"
    return tuple(_numbers(g if isinstance(g, list) else [g], what) for g in given)


def _pairs(given: object, name: str) -> list[tuple[int, int]]:
    """Read pairs of states; an absent list is empty."""
    listed = [] if given is None else given
    if isinstance(listed, list) and all(
        isinstance(pair, list) and len(pair) == 2 for pair in listed
    ):
        return [
            (pair[0], pair[1])
            for pair in (_numbers(one, f"pairs of {name!r}") for one in listed)
        ]
    message = f"The pairs of {name!r} are not written as [[1, 2], [3, 4]]."
    raise InputError(message, hint=_HINT)


def _fill_up(
    ranking: tuple[tuple[int, ...], ...], ids: Sequence[int]
) -> tuple[tuple[tuple[int, ...], ...], list[tuple[int, int]]]:
    """Put the states that a ranking leaves out last, their order being unknown."""
    ranked = {state for group in ranking for state in group}
    missing = [state for state in ids if state not in ranked]
    if not missing or not ranked:
        return ranking, []
    _refuse_too_many(len(missing) * len(ids))
    pairs = [(one, other) for one in missing for other in ids if one != other]
    return (*ranking, tuple(missing)), pairs


def _refuse_too_many(pairs: int) -> None:
    """Refuse more unknown orders than can be listed."""
    if pairs > _UNKNOWN_AT_MOST:
        message = f"The order of {pairs:,} pairs of states is unknown."
        raise InputError(message, hint="Rank more of the states.")


def _from_pairs(
    better: Sequence[tuple[int, int]], ids: Sequence[int], name: str
) -> tuple[tuple[tuple[int, ...], ...], list[tuple[int, int]]]:
    """Order states by pairs; what the pairs leave open is of unknown order."""
    worse_than: dict[int, set[int]] = defaultdict(set)
    for high, low in better:
        worse_than[low].add(high)
    try:
        graph = {state: worse_than.get(state, set()) for state in ids} | worse_than
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = " > ".join(str(state) for state in error.args[1])
        message = f"{name!r} prefers in a circle: {circle}."
        raise InputError(message, hint="Leave one of these pairs out.") from error
    _refuse_too_many(len(ids) ** 2 // 2)
    above: dict[int, set[int]] = {}
    for state in order:
        highs = worse_than.get(state, set())
        above[state] = highs.union(*(above[high] for high in highs))
    pairs = [
        (one, other) for one, other in combinations(order, 2) if one not in above[other]
    ]
    return tuple((state,) for state in order), pairs


def _moves(given: object) -> tuple[tuple[tuple[int, ...], ...], ...] | None:
    """Read moves by decision maker and state; None if there are none."""
    if given is None:
        return None
    if isinstance(given, list) and all(isinstance(rows, list) for rows in given):
        return tuple(tuple(_numbers(row, "moves") for row in rows) for rows in given)
    message = "The moves are not lists by decision maker and state."
    raise InputError(message, hint=_HINT)
