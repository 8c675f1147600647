"""Power: who can decide, who can block, under a rule as it is written.

In comes a game (players and a rule over weights, heads and combinations of them); out
come the indices of power as exact fractions, the veto players, the minimal winning and
blocking sets, and the answer to whether a guarantee can be triggered against a member
who holds a veto.

Weighted rules, also with conditions on the number of members, are counted by generating
functions; other combinations by a decision diagram over what is left of each quota;
minimal coalitions of small games by truth tables. Nothing is sampled unless asked for.

Limits: the indices see the rule alone. Wishes, alliances, agenda, abstention and
enforcement are not in them.
"""

from accord.solve.power.guarantee import solve_guarantee
from accord.solve.power.reading import read_game
from accord.solve.power.sampling import estimate_power
from accord.solve.power.sets import list_minimal
from accord.solve.power.solving import solve_power

__all__ = [
    "estimate_power",
    "list_minimal",
    "read_game",
    "solve_guarantee",
    "solve_power",
]
