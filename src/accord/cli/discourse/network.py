"""``accord network``: who agrees with whom, and who speaks of what."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options
from accord.cli.discourse import counting

__all__ = ["EXAMPLE", "network"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord network my-dispute\n"
    "  accord network my-dispute --network-type onemode --normalization cosine\n"
    "  accord network talks.dna --format graphml > talks.graphml\n"
    "  accord network my-dispute --network-type onemode --out network.svg\n"
    "  accord network my-dispute --statement-type tone --network-type eventlist"
)


class NetworkType(StrEnum):
    """What to make."""

    eventlist = "eventlist"
    twomode = "twomode"
    onemode = "onemode"


class Form(StrEnum):
    """How it is written."""

    csv = "csv"
    dl = "dl"
    graphml = "graphml"
    gexf = "gexf"
    json = "json"
    pajek = "pajek"
    parquet = "parquet"
    svg = "svg"
    png = "png"


class Picture(StrEnum):
    """What a picture shows."""

    network = "network"
    matrix = "matrix"


def network(
    source: counting.Source,
    *,
    network_type: Annotated[
        NetworkType,
        typer.Option(help="Statements, variable 1 by 2, or variable 1 by itself."),
    ] = NetworkType.twomode,
    statement_type: counting.StatementType = None,
    variable1: Annotated[
        str, typer.Option("--variable1", metavar="VAR", help="The rows.")
    ] = "organization",
    variable2: Annotated[
        str,
        typer.Option(
            "--variable2", metavar="VAR", help="The columns, or what rows share."
        ),
    ] = "concept",
    qualifier: counting.Qualifier = None,
    qualifier_aggregation: counting.AggregationOf = counting.Aggregation.ignore,
    normalization: counting.NormalizationBy = counting.Normalization.no,
    duplicates: counting.DuplicatesWithin = counting.Duplicates.include,
    start_date: counting.StartDate = None,
    stop_date: counting.StopDate = None,
    start_time: Annotated[
        str | None, typer.Option(metavar="TIME", help="Of the first day, as 12:00:00.")
    ] = None,
    stop_time: Annotated[
        str | None, typer.Option(metavar="TIME", help="Of the last day.")
    ] = None,
    time_window: Annotated[
        counting.TimeWindow,
        typer.Option(help="Make a network for each place of a window."),
    ] = counting.TimeWindow.no,
    window_size: Annotated[
        int, typer.Option(min=1, metavar="N", help="Its width in these units.")
    ] = 100,
    kernel: counting.KernelWithin = counting.Kernel.no,
    exclude: counting.Exclude = None,
    invert: counting.Invert = None,
    exclude_authors: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Leave these authors out; may be repeated."),
    ] = None,
    exclude_sources: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Leave these outlets out."),
    ] = None,
    exclude_sections: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Leave these sections out, of a .dna file."),
    ] = None,
    exclude_types: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Leave these document types out, likewise."),
    ] = None,
    invert_authors: Annotated[
        bool, typer.Option("--invert-authors", help="Keep only these authors.")
    ] = False,
    invert_sources: Annotated[
        bool, typer.Option("--invert-sources", help="Keep only these outlets.")
    ] = False,
    invert_sections: Annotated[
        bool, typer.Option("--invert-sections", help="Keep only these sections.")
    ] = False,
    invert_types: Annotated[
        bool, typer.Option("--invert-types", help="Keep only these document types.")
    ] = False,
    min_frequency: counting.MinFrequency = 1,
    isolates: counting.Isolates = False,
    conditional: counting.Conditional = counting.Reading.omit,
    unclear: counting.Unclear = counting.Reading.omit,
    compat: counting.CompatWith = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            "--file-format",
            help="How to write it; csv, or what the ending of --out says.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "--outfile", metavar="FILE", help="Write it there, not to stdout."
        ),
    ] = None,
    picture: Annotated[
        Picture, typer.Option(help="What svg and png show.")
    ] = Picture.network,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Make a network of who agrees with whom, or who speaks of what.

    Prints a matrix with the names of its rows and columns, or the event list.
    Arguments are named as in rDNA. With a window over time it prints the ties of
    each, a line each. Of a workspace the variables are person,
    organization (whom the speaker speaks for, else the speaker), concept (the
    issue), agreement, stance, option, act, document, title, source and author.
    With --statement-type tone rows speak of actors: the columns are the target, and
    agreement says whether the tone is friendly.
    """
    from accord.app.networks import Network, parse_moment, parse_pairs, read_source
    from accord.cli.output import networks as output
    from accord.map.network import build_network, build_slices, filter_events
    from accord.model.discourse import Recipe

    events = read_source(
        source,
        statement_type=statement_type,
        conditional=conditional.value,
        unclear=unclear.value,
    )
    of_documents = {
        "author": (exclude_authors, invert_authors),
        "source": (exclude_sources, invert_sources),
        "section": (exclude_sections, invert_sections),
        "type": (exclude_types, invert_types),
    }
    recipe = Recipe(
        network_type="onemode" if network_type is NetworkType.onemode else "twomode",
        variable1=variable1,
        variable2=counting.usual_variable(events, variable2),
        qualifier=qualifier or counting.usual_qualifier(events),
        aggregation=qualifier_aggregation.value,
        normalization=normalization.value,
        duplicates=duplicates.value,
        start=parse_moment(_moment(start_date, start_time)),
        stop=parse_moment(_moment(stop_date, stop_time), last=True),
        exclude=(
            *parse_pairs(exclude or ()),
            *(
                (n, value)
                for n, (values, _) in of_documents.items()
                for value in values or ()
            ),
        ),
        invert=(
            *(invert or ()),
            *(name for name, (_, inverted) in of_documents.items() if inverted),
        ),
        min_frequency=min_frequency,
        isolates=isolates,
        compat=compat.value if compat else None,
    )
    target = output.Target.of(form.value if form else None, out, quiet=quiet)
    if network_type is NetworkType.eventlist:
        target.write_events(filter_events(events, recipe))
        return
    # The enumerations have the names of the model's units and kernels, and "no".
    unit: Any = time_window.value
    weighing: Any = None if kernel is counting.Kernel.no else kernel.value
    if unit != "no":
        target.write_slices(
            build_slices(events, recipe, unit=unit, size=window_size, kernel=weighing)
        )
        return
    if kernel is not counting.Kernel.no:
        message = "A kernel needs a window: give --time-window and --window-size."
        raise typer.BadParameter(message)
    found = build_network(events, recipe)
    target.write_network(Network(found, events.entities), picture=picture.value)
    output.tell(found, recipe, quiet=quiet)


def _moment(day: str | None, time: str | None) -> str | None:
    """Join a day and a time of day.

    Raises:
        typer.BadParameter: There is a time without a day.
    """
    if time is None:
        return day
    if day is None:
        message = "A time needs its day: give --start-date or --stop-date too."
        raise typer.BadParameter(message)
    return f"{day} {time}"
