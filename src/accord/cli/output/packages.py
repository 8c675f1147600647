"""Prints which packages could be agreed on."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.padding import Padding
from rich.text import Text

from accord.cli.output.conflicts import draw_knots, say_basis
from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation.case import Case
from accord.solve.packages import PackageReport
from accord.solve.packages.records import Package

__all__ = ["draw_outcome", "draw_packages"]

# So many packages of a sort are drawn; the rest stands in the JSON.
_DRAWN = 5


def draw_packages(case: Case, report: PackageReport, *, quiet: bool) -> None:
    """Draw the zone, the solutions, and where there is none what stands in the way."""
    console = data_console()
    console.print(Text(report.sentence))
    for solution in report.solutions:
        _draw_some(case, report, f"{solution.rule}:", solution.packages)
    if not report.solutions:
        _draw_some(case, report, "In the zone of agreement:", report.zone)
    _draw_some(case, report, "Nearest to agreement:", report.near)
    if report.obstacles is not None:
        console.print(Text("\nWhat stands in the way:", style="bold"))
        draw_knots(case, report.obstacles)
    for warning in dict.fromkeys(s.warning for s in report.solutions):
        rules = [s.rule for s in report.solutions if s.warning == warning]
        say(f"{', '.join(rules)}: {warning}", quiet=quiet)
    for caveat in report.caveats:
        say(caveat, quiet=quiet)
    say_basis(report.basis, quiet=quiet)


def draw_outcome(found: Mapping[str, Any]) -> None:
    """Draw what rules of fairness choose in a bargain."""
    drawn = new_table()
    drawn.add_column("rule")
    for party in found["parties"]:
        drawn.add_column(party, justify="right")
    drawn.add_column("package", overflow="fold", ratio=1)
    for rule, package in found["packages"].items():
        utilities = [f"{number:.4g}" for number in found[rule]]
        words = ", ".join(f"{issue}: {option}" for issue, option in package.items())
        drawn.add_row(rule.replace("_", "-"), *utilities, Text(words))
    console = data_console()
    console.print(drawn)
    zone = len(found["individually_rational_pareto"])
    console.print(
        Text(
            f"Under these modelled preferences {zone:,} of {found['pareto_size']:,} "
            f"efficient outcomes of {found['outcomes']:,} packages lie in the zone of "
            "agreement."
        )
    )


def _draw_some(
    case: Case, report: PackageReport, title: str, packages: Sequence[Package]
) -> None:
    """Draw the first of some packages under a title."""
    if not packages:
        return
    console = data_console()
    console.print(Text(f"\n{title}", style="bold"))
    for package in packages[:_DRAWN]:
        console.print(Padding(_package(case, report, package), (0, 0, 0, 2)))
    if len(packages) > _DRAWN:
        console.print(Text("  ... and more: --json."))


def _package(case: Case, report: PackageReport, package: Package) -> Text:
    """Draw a package with what it is worth and what it lacks."""
    drawn = Text("; ".join(f"{issue}: {option}" for issue, option in package.options))
    if package.utilities:
        worth = zip(report.parties, package.utilities, strict=True)
        numbers = ", ".join(f"{case.party(p).name} {u:.4g}" for p, u in worth)
        drawn.append(f"\n  worth: {numbers}", "dim")
    if package.short:
        lacks = ", ".join(f"{case.party(p).name} by {n:.4g}" for p, n in package.short)
        drawn.append(f"\n  below the alternative: {lacks}", "dim")
    if package.lacks:
        drawn.append(f"\n  not met: {_lacking(case, package)}", "dim")
    return drawn


def _lacking(case: Case, package: Package) -> str:
    """Say whose demands a package does not meet, and on what."""
    lacking = []
    for demand in case.demands:
        if demand.id in package.lacks:
            issues = [choice.issue for choice in demand.accepts]
            issues += [c.issue for one in demand.forbids for c in one.choices]
            line = " (red line)" if demand.kind == "red-line" else ""
            on = ", ".join(dict.fromkeys(issues))
            lacking.append(f"{case.party(demand.party).name} on {on}{line}")
    return "; ".join(lacking)
