"""Measure echoes and contradictions on labelled pairs of reports, half of them tempting.

Each part is linked as one pile. A pair is found if an echo joins its two attributions; an
echo across pairs is false. Run as ``python evals/echoes/measure.py [--json]``; ``--dev``
shows the mistakes of the part that may be looked at. With the seeds at hand it also
tells how many of the echoes that a careful reader found there are found (``seeds.py``).
"""

import argparse
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from seeds import measure_seeds

from accord.link import LinkStage
from accord.model import (
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
PARTS = ("dev", "test", "held", "later", "first", "last", "anew", "after")
FIRST_DAY = date(2030, 1, 7)
# A pair's reports are a day apart unless it says otherwise.
APART = 1


@dataclass(frozen=True)
class Pair:
    """Two reports.

    Attributes:
        kind: What joins or parts them.
        is_echo: Whether they are of one utterance and say the same.
        keys: Ids of the two attributions.
    """

    kind: str
    is_echo: bool
    keys: frozenset[str]


def read(part: str) -> tuple[list[Dossier], list[Pair]]:
    """Make a pile of one part."""
    file = yaml.safe_load((HERE / f"{part}.yaml").read_text(encoding="utf-8"))
    pile: list[Dossier] = []
    pairs: list[Pair] = []
    for number, (kind, speaker, one, other, *rest) in enumerate(file["pairs"]):
        more = rest[0] if rest else {}
        day = FIRST_DAY + timedelta(days=2 * number)
        later = day + timedelta(days=more.get("days", APART))
        sides = [
            report(f"{part}-{number}-a", speaker, one, day=day, outlet="Harbour Post"),
            report(
                f"{part}-{number}-b",
                more.get("by", speaker),
                other,
                day=later,
                outlet="Tide Mail",
            ),
        ]
        pile += sides
        keys = frozenset(side.attributions[0].id for side in sides)
        pairs.append(Pair(kind, kind in file["echoes"], keys))
    return pile, pairs


def report(key: str, speaker: str, said: str, *, day: date, outlet: str) -> Dossier:
    """Make a document of one sentence with one attribution."""
    whole = said.startswith("“") and said.endswith("”") and said.count("“") == 1
    name = speaker.capitalize()
    text = f"{said}, {name} said." if whole else f"{name} said {said}."
    start = text.index(said) + whole
    document = Document(
        id=content_id("document", key),
        produced_by="evals.echoes",
        path=f"pairs/{key}.txt",
        title=None,
        outlet=outlet,
        author=None,
        language="en",
        url=None,
        published=When.on(day),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    attribution = Attribution.of(
        document,
        source=(),
        cue=(),
        content=(Span(start, start + len(said) - 2 * whole),),
        mode="direct" if whole else "mixed" if "“" in said else "indirect",
        produced_by="evals.echoes",
        confidence=1.0,
    )
    known = Speaker(f"per:{speaker}", name, "resolved", "gold", 1.0)
    return Dossier(
        document=document, attributions=(replace(attribution, speaker=known),)
    )


def score(found: set[frozenset[str]], gold: set[frozenset[str]]) -> dict[str, float]:
    """Give precision, recall and F1."""
    hit = len(found & gold)
    precision = hit / len(found) if found else 0.0
    recall = hit / len(gold)
    f1 = 2 * hit / (len(found) + len(gold)) if hit else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def joined(links: tuple[Link, ...], kind: str) -> set[frozenset[str]]:
    """Give the pairs that links of a kind join."""
    return {frozenset((link.a, link.b)) for link in links if link.kind == kind}


def measure(part: str, *, aloud: bool) -> dict[str, float]:
    """Link one part and print how well it went."""
    pile, pairs = read(part)
    links = LinkStage()(pile).links
    echoes = joined(links, "echo")
    gold = {pair.keys for pair in pairs if pair.is_echo}
    metrics = score(echoes, gold)
    against = joined(links, "contradiction")
    parted = {pair.keys for pair in pairs if pair.kind.startswith("contradiction")}
    # The same words of two people do not agree on who spoke.
    allowed = parted | {pair.keys for pair in pairs if pair.kind == "speaker"}
    metrics["contradiction_recall"] = len(against & parted) / len(parted)
    metrics["contradiction_precision"] = len(against & allowed) / max(1, len(against))
    print(f"{part}: {len(gold)} echoes, {len(pairs) - len(gold)} tempting pairs")
    for name, value in metrics.items():
        print(f"  {name:24}{value:.3f}")
    right = Counter(p.kind for p in pairs if (p.keys in echoes) == p.is_echo)
    for kind, count in Counter(pair.kind for pair in pairs).items():
        print(f"    {kind:22}{right[kind]:3} of {count:3} right")
    if aloud:
        tell(pile, pairs, links)
    return metrics


def tell(pile: list[Dossier], pairs: list[Pair], links: tuple[Link, ...]) -> None:
    """Print each mistake."""
    said = {d.attributions[0].id: d.attributions[0].content.text for d in pile}
    kinds = {pair.keys: pair.kind for pair in pairs}
    echoes, against = joined(links, "echo"), joined(links, "contradiction")
    gold = {pair.keys for pair in pairs if pair.is_echo}
    parted = {p.keys for p in pairs if p.kind.startswith("contradiction")}
    for title, some in (
        ("missed", gold - echoes),
        ("false", echoes - gold),
        ("contradiction missed", parted - against),
        ("contradiction", against - parted),
    ):
        for keys in sorted(some, key=sorted):
            print(f"  {title} [{kinds.get(keys, 'across')}]")
            for key in sorted(keys):
                print(f"      {said[key]}")


def main() -> None:
    """Print the tables, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--dev", action="store_true", help="show the mistakes in dev")
    options = parser.parse_args()
    metrics: dict[str, Any] = {}
    for part in PARTS:
        shown = measure(part, aloud=options.dev and part == "dev")
        metrics |= {f"{part}_{name}": value for name, value in shown.items()}
    metrics |= measure_seeds()
    if options.json:
        raw = b"".join((HERE / f"{part}.yaml").read_bytes() for part in PARTS)
        corpus = hashlib.sha256(raw).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
