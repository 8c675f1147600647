"""``accord solve conflicts``: what cannot stand together, and what must give."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options
from accord.model.negotiation.case import Case

__all__ = ["EXAMPLE", "conflicts"]

EXAMPLE = (
    "\b\nExamples:\n  accord solve conflicts case.json\n"
    "  accord solve conflicts case.json --robust --json\n"
    "  accord solve conflicts case.json --by month\n"
    "  accord solve conflicts case.json --out conflicts.svg"
)
_LIMIT = 10_000


def conflicts(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A case file, or clauses as a JSON object."
        ),
    ],
    *,
    wishes: Annotated[
        bool, typer.Option("--wishes", help="Count wishes as demands.")
    ] = False,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="Sets of one kind to stop after.")
    ] = _LIMIT,
    robust: Annotated[
        bool, typer.Option("--robust", help="Say what holds without one source.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="PERIOD", help="Follow them by month, quarter or year."),
    ] = None,
    out: options.PictureFile = None,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show which demands cannot stand together, and what must give.

    All minimal sets of demands that no package can meet, and the smallest sets that
    would free the others if they were given up, with the quotations behind them.
    """
    from accord.app.solving.cases import (
        changes_of_case,
        conflicts_of_case,
        holds_clauses,
        read_work,
        sets_of_clauses,
    )
    from accord.cli.output.conflicts import draw_conflicts, draw_sets
    from accord.cli.output.solved.robustness import draw_periods, draw_robustness
    from accord.cli.output.solving import draw_picture, write_object

    work = read_work(file, is_other=holds_clauses)
    if not isinstance(work, Case):
        found = sets_of_clauses(work, limit=limit)
        if json:
            write_object(found)
        else:
            draw_sets(found, quiet=quiet)
        return
    if by is not None:
        changes, value = changes_of_case(work, by=by, wishes=wishes)
        if json:
            write_object(value)
        else:
            draw_periods(work, changes, quiet=quiet)
        return
    report, firmness, value = conflicts_of_case(
        work, wishes=wishes, limit=limit, robust=robust
    )
    if out is not None:
        from accord.app.solving.pictures import picture_of_conflicts

        draw_picture(picture_of_conflicts(work, report), out, quiet=quiet)
    elif json:
        write_object(value)
    else:
        draw_conflicts(work, report, quiet=quiet)
        if firmness is not None:
            draw_robustness(work, firmness, quiet=quiet)
