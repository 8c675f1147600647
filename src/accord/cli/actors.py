"""Work on the knowledge base: who the actors are."""

from pathlib import Path

from accord.cli import options

__all__ = ["EXAMPLE", "unresolved"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord actors unresolved -w my-dispute\n"
    "  accord actors unresolved --stubs > my-dispute/actors/mine.yaml"
)


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
    from accord.cli.output.unresolved import print_unresolved

    chosen = options.choose_format(table=table, json=json, csv=csv, stubs=stubs)
    with app.open(workspace, create=False) as opened:
        found = tuple(opened.unresolved())
    print_unresolved(found, format_=chosen, quiet=quiet)
