"""Prints records in the format that was asked for."""

from collections.abc import Iterable

from rich.text import Text

from accord.app import Workspace
from accord.cli.options import Format
from accord.cli.output.streams import data_console, say, write, write_lines
from accord.model import Link, Shift
from accord.present.context import Context
from accord.present.sides import draw_links
from accord.present.tables import tabulate, to_csv, to_json_text, to_jsonl
from accord.present.terminal import draw_table
from accord.present.wording import plural

__all__ = ["gather_context", "print_links", "print_records"]

# A person reads some hundred rows of a table; a program takes another format.
MAX_TABLE_ROWS = 200
# A link side by side takes some ten lines.
MAX_LINKS = 40


def print_records(
    kind: str,
    records: Iterable[object],
    workspace: Workspace,
    *,
    format_: Format,
    quiet: bool,
    column: str | None = None,
) -> None:
    """Print records of one kind on stdout.

    Args:
        kind: Record kind in the singular.
        records: The records.
        workspace: Where to look up what the records point to.
        format_: Table, JSON, JSON lines or CSV.
        quiet: Whether to leave the last line on stderr out.
        column: One that a table on a terminal shows besides.
    """
    if format_ == "jsonl":
        write_lines(to_jsonl(records))
        return
    if format_ == "json":
        write(to_json_text(records))
        return
    listed = list(records)
    context = gather_context(kind, workspace)
    if format_ == "csv":
        write(to_csv(tabulate(kind, listed, context=context)))
        return
    console = data_console()
    shown = tabulate(kind, listed[:MAX_TABLE_ROWS], context=context)
    if column is not None:
        shown = shown.showing(column)
    console.print(draw_table(shown, width=console.width))
    for record in listed[:MAX_TABLE_ROWS]:
        if isinstance(record, Shift) and record.note:
            console.print(Text(f"• {record.note}"))
    told = plural(len(listed), kind)
    if len(listed) > MAX_TABLE_ROWS:
        told = f"The first {MAX_TABLE_ROWS} of {told}; --csv or --jsonl gives all."
    say(told, quiet=quiet)


def print_links(records: Iterable[Link], workspace: Workspace, *, quiet: bool) -> None:
    """Print links on stdout, both ends of each beside each other."""
    listed = list(records)
    console = data_console()
    context = gather_context("link", workspace)
    shown = listed[:MAX_LINKS]
    console.print(draw_links(shown, context=context, width=console.width))
    told = plural(len(listed), "link")
    if len(listed) > MAX_LINKS:
        told = f"The first {MAX_LINKS} of {told}; --table lists more, --csv all."
    say(told, quiet=quiet)


def gather_context(kind: str, workspace: Workspace) -> Context:
    """Load what rows of a kind look up, and no more."""
    if kind in ("actor", "position", "irreconcilable", "judgement", "failure"):
        return Context()
    attributions = workspace.attributions() if kind == "link" else ()
    statements = workspace.statements() if kind == "shift" else ()
    return Context.of(
        workspace.documents(), attributions=attributions, statements=statements
    )
