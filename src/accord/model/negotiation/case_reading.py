"""Reads and writes case files; every problem is reported at once."""

import dataclasses
import json
import typing
from collections.abc import Mapping
from typing import Any

from accord.errors import AccordError, ConfigurationError, Problem
from accord.model.codec import from_json, read_fields, to_json
from accord.model.negotiation.case import Case
from accord.model.negotiation.case_checking import find_problems

__all__ = ["case_from_json", "case_to_json", "read_case"]

_HINT = "docs/methods/conflicts.md shows a whole case file."
# The class of the entries of each section.
_SECTIONS: dict[str, type] = {
    name: typing.get_args(kind)[0]
    for name, kind in typing.get_type_hints(Case).items()
    if typing.get_origin(kind) is tuple
}
_SCALARS = tuple(f.name for f in dataclasses.fields(Case) if f.name not in _SECTIONS)


def read_case(text: str, *, name: str = "case.json") -> Case:
    """Read a case file and check it.

    Args:
        text: What the file holds.
        name: The file's name, for the messages.

    Returns:
        The case; all names in it are known and nothing stands twice.

    Raises:
        ConfigurationError: Something is wrong; all problems at once, each with its
            place.

    Example:
        >>> read_case('{"title": "Water", "parties": [{"id": "A", "name": "A"}]}').title
        'Water'
    """
    try:
        value = json.loads(text)
    except ValueError as error:
        raise _wrong(name, [Problem(name, f"not JSON: {error}")]) from error
    return case_from_json(value, name=name)


def case_from_json(value: object, *, name: str = "case.json") -> Case:
    """Make a case of plain JSON values and check it, as ``read_case`` does.

    Raises:
        ConfigurationError: Something is wrong; all problems at once.
    """
    if not isinstance(value, dict):
        raise _wrong(name, [Problem(name, "a case is an object")])
    problems: list[Problem] = []
    fields: dict[str, Any] = {}
    for key, given in value.items():
        if key in _SECTIONS:
            fields[key] = _section(key, given, name, problems)
        elif key in _SCALARS:
            fields[key] = given
        else:
            problems.append(Problem(f"{name}:{key}", "a case has no such field"))
    case = _scalars(fields, name, problems)
    problems += find_problems(case, name)
    if problems:
        raise _wrong(name, problems)
    return case


def case_to_json(case: Case) -> dict[str, Any]:
    """Write a case as plain JSON values, choices as ``{"issue": ["option"]}``.

    Example:
        >>> case_to_json(Case(title="Water"))["schema"]
        'accord-case/1'
    """
    value: dict[str, Any] = to_json(case)
    for demand in value["demands"]:
        demand["accepts"] = _object(demand["accepts"])
        demand["forbids"] = [_object(c["choices"]) for c in demand["forbids"]]
    for exclusion in value["exclusions"]:
        exclusion["combination"] = _object(exclusion["combination"]["choices"])
    return value


def _wrong(name: str, problems: list[Problem]) -> ConfigurationError:
    """Make the error."""
    message = f"The case {name} cannot be used:"
    return ConfigurationError(message, problems=problems, hint=_HINT)


def _section(
    key: str, given: object, name: str, problems: list[Problem]
) -> tuple[Any, ...]:
    """Read the entries of a section; those that cannot be read become problems."""
    if not isinstance(given, list):
        problems.append(Problem(f"{name}:{key}", "expected an array"))
        return ()
    kept: list[Any] = []
    for number, entry in enumerate(given):
        fields, wrong = read_fields(_SECTIONS[key], _unfold(entry))
        place = f"{name}:{key}[{number}]"
        problems += [Problem(place, message) for message in wrong]
        try:
            # What can be read is checked further, so that one run tells all.
            kept.append(_SECTIONS[key](**fields))
        except (AccordError, TypeError) as error:
            if not wrong:
                problems.append(Problem(place, str(error)))
    return tuple(kept)


def _scalars(fields: dict[str, Any], name: str, problems: list[Problem]) -> Case:
    """Make the case; what is wrong with its own fields becomes a problem."""
    sections = {key: fields[key] for key in fields if key in _SECTIONS}
    plain = {key: fields[key] for key in fields if key not in _SECTIONS}
    try:
        head = from_json(Case, plain)
    except AccordError as error:
        problems.append(Problem(name, error.message))
        head = Case()
    return dataclasses.replace(head, **sections)


def _unfold(entry: object) -> object:
    """Turn objects of choices into the arrays that the records have."""
    if not isinstance(entry, dict):
        return entry
    unfolded = dict(entry)
    if "accepts" in entry:
        unfolded["accepts"] = _array(entry["accepts"])
    if isinstance(entry.get("forbids"), list):
        unfolded["forbids"] = [{"choices": _array(one)} for one in entry["forbids"]]
    if "combination" in entry:
        unfolded["combination"] = {"choices": _array(entry["combination"])}
    return unfolded


def _array(choices: object) -> object:
    """Turn ``{"issue": ["option"]}`` into an array of choices."""
    if not isinstance(choices, Mapping):
        return choices
    return [{"issue": issue, "options": options} for issue, options in choices.items()]


def _object(choices: list[dict[str, Any]]) -> dict[str, Any]:
    """Turn an array of choices into ``{"issue": ["option"]}``."""
    return {choice["issue"]: choice["options"] for choice in choices}
