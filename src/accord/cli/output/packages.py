"""Prints which packages could be agreed on."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accord.cli.output.conflicts import draw_knots, draw_opening, say_basis
from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation.case import Case
from accord.solve.packages import PackageReport
from accord.solve.packages.records import Package

__all__ = ["draw_outcome", "draw_packages"]

# So many packages of a sort are drawn; the rest stands in the JSON.
_DRAWN = 5


def draw_packages(case: Case, report: PackageReport, *, quiet: bool) -> None:
    """Draw the zone, the solutions, and where there is none what would have to give."""
    console = data_console()
    console.print(Text(report.sentence))
    if report.obstacles is not None:
        draw_opening(case, report.obstacles)
    for rules, packages in _by_packages(report):
        _draw_some(case, report, f"{rules}:", packages)
    if not report.solutions:
        _draw_some(case, report, "In the zone of agreement:", report.zone)
    _draw_some(case, report, "Nearest to agreement:", report.near)
    if report.obstacles is not None:
        _draw_title("What stands in the way, the best proven of each sort:")
        draw_knots(case, report.obstacles, briefly=True)
        say("`accord solve conflicts` tells all conflicts and ways out.", quiet=quiet)
    for warning in dict.fromkeys(s.warning for s in report.solutions):
        rules = ", ".join(s.rule for s in report.solutions if s.warning == warning)
        say(f"{rules}: {warning}", quiet=quiet)
    for caveat in report.caveats:
        say(caveat, quiet=quiet)
    say_basis(report.basis, quiet=quiet)


def _by_packages(report: PackageReport) -> list[tuple[str, tuple[Package, ...]]]:
    """Put the rules that choose the same packages together."""
    found: dict[tuple[Package, ...], list[str]] = {}
    for solution in report.solutions:
        found.setdefault(solution.packages, []).append(solution.rule)
    return [(", ".join(rules), packages) for packages, rules in found.items()]


def draw_outcome(found: Mapping[str, Any]) -> None:
    """Draw what rules of fairness choose in a bargain."""
    drawn = new_table()
    drawn.add_column("rule")
    for party in found["parties"]:
        drawn.add_column(party, justify="right")
    drawn.add_column("package", overflow="fold", ratio=1)
    rows: dict[tuple[str, ...], list[str]] = {}
    for rule, package in found["packages"].items():
        utilities = (f"{number:.4g}" for number in found[rule])
        words = ", ".join(f"{issue}: {option}" for issue, option in package.items())
        rows.setdefault((*utilities, words), []).append(rule.replace("_", "-"))
    for cells, rules in rows.items():
        drawn.add_row(Text(",\n".join(rules)), *map(Text, cells))
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
    """Draw some packages under a title: the first, and how the next differ from it."""
    if not packages:
        return
    _draw_title(title)
    first, *others = packages[:_DRAWN]
    _draw_package(case, first)
    _draw_worth(case, report, first)
    for package in others:
        changed = set(package.options) - set(first.options)
        words = [
            f"{_words(i)}: {_words(o)}" for i, o in package.options if (i, o) in changed
        ]
        _draw_indented(Text(f"or {'; '.join(words)}", style="italic"), 2)
        _draw_difference(case, first, package)
        _draw_worth(case, report, package)
    if len(packages) > _DRAWN:
        data_console().print(Text("  ... and more: --json."))


def _draw_title(title: str) -> None:
    """Draw a title with a line above."""
    data_console().print(Text(f"\n{title}", style="bold"))


def _draw_indented(text: Text, indent: int) -> None:
    """Draw some text, indented."""
    data_console().print(Padding(text, (0, 0, 0, indent)))


def _draw_package(case: Case, package: Package) -> None:
    """Draw a package issue by issue, with whose demands on it are not met."""
    unmet = _unmet(case, package.lacks)
    drawn = new_table()
    drawn.add_column("issue", overflow="fold")
    drawn.add_column("settled by", overflow="fold")
    if unmet:
        drawn.add_column("does not meet", overflow="fold")
    for issue, option in package.options:
        cells = [_words(issue), _words(option)]
        if unmet:
            cells.append(", ".join(unmet.get(issue, ())))
        drawn.add_row(*map(Text, cells))
    _draw_indented_table(drawn)


def _draw_indented_table(drawn: Table) -> None:
    """Draw a table, indented."""
    data_console().print(Padding(drawn, (0, 0, 0, 2)))


def _draw_worth(case: Case, report: PackageReport, package: Package) -> None:
    """Draw what a package is worth to each, and who is below its alternative."""
    if package.utilities:
        worth = zip(report.parties, package.utilities, strict=True)
        numbers = ", ".join(f"{case.party(p).name} {u:.4g}" for p, u in worth)
        _draw_indented(Text(f"worth: {numbers}", style="dim"), 4)
    if package.short:
        lacks = ", ".join(f"{case.party(p).name} by {n:.4g}" for p, n in package.short)
        _draw_indented(Text(f"below the alternative: {lacks}", style="dim"), 4)


def _draw_difference(case: Case, first: Package, other: Package) -> None:
    """Draw whose demands one package meets that another does not."""
    gained = [name for name in first.lacks if name not in other.lacks]
    lost = [name for name in other.lacks if name not in first.lacks]
    parts = [
        f"{words}: {'; '.join(_named(case, names))}"
        for words, names in (("meets then", gained), ("but not", lost))
        if names
    ]
    if parts:
        _draw_indented(Text("; ".join(parts), style="dim"), 4)


def _named(case: Case, names: Sequence[str]) -> list[str]:
    """Name parties with the issue of their demand."""
    by_issue = _unmet(case, names)
    return [f"{', '.join(who)} on {_words(i)}" for i, who in by_issue.items()]


def _unmet(case: Case, names: Sequence[str]) -> dict[str, list[str]]:
    """Name by issue the parties of some demands, red lines marked."""
    found: dict[str, list[str]] = {}
    for demand in case.demands:
        if demand.id not in names:
            continue
        issues = [choice.issue for choice in demand.accepts]
        issues += [c.issue for one in demand.forbids for c in one.choices]
        line = " (red line)" if demand.kind == "red-line" else ""
        for issue in dict.fromkeys(issues):
            found.setdefault(issue, []).append(f"{case.party(demand.party).name}{line}")
    return found


def _words(name: str) -> str:
    """Read an id as words."""
    return name.replace("-", " ")
