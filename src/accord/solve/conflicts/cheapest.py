"""The cheapest way out where not all ways out are known."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from pysat.card import ITotalizer
from pysat.solvers import Solver

from accord.solve.conflicts.groups import Groups
from accord.solve.conflicts.oracle import Oracle

__all__ = ["Cheapest", "find_cheapest"]

# Conflicts of the solver in all; about two seconds.
_CONFLICTS = 50_000
# Units of cost that are counted one by one.
_UNITS_AT_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Cheapest:
    """A cheapest set of demands whose giving up frees all others.

    Attributes:
        groups: Sorted numbers of demands from 0.
        proven: Whether it is known that no set is cheaper.
    """

    groups: tuple[int, ...]
    proven: bool


def find_cheapest(
    groups: Groups, costs: Sequence[int], *, known: Collection[int]
) -> Cheapest:
    """Look for a cheaper set that must give until none is left.

    From what is known, the cost is pushed down step by step; each step asks the solver
    for an assignment that leaves fewer units of cost unmet.

    Args:
        groups: The demands.
        costs: What giving each demand up costs, in whole units above 0.
        known: A set that frees all others.

    Returns:
        The cheapest set found, and whether it is proven; if it is not, the work that
        is allowed was used up.

    Cost:
        Bounded by the conflicts of the solver; the problem is hard.

    Source:
        [morgado2013] (MaxSAT by searching from satisfiable to unsatisfiable).

    Example:
        >>> from accord.solve.conflicts.groups import plain_groups
        >>> clauses = plain_groups([[1], [-1], [-1, 2], [-2]])
        >>> find_cheapest(clauses, [1, 1, 1, 1], known=(1, 2))
        Cheapest(groups=(0,), proven=True)
    """
    best = tuple(sorted(known))
    if not best or sum(costs) > _UNITS_AT_MOST:
        return Cheapest(best, proven=not best)
    with Solver(name="minisat22") as solver:
        first = groups.variables + 1
        _load(solver, groups, first)
        # A demand stands as often among what is counted as it has units of cost.
        units = [-(first + n) for n, cost in enumerate(costs) for _ in range(cost)]
        count: Any = ITotalizer(
            lits=units,
            ubound=sum(costs[group] for group in best),
            top_id=first + len(costs),
        )
        solver.append_formula(count.cnf.clauses)
        proven = False
        spent = 0
        while not proven and spent < _CONFLICTS:
            cost = sum(costs[group] for group in best)
            solver.conf_budget(_CONFLICTS - spent)
            # rhs[n] is true where more than n units are given up.
            answer = solver.solve_limited(assumptions=[-count.rhs[cost - 1]])
            spent = int(solver.accum_stats()["conflicts"])
            if answer is None:
                break
            if answer:
                true = set(solver.get_model())
                best = tuple(n for n in range(len(costs)) if first + n not in true)
            proven = not answer or not best
        count.delete()
    return Cheapest(best if proven else _spare(groups, best), proven)


def _spare(groups: Groups, given_up: Collection[int]) -> tuple[int, ...]:
    """Keep whatever need not be given up."""
    every = range(len(groups.soft))
    with Oracle(groups, effort=len(groups.soft) + 1) as oracle:
        kept = oracle.grow({number for number in every if number not in given_up})
    return tuple(number for number in every if number not in kept)


def _load(solver: Any, groups: Groups, first: int) -> None:
    """Let a selector switch each demand on."""
    for clause in groups.hard:
        solver.add_clause(list(clause))
    for number, clauses in enumerate(groups.soft):
        for clause in clauses:
            solver.add_clause([-(first + number), *clause])
    solver.set_phases([first + number for number in range(len(groups.soft))])
