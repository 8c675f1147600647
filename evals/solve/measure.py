"""Measure power, stability and forecasts against published cases.

The cases are ``negotiation/voting_power.json``, ``gmcr_conflicts.json`` and
``bdm_scholz.json`` in ``$ACCORD_DATA`` (default ``../shared/data`` beside the project).
Every value of a game's ``exact`` object must come out as the same fraction, every
equilibrium and every decision maker's stable states as the same set, also by way of a
``.gmcr`` file, and every round of the published trace as the same positions. Run as
``python evals/solve/measure.py [--json]``.
"""

import argparse
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from accord.adapters.exchange import read_gmcr, write_gmcr
from accord.app.solving import power_as_json, stability_as_json
from accord.errors import InputError
from accord.solve.forecast import read_contests
from accord.solve.forecast.challenge import VARIANTS, play
from accord.solve.power import read_game, solve_power
from accord.solve.stability import read_conflict, solve_stability
from accord.solve.stability.reach import Sanctions

ROOT = Path(__file__).parents[2]
FILES = "voting_power.json", "gmcr_conflicts.json", "bdm_scholz.json"
SANCTIONS: dict[str, Sanctions] = {
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
    for key, sanctions in SANCTIONS.items():
        expected = conflict[key]
        if expected == "same":
            expected = conflict["equilibria_formal"]
        found = stability_as_json(model, solve_stability(model, sanctions=sanctions))
        for concept, states in expected.items():
            name = f"{conflict['id']} {concept} ({sanctions})"
            yield "stability.variants", name, found[concept] == states


def check_exchange(conflict: Mapping[str, Any]) -> Iterator[Check]:
    """Compare what comes back from a ``.gmcr`` file, where the format can hold it."""
    model = read_conflict({key: v for key, v in conflict.items() if key != "moves"})
    try:
        again = read_gmcr(write_gmcr(model))
    except InputError:
        return  # some states stand for several
    words = {state.values: state.id for state in again.states}
    renamed = {state.id: words[state.values] for state in model.states}
    found = solve_stability(again).necessary.equilibria
    for concept, states in conflict["equilibria_formal"].items():
        same = sorted(renamed[state] for state in states) == list(found[concept])
        yield "stability.gmcr", f"{conflict['id']} {concept} (.gmcr)", same


def check_forecast(case: Mapping[str, Any]) -> Iterator[Check]:
    """Compare the trace of the expected-utility model, round by round."""
    (contest,) = read_contests(case)
    expected = case["expected"]
    rounds = expected.get("rounds", [])
    played = play(contest, VARIANTS[0], rounds=max(len(rounds) - 1, 6))
    mean = is_near(played[0].mean, expected["initial_weighted_mean"])
    yield "forecast.trace", f"{case['id']} first mean", mean
    for number, told in enumerate(rounds):
        stand = played[number]
        same = (
            is_near(list(stand.positions), told["positions"])
            and is_near(stand.median, told["condorcet_median"])
            and is_near(stand.mean, told["weighted_mean"])
        )
        yield "forecast.trace", f"{case['id']} round {number}", same
    if not rounds:  # in the other case nobody ever moves
        still = played[-1].positions == played[0].positions
        yield "forecast.trace", f"{case['id']} nobody moves", still


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
    checks += [check for conflict in conflicts for check in check_exchange(conflict)]
    contests = json.loads(raw[2])["cases"]
    checks += [check for case in contests for check in check_forecast(case)]
    by_metric: dict[str, list[bool]] = defaultdict(list)
    for metric, _, agrees in checks:
        by_metric[metric].append(agrees)
    print(
        f"{len(games)} voting games, {len(conflicts)} conflicts, {len(contests)} contests"
    )
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
