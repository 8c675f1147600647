"""``accord solve power``: who can decide under a rule."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["POWER_EXAMPLE", "power"]

POWER_EXAMPLE = (
    "\b\nExamples:\n  accord solve power council.json\n"
    "  accord solve power council.json --json\n"
    "  accord solve power council.json --compare\n"
    "  accord solve power council.json --estimate 10000\n"
    "  accord solve power council.json --out power.svg\n"
    "  accord solve power -w my-dispute"
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
    compare: Annotated[
        bool, typer.Option("--compare", help="Put other rules beside this one.")
    ] = False,
    estimate: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Estimate from so many orders drawn by chance."
        ),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="Which draws.")] = 0,
    out: options.PictureFile = None,
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

    if compare:
        _compare(file, workspace, json=json, quiet=quiet)
        return
    if estimate is not None:
        _estimate(file, estimate, seed=seed, json=json, quiet=quiet)
        return
    if file is None:
        with app.open(workspace, create=False) as opened:
            found = solving.guarantees_of(opened)
        if json:
            output.write_object(solving.guarantees_as_json(found))
        else:
            output.tell_guarantees(found, quiet=quiet)
        return
    game, solved = solving.power_of_file(file)
    if out is not None:
        from accord.app.solving.pictures import picture_of_power

        output.draw_picture(picture_of_power(game, solved), out, quiet=quiet)
    elif json:
        output.write_object(solving.power_as_json(game, solved))
    else:
        output.draw_power(solved)
        output.say_power(game, solved, quiet=quiet)


def _estimate(
    file: Path | None, samples: int, *, seed: int, json: bool, quiet: bool
) -> None:
    """Show estimates with their intervals, for games too large to count."""
    from accord.app import solving
    from accord.cli.output import solving as output
    from accord.errors import InputError

    if file is None:
        message = "An estimate needs the file of a game."
        raise InputError(
            message, hint="accord solve power council.json --estimate 10000"
        )
    found = solving.estimate_of_file(file, samples=samples, seed=seed)
    if json:
        output.write_object(solving.estimate_as_json(found))
    else:
        output.draw_estimate(found, quiet=quiet)


def _compare(file: Path | None, workspace: Path, *, json: bool, quiet: bool) -> None:
    """Show rules side by side: of a file, or all that a workspace's texts describe."""
    from accord import app
    from accord.app import solving
    from accord.cli.output import solving as output

    if file is None:
        with app.open(workspace, create=False) as opened:
            found = solving.comparisons_of(opened)
    else:
        found = (solving.comparison_of_file(file),)
    if json:
        output.write_object(solving.comparisons_as_json(found))
    else:
        output.draw_comparisons(found, quiet=quiet)
