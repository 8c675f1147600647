"""``accord solve stability``: what would hold in a conflict."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["STABILITY_EXAMPLE", "stability"]

STABILITY_EXAMPLE = (
    "\b\nExamples:\n  accord solve stability conflict.json\n"
    "  accord solve stability conflict.json --explain 5\n"
    "  accord solve stability conflict.json --json"
)


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
