"""Conflicts: which demands cannot stand together, and what would have to give.

In comes a case (or bare groups of clauses); out come all minimal sets of demands that
cannot be met, all minimal sets whose giving up lets the rest be met, a smallest set and
the cheapest way out, each as a sentence, with what it rests on.

Every demand becomes a group of clauses behind one selector, so that an explanation
speaks in demands. All sets are found by MARCO (liffiton2016): a map of what is not yet
known, a solver, growing and shrinking. Demands that share no issue are worked out
apart.

Limits: the number of sets can double with each demand. The search ends after a number
of sets or of questions to the solver, never by the clock, and says whether it is
complete.
"""

from accord.solve.conflicts.answer import ConflictReport, find_conflicts
from accord.solve.conflicts.groups import plain_groups
from accord.solve.conflicts.marco import find_all_sets
from accord.solve.conflicts.smallest import find_smallest

__all__ = [
    "ConflictReport",
    "find_all_sets",
    "find_conflicts",
    "find_smallest",
    "plain_groups",
]
