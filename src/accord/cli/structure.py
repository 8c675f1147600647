"""``accord structure``: camps, communities, backbones, phases and scales."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from accord.cli import options
from accord.cli.network import (
    Aggregation,
    Compat,
    Duplicates,
    Kernel,
    Normalization,
    Reading,
    TimeWindow,
)

__all__ = ["EXAMPLE", "structure"]

EXAMPLE = (
    "\b\nExamples:\n"
    "  accord structure my-dispute\n"
    "  accord structure my-dispute --what polarization --intervals outlets\n"
    "  accord structure talks.dna --what backbone --nested --json"
)


class What(StrEnum):
    """Which aspect of the structure."""

    polarization = "polarization"
    communities = "communities"
    backbone = "backbone"
    phases = "phases"
    scaling = "scaling"
    centrality = "centrality"
    ties = "ties"
    outlets = "outlets"


class Distance(StrEnum):
    """How networks over time are compared."""

    absdiff = "absdiff"
    spectral = "spectral"


class Unit(StrEnum):
    """What is drawn anew for intervals."""

    no = "no"
    statements = "statements"
    outlets = "outlets"


def structure(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="SOURCE", help="A workspace folder, or a .dna file of version 3."
        ),
    ],
    *,
    what: Annotated[
        What,
        typer.Option(
            metavar="WHAT",
            help="polarization, communities, backbone, phases, scaling, centrality, "
            "ties, or outlets: what hangs on one outlet.",
        ),
    ] = What.polarization,
    statement_type: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Which statements of a .dna file."),
    ] = None,
    variable1: Annotated[
        str, typer.Option("--variable1", metavar="VAR", help="The actors.")
    ] = "organization",
    variable2: Annotated[
        str, typer.Option("--variable2", metavar="VAR", help="What they share.")
    ] = "concept",
    qualifier: Annotated[
        str | None,
        typer.Option(
            metavar="VAR", help="What tells statements apart; agreement if there."
        ),
    ] = None,
    qualifier_aggregation: Annotated[
        Aggregation, typer.Option(help="What is done with the qualifier.")
    ] = Aggregation.subtract,
    normalization: Annotated[
        Normalization, typer.Option(help="What counts are divided by.")
    ] = Normalization.average,
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
        TimeWindow, typer.Option(help="Polarization and phases: move by this.")
    ] = TimeWindow.no,
    window_size: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Its width; a fifth of the range if not given."
        ),
    ] = None,
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
    camps: Annotated[
        int, typer.Option(min=2, metavar="N", help="Polarization: camps at most.")
    ] = 2,
    intervals: Annotated[
        Unit, typer.Option(help="Polarization: intervals by drawing these anew.")
    ] = Unit.no,
    outlet: Annotated[
        str, typer.Option(metavar="VAR", help="The variable that names the outlet.")
    ] = "source",
    nested: Annotated[
        bool, typer.Option("--nested", help="Backbone: leave concepts out in turn.")
    ] = False,
    penalty: Annotated[
        float, typer.Option(min=0, metavar="P", help="Backbone: worth of a small one.")
    ] = 3.5,
    size: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Backbone: concepts to keep.")
    ] = None,
    iterations: Annotated[
        int, typer.Option(min=1, metavar="N", help="Backbone: steps of annealing.")
    ] = 10_000,
    distance: Annotated[
        Distance, typer.Option(help="Phases: by cells, or by Laplacian spectra.")
    ] = Distance.absdiff,
    states: Annotated[
        int, typer.Option(min=2, metavar="N", help="Phases: states at most.")
    ] = 6,
    dimensions: Annotated[
        int, typer.Option(min=1, max=2, metavar="1|2", help="Scaling: dimensions.")
    ] = 1,
    draws: Annotated[
        int, typer.Option(min=1, metavar="N", help="Draws for ties and intervals.")
    ] = 500,
    seed: Annotated[
        int, typer.Option(min=0, metavar="N", help="Of whatever is left to chance.")
    ] = 0,
    json: options.AsObject = False,
    _debug: options.Debug = False,
    quiet: options.Quiet = False,
) -> None:
    """Find the camps, communities and phases of a dispute.

    Polarization is 0 for consensus and 1 for two equal camps that agree within and
    dispute between. Every result names its method, says whether a better one may
    exist, and is the same again under the same seed. Statements are chosen as by
    `accord network`.
    """
    from accord.app.networks import parse_moment, parse_pairs, read_source
    from accord.app.networks.structure import Wanted, find_structure
    from accord.cli.output.solving import write_object
    from accord.cli.output.structure import draw_structure
    from accord.model.codec import to_json
    from accord.model.discourse import Recipe

    events = read_source(
        source,
        statement_type=statement_type,
        conditional=conditional.value,
        unclear=unclear.value,
    )
    named = {variable.name for variable in events.variables}
    recipe = Recipe(
        network_type="onemode",
        variable1=variable1,
        variable2=variable2,
        qualifier=qualifier or ("agreement" if "agreement" in named else None),
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
    # The enumerations have the names of the model's units and kernels, and "no".
    window: Any = None if time_window is TimeWindow.no else time_window.value
    weighing: Any = None if kernel is Kernel.no else kernel.value
    drawn: Any = None if intervals is Unit.no else intervals.value
    wanted = Wanted(
        what=what.value,
        seed=seed,
        camps=camps,
        penalty=penalty,
        size=size,
        nested=nested,
        iterations=iterations,
        dimensions=dimensions,
        distance=distance.value,
        states=states,
        draws=draws,
        intervals=drawn,
        outlet=outlet,
        unit=window,
        width=window_size,
        kernel=weighing,
    )
    found = find_structure(events, recipe, wanted)
    if json:
        write_object({"what": what.value, "result": to_json(found)})
    else:
        draw_structure(found, quiet=quiet)
