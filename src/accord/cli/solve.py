"""Solve a modelled case: who can decide, what would hold."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["POWER_EXAMPLE", "power"]

POWER_EXAMPLE = (
    "\b\nExamples:\n  accord solve power council.json\n"
    "  accord solve power council.json --json"
)


def power(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="One game as a JSON object.")
    ],
    *,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show who can decide and who can block under a rule.

    Every index is an exact fraction, in the order of the game's players.
    """
    from accord.app.solving import power_as_json, power_of_file
    from accord.cli.output.solving import draw_power, say_power, write_object

    game, solved = power_of_file(file)
    if json:
        write_object(power_as_json(game, solved))
    else:
        draw_power(solved)
        say_power(game, solved, quiet=quiet)
