"""``accord solve stability``: what would hold in a conflict."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options

__all__ = ["STABILITY_EXAMPLE", "stability"]

STABILITY_EXAMPLE = (
    "\b\nExamples:\n  accord solve stability conflict.json\n"
    "  accord solve stability conflict.gmcr --coalitions\n"
    "  accord solve stability conflict.json --explain 5\n"
    "  accord solve stability conflict.json --from 1\n"
    "  accord solve stability conflict.json --inverse 5\n"
    "  accord solve stability conflict.json --robust\n"
    "  accord solve stability conflict.json --out states.svg\n"
    "  accord solve stability conflict.json --json"
)


def stability(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A conflict (JSON, .gmcr), or a case with moves."
        ),
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
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Let several move together.")
    ] = False,
    start: Annotated[
        int | None,
        typer.Option("--from", metavar="STATE", help="Show where it can come to."),
    ] = None,
    inverse: Annotated[
        int | None,
        typer.Option(
            metavar="STATE", help="Show which preferences would make it hold."
        ),
    ] = None,
    robust: Annotated[
        bool,
        typer.Option("--robust", help="Say what holds if an order is a little wrong."),
    ] = False,
    out: options.PictureFile = None,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show which states of a conflict would hold.

    What is shown holds under the preferences, options and moves in the file.
    """
    from accord.app import solving
    from accord.cli.output import solving as output
    from accord.cli.output.solved import graphs

    if coalitions:
        model, together, value = solving.coalitions_of_file(file, sanctions=sanctions)
        draw = partial(graphs.draw_coalitions, model, together, quiet=quiet)
        _show(value, draw, json=json)
        return
    if start is not None:
        model, reached, value = solving.ways_of_file(file, start)
        _show(value, partial(graphs.draw_ways, model, reached, quiet=quiet), json=json)
        return
    if inverse is not None:
        found, value = solving.requirements_of_file(file, inverse, sanctions=sanctions)
        _show(value, partial(graphs.tell_requirements, found, quiet=quiet), json=json)
        return
    if robust:
        model, firm, value = solving.firmness_of_file(file, sanctions=sanctions)
        _show(value, partial(graphs.draw_firmness, model, firm, quiet=quiet), json=json)
        return
    if explain is not None:
        reasons, joint = solving.explanation_of_file(file, explain, sanctions=sanctions)
        if json:
            output.write_object(solving.reasons_as_json(explain, reasons, joint))
        else:
            output.tell_reasons(reasons, joint)
        return
    conflict, solved = solving.stability_of_file(file, sanctions=sanctions)
    if out is not None:
        from accord.app.solving.pictures import picture_of_stability

        picture = picture_of_stability(conflict, solved)
        output.draw_picture(picture, out, quiet=quiet)
    elif json:
        output.write_object(solving.stability_as_json(conflict, solved))
    else:
        output.draw_stability(conflict, solved)
        output.say_stability(solved, quiet=quiet)


def _show(value: Mapping[str, Any], draw: Callable[[], None], *, json: bool) -> None:
    """Write plain values, or draw."""
    from accord.cli.output.solving import write_object

    if json:
        write_object(value)
    else:
        draw()
