"""Groups: clauses that hold anyway, and groups of clauses that are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.errors import InputError

__all__ = ["Clause", "Groups", "Sets", "plain_groups"]

#: Literals joined by "or": variables from 1, negative where negated.
Clause = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """A set of demands in conjunctive normal form.

    Attributes:
        soft: For each demand the clauses that it stands for; numbered from 0.
        hard: Clauses that always hold.

    Raises:
        InputError: A literal is 0.
    """

    soft: tuple[tuple[Clause, ...], ...]
    hard: tuple[Clause, ...] = ()

    def __post_init__(self) -> None:
        clauses = (*self.hard, *(clause for group in self.soft for clause in group))
        if any(0 in clause for clause in clauses):
            message = "A clause has the literal 0."
            raise InputError(message, hint="Variables count from 1; -1 negates 1.")

    @property
    def variables(self) -> int:
        """The highest variable; 0 if there are none."""
        literals = (
            abs(literal)
            for clauses in (self.hard, *self.soft)
            for clause in clauses
            for literal in clause
        )
        return max(literals, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Minimal sets of demands.

    Attributes:
        mus: Sets that cannot all be met, each without a smaller one in it: sorted
            numbers of demands from 0, the smallest sets first.
        mcs: Sets whose giving up lets all others be met, likewise; empty if all can
            be met, since then nothing has to give.
        complete: Whether these are all.
        calls: How often the solver was asked.
    """

    mus: tuple[tuple[int, ...], ...]
    mcs: tuple[tuple[int, ...], ...]
    complete: bool
    calls: int


def plain_groups(
    clauses: Sequence[Sequence[int]], *, hard: Sequence[Sequence[int]] = ()
) -> Groups:
    """Make every clause a demand of its own.

    Example:
        >>> plain_groups([[1], [-1]]).soft
        (((1,),), ((-1,),))
    """
    return Groups(
        tuple((tuple(clause),) for clause in clauses),
        tuple(tuple(clause) for clause in hard),
    )
