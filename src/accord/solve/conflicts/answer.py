"""The answer for a case: what cannot stand together, what must give, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import lcm

from accord.model.negotiation.case import Case, CaseDemand
from accord.solve.basis import Basis, basis_of
from accord.solve.conflicts.cheapest import find_cheapest
from accord.solve.conflicts.encoding import encode, split
from accord.solve.conflicts.marco import LIMIT, find_all_sets
from accord.solve.conflicts.ranking import Ranking
from accord.solve.conflicts.smallest import find_smallest
from accord.solve.conflicts.wording import word_conflict, word_correction

__all__ = ["ConflictReport", "ConflictSet", "Correction", "Knot", "find_conflicts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSet:
    """A smallest set of demands that cannot all be met (a MUS).

    Attributes:
        demands: Ids of the demands.
        parties: Whose they are, each once.
        since: First day on which all of them had been made; None if one is undated.
        sentence: The same in words.
    """

    demands: tuple[str, ...]
    parties: tuple[str, ...]
    since: date | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A smallest set of demands whose giving up frees all others (an MCS).

    Attributes:
        demands: Ids of the demands that give.
        parties: Whose they are, each once.
        red_lines: Those of the demands that are red lines.
        cost: Sum of the weights.
        sentence: The same in words.
    """

    demands: tuple[str, ...]
    parties: tuple[str, ...]
    red_lines: tuple[str, ...]
    cost: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """Demands that hang together and cannot all be met; apart from other knots.

    Attributes:
        demands: Ids of all the demands that hang together.
        conflicts: Minimal sets that cannot be met, the smallest first, among them the
            best proven.
        corrections: Minimal sets that must give, the cheapest first.
        cheapest: The cheapest of all, listed or not.
        cheapest_proven: Whether it is known that nothing is cheaper.
        complete: Whether these are all.
    """

    demands: tuple[str, ...]
    conflicts: tuple[ConflictSet, ...]
    corrections: tuple[Correction, ...]
    cheapest: Correction
    cheapest_proven: bool
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictReport:
    """What cannot stand together in a case.

    Attributes:
        knots: What must give in one does not depend on the others; to free all, one
            correction of each is needed. That with the best proven conflict first.
        pairs: All conflicts of two demands.
        smallest: A conflict with as few demands as possible; None if there is none.
        cost: What the cheapest way out of all knots costs.
        complete: Whether all conflicts and corrections are listed.
        basis: What it rests on.
        caveats: What a reader must know.
    """

    knots: tuple[Knot, ...]
    pairs: tuple[ConflictSet, ...]
    smallest: ConflictSet | None
    cost: float
    complete: bool
    basis: Basis
    caveats: tuple[str, ...]


_CAVEATS = (
    (
        "These are the demands as modelled: stated positions are moves in a "
        "negotiation, and what nobody said is unknown, not indifference."
    ),
    "A conflict is one of words as encoded: vague words can hide or make one.",
)


def find_conflicts(
    case: Case, *, wishes: bool = False, limit: int = LIMIT, effort: int | None = None
) -> ConflictReport:
    """Find what cannot stand together in a case, and what must give.

    Args:
        case: The case, checked.
        wishes: Whether wishes count as demands.
        limit: How many sets of one kind are enough, for each knot.
        effort: How many questions to the solver are enough, for each knot; fewer the
            more demands it has if None.

    Returns:
        The conflicts, knot by knot.

    Raises:
        InputError: The exclusions contradict each other.

    Cost:
        The number of sets can double with each demand of a knot.

    Source:
        [liffiton2008] for the definitions, [liffiton2016] for the search.
    """
    demands = [d for d in case.demands if wishes or d.kind != "wish"]
    # The exclusions alone are checked even where nobody demands anything.
    find_all_sets(encode(case, ()), limit=1, effort=effort)
    knots: list[Knot] = []
    smallest: list[ConflictSet] = []
    for part in split(case, demands):
        knot = _untie(case, part, limit=limit, effort=effort)
        if knot is None:
            continue
        knots.append(knot)
        if not knot.complete:
            smallest.append(_smallest(case, part, knot))
    knots = _rank(case, knots)
    used = {name for knot in knots for name in knot.demands}
    rests_on = [(f"demands:{d.id}", d) for d in demands if d.id in used or not used]
    excluded = [(f"exclusions:{e.id}", e) for e in case.exclusions]
    conflicts = [conflict for knot in knots for conflict in knot.conflicts]
    return ConflictReport(
        knots=tuple(knots),
        pairs=tuple(c for c in conflicts if len(c.demands) == 2),
        smallest=min(
            [*(knot.conflicts[0] for knot in knots if knot.complete), *smallest],
            key=lambda c: len(c.demands),
            default=None,
        ),
        cost=_total([knot.cheapest for knot in knots]),
        complete=all(knot.complete for knot in knots),
        basis=basis_of([*rests_on, *excluded]),
        caveats=_CAVEATS,
    )


def _rank(case: Case, knots: Sequence[Knot]) -> list[Knot]:
    """Put what a reader should see first before the rest, in knots and among them."""
    demands = {demand.id: demand for demand in case.demands}

    def of(conflict: ConflictSet) -> list[CaseDemand]:
        return [demands[name] for name in conflict.demands]

    found = [conflict for knot in knots for conflict in knot.conflicts]
    ranking = Ranking(case, [of(c) for c in found if len(c.demands) == 2])
    ranked = [
        replace(
            knot,
            conflicts=tuple(sorted(knot.conflicts, key=lambda c: ranking.key(of(c)))),
        )
        for knot in knots
    ]
    listed = [knot for knot in ranked if knot.conflicts]
    listed.sort(key=lambda knot: ranking.key(of(knot.conflicts[0])))
    # Where a limit was reached before the first conflict, only ways out are known.
    return [*listed, *(knot for knot in ranked if not knot.conflicts)]


def _untie(
    case: Case, part: Sequence[CaseDemand], *, limit: int, effort: int | None
) -> Knot | None:
    """Work out one part; None if all its demands can be met."""
    groups = encode(case, part)
    found = find_all_sets(groups, limit=limit, effort=effort)
    if not found.mus and not found.mcs:
        return None
    conflicts = [_conflict(case, [part[n] for n in numbers]) for numbers in found.mus]
    corrections = sorted(
        (_correction(case, [part[n] for n in numbers]) for numbers in found.mcs),
        key=lambda c: (len(c.red_lines), c.cost, len(c.demands), c.demands),
    )
    proven = found.complete
    if proven:
        cheapest = corrections[0]
    else:
        # Giving everything up is a way out, if no better one is known.
        names = [demand.id for demand in part]
        known = corrections[0].demands if corrections else names
        best = find_cheapest(
            groups, _costs(part), known=[names.index(name) for name in known]
        )
        cheapest = _correction(case, [part[number] for number in best.groups])
        proven = best.proven
    return Knot(
        demands=tuple(demand.id for demand in part),
        conflicts=tuple(conflicts),
        corrections=tuple(corrections),
        cheapest=cheapest,
        cheapest_proven=proven,
        complete=found.complete,
    )


def _costs(part: Sequence[CaseDemand]) -> list[int]:
    """Write weights as whole numbers; any red line costs more than all the rest."""
    weights = [_weight(demand) for demand in part]
    unit = lcm(*(weight.denominator for weight in weights))
    whole = [int(weight * unit) for weight in weights]
    over = sum(whole) + 1
    return [
        cost + (over if demand.kind == "red-line" else 0)
        for cost, demand in zip(whole, part, strict=True)
    ]


def _smallest(case: Case, part: Sequence[CaseDemand], knot: Knot) -> ConflictSet:
    """Find a smallest conflict of a knot of which not all are known."""
    found = find_smallest(encode(case, part)).groups
    if found is None:  # pragma: no cover - a knot cannot be met
        return knot.conflicts[0]
    return _conflict(case, [part[number] for number in found])


def _conflict(case: Case, demands: Sequence[CaseDemand]) -> ConflictSet:
    """Make the record of a set that cannot be met."""
    return ConflictSet(
        demands=tuple(demand.id for demand in demands),
        parties=tuple(dict.fromkeys(demand.party for demand in demands)),
        since=_since(demands),
        sentence=word_conflict(case, demands),
    )


def _correction(case: Case, demands: Sequence[CaseDemand]) -> Correction:
    """Make the record of a set that must give."""
    return Correction(
        demands=tuple(demand.id for demand in demands),
        parties=tuple(dict.fromkeys(demand.party for demand in demands)),
        red_lines=tuple(d.id for d in demands if d.kind == "red-line"),
        cost=float(sum((_weight(demand) for demand in demands), Fraction())),
        sentence=word_correction(case, demands),
    )


def _total(corrections: Sequence[Correction]) -> float:
    """Add costs up without rounding on the way."""
    return float(sum((Fraction(str(c.cost)) for c in corrections), Fraction()))


def _weight(demand: CaseDemand) -> Fraction:
    """Read a weight as it is written, so that sums do not depend on their order."""
    return Fraction(1) if demand.weight is None else Fraction(str(demand.weight))


def _since(demands: Sequence[CaseDemand]) -> date | None:
    """Find the day on which the last of these demands was first made."""
    first = [
        min((e.said for e in demand.evidence if e.said), default=None)
        for demand in demands
    ]
    known = [day for day in first if day is not None]
    return max(known) if len(known) == len(first) else None
