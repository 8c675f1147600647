"""``accord show KIND``: records of one kind."""

from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "show"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord show attributions -w my-dispute\n"
    "  accord show statements --actor RUS --since 2024-01-01 --jsonl\n"
    "  accord show findings --csv > findings.csv\n"
    "  accord show statements --doubtful"
)

#: What is no record of its own, but follows from the links.
_DRAWN_FROM_LINKS = ("stories", "chains")
_WITH_CONFIDENCE = ("attribution", "statement", "mention")


def show(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="documents, findings, attributions, statements, actors, mentions, "
            "figures, agreements, contacts, mechanisms, joins, links, positions, shifts, "
            "irreconcilable, judgements or failures; stories: documents that print one "
            "text; chains: which outlet takes from which.",
        ),
    ],
    *,
    workspace: options.Workspace = Path(),
    table: options.AsTable = False,
    json: options.AsJson = False,
    jsonl: options.AsJsonl = False,
    csv: options.AsCsv = False,
    actor: options.Actor = None,
    issue: options.IssueName = None,
    outlet: options.Outlet = None,
    since: options.Since = None,
    until: options.Until = None,
    document: options.Document = None,
    doubtful: options.Doubtful = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Show the records of one kind."""
    from accord import app
    from accord.cli.output.records import print_links, print_records
    from accord.present.tables import plural_kind, singular_kind

    chosen = options.choose_format(table=table, json=json, jsonl=jsonl, csv=csv)
    wanted = options.Filters(
        actor=actor,
        issue=issue,
        outlet=outlet,
        since=since,
        until=until,
        document=document,
    )
    if kind in _DRAWN_FROM_LINKS:
        from accord.cli.output import chains

        draw = chains.print_stories if kind == "stories" else chains.print_chains
        with app.open(workspace, create=False) as opened:
            draw(opened, format_=chosen, quiet=quiet)
        return
    singular = singular_kind(kind)
    if doubtful and singular not in _WITH_CONFIDENCE:
        message = "only attributions, statements and mentions have a confidence."
        raise typer.BadParameter(message, param_hint="--doubtful")
    with app.open(workspace, create=False) as opened:
        arguments: dict[str, Any] = wanted.as_arguments()
        records = opened.records(plural_kind(singular), **arguments)
        if doubtful:
            records = iter(sorted(records, key=lambda record: record.confidence))
        if singular == "link" and chosen == "table" and not table:
            print_links(records, opened, quiet=quiet)
            return
        print_records(
            singular,
            records,
            opened,
            format_=chosen,
            quiet=quiet,
            column="confidence" if doubtful else None,
        )
