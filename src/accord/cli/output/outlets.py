"""Prints outlets side by side."""

from json import dumps

from rich.text import Text

from accord.app import Workspace
from accord.cli.options import Format
from accord.cli.output.streams import data_console, say, write
from accord.model.outlets import OutletComparison
from accord.present.outlets import outlet_table, to_object
from accord.present.tables import to_csv
from accord.present.terminal import draw_table
from accord.present.wording import plural

__all__ = ["print_outlets"]

_HEADINGS = {
    "profiles": "Outlets: documents, reports by how they are quoted, claims",
    "coverage": "Claims: who carried them",
    "exclusive": "Claims that one outlet alone carried",
    "missing": "Claims that an outlet did not carry",
    "cues": "Cue words for the same speaker, here and in all other outlets",
    "quotation": "Who is quoted, and who is paraphrased",
}
#: What is shown where no part is asked for.
_OVERVIEW = ("profiles", "coverage", "cues", "quotation")
MAX_ROWS = 25


def print_outlets(
    opened: Workspace,
    names: tuple[str, ...],
    *,
    part: str | None,
    format_: Format,
    quiet: bool,
) -> None:
    """Print a comparison, or one part of it, on stdout.

    Args:
        opened: The workspace.
        names: Outlets to compare; all if none.
        part: One of the parts; None for an overview.
        format_: Table, JSON or CSV.
        quiet: Whether to say nothing on stderr.
    """
    found = opened.outlets(*names)
    if format_ == "json":
        write(dumps(to_object(found), ensure_ascii=False, indent=1) + "\n")
        return
    if format_ == "csv":
        write(to_csv(outlet_table(found, part or "coverage")))
        return
    for shown in (part,) if part else _OVERVIEW:
        _print_part(found, shown, all_=part is not None)
    if found.unnamed:
        say(
            f"{plural(found.unnamed, 'document')} without an outlet left out.",
            quiet=quiet,
        )


def _print_part(found: OutletComparison, part: str, *, all_: bool) -> None:
    """Print one part; in an overview its first rows, tests that show something first."""
    console = data_console()
    table = outlet_table(found, part)
    rows, ids = table.rows, table.ids
    if not all_ and table.columns[-1].name == "verdict":
        order = ("differs", "not shown", "too few")
        rows = tuple(sorted(rows, key=lambda row: order.index(str(row[-1]))))
    cut = rows if all_ else rows[:MAX_ROWS]
    console.print(Text(_HEADINGS[part], style="bold"))
    shown = type(table)(table.kind, table.columns, cut, ids[: len(cut)])
    console.print(draw_table(shown, width=console.width))
    if len(cut) < len(rows):
        console.print(Text(f"{len(rows) - len(cut)} more: --part {part}.", style="dim"))
    console.print()
