"""``accord check``: whether a workspace is sound."""

from pathlib import Path

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "check"]

EXAMPLE = "\b\nExample:\n  accord check -w my-dispute"
PROBLEMS_FOUND = 1


def check(
    *,
    workspace: options.Workspace = Path(),
    json: options.AsObject = False,
    _debug: options.Debug = False,
    _quiet: options.Quiet = False,
) -> None:
    """Check settings, store and every quote.

    Shows each setting with its origin and the versions of the parts, and holds every
    quote against the text it is from. Leaves with 1 if anything is wrong.
    """
    from accord import app
    from accord.cli.output.checks import draw_check, write_check

    with app.open(workspace, create=False) as opened:
        found = opened.check()
    if json:
        write_check(found)
    else:
        draw_check(found)
    if found.problems:
        raise typer.Exit(PROBLEMS_FOUND)
