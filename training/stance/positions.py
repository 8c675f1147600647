"""Teach the judge of stance the positions of news: a layer over its encoder; one command.

    python -m training.stance.positions --stance FOLDER

``FOLDER`` holds the exported judge. The layer reads what two of the encoder's layers make
of text and motion (``ModelStanceJudge.read``), and is fitted on what ``accord.position`` finds in the
disputes of ``evals/positions`` that may be looked at: every side that the rules read, and
reports in which they read none, each with what the coders say. Writes ``positions.npz``
beside the network, and names it in the manifest. Nothing is random.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from accord.adapters.models.judges import ModelStanceJudge
from accord.ports import Sides, StanceCase
from accord.position import PositionStage
from accord.position.judged import Candidate
from training.stance.export import PARTS

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "evals" / "positions"))
import disputes as coded  # noqa: E402

Array = np.ndarray
#: In the order of the network's answers.
ANSWERS = ("support", "oppose", "neither", "conditional")
FILE = "positions.npz"
#: How much large weights cost, on features of variance one.
STRENGTH = 2500.0
_SPLITS = ("dev", "lots")
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Example:
    """A case whose right answer is known.

    Attributes:
        dispute: The dispute that it belongs to.
        case: What the judge is asked.
        answer: Place of the right answer in ``ANSWERS``.
    """

    dispute: str
    case: StanceCase
    answer: int


@dataclass(frozen=True, slots=True)
class Layer:
    """A multinomial logistic layer.

    Attributes:
        weights: (features, answers).
        bias: One for each answer.
    """

    weights: Array
    bias: Array

    def __call__(self, readings: Array) -> list[Sides]:
        """Judge rows of features."""
        scores = readings @ self.weights + self.bias
        odds = np.exp(scores - scores.max(1, keepdims=True))
        return [Sides(*map(float, row)) for row in odds / odds.sum(1, keepdims=True)]


def examples() -> Iterator[Example]:
    """Read the disputes; who is not coded on an issue takes no side on it."""
    codes = coded.load_codes("first.yaml")
    for dispute in (d for split in _SPLITS for d in coded.load_disputes(split)):
        stage = PositionStage(dispute.codebook)
        for name, text in dispute.texts.items():
            dossier = coded.read(text, name, dispute.authors.get(name))
            for candidate in stage.candidates(dossier):
                issue = dispute.codebook.issues[candidate.issue].id
                right = next(
                    (
                        code.stance
                        for code in codes[name]
                        if code.issue == issue and is_of(code.actors, candidate)
                    ),
                    "neither",
                )
                right = "neither" if right == "unclear" else right
                yield Example(dispute.name, candidate.case, ANSWERS.index(right))


def is_of(actors: Sequence[str], candidate: Candidate) -> bool:
    """Tell whether a candidate is one of some actors, by name."""
    who = candidate.statement or candidate.holder
    if who is None:
        return False
    names = [who.name.lower()]
    if who.speaks_for is not None:
        names.append(who.speaks_for.name.lower())
    return any(a.lower() in n or n in a.lower() for a in actors for n in names)


def read(cases: Sequence[StanceCase], judge: ModelStanceJudge) -> Array:
    """Read cases with the encoder, (cases, features)."""
    return np.stack([judge.read(case) for case in cases]).astype(np.float64)


def fit(readings: Array, answers: Array, strength: float = STRENGTH) -> Layer:
    """Fit the layer on features of mean zero and variance one; fold both into it."""
    mean, spread = readings.mean(0), readings.std(0) + 1e-6
    x = torch.tensor((readings - mean) / spread)
    y = torch.tensor(answers)
    weights = torch.zeros(x.shape[1], len(ANSWERS), dtype=x.dtype, requires_grad=True)
    bias = torch.zeros(len(ANSWERS), dtype=x.dtype, requires_grad=True)
    steps = torch.optim.LBFGS(
        [weights, bias], max_iter=_ROUNDS, line_search_fn="strong_wolfe"
    )

    def loss() -> torch.Tensor:
        steps.zero_grad()
        value = nn.functional.cross_entropy(x @ weights + bias, y, reduction="sum")
        value = value + strength / 2 * weights.square().sum()
        value.backward()
        return value

    steps.step(loss)
    found = weights.detach().numpy() / spread[:, None]
    return Layer(found, bias.detach().numpy() - mean @ found)


def save(folder: Path, layer: Layer, record: dict[str, object], version: str) -> None:
    """Write the layer beside the network, and name it in the manifest."""
    np.savez_compressed(
        folder / FILE,
        weights=layer.weights.astype(np.float16),
        bias=layer.bias.astype(np.float32),
    )
    told = json.loads((folder / "record.json").read_text()) | {"positions": record}
    (folder / "record.json").write_text(json.dumps(told, indent=2) + "\n")
    names = (*PARTS, "tokenizer.json", "record.json", FILE)
    hashes = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in names}
    manifest = {"version": version, "sha256": hashes}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--version", default="v3")
    options = parser.parse_args()
    known = list(examples())
    judge = ModelStanceJudge.at(options.stance)
    answers = np.array([example.answer for example in known])
    readings = read([example.case for example in known], judge)
    counts = {a: int((answers == k).sum()) for k, a in enumerate(ANSWERS)}
    record: dict[str, object] = {
        "disputes": len({example.dispute for example in known}),
        "cases": counts,
        "strength": STRENGTH,
    }
    print(json.dumps(record))
    save(options.stance, fit(readings, answers), record, options.version)


if __name__ == "__main__":
    main()
