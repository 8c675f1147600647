"""Prints what cannot stand together."""

from collections.abc import Mapping
from typing import Any

from rich.padding import Padding
from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation.case import Case, CaseDemand, CaseEvidence
from accord.present.wording import plural
from accord.solve.basis import Basis
from accord.solve.conflicts import ConflictReport

__all__ = ["draw_conflicts", "draw_knots", "draw_sets", "say_basis"]

# So many of each sort are shown; the rest stands in the JSON.
_SHOWN = 5
_QUOTE_CHARS = 240


def draw_conflicts(case: Case, report: ConflictReport, *, quiet: bool) -> None:
    """Draw the conflicts with their quotations, knot by knot, and the ways out."""
    console = data_console()
    if not report.knots:
        console.print(
            Text("Under these modelled preferences all demands can be met together.")
        )
    draw_knots(case, report)
    _say_rest(report, quiet=quiet)


def draw_knots(case: Case, report: ConflictReport) -> None:
    """Draw the conflicts of each knot and what would have to give."""
    console = data_console()
    demands = {demand.id: demand for demand in case.demands}
    for number, knot in enumerate(report.knots, start=1):
        title = f"{number}. {plural(len(knot.conflicts), 'conflict')}"
        console.print(Text(title, style="bold"))
        for conflict in knot.conflicts[:_SHOWN]:
            since = f" (since {conflict.since})" if conflict.since else ""
            console.print(Padding(Text(conflict.sentence + since), (0, 0, 0, 2)))
            for key in conflict.demands:
                console.print(Padding(_quote(case, demands[key]), (0, 0, 0, 4)))
        _draw_more(len(knot.conflicts))
        console.print(Text("   What must give, cheapest first:"))
        first = (knot.cheapest, *(c for c in knot.corrections if c != knot.cheapest))
        for correction in first[:_SHOWN]:
            words = f"{correction.sentence} (weight {correction.cost:g})"
            console.print(Padding(Text(words), (0, 0, 0, 4)))
        _draw_more(len(knot.corrections))


def draw_sets(found: Mapping[str, Any]) -> None:
    """Draw minimal sets of clauses."""
    drawn = new_table()
    drawn.add_column("kind")
    drawn.add_column("clauses", overflow="fold")
    for kind in ("mus", "mcs"):
        for one in found[kind]:
            drawn.add_row(kind, " ".join(str(number) for number in one))
    data_console().print(drawn)
    if not found["complete"]:
        data_console().print(Text("Not all: a limit was reached."))


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


def _quote(case: Case, demand: CaseDemand) -> Text:
    """Draw a demand's first quotation, or say that it has none."""
    name = case.party(demand.party).name
    if not demand.evidence:
        return Text(f"{name}: no quotation ({demand.status})", style="dim")
    evidence = demand.evidence[0]
    words = evidence.text
    if len(words) > _QUOTE_CHARS:
        words = words[:_QUOTE_CHARS] + " ..."
    return Text.assemble(f"{name}: ", words, (_where(demand, evidence), "dim"))


def _where(demand: CaseDemand, evidence: CaseEvidence) -> str:
    """Say who said it, where and when, and how it is known."""
    parts = [
        part
        for part in (evidence.speaker, evidence.outlet, evidence.said, demand.status)
        if part
    ]
    return " — " + " · ".join(str(part) for part in parts)


def _say_rest(report: ConflictReport, *, quiet: bool) -> None:
    """Say whether it is all, on what it rests, and what to be careful of."""
    if not report.complete:
        say("Not all sets are listed: a limit was reached.", quiet=quiet)
    if report.knots:
        say_basis(report.basis, quiet=quiet)
    for caveat in report.caveats:
        say(caveat, quiet=quiet)
