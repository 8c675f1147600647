"""Measure root codes: the rules alone, and the trained judge beside them.

``events/plv_train.jsonl`` is what the judge learned from, so its figure there is the one
of cross-validation, kept in the model's record; ``events/plover_gsr.jsonl`` neither the
rules nor the judge were made with. Beside events stand words: invented reports of speech
with the act that a careful reader takes from them (``evals/positions/held_out.yaml``).

Run as ``python evals/acts/measure.py [--json]``. The data are found through
``ACCORD_DATA``.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from training.acts.corpus import gsr_cases, marked_cases  # noqa: E402

from accord.adapters.models.judges import (  # noqa: E402
    ModelActJudge,
    packaged_act_model,
    packaged_stance_model,
)
from accord.ports import ActCase  # noqa: E402
from accord.position import PositionStage, packaged_codebooks  # noqa: E402
from accord.position.acts import act_hits, acts  # noqa: E402
from accord.position.phrases import tokenise  # noqa: E402

DATA = Path(os.environ.get("ACCORD_DATA", ROOT.parent / "shared" / "data"))
LINEAR = 0.76  # cross-validation, published features
LARGE = 0.835  # a language model of 355 million parameters, zero-shot, another split

Rows = Sequence[tuple[ActCase, str]]


def load_positions() -> Any:
    """Load the measurement of positions, which knows how its texts are marked."""
    path = ROOT / "evals" / "positions" / "measure.py"
    spec = importlib.util.spec_from_file_location("measure_positions", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    sys.path.append(str(path.parent))
    spec.loader.exec_module(module)
    return module


def said_cases() -> list[tuple[ActCase, str]]:
    """Read the reports of speech whose act has a root, with what the rules read."""
    positions = load_positions()
    stages = {book.name: PositionStage(book) for book in packaged_codebooks()}
    texts = (ROOT / "evals" / "positions" / "held_out.yaml").read_bytes()
    cases = []
    for row in yaml.safe_load(texts):
        root = acts()[row["act"]].plover
        if root is None:
            continue
        dossier = positions.read_dossier(row)
        (said,) = stages[row["book"]](dossier).attributions
        source = (said.source.start, said.source.end) if said.source else None
        named = [(m.start, m.end) for m in dossier.mentions]
        after = [place for place in named if source and place[0] >= source[1]]
        hits = act_hits(tokenise(dossier.document.text))
        case = ActCase(
            dossier.document.text,
            source,
            after[0] if after else None,
            acts()[said.act].plover,
            tuple(hit.label[0] for hit in hits),
        )
        cases.append((case, root))
    return cases


def by_rules(rows: Rows) -> list[str]:
    """Take the root that the rules read."""
    return [{"CONCEDE": "YIELD"}.get(c.rule or "", c.rule or "") for c, _ in rows]


def by_judge(judge: ModelActJudge, rows: Rows) -> list[str]:
    """Take the judge's likeliest root."""
    answers = judge.judge([case for case, _ in rows])
    return [max(sorted(a), key=a.__getitem__) for a in answers]


def by_both(judged: Sequence[str], ruled: Sequence[str]) -> list[str]:
    """Take the rules' root, and the judge's where they read none."""
    return [rule or root for root, rule in zip(judged, ruled, strict=True)]


def accuracy(rows: Rows, found: Sequence[str]) -> float:
    """Give the share right."""
    return sum(f == root for f, (_, root) in zip(found, rows, strict=True)) / len(rows)


def macro_f1(rows: Rows, found: Sequence[str]) -> float:
    """Average the F1 of the roots in the gold."""
    gold = [root for _, root in rows]
    golds, founds = Counter(gold), Counter(found)
    hits = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    return sum(2 * hits[r] / (golds[r] + founds[r]) for r in golds) / len(golds)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for the gate")
    parser.add_argument("--model", type=Path, default=packaged_act_model())
    parser.add_argument("--stance", type=Path, default=packaged_stance_model())
    options = parser.parse_args()
    folder = DATA / "events"
    needed = (folder, options.model / "manifest.json", options.stance / "manifest.json")
    missing = [path for path in needed if not path.exists()]
    if missing:
        print(json.dumps({"skipped": f"no {missing[0]}"}))
        return
    learned = marked_cases(folder / "plv_train.jsonl")
    gold = gsr_cases(folder / "plover_gsr.jsonl")
    record = json.loads((options.model / "record.json").read_text(encoding="utf-8"))
    validated = record["cross_validation"]
    judge = ModelActJudge.at(options.model, options.stance)
    judged, said = by_judge(judge, gold), said_cases()
    metrics = {
        "sentences_rules_accuracy": accuracy(learned, by_rules(learned)),
        "sentences_judge_accuracy": mean([v["accuracy"] for v in validated]),
        "sentences_judge_macro_f1": mean([v["macro_f1"] for v in validated]),
        "gold_records_rules_accuracy": accuracy(gold, by_rules(gold)),
        "gold_records_rules_then_judge_accuracy": accuracy(
            gold, by_both(judged, by_rules(gold))
        ),
        "gold_records_judge_accuracy": accuracy(gold, judged),
        "gold_records_judge_macro_f1": macro_f1(gold, judged),
        "said_rules_accuracy": accuracy(said, by_rules(said)),
        "said_judge_accuracy": accuracy(said, by_judge(judge, said)),
    }
    for name, value in metrics.items():
        print(f"{name:40} {value:.3f}")
    print(
        f"(sentences: linear {LINEAR:.3f}, 355M zero-shot on another split {LARGE:.3f})"
    )
    if options.json:
        # Others keep the gold of what is said, and its floors.
        metrics = {n: v for n, v in metrics.items() if not n.startswith("said_")}
        digest = hashlib.sha256((folder / "plover_gsr.jsonl").read_bytes()).hexdigest()
        print(json.dumps({"corpus": digest[:16], "metrics": metrics}))


def mean(values: Sequence[float]) -> float:
    """Average values."""
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
