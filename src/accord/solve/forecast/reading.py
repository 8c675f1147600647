"""Reading contests from a JSON object."""

from collections.abc import Mapping
from typing import Any

from accord.errors import InputError
from accord.model.negotiation.contest import Contest, Stake

__all__ = ["read_contests"]

_HINT = (
    'Write {"actors": [{"name": "A", "capability": 1, "position": 5, "salience": 1}]}.'
)


def read_contests(value: Mapping[str, Any]) -> tuple[Contest, ...]:
    """Read one contest, or several under ``cases``.

    Args:
        value: ``actors`` with ``name``, ``capability``, ``position`` and ``salience``,
            perhaps ``title`` or ``issue`` and ``outcome``.

    Returns:
        The contests, at least one.

    Raises:
        InputError: The object holds no contest, or one that cannot be used.
    """
    cases = value.get("cases", [value])
    if not isinstance(cases, list) or not cases:
        message = "The object's cases are no list of contests."
        raise InputError(message, hint=_HINT)
    return tuple(_contest(case) for case in cases)


def _contest(value: object) -> Contest:
    """Read one contest."""
    actors = value.get("actors") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(actors, list):
        message = "A contest has no list of actors."
        raise InputError(message, hint=_HINT)
    title = value.get("title") or value.get("issue") or value.get("id") or ""
    outcome = value.get("outcome")
    return Contest(
        stakes=tuple(_stake(actor) for actor in actors),
        title=str(title),
        outcome=None if outcome is None else _number(outcome, "outcome of a contest"),
    )


def _stake(value: object) -> Stake:
    """Read one actor."""
    name = value.get("name") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not name:
        message = f"An actor is {str(value)[:60]!r}, which has no name."
        raise InputError(message, hint=_HINT)
    capability, position, salience = (
        _number(value.get(what), f"{what} of {str(name)!r}")
        for what in ("capability", "position", "salience")
    )
    return Stake(str(name), capability, position, salience)


def _number(given: object, what: str) -> float:
    """Read a number."""
    if isinstance(given, int | float) and not isinstance(given, bool):
        return float(given)
    message = f"The {what} is {str(given)[:60]!r}, which is no number."
    raise InputError(message, hint=_HINT)
