"""Stability of a conflict in a file, and the reasons for one of its states."""

import dataclasses
from pathlib import Path
from typing import Any

from accord.app.solving.exchange import conflict_of_object
from accord.app.solving.files import read_object
from accord.model.negotiation import Conflict
from accord.solve.stability import (
    explain_state,
    find_joint_moves,
    sanctions_named,
    solve_stability,
)
from accord.solve.stability.explaining import JointMove, Reason
from accord.solve.stability.solving import Stability

__all__ = [
    "explanation_of_file",
    "reasons_as_json",
    "stability_as_json",
    "stability_of_file",
]


def stability_of_file(path: Path, *, sanctions: str) -> tuple[Conflict, Stability]:
    """Find the stable states of the conflict in a file.

    Raises:
        InputError: The file cannot be read, holds no conflict that can be solved, or
            there is no such semantics of sanctions.
    """
    chosen = sanctions_named(sanctions)
    conflict = conflict_of_object(read_object(path), title=path.stem)
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
    conflict = conflict_of_object(read_object(path), title=path.stem)
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
