"""Prints how firmly conclusions hold, and how conflicts changed over time."""

from rich.padding import Padding
from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.present.wording import plural
from accord.solve.conflicts.over_time import Changes
from accord.solve.robust import Robustness

__all__ = ["draw_periods", "draw_robustness"]

_SHOWN = 20


def draw_robustness(robustness: Robustness, *, quiet: bool) -> None:
    """Draw the share of runs in which each conclusion holds, the weakest first."""
    drawn = new_table()
    drawn.add_column("conclusion", ratio=3, overflow="fold")
    drawn.add_column("without a source", justify="right")
    drawn.add_column("doubtful left out", justify="right")
    drawn.add_column("hangs on", ratio=1, overflow="fold")
    order = sorted(
        robustness.holdings, key=lambda one: (one.without_source, one.resampled)
    )
    for one in order[:_SHOWN]:
        drawn.add_row(
            Text(" + ".join(one.conclusion)),
            f"{one.without_source:.0%}",
            f"{one.resampled:.0%}",
            Text(", ".join(one.hangs_on)),
        )
    data_console().print(drawn)
    say(
        f"Without each of {plural(len(robustness.sources), 'source')} in turn; and in "
        f"{plural(robustness.draws, 'draw')} that leave out, with one half, each of "
        f"{plural(len(robustness.doubtful), 'demand')} that no text asserts, and "
        f"{plural(robustness.shaken, 'number')} shaken by up to a fifth.",
        robustness.caveat,
        quiet=quiet,
    )


def draw_periods(changes: Changes, *, quiet: bool) -> None:
    """Draw what appeared and vanished in each period."""
    console = data_console()
    for period in changes.periods:
        console.print(
            Text(
                f"{period.start} to {period.end}: "
                f"{plural(len(period.demands), 'demand')} voiced, "
                f"{plural(len(period.conflicts), 'conflict')}",
                style="bold",
            )
        )
        for sentence in period.sentences[:_SHOWN]:
            console.print(Padding(Text(f"+ {sentence}"), (0, 0, 0, 2)))
        for gone in period.vanished[:_SHOWN]:
            console.print(Padding(Text(f"- {' + '.join(gone)}"), (0, 0, 0, 2)))
    if changes.undated:
        say(f"Without a date: {', '.join(changes.undated)}.", quiet=quiet)
    if not changes.complete:
        say("Not all conflicts are listed: a limit was reached.", quiet=quiet)
    say(changes.caveat, quiet=quiet)
