"""Formal analysis of a case in a file: reads it, solves it, gives plain JSON."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from accord.app.workspace import Workspace
from accord.errors import InputError
from accord.model import Mechanism
from accord.model.negotiation import Conflict, Game
from accord.solve.power import read_game, solve_guarantee, solve_power
from accord.solve.power.guarantee import Guarantee
from accord.solve.power.solving import Power
from accord.solve.stability import (
    explain_state,
    find_joint_moves,
    read_conflict,
    sanctions_named,
    solve_stability,
)
from accord.solve.stability.explaining import JointMove, Reason
from accord.solve.stability.solving import Stability

__all__ = [
    "explanation_of_file",
    "guarantees_as_json",
    "guarantees_of",
    "power_as_json",
    "power_of_file",
    "reasons_as_json",
    "stability_as_json",
    "stability_of_file",
]

_BYTES_AT_MOST = 64_000_000


def power_of_file(path: Path) -> tuple[Game, Power]:
    """Work out the power of each player of the game in a file.

    Raises:
        InputError: The file cannot be read, or holds no game that can be solved.
    """
    game = read_game(_read_object(path))
    return game, solve_power(game)


def power_as_json(game: Game, power: Power) -> dict[str, Any]:
    """Write the power under a rule as plain values, fractions as text.

    Lists are in the order of the players; veto players, dummies and the dictator are
    given by their numbers in that order, from 0, and by name beside.
    """
    exact: dict[str, Any] = {
        "winning": power.winning,
        "minimal_winning": power.minimal_winning,
        "vulnerable": power.vulnerable,
        "swings": list(power.swings),
    }
    for name, values in _fractions(power).items():
        exact[name] = None if values is None else [str(value) for value in values]
    exact["coleman_collectivity"] = str(power.coleman_act)
    places = {name: number for number, name in enumerate(power.players)}
    dictator = () if power.dictator is None else (power.dictator,)
    named = {"veto": power.veto, "dictator": dictator, "dummy": power.dummies}
    exact |= {key: [places[name] for name in names] for key, names in named.items()}
    decimal: dict[str, Any] = {
        name: [float(value) for value in values]
        for name, values in _fractions(power).items()
        if values is not None
    }
    decimal["coleman_collectivity"] = float(power.coleman_act)
    return {
        "id": game.id,
        "title": game.title,
        "players": list(power.players),
        **exact,
        "minimal_blocking_sets": power.minimal_blocking,
        "names": {key: list(names) for key, names in named.items()},
        "decimal": decimal,
        "notes": list(power.notes),
    }


def guarantees_of(
    workspace: Workspace,
) -> tuple[tuple[Mechanism, Guarantee], ...]:
    """Tell of every decision rule in a workspace whether it can act against a veto.

    Returns:
        Each mechanism as a text describes it, with the answer.
    """
    names = {actor.id: actor.names[0] for actor in workspace.records("actors")}
    return tuple(
        (told, solve_guarantee(told, names=names))
        for told in workspace.records("mechanisms")
    )


def guarantees_as_json(
    guarantees: Sequence[tuple[Mechanism, Guarantee]],
) -> dict[str, Any]:
    """Write the answers as plain values, each with the words it rests on."""
    return {
        "guarantees": [
            {
                "name": told.name,
                "rule": told.rule.kind,
                "against_veto": answer.against_veto,
                "veto": list(answer.veto),
                "members": [dataclasses.asdict(one) for one in answer.standings],
                "coleman_collectivity": None if answer.act is None else str(answer.act),
                "missing": list(answer.missing),
                "sentence": answer.sentence,
                "mechanism": told.id,
                "document": told.document,
                "evidence": told.evidence.text,
            }
            for told, answer in guarantees
        ]
    }


def stability_of_file(path: Path, *, sanctions: str) -> tuple[Conflict, Stability]:
    """Find the stable states of the conflict in a file.

    Raises:
        InputError: The file cannot be read, holds no conflict that can be solved, or
            there is no such semantics of sanctions.
    """
    chosen = sanctions_named(sanctions)
    conflict = read_conflict(_read_object(path))
    return conflict, solve_stability(conflict, sanctions=chosen)


def stability_as_json(conflict: Conflict, solved: Stability) -> dict[str, Any]:
    """Write stable states as plain values: by concept, ids of the equilibria.

    Where preferences are unknown, these hold in any case; ``possible`` holds what is
    stable if they turn out one way.
    """
    value: dict[str, Any] = {
        concept: list(states) for concept, states in solved.necessary.equilibria.items()
    }
    value["sanctions"] = solved.sanctions
    value["decision_makers"] = [d.name for d in conflict.decision_makers]
    value["stability_by_dm"] = solved.necessary.by_decision_maker
    if solved.possible is not solved.necessary:
        value["possible"] = solved.possible.equilibria
        value["possible_by_dm"] = solved.possible.by_decision_maker
    return {
        **value,
        "under": "these modelled preferences",
        "id": conflict.id,
        "title": conflict.title,
        "notes": list(solved.notes),
    }


def explanation_of_file(
    path: Path, state: int, *, sanctions: str
) -> tuple[tuple[Reason, ...], tuple[JointMove, ...]]:
    """Say why a state of the conflict in a file is stable or not.

    Raises:
        InputError: The file cannot be read, or there is no such state.
    """
    chosen = sanctions_named(sanctions)
    conflict = read_conflict(_read_object(path))
    reasons = explain_state(conflict, state, sanctions=chosen)
    return reasons, find_joint_moves(conflict, state)


def reasons_as_json(
    state: int, reasons: tuple[Reason, ...], joint: tuple[JointMove, ...]
) -> dict[str, Any]:
    """Write the reasons for one state as plain values."""
    return {
        "state": state,
        "reasons": [dataclasses.asdict(reason) for reason in reasons],
        "joint_moves": [dataclasses.asdict(move) for move in joint],
    }


def _fractions(power: Power) -> dict[str, tuple[Fraction, ...] | None]:
    """Name the indices that have a value for each player, as papers shorten them."""
    return {
        "SSI": power.shapley_shubik,
        "BZ_abs": power.banzhaf_absolute,
        "BZ_norm": power.banzhaf_normalised,
        "coleman_prevent": power.coleman_prevent,
        "coleman_initiate": power.coleman_initiate,
        "deegan_packel": power.deegan_packel,
        "johnston": power.johnston,
        "holler_pgi": power.holler,
        "rae": power.rae,
    }


def _read_object(path: Path) -> Mapping[str, Any]:
    """Read a file that holds one JSON object."""
    hint = "Give a file that holds one JSON object in UTF-8."
    try:
        if path.stat().st_size > _BYTES_AT_MOST:
            message = f"The file {path} is larger than {_BYTES_AT_MOST:,} bytes."
            raise InputError(message, hint=hint)
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        message = f"The file {path} cannot be read: {error}."
        raise InputError(message, hint=hint) from error
    if not isinstance(value, dict):
        message = f"The file {path} holds no JSON object."
        raise InputError(message, hint=hint)
    return value
