"""``accord run PATH...``: the whole way, from files to the report."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "run"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord run articles/ -w my-dispute\n"
    "  accord run a.html b.pdf news.jsonl --issues my-issues.yaml\n"
    "  accord run -w my-dispute --actors ministers.yaml\n"
    "  accord run pile.csv --columns text=body,title=headline,outlet=paper\n"
    "  cat article.txt | accord run -"
)
SOME_FAILED = 1
FIELDS = (
    "text", "title", "outlet", "author", "published", "section", "dateline", "url",
    "language", "saved", "file", "id",
)  # fmt: skip


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files and folders to read, none to work on what the workspace "
            "has; - is standard input. Texts: .txt .md "
            ".html .mht .pdf .docx .rtf .epub .eml. Many in one: .jsonl .csv .tsv "
            ".rss .atom .mbox .warc, Nexis, Factiva and ProQuest exports, .zip .tar "
            ".gz. About other files: .ris .urls, tables of addresses.",
        ),
    ] = None,
    *,
    workspace: options.Workspace = Path(),
    issues: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|NAME",
            help="The codebook: a YAML file, or the name of a packaged one.",
        ),
    ] = None,
    actors: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="More actors: a YAML file or a folder; may be given several times.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=0,
            metavar="N",
            help="Processes; if not given the settings', else one per core (none "
            "besides for up to 8 items).",
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=NAME,...",
            help="Columns of tables: text=body,title=headline and so on; fields are "
            "text, title, outlet, author, published, section, dateline, url, language, "
            "saved, file, id.",
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            metavar="X",
            help="Drop attributions below this confidence: fewer, and more often right.",
        ),
    ] = None,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Read documents and draw the dispute.

    Only what changed is done again: documents, issues, actors. The workspace is made
    if it is not there. One bad file never stops the pile: it is told at the end, and
    the command leaves with 1.
    """
    from accord import app
    from accord.cli.output.progress import watch
    from accord.cli.output.summary import summarise

    named = _read_columns(columns)
    given = paths or []
    with app.open(
        workspace,
        create=bool(given),
        min_confidence=min_confidence,
        all_cores=True,
        needs=given,
    ) as opened:
        with watch(quiet=quiet) as on_progress:
            report = opened.run(
                given,
                issues=issues,
                actors=actors or (),
                jobs=jobs,
                columns=named,
                on_progress=on_progress,
            )
        if not quiet:
            summarise(report, opened.dispute(), folder=workspace)
    if report.failures:
        raise typer.Exit(SOME_FAILED)


def _read_columns(given: str | None) -> dict[str, str]:
    """Read which column holds which field."""
    named: dict[str, str] = {}
    for pair in (given or "").split(","):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if pair.strip() and (not equals or field not in FIELDS or not column):
            message = f"{pair.strip()!r} is not FIELD=NAME with a field of {', '.join(FIELDS)}."
            raise typer.BadParameter(message, param_hint="--columns")
        if column:
            named[field] = column
    return named
