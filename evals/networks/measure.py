"""Hold networks against the tables and test figures of Discourse Network Analyzer.

Run as ``python evals/networks/measure.py [--json]``. The tables were made of the peer's
own sample by its published formulae, and are rounded to six decimals: a table is met if
its axes are the same, in the same order, and every cell is the same to 1e-9 once rounded
alike. Two more are a list of statements and the steps of a nested backbone, by degrees
and by the Laplacian. The expectations are figures that the tests of rDNA 3.1.2 assert. Sample and tables
may not be passed on; they lie beside the project.
"""

import argparse
import csv
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from accord.adapters.dna import read_events, statement_types
from accord.map.network import build_network, build_slices
from accord.map.structure import (
    find_backbone,
    measure_polarization,
    nest_backbone,
    polarization_over_time,
)
from accord.model.discourse import (
    COMPAT,
    EventList,
    NetworkMatrix,
    Recipe,
)

ROOT = Path(__file__).parents[2]
DECIMALS = 6
TOLERANCE = 1e-9
CONGRUENCE = Recipe(
    network_type="onemode", aggregation="congruence", normalization="average"
)
#: What the tests of rDNA find backbones of.
BACKBONE = Recipe(
    network_type="onemode",
    aggregation="subtract",
    normalization="average",
    duplicates="document",
)


def folder() -> Path:
    """Return where sample and tables lie."""
    data = Path(os.environ.get("ACCORD_DATA", "../shared/data"))
    return (data if data.is_absolute() else ROOT / data) / "dna"


def recipe_of(name: str) -> Recipe:
    """Read a recipe from a table's name, as ``onemode_org_subtract_no_include``."""
    network_type, *_, aggregation, normalization, duplicates = name.split("_")
    return Recipe(
        network_type=network_type,  # type: ignore[arg-type]
        aggregation=aggregation,  # type: ignore[arg-type]
        normalization=normalization,  # type: ignore[arg-type]
        duplicates=duplicates,  # type: ignore[arg-type]
        compat=COMPAT,
    )


def is_met(network: NetworkMatrix, path: Path) -> bool:
    """Tell whether a network is the one in a table."""
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    axes = tuple(heading[1:]), tuple(row[0] for row in rows)
    if axes != (network.columns, network.rows):
        return False
    return all(
        abs(round(network.value(row[0], column), DECIMALS) - float(cell)) <= TOLERANCE
        for row in rows
        for column, cell in zip(heading[1:], row[1:], strict=True)
    )


def is_nested(events: EventList, recipe: Recipe, steps: list[dict[str, Any]]) -> bool:
    """Tell whether a nested backbone is the one in a table."""
    found = nest_backbone(events, recipe)
    return len(found.steps) == len(steps) and all(
        (step.number, step.entity, step.statements)
        == (row["i"], row["entity"], row["statements"])
        and abs(step.backbone_loss - row["backboneLoss"]) <= TOLERANCE
        and abs(step.redundant_loss - row["redundantLoss"]) <= TOLERANCE
        for step, row in zip(found.steps, steps, strict=True)
    )


def same_events(events: EventList, path: Path) -> float:
    """Measure the share of statements that stand in the event list as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [variable.name for variable in events.variables]
    found = 0
    for row, statement in zip(rows, events.statements, strict=True):
        known = dict(zip(names, statement.values, strict=True))
        found += all(
            (
                statement.id == row["id"],
                statement.document == row["doc"],
                statement.when is not None
                and statement.when.date().isoformat() == row["date"],
                (str(statement.start), str(statement.end))
                == (row["start"], row["stop"]),
                known["agreement"] == (row["agreement"] == "1"),
                *(
                    known[name] == row[name]
                    for name in (
                        "person",
                        "organization",
                        "concept",
                        "source",
                        "section",
                    )
                ),
            )
        )
    return found / len(rows)


def expectations(path: Path) -> Iterator[tuple[str, Callable[[], object], object]]:
    """Give rDNA's figures: what is asserted, how to get it, what it must be."""
    events = read_events(path)
    two, one = (
        build_network(events, Recipe(network_type=kind))
        for kind in ("twomode", "onemode")
    )
    epa = "Environmental Protection Agency"
    analysis, alliance = (
        "Energy and Environmental Analysis, Inc.",
        "Alliance to Save Energy",
    )
    wish = "There should be legislation to regulate emissions."
    average = build_network(events, CONGRUENCE)
    fewer = build_network(
        events,
        replace(
            CONGRUENCE,
            exclude=(
                ("concept", wish),
                ("organization", "Senate"),
                ("organization", "Sierra Club"),
            ),
        ),
    )
    section = build_network(
        events, replace(CONGRUENCE, exclude=(("section", "1"),), invert=("section",))
    )
    slices = build_slices(events, CONGRUENCE, unit="days", size=8, kernel="gaussian")
    bodies = [e for e in events.entities if e.variable == "organization"]
    yield "two-mode 7 x 6", lambda: (len(two.rows), len(two.columns)), (7, 6)
    yield "two-mode sum 40", two.total, 40
    yield (
        "two-mode row Ener* 2 0",
        lambda: next(
            r for n, r in zip(two.rows, two.dense(), strict=True) if n == analysis
        )[:2],
        (2, 0),
    )
    yield "start 2005-01-26", lambda: two.first and two.first.date(), date(2005, 1, 26)
    yield "stop 2005-02-16", lambda: two.last and two.last.date(), date(2005, 2, 16)
    yield "statements 40", lambda: two.statements, 40
    yield "two-mode 22 edges", lambda: len(list(two.ties())), 22
    yield "two-mode 13 nodes", lambda: len(two.rows) + len(two.columns), 13
    yield "one-mode 7 x 7", lambda: (len(one.rows), len(one.columns)), (7, 7)
    yield "one-mode sum 276", one.total, 276
    yield (
        "one-mode EPA 10 and 2",
        lambda: (one.value(epa, alliance), one.value(epa, analysis)),
        (10, 2),
    )
    yield "one-mode 21 edges", lambda: len(list(one.ties())), 21
    yield (
        "congruence, average: 7 rows, 26",
        lambda: (len(average.rows), round(average.total())),
        (7, 26),
    )
    yield (
        "with exclusions: 5 rows, 10",
        lambda: (len(fewer.rows), round(fewer.total())),
        (5, 10),
    )
    yield "gaussian, 8 days: 22 time points", lambda: len(list(slices)), 22
    yield (
        "only section 1: 4 x 4",
        lambda: (len(section.rows), len(section.columns)),
        (4, 4),
    )
    yield (
        "40 statements, 3 types",
        lambda: (len(events.statements), len(statement_types(path))),
        (40, 3),
    )
    yield "second person", lambda: events.statements[1].values[0], "Joel Bluestein"
    yield "15th concept", lambda: events.statements[14].values[2], wish
    yield (
        "7 bodies, Alliance #00cc00",
        lambda: (len(bodies), {e.value: e.colour for e in bodies}[alliance]),
        (7, "#00cc00"),
    )


def structure(path: Path) -> Iterator[tuple[str, Callable[[], object], object]]:
    """Give rDNA's figures of backbones and polarization, likewise."""
    events = read_events(path)
    peer = replace(BACKBONE, compat=COMPAT)
    best, fixed = (
        find_backbone(events, peer, penalty=3.5),
        find_backbone(events, peer, size=4),
    )
    nested = nest_backbone(events, peer)
    camps = replace(CONGRUENCE, compat=COMPAT)
    points = polarization_over_time(
        events, CONGRUENCE, unit="days", size=8, kernel="gaussian"
    )
    yield (
        "backbone, penalty 3.5: 3 + 3",
        lambda: (len(best.backbone), len(best.redundant)),
        (3, 3),
    )
    yield (
        "backbone: losses above 0",
        lambda: best.backbone_loss > 0 and best.redundant_loss > 0,
        True,
    )
    yield (
        "backbone, size 4: 4 + 2",
        lambda: (len(fixed.backbone), len(fixed.redundant)),
        (4, 2),
    )
    yield (
        "nested backbone: 6 steps, 23 statements",
        lambda: (len(nested.steps), nested.statements),
        (6, 23),
    )
    yield (
        "polarization 0.5342493",
        lambda: round(measure_polarization(events, camps).value, 7),
        0.5342493,
    )
    yield "polarization: 22 time points", lambda: len(list(points)), 22


def measure(path: Path, tables: list[Path]) -> dict[str, float]:
    """Compare everything and print what is not met."""
    events = read_events(path)
    met = backbones = 0
    for table in tables:
        right = is_met(build_network(events, recipe_of(table.stem)), table)
        met += right
        if not right:
            print(f"  differs: {table.name}")
    nested = json.loads(
        (path.parent / "reference" / "nested_backbone.json").read_text()
    )
    for name, recipe in (
        ("as_released", replace(BACKBONE, compat=COMPAT)),
        ("laplacian", BACKBONE),
    ):
        right = is_nested(events, recipe, nested[name])
        backbones += right
        print(f"  {'ok ' if right else 'NOT'} nested backbone: {name}")
    listed = same_events(events, path.parent / "reference" / "eventlist.csv")
    reached = met + (listed == 1) + (backbones == len(nested))
    agreed, asked = 0, 0
    for name, get, expected in chain(expectations(path), structure(path)):
        got = get()
        asked += 1
        agreed += got == expected
        print(f"  {'ok ' if got == expected else 'NOT'} rDNA: {name}")
    print(f"  tables {reached} of {len(tables) + 2}, expectations {agreed} of {asked}")
    return {
        "tables": reached / (len(tables) + 2),
        "expectations": agreed / asked,
        "events": listed,
        "backbones": backbones / len(nested),
    }


def main() -> None:
    """Print the table, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    path = folder() / "sample_v3.dna"
    if not path.exists():
        why = "no sample of Discourse Network Analyzer; set ACCORD_DATA to its folder"
        print(json.dumps({"skipped": why}) if options.json else f"SKIPPED: {why}")
        return
    tables = sorted((folder() / "reference").glob("*mode_*.csv"))
    metrics = measure(path, tables)
    if options.json:
        corpus = hashlib.sha256()
        reference = folder() / "reference"
        rest = (reference / "eventlist.csv", reference / "nested_backbone.json")
        for file in (path, *tables, *rest):
            corpus.update(file.read_bytes())
        print(json.dumps({"corpus": corpus.hexdigest()[:16], "metrics": metrics}))


if __name__ == "__main__":
    main()
