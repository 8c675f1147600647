"""Records of negotiation models: games with a decision rule, and graph-model conflicts.

They are what the solve room works on; they need only the standard library. A record
that contradicts itself cannot be made: the constructor raises InputError.
"""

from accord.model.negotiation.case import Case
from accord.model.negotiation.case_reading import case_to_json, read_case
from accord.model.negotiation.conflict import (
    STATES_AT_MOST,
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
    Direction,
)
from accord.model.negotiation.game import Combined, Game, Rule, Weighted

__all__ = [
    "STATES_AT_MOST",
    "Case",
    "Combined",
    "Conflict",
    "ConflictOption",
    "ConflictState",
    "DecisionMaker",
    "Direction",
    "Game",
    "Rule",
    "Weighted",
    "case_to_json",
    "read_case",
]
