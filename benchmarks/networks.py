"""Measure how fast networks are counted, and how the time grows.

    python benchmarks/networks.py                  # a table
    python benchmarks/networks.py --json           # one line of JSON
    python benchmarks/networks.py --statements 100000 --actors 500

Statements are invented: actors of different activity speak on issues of different
popularity, for or against. Each network is made in this one process, one after another;
peak memory is that of these. Slices, growth and structure come after.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from accord.map.network import build_network, build_networks, build_slices
from accord.map.structure import (
    assess_ties,
    find_backbone,
    find_communities,
    measure_centrality,
    measure_polarization,
    nest_backbone,
    place_on_scale,
)
from accord.map.uncertainty import bootstrap_network
from accord.model.discourse import (
    COMPAT,
    CodedStatement,
    EventList,
    Kernel,
    NetworkType,
    Normalization,
    Recipe,
    Variable,
)

START = datetime(2020, 1, 1, tzinfo=UTC)
DAYS = 365 * 4
# getrusage counts kilobytes on Linux and bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def invent(statements: int, actors: int, issues: int) -> EventList:
    """Make an event list; the same for the same numbers."""
    chance = random.Random(statements)  # noqa: S311 - invented data
    names = [f"Actor {number:04}" for number in range(actors)]
    concepts = [f"issue-{number:03}" for number in range(issues)]
    documents = [str(number) for number in range(statements // 10 + 1)]
    days = [START + timedelta(days=number) for number in range(DAYS)]
    rows = tuple(
        CodedStatement(
            id=str(number),
            document=documents[number // 10],
            when=days[number * DAYS // statements],
            start=0,
            end=1,
            values=(
                # The square root favours the end of the list over its beginning.
                names[int(chance.random() ** 0.7 * actors)],
                concepts[int(chance.random() ** 0.7 * issues)],
                chance.random() < 0.5,
            ),
        )
        for number in range(statements)
    )
    variables = (
        Variable("organization", "text"),
        Variable("concept", "text"),
        Variable("agreement", "boolean"),
    )
    return EventList(statement_type="T", variables=variables, statements=rows)


def measure(events: EventList) -> dict[str, float]:
    """Time every kind of network, in seconds of the processor."""
    wanted: list[tuple[NetworkType, str, Normalization, str | None]] = [
        ("twomode", "subtract", "activity", None),
        ("onemode", "ignore", "no", None),
        ("onemode", "congruence", "no", None),
        ("onemode", "subtract", "no", None),
        ("onemode", "subtract", "average", None),
        ("onemode", "subtract", "jaccard", None),
        ("onemode", "subtract", "cosine", None),
        ("onemode", "subtract", "jaccard", COMPAT),
        ("onemode", "subtract", "cosine", COMPAT),
    ]
    taken = {}
    for network_type, aggregation, normalization, compat in wanted:
        recipe = Recipe(
            network_type=network_type,
            aggregation=aggregation,  # type: ignore[arg-type]
            normalization=normalization,
            compat=compat,
        )
        began = time.process_time()
        build_network(events, recipe)
        name = f"{network_type} {aggregation} {normalization} {compat or ''}".strip()
        taken[name] = time.process_time() - began
    divided: list[Normalization] = ["no", "average", "jaccard", "cosine"]
    recipes = [
        Recipe(network_type="onemode", aggregation="subtract", normalization=kind)
        for kind in divided
    ]
    began = time.process_time()
    # Each is let go before the next is made.
    for network in build_networks(events, recipes):
        del network
    taken["onemode subtract, all normalisations"] = time.process_time() - began
    return taken


def measure_slices(kernel: Kernel | None) -> tuple[int, float]:
    """Time 200 slices of 100,000 statements; return their number and the seconds."""
    events = invent(100_000, 200, 50)
    recipe = Recipe(
        network_type="onemode", aggregation="subtract", normalization="average"
    )
    began = time.process_time()
    slices = build_slices(events, recipe, unit="weeks", size=8, kernel=kernel)
    count = sum(1 for _ in slices)
    return count, time.process_time() - began


def measure_growth() -> dict[str, float]:
    """Time one network of more and more statements by the same actors."""
    recipe = Recipe(
        network_type="onemode", aggregation="subtract", normalization="average"
    )
    taken = {}
    for statements in (50_000, 100_000, 200_000, 400_000):
        events = invent(statements, 200, 100)
        began = time.process_time()
        build_network(events, recipe)
        taken[f"200 actors, {statements:,} statements"] = time.process_time() - began
    return taken


def measure_structure() -> dict[str, float]:
    """Time the structure of a network of 60 actors and 10,000 statements."""
    events = invent(10_000, 60, 20)
    recipe = Recipe(
        network_type="onemode", aggregation="subtract", normalization="average"
    )
    network = build_network(events, recipe)
    asked: dict[str, Callable[[], object]] = {
        "polarization": lambda: measure_polarization(events, recipe),
        "communities": lambda: find_communities(network),
        "backbone, nested": lambda: nest_backbone(events, recipe),
        "backbone, 10,000 steps of annealing": lambda: find_backbone(events, recipe),
        "scaling in 2 dimensions": lambda: place_on_scale(events, recipe, dimensions=2),
        "centralities": lambda: measure_centrality(network),
        "ties, 99 permutations": lambda: assess_ties(events, recipe, draws=99),
        "intervals, 100 draws": lambda: bootstrap_network(events, recipe, draws=100),
    }
    taken = {}
    for name, find in asked.items():
        began = time.process_time()
        find()
        taken[f"60 actors: {name}"] = time.process_time() - began
    return taken


def main() -> None:
    """Invent, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--actors", type=int, default=2000)
    parser.add_argument("--issues", type=int, default=500)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    events = invent(options.statements, options.actors, options.issues)
    taken = measure(events)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6
    del events
    kernels: tuple[Kernel | None, ...] = (None, "gaussian")
    for kernel in kernels:
        slices, seconds = measure_slices(kernel)
        name = f"{slices} slices of 100,000 statements, {kernel or 'no'} kernel"
        taken[name] = seconds
    taken |= measure_growth() | measure_structure()
    if options.json:
        print(json.dumps({"seconds": taken, "peak_mb": megabytes}))
        return
    print(
        f"{options.statements:,} statements, {options.actors:,} actors, "
        f"{options.issues:,} issues; peak {megabytes:,.0f} MB"
    )
    for name, seconds in taken.items():
        print(f"  {name:54} {seconds:7.2f} s")


if __name__ == "__main__":
    main()
