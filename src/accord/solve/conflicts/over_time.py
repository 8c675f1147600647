"""How the picture changed over time: the conflicts among what was said in each period."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from accord.errors import InputError
from accord.model.negotiation.case import Case, CaseDemand
from accord.solve.conflicts.answer import find_conflicts
from accord.solve.conflicts.wording import word_conflict

__all__ = ["Changes", "Period", "Span", "follow_conflicts"]

Span = Literal["month", "quarter", "year"]

_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12}
_PERIODS_AT_MOST = 600
_SETS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The conflicts among the demands that were voiced within some time.

    Attributes:
        start: First day.
        end: Last day.
        demands: Ids of the demands that somebody is reported to have voiced then.
        conflicts: Minimal sets of them that cannot stand together, by ids.
        appeared: Those that the period before did not have.
        vanished: Those that only the period before had.
        sentences: What appeared, in words.
    """

    start: date
    end: date
    demands: tuple[str, ...]
    conflicts: tuple[tuple[str, ...], ...]
    appeared: tuple[tuple[str, ...], ...]
    vanished: tuple[tuple[str, ...], ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How the conflicts changed from period to period.

    Attributes:
        periods: From the first dated demand to the last, without gaps.
        undated: Ids of the demands without a date, which are in no period.
        complete: Whether all conflicts of all periods are listed.
        caveat: What a vanished conflict does not mean.
    """

    periods: tuple[Period, ...]
    undated: tuple[str, ...]
    complete: bool
    caveat: str = (
        "A conflict vanishes where nobody is reported to have voiced one of its demands "
        "again; that is not to say that it was given up."
    )


def follow_conflicts(
    case: Case, *, by: str, wishes: bool = False, effort: int | None = None
) -> Changes:
    """Follow the conflicts through time.

    Args:
        case: The case, checked.
        by: ``month``, ``quarter`` or ``year``.
        wishes: Whether wishes count as demands.
        effort: As in ``find_conflicts``, for each period.

    Returns:
        The periods with the conflicts among what was voiced in each.

    Raises:
        InputError: There is no such period, no demand is dated, or they lie too far
            apart.

    Cost:
        That of ``find_conflicts`` for each period.
    """
    if by not in get_args(Span):
        message = f"There is no period {by!r}."
        raise InputError(message, hint=f"Known are: {', '.join(get_args(Span))}.")
    demands = [d for d in case.demands if wishes or d.kind != "wish"]
    days = sorted({e.said for d in demands for e in d.evidence if e.said})
    if not days:
        message = "No demand of the case is dated."
        raise InputError(message, hint='Give its evidence a day: "said": "2024-05-01".')
    periods: list[Period] = []
    complete = True
    before: tuple[tuple[str, ...], ...] = ()
    for start, end in _cut(days[0], days[-1], _MONTHS[by]):
        voiced = tuple(d for d in demands if _is_voiced(d, start, end))
        report = find_conflicts(
            replace(case, demands=voiced), wishes=wishes, limit=_SETS, effort=effort
        )
        complete = complete and report.complete
        found = tuple(c.demands for knot in report.knots for c in knot.conflicts)
        appeared = tuple(one for one in found if one not in before)
        by_id = {demand.id: demand for demand in voiced}
        periods.append(
            Period(
                start=start,
                end=end,
                demands=tuple(by_id),
                conflicts=found,
                appeared=appeared,
                vanished=tuple(one for one in before if one not in found),
                sentences=tuple(
                    word_conflict(case, [by_id[name] for name in one])
                    for one in appeared
                ),
            )
        )
        before = found
    dated = {name for period in periods for name in period.demands}
    return Changes(
        periods=tuple(periods),
        undated=tuple(d.id for d in demands if d.id not in dated),
        complete=complete,
    )


def _is_voiced(demand: CaseDemand, start: date, end: date) -> bool:
    """Tell whether a demand was voiced within some time."""
    return any(e.said and start <= e.said <= end for e in demand.evidence)


def _cut(first: date, last: date, months: int) -> Iterator[tuple[date, date]]:
    """Cut time into periods of so many months, from the start of a year's first."""
    number = (first.year * 12 + first.month - 1) // months
    until = (last.year * 12 + last.month - 1) // months
    if until - number >= _PERIODS_AT_MOST:
        message = f"The demands lie {until - number + 1:,} periods apart."
        raise InputError(message, hint="Take longer periods, or check the dates.")
    for period in range(number, until + 1):
        yield _day(period * months), _day((period + 1) * months) - timedelta(days=1)


def _day(month: int) -> date:
    """Give the first day of a month counted from the year 0."""
    return date(month // 12, month % 12 + 1, 1)
