"""Work on the codebook: the questions that statements are coded on."""

from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "check"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord issues check -w my-dispute\n"
    "  accord issues check my-issues.yaml"
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

    Every problem is told at once, with its place in the file.
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
