"""The answer for a case whose issues hang together in too many ways to be listed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from accord.model.negotiation.case import Case, CaseDemand
from accord.ports.optimiser import Optimiser
from accord.solve.basis import Basis, basis_of
from accord.solve.conflicts import find_conflicts
from accord.solve.packages.coupled import Coupled, Worth
from accord.solve.packages.records import Package, PackageReport, Solution
from accord.solve.packages.solutions import choose_solutions
from accord.solve.packages.valuing import check_gaps

__all__ = ["ask_packages", "ask_whether_empty"]

# Each efficient package is two questions to the optimiser.
_POINTS_AT_MOST = 500
# Of more than two parties one question each, ever harder ones.
_ZONE_AT_MOST = 200
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

    Parties who all have utilities get the efficient packages (of more than two parties
    those in the zone of agreement) and what the rules choose; all others learn whether
    any package meets all demands, and which come nearest.

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
    if parties and not ordinal and set(parties) == valued:
        return _cardinal(case, coupled, shown)
    return _ordinal(case, coupled, shown, ordinal=ordinal or not valued)


def ask_whether_empty(
    case: Case, optimiser: Optimiser, *, ordinal: bool = False
) -> bool:
    """Tell whether the zone of agreement of such a case is empty.

    Raises:
        InputError: The exclusions leave no package.
        BackendError: The search was given up.
    """
    coupled = Coupled(case, optimiser)
    valued = {value.party for value in case.utilities}
    if ordinal or not case.parties or {p.id for p in case.parties} != valued:
        return bool(coupled.nearest(1)[0].lacks)
    worth = [_worth(case, party.id) for party in case.parties]
    alternatives, _ = _alternatives(case, coupled, worth)
    # All of no packages were found: there are none.
    _, complete = coupled.zone(worth, alternatives, at_most=0)
    return complete


def _ordinal(
    case: Case, coupled: Coupled, shown: int, *, ordinal: bool
) -> PackageReport:
    """Answer by demands alone."""
    nearest = coupled.nearest(shown)
    empty = bool(nearest[0].lacks)
    caveats = [_MODELLED, _UNCOUNTED]
    if not ordinal:
        valued = {value.party for value in case.utilities}
        without = [party.name for party in case.parties if party.id not in valued]
        caveats.append(f"Without utilities: {', '.join(without)}.")
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was found of parties who all have utilities.

    Attributes:
        points: Efficient packages, with their utilities and who is short.
        gains: What each gives every party over its alternative.
        near: Where none of them is in the zone, those that miss it least.
        all_efficient: Whether these are all efficient packages, in the zone or not.
        complete: Whether nothing was left out.
    """

    points: tuple[Package, ...]
    gains: tuple[tuple[Fraction, ...], ...]
    near: tuple[Package, ...]
    all_efficient: bool
    complete: bool


def _cardinal(case: Case, coupled: Coupled, shown: int) -> PackageReport:
    """Answer by utilities."""
    worth = [_worth(case, party.id) for party in case.parties]
    alternatives, silent = _alternatives(case, coupled, worth)
    asked = _ask(case, coupled, worth, alternatives, shown)
    zone = [number for number, gain in enumerate(asked.gains) if min(gain) >= 0]
    inside = [asked.points[number].utilities for number in zone]
    solutions = choose_solutions(
        [asked.gains[n] for n in zone] if asked.complete else []
    )
    lines = [d for d in case.demands if d.kind == "red-line"]
    feasible = bool(asked.points or asked.near)
    caveats = [_MODELLED, _UNCOUNTED]
    if silent:
        caveats.append(
            f"No alternative is given for {', '.join(silent)}: the worst feasible "
            "package stands in."
        )
    if not asked.complete:
        caveats.append(
            f"There are more than {len(asked.points):,} efficient packages in the zone; "
            "the rest was not looked for, and no rule of fairness is applied."
        )
    return PackageReport(
        mode="cardinal",
        parties=tuple(party.id for party in case.parties),
        packages=None,
        feasible=None if feasible else 0,
        agreeable=None,
        zone=tuple(asked.points[n] for n in zone[:shown]),
        zone_empty=not zone,
        efficient=len(asked.points) if asked.all_efficient else None,
        frontier=asked.points[:shown],
        near=() if zone else asked.near or coupled.nearest(shown),
        alternatives=tuple(map(float, alternatives)),
        ideal=tuple(max(column) for column in zip(*inside, strict=True)),
        solutions=tuple(
            Solution(
                rule=chosen.rule,
                packages=tuple(asked.points[zone[n]] for n in chosen.points),
                scale_free=chosen.scale_free,
                warning=chosen.warning,
            )
            for chosen in solutions
        ),
        obstacles=None
        if feasible
        else find_conflicts(replace(case, demands=tuple(lines)), limit=_SETS),
        sentence=f"Under these modelled preferences {_say(asked, len(zone))}",
        caveats=tuple(caveats),
        basis=_basis(case, lines),
    )


def _ask(
    case: Case,
    coupled: Coupled,
    worth: Sequence[Worth],
    alternatives: Sequence[Fraction],
    shown: int,
) -> _Asked:
    """Ask for efficient packages: all of two parties, those in the zone of more."""
    two = len(worth) == 2
    if two:
        found, complete = coupled.frontier(worth, at_most=_POINTS_AT_MOST), True
    else:
        found, complete = coupled.zone(worth, alternatives, at_most=_ZONE_AT_MOST)
    told = []
    for package in found:
        gain = _gain(package, worth, alternatives)
        told.append((_with_short(case, package, gain), gain))
    points, gains = tuple(p for p, _ in told), tuple(g for _, g in told)
    near = points[:shown]
    if not two and not found:
        near = tuple(
            _with_short(case, package, _gain(package, worth, alternatives))
            for package in coupled.least_short(worth, alternatives, shown)
        )
    return _Asked(points, gains, near, all_efficient=two, complete=complete)


def _worth(case: Case, party: str) -> dict[tuple[str, str], Fraction]:
    """Say what each option adds to a party's utility, weights included."""
    weights = {
        w.issue: Fraction(str(w.value)) for w in case.weights if w.party == party
    }
    return {
        (v.issue or "", v.option or ""): Fraction(str(v.value))
        * weights.get(v.issue, Fraction(1))
        for v in case.utilities
        if v.party == party
    }


def _alternatives(
    case: Case, coupled: Coupled, worth: Sequence[Worth]
) -> tuple[tuple[Fraction, ...], tuple[str, ...]]:
    """Find what each has without agreement, and who does not say."""
    given = {value.party: Fraction(str(value.value)) for value in case.disagreement}
    silent = tuple(party.name for party in case.parties if party.id not in given)
    found = tuple(
        given[party.id] if party.id in given else coupled.worst(values) or Fraction()
        for party, values in zip(case.parties, worth, strict=True)
    )
    return found, silent


def _gain(
    package: Package, worth: Sequence[Worth], alternatives: Sequence[Fraction]
) -> tuple[Fraction, ...]:
    """Say exactly what a package gives each over its alternative."""
    return tuple(
        sum((values.get(pair, Fraction()) for pair in package.options), -without)
        for values, without in zip(worth, alternatives, strict=True)
    )


def _say(asked: _Asked, zone: int) -> str:
    """Say whether there is a zone of agreement."""
    if not asked.points and not asked.near:
        return "no package keeps to all red lines: the zone of agreement is empty."
    if not zone:
        return (
            "no feasible package leaves everybody at least as well off as without "
            "agreement: the zone of agreement is empty."
        )
    number = f"{zone:,}" if asked.complete else f"more than {zone:,}"
    of = f"{number} of {len(asked.points):,}" if asked.all_efficient else number
    return (
        f"{of} efficient outcomes leave everybody at least as well off as without "
        "agreement."
    )


def _basis(case: Case, lines: Sequence[CaseDemand]) -> Basis:
    """List the values it rests on."""
    sections = ("utilities", "weights", "disagreement")
    values = [
        (f"{n}:{v.party}" + "".join(f"/{x}" for x in (v.issue, v.option) if x), v)
        for n in sections
        for v in getattr(case, n)
    ]
    demands = ((f"demands:{d.id}", d) for d in lines)
    excluded = ((f"exclusions:{e.id}", e) for e in case.exclusions)
    return basis_of([*values, *demands, *excluded])


def _with_short(case: Case, package: Package, gain: Sequence[Fraction]) -> Package:
    """Say who is below its alternative, and by how much."""
    short = tuple(
        (party.id, float(-more))
        for party, more in zip(case.parties, gain, strict=True)
        if more < 0
    )
    return replace(package, short=short)
