"""``accord report``: the report as one HTML file."""

from pathlib import Path

from accord.cli import options

__all__ = ["EXAMPLE", "report"]

EXAMPLE = "\b\nExample:\n  accord report -w my-dispute"


def report(
    *,
    workspace: options.Workspace = Path(),
    _debug: options.Debug = False,
    _quiet: options.Quiet = False,
) -> None:
    """Write the report and print where it lies.

    It is one HTML file that needs no network: open it in any browser, send it, or
    put it on a web server. Every row opens the sentence that it rests on.
    """
    from accord import app
    from accord.cli.output.streams import write

    with app.open(workspace, create=False) as opened:
        write(f"{opened.write_report()}\n")
