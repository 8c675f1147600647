"""Validate and train the judge of criticism; one command, nothing random.

    python -m training.criticism.train --data DATA --stance FOLDER --out OUT

``DATA`` holds ``stance/unscon_sentences.jsonl``; ``FOLDER`` the exported judge of
stance, whose encoder this one shares. Every meeting is judged by layers fitted on the
others, and what counts as a yes is set by them as well. Writes ``criticism.npz``,
``manifest.json`` and ``record.json`` (data fingerprint, options, scores).
"""

import argparse
import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from accord.adapters.models.files import ModelFiles
from accord.adapters.models.judges.criticism import anybody, whom
from accord.adapters.models.judges.reading import Reader
from training.criticism.corpus import (
    INVENTED,
    Sentence,
    invented_sentences,
    read_sentences,
)

MEETINGS = Path("stance/unscon_sentences.jsonl")
SAID = Path(__file__).parent / "invented.yaml"
Array = np.ndarray
# What a constant feature counts for: large, so that the bias is hardly held back.
_BIAS = 3.0
_FLATTEST = 1e-5
_SETTLED = 1e-5
_THRESHOLDS = np.linspace(0.02, 0.9, 89)


@dataclass(frozen=True, slots=True)
class Layer:
    """A logistic layer.

    Attributes:
        weights: One for each feature.
        bias: Added to the score.
    """

    weights: Array
    bias: float

    def __call__(self, x: Array) -> Array:
        """Give the share of each row."""
        return 1.0 / (1.0 + np.exp(-(x @ self.weights + self.bias)))


def fit(x: Array, y: Array, strength: float, rounds: int = 25) -> Layer:
    """Fit logistic regression by Newton's method; both classes weigh the same.

    Works on the rows' inner products, since there are more features than rows.

    Cost:
        Cubic in the number of rows, each round.
    """
    kernel = x @ x.T + _BIAS**2
    weight = np.where(y, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    duals, scores = np.zeros(len(y)), np.zeros(len(y))
    for _ in range(rounds):
        share = 1.0 / (1.0 + np.exp(-scores))
        slope = np.maximum(weight * share * (1 - share), _FLATTEST)
        wanted = scores + weight * (y - share) / slope
        duals = np.linalg.solve(kernel + np.diag(1 / (strength * slope)), wanted)
        before, scores = scores, kernel @ duals
        if np.abs(scores - before).max() < _SETTLED:
            break
    return Layer(x.T @ duals, float(_BIAS**2 * duals.sum()))


def macro_f1(gold: Array, found: Array) -> float:
    """Average the F1 of yes and no."""
    values = []
    for side in (True, False):
        g, f = gold == side, found == side
        values.append(2 * (g & f).sum() / max(1, g.sum() + f.sum()))
    return float(np.mean(values))


def threshold(gold: Array, shares: Array) -> float:
    """Find from which share on a yes is best."""
    scores = [macro_f1(gold, shares >= t) for t in _THRESHOLDS]
    return float(_THRESHOLDS[int(np.argmax(scores))])


@dataclass(frozen=True, slots=True)
class Rows:
    """All that is fitted on.

    Attributes:
        readings: How each sentence is read.
        criticises: Whether it finds fault with anybody.
        places: For each pair of a sentence and a state, the sentence.
        pairs: What tells whether that state is meant.
        meant: Whether it is.
        meetings: The meeting of each sentence.
    """

    readings: Array
    criticises: Array
    places: Array
    pairs: Array
    meant: Array
    meetings: Array


def read_rows(sentences: Sequence[Sentence], reader: Reader) -> Rows:
    """Read sentences with the encoder."""
    readings = [anybody(s.case(), reader) for s in sentences]
    asked = [(k, state) for k, s in enumerate(sentences) for state in s.asked()]
    return Rows(
        np.stack(readings).astype(float),
        np.array([s.criticises for s in sentences]),
        np.array([k for k, _ in asked]),
        np.stack([whom(sentences[k].case(s), readings[k]) for k, s in asked]).astype(
            float
        ),
        np.array([sentences[k].target == state for k, state in asked]),
        np.array([s.meeting for s in sentences]),
    )


@dataclass(frozen=True, slots=True)
class Model:
    """Both layers: anybody at all, and this one."""

    anybody: Layer
    whom: Layer

    @classmethod
    def fitted(cls, rows: Rows, known: Array, strength: float) -> "Model":
        """Fit on the sentences that are known."""
        pairs = known[rows.places]
        return cls(
            fit(rows.readings[known], rows.criticises[known], strength),
            fit(rows.pairs[pairs], rows.meant[pairs], strength),
        )

    def judge(self, rows: Rows) -> tuple[Array, Array]:
        """Give the shares of sentences and of pairs."""
        anybody = self.anybody(rows.readings)
        return anybody, anybody[rows.places] * self.whom(rows.pairs)


def held_out(rows: Rows, strength: float) -> tuple[Array, Array]:
    """Judge each meeting by what the others taught, and the invented sentences."""
    sentences, pairs = np.zeros(len(rows.meetings)), np.zeros(len(rows.places))
    for meeting in sorted(set(rows.meetings) - {INVENTED}):
        held = rows.meetings == meeting
        ours = held[rows.places]
        anybody, whom = Model.fitted(rows, ~held, strength).judge(rows)
        sentences[held], pairs[ours] = anybody[held], whom[ours]
    return sentences, pairs


def score(gold: Array, shares: Array, meetings: Array) -> dict[str, float]:
    """Score shares; what counts as a yes in a meeting is set by the others."""
    found = np.zeros(len(gold), dtype=bool)
    for meeting in sorted(set(meetings)):
        held = meetings == meeting
        found[held] = shares[held] >= threshold(gold[~held], shares[~held])
    each = [
        macro_f1(gold[meetings == m], found[meetings == m])
        for m in sorted(set(meetings))
    ]
    hits = (gold & found).sum()
    return {
        "macro_f1": round(macro_f1(gold, found), 4),
        "macro_f1_mean_of_meetings": round(float(np.mean(each)), 4),
        "precision": round(float(hits / max(1, found.sum())), 4),
        "recall": round(float(hits / gold.sum()), 4),
        "all_no_macro_f1": round(macro_f1(gold, np.zeros_like(gold)), 4),
        "cases": len(gold),
        "yes": int(gold.sum()),
    }


def validate(
    rows: Rows, strength: float
) -> tuple[dict[str, dict[str, float]], tuple[float, float]]:
    """Leave each meeting out in turn, then all of the last year.

    Returns:
        The scores, and from which share on a sentence and a pair are a yes.
    """
    sentences, pairs = held_out(rows, strength)
    held = rows.meetings != INVENTED
    ours = held[rows.places]
    late = np.array(["_2016_" in meeting for meeting in rows.meetings])
    early = held & ~late
    year = Model.fitted(rows, ~late, strength).judge(rows)[0]
    inside = threshold(rows.criticises[early], sentences[early])
    scores = {
        "anybody": score(rows.criticises[held], sentences[held], rows.meetings[held]),
        "whom": score(rows.meant[ours], pairs[ours], rows.meetings[rows.places][ours]),
        "anybody_2016_by_2014": {
            "macro_f1": round(macro_f1(rows.criticises[late], year[late] >= inside), 4),
            "cases": int(late.sum()),
        },
    }
    return scores, (
        threshold(rows.criticises[held], sentences[held]),
        threshold(rows.meant[ours], pairs[ours]),
    )


def gather(data: Path) -> list[Sentence]:
    """Read the speeches, and the invented sentences beside this file."""
    return read_sentences(data / MEETINGS) + invented_sentences(SAID)


def train(options: argparse.Namespace) -> None:
    """Validate, fit on everything, write."""
    started = time.process_time()
    reader = Reader(ModelFiles.find(options.stance, kind="stance", hint=""))
    rows = read_rows(gather(options.data), reader)
    scores, shifts = validate(rows, options.strength)
    for name, values in scores.items():
        print(name, values, flush=True)
    model = Model.fitted(
        rows, np.ones(len(rows.meetings), dtype=bool), options.strength
    )
    record = {
        "data": {
            "sentences": len(rows.meetings),
            "pairs": len(rows.places),
            "sha256": hashlib.sha256(
                (options.data / MEETINGS).read_bytes() + SAID.read_bytes()
            ).hexdigest(),
        },
        "options": {"strength": options.strength},
        "left_out_meetings": scores,
        "processor_seconds": round(time.process_time() - started),
    }
    write(options.out, model, shifts, record, options.version)


def write(
    out: Path, model: Model, shifts: tuple[float, float], record: dict, version: str
) -> None:
    """Write layers as halves, record and manifest."""
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        out / "criticism.npz",
        anybody=model.anybody.weights.astype(np.float16),
        anybody_bias=np.float32(model.anybody.bias),
        anybody_shift=np.float32(shifts[0]),
        whom=model.whom.weights.astype(np.float16),
        whom_bias=np.float32(model.whom.bias),
        whom_shift=np.float32(shifts[1]),
    )
    (out / "record.json").write_text(json.dumps(record, indent=2) + "\n")
    hashes = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in ("criticism.npz", "record.json")
    }
    manifest = {"version": version, "sha256": hashes}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="v1")
    parser.add_argument("--strength", type=float, default=1.0)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
