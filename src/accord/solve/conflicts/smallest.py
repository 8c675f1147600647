"""One smallest set of demands that cannot all be met."""

from dataclasses import dataclass
from typing import Any, Self

from pysat.card import ITotalizer
from pysat.solvers import Solver

from accord.solve.conflicts.groups import Groups
from accord.solve.conflicts.oracle import ExhaustedError, Oracle
from accord.solve.conflicts.pairs import find_pairs

__all__ = ["Smallest", "find_smallest"]

# Demands asked about, over all questions to the solver: some tenths of a second.
_ASKED = 1_000_000
_LEAST_EFFORT = 500
# The least size of a set where no two demands conflict.
_BEYOND_PAIRS = 3
# A minimal set with more demands is not made smaller: no budget is enough to prove it.
_HOPELESS = 60
# Conflicts within one search for the fewest demands that touch every set. Sets of ten
# demands among 500 need some hundred.
_CONFLICTS_PER_HIT = 2_000


@dataclass(frozen=True, slots=True)
class Smallest:
    """A smallest set.

    Attributes:
        groups: Sorted numbers of demands from 0; None if all can be met.
        proven: Whether it is known that no smaller set exists.
    """

    groups: tuple[int, ...] | None
    proven: bool


def find_smallest(groups: Groups, *, effort: int | None = None) -> Smallest:
    """Find a minimal set that cannot be met with as few demands as possible.

    What must give is collected until the fewest demands that touch every such set
    cannot be met together: no set that cannot be met is smaller.

    Args:
        groups: The demands.
        effort: How many questions to the solver are enough; fewer the more demands
            there are if None.

    Returns:
        The set. If the work runs out, a minimal set that may not be the smallest.

    Raises:
        InputError: What holds anyway contradicts itself.

    Cost:
        Exponential in the worst case; both problems inside are hard.

    Source:
        [ignatiev2015].

    Example:
        >>> from accord.solve.conflicts.groups import plain_groups
        >>> find_smallest(plain_groups([[1, 2], [-1], [-2], [3], [-3]])).groups
        (3, 4)
    """
    if effort is None:
        effort = max(_ASKED // max(len(groups.soft), 1), _LEAST_EFFORT)
    with Oracle(groups, effort=effort) as oracle:
        if oracle.meets(range(oracle.size)):
            return Smallest(None, proven=True)
        known = tuple(oracle.core())
        try:
            pair = next(find_pairs(oracle, limit=1), None)
            if pair is not None:
                return Smallest(pair, proven=True)
            known = tuple(oracle.shrink(known))
            if len(known) == _BEYOND_PAIRS:
                return Smallest(known, proven=True)
            if len(known) > _HOPELESS:
                return Smallest(known, proven=False)
            return Smallest(_search(oracle, known), proven=True)
        except ExhaustedError:
            return Smallest(_shrink_anyway(groups, known), proven=False)


def _search(oracle: Oracle, known: tuple[int, ...]) -> tuple[int, ...]:
    """Let the fewest demands that touch all sets that must give grow till impossible.

    Args:
        oracle: Answers for the demands.
        known: A minimal set that cannot be met; the bound from above.

    Returns:
        A smallest set; ``known`` if no smaller one exists.
    """
    apart = _apart(oracle)
    with _Toucher(
        oracle.size, most=len(known) - 1, least=max(len(apart), _BEYOND_PAIRS)
    ) as toucher:
        for missing in apart:
            toucher.touch(missing)
        while True:
            chosen = toucher.fewest()
            if chosen is None:
                return known
            if not oracle.meets(chosen):
                return tuple(chosen)
            toucher.touch(_missing(oracle, chosen))


def _apart(oracle: Oracle) -> list[list[int]]:
    """Find sets that must give and share no demand; a good start."""
    found: list[list[int]] = []
    taken: list[int] = []
    while oracle.meets(taken):
        found.append(_missing(oracle, taken))
        taken = sorted({*taken, *found[-1]})
    return found


def _missing(oracle: Oracle, met: list[int]) -> list[int]:
    """After a yes to ``met``: a smallest set that must give beside it."""
    grown = oracle.grow(oracle.met() | set(met))
    return [group for group in range(oracle.size) if group not in grown]


def _shrink_anyway(groups: Groups, core: tuple[int, ...]) -> tuple[int, ...]:
    """Make a core minimal; as many questions as it has demands are always allowed."""
    with Oracle(groups, effort=len(core) + 1) as oracle:
        return tuple(oracle.shrink(core))


class _Toucher:
    """Finds the fewest demands that touch every set given so far.

    The number can only grow as sets are added, so it is counted up from below.

    Args:
        size: How many demands there are.
        most: More than these are not asked for.
        least: So many are needed at least.
    """

    def __init__(self, size: int, *, most: int, least: int) -> None:
        self._size = size
        self._most = most
        self._bound = max(least, 1)
        self._solver: Any = Solver(name="glucose4")
        self._solver.set_phases([-number for number in range(1, size + 1)])
        self._count: Any = ITotalizer(
            lits=list(range(1, size + 1)), ubound=max(most, 1), top_id=size
        )
        self._solver.append_formula(self._count.cnf.clauses)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._count.delete()
        self._solver.delete()

    def touch(self, groups: list[int]) -> None:
        """Add a set."""
        self._solver.add_clause([group + 1 for group in groups])

    def fewest(self) -> list[int] | None:
        """Give the fewest demands, sorted; None if more than ``most`` are needed.

        Raises:
            ExhaustedError: They were not found within the budget.
        """
        while self._bound <= self._most:
            self._solver.conf_budget(_CONFLICTS_PER_HIT)
            # rhs[n] is true where more than n are chosen.
            above = [-self._count.rhs[self._bound]] if self._has_bound() else []
            answer = self._solver.solve_limited(assumptions=above)
            if answer is None:
                raise ExhaustedError
            if answer:
                return [v - 1 for v in self._solver.get_model()[: self._size] if v > 0]
            self._bound += 1
        return None

    def _has_bound(self) -> bool:
        """Tell whether the counter can say that the bound is exceeded."""
        return self._bound < len(self._count.rhs)
