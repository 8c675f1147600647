"""``accord solve forecast``: where a question that lies on a line might come out."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "forecast"]

EXAMPLE = (
    "\b\nExamples:\n  accord solve forecast case.json\n"
    "  accord solve forecast actors.csv --experiment --rounds 10\n"
    "  accord solve forecast contests.json --backtest --json"
)
_SHARE, _DRAWS, _ROUNDS = 0.1, 200, 5


def forecast(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A case file, contests as JSON, or actors as CSV (KTAB's or plain).",
        ),
    ],
    *,
    experiment: Annotated[
        bool,
        typer.Option(
            "--experiment", help="Add the variants of the expected-utility model."
        ),
    ] = False,
    rounds: Annotated[
        int, typer.Option(min=1, max=100, metavar="N", help="Rounds of the experiment.")
    ] = _ROUNDS,
    shake: Annotated[
        float,
        typer.Option(metavar="SHARE", help="Largest change of an input, as 0.1."),
    ] = _SHARE,
    draws: Annotated[
        int, typer.Option(metavar="N", help="How often inputs are shaken.")
    ] = _DRAWS,
    seed: Annotated[int, typer.Option(metavar="N", help="Which draws.")] = 0,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Compare with outcomes in the file.")
    ] = False,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show where a question might come out, and how much that moves.

    The weighted mean and median of the positions, beside simple baselines. No
    probability of agreement: there is none to be had from positions.
    """
    from accord.app.solving import forecast as solving
    from accord.cli.output.solved import forecasts as output
    from accord.cli.output.solving import write_object
    from accord.solve.forecast.shaking import Shake

    if backtest:
        tested = solving.backtest_of_file(file, rounds=rounds)
        if json:
            write_object(solving.backtest_as_json(tested))
        else:
            output.draw_backtest(tested, quiet=quiet)
        return
    found = solving.forecasts_of_file(
        file,
        shake=Shake(share=shake, draws=draws, seed=seed),
        rounds=rounds if experiment else None,
    )
    if json:
        write_object(solving.forecasts_as_json(found))
    else:
        output.draw_forecasts(found, quiet=quiet)
