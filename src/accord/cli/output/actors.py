"""Prints what the knowledge base lacks, and what clashes in it."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Protocol

from rich import box
from rich.table import Table
from rich.text import Text

from accord.cli.options import Format
from accord.cli.output.streams import data_console, say, write
from accord.present.wording import one_line, plural

__all__ = ["draw_clashes", "print_unresolved", "write_clashes"]

EXAMPLE_LENGTH = 90


class Unresolved(Protocol):
    """Words that stand for a speaker nobody could be found for."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def count(self) -> int:
        """How often they stand for a speaker."""

    @property
    def documents(self) -> int:
        """In how many documents."""

    @property
    def example(self) -> str:
        """What such a speaker said once."""

    @property
    def stub_yaml(self) -> str:
        """The actor to fill in."""


def print_unresolved(
    found: Sequence[Unresolved], *, format_: Format, quiet: bool
) -> None:
    """Print them in the format that was asked for."""
    match format_:
        case "json" | "jsonl":
            items = [_as_object(item) for item in found]
            write(json.dumps(items, ensure_ascii=False, indent=2) + "\n")
        case "csv":
            write(_as_csv(found))
        case "stubs":
            write("actors:\n" if found else "")
            for item in found:
                write(item.stub_yaml.rstrip("\n") + "\n")
        case "table":
            _draw(found)
            say(_advice(found), quiet=quiet)


def _as_object(item: Unresolved) -> dict[str, str | int]:
    """Name the parts of one."""
    return {
        "text": item.text,
        "count": item.count,
        "documents": item.documents,
        "example": item.example,
        "stub_yaml": item.stub_yaml,
    }


def _as_csv(found: Sequence[Unresolved]) -> str:
    """Write them as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["words", "times", "documents", "example"])
    for item in found:
        writer.writerow([item.text, item.count, item.documents, item.example])
    return text.getvalue()


def _draw(found: Sequence[Unresolved]) -> None:
    """Draw them as a table."""
    drawn = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )
    drawn.add_column("words", ratio=2, overflow="fold")
    drawn.add_column("times", justify="right")
    drawn.add_column("documents", justify="right")
    drawn.add_column("example", ratio=4, overflow="fold")
    for item in found:
        example = one_line(item.example)
        if len(example) > EXAMPLE_LENGTH:
            example = example[: EXAMPLE_LENGTH - 1] + "…"
        drawn.add_row(
            Text(item.text), str(item.count), str(item.documents), Text(example)
        )
    if found:
        data_console().print(drawn)


def _advice(found: Sequence[Unresolved]) -> str:
    """Say what to do about them."""
    if not found:
        return "Every speaker that the texts name was found."
    return (
        f"{plural(len(found), 'name')} to tell Accord about: "
        "`accord actors unresolved --stubs` writes the YAML to fill in."
    )


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
