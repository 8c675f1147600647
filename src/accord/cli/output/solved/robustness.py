"""Prints how firmly conclusions hold, and how conflicts changed over time."""

from collections.abc import Sequence

from rich.padding import Padding
from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation.case import Case
from accord.present.wording import plural
from accord.solve.conflicts.over_time import Changes
from accord.solve.conflicts.wording import word_demand
from accord.solve.robust import Robustness

__all__ = ["draw_periods", "draw_robustness"]

_SHOWN = 20
_ID_CHARS = 17
_ZONES = {
    "zone-empty": "the zone of agreement is empty",
    "zone-exists": "there is a zone of agreement",
}


def draw_robustness(case: Case, robustness: Robustness, *, quiet: bool) -> None:
    """Draw the share of runs in which each conclusion holds, the weakest first."""
    drawn = new_table()
    drawn.expand = True
    drawn.add_column("conclusion", ratio=3, overflow="fold")
    drawn.add_column("without\na source", justify="right")
    drawn.add_column("doubtful\nleft out", justify="right")
    drawn.add_column("hangs on", ratio=1, overflow="fold")
    names = _names(case, robustness)
    order = sorted(
        zip(names, robustness.holdings, strict=True),
        key=lambda one: (one[1].without_source, one[1].resampled),
    )
    for name, one in order[:_SHOWN]:
        drawn.add_row(
            Text(name),
            f"{one.without_source:.0%}",
            f"{one.resampled:.0%}",
            Text(", ".join(map(_source, one.hangs_on))),
        )
    data_console().print(drawn)
    numbers = f", and {plural(robustness.shaken, 'number')} shaken by up to a fifth"
    say(
        f"Holds in this share of runs. Without each of "
        f"{plural(len(robustness.sources), 'source')} in turn; and in "
        f"{plural(robustness.draws, 'draw')} that leave out, with one half, each of "
        f"{plural(len(robustness.doubtful), 'value')} that no text asserts"
        f"{numbers if robustness.shaken else ''}.",
        robustness.caveat,
        quiet=quiet,
    )


def _names(case: Case, robustness: Robustness) -> list[str]:
    """Say what each conclusion is; of efficient packages how they differ from the first."""
    demands = {demand.id: demand for demand in case.demands}
    first: tuple[str, ...] | None = None
    names = []
    for conclusion in (one.conclusion for one in robustness.holdings):
        if conclusion[0] == "efficient":
            apart = [o for o in conclusion[1:] if first is None or o not in first]
            words = "; ".join(option.replace("-", " ") for option in apart)
            names.append(
                f"efficient{': ' if first is None else ', as the first but '}{words}"
            )
            first = first or conclusion
        elif conclusion[0] in _ZONES:
            names.append(_ZONES[conclusion[0]])
        else:
            names.append(
                "; ".join(word_demand(case, demands[name]) for name in conclusion)
            )
    return names


def _source(name: str) -> str:
    """Shorten the id of a document."""
    return f"{name[:_ID_CHARS]}…" if name.startswith("document-") else name


def draw_periods(case: Case, changes: Changes, *, quiet: bool) -> None:
    """Draw what appeared and vanished in each period."""
    console = data_console()
    demands = {demand.id: demand for demand in case.demands}

    def draw(sign: str, conflict: Sequence[str]) -> None:
        words = "; ".join(word_demand(case, demands[name]) for name in conflict)
        console.print(Padding(Text(f"{sign} {words}"), (0, 0, 0, 2)))

    for period in changes.periods:
        console.print(
            Text(
                f"{period.start} to {period.end}: "
                f"{plural(len(period.demands), 'demand')} voiced, "
                f"{plural(len(period.conflicts), 'conflict')}",
                style="bold",
            )
        )
        for new in period.appeared[:_SHOWN]:
            draw("+", new)
        for gone in period.vanished[:_SHOWN]:
            draw("-", gone)
    say(
        "+ cannot stand together, under these modelled preferences, and were voiced in "
        "this period; - were before, and not all of them again.",
        quiet=quiet,
    )
    if changes.undated:
        undated = "; ".join(
            word_demand(case, demands[name]) for name in changes.undated
        )
        say(f"Without a date, and left aside: {undated}.", quiet=quiet)
    if not changes.complete:
        say("Not all conflicts are listed: a limit was reached.", quiet=quiet)
    say(changes.caveat, quiet=quiet)
