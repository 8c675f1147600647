"""Cross-validate and train the judge of acts; one command, fixed seeds.

    python -m training.acts.train --data DATA --stance FOLDER --out OUT

``DATA`` holds ``events/plv_train.jsonl`` and ``events/plover_gsr.jsonl``; ``FOLDER`` the
exported judge of stance, whose encoder this one shares. Writes ``acts.npz``,
``manifest.json`` and ``record.json`` (data fingerprint, options, scores).
"""

import argparse
import hashlib
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch

from accord.adapters.models.files import ModelFiles
from accord.adapters.models.judges.acts import vector
from accord.adapters.models.judges.reading import Reader
from accord.adapters.models.judges.words import PLACES
from accord.ports import ActCase
from training.acts.corpus import gsr_cases, marked_cases

FOLDS = 5


def folds(rows: Sequence[tuple[ActCase, str]], seed: int) -> list[int]:
    """Deal sentences into folds, root by root; one sentence never stands in two."""
    rnd = random.Random(seed)
    by_text: dict[str, list[int]] = defaultdict(list)
    for place, (case, _) in enumerate(rows):
        by_text[case.text].append(place)
    by_root: dict[str, list[list[int]]] = defaultdict(list)
    for places in by_text.values():
        by_root[rows[places[0]][1]].append(places)
    fold, turn = [0] * len(rows), 0
    for root in sorted(by_root):
        rnd.shuffle(by_root[root])
        for places in by_root[root]:
            for place in places:
                fold[place] = turn % FOLDS
            turn += 1
    return fold


def fit(
    x: torch.Tensor, y: torch.Tensor, classes: int, strength: float
) -> torch.Tensor:
    """Fit multinomial logistic regression; give weights, (features + 1, classes)."""
    x = torch.cat((x, torch.ones(len(x), 1)), dim=1)
    weights = torch.zeros(x.shape[1], classes, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=80, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(x @ weights, y)
        loss = loss + (weights[:-1] ** 2).sum() / (2 * strength * len(y))
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach()


def cross_validate(
    x: torch.Tensor, y: torch.Tensor, fold: Sequence[int], fitted: Callable
) -> torch.Tensor:
    """Give each row the class that a model trained without its fold sees."""
    found = torch.zeros_like(y)
    for number in range(FOLDS):
        held = torch.tensor([f == number for f in fold])
        weights = fitted(x[~held], y[~held])
        found[held] = predict(x[held], weights)
    return found


def predict(x: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Give the likeliest class of each row."""
    return (x @ weights[:-1] + weights[-1]).argmax(1)


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Average the F1 of the roots in the gold."""
    hits, golds = Counter(), Counter(gold)
    founds = Counter(found)
    for g, f in zip(gold, found, strict=True):
        hits[g] += g == f
    return sum(2 * hits[r] / (golds[r] + founds[r]) for r in golds) / len(golds)


def train(options: argparse.Namespace) -> None:
    """Cross-validate, test, fit on everything, write."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    started = time.process_time()
    rows = marked_cases(options.data / "events/plv_train.jsonl")
    roots = sorted({root for _, root in rows})
    reader = Reader(ModelFiles.find(options.stance, kind="stance", hint=""))
    x = torch.tensor(np.stack([vector(case, reader) for case, _ in rows]))
    y = torch.tensor([roots.index(root) for _, root in rows])

    def fitted(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        """Fit words and readings apart and average: better than fitting them at once."""
        words = fit(x[:, :PLACES], y, len(roots), options.word_strength)
        reading = fit(x[:, PLACES:], y, len(roots), options.reading_strength)
        layers = (words[:-1], reading[:-1], words[-1:] + reading[-1:])
        return torch.cat(layers) / 2

    scores = []
    for seed in range(options.seeds):
        found = cross_validate(x, y, folds(rows, seed), fitted)
        names = [roots[k] for k in found.tolist()]
        scores.append(
            {
                "accuracy": round(float((found == y).float().mean()), 4),
                "macro_f1": round(macro_f1([r for _, r in rows], names), 4),
            }
        )
        print("folds", seed, scores[-1], flush=True)
    weights = fitted(x, y)
    test = gsr_cases(options.data / "events/plover_gsr.jsonl")
    seen = predict(
        torch.tensor(np.stack([vector(case, reader) for case, _ in test])), weights
    )
    gold = [root for _, root in test]
    right = [roots[k] == root for k, root in zip(seen.tolist(), gold, strict=True)]
    outside = {
        "cases": len(test),
        "accuracy": round(sum(right) / len(right), 4),
        "macro_f1": round(macro_f1(gold, [roots[k] for k in seen.tolist()]), 4),
    }
    print("gold records", outside)
    record = {
        "data": {
            "rows": len(rows),
            "sha256": hashlib.sha256(
                "\n".join(sorted(f"{c.text}\t{r}" for c, r in rows)).encode()
            ).hexdigest(),
        },
        "options": {
            k: v for k, v in vars(options).items() if k not in ("data", "stance", "out")
        },
        "cross_validation": scores,
        "gold_records": outside,
        "processor_seconds": round(time.process_time() - started),
        "torch": torch.__version__,
    }
    write(options.out, weights.numpy(), roots, record, options.version)


def write(
    out: Path, weights: np.ndarray, roots: list[str], record: dict, version: str
) -> None:
    """Write weights as int8 with a scale per root, record and manifest."""
    out.mkdir(parents=True, exist_ok=True)
    scale = np.abs(weights[:-1]).max(axis=0) / 127
    np.savez_compressed(
        out / "acts.npz",
        weights=np.round(weights[:-1] / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=weights[-1].astype(np.float32),
    )
    (out / "record.json").write_text(json.dumps(record, indent=2) + "\n")
    hashes = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in ("acts.npz", "record.json")
    }
    manifest = {"version": version, "roots": roots, "sha256": hashes}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="v1")
    parser.add_argument("--word-strength", type=float, default=10.0)
    parser.add_argument("--reading-strength", type=float, default=3.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=3, help="ways to cut the folds")
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
