"""Records of what comes out: packages, solutions, the report."""

from dataclasses import dataclass

from accord.solve.basis import Basis
from accord.solve.conflicts import ConflictReport

__all__ = ["Package", "PackageReport", "Solution", "Zone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One option for each issue.

    Attributes:
        options: Issue id and option id, in the order of the blocks.
        utilities: For each party its utility; empty where only orders are known.
        lacks: Ids of the red lines and demands that it does not meet.
        short: Parties below their alternative, each with what it lacks.
    """

    options: tuple[tuple[str, str], ...]
    utilities: tuple[float, ...] = ()
    lacks: tuple[str, ...] = ()
    short: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What one rule of fairness chooses.

    Attributes:
        rule: nash, kalai-smorodinsky, egalitarian or utilitarian.
        packages: Those chosen; several if they tie.
        scale_free: Whether stretching one party's numbers leaves it as it is.
        warning: What to keep in mind.
    """

    rule: str
    packages: tuple[Package, ...]
    scale_free: bool
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Whether anything meets all demands.

    Attributes:
        sentence: The answer in words.
        is_empty: Whether no package meets all red lines and demands.
        packages: How many packages no exclusion forbids.
        nearest: Those that lack least; where the zone is not empty, they lack nothing.
    """

    sentence: str
    is_empty: bool
    packages: int
    nearest: tuple[Package, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageReport:
    """Which packages could be agreed on.

    Attributes:
        mode: ``cardinal`` where all parties have utilities, else ``ordinal``.
        parties: Ids of the parties, in the order of utilities.
        packages: How many packages no exclusion forbids; None if there are too many
            to count, here and in the next two.
        feasible: How many of them keep to all red lines.
        agreeable: How many meet all red lines and demands.
        zone: Packages in the zone of agreement, some of them: efficient ones where
            there are utilities, else those that meet all demands.
        zone_empty: Whether the zone is empty.
        efficient: How many efficient points (utilities) or packages (orders) there are;
            None if they were not looked for.
        frontier: Some of them.
        near: If the zone is empty, packages that miss it least, with what they lack.
        alternatives: For each party its utility without agreement; empty if ordinal.
        ideal: For each party the best it can have in the zone; empty if there is none.
        solutions: What rules of fairness choose; none where only orders are known.
        obstacles: If the zone is empty for its demands or red lines, those that
            exclude each other and what would have to give; else None.
        sentence: The result in words.
        caveats: What a reader must know.
        basis: What it rests on.
    """

    mode: str
    parties: tuple[str, ...]
    packages: int | None
    feasible: int | None
    agreeable: int | None
    zone: tuple[Package, ...]
    zone_empty: bool
    efficient: int | None
    frontier: tuple[Package, ...]
    near: tuple[Package, ...]
    alternatives: tuple[float, ...]
    ideal: tuple[float, ...]
    solutions: tuple[Solution, ...]
    obstacles: ConflictReport | None
    sentence: str
    caveats: tuple[str, ...]
    basis: Basis
