"""Writing a conflict as a JSON object, the form that ``read_conflict`` reads."""

from typing import Any

from accord.model.negotiation import Conflict

__all__ = ["conflict_to_json"]

_DIRECTIONS = {"both": "both", "forward": "fwd", "back": "back"}


def conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    """Write a conflict as plain values; reading them gives the same conflict."""
    value: dict[str, Any] = {
        "id": conflict.id,
        "title": conflict.title,
        "decision_makers": [
            {
                "name": maker.name,
                "options": list(maker.options),
                "ranking_most_to_least": [
                    group[0] if len(group) == 1 else list(group)
                    for group in maker.ranking
                ],
                "unknown": [list(pair) for pair in maker.unknown],
            }
            for maker in conflict.decision_makers
        ],
        "options": [
            {"name": o.name, "permitted_direction": _DIRECTIONS[o.direction]}
            for o in conflict.options
        ],
        "states": [
            {"id": state.id, "values": state.values, "label": state.label}
            for state in conflict.states
        ],
    }
    if conflict.moves is not None:
        value["moves"] = [[list(row) for row in rows] for rows in conflict.moves]
    return value
