"""Stability of a conflict in a file, and the reasons for one of its states."""

import dataclasses
from pathlib import Path
from typing import Any

from accord.app.solving.exchange import conflict_of_file
from accord.model import to_json
from accord.model.negotiation import Conflict
from accord.solve.exchanges import Exchanged, check_equilibria
from accord.solve.stability import (
    explain_state,
    find_joint_moves,
    sanctions_named,
    solve_stability,
)
from accord.solve.stability.coalitions import CoalitionStability, solve_coalitions
from accord.solve.stability.explaining import JointMove, Reason
from accord.solve.stability.inverse import Requirement, find_requirements
from accord.solve.stability.solving import Stability
from accord.solve.stability.status_quo import Reached, draw_arcs, follow_status_quo

__all__ = [
    "coalitions_of_file",
    "explanation_of_file",
    "firmness_of_file",
    "reasons_as_json",
    "requirements_of_file",
    "stability_as_json",
    "stability_of_file",
    "ways_of_file",
]


def stability_of_file(path: Path, *, sanctions: str) -> tuple[Conflict, Stability]:
    """Find the stable states of the conflict in a file.

    Raises:
        InputError: The file cannot be read, holds no conflict that can be solved, or
            there is no such semantics of sanctions.
    """
    chosen = sanctions_named(sanctions)
    conflict = conflict_of_file(path)
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


def firmness_of_file(
    path: Path, *, sanctions: str
) -> tuple[Conflict, Exchanged, dict[str, Any]]:
    """Find how firmly equilibria hold; as records and plain values.

    Raises:
        InputError: The file cannot be read, or holds no conflict that can be solved.
    """
    chosen = sanctions_named(sanctions)
    conflict = conflict_of_file(path)
    exchanged = check_equilibria(conflict, sanctions=chosen)
    value = {
        **to_json(exchanged),
        "sanctions": chosen,
        "under": "these modelled preferences",
    }
    return conflict, exchanged, value


def explanation_of_file(
    path: Path, state: int, *, sanctions: str
) -> tuple[tuple[Reason, ...], tuple[JointMove, ...]]:
    """Say why a state of the conflict in a file is stable or not.

    Raises:
        InputError: The file cannot be read, or there is no such state.
    """
    chosen = sanctions_named(sanctions)
    conflict = conflict_of_file(path)
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


def coalitions_of_file(
    path: Path, *, sanctions: str
) -> tuple[Conflict, CoalitionStability, dict[str, Any]]:
    """Find what holds if anybody may join anybody; as records and plain values."""
    chosen = sanctions_named(sanctions)
    conflict = conflict_of_file(path)
    solved = solve_coalitions(conflict, sanctions=chosen)
    value: dict[str, Any] = {
        **solved.equilibria,
        "sanctions": solved.sanctions,
        "coalitions": [dataclasses.asdict(one) for one in solved.coalitions],
        "under": "these modelled preferences",
        "id": conflict.id,
        "title": conflict.title,
    }
    return conflict, solved, value


def ways_of_file(
    path: Path, state: int
) -> tuple[Conflict, tuple[Reached, ...], dict[str, Any]]:
    """Find where a conflict can come to from a state; as records and plain values."""
    conflict = conflict_of_file(path)
    reached = follow_status_quo(conflict, state)
    value = {
        "from": state,
        "reached": [to_json(one) for one in reached],
        "graph": to_json(draw_arcs(conflict)),
    }
    return conflict, reached, value


def requirements_of_file(
    path: Path, state: int, *, sanctions: str
) -> tuple[tuple[Requirement, ...], dict[str, Any]]:
    """Find which preferences would make a state stable; as records and plain values."""
    chosen = sanctions_named(sanctions)
    found = find_requirements(conflict_of_file(path), state, sanctions=chosen)
    value = {"state": state, "requirements": [to_json(one) for one in found]}
    return found, value
