"""Pairs of positions that exclude each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from accord.model import (
    Codebook,
    Irreconcilable,
    Issue,
    Position,
    Statement,
    content_id,
)
from accord.solve.demands import Demand, find_demands

__all__ = ["find_irreconcilable"]

PRODUCER = "solve.pairs.v1"

#: Pairs kept for an issue. Sixteen actors against sixteen make 256; beyond that a list
#: of pairs tells a reader nothing that the two camps in the ledger do not.
MOST_PAIRS_PER_ISSUE = 250


def find_irreconcilable(
    ledger: Sequence[Position], statements: Sequence[Statement], codebook: Codebook
) -> tuple[Irreconcilable, ...]:
    """Find the positions that cannot all be met.

    Args:
        ledger: The positions.
        statements: The statements they rest on.
        codebook: The issues, with their options and what excludes what.

    Returns:
        Pairs, each minimal: either position alone can be met. The best proven come
        first, by the weaker side's evidence, then by both sides' together; of each
        issue the first ``MOST_PAIRS_PER_ISSUE``.

    Cost:
        Quadratic in the number of actors with a definite position on one issue, as
        is the number of pairs.

    Source:
        [liffiton2008] (a smallest set that cannot be satisfied).
    """
    by_id = {statement.id: statement for statement in statements}
    by_issue: dict[str, list[Demand]] = defaultdict(list)
    for demand in find_demands(ledger, by_id):
        by_issue[demand.issue].append(demand)
    found: list[tuple[Demand, Demand, str]] = []
    for issue in codebook.issues:
        found += _within(issue, by_issue[issue.id])
    found += _across(codebook, by_issue)
    order = {issue.id: number for number, issue in enumerate(codebook.issues)}
    found.sort(key=lambda f: _rank(f[0], f[1], order))
    kept: list[Irreconcilable] = []
    left = dict.fromkeys(order, MOST_PAIRS_PER_ISSUE)
    for one, other, reason in found:
        if left[one.issue]:
            left[one.issue] -= 1
            kept.append(_record(one, other, reason))
    return tuple(kept)


def _within(
    issue: Issue, demands: Sequence[Demand]
) -> Iterator[tuple[Demand, Demand, str]]:
    """Pair the demands on one issue that exclude each other."""
    for one, other in combinations(demands, 2):
        if one.key == other.key:
            continue
        if one.stance != other.stance:
            yes, no = (one, other) if one.stance == "support" else (other, one)
            reason = (
                f"{yes.name} answers yes, and {no.name} no, to the question: "
                f"{issue.question}"
            )
            yield yes, no, reason
        elif _want_different(issue, one, other):
            reason = (
                f"{one.name} wants {_words(one.option)}, and {other.name} wants "
                f"{_words(other.option)}; only one can settle the question: "
                f"{issue.question}"
            )
            yield one, other, reason


def _want_different(issue: Issue, one: Demand, other: Demand) -> bool:
    """Tell whether two demands with one stance want different options."""
    return (
        one.stance == "support"
        and one.option in issue.options
        and other.option in issue.options
        and one.option != other.option
    )


def _across(
    codebook: Codebook, by_issue: dict[str, list[Demand]]
) -> Iterator[tuple[Demand, Demand, str]]:
    """Pair the demands on two issues that cannot both be answered with yes."""
    seen: set[frozenset[str]] = set()
    known = {issue.id: issue for issue in codebook.issues}
    for issue in codebook.issues:
        for other_id in issue.excludes:
            pair = frozenset((issue.id, other_id))
            if other_id not in known or len(pair) == 1 or pair in seen:
                continue
            seen.add(pair)
            yield from _both_yes(issue, known[other_id], by_issue)


def _both_yes(
    issue: Issue, excluded: Issue, by_issue: dict[str, list[Demand]]
) -> Iterator[tuple[Demand, Demand, str]]:
    """Pair those who say yes to the one with those who say yes to the other."""
    for one in by_issue[issue.id]:
        for other in by_issue[excluded.id]:
            if one.key != other.key and {one.stance, other.stance} == {"support"}:
                reason = (
                    f"{one.name} answers yes to “{issue.question}” and {other.name} "
                    f"yes to “{excluded.question}”, which exclude each other."
                )
                yield one, other, reason


def _words(option: str | None) -> str:
    """Read an option's id as words."""
    return f"“{(option or '').replace('-', ' ')}”"


def _rank(
    one: Demand, other: Demand, order: dict[str, int]
) -> tuple[float, float, int, str, str]:
    """Sort the best proven first; then by issue and names."""
    weights = one.weight, other.weight
    return (-min(weights), -sum(weights), order[one.issue], one.key, other.key)


def _record(one: Demand, other: Demand, reason: str) -> Irreconcilable:
    """Make the record."""
    sides = [[d.key, d.issue, d.stance, d.option] for d in (one, other)]
    return Irreconcilable(
        id=content_id("irreconcilable", *sorted(sides, key=str)),
        produced_by=PRODUCER,
        issue=one.issue,
        sides=(one.side, other.side),
        reason=reason,
    )
