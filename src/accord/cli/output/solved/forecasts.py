"""Prints where contests might come out."""

from collections.abc import Sequence

from rich.text import Text

from accord.cli.output.conflicts import say_basis
from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.solve.forecast import Backtest, Forecast

__all__ = ["draw_backtest", "draw_forecasts"]


def draw_forecasts(forecasts: Sequence[Forecast], *, quiet: bool) -> None:
    """Draw each contest: its estimates, the experiment, what it rests on."""
    console = data_console()
    for forecast in forecasts:
        console.print(Text(forecast.sentence))
        _draw_estimates(forecast)
        if forecast.experiment:
            _draw_experiment(forecast)
        say_basis(forecast.basis, quiet=quiet)
    for caveat in dict.fromkeys(c for f in forecasts for c in f.caveats):
        say(caveat, quiet=quiet)


def _draw_estimates(forecast: Forecast) -> None:
    """Draw what the rules say."""
    drawn = new_table()
    drawn.add_column("rule")
    for heading in ("value", "8 in 10 draws", "all draws", "without any one"):
        drawn.add_column(heading, justify="right")
    known = forecast.outcome is not None
    if known:
        drawn.add_column("off by", justify="right")
    for one in forecast.estimates:
        cells = [
            f"{one.value:.4g}",
            _range(one.spread.low, one.spread.high),
            _range(one.spread.least, one.spread.most),
            _range(*one.without_one),
        ]
        if known:
            cells.append(f"{one.error:.4g}")
        name = f"{one.rule} (baseline)" if one.is_baseline else one.rule
        drawn.add_row(Text(name), *cells)
    data_console().print(drawn)


def _draw_experiment(forecast: Forecast) -> None:
    """Draw the median of every round of every variant, with its spread."""
    drawn = new_table()
    drawn.add_column("variant")
    rounds = range(len(forecast.experiment[0].rounds))
    for number in rounds:
        drawn.add_column(str(number) if number else "start", justify="right")
    drawn.add_column("8 in 10 draws of the last", justify="right")
    for trial in forecast.experiment:
        medians = (f"{stand.median:.4g}" for stand in trial.rounds)
        last = trial.spreads[-1]
        drawn.add_row(Text(trial.variant), *medians, _range(last.low, last.high))
    console = data_console()
    console.print(
        Text("Experiment: the median after each round of the expected-utility model")
    )
    console.print(drawn)


def _range(low: float, high: float) -> str:
    """Write a range."""
    return f"{low:.4g} to {high:.4g}"


def draw_backtest(tested: Backtest, *, quiet: bool) -> None:
    """Draw how far each rule was off."""
    drawn = new_table()
    drawn.add_column("rule")
    for heading in ("mean error", "worst", "nearer than the mean"):
        drawn.add_column(heading, justify="right")
    for score in tested.scores:
        drawn.add_row(
            Text(score.rule),
            f"{score.error:.3f}",
            f"{score.worst:.3f}",
            f"{score.better_than_mean:.0%}",
        )
    data_console().print(drawn)
    say(
        f"{tested.contests} contests with an outcome, {tested.without} without; errors "
        "are shares of the distance between the outermost positions.",
        *tested.caveats,
        quiet=quiet,
    )
