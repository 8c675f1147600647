"""Hold conflicts and packages against published cases and brute force.

Published cases come from ``$ACCORD_DATA/negotiation`` (default ``../shared/data``);
without them it is skipped and said. Run as
``python evals/solve_conflicts/measure.py [--json]``.
"""

import argparse
import hashlib
import json
import os
import random
from itertools import combinations
from pathlib import Path
from typing import Any

from accord.solve.conflicts import find_all_sets, find_smallest, plain_groups
from accord.solve.conflicts.families import family_groups
from accord.solve.conflicts.groups import Groups
from accord.solve.packages import read_bargain, solve_bargain

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("ACCORD_DATA", ROOT / "../shared/data")) / "negotiation"
RANDOM_CASES = 60
# Published figures are given to this many digits.
DIGITS = 8


def score_sets(cases: list[dict[str, Any]]) -> tuple[int, int]:
    """Count the published cases of which both kinds of sets are reproduced."""
    hit = total = 0
    for case in cases:
        groups = make_groups(case)
        if groups is None:
            continue
        found = find_all_sets(groups)
        total += 1
        wrong = not found.complete
        for kind, sets in (("mus", found.mus), ("mcs", found.mcs)):
            shifted = sorted([n + 1 for n in one] for one in sets)
            if kind in case:
                wrong |= shifted != sorted(sorted(one) for one in case[kind])
            if f"{kind}_count" in case:
                wrong |= len(sets) != case[f"{kind}_count"]
        if "mus_size" in case:
            wrong |= any(len(one) != case["mus_size"] for one in found.mus)
        hit += not wrong
    return hit, total


def make_groups(case: dict[str, Any]) -> Groups | None:
    """Make the demands of a published case, or of a family in closed form."""
    if "clauses" in case:
        return plain_groups(case["clauses"])
    # Of the pigeons the file gives no number.
    return family_groups({"holes": 3} if case["id"] == "pigeonhole" else case)


def score_bargains(cases: list[dict[str, Any]]) -> tuple[int, int]:
    """Count the published figures of bargains that are reproduced."""
    hit = total = 0
    for case in cases:
        if "issues" not in case and "goods" not in case:
            continue
        outcome = solve_bargain(read_bargain(case))
        wanted: dict[str, Any] = {
            rule.rule: case.get(rule.rule.replace("-", "_")) for rule in outcome.chosen
        }
        if "goods" in case:
            wanted = {
                "nash": case["nash"]["gains"],
                "kalai-smorodinsky": case["kalai_smorodinsky_discrete"],
                "egalitarian": case["egalitarian_discrete_maxmin"],
            }
        for rule in outcome.chosen:
            if wanted.get(rule.rule) is None:
                continue
            point = outcome.utilities[rule.points[0]]
            total += 1
            hit += [round(float(u), DIGITS) for u in point] == [
                round(number, DIGITS) for number in wanted[rule.rule]
            ]
        if "pareto_size" in case:
            total += 1
            hit += len(outcome.utilities) == case["pareto_size"]
    return hit, total


def score_duality() -> tuple[int, int]:
    """Count the random cases in which the two kinds are each other's hitting sets."""
    chooser = random.Random(11)  # noqa: S311 - no secret
    hit = 0
    for _ in range(RANDOM_CASES):
        clauses = [
            [v * chooser.choice((1, -1)) for v in chooser.sample(range(1, 5), 2)]
            for _ in range(11)
        ]
        groups = plain_groups(clauses)
        found = find_all_sets(groups)
        dual = find_minimal_hitting_sets(set(found.mus)) == set(found.mcs)
        smallest = find_smallest(groups).groups
        least = len(found.mus[0]) if found.mus else None
        hit += dual and (None if smallest is None else len(smallest)) == least
    return hit, RANDOM_CASES


def find_minimal_hitting_sets(sets: set[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """Find what touches every set, by trying everything."""
    members = sorted({member for one in sets for member in one})
    found: list[tuple[int, ...]] = []
    for size in range(1, len(members) + 1):
        found += [
            chosen
            for chosen in combinations(members, size)
            if all(set(chosen) & set(one) for one in sets)
            and not any(set(old) <= set(chosen) for old in found)
        ]
    return set(found)


def main() -> None:
    """Print the table, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = [DATA / "mus.json", DATA / "bargaining.json"]
    if not all(path.exists() for path in files):
        said = f"there is no {DATA}"
        print(json.dumps({"skipped": said}) if options.json else f"SKIPPED: {said}")
        return
    raw = [path.read_bytes() for path in files]
    sets, bargains = (json.loads(one)["cases"] for one in raw)
    metrics = {}
    for name, (hit, total) in {
        "sets": score_sets(sets),
        "bargains": score_bargains(bargains),
        "duality": score_duality(),
    }.items():
        print(f"  {name:10} {hit} of {total}")
        metrics[name] = hit / total if total else 0.0
    if options.json:
        corpus = hashlib.sha256(b"".join(raw)).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
