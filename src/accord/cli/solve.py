"""Solve a modelled case: who can decide, what would hold."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["POWER_EXAMPLE", "STABILITY_EXAMPLE", "power", "stability"]

POWER_EXAMPLE = (
    "\b\nExamples:\n  accord solve power council.json\n"
    "  accord solve power council.json --json\n"
    "  accord solve power -w my-dispute"
)
STABILITY_EXAMPLE = (
    "\b\nExamples:\n  accord solve stability conflict.json\n"
    "  accord solve stability conflict.json --explain 5\n"
    "  accord solve stability conflict.json --json"
)


def power(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="One game as a JSON object; the workspace's rules if not given.",
        ),
    ] = None,
    *,
    workspace: options.Workspace = Path(),
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show who can decide and who can block under a rule.

    Every index is an exact fraction, in the order of the game's players. Without a
    file: whether the bodies that the texts describe can act against a veto.
    """
    from accord import app
    from accord.app import solving
    from accord.cli.output import solving as output

    if file is None:
        with app.open(workspace, create=False) as opened:
            found = solving.guarantees_of(opened)
        if json:
            output.write_object(solving.guarantees_as_json(found))
        else:
            output.tell_guarantees(found, quiet=quiet)
        return
    game, solved = solving.power_of_file(file)
    if json:
        output.write_object(solving.power_as_json(game, solved))
    else:
        output.draw_power(solved)
        output.say_power(game, solved, quiet=quiet)


def stability(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="One conflict as a JSON object.")
    ],
    *,
    sanctions: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="How the others may answer: formal, single-move or each-once.",
        ),
    ] = "formal",
    explain: Annotated[
        int | None,
        typer.Option(metavar="STATE", help="Say why this state holds, or does not."),
    ] = None,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show which states of a conflict would hold.

    What is shown holds under the preferences, options and moves in the file.
    """
    from accord.app import solving
    from accord.cli.output import solving as output

    if explain is not None:
        reasons, joint = solving.explanation_of_file(file, explain, sanctions=sanctions)
        if json:
            output.write_object(solving.reasons_as_json(explain, reasons, joint))
        else:
            output.tell_reasons(reasons, joint)
        return
    conflict, solved = solving.stability_of_file(file, sanctions=sanctions)
    if json:
        output.write_object(solving.stability_as_json(conflict, solved))
    else:
        output.draw_stability(conflict, solved)
        output.say_stability(solved, quiet=quiet)
