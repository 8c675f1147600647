"""Encoding: a case as clauses, one group for each demand."""

from collections.abc import Sequence
from itertools import combinations

from accord.model.negotiation.case import Case, CaseDemand, Choice, Combination
from accord.solve.conflicts.groups import Clause, Groups

__all__ = ["encode", "split"]


def encode(case: Case, demands: Sequence[CaseDemand]) -> Groups:
    """Write demands as groups of clauses.

    There is a variable for each option of each issue that the demands or the
    exclusions speak of; exactly one option of an issue is taken.

    Args:
        case: The case, checked.
        demands: Those to be met, which become groups in this order.

    Returns:
        The groups; the exclusions hold anyway.
    """
    numbers = _Numbers(case)
    hard = [
        *numbers.exactly_one(),
        *(numbers.never(exclusion.combination) for exclusion in case.exclusions),
    ]
    soft = tuple(
        (
            *(numbers.one_of(choice) for choice in demand.accepts),
            *(numbers.never(combination) for combination in demand.forbids),
        )
        for demand in demands
    )
    return Groups(soft, tuple(hard))


def split(
    case: Case, demands: Sequence[CaseDemand]
) -> tuple[tuple[CaseDemand, ...], ...]:
    """Split demands into parts that cannot touch each other.

    Two demands belong together if they speak of one issue, or of issues that an
    exclusion or a third demand joins. What must give in one part does not depend on
    the others.

    Returns:
        The parts, in the order of their first demands.
    """
    leader = {issue.id: issue.id for issue in case.issues}

    def find(issue: str) -> str:
        while leader[issue] != issue:
            leader[issue] = leader[leader[issue]]
            issue = leader[issue]
        return issue

    joined = [_issues((exclusion.combination,)) for exclusion in case.exclusions]
    joined += [_asked(demand) for demand in demands]
    for first, *others in joined:
        for other in others:
            leader[find(other)] = find(first)
    parts: dict[str, list[CaseDemand]] = {}
    for demand in demands:
        parts.setdefault(find(_asked(demand)[0]), []).append(demand)
    return tuple(tuple(part) for part in parts.values())


def _asked(demand: CaseDemand) -> list[str]:
    """List the issues a demand speaks of; at least one in a checked case."""
    return [choice.issue for choice in demand.accepts] + _issues(demand.forbids)


def _issues(combinations_: Sequence[Combination]) -> list[str]:
    """List the issues that combinations speak of."""
    return [choice.issue for one in combinations_ for choice in one.choices]


class _Numbers:
    """The variable of each option."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._of: dict[tuple[str, str], int] = {}
        for issue in case.issues:
            for option in issue.options:
                self._of[issue.id, option] = len(self._of) + 1
        self._options = {issue.id: issue.options for issue in case.issues}

    def exactly_one(self) -> list[Clause]:
        """Let every issue be settled, and only once."""
        clauses: list[Clause] = []
        for issue, options in self._options.items():
            literals = [self._of[issue, option] for option in options]
            clauses.append(tuple(literals))
            clauses += [(-one, -other) for one, other in combinations(literals, 2)]
        return clauses

    def one_of(self, choice: Choice) -> Clause:
        """Let an issue be settled by one of these options."""
        return tuple(self._of[choice.issue, option] for option in choice.options)

    def never(self, combination: Combination) -> Clause:
        """Let at least one issue of a combination be settled otherwise."""
        return tuple(
            self._of[choice.issue, option]
            for choice in combination.choices
            for option in self._options[choice.issue]
            if option not in choice.options
        )
