"""Measure echo links on invented pairs, half of them tempting negatives.

All pairs are linked as one pile. A pair is found if an echo joins its two attributions;
an echo across pairs is false. Then altered reprints (``reprints.py``) are looked for, with
MinHash beside it where datasketch is installed. Run as ``python evals/links/measure.py [--json]``.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from reprints import measure_reprints

from accord.link import LinkStage
from accord.model import (
    ActorRef,
    Attribution,
    Document,
    Dossier,
    Link,
    Span,
    Speaker,
    When,
    content_id,
)

HERE = Path(__file__).parent
QUOTES = "\"'“”„«»‘’"


def read_dossier(key: str, row: list[Any], speakers: Mapping[str, Any]) -> Dossier:
    """Make a document with one attribution from a row of the pairs file."""
    day, outlet, who, marked = row
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    document = Document(
        id=content_id("document", key, text),
        produced_by="evals.links",
        path=f"pairs/{key}.txt",
        title=None,
        outlet=outlet,
        author=None,
        language="en",
        url=None,
        published=When.on(day if isinstance(day, date) else date.fromisoformat(day)),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    content = text[start:end]
    inside = text[start - 1 : start] in QUOTES and start > 0
    marks = any(mark in content for mark in '"“„«')
    speaker = speakers[who]
    name, body = speaker["name"], speaker["for"]
    attribution = Attribution.of(
        document,
        source=(),
        cue=(),
        content=(Span(start, end),),
        mode="direct" if inside else "mixed" if marks else "indirect",
        produced_by="evals.links",
        confidence=1.0,
    )
    if name:
        attribution = replace(
            attribution,
            speaker=Speaker(f"per:{who}", name, "resolved", "gold", 1.0),
            speaks_for=ActorRef(body, body),
        )
    return Dossier(document=document, attributions=(attribution,))


def score(
    pairs: list[dict[str, Any]], links: tuple[Link, ...], keys: dict[str, str]
) -> tuple[dict[str, float], list[str]]:
    """Compare echoes with gold.

    Returns:
        Precision, recall and F1, and a line for each mistake.
    """
    found = {
        frozenset((keys[link.a], keys[link.b])) for link in links if link.kind == "echo"
    }
    gold = {
        frozenset((f"{n}a", f"{n}b"))
        for n, pair in enumerate(pairs)
        if pair["gold"] == "echo"
    }
    hit = len(found & gold)
    precision = hit / len(found) if found else 0.0
    recall = hit / len(gold)
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    mistakes = [f"false:  {name(pair, pairs)}" for pair in found - gold]
    mistakes += [f"missed: {name(pair, pairs)}" for pair in gold - found]
    metrics = {"precision": precision, "recall": recall, "f1": f1}
    return metrics, sorted(mistakes)


def name(pair: frozenset[str], pairs: list[dict[str, Any]]) -> str:
    """Say which documents a pair joins."""
    return " + ".join(f"{key} ({pairs[int(key[:-1])]['kind']})" for key in sorted(pair))


def main() -> None:
    """Print the table, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    raw = (HERE / "pairs.yaml").read_bytes()
    file = yaml.safe_load(raw)
    pairs = file["pairs"]
    dossiers = {
        f"{n}{side}": read_dossier(f"{n}{side}", pair[side], file["speakers"])
        for n, pair in enumerate(pairs)
        for side in "ab"
    }
    keys = {d.attributions[0].id: key for key, d in dossiers.items()}
    linked = LinkStage()(list(dossiers.values()))
    metrics, mistakes = score(pairs, linked.links, keys)
    gold = Counter(pair["gold"] for pair in pairs)
    print(f"{gold['echo']} echoes, {gold['none']} tempting pairs")
    for metric, value in metrics.items():
        print(f"  {metric:10} {value:.3f}")
    for mistake in mistakes:
        print(f"  {mistake}")
    metrics |= measure_reprints()
    if options.json:
        raw += (HERE / "reprints.py").read_bytes()
        corpus = hashlib.sha256(raw).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
