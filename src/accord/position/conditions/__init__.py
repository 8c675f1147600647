"""Conditions, and how firmly words are put."""

from accord.position.conditions.extent import (
    Condition,
    find_condition,
    find_opening_condition,
)
from accord.position.conditions.firmness import modality_of
from accord.position.conditions.markers import condition_hits

__all__ = [
    "Condition",
    "condition_hits",
    "find_condition",
    "find_opening_condition",
    "modality_of",
]
