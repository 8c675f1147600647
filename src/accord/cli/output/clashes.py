"""Prints what clashes in the knowledge base."""

import json
from collections.abc import Sequence
from typing import Protocol

from rich import box
from rich.table import Table
from rich.text import Text

from accord.cli.output.streams import data_console, write

__all__ = ["draw_clashes", "write_clashes"]


class Clash(Protocol):
    """Entries that cannot all be right, or that cannot be told apart."""

    @property
    def kind(self) -> str:
        """What kind of clash it is."""

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors."""

    @property
    def note(self) -> str:
        """What is wrong."""


def write_clashes(found: Sequence[Clash]) -> None:
    """Write them as one JSON array."""
    rows = [{"kind": c.kind, "actors": list(c.actors), "note": c.note} for c in found]
    write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def draw_clashes(found: Sequence[Clash]) -> None:
    """Draw them as a table; nothing if there are none."""
    drawn = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )
    drawn.add_column("clash", no_wrap=True)
    drawn.add_column("actors", ratio=2, overflow="fold")
    drawn.add_column("what is wrong", ratio=4, overflow="fold")
    for clash in found:
        drawn.add_row(clash.kind, Text("\n".join(clash.actors)), Text(clash.note))
    if found:
        data_console().print(drawn)
