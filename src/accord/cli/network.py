"""``accord network``: who agrees with whom, and who speaks of what."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accord.cli import options
from accord.model.discourse import COMPAT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from accord.model.discourse import EventList, NetworkMatrix, NetworkSlice, Recipe

__all__ = ["EXAMPLE", "network"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord network my-dispute\n"
    "  accord network my-dispute --network-type onemode --normalization cosine\n"
    "  accord network talks.dna --format graphml > talks.graphml"
)


class NetworkType(StrEnum):
    """What to make."""

    eventlist = "eventlist"
    twomode = "twomode"
    onemode = "onemode"


class Aggregation(StrEnum):
    """What is done with the qualifier."""

    ignore = "ignore"
    combine = "combine"
    subtract = "subtract"
    congruence = "congruence"
    conflict = "conflict"


class Normalization(StrEnum):
    """What counts are divided by."""

    no = "no"
    activity = "activity"
    prominence = "prominence"
    average = "average"
    jaccard = "jaccard"
    cosine = "cosine"


class Duplicates(StrEnum):
    """Within what the same statement counts once."""

    include = "include"
    document = "document"
    week = "week"
    month = "month"
    year = "year"
    acrossrange = "acrossrange"


class TimeWindow(StrEnum):
    """What a window over time moves by."""

    no = "no"
    events = "events"
    seconds = "seconds"
    minutes = "minutes"
    hours = "hours"
    days = "days"
    weeks = "weeks"
    months = "months"
    years = "years"


class Kernel(StrEnum):
    """How statements are weighed within a window."""

    no = "no"
    uniform = "uniform"
    triangular = "triangular"
    epanechnikov = "epanechnikov"
    gaussian = "gaussian"


class Reading(StrEnum):
    """What a stance that is neither yes nor no counts as."""

    omit = "omit"
    agree = "agree"
    disagree = "disagree"


class Compat(StrEnum):
    """The peer whose quirks are followed."""

    dna = COMPAT


class Form(StrEnum):
    """How it is written."""

    csv = "csv"
    dl = "dl"
    graphml = "graphml"
    gexf = "gexf"
    json = "json"


def network(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE", help="A workspace folder, or a .dna file of version 3."
        ),
    ],
    *,
    network_type: Annotated[
        NetworkType,
        typer.Option(help="Statements, variable 1 by 2, or variable 1 by itself."),
    ] = NetworkType.twomode,
    statement_type: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Which statements of a .dna file."),
    ] = None,
    variable1: Annotated[
        str, typer.Option("--variable1", metavar="VAR", help="The rows.")
    ] = "organization",
    variable2: Annotated[
        str,
        typer.Option(
            "--variable2", metavar="VAR", help="The columns, or what rows share."
        ),
    ] = "concept",
    qualifier: Annotated[
        str | None,
        typer.Option(
            metavar="VAR", help="What tells statements apart; agreement if there."
        ),
    ] = None,
    qualifier_aggregation: Annotated[
        Aggregation, typer.Option(help="What is done with the qualifier.")
    ] = Aggregation.ignore,
    normalization: Annotated[
        Normalization, typer.Option(help="What counts are divided by.")
    ] = Normalization.no,
    duplicates: Annotated[
        Duplicates, typer.Option(help="Within what the same statement counts once.")
    ] = Duplicates.include,
    start_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="Not before, as 2005-01-26.")
    ] = None,
    stop_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="Not after; the day counts.")
    ] = None,
    time_window: Annotated[
        TimeWindow, typer.Option(help="Make a network for each place of a window.")
    ] = TimeWindow.no,
    window_size: Annotated[
        int, typer.Option(min=1, metavar="N", help="Its width in these units.")
    ] = 100,
    kernel: Annotated[
        Kernel, typer.Option(help="Weigh statements by distance in time.")
    ] = Kernel.no,
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="VAR=VALUE", help="Leave these out; may be repeated."),
    ] = None,
    invert: Annotated[
        list[str] | None,
        typer.Option(metavar="VAR", help="Keep only what --exclude names of VAR."),
    ] = None,
    min_frequency: Annotated[
        int, typer.Option(min=1, metavar="N", help="Statements a row or column needs.")
    ] = 1,
    isolates: Annotated[
        bool, typer.Option("--isolates", help="Keep rows and columns without any.")
    ] = False,
    conditional: Annotated[
        Reading, typer.Option(help="What a stance on a condition counts as.")
    ] = Reading.omit,
    unclear: Annotated[
        Reading, typer.Option(help="What an unclear stance counts as.")
    ] = Reading.omit,
    compat: Annotated[
        Compat | None, typer.Option(help="Follow this peer's quirks.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.csv,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Make a network of who agrees with whom, or who speaks of what.

    Prints a matrix with the names of its rows and columns, or the event list.
    Arguments are named as in rDNA. With a window over time it prints the ties of
    each, a line each. Of a workspace the variables are person,
    organization (whom the speaker speaks for, else the speaker), concept (the
    issue), agreement, stance, option, act, document, title, source and author.
    """
    from accord.app.networks import parse_moment, parse_pairs, read_source
    from accord.cli.output.streams import write, write_lines
    from accord.map.network import build_network, build_slices, filter_events
    from accord.model.discourse import Recipe

    events = read_source(
        source,
        statement_type=statement_type,
        conditional=conditional.value,
        unclear=unclear.value,
    )
    listed = network_type is NetworkType.eventlist
    recipe = Recipe(
        network_type="onemode" if network_type is NetworkType.onemode else "twomode",
        variable1=variable1,
        variable2=variable2,
        qualifier=qualifier or _usual_qualifier(events),
        aggregation=qualifier_aggregation.value,
        normalization=normalization.value,
        duplicates=duplicates.value,
        start=parse_moment(start_date),
        stop=parse_moment(stop_date, last=True),
        exclude=parse_pairs(exclude or ()),
        invert=tuple(invert or ()),
        min_frequency=min_frequency,
        isolates=isolates,
        compat=compat.value if compat else None,
    )
    if listed:
        write(_write_events(filter_events(events, recipe), form))
        return
    # The enumerations have the names of the model's units and kernels, and "no".
    unit: Any = time_window.value
    weighing: Any = None if kernel is Kernel.no else kernel.value
    if unit != "no":
        slices = build_slices(
            events,
            recipe,
            unit=unit,
            size=window_size,
            kernel=weighing,
        )
        write_lines(_write_slices(slices, form))
        return
    if kernel is not Kernel.no:
        message = "A kernel needs a window: give --time-window and --window-size."
        raise typer.BadParameter(message)
    found = build_network(events, recipe)
    write(_write_network(found, events, form))
    _tell(found, recipe, quiet=quiet)


def _usual_qualifier(events: "EventList") -> str | None:
    """Take the agreement where there is one."""
    names = {variable.name for variable in events.variables}
    return "agreement" if "agreement" in names else None


def _write_events(events: "EventList", form: Form) -> str:
    """Write an event list in a format that holds one."""
    from accord.present import networks

    if form is Form.csv:
        return networks.events_to_csv(events)
    if form is Form.json:
        return networks.events_to_json(events)
    message = (
        f"An event list is no graph: {form.value} cannot hold it; take csv or json."
    )
    raise typer.BadParameter(message)


def _write_slices(slices: "Iterable[NetworkSlice]", form: Form) -> "Iterable[str]":
    """Write networks over time in a format that holds several."""
    from accord.present import networks

    if form is Form.csv:
        return networks.slices_to_csv(slices)
    if form is Form.json:
        return (networks.slices_to_json(slices),)
    message = f"{form.value} holds one network, not many; take csv or json."
    raise typer.BadParameter(message)


def _write_network(found: "NetworkMatrix", events: "EventList", form: Form) -> str:
    """Write a network in a format."""
    from accord.present import networks

    match form:
        case Form.csv:
            return networks.network_to_csv(found)
        case Form.dl:
            return networks.network_to_dl(found)
        case Form.json:
            return networks.network_to_json(found)
        case Form.graphml:
            return networks.network_to_graphml(found, events.entities)
        case Form.gexf:
            return networks.network_to_gexf(found, events.entities)


def _tell(found: "NetworkMatrix", recipe: "Recipe", *, quiet: bool) -> None:
    """Say what was counted and what was not."""
    from accord.cli.output.streams import say
    from accord.present.wording import plural

    left_out = [
        f"{number} {why}"
        for number, why in (
            (found.uncoded, f"without {_used(recipe)}"),
            (found.undated, "without a date"),
            (found.duplicates, "as duplicates"),
        )
        if number
    ]
    said = f"{plural(found.statements, 'statement')} counted"
    if left_out:
        said += f"; left out: {', '.join(left_out)}"
    say(f"{said}.", quiet=quiet)


def _used(recipe: "Recipe") -> str:
    """Name the variables that a statement needs a value of."""
    names = [recipe.variable1, recipe.variable2]
    if recipe.aggregation != "ignore" and recipe.qualifier:
        names.append(recipe.qualifier)
    return " or ".join(names)
