"""Conflicts and contests between Accord's JSON and the files of other programs."""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from accord.adapters.exchange import (
    is_gmcr,
    read_actors,
    read_gmcr,
    write_actors,
    write_gmcr,
)
from accord.app.solving.files import read_object, read_text
from accord.errors import InputError
from accord.model.negotiation import Conflict
from accord.model.negotiation.case_reading import case_from_json
from accord.model.negotiation.contest import Contest
from accord.solve.forecast import contests_of_case, read_contests
from accord.solve.stability import read_conflict
from accord.solve.stability.from_case import conflict_of_case
from accord.solve.stability.writing import conflict_to_json

__all__ = ["conflict_of_file", "converted"]

Form = Literal["json", "gmcr", "ktab"]


def conflict_of_file(path: Path) -> Conflict:
    """Read a conflict from Accord's JSON, a ``.gmcr`` file or a case with moves.

    Raises:
        InputError: The file cannot be read, or holds no conflict.
        ConfigurationError: It is a case with problems; all of them at once.
    """
    value = read_object(path)
    if is_gmcr(value):
        return read_gmcr(value, title=path.stem)
    if "parties" in value:
        return conflict_of_case(case_from_json(value, name=path.name))
    return read_conflict(value)


def converted(path: Path, *, to: str) -> str:
    """Rewrite a file in another form.

    Args:
        path: A conflict (JSON or ``.gmcr``), contests (JSON or CSV), or a case, of
            which the issues that lie on a line are contests.
        to: ``json``, ``gmcr`` or ``ktab``.

    Returns:
        The text of the new file.

    Raises:
        InputError: There is no such form, or it cannot hold what is in the file.
    """
    form: Form | None = next((one for one in get_args(Form) if one == to), None)
    if form is None:
        message = f"There is no form {to!r}."
        raise InputError(message, hint=f"Known are: {', '.join(get_args(Form))}.")
    found = _read(path)
    if isinstance(found, Conflict):
        if form == "ktab":
            message = "KTAB's CSV cannot hold a conflict of states and moves."
            raise InputError(message, hint="Convert it to json or gmcr.")
        value = write_gmcr(found) if form == "gmcr" else conflict_to_json(found)
        return _text(value)
    if form == "gmcr":
        message = "A .gmcr file cannot hold positions on a line."
        raise InputError(message, hint="Convert it to json or ktab.")
    if form == "ktab":
        return write_actors(found, title=path.stem)
    return _text({"cases": [_contest(contest) for contest in found]})


def _read(path: Path) -> Conflict | tuple[Contest, ...]:
    """Read a conflict or contests, whichever the file holds."""
    if path.suffix.lower() == ".csv":
        return read_actors(read_text(path))
    value = read_object(path)
    if "parties" in value:
        case = case_from_json(value, name=path.name)
        return tuple(found.contest for found in contests_of_case(case))
    if "actors" in value or "cases" in value:
        return read_contests(value)
    return conflict_of_file(path)


def _contest(contest: Contest) -> dict[str, Any]:
    """Write a contest as plain values."""
    return {
        "title": contest.title,
        "actors": [dataclasses.asdict(stake) for stake in contest.stakes],
        "outcome": contest.outcome,
    }


def _text(value: Mapping[str, Any]) -> str:
    """Write an object as text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
