"""Robust: which conclusions about a case hold if some of what it rests on falls away.

In comes a case; out comes, for each conflict and for an empty zone of agreement, in which
share of runs it holds when one source at a time is not believed, and when each value that
no text asserts is left out by chance; for the zone, utilities, weights and alternatives
that no text asserts are shaken too; for the packages that are efficient by orders alone,
doubtful orders of preference fall away as demands do. Limits: numbers are shaken by a fifth
at most, and none by its sign.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from accord.errors import InputError
from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CasePreference,
    CaseValue,
)
from accord.solve.conflicts import ConflictReport
from accord.solve.packages import find_packages
from accord.solve.packages.orders import are_efficient, name_order, order_rows
from accord.solve.packages.records import Package

__all__ = [
    "Holding",
    "Robustness",
    "check_conflicts",
    "check_orders",
    "check_zone",
]

_DRAWS_AT_MOST = 10_000
#: Largest change of a number that no text asserts, as a share of it.
_SHAKEN = 0.2
# Rows of blocks that are compared over all runs: some seconds.
_ROWS_AT_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How firmly one conclusion holds.

    Attributes:
        conclusion: What was concluded: ids of the demands that cannot stand together,
            ``zone-empty`` or ``zone-exists``, or ``efficient`` with the options of a
            package.
        without_source: Share of the sources without any one of which it still holds; 1
            if no demand is told by a source.
        hangs_on: Sources without which it does not hold.
        resampled: Share of the draws in which it holds, each demand that no text
            asserts being left out by chance and each such number of a zone shaken; 1 if
            all are asserted.
    """

    conclusion: tuple[str, ...]
    without_source: float
    hangs_on: tuple[str, ...]
    resampled: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """How firmly the conclusions about a case hold.

    Attributes:
        sources: Outlets, or documents of unknown outlets, left out one at a time.
        doubtful: Ids of the demands that no text asserts, and for efficient packages
            such orders, as ``party: issue``.
        shaken: How many numbers that no text asserts were shaken in each draw.
        draws: How often these were left out by chance, each with one half.
        seed: Which draws.
        holdings: The conclusions.
        caveat: What the shares are not.
    """

    sources: tuple[str, ...]
    doubtful: tuple[str, ...]
    shaken: int
    draws: int
    seed: int
    holdings: tuple[Holding, ...]
    caveat: str = (
        "Shares of runs of this model, not probabilities: sources that copy each other "
        "fall away together, and what nobody reported is not in it."
    )


#: What may fall away.
_Told = CaseDemand | CasePreference


class _Runs:
    """The cases that are left when some of the evidence falls away."""

    def __init__(
        self, case: Case, *, draws: int, seed: int, with_orders: bool = False
    ) -> None:
        if not 1 <= draws <= _DRAWS_AT_MOST:
            message = f"{draws} draws cannot be made."
            raise InputError(message, hint=f"Ask for 1 to {_DRAWS_AT_MOST:,}.")
        parts: dict[str, _Told] = {d.id: d for d in case.demands}
        if with_orders:
            parts |= {name_order(order): order for order in case.preferences}
        told = {s for part in parts.values() for s in _sources(part) if s}
        self.sources = tuple(sorted(told))
        self.doubtful = tuple(
            n for n, part in parts.items() if part.status != "asserted"
        )
        #: By source, what nobody else tells.
        self.lost = {
            source: frozenset(n for n, part in parts.items() if _hangs_on(part, source))
            for source in self.sources
        }
        chance = Random(seed)  # noqa: S311 - a simulation, seeded
        self._numbers = Random(seed + 1)  # noqa: S311 - apart, so that neither moves the other
        self._draws = draws
        #: By draw, what is left out.
        self.drawn = [
            frozenset(name for name in self.doubtful if chance.random() < 0.5)
            for _ in range(draws if self.doubtful else 1)
        ]

    def shake(self, case: Case) -> list[Case]:
        """Change, for each draw, every number that no text asserts by up to a fifth."""
        if not _doubtful_numbers(case):
            return [case] * len(self.drawn)
        if len(self.drawn) < self._draws:
            self.drawn = self.drawn * self._draws
        return [
            replace(
                case,
                utilities=self._shaken(case.utilities),
                weights=self._shaken(case.weights),
                disagreement=self._shaken(case.disagreement),
            )
            for _ in self.drawn
        ]

    def _shaken(self, values: Sequence[CaseValue]) -> tuple[CaseValue, ...]:
        """Change the doubtful ones of some numbers."""
        return tuple(
            value
            if value.status == "asserted"
            else replace(
                value,
                value=value.value * (1 + self._numbers.uniform(-_SHAKEN, _SHAKEN)),
            )
            for value in values
        )

    def holding(
        self,
        conclusion: tuple[str, ...],
        lacking: Sequence[bool],
        drawn: Sequence[bool],
    ) -> Holding:
        """Sum one conclusion up from whether it held in each run."""
        pairs = zip(self.sources, lacking, strict=True)
        return Holding(
            conclusion=conclusion,
            without_source=_share(lacking),
            hangs_on=tuple(source for source, held in pairs if not held),
            resampled=_share(drawn),
        )


def _sources(part: _Told) -> set[str]:
    """Name who tells of it: outlets, or documents where these are not known."""
    return {e.outlet or e.document or "" for e in part.evidence}


def _hangs_on(part: _Told, source: str) -> bool:
    """Tell whether one source alone tells of it."""
    return _sources(part) == {source}


def _doubtful_numbers(case: Case) -> int:
    """Count the numbers that no text asserts."""
    numbers = (*case.utilities, *case.weights, *case.disagreement)
    return sum(value.status != "asserted" for value in numbers)


def _share(held: Sequence[bool]) -> float:
    """Count how often it held."""
    return round(sum(held) / len(held), 4) if held else 1.0


def check_conflicts(
    case: Case, report: ConflictReport, *, draws: int = 200, seed: int = 0
) -> Robustness:
    """Check how firmly each conflict holds.

    A minimal set stays one as long as all its demands are there.

    Args:
        case: The case.
        report: Its conflicts.
        draws: How often doubtful demands are left out by chance.
        seed: Which draws.

    Returns:
        A holding for each listed conflict.

    Raises:
        InputError: Too many draws, or none.

    Cost:
        Linear in conflicts times sources and draws.
    """
    runs = _Runs(case, draws=draws, seed=seed)
    holdings = []
    for conflict in (c for knot in report.knots for c in knot.conflicts):
        demands = frozenset(conflict.demands)
        lacking = [demands.isdisjoint(runs.lost[source]) for source in runs.sources]
        drawn = [demands.isdisjoint(out) for out in runs.drawn]
        holdings.append(runs.holding(conflict.demands, lacking, drawn))
    return _robustness(runs, seed, holdings)


def check_zone(
    case: Case,
    *,
    ordinal: bool = False,
    draws: int = 50,
    seed: int = 0,
    ask: Callable[[Case], bool] | None = None,
) -> Robustness:
    """Check how firmly it holds that there is, or is not, a zone of agreement.

    Args:
        case: The case.
        ordinal: Whether utilities are left aside.
        draws: How often doubtful demands are left out by chance.
        seed: Which draws.
        ask: Tells whether a case's zone is empty; by listing packages if None.

    Returns:
        One holding: ``zone-empty``, or ``zone-exists``.

    Raises:
        InputError: Too many draws, or none; or the case has no packages.

    Cost:
        That of ``find_packages`` for each different run.
    """
    runs = _Runs(case, draws=draws, seed=seed)
    known: dict[tuple[Case, frozenset[str]], bool] = {}

    def listed(model: Case) -> bool:
        return find_packages(model, ordinal=ordinal, shown=1).zone_empty

    answer = ask or listed

    def is_empty(left_out: frozenset[str], model: Case = case) -> bool:
        if (model, left_out) not in known:
            kept = tuple(d for d in model.demands if d.id not in left_out)
            thinner = replace(model, demands=kept)
            known[model, left_out] = answer(thinner)
        return known[model, left_out]

    empty = is_empty(frozenset())
    shaken = [case] * len(runs.drawn) if ordinal else runs.shake(case)
    drawn = [
        is_empty(left_out, model) == empty
        for left_out, model in zip(runs.drawn, shaken, strict=True)
    ]
    holding = runs.holding(
        ("zone-empty" if empty else "zone-exists",),
        [is_empty(runs.lost[source]) == empty for source in runs.sources],
        drawn,
    )
    numbers = 0 if ordinal else _doubtful_numbers(case)
    return _robustness(runs, seed, [holding], shaken=numbers)


def check_orders(
    case: Case, packages: Sequence[Package], *, draws: int = 50, seed: int = 0
) -> Robustness | None:
    """Check how firmly packages are efficient by demands and orders of preference.

    Args:
        case: The case.
        packages: Packages that are efficient in it.
        draws: How often doubtful demands and orders are left out by chance.
        seed: Which draws.

    Returns:
        A holding for each package; None if listing packages for each run would take
        too long.

    Raises:
        InputError: Too many draws, or none; or the case has no packages.

    Cost:
        That of comparing the packages of each block, for each different run.
    """
    runs = _Runs(case, draws=draws, seed=seed, with_orders=True)
    ways = {*runs.lost.values(), *runs.drawn}
    if order_rows(case) * len(ways) > _ROWS_AT_MOST:
        return None

    def are_still(left_out: frozenset[str]) -> list[bool]:
        kept = tuple(d for d in case.demands if d.id not in left_out)
        orders = tuple(p for p in case.preferences if name_order(p) not in left_out)
        return are_efficient(replace(case, demands=kept, preferences=orders), packages)

    # In a fixed order, so that nothing depends on how sets are hashed.
    found = {way: are_still(way) for way in sorted(ways, key=sorted)}
    holdings = [
        runs.holding(
            ("efficient", *(f"{issue}: {option}" for issue, option in package.options)),
            [found[runs.lost[source]][number] for source in runs.sources],
            [found[left_out][number] for left_out in runs.drawn],
        )
        for number, package in enumerate(packages)
    ]
    return _robustness(runs, seed, holdings)


def _robustness(
    runs: _Runs, seed: int, holdings: Sequence[Holding], *, shaken: int = 0
) -> Robustness:
    """Put the answer together."""
    return Robustness(
        sources=runs.sources,
        doubtful=runs.doubtful,
        shaken=shaken,
        draws=len(runs.drawn),
        seed=seed,
        holdings=tuple(holdings),
    )
