"""``accord ledger``: who stands where."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "ledger"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord ledger -w my-dispute\n"
    "  accord ledger --roll-up state --issue joint-council --jsonl\n"
    "  accord ledger --cell RUS joint-council\n"
    "  accord ledger --out ledger.svg\n"
    "  accord ledger --timeline issue --out timeline.svg"
)


class RollUp(StrEnum):
    """Whose position a statement counts for."""

    person = "person"
    body = "body"
    state = "state"


class Lanes(StrEnum):
    """What a timeline has a lane for."""

    actor = "actor"
    issue = "issue"


class PictureForm(StrEnum):
    """How a picture is written."""

    svg = "svg"
    png = "png"


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
    roll_up: Annotated[
        RollUp,
        typer.Option(
            help="Whose position a statement counts for: the speaker's own, the body "
            "spoken for, or the state it belongs to."
        ),
    ] = RollUp.body,
    cell: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="ACTOR ISSUE", help="Show the statements that one cell rests on."
        ),
    ] = None,
    everyone: Annotated[
        bool,
        typer.Option(
            "--all", help='Also those the texts only describe, as "some experts".'
        ),
    ] = False,
    timeline: Annotated[
        Lanes | None,
        typer.Option(help="Draw when they spoke, a lane for each of these."),
    ] = None,
    form: Annotated[
        PictureForm | None,
        typer.Option("--format", help="Draw a picture; also by the ending of --out."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="The picture's file."),
    ] = None,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show who stands where on which issue.

    The position ledger: actors by issues, with stance, how often and when last.
    Signs: + supports, − opposes, "if" on a condition, ± says both, ? unclear; +? and
    −? were read so, but are too little likely to be stated. A dot means that nothing
    was found. As JSON or CSV it gives one position a line with
    the ids of its statements. A picture in a file has its table as CSV beside it.
    """
    from accord import app
    from accord.cli.output import ledgers

    chosen = options.choose_format(table=table, json=json, jsonl=jsonl, csv=csv)
    wanted = options.Filters(
        actor=actor, issue=issue, outlet=outlet, since=since, until=until
    )
    with app.open(workspace, create=False) as opened:
        shown = ledgers.Request(
            opened, wanted, roll_up=roll_up.value, everyone=everyone, quiet=quiet
        )
        if cell is not None:
            ledgers.print_cell(shown, *cell, format_=chosen)
        elif form is not None or out is not None or timeline is not None:
            form_ = form.value if form else _ending(out)
            lanes: Any = timeline.value if timeline else None
            ledgers.draw(shown, lanes=lanes, form=form_, out=out)
        else:
            ledgers.print_ledger(shown, format_=chosen)


def _ending(out: Path | None) -> str:
    """Take the format of a picture from its file's ending.

    Raises:
        typer.BadParameter: The ending is of no picture.
    """
    ending = out.suffix.removeprefix(".").lower() if out else "svg"
    if ending not in ("svg", "png"):
        message = f"{out} is no picture's name: end it with .svg or .png."
        raise typer.BadParameter(message)
    return ending
