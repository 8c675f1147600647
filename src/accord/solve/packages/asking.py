"""The answer for a case whose issues hang together in too many ways to be listed."""

from dataclasses import replace
from fractions import Fraction

from accord.model.negotiation.case import Case
from accord.ports.optimiser import Optimiser
from accord.solve.basis import basis_of
from accord.solve.conflicts import find_conflicts
from accord.solve.packages.coupled import Coupled
from accord.solve.packages.records import Package, PackageReport, Solution
from accord.solve.packages.solutions import choose_solutions
from accord.solve.packages.valuing import check_gaps

__all__ = ["ask_packages"]

# Each efficient package is two questions to the optimiser.
_POINTS_AT_MOST = 500
_SETS = 1_000
_UNCOUNTED = (
    "Issues hang together in too many ways to be counted: packages were asked for one "
    "by one, each certain to be the best that is left."
)
_MODELLED = (
    "Utilities and demands are as modelled: stated positions are moves in a "
    "negotiation, not utilities or alternatives."
)


def ask_packages(
    case: Case, optimiser: Optimiser, *, ordinal: bool = False, shown: int = 20
) -> PackageReport:
    """Find packages of a case that ``find_packages`` refuses as too large.

    Two parties with utilities and alternatives get the efficient packages and what the
    rules choose; all others learn whether any package meets all demands, and which
    come nearest.

    Args:
        case: The case, checked.
        optimiser: Answers.
        ordinal: Whether to leave utilities aside.
        shown: How many packages of a sort to list.

    Raises:
        InputError: The exclusions leave no package, or there are too many efficient
            packages.
        ConfigurationError: A party has utilities for some options of an issue only.
        BackendError: The search was given up.
    """
    check_gaps(case)
    coupled = Coupled(case, optimiser)
    parties = [party.id for party in case.parties]
    valued = {value.party for value in case.utilities}
    given = {value.party: Fraction(str(value.value)) for value in case.disagreement}
    if not ordinal and len(parties) == 2 and set(parties) == valued == given.keys():
        return _cardinal(case, coupled, [given[party] for party in parties], shown)
    return _ordinal(case, coupled, shown, ordinal=ordinal or not valued)


def _ordinal(
    case: Case, coupled: Coupled, shown: int, *, ordinal: bool
) -> PackageReport:
    """Answer by demands alone."""
    nearest = coupled.nearest(shown)
    empty = bool(nearest[0].lacks)
    caveats = [_MODELLED, _UNCOUNTED]
    if not ordinal:
        caveats.append(
            "Utilities are left aside: so coupled, they are compared for two parties "
            "with alternatives only."
        )
    verdict = "no package meets" if empty else "there are packages that meet"
    end = ": the zone of agreement is empty." if empty else "."
    return PackageReport(
        mode="ordinal",
        parties=tuple(party.id for party in case.parties),
        packages=None,
        feasible=None,
        agreeable=0 if empty else None,
        zone=tuple(package for package in nearest if not package.lacks),
        zone_empty=empty,
        efficient=None,
        frontier=(),
        near=nearest if empty else (),
        alternatives=(),
        ideal=(),
        solutions=(),
        obstacles=find_conflicts(case, limit=_SETS) if empty else None,
        sentence=f"Under these modelled preferences {verdict} all demands{end}",
        caveats=tuple(caveats),
        basis=basis_of(
            [
                *((f"demands:{d.id}", d) for d in case.demands if d.kind != "wish"),
                *((f"exclusions:{e.id}", e) for e in case.exclusions),
            ]
        ),
    )


def _cardinal(
    case: Case, coupled: Coupled, alternatives: list[Fraction], shown: int
) -> PackageReport:
    """Answer by the utilities of two parties."""
    weights = {(w.party, w.issue): Fraction(str(w.value)) for w in case.weights}
    worth = [
        {
            (v.issue or "", v.option or ""): Fraction(str(v.value))
            * weights.get((v.party, v.issue), Fraction(1))
            for v in case.utilities
            if v.party == party.id
        }
        for party in case.parties
    ]
    points = coupled.frontier(worth, at_most=_POINTS_AT_MOST)
    utilities = [
        [
            sum((w.get(pair, Fraction()) for pair in p.options), Fraction())
            for w in worth
        ]
        for p in points
    ]
    gains = [[u - a for u, a in zip(us, alternatives, strict=True)] for us in utilities]
    told = [_with_short(case, p, g) for p, g in zip(points, gains, strict=True)]
    zone = [number for number, gain in enumerate(gains) if min(gain) >= 0]
    inside = [utilities[number] for number in zone]
    solutions = choose_solutions([gains[number] for number in zone])
    if not points:
        end = "no package keeps to all red lines: the zone of agreement is empty."
    elif not zone:
        end = (
            "no feasible package leaves everybody at least as well off as without "
            "agreement: the zone of agreement is empty."
        )
    else:
        end = (
            f"{len(zone):,} of {len(points):,} efficient outcomes leave everybody at "
            "least as well off as without agreement."
        )
    lines = [d for d in case.demands if d.kind == "red-line"]
    sections = ("utilities", "weights", "disagreement")
    values = [
        (f"{n}:{v.party}" + "".join(f"/{x}" for x in (v.issue, v.option) if x), v)
        for n in sections
        for v in getattr(case, n)
    ]
    return PackageReport(
        mode="cardinal",
        parties=tuple(party.id for party in case.parties),
        packages=None,
        feasible=None if points else 0,
        agreeable=None,
        zone=tuple(told[n] for n in zone[:shown]),
        zone_empty=not zone,
        efficient=len(points),
        frontier=tuple(told[:shown]),
        near=() if zone else (tuple(told[:shown]) or coupled.nearest(shown)),
        alternatives=tuple(map(float, alternatives)),
        ideal=tuple(float(max(column)) for column in zip(*inside, strict=True)),
        solutions=tuple(
            Solution(
                rule=chosen.rule,
                packages=tuple(told[zone[n]] for n in chosen.points),
                scale_free=chosen.scale_free,
                warning=chosen.warning,
            )
            for chosen in solutions
        ),
        obstacles=None
        if points
        else find_conflicts(replace(case, demands=tuple(lines)), limit=_SETS),
        sentence=f"Under these modelled preferences {end}",
        caveats=(_MODELLED, _UNCOUNTED),
        basis=basis_of(
            [
                *values,
                *((f"demands:{d.id}", d) for d in lines),
                *((f"exclusions:{e.id}", e) for e in case.exclusions),
            ]
        ),
    )


def _with_short(case: Case, package: Package, gain: list[Fraction]) -> Package:
    """Say who is below its alternative, and by how much."""
    short = tuple(
        (party.id, float(-more))
        for party, more in zip(case.parties, gain, strict=True)
        if more < 0
    )
    return replace(package, short=short)
