"""``accord compare``: two documents side by side, or outlets."""

from enum import StrEnum
from json import dumps
from pathlib import Path
from typing import Annotated

import typer

from accord.cli import options

__all__ = ["EXAMPLE", "compare"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord compare morning.txt evening.txt -w my-dispute\n"
    "  accord compare morning.txt evening.txt --json\n"
    "  accord compare --outlets\n"
    "  accord compare --outlets Herald Gazette --part cues --csv\n"
    "  accord compare --chains --out chains.graphml"
)


class Part(StrEnum):
    """The parts of a comparison of outlets."""

    profiles = "profiles"
    coverage = "coverage"
    exclusive = "exclusive"
    missing = "missing"
    cues = "cues"
    quotation = "quotation"


def compare(
    a: Annotated[
        str, typer.Argument(metavar="A", help="A document: path or id; or an outlet.")
    ] = "",
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")] = "",
    *,
    workspace: options.Workspace = Path(),
    outlets: Annotated[
        bool,
        typer.Option("--outlets", help="Compare outlets: these two, or all if none."),
    ] = False,
    chains: Annotated[
        bool, typer.Option("--chains", help="Show which outlet takes from which.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Of chains: write .graphml, .svg, .png, .csv or .json there.",
        ),
    ] = None,
    part: Annotated[
        Part | None, typer.Option(help="Of outlets: only this part.")
    ] = None,
    json: options.AsObject = False,
    csv: Annotated[
        bool, typer.Option("--csv", help="Of outlets or chains: print CSV.")
    ] = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Set two documents, or outlets, side by side.

    What one took from the other: passages that stand in both, reports of the same
    words with what differs marked by stars, reports that do not agree, and quotations
    that one alone has. A path may be cut to its end.

    With --outlets: which outlet carried which claim and what is missing where, the
    cue words that each uses of the same speaker (said, claimed), with Fisher's
    exact test, and whom it quotes or paraphrases. "too few" means that numbers this
    small cannot show a difference.

    With --chains: whose words each outlet passes on, in how many documents, with and
    without credit, and since when, also of outlets that none of the documents is
    from. An arrow leads from the one who takes to the one who gives.
    """
    from accord import app
    from accord.app.comparing import compare_documents
    from accord.cli.output.outlets import print_outlets
    from accord.cli.output.streams import data_console, write
    from accord.present.sides import draw_sides, to_object

    if chains:
        from accord.cli.output.chains import print_chains

        chosen = options.choose_format(json=json, csv=csv)
        with app.open(workspace, create=False) as opened:
            print_chains(opened, format_=chosen, quiet=quiet, out=out)
        return
    if outlets:
        chosen = options.choose_format(json=json, csv=csv)
        names = tuple(name for name in (a, b) if name)
        with app.open(workspace, create=False) as opened:
            print_outlets(
                opened,
                names,
                part=part.value if part else None,
                format_=chosen,
                quiet=quiet,
            )
        return
    if not (a and b):
        message = "Name two documents, or give --outlets."
        raise typer.BadParameter(message)
    with app.open(workspace, create=False) as opened:
        sides = compare_documents(opened, a, b)
    if json:
        write(dumps(to_object(sides), ensure_ascii=False, indent=1) + "\n")
        return
    console = data_console()
    console.print(draw_sides(sides, width=console.width))
