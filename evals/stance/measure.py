"""Measure the trained judge of stance on motions that it never saw.

``nli/ibm_argq30k`` dev has seven motions that share no topic word with any motion of the
training; ``nli/ibm_claim_stance`` dev has indirect claims from Wikipedia;
``nli/ep_coal_stance`` speeches of one debate (English ones), with a third class. Beside
the plain accuracy stand two checks of what is read at all: with the motion turned around
("should not"), and with the motion hidden. Rows of invented news on issues that were kept
aside from the training are judged by the network itself, with the speaker named; the layer
for positions is measured in ``evals/positions``.

Run as ``python evals/stance/measure.py [--json]``. The data are found through
``ACCORD_DATA``.
"""

import argparse
import hashlib
import json
import os
import random
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from accord.adapters.models.judges import (
    ModelStanceJudge,
    packaged_stance_model,
)
from accord.adapters.models.judges.stance import mark
from accord.ports import Sides, StanceCase

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
from training.stance.corpus import LABELS  # noqa: E402
from training.stance.news import NEWS, part, read_news  # noqa: E402

DATA = Path(os.environ.get("ACCORD_DATA", ROOT.parent / "shared" / "data"))
TEXT_ALONE = 0.64  # linear, without the motion
SIDES = {"favor": "support", "against": "oppose", "neutral": "neither"}
HIDDEN = "This should be done."
_SHOULD = re.compile(r"\bshould\b(?! not\b)")


@dataclass(frozen=True, slots=True)
class Row:
    """A text, a motion, and the side: support, oppose or neither."""

    text: str
    motion: str
    side: str


def read(name: str, *, language: str | None = None) -> list[Row]:
    """Read a set's dev file."""
    path = DATA / "nli" / name / "dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Row(end(r["text"]), end(r["target"]), SIDES[r["stance"]])
        for r in rows
        if language is None or r["lang"] == language
    ]


def end(text: str) -> str:
    """End like a sentence."""
    text = " ".join(text.split())
    return text if text[-1] in ".!?\"”'" else text + "."


def turned(rows: Iterable[Row]) -> list[Row]:
    """Turn around the motions that say "should", and the sides."""
    other = {"support": "oppose", "oppose": "support"}
    return [
        Row(r.text, _SHOULD.sub("should not", r.motion, count=1), other[r.side])
        for r in rows
        if _SHOULD.search(r.motion)
    ]


def judge(judge: ModelStanceJudge, rows: Sequence[Row]) -> list[Sides]:
    """Judge rows."""
    return list(judge.judge([StanceCase(r.text, r.motion) for r in rows]))


def two_way(rows: Sequence[Row], answers: Sequence[Sides]) -> float:
    """Give the share right where only support and oppose are open."""
    right = [
        ("support" if a.support >= a.oppose else "oppose") == r.side
        for r, a in zip(rows, answers, strict=True)
        if r.side != "neither"
    ]
    return sum(right) / len(right)


def macro_f1(rows: Sequence[Row], answers: Sequence[Sides]) -> float:
    """Average the F1 of the three sides."""
    gold = [r.side for r in rows]
    found = [
        max(("support", "oppose", "neither"), key=a.__getattribute__) for a in answers
    ]
    return mean_f1(gold, found)


def mean_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Average the F1 of the answers that are right somewhere."""
    values = []
    for side in sorted(set(gold)):
        hits = sum(g == f == side for g, f in zip(gold, found, strict=True))
        values.append(2 * hits / (gold.count(side) + found.count(side)))
    return sum(values) / len(values)


def news(folder: Path) -> dict[str, float]:
    """Judge the invented news that the record of a model says were kept aside."""
    model = ModelStanceJudge.at(folder)
    taught = json.loads((folder / "record.json").read_text(encoding="utf-8"))["options"]
    rows = [
        (
            StanceCase(mark(row.text, row.speaker), issue.question),
            LABELS[row.label],
        )
        for issue in part(read_news(), taught["fold"], taught["folds"])
        for row in issue.rows
    ]
    gold = [label for _, label in rows]
    answers = model.judge([case for case, _ in rows])
    found = [max(LABELS, key=a.__getattribute__) for a in answers]
    sided = [
        (g, "support" if a.support >= a.oppose else "oppose")
        for g, a in zip(gold, answers, strict=True)
        if g in {"support", "oppose"}
    ]
    return {
        "news_accuracy": sum(map(str.__eq__, gold, found)) / len(gold),
        "news_macro_f1": mean_f1(gold, found),
        "news_side_accuracy": sum(g == f for g, f in sided) / len(sided),
    }


def sample(rows: list[Row], size: int) -> list[Row]:
    """Draw rows, always the same; all if the set is no larger."""
    return random.Random(0).sample(rows, min(size, len(rows)))  # noqa: S311


def measure(model: ModelStanceJudge, size: int) -> dict[str, float]:
    """Give the figures on at most so many rows of each set."""
    arguments = sample(read("ibm_argq30k"), size)
    claims = sample(read("ibm_claim_stance"), size)
    coal = sample(read("ep_coal_stance", language="EN"), size)
    opposite = turned(arguments)
    hidden = [Row(r.text, HIDDEN, r.side) for r in arguments]
    return {
        "arguments_accuracy": two_way(arguments, judge(model, arguments)),
        "arguments_motion_turned_accuracy": two_way(opposite, judge(model, opposite)),
        "arguments_motion_hidden_accuracy": two_way(hidden, judge(model, hidden)),
        "claims_accuracy": two_way(claims, judge(model, claims)),
        "coal_macro_f1": macro_f1(coal, judge(model, coal)),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for the gate")
    parser.add_argument("--rows", type=int, default=500, help="of each set, at most")
    parser.add_argument("--model", type=Path, default=packaged_stance_model())
    options = parser.parse_args()
    missing = [
        p for p in (DATA / "nli", options.model / "manifest.json") if not p.exists()
    ]
    if missing:
        print(json.dumps({"skipped": f"no {missing[0].name}"}))
        return
    model = ModelStanceJudge.at(options.model)
    metrics = {**measure(model, options.rows), **news(options.model)}
    for name, value in metrics.items():
        print(f"{name:40} {value:.3f}")
    print(f"{'(linear, text alone: arguments)':40} {TEXT_ALONE:.3f}")
    if options.json:
        name = "nli/ibm_argq30k/dev.jsonl"
        digest = hashlib.sha256((DATA / name).read_bytes())
        for path in sorted(NEWS.glob("*.tsv")):
            digest.update(path.read_bytes())
        corpus = digest.hexdigest()[:16]
        # What is left when the motion is hidden is a warning, nothing to keep up.
        metrics.pop("arguments_motion_hidden_accuracy")
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
