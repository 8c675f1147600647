"""Measure the rule tagger on annotated news, beside the figures of others.

Run as ``python evals/attribution/measure.py [--part dev|held-out] [--json] [--gate]
[--rounds N] [--referee FILE]``. Needs PolNeAR's articles beside the project (see
``corpus.py``); without them it says so and exits 0. ``--referee`` scores with another
program's ``score(gold, predictions)`` as well and prints where it differs.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from corpus import data_folder, fingerprint, predict, read_articles
from scoring import KINDS, METRICS, interval, rates, score_document

from accord.attribute import RuleTagger

HERE = Path(__file__).parent
# Every fifth training article took no part in grading the lexicon.
HELD_OUT_EVERY, HELD_OUT_REST = 5, 4
GATED = (
    "attribution",
    "content_tok",
    "content_exact_trim",
    "source_tok",
    "direct_only",
)
# F1 of content tokens, attributions and direct attributions on the same articles,
# measured with the same definitions.
PEERS = (
    ("textacy 0.13, paragraphs, merged", 0.471, 0.243, 0.678),
    ("JournalismAI patterns", 0.355, 0.159, 0.582),
    ("Gender Gap Tracker, small model", 0.672, 0.409, 0.485),
    ("Gender Gap Tracker, medium model", 0.673, 0.413, 0.493),
    ("one annotator against another (train)", 0.916, 0.754, 0.950),
)
# Published, own definitions: exact content spans on the test part.
PUBLISHED = (
    ("CoreNLP quote annotator", 0.175),
    ("CRF", 0.286),
    ("BiLSTM + CRF", 0.590),
    ("BERT + Cofe (Wang et al. 2022)", 0.729),
)


def articles_of(part: str) -> list[dict[str, Any]]:
    """Read the part asked for; empty if the corpus is not there."""
    path = data_folder() / ("dev.jsonl" if part == "dev" else "train.jsonl")
    if not path.exists():
        return []
    articles = read_articles(path)
    if part == "dev":
        return articles
    return [a for n, a in enumerate(articles) if n % HELD_OUT_EVERY == HELD_OUT_REST]


def evaluate(articles: Sequence[dict[str, Any]], *, rounds: int) -> dict[str, float]:
    """Tag, score and print; return the figures for the gate."""
    tagger = RuleTagger()
    began = time.perf_counter()
    found = [predict(a["text"], tagger) for a in articles]
    seconds = time.perf_counter() - began
    documents = [
        score_document(a["text"], a["attributions"], f)
        for a, f in zip(articles, found, strict=True)
    ]
    total = sum(documents, Counter())
    print(f"{len(articles)} articles, {total['attribution', 'g']} attributions")
    print(f"{'metric':20} {'P':>6} {'R':>6} {'F1':>6}   95 % of F1")
    for name in METRICS:
        low, high = interval(documents, name, rounds=rounds)
        p, r, f1 = rates(total, name)
        print(f"{name:20} {p:6.3f} {r:6.3f} {f1:6.3f}   [{low:.3f}, {high:.3f}]")
    for kind in KINDS:
        print(f"recall {kind:13} {rates(total, f'recall_{kind}')[1]:13.3f}")
    print(f"articles per second: {len(articles) / seconds:.0f}")
    return {name: round(rates(total, name)[2], 4) for name in METRICS}


def print_peers(figures: dict[str, float]) -> None:
    """Print what others reach."""
    print(
        f"\n{'F1, measured alike on dev':40} {'content':>8} {'attrib.':>8} {'direct':>8}"
    )
    own = (
        "attribute.rules.v1",
        *(figures[n] for n in ("content_tok", "attribution", "direct_only")),
    )
    for name, *values in (own, *PEERS):
        print(f"{name:40} " + " ".join(f"{v:8.3f}" for v in values))
    print(
        "\npublished, exact content spans, own definitions, test part (not comparable to the digit)"
    )
    for name, value in PUBLISHED:
        print(f"{name:40} {value:8.3f}")


def compare_with_referee(
    path: Path, articles: Sequence[dict[str, Any]], figures: dict[str, float]
) -> list[str]:
    """Score with another program and list the metrics that differ."""
    spec = importlib.util.spec_from_file_location("referee", path)
    if spec is None or spec.loader is None:
        return [f"{path} is no Python file"]
    referee = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(referee)
    tagger = RuleTagger()
    found = {a["id"]: {"attributions": predict(a["text"], tagger)} for a in articles}
    theirs = referee.score(articles, found)
    return [
        f"{name}: {figures[name]:.4f} here, {theirs[name]['F']:.4f} there"
        for name in METRICS
        if abs(figures[name] - theirs[name]["F"]) > 0.0005
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and judge if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--part", choices=["dev", "held-out"], default="dev")
    parser.add_argument("--json", action="store_true", help="a last line for the gate")
    parser.add_argument("--gate", action="store_true", help="exit 1 below a floor")
    parser.add_argument(
        "--rounds", type=int, default=500, help="drawings for the intervals"
    )
    parser.add_argument("--referee", type=Path, help="a second scorer to agree with")
    options = parser.parse_args(arguments)
    articles = articles_of(options.part)
    if not articles:
        why = f"no annotated articles in {data_folder()}; set ACCORD_DATA"
        print(json.dumps({"skipped": why}) if options.json else f"SKIPPED: {why}")
        return 0
    figures = evaluate(articles, rounds=options.rounds)
    if options.part == "dev":
        print_peers(figures)
    breaches = []
    if options.referee:
        breaches = compare_with_referee(options.referee, articles, figures)
    if options.gate:
        floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
        breaches += judge(fingerprint(articles), figures, floors)
    for breach in breaches:
        print(f"BELOW: {breach}", file=sys.stderr)
    if options.json:
        gated = {name: figures[name] for name in GATED}
        print(json.dumps({"corpus": fingerprint(articles), "metrics": gated}))
    return 1 if breaches else 0


def judge(corpus: str, figures: dict[str, float], floors: dict[str, Any]) -> list[str]:
    """Hold figures against floors; one line per breach."""
    if corpus != floors["corpus"]:
        return [f"the gold changed ({floors['corpus']} -> {corpus}): pin again"]
    return [
        f"{name}: {figures.get(name, 0.0):.4f} < {floor:.4f}"
        for name, floor in floors["floors"].items()
        if figures.get(name, 0.0) < floor
    ]


if __name__ == "__main__":
    raise SystemExit(main())
