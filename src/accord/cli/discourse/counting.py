"""What is counted: the options that ``network`` and ``structure`` share."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accord.model.discourse import COMPAT

if TYPE_CHECKING:
    from accord.model.discourse import EventList

__all__ = [
    "Aggregation",
    "AggregationOf",
    "Compat",
    "CompatWith",
    "Conditional",
    "Duplicates",
    "DuplicatesWithin",
    "Exclude",
    "Invert",
    "Isolates",
    "Kernel",
    "KernelWithin",
    "MinFrequency",
    "Normalization",
    "NormalizationBy",
    "Qualifier",
    "Reading",
    "Source",
    "StartDate",
    "StatementType",
    "StopDate",
    "TimeWindow",
    "Unclear",
    "usual_qualifier",
    "usual_variable",
]


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


Source = Annotated[
    Path,
    typer.Argument(
        metavar="SOURCE", help="A workspace folder, or a .dna file of version 3."
    ),
]
StatementType = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Which statements of a .dna file; tone: who blames or praises whom.",
    ),
]
Qualifier = Annotated[
    str | None,
    typer.Option(
        metavar="VAR", help="What tells statements apart; agreement if there."
    ),
]
DuplicatesWithin = Annotated[
    Duplicates, typer.Option(help="Within what the same statement counts once.")
]
StartDate = Annotated[
    str | None, typer.Option(metavar="DATE", help="Not before, as 2005-01-26.")
]
StopDate = Annotated[
    str | None, typer.Option(metavar="DATE", help="Not after; the day counts.")
]
KernelWithin = Annotated[
    Kernel, typer.Option(help="Weigh statements by distance in time.")
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="VAR=VALUE", help="Leave these out; may be repeated."),
]
Invert = Annotated[
    list[str] | None,
    typer.Option(metavar="VAR", help="Keep only what --exclude names of VAR."),
]
MinFrequency = Annotated[
    int, typer.Option(min=1, metavar="N", help="Statements a row or column needs.")
]
Isolates = Annotated[
    bool, typer.Option("--isolates", help="Keep rows and columns without any.")
]
Conditional = Annotated[
    Reading, typer.Option(help="What a stance on a condition counts as.")
]
Unclear = Annotated[Reading, typer.Option(help="What an unclear stance counts as.")]
CompatWith = Annotated[Compat | None, typer.Option(help="Follow this peer's quirks.")]
AggregationOf = Annotated[
    Aggregation, typer.Option(help="What is done with the qualifier.")
]
NormalizationBy = Annotated[
    Normalization, typer.Option(help="What counts are divided by.")
]


def usual_variable(events: "EventList", name: str) -> str:
    """Take the target of tones where statements have no concept."""
    names = {variable.name for variable in events.variables}
    return (
        "target"
        if name == "concept" and {"target", name} & names == {"target"}
        else name
    )


def usual_qualifier(events: "EventList") -> str | None:
    """Take the agreement where there is one."""
    names = {variable.name for variable in events.variables}
    return "agreement" if "agreement" in names else None
