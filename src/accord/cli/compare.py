"""``accord compare A B``: two documents side by side."""

from json import dumps
from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "compare"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord compare morning.txt evening.txt -w my-dispute\n"
    "  accord compare morning.txt evening.txt --json"
)


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A document: path or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    *,
    workspace: options.Workspace = Path(),
    json: options.AsObject = False,
    _debug: options.Debug = False,
) -> None:
    """Show what one document took from another, and what each has alone.

    Passages that stand in both, reports of the same words with what differs marked
    by stars, reports that do not agree, and quotations that one alone has. A path may
    be cut to its end.
    """
    from accord import app
    from accord.app.comparing import compare_documents
    from accord.cli.output.streams import data_console, write
    from accord.present.sides import draw_sides, to_object

    with app.open(workspace, create=False) as opened:
        sides = compare_documents(opened, a, b)
    if json:
        write(dumps(to_object(sides), ensure_ascii=False, indent=1) + "\n")
        return
    console = data_console()
    console.print(draw_sides(sides, width=console.width))
