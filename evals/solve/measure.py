"""Measure power and stability against published cases.

The cases are ``negotiation/voting_power.json`` and ``negotiation/gmcr_conflicts.json`` in
``$ACCORD_DATA`` (default ``../shared/data`` beside the project). Every value of a case's
``exact`` object must come out as the same fraction, every equilibrium and every decision
maker's stable states as the same set. Run as ``python evals/solve/measure.py [--json]``.
"""

import argparse
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from accord.app.solving import power_as_json, stability_as_json
from accord.solve.power import read_game, solve_power
from accord.solve.stability import read_conflict, solve_stability
from accord.solve.stability.reach import Sanctions

ROOT = Path(__file__).parents[2]
FILES = "voting_power.json", "gmcr_conflicts.json"
VARIANTS: dict[str, Sanctions] = {
    "variant_each_opponent_moves_at_most_once": "each-once",
    "variant_single_opponent_single_move": "single-move",
}

#: What was compared, where, and whether it agrees.
Check = tuple[str, str, bool]


def check_power(game: Mapping[str, Any]) -> Iterator[Check]:
    """Compare one voting game."""
    model = read_game(game)
    found = power_as_json(model, solve_power(model))
    for key, expected in game["exact"].items():
        yield "power.exact", f"{game['id']} {key}", found[key] == expected
    if "minimal_blocking_sets" in game:
        same = found["minimal_blocking_sets"] == game["minimal_blocking_sets"]
        yield "power.exact", f"{game['id']} minimal_blocking_sets", same
    for key, expected in game.get("decimal", {}).items():
        near = is_near(found["decimal"][key], expected)
        yield "power.decimal", f"{game['id']} {key}", near


def is_near(found: Any, expected: Any) -> bool:
    """Compare decimals, of which the file keeps six places at least."""
    if not isinstance(expected, list):
        found, expected = [found], [expected]
    return len(found) == len(expected) and all(
        abs(one - other) < 1e-6 for one, other in zip(found, expected, strict=True)
    )


def check_stability(conflict: Mapping[str, Any]) -> Iterator[Check]:
    """Compare one conflict: as given, and with moves made from its options."""
    made = {key: value for key, value in conflict.items() if key != "moves"}
    for way, value in (("moves given", conflict), ("moves made", made)):
        model = read_conflict(value)
        found = stability_as_json(model, solve_stability(model))
        for key, expected in conflict["equilibria_formal"].items():
            name = f"{conflict['id']} {key} ({way})"
            yield "stability.equilibria", name, found[key] == expected
        for key, expected in conflict["stability_by_dm"].items():
            rows = [list(states) for states in found["stability_by_dm"][key]]
            name = f"{conflict['id']} {key} by decision maker ({way})"
            yield "stability.by_decision_maker", name, rows == expected
    model = read_conflict(conflict)
    for key, sanctions in VARIANTS.items():
        expected = conflict[key]
        if expected == "same":
            expected = conflict["equilibria_formal"]
        found = stability_as_json(model, solve_stability(model, sanctions=sanctions))
        for concept, states in expected.items():
            name = f"{conflict['id']} {concept} ({sanctions})"
            yield "stability.variants", name, found[concept] == states


def main() -> None:
    """Print the table, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    data = Path(os.environ.get("ACCORD_DATA", ROOT / ".." / "shared" / "data"))
    paths = [data / "negotiation" / name for name in FILES]
    missing = [path.name for path in paths if not path.exists()]
    if missing:
        reason = f"no {', '.join(missing)} in $ACCORD_DATA/negotiation"
        print(f"skipped: {reason}")
        if options.json:
            print(json.dumps({"skipped": reason}))
        return
    raw = [path.read_bytes() for path in paths]
    games, conflicts = json.loads(raw[0])["games"], json.loads(raw[1])["conflicts"]
    checks = [check for game in games for check in check_power(game)]
    checks += [check for conflict in conflicts for check in check_stability(conflict)]
    by_metric: dict[str, list[bool]] = defaultdict(list)
    for metric, _, agrees in checks:
        by_metric[metric].append(agrees)
    print(f"{len(games)} voting games, {len(conflicts)} conflicts")
    for metric, results in by_metric.items():
        print(f"  {metric:28} {sum(results)} of {len(results)}")
    for metric, name, agrees in checks:
        if not agrees:
            print(f"  differs: {metric}: {name}")
    if options.json:
        corpus = hashlib.sha256(b"".join(raw)).hexdigest()[:16]
        metrics = {name: sum(r) / len(r) for name, r in by_metric.items()}
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
