"""Work on the knowledge base: who the actors are."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = [
    "ADD_EXAMPLE", "CHECK_EXAMPLE", "UNRESOLVED_EXAMPLE", "add", "check", "unresolved",
]  # fmt: skip

UNRESOLVED_EXAMPLE = (
    "\b\nExamples:\n"
    "  accord actors unresolved -w my-dispute\n"
    "  accord actors unresolved --stubs > stubs.yaml   # fill in, then add"
)
ADD_EXAMPLE = (
    "\b\nExamples:\n"
    "  accord actors add ministers.yaml -w my-dispute\n"
    "  accord actors unresolved --stubs > stubs.yaml   # fill in, then:\n"
    "  accord actors add stubs.yaml"
)
CHECK_EXAMPLE = (
    "\b\nExamples:\n"
    "  accord actors check -w my-dispute\n"
    "  accord actors check ministers.yaml"
)
#: The pack that takes what comes through a pipe.
_PASTED = "added.yaml"


def unresolved(
    *,
    workspace: options.Workspace = Path(),
    table: options.AsTable = False,
    json: options.AsObject = False,
    csv: options.AsCsv = False,
    stubs: options.AsStubs = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """List the speakers nobody could be found for.

    The most frequent come first: naming them in a file under actors/ helps most.
    """
    from accord import app
    from accord.cli.output.actors import print_unresolved

    chosen = options.choose_format(table=table, json=json, csv=csv, stubs=stubs)
    with app.open(workspace, create=False) as opened:
        found = tuple(opened.unresolved())
    print_unresolved(found, format_=chosen, quiet=quiet)


def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Actors in YAML; - for a pipe.")
    ],
    *,
    workspace: options.Workspace = Path(),
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Add actors to the workspace.

    They join the file of the same name under actors/, in the place of entries with
    the same ids. Nothing is written unless all of it can be used.
    """
    from accord import app
    from accord.app.packs import add_actors
    from accord.cli.output.streams import say

    pasted = file == "-"
    text = sys.stdin.read() if pasted else _read(Path(file))
    name = _PASTED if pasted else f"{Path(file).stem}.yaml"
    with app.open(workspace) as opened:
        path = add_actors(opened.path, text, name=name)
    say(f"{path} has the actors; `accord run` reads with them.", quiet=quiet)


def check(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="A pack of actors; the workspace's own if not given."
        ),
    ] = None,
    *,
    workspace: options.Workspace = Path(),
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Check packs of actors, and list what clashes.

    Offices that two hold at a time, names that mean two actors, bodies that are parts
    of themselves, packaged actors described anew. Exits with 1 if anything clashes.
    """
    from accord import app
    from accord.cli.output.actors import draw_clashes, write_clashes
    from accord.cli.output.streams import say
    from accord.resolve import find_clashes, load_knowledge

    if file is None:
        with app.open(workspace, create=False) as opened:
            knowledge = opened.knowledge()
    else:
        knowledge = load_knowledge([(file.name, _read(file))])
    found = find_clashes(knowledge, packaged=load_knowledge())
    if json:
        write_clashes(found)
    else:
        draw_clashes(found)
    if found:
        raise typer.Exit(1)
    say(f"{len(knowledge.actors)} actors, and nothing clashes.", quiet=quiet)


def _read(path: Path) -> str:
    """Read a pack that the user names."""
    from accord.errors import InputError

    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"The actors in {path} cannot be read: {error}."
        raise InputError(message, hint="Give a YAML file in UTF-8.") from error
