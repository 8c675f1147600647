"""``accord solve convert`` and ``diff``: files of models between programs and editions."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["CONVERT_EXAMPLE", "DIFF_EXAMPLE", "convert", "diff"]

CONVERT_EXAMPLE = (
    "\b\nExamples:\n  accord solve convert conflict.gmcr > conflict.json\n"
    "  accord solve convert conflict.json --to gmcr > conflict.gmcr\n"
    "  accord solve convert case.json --to ktab > actors.csv"
)
DIFF_EXAMPLE = "\b\nExample:\n  accord solve diff case-old.json case.json"


def convert(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A conflict (JSON, .gmcr), contests (JSON, CSV) or a case file.",
        ),
    ],
    *,
    to: Annotated[
        str, typer.Option("--to", metavar="FORM", help="json, gmcr or ktab.")
    ] = "json",
    _debug: options.Debug = False,
) -> None:
    """Rewrite a model in the form of another program, and back.

    Conflicts go to and from GMCR+'s .gmcr, positions on a line to and from KTAB's CSV.
    """
    from accord.app.solving.exchange import converted
    from accord.cli.output.streams import write

    write(converted(file, to=to))


def diff(
    before: Annotated[
        Path, typer.Argument(metavar="BEFORE", help="The older edition of a case.")
    ],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="The newer one.")],
    *,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show what is different between two editions of a case file.

    Entries are told apart by their ids, or by party, issue and option; their order is
    no difference.
    """
    from accord.app.solving.cases import difference_of_files
    from accord.cli.output.solved.changes import draw_changes
    from accord.cli.output.solving import write_object

    changes, value = difference_of_files(before, after)
    if json:
        write_object(value)
    else:
        draw_changes(changes, notes=value["notes"], quiet=quiet)
