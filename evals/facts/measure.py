"""Measure which agreements, contacts, decision rules and figures are found.

``seeds.yaml`` lists, by file and offsets, what five real articles tell; they lie beside
the project. ``invented.yaml`` holds single sentences of other kinds, ``held.yaml``,
``fresh.yaml`` and ``third.yaml`` eighteen short news texts, ``lot1.yaml`` to ``lot4.yaml``
twenty-four more, ``lot5.yaml`` ten by another hand that stay unread, ``plain.yaml`` and
``lot6.yaml`` eight each on decision rules, each listed before anything was run on it;
``RESULTS.md`` tells how they went the first time. A fact is found if a record of
its kind covers its place; a record that covers no listed fact is invented. ``sort`` is the
share of the facts found whose status or kind is right, ``details`` the share of the right
parties, values, samples and the like, where they are listed.

``coded`` is others' judgement: of the sentences that coders filed as CONSULT, the share in
which a contact is found, of those with even numbers, which were looked at, and of the others.

Run as ``python evals/facts/measure.py [--json] [--errors]``.
"""

import argparse
import hashlib
import json
import math
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from accord.attribute import AttributeStage, RuleTagger
from accord.model import Codebook, Dossier
from accord.ports import RawItem
from accord.position import PositionStage
from accord.read import ReadStage
from accord.resolve import ResolveStage, load_knowledge

HERE = Path(__file__).parent
DATA = Path(os.environ.get("ACCORD_DATA", HERE.parents[2] / "shared" / "data"))
LOTS = (
    "held",
    "fresh",
    "third",
    "lot1",
    "lot2",
    "lot3",
    "lot4",
    "lot5",
    "plain",
    "lot6",
)
FILES = ("seeds", "invented", *LOTS)
KINDS = ("agreements", "contacts", "mechanisms", "figures")
LENGTHS = frozenset({"hours", "days", "weeks", "months", "years"})

Case = tuple[Dossier, list[dict[str, Any]]]


@dataclass
class Tally:
    """Counts by kind, with the cases behind them."""

    found: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    right_sort: Counter[bool] = field(default_factory=Counter)
    right_detail: Counter[bool] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)

    def figures(self, name: str) -> dict[str, float]:
        """Give recall and precision by kind."""
        figures = {}
        for kind in KINDS:
            if self.listed[kind]:
                recall = self.found[kind] / self.listed[kind]
                figures[f"{name}_{kind}_recall"] = recall
            if self.made[kind]:
                precision = 1 - self.invented[kind] / self.made[kind]
                figures[f"{name}_{kind}_precision"] = precision
        total = self.right_sort.total()
        figures[f"{name}_sort"] = self.right_sort[True] / max(1, total)
        details = self.right_detail.total()
        if details:
            figures[f"{name}_details"] = self.right_detail[True] / details
        return figures


def rooms() -> list[Any]:
    """Make the rooms up to position."""
    return [
        AttributeStage(RuleTagger()),
        ResolveStage(load_knowledge()),
        PositionStage(Codebook("none", ())),
    ]


def read(data: bytes, name: str, stages: Sequence[Any]) -> Dossier:
    """Take a text through the rooms."""
    dossier = ReadStage()(RawItem(name, ".txt", data))
    for stage in stages:
        dossier = stage(dossier)
    return dossier


def compare(
    dossier: Dossier,
    rows: Sequence[Mapping[str, Any]],
    tally: Tally,
    kinds: Sequence[str],
) -> None:
    """Hold the records of a text against what it tells."""
    text = dossier.document.text
    for kind in kinds:
        records = list(getattr(dossier, kind))
        wanted = [row for row in rows if row["kind"] == kind]
        met: set[int] = set()
        for row in wanted:
            tally.listed[kind] += 1
            hits = [n for n, r in enumerate(records) if covers(r, row)]
            fit = [n for n in hits if is_sort(records[n], row["sort"])]
            met.update(hits)
            tally.found[kind] += bool(hits)
            if hits and row["sort"]:
                tally.right_sort[bool(fit)] += 1
            compare_details(fit or hits, records, row, tally)
            if not hits or (row["sort"] and not fit):
                sorts = [sort_of(records[n]) for n in hits]
                first = row["places"][0]
                words = text[slice(*first)]
                tally.cases.append(
                    f"- {kind} {row['sort']}: {words!r} found as {sorts}"
                )
        for number, record in enumerate(records):
            if number not in met and is_length(record):
                continue
            tally.made[kind] += 1
            if number not in met:
                tally.invented[kind] += 1
                tally.cases.append(f"+ {kind}: {record.evidence.text[:90]!r}")


def is_length(record: Any) -> bool:
    """Tell whether a figure is a length of time; the lists were made without them.

    ``evals/figures`` measures those that are terms of a deal or of a demand.
    """
    return getattr(record, "unit", None) in LENGTHS


def compare_details(
    hits: Sequence[int], records: Sequence[Any], row: Mapping[str, Any], tally: Tally
) -> None:
    """Hold what more is listed of a fact against the record that tells most of it."""
    wanted = row.get("details") or {}
    if not (hits and wanted):
        return
    told = [{key: detail(records[n], key) for key in wanted} for n in hits]
    best = max(told, key=lambda one: sum(same(one[key], wanted[key]) for key in one))
    for key, value in wanted.items():
        right = same(best[key], value)
        tally.right_detail[right] += 1
        if not right:
            tally.cases.append(f"~ {row['kind']} {key}: {value}, found {best[key]}")


def detail(record: Any, key: str) -> Any:
    """Read one thing of a record in the words of the lists."""
    if key == "quota":
        return record.rule.quota
    value = getattr(record, key)
    if key == "date":
        return value and value.start
    if key == "rule":
        return value.kind
    if key == "pollster":
        return value and value.name
    if key in {"parties", "mediators", "members"}:
        return sorted(one.name for one in value)
    return value


def same(found: Any, wanted: Any) -> bool:
    """Compare one thing; numbers as far as they are written."""
    if isinstance(wanted, list):
        return bool(found == sorted(wanted))
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return math.isclose(found, wanted, rel_tol=1e-4)
    return bool(found == wanted)


def covers(record: Any, row: Mapping[str, Any]) -> bool:
    """Tell whether a record's evidence reaches over a place."""
    evidence = record.evidence
    return any(
        evidence.start < end and start < evidence.end for start, end in row["places"]
    )


def is_sort(record: Any, wanted: str | list[str] | None) -> bool:
    """Tell whether a record is of the sort that is listed, or of one of those listed."""
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return sort_of(record) in {None, *allowed}


def sort_of(record: Any) -> str | None:
    """Tell the status of an agreement or rule, or the kind of a contact."""
    if hasattr(record, "status"):
        return str(record.status)
    return str(record.kind) if hasattr(record, "kind") else None


def seed_cases(stages: Sequence[Any]) -> Iterator[Case]:
    """Read the articles with what is listed for each."""
    listed = yaml.safe_load((HERE / "seeds.yaml").read_text(encoding="utf-8"))
    for file in sorted({row["file"] for row in listed}):
        dossier = read((DATA / "seeds" / file).read_bytes(), file, stages)
        rows = [
            {
                **row,
                "sort": row.get("status") or row.get("what"),
                "places": [(row["start"], row["end"])],
            }
            for row in listed
            if row["file"] == file
        ]
        yield dossier, rows


def invented_cases(
    stages: Sequence[Any],
) -> Iterator[Case]:
    """Read the invented texts with what each tells."""
    cases = yaml.safe_load((HERE / "invented.yaml").read_text(encoding="utf-8"))
    for number, case in enumerate(cases):
        whole = f"In brief\n\n{case['text']}\n"
        dossier = read(whole.encode(), f"{number}.txt", stages)
        text = dossier.document.text
        rows = []
        for kind, words, sort in case["facts"]:
            places = [place(text, words)]
            rows.append({"kind": kind, "places": places, "sort": sort})
        yield dossier, rows


def text_cases(name: str, stages: Sequence[Any]) -> Iterator[Case]:
    """Read the short news texts of a file with what each tells."""
    cases = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    for number, case in enumerate(cases):
        head = f"{case['title']}\n{case['published']:%d %B %Y}\n\n"
        dossier = read(f"{head}{case['text']}".encode(), f"{name}{number}.txt", stages)
        text = dossier.document.text
        begin = text.index(case["text"][:20])
        rows = []
        for kind, words, sort, *more in case["facts"]:
            told = [words] if isinstance(words, str) else words
            places = [place(text, one, begin) for one in told]
            details = more[0] if more else None
            rows.append(
                {"kind": kind, "sort": sort, "details": details, "places": places}
            )
        yield dossier, rows


def place(text: str, words: str, begin: int = 0) -> tuple[int, int]:
    """Find where words stand in a text."""
    start = text.index(words, begin)
    return start, start + len(words)


def coded(stages: Sequence[Any]) -> dict[str, float]:
    """Tell in which share of the sentences that coders filed as meetings one is found."""
    text = (DATA / "events" / "plv_train.jsonl").read_text(encoding="utf-8")
    found: dict[int, list[bool]] = {0: [], 1: []}
    for number, line in enumerate(text.splitlines()):
        row = json.loads(line)
        if row["root"] == "CONSULT":
            whole = f"In brief\n\n{row['text']}\n"
            dossier = read(whole.encode(), f"{number}.txt", stages)
            found[number % 2].append(bool(dossier.contacts))
    return {
        "coded_looked_at": sum(found[0]) / len(found[0]),
        "coded_others": sum(found[1]) / len(found[1]),
    }


def measured(stages: Sequence[Any], options: argparse.Namespace) -> dict[str, float]:
    """Measure every pile of texts, and print what is asked for."""
    metrics: dict[str, float] = {}
    piles: list[
        tuple[str, Callable[[Sequence[Any]], Iterator[Case]], Sequence[str]]
    ] = [
        ("seeds", seed_cases, KINDS),
        ("invented", invented_cases, KINDS[:3]),
        *((lot, partial(text_cases, lot), KINDS) for lot in LOTS),
    ]
    for name, cases, kinds in piles:
        if options.only not in {None, name}:
            continue
        tally = Tally()
        for dossier, rows in cases(stages):
            compare(dossier, rows, tally, kinds)
        figures = tally.figures(name)
        metrics.update(figures)
        if not options.json:
            for key, value in figures.items():
                print(f"{key:32} {value:.3f}")
            if options.errors:
                print("\n".join(f"    {case}" for case in tally.cases))
    if options.only is None:
        shares = coded(stages)
        metrics.update(shares)
        if not options.json:
            print("\n".join(f"{key:32} {value:.3f}" for key, value in shares.items()))
    return metrics


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for the gate")
    parser.add_argument("--errors", action="store_true", help="print every mistake")
    parser.add_argument("--only", choices=FILES, help="one file alone")
    options = parser.parse_args()
    if not (DATA / "seeds").is_dir():
        why = f"{DATA / 'seeds'} is not there; set ACCORD_DATA"
        print(json.dumps({"skipped": why}) if options.json else f"SKIPPED: {why}")
        return
    stages = rooms()
    metrics = measured(stages, options)
    if options.json:
        digest = hashlib.sha256()
        for file in FILES:
            digest.update((HERE / f"{file}.yaml").read_bytes())
        print(json.dumps({"corpus": digest.hexdigest()[:16], "metrics": metrics}))


if __name__ == "__main__":
    main()
