"""Contests within a case: issues whose options lie on a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from accord.errors import InputError
from accord.model.negotiation.case import Case, CaseDemand, CaseIssue, CaseValue
from accord.model.negotiation.contest import Contest, Stake
from accord.solve.basis import Basis, basis_of

__all__ = ["CaseContest", "contests_of_case"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContest:
    """One issue of a case as a contest.

    Attributes:
        issue: Issue id.
        scale: Each option with its place on the line.
        contest: Who pulls where.
        basis: What its numbers rest on.
        caveats: What stands in for numbers that the case lacks.
    """

    issue: str
    scale: tuple[tuple[str, float], ...]
    contest: Contest
    basis: Basis
    caveats: tuple[str, ...]


def contests_of_case(case: Case) -> tuple[CaseContest, ...]:
    """Find the issues of a case that can be forecast.

    An issue lies on a line if its ``scale`` says where each option lies, or if it has
    only two options. A party pulls at the mean of the options that it accepts, red
    lines and demands before wishes.

    Args:
        case: The case, checked.

    Returns:
        Contests in the order of the issues.

    Raises:
        InputError: No issue lies on a line and has a party that pulls at it.
    """
    found = [c for c in (_contest(case, issue) for issue in case.issues) if c]
    if found:
        return tuple(found)
    message = "No issue of the case lies on a line with a party that pulls at it."
    hint = 'Give an issue a "scale": one number for each of its options, in order.'
    raise InputError(message, hint=hint)


def _contest(case: Case, issue: CaseIssue) -> CaseContest | None:
    """Make a contest of one issue; None if it is none."""
    scale = issue.scale or ((0.0, 1.0) if len(issue.options) == 2 else ())
    if not scale:
        return None
    line = dict(zip(issue.options, scale, strict=True))
    stakes: list[Stake] = []
    rests_on: list[tuple[str, CaseDemand | CaseValue]] = []
    silent: list[str] = []
    for party in case.parties:
        pulling = _pulling(case, party.id, issue.id)
        if not pulling:
            continue
        capability = _find(case.capability, party.id, None)
        salience = _find(case.salience, party.id, issue.id)
        position = fmean(
            line[option]
            for demand in pulling
            for choice in demand.accepts
            if choice.issue == issue.id
            for option in choice.options
        )
        stakes.append(
            Stake(
                party.name,
                1.0 if capability is None else capability.value,
                position,
                1.0 if salience is None else salience.value,
            )
        )
        rests_on += [(f"demands:{demand.id}", demand) for demand in pulling]
        for name, value in (("capability", capability), ("salience", salience)):
            if value is None:
                silent.append(f"{name} of {party.name}")
            else:
                rests_on.append((f"{name}:{party.id}/{value.issue or ''}", value))
    if not stakes:
        return None
    caveats: tuple[str, ...] = ()
    if silent:
        caveats = (f"Not given, so 1 stands in: {', '.join(silent)}.",)
    return CaseContest(
        issue=issue.id,
        scale=tuple(line.items()),
        contest=Contest(stakes=tuple(stakes), title=issue.question),
        basis=basis_of(rests_on),
        caveats=caveats,
    )


def _pulling(case: Case, party: str, issue: str) -> Sequence[CaseDemand]:
    """Find the demands of a party that say what it accepts on an issue."""
    own = [
        demand
        for demand in case.demands
        if demand.party == party and any(c.issue == issue for c in demand.accepts)
    ]
    return [demand for demand in own if demand.kind != "wish"] or own


def _find(
    values: Sequence[CaseValue], party: str, issue: str | None
) -> CaseValue | None:
    """Find a number of a party."""
    return next((v for v in values if (v.party, v.issue) == (party, issue)), None)
