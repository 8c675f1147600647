"""``accord ledger``: who stands where."""

from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "ledger"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord ledger -w my-dispute\n"
    "  accord ledger --issue joint-council --jsonl"
)


def ledger(
    *,
    workspace: options.Workspace = Path(),
    table: options.AsTable = False,
    json: options.AsJson = False,
    jsonl: options.AsJsonl = False,
    csv: options.AsCsv = False,
    actor: options.Actor = None,
    issue: options.IssueName = None,
    outlet: options.Outlet = None,
    since: options.Since = None,
    until: options.Until = None,
    everyone: Annotated[
        bool,
        typer.Option(
            "--all", help='Also those the texts only describe, as "some experts".'
        ),
    ] = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show who stands where on which issue.

    The position ledger: actors by issues, with stance, how often and when last.
    Signs: + supports, − opposes, "if" on a condition, ± says both, ? unclear. As
    JSON or CSV it gives one position a line with the ids of its statements.
    """
    from accord import app
    from accord.cli.output.records import print_records
    from accord.cli.output.streams import data_console, say
    from accord.present.ledger import lay_out_ledger
    from accord.present.terminal import draw_ledger

    chosen = options.choose_format(table=table, json=json, jsonl=jsonl, csv=csv)
    wanted = options.Filters(
        actor=actor, issue=issue, outlet=outlet, since=since, until=until
    )
    with app.open(workspace, create=False) as opened:
        arguments: dict[str, Any] = wanted.as_arguments()
        positions = opened.records("positions", **arguments)
        if chosen != "table":
            print_records("position", positions, opened, format_=chosen, quiet=quiet)
            return
        matrix = lay_out_ledger(tuple(positions), codebook=opened.codebook())
        shown = matrix if everyone else matrix.of_actors()
        console = data_console()
        console.print(draw_ledger(shown, width=console.width))
        hidden = len(matrix.rows) - len(shown.rows)
        if hidden:
            say(f"{hidden} more only described in the texts: --all.", quiet=quiet)
        say("`accord report` opens every cell's statements.", quiet=quiet)
