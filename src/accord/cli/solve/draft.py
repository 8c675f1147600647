"""``accord solve draft``: a case file from the ledger."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "draft"]

EXAMPLE = (
    "\b\nExamples:\n  accord solve draft -w my-dispute > case.json\n"
    "  accord solve draft -w my-dispute --yaml > case.yaml\n"
    "  accord solve draft -w my-dispute --conflict > conflict.json"
)


def draft(
    *,
    workspace: options.Workspace = Path(),
    conflict: Annotated[
        bool,
        typer.Option("--conflict", help="Draft a conflict for stability instead."),
    ] = False,
    as_yaml: Annotated[
        bool, typer.Option("--yaml", help="Write it as YAML, easier to edit by hand.")
    ] = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Draft a case file from the ledger, to be mended by hand.

    Parties, issues, demands and decision rules, each value with its quotations and
    with its status: asserted, inferred or analyst.
    """
    from accord import app
    from accord.app.solving.cases import draft_as_json, draft_conflict_as_json
    from accord.app.solving.files import write_yaml
    from accord.cli.output.solving import write_object
    from accord.cli.output.streams import say, write

    def put(drafted: Mapping[str, Any]) -> None:
        if as_yaml:
            write(write_yaml(drafted))
        else:
            write_object(drafted)

    if conflict:
        with app.open(workspace, create=False) as opened:
            drafted = draft_conflict_as_json(opened)
        put(drafted)
        say(*drafted["notes"], quiet=quiet)
        return
    with app.open(workspace, create=False) as opened:
        drafted = draft_as_json(opened)
    put(drafted)
    say(
        f"Drafted {len(drafted['demands'])} demands of {len(drafted['parties'])} "
        f"parties on {len(drafted['issues'])} issues.",
        "Next:    accord solve conflicts case.json; accord solve packages case.json",
        quiet=quiet,
    )
