"""``accord solve packages``: what could be agreed on."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options
from accord.model.negotiation.case import Case

__all__ = ["EXAMPLE", "packages"]

EXAMPLE = (
    "\b\nExamples:\n  accord solve packages case.json\n"
    "  accord solve packages case.json --ordinal --json\n"
    "  accord solve packages case.json --out packages.svg"
)
_SHOWN = 20


def packages(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A case file, or one bargain as JSON."),
    ],
    *,
    ordinal: Annotated[
        bool, typer.Option("--ordinal", help="Leave utilities aside.")
    ] = False,
    shown: Annotated[
        int, typer.Option("--show", min=1, metavar="N", help="Packages to list.")
    ] = _SHOWN,
    robust: Annotated[
        bool, typer.Option("--robust", help="Say what holds without one source.")
    ] = False,
    out: options.PictureFile = None,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show which packages could be agreed on.

    Under hard rules and red lines: the zone of agreement, the efficient packages and
    what rules of fairness choose; where there is no zone, what would have to give.
    """
    from accord.app.solving.cases import (
        holds_bargain,
        outcome_of_bargain,
        packages_of_case,
        read_work,
    )
    from accord.cli.output.packages import draw_outcome, draw_packages
    from accord.cli.output.solved.robustness import draw_robustness
    from accord.cli.output.solving import draw_picture, write_object

    work = read_work(file, is_other=holds_bargain)
    if not isinstance(work, Case):
        found = outcome_of_bargain(work)
        if out is not None:
            from accord.app.solving.pictures import picture_of_bargain

            draw_picture(picture_of_bargain(found), out, quiet=quiet)
            return
        if json:
            write_object(found)
        else:
            draw_outcome(found)
        return
    report, firmness, value = packages_of_case(
        work, ordinal=ordinal, shown=shown, robust=robust
    )
    if out is not None:
        from accord.app.solving.pictures import picture_of_packages

        draw_picture(picture_of_packages(work, report), out, quiet=quiet)
    elif json:
        write_object(value)
    else:
        draw_packages(work, report, quiet=quiet)
        if firmness is not None:
            draw_robustness(work, firmness, quiet=quiet)
