"""``accord demo``: the whole way on a dispute that ships with the package."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "demo"]

EXAMPLE = "\b\nExamples:\n  accord demo\n  accord demo --sample depot -w depot-demo"
SOME_FAILED = 1


def demo(
    *,
    workspace: Annotated[
        Path,
        typer.Option(
            "--workspace", "-w", metavar="DIR", help="Where to put the workspace."
        ),
    ] = Path("accord-demo"),
    sample: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="strait: two states and a strait; depot: a wage dispute.",
        ),
    ] = "strait",
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=0,
            metavar="N",
            help="Processes; 0 for one per core, the settings' if not given.",
        ),
    ] = None,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Try it out on an invented dispute.

    Reads the documents of a dispute that ships with the package and prints part
    of the position ledger, two demands that cannot stand together with the words
    that prove it, and where the report lies. Opens nothing.
    """
    from accord import app
    from accord.cli.output.progress import watch
    from accord.cli.output.summary import print_truest, summarise

    if sample not in app.sample_names():
        known = ", ".join(app.sample_names())
        message = f"There is no sample {sample!r}; there are: {known}."
        raise typer.BadParameter(message)
    with watch(quiet=quiet) as on_progress:
        opened, report = app.demo(
            workspace, sample=sample, jobs=jobs, on_progress=on_progress
        )
    with opened:
        dispute = opened.dispute()
        print_truest(dispute, report.report)
        if not quiet:
            summarise(report, dispute, folder=workspace)
    if report.failures:
        raise typer.Exit(SOME_FAILED)
