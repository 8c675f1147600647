"""Case files: drafted from a workspace, read from a file, solved, as plain JSON."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from accord.app.workspace import Workspace
from accord.errors import InputError
from accord.model import to_json
from accord.model.negotiation.case import Case
from accord.model.negotiation.case_reading import case_to_json, read_case
from accord.solve.conflicts import (
    ConflictReport,
    find_all_sets,
    find_conflicts,
    plain_groups,
)
from accord.solve.draft import draft_case

__all__ = ["Work", "conflicts_of_case", "draft_as_json", "read_work", "sets_of_clauses"]

_BYTES_AT_MOST = 64_000_000

#: A case, or an object of another kind: clauses, utilities by issue.
Work = Case | Mapping[str, Any]


def draft_as_json(workspace: Workspace) -> dict[str, Any]:
    """Draft a case from a workspace's ledger, as plain values."""
    return case_to_json(draft_case(workspace.dispute()))


def read_work(path: Path, *, marks: tuple[str, ...]) -> Work:
    """Read a file that holds a case, or an object that bears one of the marks.

    Args:
        path: The file.
        marks: Fields that show that an object is no case but of another kind.

    Raises:
        InputError: The file cannot be read.
        ConfigurationError: It is a case with problems; all of them at once.
    """
    hint = "Give a file that holds one JSON object in UTF-8."
    try:
        if path.stat().st_size > _BYTES_AT_MOST:
            message = f"The file {path} is larger than {_BYTES_AT_MOST:,} bytes."
            raise InputError(message, hint=hint)
        text = path.read_text(encoding="utf-8")
        value = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        message = f"The file {path} cannot be read: {error}."
        raise InputError(message, hint=hint) from error
    if isinstance(value, dict) and any(mark in value for mark in marks):
        return value
    return read_case(text, name=path.name)


def conflicts_of_case(
    case: Case, *, wishes: bool, limit: int
) -> tuple[ConflictReport, dict[str, Any]]:
    """Find what cannot stand together; as a record and as plain values."""
    report = find_conflicts(case, wishes=wishes, limit=limit)
    return report, to_json(report)


def sets_of_clauses(value: Mapping[str, Any], *, limit: int) -> dict[str, Any]:
    """Find all minimal sets of bare clauses.

    Args:
        value: Holds ``clauses``, each a demand of its own, and perhaps ``hard``.
        limit: How many sets of one kind are enough.

    Returns:
        ``mus`` and ``mcs`` with numbers of clauses from 1, and ``complete``.

    Raises:
        InputError: The clauses are no arrays of whole numbers other than 0.
    """
    clauses = _clauses(value, "clauses")
    found = find_all_sets(
        plain_groups(clauses, hard=_clauses(value, "hard")), limit=limit
    )
    return {
        "mus": sorted([number + 1 for number in one] for one in found.mus),
        "mcs": sorted([number + 1 for number in one] for one in found.mcs),
        "complete": found.complete,
    }


def _clauses(value: Mapping[str, Any], key: str) -> list[list[int]]:
    """Check that a field holds clauses."""
    given = value.get(key, [])
    fits = isinstance(given, list) and all(
        isinstance(clause, list) and all(type(literal) is int for literal in clause)
        for clause in given
    )
    if not fits:
        message = f"The field {key!r} is no array of arrays of whole numbers."
        raise InputError(message, hint='Write it as "clauses": [[1, -2], [2]].')
    clauses: list[list[int]] = given
    return clauses
