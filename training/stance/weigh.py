"""Fit how likely a side is right, by rules and judge; one command, nothing random.

    python -m training.stance.weigh --stance FOLDER --to src/accord/position/data/judged.json

``FOLDER`` holds the judge with its layer for positions. ``first_seen.jsonl`` tells what the
rules of the day read in disputes that they had never met, and what the coders say. Each
dispute is judged by a layer fitted without it, so neither rules nor judge have met what
the numbers are fitted on. Writes the numbers, with a record of how they came to be.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from accord.adapters.models.judges import ModelStanceJudge
from accord.ports import Sides, StanceCase
from accord.position.judged.weighing import FEATURES, Taken, features
from training.stance.positions import Array, Example, examples, fit, read

FIRST_SEEN = Path(__file__).parent / "first_seen.jsonl"
#: Parts of the disputes, each judged by a layer fitted on the others.
_PARTS = 8
_STRENGTH = 3.0
_SETTLED = 1e-8
_THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


def judge_apart(
    rows: Sequence[dict[str, Any]], known: Sequence[Example], judge: ModelStanceJudge
) -> list[Sides]:
    """Judge each dispute by a layer that was fitted without it."""
    asked = read([StanceCase(*row["case"]) for row in rows], judge)
    learnt = read([example.case for example in known], judge)
    answers = np.array([example.answer for example in known])
    ours = np.array([_part(row["dispute"]) for row in rows])
    theirs = np.array([_part(example.dispute) for example in known])
    said: dict[int, Sides] = {}
    for part in range(_PARTS):
        layer = fit(learnt[theirs != part], answers[theirs != part])
        places = np.flatnonzero(ours == part)
        said |= dict(zip(places.tolist(), layer(asked[places]), strict=True))
    return [said[place] for place in range(len(rows))]


def _part(dispute: str) -> int:
    """Say into which part a dispute falls; it hangs on its name alone."""
    return int(hashlib.sha256(dispute.encode()).hexdigest()[:8], 16) % _PARTS


def design(rows: Sequence[dict[str, Any]], said: Sequence[Sides]) -> Array:
    """Give what speaks for each side, (rows, features)."""
    table = np.zeros((len(rows), len(FEATURES)))
    # What the first lots were read with did not tell this; so it says nothing there.
    usual = float(np.mean([row["loose"] for row in rows if "loose" in row]))
    together = defaultdict(list)
    for row in rows:
        together[_whose(row)].append(row)
    for place, (row, sides) in enumerate(zip(rows, said, strict=True)):
        beside = (r["stance"] for r in together[_whose(row)] if r is not row)
        taken = Taken(
            row["stance"],
            row["rule"],
            row["strength"],
            tuple(beside),
            loose=row.get("loose", usual),
            several=row["issues"] > 1,
        )
        told = features(taken, sides)
        table[place] = [told.get(name, 0.0) for name in FEATURES]
    return table


def _whose(row: dict[str, Any]) -> tuple[str, ...]:
    """Tell whose side on what a row is, in its document."""
    return row["dispute"], row["text"], row["issue"], row["holder"].lower()


def weigh(table: Array, right: Array, rounds: int = 50) -> Array:
    """Fit logistic regression by Newton's method; the constant costs nothing."""
    costs = np.where(np.array(FEATURES) == "any", 1e-6, _STRENGTH)
    numbers = np.zeros(table.shape[1])
    for _ in range(rounds):
        share = likely(table, numbers)
        uphill = table.T @ (right - share) - costs * numbers
        bend = (table.T * (share * (1 - share))) @ table + np.diag(costs)
        step = np.linalg.solve(bend, uphill)
        numbers = numbers + step
        if np.abs(step).max() < _SETTLED:
            break
    return numbers


def likely(table: Array, numbers: Array) -> Array:
    """Give how likely each side is right."""
    return np.asarray(1.0 / (1.0 + np.exp(-(table @ numbers))))


def describe(shares: Array, right: Array) -> list[dict[str, float]]:
    """Tell precision, and the part of what is right that is kept, by threshold."""
    told = []
    for threshold in _THRESHOLDS:
        kept = shares >= threshold
        told.append(
            {
                "threshold": threshold,
                "precision": round(float(right[kept].mean()), 3) if kept.any() else 0.0,
                "kept": round(float(right[kept].sum() / right.sum()), 3),
            }
        )
    return told


def main() -> None:
    """Fit, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    rows = [json.loads(line) for line in FIRST_SEEN.read_text().splitlines()]
    judge = ModelStanceJudge.at(options.stance)
    table = design(rows, judge_apart(rows, list(examples()), judge))
    right = np.array([row["stance"] == row["right"] for row in rows], dtype=float)
    lots = np.array([row["dispute"].partition("_")[0] for row in rows])
    shares = np.zeros(len(rows))
    for lot in sorted(set(lots)):
        shares[lots == lot] = likely(
            table[lots == lot], weigh(table[lots != lot], right[lots != lot])
        )
    record = {
        "sides": len(rows),
        "right": round(float(right.mean()), 3),
        "each_lot_by_numbers_fitted_on_the_others": describe(shares, right),
    }
    print(json.dumps(record, indent=1))
    numbers = weigh(table, right)
    weights = {n: round(float(v), 4) for n, v in zip(FEATURES, numbers, strict=True)}
    print(json.dumps(weights, indent=1))
    options.to.write_text(
        json.dumps({"weights": weights, "record": record}, indent=1) + "\n"
    )


if __name__ == "__main__":
    main()
