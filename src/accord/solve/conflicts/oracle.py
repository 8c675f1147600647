"""The oracle: asks a solver which demands can be met together."""

from collections.abc import Collection, Iterable
from types import TracebackType
from typing import Any, Self

from pysat.solvers import Solver

from accord.errors import InputError
from accord.solve.conflicts.groups import Groups

__all__ = ["ExhaustedError", "Oracle"]

# One solver for all; it is deterministic and can be given a budget.
_SOLVER = "minisat22"
# Conflicts within one question after which it counts as not answered. Questions about
# demands need tens; 2,000 random clauses at the threshold some thousands.
_CONFLICTS_PER_CALL = 200_000


class ExhaustedError(Exception):
    """The work allowed is used up; never leaves this package."""


class Oracle:
    """Answers which groups can be met together, and counts the questions.

    Each group has a selector: assumed, it switches the group's clauses on. Use it in
    a ``with`` block, since the solver holds memory of its own.

    Args:
        groups: The demands and what holds anyway.
        effort: Questions allowed.

    Raises:
        InputError: What holds anyway contradicts itself.
    """

    def __init__(self, groups: Groups, *, effort: int) -> None:
        self.calls = 0
        self._effort = effort
        self._groups = groups
        self.size = len(groups.soft)
        first = groups.variables + 1
        self._selectors = range(first, first + self.size)
        self._first = first
        self._solver: Any = Solver(name=_SOLVER)
        for clause in groups.hard:
            self._solver.add_clause(list(clause))
        for selector, clauses in zip(self._selectors, groups.soft, strict=True):
            for clause in clauses:
                self._solver.add_clause([-selector, *clause])
        if self.size:
            self._solver.set_phases(list(self._selectors))
        if not self.meets(()):
            self.close()
            message = "The rules that always hold contradict each other."
            raise InputError(message, hint="Take one of the exclusions away.")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the solver's memory."""
        self._solver.delete()

    def meets(self, groups: Iterable[int]) -> bool:
        """Tell whether these groups can be met together.

        Raises:
            ExhaustedError: The work allowed is used up.
        """
        if self.calls >= self._effort:
            raise ExhaustedError
        self.calls += 1
        assumptions = [self._first + group for group in groups]
        self._solver.conf_budget(_CONFLICTS_PER_CALL)
        answer = self._solver.solve_limited(assumptions=assumptions)
        if answer is None:
            raise ExhaustedError
        return bool(answer)

    def core(self) -> list[int]:
        """After a no: some of the groups that cannot be met together, sorted."""
        found = self._solver.get_core() or []
        return sorted(literal - self._first for literal in found)

    def met(self) -> set[int]:
        """After a yes: all groups that the solver's assignment meets."""
        true = set(self._solver.get_model() or [])
        return {
            number
            for number, clauses in enumerate(self._groups.soft)
            if all(not true.isdisjoint(clause) for clause in clauses)
        }

    def grow(self, met: Collection[int]) -> set[int]:
        """Add groups to those that can be met until no more can.

        Cost:
            One question for each group not met so far.
        """
        grown = set(met)
        for group in range(self.size):
            if group not in grown and self.meets((*sorted(grown), group)):
                grown |= self.met()
        return grown

    def shrink(self, core: Collection[int]) -> list[int]:
        """Take groups away that need not be there for the rest to be impossible.

        Cost:
            At most one question for each group.
        """
        needed: list[int] = []
        rest = sorted(core)
        while rest:
            group = rest.pop()
            if self.meets((*needed, *rest)):
                needed.append(group)
            else:
                kept = set(self.core())
                rest = [other for other in rest if other in kept]
        return sorted(needed)
