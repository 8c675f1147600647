"""Work on the codebook: the questions that statements answer."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "PROPOSE_EXAMPLE", "check", "propose"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord issues check -w my-dispute\n"
    "  accord issues check my-issues.yaml"
)
PROPOSE_EXAMPLE = (
    "\b\nExamples:\n"
    "  accord issues propose articles/ > my-issues.yaml\n"
    "  accord issues propose -w my-dispute --most 5"
)


def propose(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files and folders to read; the workspace's documents if not given.",
        ),
    ] = None,
    *,
    workspace: options.Workspace = Path(),
    most: Annotated[
        int, typer.Option("--most", min=1, help="How many issues to propose at most.")
    ] = 8,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Draft a codebook from documents, as YAML to correct.

    Lists what the documents are for and against again and again, each with example
    sentences. It does not know which names mean one thing, what was never put in words
    of wanting or refusing, or how you would put the question: read it before you use it.
    """
    from accord.cli.output.codebook import write_codebook
    from accord.cli.output.proposing import read_texts, write_draft
    from accord.cli.output.streams import say
    from accord.position import draft_issues, to_codebook

    texts = read_texts(paths or [], workspace)
    drafts = draft_issues(texts, most=most)
    codebook = to_codebook(drafts, name="draft")
    if json:
        write_codebook(codebook)
    else:
        write_draft(codebook, drafts)
    found = f"{len(codebook.issues)} issues from {len(texts)} documents"
    say(
        f"Drafted {found}. Read and correct them before you code with them.",
        quiet=quiet,
    )


def check(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="The codebook; the workspace's own if not given."
        ),
    ] = None,
    *,
    workspace: options.Workspace = Path(),
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Check a codebook and list its issues.

    Every problem is told at once, with its place in the file. Below the issues stands
    how whoever is for a term answers the question: if that is not what you mean, put
    the question otherwise or leave the term out.
    """
    from accord import app
    from accord.cli.output.codebook import draw_codebook, write_codebook
    from accord.cli.output.streams import say
    from accord.errors import InputError
    from accord.position import parse_codebook

    if file is None:
        with app.open(workspace, create=False) as opened:
            codebook = opened.codebook()
    else:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            message = f"The codebook {file} cannot be read: {error}."
            raise InputError(message, hint="Give a YAML file in UTF-8.") from error
        codebook = parse_codebook(text, name=file.name)
    if json:
        write_codebook(codebook)
    else:
        draw_codebook(codebook)
    say(f"The codebook {codebook.name!r} is sound.", quiet=quiet)
