"""Solving a dispute as far as its texts go."""

from math import prod

from accord.errors import InputError
from accord.model import Dispute
from accord.model.negotiation.case import Case
from accord.model.solved import (
    NearPackage,
    Resting,
    Solution,
    SolvedPeriod,
    SolvedZone,
)
from accord.solve.conflicts import ConflictReport, find_conflicts
from accord.solve.conflicts.over_time import follow_conflicts
from accord.solve.draft import draft_case
from accord.solve.packages.answer import find_zone
from accord.solve.whole.rules import solve_rules
from accord.solve.whole.telling import tell_demand, tell_knots, tell_way

__all__ = ["solve_dispute"]

# Sets of one kind that are looked for in each knot, and questions to the solver: a
# report of 500 demands then takes a second or two.
_SETS = 200
_EFFORT = 2_000
# What a reader takes in; `accord solve packages` lists the rest.
_PACKAGES = 3
_NOTHING = (
    "Nothing was solved: no party was found to demand or reject anything on any "
    "question of the codebook."
)


def solve_dispute(dispute: Dispute) -> Solution:
    """Solve what can be solved of a dispute without an analyst.

    Args:
        dispute: Everything known.

    Returns:
        Knots of demands, the zone of agreement, decision rules, changes from month to
        month, and on what all of it rests.

    Cost:
        Bounded for each knot and, for packages, by ``packages.space.ROWS_AT_MOST``.
    """
    case = draft_case(dispute)
    rules = solve_rules(dispute)
    firm = [demand for demand in case.demands if demand.kind != "wish"]
    if not firm:
        return Solution(rules=rules, skipped=_NOTHING)
    try:
        report = find_conflicts(case, limit=_SETS, effort=_EFFORT)
    except InputError as error:
        return Solution(rules=rules, skipped=f"Nothing was solved: {error.message}")
    basis = report.basis
    return Solution(
        asks=tuple(tell_demand(case, demand) for demand in case.demands),
        knots=tell_knots(case, report),
        zone=_zone(case, report),
        rules=rules,
        periods=_periods(case),
        resting=Resting(
            values=len(basis.values),
            asserted=basis.asserted,
            inferred=basis.inferred,
            analyst=basis.analyst,
        ),
        caveats=report.caveats,
    )


def _zone(case: Case, report: ConflictReport) -> SolvedZone:
    """Say whether anything meets all demands, and if not, what would have to give."""
    opening = tuple(tell_way(knot.cheapest) for knot in report.knots)
    try:
        zone = find_zone(case, shown=_PACKAGES)
    except InputError as error:
        # What excludes itself leaves no package, however many there are to look at.
        empty = bool(report.knots) or None
        return SolvedZone(
            sentence=_unlisted(error.message, is_empty=bool(empty)),
            is_empty=empty,
            packages=prod(len(issue.options) for issue in case.issues),
            opening=opening,
        )
    return SolvedZone(
        sentence=zone.sentence,
        is_empty=zone.is_empty,
        packages=zone.packages,
        opening=opening,
        nearest=tuple(
            NearPackage(options=package.options, lacks=package.lacks)
            for package in zone.nearest
        ),
    )


def _unlisted(reason: str, *, is_empty: bool) -> str:
    """Say what is known where packages cannot be listed."""
    if is_empty:
        return (
            "Under these modelled preferences no package meets all demands: the zone of "
            f"agreement is empty. Packages were not listed: {reason}"
        )
    return f"Packages were not worked out: {reason}"


def _periods(case: Case) -> tuple[SolvedPeriod, ...]:
    """Follow the conflicts from month to month; those in which nothing changed go."""
    try:
        changes = follow_conflicts(case, by="month", effort=_EFFORT)
    except InputError:
        # No demand is dated, or they lie too far apart to be told month by month.
        return ()
    return tuple(
        SolvedPeriod(
            start=period.start,
            end=period.end,
            demands=len(period.demands),
            conflicts=len(period.conflicts),
            appeared=period.appeared,
            vanished=period.vanished,
        )
        for period in changes.periods
        if period.appeared or period.vanished
    )
