"""Prints what cannot stand together."""

from collections.abc import Mapping
from typing import Any

from rich.padding import Padding
from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation.case import Case, CaseDemand, CaseEvidence
from accord.present.wording import one_line, plural, quoted
from accord.solve.basis import Basis
from accord.solve.conflicts import ConflictReport
from accord.solve.conflicts.answer import Knot
from accord.solve.conflicts.wording import (
    word_accepted,
    word_clash,
    word_giving,
    word_issues,
)

__all__ = ["draw_conflicts", "draw_knots", "draw_opening", "draw_sets", "say_basis"]

# So many of each sort are shown; the rest stands in the JSON.
_SHOWN = 5
_QUOTE_CHARS = 300


def draw_conflicts(case: Case, report: ConflictReport, *, quiet: bool) -> None:
    """Draw the conflicts with their quotations, knot by knot, and the ways out."""
    console = data_console()
    if not report.knots:
        console.print(
            Text("Under these modelled preferences all demands can be met together.")
        )
    draw_knots(case, report)
    _say_rest(report, quiet=quiet)


def draw_knots(case: Case, report: ConflictReport, *, briefly: bool = False) -> None:
    """Draw the conflicts of each knot and what would have to give.

    Args:
        case: The case.
        report: Its conflicts.
        briefly: Whether to draw only the first conflict of each knot.
    """
    shown = 1 if briefly else _SHOWN
    demands = {demand.id: demand for demand in case.demands}
    for number, knot in enumerate(report.knots, start=1):
        involved = [demands[name] for c in knot.conflicts for name in c.demands]
        title = f"{number}. {plural(len(knot.conflicts), 'conflict')}"
        issues = word_issues(involved or [demands[name] for name in knot.demands])
        _draw(Text(f"{title} on {issues}", style="bold"), 0)
        for conflict in knot.conflicts[:shown]:
            since = f" (since {conflict.since})" if conflict.since else ""
            _draw(Text(f"{word_clash(len(conflict.demands))}{since}:"), 2)
            for key in conflict.demands:
                _draw_demand(case, demands[key])
        if not briefly:
            _draw_more(len(knot.conflicts))
            _draw_ways_out(case, knot, demands)


def _draw_demand(case: Case, demand: CaseDemand) -> None:
    """Draw a demand with its best quotation, and what speaks against it."""
    name = case.party(demand.party).name
    _draw(Text(f"{name}: {word_accepted(demand)}"), 4)
    if not demand.evidence:
        _draw(Text(f"no quotation ({demand.status})", style="dim"), 6)
        return
    best = max(demand.evidence, key=lambda one: one.confidence or 0)
    _draw(Text.assemble(_quote(best), (_where(best, demand.status), "dim")), 6)
    if demand.against:
        other = max(demand.against, key=lambda one: one.confidence or 0)
        words = f"but also: {_quote(other)}"
        _draw(Text.assemble(words, (_where(other), "dim")), 6)


def draw_opening(case: Case, report: ConflictReport) -> None:
    """Draw the least that would free all demands but those given up."""
    demands = {demand.id: demand for demand in case.demands}
    given = [name for knot in report.knots for name in knot.cheapest.demands]
    heading = (
        f"The least that would open it: under these modelled preferences all others "
        f"could be met if (weight {report.cost:g} in all)"
    )
    data_console().print()
    _draw(Text(heading, style="bold"), 0)
    for name in given:
        _draw(Text(f"- {word_giving(case, [demands[name]])}"), 2)


def _draw_ways_out(case: Case, knot: Knot, demands: Mapping[str, CaseDemand]) -> None:
    """Draw what would have to give, the cheapest first."""
    heading = (
        "What must give: under these modelled preferences all others here could be met "
        "if (cheapest first)"
    )
    _draw(Text(heading), 2)
    first = (knot.cheapest, *(c for c in knot.corrections if c != knot.cheapest))
    for correction in first[:_SHOWN]:
        given = word_giving(case, [demands[name] for name in correction.demands])
        _draw(Text(f"- {given} (weight {correction.cost:g})"), 4)
    _draw_more(len(knot.corrections))


def _draw(text: Text, indent: int) -> None:
    """Draw some text, indented."""
    data_console().print(Padding(text, (0, 0, 0, indent)))


def draw_sets(found: Mapping[str, Any], *, quiet: bool) -> None:
    """Draw minimal sets of clauses."""
    if not found["mus"] and not found["mcs"]:
        data_console().print(Text("All clauses can hold together."))
        return
    drawn = new_table()
    drawn.add_column("kind")
    drawn.add_column("clauses", overflow="fold")
    for kind in ("mus", "mcs"):
        for one in found[kind]:
            drawn.add_row(kind, " ".join(str(number) for number in one))
    data_console().print(drawn)
    if not found["complete"]:
        data_console().print(Text("Not all: a limit was reached."))
    say(
        "mus: clauses that cannot all hold, though all but any one of them can; mcs: clauses "
        "without which all others can hold, none of them to spare. Counted from 1.",
        quiet=quiet,
    )


def say_basis(basis: Basis, *, quiet: bool) -> None:
    """Say on what a result rests."""
    say(
        f"Rests on {plural(len(basis.values), 'value')} of the case: "
        f"{basis.asserted:.0%} asserted in texts, {basis.inferred:.0%} inferred, "
        f"{basis.analyst:.0%} the analyst's.",
        quiet=quiet,
    )


def _draw_more(count: int) -> None:
    """Say how many are left out."""
    if count > _SHOWN:
        data_console().print(Text(f"    ... and {count - _SHOWN} more: --json."))


def _quote(evidence: CaseEvidence) -> str:
    """Write a quotation, with who said it and how where that stands beside it."""
    words = one_line(evidence.context or evidence.text)
    if len(words) > _QUOTE_CHARS:
        words = words[:_QUOTE_CHARS].rsplit(" ", 1)[0] + " …"
    return quoted(words)


def _where(evidence: CaseEvidence, status: str | None = None) -> str:
    """Say who said it, where and when, and how it is known."""
    parts = (evidence.speaker, evidence.outlet, evidence.said, status)
    known = " · ".join(str(part) for part in parts if part)
    return f" — {known}" if known else ""


def _say_rest(report: ConflictReport, *, quiet: bool) -> None:
    """Say whether it is all, on what it rests, and what to be careful of."""
    if not report.complete:
        say("Not all sets are listed: a limit was reached.", quiet=quiet)
    if report.knots:
        say_basis(report.basis, quiet=quiet)
    for caveat in report.caveats:
        say(caveat, quiet=quiet)
