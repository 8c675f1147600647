"""Stability: which states of a modelled conflict would hold.

In comes a conflict as a graph model (who can bring it from which state to which, and
who prefers what); out come the states that are stable for each decision maker and for
all of them under R (Nash), GMR, SMR, SEQ and SIM, with the reason for each in words.

States are bits of integers. Where the others can bring the conflict is closed once over
all legal sequences of moves; other semantics of sanctions can be asked for by name.
Where it is not known which of two states somebody prefers, both what is stable in any
case and what might be is given.

Limits: what is found holds under the modelled preferences, options and moves; foresight
is that of each concept and no further.
"""

from accord.solve.stability.explaining import explain_state, find_joint_moves
from accord.solve.stability.reach import sanctions_named
from accord.solve.stability.reading import read_conflict
from accord.solve.stability.solving import solve_stability

__all__ = [
    "explain_state",
    "find_joint_moves",
    "read_conflict",
    "sanctions_named",
    "solve_stability",
]
