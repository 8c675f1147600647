"""Measure the taggers on annotated news, beside the figures of others.

Run as ``python evals/attribution/measure.py [--tagger rules|model|both]
[--model FOLDER] [--part dev|held-out] [--json] [--rounds N] [--referee FILE]``. Needs
PolNeAR's articles beside the project (see ``corpus.py``); without them it says so and
exits 0. ``--referee`` scores with another program's ``score(gold, predictions)`` as well
and prints where it differs. textacy is measured in the same run if it is installed.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from calibration import crossed, judged, reliability
from corpus import data_folder, fingerprint, predict, read_articles
from peers import PEERS, PUBLISHED, textacy_reader
from scoring import KINDS, METRICS, ROLES, Counts, interval, rates, score_document

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import RuleTagger

# Every fifth training article took no part in grading the lexicon.
HELD_OUT_EVERY, HELD_OUT_REST = 5, 4
GATED = (
    "attribution",
    "content_tok",
    "content_exact_trim",
    "source_tok",
    "cue_tok",
    "direct_only",
)

Reader = Callable[[str], list[dict[str, list[list[int]]]]]


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader reached.

    Attributes:
        documents: Counts of each article.
        found: What it found in each.
        seconds: How long it took, on one core.
    """

    documents: list[Counts]
    found: list[list[dict[str, list[list[int]]]]]
    seconds: float

    @property
    def total(self) -> Counts:
        """Counts of all articles."""
        return sum(self.documents, Counter())

    def figures(self) -> dict[str, float]:
        """F1 of each metric, and recall of each kind."""
        total = self.total
        kinds = {f"recall_{k}": rates(total, f"recall_{k}")[1] for k in KINDS}
        return {name: rates(total, name)[2] for name in METRICS} | kinds


def articles_of(part: str) -> list[dict[str, Any]]:
    """Read the part asked for; empty if the corpus is not there."""
    path = data_folder() / ("dev.jsonl" if part == "dev" else "train.jsonl")
    if not path.exists():
        return []
    articles = read_articles(path)
    if part == "dev":
        return articles
    return [a for n, a in enumerate(articles) if n % HELD_OUT_EVERY == HELD_OUT_REST]


def read_all(articles: Sequence[dict[str, Any]], reader: Reader) -> Result:
    """Let a reader read articles, and score it."""
    reader("“Yes,” she said.")  # whatever is loaded once
    began = time.perf_counter()
    found = [reader(a["text"]) for a in articles]
    seconds = time.perf_counter() - began
    documents = [
        score_document(a["text"], a["attributions"], f)
        for a, f in zip(articles, found, strict=True)
    ]
    return Result(documents, found, seconds)


def show(name: str, result: Result, *, rounds: int) -> None:
    """Print one reader's figures."""
    total = result.total
    print(f"\n{name}: {total['attribution', 'p']} attributions found")
    print(f"{'metric':20} {'P':>6} {'R':>6} {'F1':>6}   95 % of F1")
    for metric in METRICS:
        low, high = interval(result.documents, metric, rounds=rounds)
        p, r, f1 = rates(total, metric)
        print(f"{metric:20} {p:6.3f} {r:6.3f} {f1:6.3f}   [{low:.3f}, {high:.3f}]")
    for kind in KINDS:
        print(f"recall {kind:13} {rates(total, f'recall_{kind}')[1]:13.3f}")
    print(f"articles per second: {len(result.documents) / result.seconds:.1f}")


def show_publishers(articles: Sequence[dict[str, Any]], result: Result) -> None:
    """Print the figures of each publisher."""
    print(
        f"\n{'publisher':24} {'articles':>8} {'attrib.':>8} {'content':>8} {'direct':>8}"
    )
    groups: dict[str, list[Counts]] = defaultdict(list)
    for article, counts in zip(articles, result.documents, strict=True):
        groups[str(article.get("publisher"))].append(counts)
    for name, documents in sorted(groups.items()):
        total = sum(documents, Counter())
        f1 = [rates(total, n)[2] for n in ("attribution", "content_tok", "direct_only")]
        print(f"{name:24} {len(documents):8} " + " ".join(f"{v:8.3f}" for v in f1))


def show_exact_spans(results: dict[str, Result]) -> None:
    """Print exact spans role by role, as CofeNet counts them, on these articles."""
    print("\nF1 of exact spans, untrimmed      source      cue  content")
    for name, result in results.items():
        f1 = [rates(result.total, f"bio_{role}")[2] for role in ROLES]
        print(f"{name:30} " + " ".join(f"{v:8.3f}" for v in f1))
    print(
        "published, on the test part, all annotators' copies; not comparable to the digit"
    )
    for name, *values in PUBLISHED:
        print(f"{name:30} " + " ".join(f"{v:8.3f}" for v in values))


def show_side_by_side(results: dict[str, Result]) -> None:
    """Print what others reach on the same articles."""
    names = ("content_tok", "source_tok", "cue_tok", "attribution", "direct_only")
    print(
        f"\n{'F1, measured alike on dev':40} content  source     cue  attrib.  direct"
    )
    for name, result in results.items():
        values = [result.figures()[n] for n in names]
        print(f"{name:40} " + " ".join(f"{v:7.3f}" for v in values))
    for name, *values in PEERS:
        print(f"{name:40} " + " ".join(f"{v:7.3f}" for v in values))


def show_calibration(tagger: ModelTagger, articles: Sequence[dict[str, Any]]) -> float:
    """Print how often attributions of a confidence are right; return the error."""
    confidences, right = crossed(*judged(tagger, articles))
    error, rows = reliability(confidences, right)
    print("\nconfidence    right   attributions (calibrated on other articles)")
    for said, was, number in rows:
        print(f"{said:10.3f} {was:8.3f} {number:8}  {'#' * round(40 * was)}")
    print(f"expected calibration error: {error:.3f}")
    for floor in (0.5, 0.7, 0.8, 0.9):
        kept = confidences >= floor
        print(
            f"  --min-confidence {floor}: precision {right[kept].mean():.3f}, "
            f"{kept.mean():.0%} kept"
        )
    return error


def compare_with_referee(
    path: Path, articles: Sequence[dict[str, Any]], result: Result
) -> list[str]:
    """Score with another program and list the metrics that differ."""
    spec = importlib.util.spec_from_file_location("referee", path)
    if spec is None or spec.loader is None:
        return [f"{path} is no Python file"]
    referee = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(referee)
    found = {
        a["id"]: {"attributions": f}
        for a, f in zip(articles, result.found, strict=True)
    }
    theirs = referee.score(articles, found)
    figures = result.figures()
    return [
        f"{name}: {figures[name]:.4f} here, {theirs[name]['F']:.4f} there"
        for name in METRICS
        if name in theirs and abs(figures[name] - theirs[name]["F"]) > 0.0005
    ]


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tagger", choices=["rules", "model", "both"], default="both")
    parser.add_argument("--model", type=Path, default=packaged_model())
    parser.add_argument("--part", choices=["dev", "held-out"], default="dev")
    parser.add_argument("--json", action="store_true", help="a last line for the gate")
    parser.add_argument(
        "--rounds", type=int, default=500, help="drawings for the intervals"
    )
    parser.add_argument("--referee", type=Path, help="a second scorer to agree with")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = parse(arguments)
    articles = articles_of(options.part)
    if not articles:
        why = f"no annotated articles in {data_folder()}; set ACCORD_DATA"
        print(json.dumps({"skipped": why}) if options.json else f"SKIPPED: {why}")
        return 0
    golden = sum(len(a["attributions"]) for a in articles)
    print(f"{len(articles)} articles, {golden} attributions")
    results, metrics = measure(articles, options)
    show_publishers(articles, list(results.values())[-1])
    peer = None if options.json else textacy_reader()
    if peer is not None:
        results["textacy, measured now"] = read_all(articles, peer)
    show_side_by_side(results)
    show_exact_spans(results)
    for name, result in results.items() if options.referee else ():
        for line in compare_with_referee(options.referee, articles, result):
            print(f"DIFFERS: {name}: {line}", file=sys.stderr)
    if options.json:
        print(json.dumps({"corpus": fingerprint(articles), "metrics": metrics}))
    return 0


def measure(
    articles: Sequence[dict[str, Any]], options: argparse.Namespace
) -> tuple[dict[str, Result], dict[str, float]]:
    """Measure the taggers asked for; give results and the figures for the gate."""
    rules = RuleTagger()
    results: dict[str, Result] = {}
    metrics: dict[str, float] = {}
    if options.tagger != "model":
        results["rules"] = read_all(articles, lambda text: predict(text, rules))
    if options.tagger != "rules":
        model = ModelTagger(Artefact.find(options.model), rules)
        results["model"] = read_all(articles, lambda text: predict(text, model))
        error = show_calibration(model, articles)
        metrics["model_calibration"] = round(1 - error, 4)
    for name, result in results.items():
        show(name, result, rounds=options.rounds)
        figures = result.figures()
        metrics |= {f"{name}_{m}": round(figures[m], 4) for m in GATED}
    return results, metrics


if __name__ == "__main__":
    raise SystemExit(main())
