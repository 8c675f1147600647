"""The answer for a case: which packages there are, and which could be agreed on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from math import prod

from accord.errors import InputError
from accord.model.negotiation.case import Case
from accord.solve.basis import Basis, basis_of
from accord.solve.conflicts import ConflictReport, find_conflicts
from accord.solve.packages.bargaining import Bargain, Outcome, solve_bargain
from accord.solve.packages.near import cheapest_first
from accord.solve.packages.orders import best_rows
from accord.solve.packages.records import Package, PackageReport, Solution, Zone
from accord.solve.packages.space import Row, cut_into_blocks
from accord.solve.packages.valuing import (
    check_gaps,
    find_alternatives,
    value_rows,
)

__all__ = ["find_packages", "find_zone"]

_SHOWN = 20
# Conflicts and corrections listed for each knot where the zone is empty.
_SETS = 1_000
_MODELLED = (
    "Utilities and demands are as modelled: stated positions are moves in a "
    "negotiation, not utilities or alternatives."
)
_ORDINAL = (
    "Only demands and orders are used, so no rule of fairness is applied and nothing is "
    "said about how much anybody gains."
)


def find_packages(
    case: Case, *, ordinal: bool = False, shown: int = _SHOWN
) -> PackageReport:
    """Find which packages are feasible, efficient and could be agreed on.

    Where every party has utilities, the zone of agreement holds the packages that keep
    to all red lines and leave nobody below its alternative. Where not, it holds those
    that meet all red lines and demands, and no rule of fairness is applied, since
    orders do not say how much.

    Args:
        case: The case, checked.
        ordinal: Whether to leave utilities aside.
        shown: How many packages of a sort to list.

    Returns:
        The packages; counts are exact, lists hold the first ones.

    Raises:
        InputError: There are no issues, the exclusions leave no package, or there are
            too many packages to compare.
        ConfigurationError: A party has utilities for some options of an issue only;
            all gaps at once.
    """
    check_gaps(case)
    space = _space_of(case, shown)
    valued = {value.party for value in case.utilities}
    without = [party.name for party in case.parties if party.id not in valued]
    if valued and not without and not ordinal:
        return _cardinal(space)
    caveats = [_ORDINAL]
    if valued and not ordinal:
        caveats.append(f"Without utilities: {', '.join(without)}.")
    return _ordinal(space, tuple(caveats))


def find_zone(case: Case, *, shown: int = _SHOWN) -> Zone:
    """Tell whether any package meets all red lines and demands, and which come nearest.

    Unlike ``find_packages``, this compares nothing by orders or utilities, so that it
    takes no longer than listing the packages of each block.

    Args:
        case: The case, checked.
        shown: How many packages to list.

    Raises:
        InputError: There are no issues, the exclusions leave no package, or there are
            too many packages to list.
    """
    space = _space_of(case, shown)
    return Zone(
        sentence=_say_ordinal(space),
        is_empty=not space.agreeable,
        packages=space.packages,
        nearest=space.nearest(),
    )


def _space_of(case: Case, shown: int) -> "_Space":
    """List the packages of each block, of which there must be some."""
    if not case.issues:
        message = "The case has no issues."
        raise InputError(message, hint="Add at least one issue with its options.")
    space = _Space(case, shown)
    if space.packages == 0:
        message = "The exclusions leave no package at all."
        raise InputError(message, hint="Take one of the exclusions away.")
    return space


class _Space:
    """The packages of a case, and what is the same in both modes."""

    def __init__(self, case: Case, shown: int) -> None:
        self.case = case
        self.shown = shown
        self.blocks = cut_into_blocks(case)
        self.lines = frozenset(d.id for d in case.demands if d.kind == "red-line")
        self._weights = {d.id: d.weight or 1.0 for d in case.demands}
        self.packages = prod(len(block.rows) for block in self.blocks)
        #: For each block the rows that keep to all red lines.
        self.kept = [
            [row for row in block.rows if self.lines.isdisjoint(row.lacks)]
            for block in self.blocks
        ]
        self.feasible = prod(len(rows) for rows in self.kept)
        self.agreeable = prod(
            sum(not row.lacks for row in block.rows) for block in self.blocks
        )

    def package(self, rows: Sequence[Row]) -> Package:
        """Put rows together."""
        settled = {
            issue: option
            for block, row in zip(self.blocks, rows, strict=True)
            for issue, option in zip(block.issues, row.options, strict=True)
        }
        return Package(
            options=tuple((issue.id, settled[issue.id]) for issue in self.case.issues),
            lacks=tuple(name for row in rows for name in row.lacks),
        )

    def cost(self, row: Row) -> tuple[float, ...]:
        """Say what a row lacks: red lines first, then weight, then demands."""
        broken = sum(name in self.lines for name in row.lacks)
        weight = sum(self._weights[name] for name in row.lacks)
        return (broken, weight, len(row.lacks))

    def nearest(self) -> tuple[Package, ...]:
        """List the packages that lack least."""
        costed = [[(self.cost(row), row) for row in b.rows] for b in self.blocks]
        return tuple(
            self.package(rows) for rows in islice(cheapest_first(costed), self.shown)
        )

    def obstacles(self, *, only_lines: bool) -> ConflictReport:
        """Say which demands exclude each other."""
        demands = tuple(
            d for d in self.case.demands if d.id in self.lines or not only_lines
        )
        return find_conflicts(replace(self.case, demands=demands), limit=_SETS)

    def basis(self, *, cardinal: bool) -> Basis:
        """List the values it rests on."""
        sections = ["utilities", "weights", "disagreement"] if cardinal else []
        values = [
            (
                f"{name}:{v.party}"
                + "".join(f"/{x}" for x in (v.issue, v.option) if x),
                v,
            )
            for name in sections
            for v in getattr(self.case, name)
        ]
        demands = [
            (f"demands:{d.id}", d)
            for d in self.case.demands
            if d.kind == "red-line" or (not cardinal and d.kind == "demand")
        ]
        orders = [
            (f"preferences:{p.party}/{p.issue}", p)
            for p in self.case.preferences
            if not cardinal
        ]
        excluded = [(f"exclusions:{e.id}", e) for e in self.case.exclusions]
        return basis_of([*values, *demands, *orders, *excluded])


def _ordinal(space: _Space, caveats: tuple[str, ...]) -> PackageReport:
    """Answer by demands and orders alone."""
    fronts = [
        [(space.cost(row), row) for row in best_rows(space.case, block)]
        for block in space.blocks
    ]
    frontier = tuple(
        space.package(rows) for rows in islice(cheapest_first(fronts), space.shown)
    )
    empty = space.agreeable == 0
    nearest = space.nearest()
    return PackageReport(
        mode="ordinal",
        parties=tuple(party.id for party in space.case.parties),
        packages=space.packages,
        feasible=space.feasible,
        agreeable=space.agreeable,
        zone=tuple(package for package in nearest if not package.lacks),
        zone_empty=empty,
        efficient=prod(len(front) for front in fronts),
        frontier=frontier,
        near=nearest if empty else (),
        alternatives=(),
        ideal=(),
        solutions=(),
        obstacles=space.obstacles(only_lines=False) if empty else None,
        sentence=_say_ordinal(space),
        caveats=(_MODELLED, *caveats),
        basis=space.basis(cardinal=False),
    )


def _say_ordinal(space: _Space) -> str:
    """Say how many packages meet all demands."""
    if not space.agreeable:
        return (
            f"Under these modelled preferences none of {space.packages:,} packages meets "
            "all demands: the zone of agreement is empty."
        )
    return (
        f"Under these modelled preferences {space.agreeable:,} of {space.packages:,} "
        "packages meet all demands."
    )


def _cardinal(space: _Space) -> PackageReport:
    """Answer by utilities."""
    values = [
        list(value_rows(space.case, block, rows))
        for block, rows in zip(space.blocks, space.kept, strict=True)
    ]
    alternatives, silent = find_alternatives(space.case, values)
    bargain = Bargain(
        parties=tuple(party.id for party in space.case.parties),
        blocks=tuple(tuple(rows) for rows in values),
        disagreement=alternatives,
    )
    outcome = solve_bargain(bargain)
    points = _Points(space, bargain, outcome)
    caveats = [_MODELLED]
    if silent:
        caveats.append(
            f"No alternative is given for {', '.join(silent)}: the worst feasible "
            "package stands in."
        )
    return PackageReport(
        mode="cardinal",
        parties=bargain.parties,
        packages=space.packages,
        feasible=space.feasible,
        agreeable=space.agreeable,
        zone=points.listed(outcome.zone),
        zone_empty=not outcome.zone,
        efficient=len(outcome.utilities),
        frontier=points.listed(range(len(outcome.utilities))),
        near=() if outcome.zone else points.nearest() or space.nearest(),
        alternatives=tuple(float(value) for value in alternatives),
        ideal=tuple(float(value) for value in outcome.ideal or ()),
        solutions=points.solutions(),
        obstacles=None if space.feasible else space.obstacles(only_lines=True),
        sentence=_say_cardinal(space, outcome),
        caveats=tuple(caveats),
        basis=space.basis(cardinal=True),
    )


class _Points:
    """Turns efficient points into packages."""

    def __init__(self, space: _Space, bargain: Bargain, outcome: Outcome) -> None:
        self._space = space
        self._bargain = bargain
        self._outcome = outcome

    def package(self, number: int) -> Package:
        """Describe one package with the utilities of a point."""
        taken = self._outcome.rows[number]
        rows = [kept[k] for kept, k in zip(self._space.kept, taken, strict=True)]
        utilities = self._outcome.utilities[number]
        short = tuple(
            (party, float(least - utility))
            for party, utility, least in zip(
                self._bargain.parties,
                utilities,
                self._bargain.disagreement,
                strict=True,
            )
            if utility < least
        )
        return replace(
            self._space.package(rows),
            utilities=tuple(float(utility) for utility in utilities),
            short=short,
        )

    def listed(self, numbers: Sequence[int]) -> tuple[Package, ...]:
        """Describe the first of some points."""
        return tuple(self.package(number) for number in numbers[: self._space.shown])

    def nearest(self) -> tuple[Package, ...]:
        """List the points at which the fewest are short, and then by the least."""

        def cost(number: int) -> tuple[int, float]:
            short = self.package(number).short
            return len(short), max((lack for _, lack in short), default=0.0)

        order = sorted(range(len(self._outcome.utilities)), key=cost)
        return self.listed(order)

    def solutions(self) -> tuple[Solution, ...]:
        """Describe what the rules choose."""
        return tuple(
            Solution(
                rule=chosen.rule,
                packages=self.listed(chosen.points),
                scale_free=chosen.scale_free,
                warning=chosen.warning,
            )
            for chosen in self._outcome.chosen
        )


def _say_cardinal(space: _Space, outcome: Outcome) -> str:
    """Say whether there is a zone of agreement."""
    if not space.feasible:
        return (
            "Under these modelled preferences no package keeps to all red lines: the "
            "zone of agreement is empty."
        )
    if not outcome.zone:
        return (
            f"Under these modelled preferences none of {space.feasible:,} feasible "
            "packages leaves everybody at least as well off as without agreement: the "
            "zone of agreement is empty."
        )
    return (
        f"Under these modelled preferences {len(outcome.zone):,} of "
        f"{len(outcome.utilities):,} efficient outcomes leave everybody at least as "
        "well off as without agreement."
    )
