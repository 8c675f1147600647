"""A progress bar on stderr, where somebody watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bars

from accord.app import Progress
from accord.cli.output.streams import talk_console

__all__ = ["watch"]

# What a person calls the parts of the way; the rooms over the whole pile are one.
_LABELS = {"resolve": "reading", "position": "coding", "present": "drawing"}


@contextmanager
def watch(*, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Show how far the work has come, one bar a stage.

    Yields:
        What the app calls; None where nobody watches: stderr is no terminal, or
        silence was asked for.
    """
    console = talk_console()
    if quiet or not console.is_terminal:
        yield None
        return
    with Bars(
        TextColumn("{task.description:<10}"),
        BarColumn(bar_width=24, complete_style="cyan", finished_style="dim cyan"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[item]}", style="dim"),
        console=console,
        transient=True,
    ) as bars:
        tasks: dict[str, TaskID] = {}

        def show(progress: Progress) -> None:
            label = _LABELS.get(progress.stage, "relating")
            if label not in tasks:
                tasks[label] = bars.add_task(label, total=progress.total, item="")
            bars.update(
                tasks[label],
                completed=progress.done,
                total=progress.total,
                item=(progress.item or "")[-32:],
            )

        yield show
