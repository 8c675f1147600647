"""The space of packages, cut into blocks of issues that nothing joins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from accord.errors import InputError
from accord.model.negotiation.case import Case, CaseDemand, Combination

__all__ = [
    "ROWS_AT_MOST",
    "Block",
    "Row",
    "cut_into_blocks",
    "group_issues",
    "is_met",
]

#: Combinations of the issues of one block that are looked through one by one.
ROWS_AT_MOST = 200_000


@dataclass(frozen=True, slots=True)
class Row:
    """One way to settle the issues of a block.

    Attributes:
        options: One option for each issue of the block.
        lacks: Ids of the demands on these issues that it does not meet, wishes left
            out.
    """

    options: tuple[str, ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Issues that demands or exclusions join, apart from all others.

    Attributes:
        issues: Their ids.
        rows: Every way to settle them that no exclusion forbids.
    """

    issues: tuple[str, ...]
    rows: tuple[Row, ...]


def cut_into_blocks(case: Case) -> tuple[Block, ...]:
    """Cut the issues into blocks and list the ways to settle each.

    Every package is one row of each block.

    Raises:
        InputError: The issues of a block can be settled in too many ways.

    Cost:
        The product of the numbers of options within a block.
    """
    demands = [demand for demand in case.demands if demand.kind != "wish"]
    return tuple(_block(case, demands, issues) for issues in group_issues(case))


def group_issues(case: Case) -> list[list[str]]:
    """Group the issues that demands or exclusions join."""
    together = [_issues(exclusion.combination) for exclusion in case.exclusions]
    together += [_asked(demand) for demand in case.demands if demand.kind != "wish"]
    return _join([issue.id for issue in case.issues], together)


def is_met(demand: CaseDemand, settled: Mapping[str, str]) -> bool:
    """Tell whether a package meets a demand.

    Example:
        >>> from accord.model.negotiation.case import Choice
        >>> fee = CaseDemand(id="d", party="A", accepts=(Choice("fee", ("no",)),))
        >>> is_met(fee, {"fee": "no"}), is_met(fee, {"fee": "yes"})
        (True, False)
    """
    return all(settled[c.issue] in c.options for c in demand.accepts) and not any(
        _is_in(combination, settled) for combination in demand.forbids
    )


def _is_in(combination: Combination, settled: Mapping[str, str]) -> bool:
    """Tell whether a package is in a combination."""
    return all(
        settled[choice.issue] in choice.options for choice in combination.choices
    )


def _issues(combination: Combination) -> list[str]:
    return [choice.issue for choice in combination.choices]


def _asked(demand: CaseDemand) -> list[str]:
    """List the issues of a demand."""
    issues = [choice.issue for choice in demand.accepts]
    return issues + [issue for one in demand.forbids for issue in _issues(one)]


def _join(issues: Sequence[str], together: Sequence[Sequence[str]]) -> list[list[str]]:
    """Group issues that are joined, in the order of the case."""
    group = {issue: {issue} for issue in issues}
    for first, *others in together:
        for other in others:
            if group[first] is not group[other]:
                group[first] |= group[other]
                for issue in group[other]:
                    group[issue] = group[first]
    found: dict[int, list[str]] = {}
    for issue in issues:
        found.setdefault(id(group[issue]), []).append(issue)
    return list(found.values())


def _block(case: Case, demands: Sequence[CaseDemand], issues: Sequence[str]) -> Block:
    """List the ways to settle some issues."""
    options = [issue.options for issue in case.issues if issue.id in issues]
    count = prod(len(some) for some in options)
    if count > ROWS_AT_MOST:
        message = (
            f"The issues {', '.join(issues)} hang together and can be settled in "
            f"{count:,} ways, more than {ROWS_AT_MOST:,}."
        )
        hint = (
            "Take demands or exclusions over several issues apart, model fewer, or "
            "pip install 'accord[optimise]'."
        )
        raise InputError(message, hint=hint)
    own = [demand for demand in demands if _asked(demand)[0] in issues]
    excluded = [
        exclusion.combination
        for exclusion in case.exclusions
        if _issues(exclusion.combination)[0] in issues
    ]
    return Block(tuple(issues), tuple(_rows(issues, options, own, excluded)))


def _rows(
    issues: Sequence[str],
    options: Sequence[Sequence[str]],
    demands: Sequence[CaseDemand],
    excluded: Sequence[Combination],
) -> Iterator[Row]:
    """Go through all ways to settle a block."""
    for taken in product(*options):
        settled = dict(zip(issues, taken, strict=True))
        if not any(_is_in(combination, settled) for combination in excluded):
            lacks = tuple(d.id for d in demands if not is_met(d, settled))
            yield Row(taken, lacks)
