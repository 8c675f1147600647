"""Measure the judge of criticism: whether a speaker finds fault, and with whom.

``stance/unscon_sentences.jsonl`` has sentences of six meetings of the Security Council.
The judge learned from all of them, so each meeting is judged anew by layers fitted on the
other five: the figures are those of a meeting never seen. ``said.yaml`` has invented
sentences about other matters, which nothing was fitted on or chosen by.

Run as ``python evals/criticism/measure.py [--json]``. The data are found through
``ACCORD_DATA``.
"""

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from training.criticism.corpus import invented_sentences  # noqa: E402
from training.criticism.train import (  # noqa: E402
    MEETINGS,
    gather,
    macro_f1,
    read_rows,
    validate,
)

from accord.adapters.models.files import ModelFiles  # noqa: E402
from accord.adapters.models.judges import (  # noqa: E402
    ModelCriticismJudge,
    packaged_criticism_model,
    packaged_stance_model,
)
from accord.adapters.models.judges.reading import Reader  # noqa: E402

DATA = Path(os.environ.get("ACCORD_DATA", ROOT.parent / "shared" / "data"))
LINEAR = 0.59  # words alone, unseen meetings
HALF = 0.5
SAID = Path(__file__).parent / "said.yaml"


def of_invented(judge: ModelCriticismJudge) -> dict[str, float]:
    """Score the packaged judge on the invented sentences."""
    asked = [(s, name) for s in invented_sentences(SAID) for name in s.asked()]
    gold = np.array([sentence.target == name for sentence, name in asked])
    shares = np.array(judge.judge([sentence.case(name) for sentence, name in asked]))
    found = shares >= HALF
    better = shares[gold][:, None] > shares[~gold][None, :]
    return {
        "invented_whom_macro_f1": macro_f1(gold, found),
        "invented_whom_precision": float((gold & found).sum() / max(1, found.sum())),
        "invented_whom_recall": float((gold & found).sum() / gold.sum()),
        "invented_whom_auc": float(better.mean()),
    }


def of_meetings(stance: Path, strength: float) -> dict[str, float]:
    """Score layers fitted on the other meetings."""
    reader = Reader(ModelFiles.find(stance, kind="stance", hint=""))
    scores, _ = validate(read_rows(gather(DATA), reader), strength)
    kept = ("macro_f1", "macro_f1_mean_of_meetings", "precision", "recall")
    return {
        f"{name}_{metric}": scores[name][metric]
        for name in ("anybody", "whom", "anybody_2016_by_2014")
        for metric in kept
        if metric in scores[name]
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for the gate")
    parser.add_argument("--model", type=Path, default=packaged_criticism_model())
    parser.add_argument("--stance", type=Path, default=packaged_stance_model())
    options = parser.parse_args()
    gold = DATA / MEETINGS
    if not gold.exists():
        print(json.dumps({"skipped": f"no {gold}"}))
        return
    record = json.loads((options.model / "record.json").read_text(encoding="utf-8"))
    judge = ModelCriticismJudge.at(options.model, options.stance)
    metrics = of_meetings(options.stance, record["options"]["strength"])
    metrics |= of_invented(judge)
    for name, value in metrics.items():
        print(f"{name:36} {value:.3f}")
    print(f"{'(linear, words alone: anybody)':36} {LINEAR:.3f}")
    if options.json:
        digest = hashlib.sha256(gold.read_bytes())
        digest.update(SAID.read_bytes())
        print(json.dumps({"corpus": digest.hexdigest()[:16], "metrics": metrics}))


if __name__ == "__main__":
    main()
