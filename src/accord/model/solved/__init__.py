"""Records of what was solved of a dispute, as the report tells it."""

from accord.model.solved.solution import (
    Ask,
    Asks,
    NearPackage,
    Resting,
    Solution,
    SolvedKnot,
    SolvedPeriod,
    SolvedRule,
    SolvedZone,
    Vote,
)

__all__ = [
    "Ask",
    "Asks",
    "NearPackage",
    "Resting",
    "Solution",
    "SolvedKnot",
    "SolvedPeriod",
    "SolvedRule",
    "SolvedZone",
    "Vote",
]
