"""How far a run has come."""

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["OnProgress", "Progress", "ignore_progress"]


@dataclass(frozen=True, slots=True)
class Progress:
    """One step done.

    Attributes:
        stage: Name of the last room of this part of the way: ``resolve`` or
            ``position`` for documents; ``join``, ``link``, ``map``, ``solve``,
            ``present`` for the whole pile.
        done: Steps done.
        total: Steps to do, as far as known: a file of many rows counts as one until
            its rows come out.
        item: What was done last: an item's path; empty for the whole pile.
    """

    stage: str
    done: int
    total: int
    item: str


OnProgress = Callable[[Progress], None]


def ignore_progress(progress: Progress) -> None:
    """Show nothing."""
    del progress
