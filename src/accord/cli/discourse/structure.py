"""``accord structure``: camps, communities, backbones, phases and scales."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from accord.cli import options
from accord.cli.discourse import counting

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
    source: counting.Source,
    *,
    what: Annotated[
        What,
        typer.Option(
            metavar="WHAT",
            help="polarization, communities, backbone, phases, scaling, centrality, "
            "ties, or outlets: what hangs on one outlet.",
        ),
    ] = What.polarization,
    statement_type: counting.StatementType = None,
    variable1: Annotated[
        str, typer.Option("--variable1", metavar="VAR", help="The actors.")
    ] = "organization",
    variable2: Annotated[
        str, typer.Option("--variable2", metavar="VAR", help="What they share.")
    ] = "concept",
    qualifier: counting.Qualifier = None,
    qualifier_aggregation: counting.AggregationOf = counting.Aggregation.subtract,
    normalization: counting.NormalizationBy = counting.Normalization.average,
    duplicates: counting.DuplicatesWithin = counting.Duplicates.include,
    start_date: counting.StartDate = None,
    stop_date: counting.StopDate = None,
    time_window: Annotated[
        counting.TimeWindow, typer.Option(help="Polarization and phases: move by this.")
    ] = counting.TimeWindow.no,
    window_size: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Its width; a fifth of the range if not given."
        ),
    ] = None,
    kernel: counting.KernelWithin = counting.Kernel.no,
    exclude: counting.Exclude = None,
    invert: counting.Invert = None,
    min_frequency: counting.MinFrequency = 1,
    isolates: counting.Isolates = False,
    conditional: counting.Conditional = counting.Reading.omit,
    unclear: counting.Unclear = counting.Reading.omit,
    compat: counting.CompatWith = None,
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
    recipe = Recipe(
        network_type="onemode",
        variable1=variable1,
        variable2=variable2,
        qualifier=qualifier or counting.usual_qualifier(events),
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
    window: Any = None if time_window is counting.TimeWindow.no else time_window.value
    weighing: Any = None if kernel is counting.Kernel.no else kernel.value
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
