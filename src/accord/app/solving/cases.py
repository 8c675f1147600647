"""Case files: drafted from a workspace, read from a file, solved, as plain JSON."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from math import prod
from pathlib import Path
from typing import Any

from accord.app.solving.files import read_object
from accord.app.workspace import Workspace
from accord.errors import InputError
from accord.model import to_json
from accord.model.negotiation.case import Case
from accord.model.negotiation.case_diff import CaseChange, compare_cases
from accord.model.negotiation.case_reading import case_from_json, case_to_json
from accord.solve.conflicts import (
    ConflictReport,
    find_all_sets,
    find_conflicts,
    plain_groups,
)
from accord.solve.conflicts.families import FAMILIES, family_groups
from accord.solve.conflicts.over_time import Changes, follow_conflicts
from accord.solve.draft import draft_case
from accord.solve.draft.conflict import draft_conflict
from accord.solve.packages import (
    Bargain,
    PackageReport,
    find_packages,
    read_bargain,
    solve_bargain,
)
from accord.solve.packages.asking import ask_packages, ask_whether_empty
from accord.solve.packages.coupled import is_coupled
from accord.solve.robust import (
    Robustness,
    check_conflicts,
    check_orders,
    check_zone,
)

__all__ = [
    "Work",
    "changes_of_case",
    "conflicts_of_case",
    "difference_of_files",
    "draft_as_json",
    "draft_conflict_as_json",
    "holds_bargain",
    "holds_clauses",
    "outcome_of_bargain",
    "packages_of_case",
    "read_work",
    "sets_of_clauses",
]

#: A case, or an object of another kind: clauses, utilities by issue.
Work = Case | Mapping[str, Any]


# Each draw of a case that cannot be listed is a question of its own to the optimiser.
_DRAWS_ASKED = 20
_UNLISTED = (
    "Which packages are efficient was not checked so: there are too many to list again for "
    "each run. Model fewer options, or demands over fewer issues at once."
)

_CASE_FIELDS = {"schema", "title", "parties", "issues", "demands"}


def draft_as_json(workspace: Workspace) -> dict[str, Any]:
    """Draft a case from a workspace's ledger, as plain values."""
    return case_to_json(draft_case(workspace.dispute()))


def draft_conflict_as_json(workspace: Workspace) -> dict[str, Any]:
    """Draft a conflict from a workspace's ledger, as plain values."""
    return draft_conflict(draft_case(workspace.dispute()))


def read_work(path: Path, *, is_other: Callable[[Mapping[str, Any]], bool]) -> Work:
    """Read a file that holds a case, or an object of another kind.

    Args:
        path: The file.
        is_other: Tells that an object is no case but of the other kind.

    Raises:
        InputError: The file cannot be read.
        ConfigurationError: It is a case with problems; all of them at once.
    """
    value = read_object(path)
    if "parties" not in value and is_other(value):
        return value
    if not value.keys() & _CASE_FIELDS:
        message = f"The file {path} holds no case and nothing else that can be solved."
        raise InputError(message, hint="docs/methods shows what a file can hold.")
    return case_from_json(value, name=path.name)


def difference_of_files(
    before: Path, after: Path
) -> tuple[tuple[CaseChange, ...], dict[str, Any]]:
    """Compare two editions of a case; as records and as plain values."""
    one, other = (
        case_from_json(read_object(path), name=path.name) for path in (before, after)
    )
    changes = compare_cases(one, other)
    notes = []
    if changes and one.version >= other.version:
        notes.append(
            f"The content differs but the version does not rise: it is {one.version} "
            f"and then {other.version}."
        )
    value = {"changes": [to_json(change) for change in changes], "notes": notes}
    return changes, value


def holds_clauses(value: Mapping[str, Any]) -> bool:
    """Tell whether an object holds bare clauses, or the size of a family of them."""
    return "clauses" in value or not FAMILIES.keys().isdisjoint(value)


def holds_bargain(value: Mapping[str, Any]) -> bool:
    """Tell whether an object holds a bargain: goods, or issues with weights."""
    issues = value.get("issues")
    first = issues[0] if isinstance(issues, list) and issues else None
    return "goods" in value or (isinstance(first, dict) and "weights" in first)


def conflicts_of_case(
    case: Case, *, wishes: bool, limit: int, robust: bool = False
) -> tuple[ConflictReport, Robustness | None, dict[str, Any]]:
    """Find what cannot stand together, and how firmly; as records and plain values."""
    report = find_conflicts(case, wishes=wishes, limit=limit)
    robustness = check_conflicts(case, report) if robust else None
    return report, robustness, _with(to_json(report), robustness)


def _with(value: dict[str, Any], robustness: Robustness | None) -> dict[str, Any]:
    """Add how firmly conclusions hold, where it was asked for."""
    if robustness is not None:
        value["robustness"] = to_json(robustness)
    return value


def changes_of_case(
    case: Case, *, by: str, wishes: bool
) -> tuple[Changes, dict[str, Any]]:
    """Follow the conflicts through time; as a record and as plain values."""
    changes = follow_conflicts(case, by=by, wishes=wishes)
    return changes, to_json(changes)


def sets_of_clauses(value: Mapping[str, Any], *, limit: int) -> dict[str, Any]:
    """Find all minimal sets of bare clauses.

    Args:
        value: Holds ``clauses``, each a demand of its own, and perhaps ``hard``; or
            the size of a family, see ``family_groups``.
        limit: How many sets of one kind are enough.

    Returns:
        ``mus`` and ``mcs`` with numbers of clauses from 1, and ``complete``.

    Raises:
        InputError: The clauses are no arrays of whole numbers other than 0.
    """
    groups = None if "clauses" in value else family_groups(value)
    if groups is None:
        hard = _clauses(value, "hard")
        groups = plain_groups(_clauses(value, "clauses"), hard=hard)
    found = find_all_sets(groups, limit=limit)
    return {
        "mus": sorted([number + 1 for number in one] for one in found.mus),
        "mcs": sorted([number + 1 for number in one] for one in found.mcs),
        "complete": found.complete,
    }


def _clauses(value: Mapping[str, Any], key: str) -> list[list[int]]:
    """Check that a field holds clauses."""
    given = value.get(key, [])
    fits = isinstance(given, list) and all(
        isinstance(clause, list) and all(type(literal) is int for literal in clause)
        for clause in given
    )
    if not fits:
        message = f"The field {key!r} is no array of arrays of whole numbers."
        raise InputError(message, hint='Write it as "clauses": [[1, -2], [2]].')
    clauses: list[list[int]] = given
    return clauses


def packages_of_case(
    case: Case, *, ordinal: bool, shown: int, robust: bool = False
) -> tuple[PackageReport, Robustness | None, dict[str, Any]]:
    """Find which packages could be agreed on, and how firmly; also as plain values.

    In the plain values a package is an object of options by issue, and its utilities
    one of numbers by party.
    """
    report = _packages(case, ordinal=ordinal, shown=shown)
    value: dict[str, Any] = to_json(report)
    listed = [value[name] for name in ("zone", "frontier", "near")]
    listed += [solution["packages"] for solution in value["solutions"]]
    for package in (package for packages in listed for package in packages):
        package["options"] = dict(package["options"])
        package["utilities"] = dict(
            zip(report.parties, package["utilities"], strict=False)
        )
        package["short"] = dict(package["short"])
    for name in ("alternatives", "ideal"):
        value[name] = dict(zip(report.parties, value[name], strict=False))
    firmness = _check_packages(case, report, ordinal=ordinal) if robust else None
    return report, firmness, _with(value, firmness)


def _check_packages(case: Case, report: PackageReport, *, ordinal: bool) -> Robustness:
    """Check how firmly it holds whether there is a zone, and which are efficient."""
    if is_coupled(case):
        from accord.adapters.optimise import CpSat

        ask = partial(ask_whether_empty, optimiser=CpSat(), ordinal=ordinal)
        zone = check_zone(case, ordinal=ordinal, draws=_DRAWS_ASKED, ask=ask)
        return replace(zone, caveat=f"{zone.caveat} {_UNLISTED}")
    zone = check_zone(case, ordinal=ordinal)
    if report.mode == "cardinal":
        return zone
    orders = check_orders(case, report.frontier)
    if orders is None:
        return replace(zone, caveat=f"{zone.caveat} {_UNLISTED}")
    holdings = (*zone.holdings, *orders.holdings)
    return replace(orders, holdings=holdings, shaken=zone.shaken)


def _packages(case: Case, *, ordinal: bool, shown: int) -> PackageReport:
    """List packages, or ask an optimiser where they are too many to list."""
    if not is_coupled(case):
        return find_packages(case, ordinal=ordinal, shown=shown)
    from accord.adapters.optimise import CpSat

    return ask_packages(case, CpSat(), ordinal=ordinal, shown=shown)


def outcome_of_bargain(value: Mapping[str, Any]) -> dict[str, Any]:
    """Solve a bargain given as issues with evaluations, or as goods.

    Returns:
        Utilities in the order of ``parties``: the efficient points, those in the zone
        of agreement, the best each party can have there, and for each rule the utilities
        and the package it chooses.

    Raises:
        InputError: It cannot be read.
    """
    bargain = read_bargain(value)
    outcome = solve_bargain(bargain)
    points = [[float(number) for number in point] for point in outcome.utilities]
    found: dict[str, Any] = {
        "id": value.get("id", ""),
        "parties": list(bargain.parties),
        "outcomes": prod(len(rows) for rows in bargain.blocks),
        "disagreement": [float(number) for number in bargain.disagreement],
        "pareto_size": len(points),
        "pareto": points,
        "individually_rational_pareto": [points[number] for number in outcome.zone],
        "ideal": None if outcome.ideal is None else [float(u) for u in outcome.ideal],
        "packages": {},
        "ties": {},
        "scale_free": {},
        "warnings": {},
    }
    for chosen in outcome.chosen:
        rule = chosen.rule.replace("-", "_")
        first = chosen.points[0]
        found[rule] = points[first]
        found["packages"][rule] = _labelled(bargain, outcome.rows[first])
        found["ties"][rule] = [points[number] for number in chosen.points]
        found["scale_free"][rule] = chosen.scale_free
        found["warnings"][rule] = chosen.warning
    return found


def _labelled(bargain: Bargain, rows: tuple[int, ...]) -> dict[str, str]:
    """Name the option taken of each issue."""
    return {
        issue: options[row]
        for (issue, options), row in zip(bargain.labels, rows, strict=True)
    }
