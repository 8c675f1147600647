"""Prints who takes from whom, and which documents print one story."""

from json import dumps
from pathlib import Path

import typer

from accord.app import Workspace
from accord.app.comparing import find_chains, find_stories
from accord.cli.options import Format
from accord.cli.output.networks import Target
from accord.cli.output.records import gather_context
from accord.cli.output.streams import data_console, say, write
from accord.present.chains import (
    chain_table,
    chains_to_graphml,
    chains_to_objects,
    stories_to_objects,
    story_table,
)
from accord.present.tables import Table, to_csv
from accord.present.terminal import draw_table
from accord.present.wording import plural

__all__ = ["print_chains", "print_stories"]


def print_chains(
    opened: Workspace, *, format_: Format, quiet: bool, out: Path | None = None
) -> None:
    """Print who takes from whom on stdout, or write it to a file.

    Args:
        opened: The workspace.
        format_: Table, JSON, JSON lines or CSV.
        quiet: Whether to say nothing on stderr.
        out: A file: GraphML, SVG, PNG, CSV or JSON by its ending; None for stdout.

    Raises:
        typer.BadParameter: The ending names no format.
    """
    chains = find_chains(opened)
    objects = chains_to_objects(chains)
    if out is None:
        _print(chain_table(chains), objects, format_=format_)
        told = (
            f"{plural(len(chains.ties), 'tie')} between {len(chains.outlets)} outlets"
        )
        say(told, quiet=quiet)
        return
    ending = out.suffix.lower()
    if ending in {".svg", ".png"}:
        from accord.app.networks import Network
        from accord.present.chains import chains_to_network

        picture = Network(chains_to_network(chains))
        Target(ending[1:], out, quiet).write_network(picture, picture="network")
        return
    writers = {
        ".graphml": lambda: chains_to_graphml(chains),
        ".csv": lambda: to_csv(chain_table(chains)),
        ".json": lambda: _text(objects),
    }
    if ending not in writers:
        message = f"{out.name!r} names no format: it ends in .graphml, .svg, .png, .csv or .json."
        raise typer.BadParameter(message)
    out.write_text(writers[ending](), encoding="utf-8")
    say(f"Written: {out}.", quiet=quiet)


def print_stories(opened: Workspace, *, format_: Format, quiet: bool) -> None:
    """Print which documents print one story."""
    stories = find_stories(opened)
    context = gather_context("document", opened)
    table = story_table(stories, context=context)
    if stories or format_ != "table":
        _print(table, stories_to_objects(stories), format_=format_)
    say(plural(len(stories), "story", "stories"), quiet=quiet)


def _print(
    table: Table, objects: list[object] | list[dict[str, object]], *, format_: Format
) -> None:
    """Print a table in the format that was asked for."""
    if format_ == "json":
        write(_text(objects))
    elif format_ == "jsonl":
        write("".join(f"{dumps(one, ensure_ascii=False)}\n" for one in objects))
    elif format_ == "csv":
        write(to_csv(table))
    else:
        console = data_console()
        console.print(draw_table(table, width=console.width))


def _text(objects: object) -> str:
    """Write JSON for a file."""
    return dumps(objects, ensure_ascii=False, indent=1) + "\n"
