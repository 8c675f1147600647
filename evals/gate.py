"""One gate for all evaluations: nothing that was reached may be lost unnoticed.

Each folder beside this file has a ``measure.py`` that prints its table for people and,
with ``--json``, one object for this gate::

    {"corpus": "<fingerprint of the gold>", "metrics": {"name": value, ...}}
    {"skipped": "why"}

and a ``floors.json`` with the same ``corpus`` and a ``floors`` object. The gate fails when
a metric falls below its floor, when a metric that has a floor is not measured any more, or
when the gold changed while the floors did not. ``--pin NAME`` writes new floors: it sets
each just below what was measured, and refuses to lower one without ``--allow-regression``.

Run as ``python evals/gate.py [NAME ...]``.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
# One flipped case among a few hundred moves a rate by about this much.
SLACK = 0.005


@dataclass(frozen=True, slots=True)
class Floors:
    """What must not be lost.

    Attributes:
        corpus: Fingerprint of the gold that the floors were measured on.
        floors: Lowest value allowed per metric; higher is better.
    """

    corpus: str
    floors: Mapping[str, float]


class RegressionError(Exception):
    """Pinning would lower a floor."""


def judge(corpus: str, metrics: Mapping[str, float], floors: Floors) -> list[str]:
    """Hold measured values against floors.

    Args:
        corpus: Fingerprint of the gold measured on.
        metrics: Measured values.
        floors: What must be reached.

    Returns:
        One line per breach; empty if the gate is passed.
    """
    found = []
    if corpus != floors.corpus:
        found.append(f"the gold changed ({floors.corpus} -> {corpus}): pin again")
    for name, floor in floors.floors.items():
        if name not in metrics:
            found.append(f"{name}: not measured any more (floor {floor:.3f})")
        elif metrics[name] < floor:
            found.append(f"{name}: {metrics[name]:.3f} is below {floor:.3f}")
    return found


def pin(
    corpus: str,
    metrics: Mapping[str, float],
    floors: Floors | None,
    *,
    allow_regression: bool = False,
) -> Floors:
    """Set floors just below what was measured.

    Raises:
        RegressionError: A floor would be lowered or lost, and that is not allowed.
    """
    new = {name: round(max(0.0, value - SLACK), 4) for name, value in metrics.items()}
    old = dict(floors.floors) if floors else {}
    lowered = [
        f"{name}: {old[name]} -> {new.get(name)}"
        for name in old
        if name not in new or new[name] < old[name] - SLACK
    ]
    if lowered and not allow_regression:
        raise RegressionError("; ".join(lowered))
    kept = (
        new if allow_regression else {n: max(v, old.get(n, 0)) for n, v in new.items()}
    )
    return Floors(corpus, kept)


def read_floors(path: Path) -> Floors:
    """Read a floors file."""
    value = json.loads(path.read_text(encoding="utf-8"))
    return Floors(value["corpus"], value["floors"])


def measure(folder: Path) -> dict[str, object]:
    """Run a folder's ``measure.py --json``: a table, then one line for the gate."""
    command = [sys.executable, str(folder / "measure.py"), "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        return {"error": f"measure.py exited with {done.returncode}"}
    *table, last = done.stdout.splitlines()
    print("\n".join(table), flush=True)
    result: dict[str, object] = json.loads(last)
    return result


def run(folder: Path, *, repin: bool, allow_regression: bool) -> list[str]:
    """Measure one folder, then judge or pin it; return its breaches."""
    result = measure(folder)
    if "error" in result:
        return [str(result["error"])]
    if "skipped" in result:
        print(f"{folder.name}: SKIPPED: {result['skipped']}")
        return []
    corpus, metrics = str(result["corpus"]), result["metrics"]
    if not isinstance(metrics, dict):
        return ["measure.py --json gave no metrics"]
    path = folder / "floors.json"
    floors = read_floors(path) if path.exists() else None
    if repin:
        new = pin(corpus, metrics, floors, allow_regression=allow_regression)
        value = {"corpus": new.corpus, "floors": dict(new.floors)}
        path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
        print(f"{folder.name}: pinned {len(new.floors)} floors")
        return []
    if floors is None:
        return ["has no floors.json: pin it"]
    return judge(corpus, metrics, floors)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluations named, or all of them."""
    parser = argparse.ArgumentParser(
        description="Run evaluations and hold their floors."
    )
    parser.add_argument(
        "names", nargs="*", help="folders beside this file; default all"
    )
    parser.add_argument("--pin", action="store_true", help="write floors anew")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args(arguments)
    names = options.names or sorted(p.parent.name for p in HERE.glob("*/measure.py"))
    failed = False
    for name in names:
        print(f"\n== {name}", flush=True)
        breaches = run(
            HERE / name, repin=options.pin, allow_regression=options.allow_regression
        )
        for breach in breaches:
            print(f"{name}: FAILED: {breach}")
        failed = failed or bool(breaches)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
