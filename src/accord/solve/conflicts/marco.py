"""All minimal sets, by walking the map of what is not yet known."""

from typing import Any, Self

from pysat.solvers import Solver

from accord.solve.conflicts.groups import Groups, Sets
from accord.solve.conflicts.oracle import ExhaustedError, Oracle
from accord.solve.conflicts.pairs import find_pairs

__all__ = ["LIMIT", "find_all_sets"]

#: Sets of one kind after which the search ends.
LIMIT = 10_000
#: Demands asked about, over all questions to the solver, after which it ends: some
#: ten seconds of work.
_ASKED = 45_000_000


def find_all_sets(
    groups: Groups, *, limit: int = LIMIT, effort: int | None = None
) -> Sets:
    """Find the minimal sets that cannot be met, and those that must give.

    A second solver keeps a map of all subsets: a subset that can be met rules its own
    subsets out, one that cannot rules out whatever contains it. Each point left on the
    map is grown to a largest set that can be met or shrunk to a smallest that cannot,
    until nothing is left.

    Args:
        groups: The demands.
        limit: How many sets of one kind are enough.
        effort: How many questions to the solver are enough; fewer the more demands
            there are if None. Neither limit looks at a clock, so the same input gives
            the same answer everywhere.

    Returns:
        The sets, and whether they are all.

    Raises:
        InputError: What holds anyway contradicts itself.

    Cost:
        The number of sets can double with each demand; each costs at most as many
        questions as there are demands.

    Source:
        [liffiton2016]; [liffiton2008] for the definitions.

    Example:
        >>> from accord.solve.conflicts.groups import plain_groups
        >>> found = find_all_sets(plain_groups([[1], [-1], [-1, 2], [-2]]))
        >>> found.mus, found.mcs, found.complete
        (((0, 1), (0, 2, 3)), ((0,), (1, 2), (1, 3)), True)
    """
    if effort is None:
        effort = _ASKED // max(len(groups.soft), 1)
    with Oracle(groups, effort=effort) as oracle, _Map(oracle.size) as known:
        mus: list[list[int]] = []
        mcs: list[list[int]] = []
        complete = False
        try:
            for found in find_pairs(oracle, limit=limit):
                mus.append(list(found))
                known.forbid(found)
            while len(mus) < limit and len(mcs) < limit:
                seed = known.next_seed()
                if seed is None:
                    complete = True
                    break
                if oracle.meets(seed):
                    grown = oracle.grow(oracle.met())
                    missing = [g for g in range(oracle.size) if g not in grown]
                    known.require(missing)
                    if missing:
                        mcs.append(missing)
                else:
                    mus.append(oracle.shrink(oracle.core()))
                    known.forbid(mus[-1])
        except ExhaustedError:
            complete = False
        return Sets(
            mus=_sorted(mus), mcs=_sorted(mcs), complete=complete, calls=oracle.calls
        )


def _sorted(sets: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    """Put the smallest sets first."""
    return tuple(sorted((tuple(one) for one in sets), key=lambda s: (len(s), s)))


class _Map:
    """Which subsets of the demands are not known yet."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._solver: Any = Solver(name="minisat22")
        self._solver.set_phases(list(range(1, size + 1)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def next_seed(self) -> list[int] | None:
        """Give a subset that is not known yet, large ones first; None if none is."""
        if not self._solver.solve():
            return None
        out = {-literal for literal in self._solver.get_model() if literal < 0}
        return [group for group in range(self._size) if group + 1 not in out]

    def forbid(self, groups: "list[int] | tuple[int, ...]") -> None:
        """Rule out whatever contains all these."""
        self._solver.add_clause([-(group + 1) for group in groups])

    def require(self, groups: list[int]) -> None:
        """Rule out whatever contains none of these."""
        self._solver.add_clause([group + 1 for group in groups])
