"""``accord export``: what others can open."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options
from accord.cli.discourse import counting

__all__ = ["EXAMPLE", "export"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord export my-dispute --format dna --out dispute.dna\n"
    "  accord export old.dna --format dna --out copy.dna"
)


class ExportForm(StrEnum):
    """What a whole workspace can be written as."""

    dna = "dna"


def export(
    source: counting.Source,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The file to make.")
    ],
    form: Annotated[
        ExportForm, typer.Option("--format", help="What to write.")
    ] = ExportForm.dna,
    conditional: counting.Conditional = counting.Reading.omit,
    unclear: counting.Unclear = counting.Reading.omit,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Write a workspace as a file of another program.

    dna: a database of Discourse Network Analyzer, version 3, with all documents,
    statements, actors and their attributes. Its coder is Admin, the password
    accord. A .dna file as the source is written out whole, nothing lost.
    """
    from accord.app.networks import export_dna
    from accord.cli.output.streams import say
    from accord.present.wording import plural

    written = export_dna(
        source, out, conditional=conditional.value, unclear=unclear.value
    )
    say(
        f"{plural(written, 'statement')} written to {out} as {form.value}.", quiet=quiet
    )
