"""Prints what ``accord check`` found."""

import json

from rich import box
from rich.table import Table
from rich.text import Text

from accord.app import CheckReport
from accord.cli.output.streams import data_console, write
from accord.model import to_json
from accord.present.wording import plural

__all__ = ["draw_check", "write_check"]


def write_check(found: CheckReport) -> None:
    """Write it as one JSON object."""
    write(json.dumps(to_json(found), ensure_ascii=False, indent=2) + "\n")


def draw_check(found: CheckReport) -> None:
    """Draw settings with their origin, versions, and what is wrong."""
    console = data_console()
    settings = _plain_table("setting", "value", "from")
    for setting in found.settings:
        settings.add_row(setting.name, str(setting.value), setting.origin)
    console.print(settings)
    console.print()
    versions = _plain_table("part", "version")
    for name, version in found.versions:
        versions.add_row(name, version)
    console.print(versions)
    console.print()
    quotes = plural(found.quotes_checked, "quote")
    if not found.problems:
        console.print(Text(f"{quotes} checked against their texts: all is well."))
        return
    console.print(Text(f"{quotes} checked against their texts."))
    for problem in found.problems:
        console.print(Text(f"problem: {problem}", style="bold red"))


def _plain_table(*headings: str) -> Table:
    """Make a table without lines."""
    made = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0)
    )
    for heading in headings:
        made.add_column(heading, overflow="fold")
    return made
