"""Hold windowed networks against planted coalitions, as extraction gets worse.

Run as ``python evals/coalitions/measure.py [--json]``. A window of 20 days moves over
disputes of 120 days in which some actors change sides halfway. In each window that lies
on one side of the change, camps (of two) or communities (of three coalitions) are compared
with the truth by the adjusted Rand index: 1 if they are the same, 0 on average by chance.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean

import numpy as np

from accord.map.network import build_slices
from accord.map.structure import find_communities, polarization_over_time
from accord.map.structure.partition import adjusted_rand
from accord.model.discourse import Recipe
from accord.model.structure import Member
from planted import Plan, Planted, plant

NOISES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.6)
SEEDS = range(3)
DAYS = 20
# Windows that lie a few days apart tell nearly the same.
EVERY = 10
PLANS = {
    "two camps": Plan(),
    "three coalitions": Plan(coalitions=3, actors=15, contested=9, per_day=30),
}
RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")


def windows(planted: Planted, plan: Plan) -> Iterator[float]:
    """Compare what each window shows with the truth of its half."""
    for middle, members in found(planted, plan):
        if abs(middle - planted.turn) <= timedelta(days=DAYS // 2):
            continue
        truth = planted.after if middle > planted.turn else planted.before
        yield adjusted_rand(
            np.array([member.group for member in members]),
            np.array([truth[member.name] for member in members]),
        )


def found(
    planted: Planted, plan: Plan
) -> Iterator[tuple[datetime, tuple[Member, ...]]]:
    """Find who stands together, window by window."""
    if plan.coalitions == 2:
        points = polarization_over_time(planted.events, RECIPE, unit="days", size=DAYS)
        for number, point in enumerate(points):
            if number % EVERY == 0:
                yield point.middle, point.polarization.camps
        return
    slices = build_slices(planted.events, RECIPE, unit="days", size=DAYS)
    for number, piece in enumerate(slices):
        if number % EVERY == 0:
            yield piece.middle, find_communities(piece.network).members


def measure() -> dict[str, float]:
    """Measure both kinds of dispute under every noise and print the curve."""
    metrics = {}
    print("adjusted Rand index, mean (least) over windows and seeds")
    print("noise              " + "".join(f"{noise:>14.1f}" for noise in NOISES))
    for name, plan in PLANS.items():
        cells = []
        for noise in NOISES:
            values = [
                value
                for seed in SEEDS
                for value in windows(plant(plan, noise=noise, seed=seed), plan)
            ]
            cells.append(f"{fmean(values):7.3f} ({min(values):4.2f})")
            metrics[f"{name}, noise {noise}"] = fmean(values)
            if noise == 0:
                metrics[f"{name}, least without noise"] = min(values)
        print(f"{name:19}" + "".join(f"{cell:>14}" for cell in cells))
    return metrics


def main() -> None:
    """Print the table, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    metrics = measure()
    if parser.parse_args().json:
        source = Path(__file__).with_name("planted.py").read_bytes()
        plans = repr((PLANS, NOISES, SEEDS, DAYS, EVERY)).encode()
        corpus = hashlib.sha256(source + plans).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
