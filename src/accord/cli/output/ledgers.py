"""Prints and draws the position ledger."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import typer

from accord.app import Workspace
from accord.app.networks.pictures import write_picture
from accord.cli.options import Filters, Format
from accord.cli.output.records import gather_context, print_records
from accord.cli.output.streams import data_console, say, write
from accord.errors import UnknownNameError
from accord.model import Position, Statement
from accord.present.ledger import lay_out_ledger
from accord.present.pictures import draw_ledger_picture, draw_timeline_picture
from accord.present.tables import tabulate, to_csv
from accord.present.terminal import draw_ledger
from accord.present.wording import issue_label

__all__ = ["Request", "draw", "print_cell", "print_ledger"]

RollUp = Literal["person", "body", "state"]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        opened: The workspace.
        wanted: Filters.
        roll_up: Whose position a statement counts for.
        everyone: Whether to show those that texts only describe, too.
        quiet: Whether to say nothing on stderr.
    """

    opened: Workspace
    wanted: Filters
    roll_up: RollUp
    everyone: bool
    quiet: bool

    def positions(self) -> tuple[Position, ...]:
        """Give the cells; those of the last run unless others are asked for."""
        arguments: dict[str, Any] = self.wanted.as_arguments()
        if self.roll_up == "body":
            return tuple(self.opened.records("positions", **arguments))
        del arguments["document"]
        return tuple(self.opened.ledger(roll_up=self.roll_up, **arguments))

    def filters(self) -> list[str]:
        """Say what was chosen."""
        given = self.wanted.as_arguments().items()
        said = [f"{name} = {value}" for name, value in given if value is not None]
        return said if self.roll_up == "body" else [*said, f"by {self.roll_up}"]


def print_ledger(request: Request, *, format_: Format) -> None:
    """Print the ledger on stdout."""
    positions = request.positions()
    if format_ != "table":
        print_records(
            "position", positions, request.opened, format_=format_, quiet=request.quiet
        )
        return
    matrix = lay_out_ledger(positions, codebook=request.opened.codebook())
    shown = matrix if request.everyone else matrix.of_actors()
    console = data_console()
    console.print(draw_ledger(shown, width=console.width))
    hidden = len(matrix.rows) - len(shown.rows)
    if hidden:
        say(f"{hidden} more only described in the texts: --all.", quiet=request.quiet)
    say("`accord ledger --cell ACTOR ISSUE` opens a cell.", quiet=request.quiet)


def print_cell(request: Request, actor: str, issue: str, *, format_: Format) -> None:
    """Print the statements that cells rest on.

    Raises:
        UnknownNameError: There is no such cell.
    """
    cells = replace(
        request, wanted=replace(request.wanted, actor=actor, issue=issue)
    ).positions()
    if not cells:
        message = f"Nothing was found of {actor!r} on {issue!r}."
        raise UnknownNameError(message, hint="`accord ledger --all` shows the cells.")
    wanted = {statement for cell in cells for statement in cell.statements}
    found = [s for s in request.opened.statements() if s.id in wanted]
    print_records(
        "statement", found, request.opened, format_=format_, quiet=request.quiet
    )


def draw(
    request: Request,
    *,
    lanes: Literal["actor", "issue"] | None,
    form: str,
    out: Path | None,
) -> None:
    """Draw the ledger or a timeline.

    Raises:
        typer.BadParameter: Pixels are asked for, and no file is named.
    """
    if form == "png" and out is None:
        message = "png is no text: name a file with --out."
        raise typer.BadParameter(message)
    opened, filters = request.opened, request.filters()
    name = opened.name
    positions = request.positions()
    if lanes is None:
        matrix = lay_out_ledger(positions, codebook=opened.codebook())
        shown = matrix if request.everyone else matrix.of_actors()
        svg = draw_ledger_picture(shown, name=name, filters=filters)
        table = to_csv(tabulate("position", positions))
    else:
        grouped = _lanes(request, positions, lanes)
        svg = draw_timeline_picture(grouped, name=name, filters=filters)
        spoken = [statement for found in grouped.values() for statement in found]
        context = gather_context("statement", opened)
        table = to_csv(tabulate("statement", spoken, context=context))
    if out is None:
        write(svg)
        return
    beside = write_picture(svg, out, form=form, table=table)
    say(f"Written: {out}, and its table {beside}.", quiet=request.quiet)


def _lanes(
    request: Request,
    positions: tuple[Position, ...],
    lanes: Literal["actor", "issue"],
) -> dict[str, list[Statement]]:
    """Share the statements of cells out; those who say most come first."""
    by_id = {s.id: s for s in request.opened.statements()}
    labels = {i.id: issue_label(i) for i in request.opened.codebook().issues}
    known = [p for p in positions if p.actor is not None or request.everyone]
    found: dict[str, list[Statement]] = {}
    for position in known or positions:
        lane = position.name if lanes == "actor" else labels[position.issue]
        own = [by_id[s] for s in position.statements if s in by_id]
        found.setdefault(lane, []).extend(own)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))
