"""Measure how fast stable states are found, and how that grows.

    python benchmarks/solve_stability.py            # a table
    python benchmarks/solve_stability.py --json     # one line of JSON

Conflicts are invented: three decision makers who share the options evenly, and rank the
states at random, once by chance alone and once with ties and one-way options. The plain
way from the definitions is timed in the same run where it is bearable.
"""

import argparse
import json
import time
from random import Random
from typing import Any

from accord.model.negotiation import (
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
)
from accord.solve.stability import solve_stability
from accord.solve.stability.graph import draw_graph

OPTIONS = (6, 8, 10, 12, 14)
PLAIN_AT_MOST = 256


def invent(options: int, *, makers: int = 3, mixed: bool = False) -> Conflict:
    """Invent a conflict of 2 to the number of options states."""
    chance = Random(options)  # noqa: S311 - not for secrets
    size = 1 << options
    decision_makers = []
    for number in range(makers):
        states = list(range(1, size + 1))
        chance.shuffle(states)
        step = 3 if mixed else 1
        ranking = tuple(tuple(states[i : i + step]) for i in range(0, size, step))
        owned = tuple(range(number, options, makers))
        decision_makers.append(DecisionMaker(f"d{number}", ranking, owned))
    return Conflict(
        decision_makers=tuple(decision_makers),
        options=tuple(
            ConflictOption(f"o{n}", "forward" if mixed and n % 4 == 0 else "both")
            for n in range(options)
        ),
        states=tuple(
            ConflictState(
                code + 1,
                "".join("Y" if code >> bit & 1 else "N" for bit in range(options)),
            )
            for code in range(size)
        ),
    )


def solve_plainly(conflict: Conflict) -> None:
    """Find GMR from its definition, with sets of states."""
    graph = draw_graph(conflict)
    for player in graph.players:
        values = graph.values[player]
        for state in range(graph.size):
            for to in graph.moves[player][state]:
                if values[to] > values[state]:
                    seen: set[tuple[int, int]] = set()
                    waiting = [(to, player)]
                    while waiting:
                        here, last = waiting.pop()
                        after = {
                            (there, mover)
                            for mover in graph.players
                            if mover not in (player, last)
                            for there in graph.moves[mover][here]
                        }
                        waiting += after - seen
                        seen |= after
                    min(values[there] for there, _ in seen)


def measure(sizes: tuple[int, ...]) -> list[dict[str, Any]]:
    """Time every size."""
    rows = []
    for options in sizes:
        for mixed in (False, True):
            conflict = invent(options, mixed=mixed)
            times = []
            for _ in range(3 if options < 14 else 1):
                began = time.process_time()
                solved = solve_stability(conflict)
                times.append(time.process_time() - began)
            row: dict[str, Any] = {
                "states": 1 << options,
                "kind": "ties, one-way" if mixed else "strict",
                "seconds": min(times),
                "GMR": len(solved.necessary.equilibria["GMR"]),
            }
            if 1 << options <= PLAIN_AT_MOST:
                began = time.process_time()
                solve_plainly(conflict)
                row["plain"] = time.process_time() - began
            rows.append(row)
    return rows


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument("--options", default=",".join(map(str, OPTIONS)))
    options = parser.parse_args()
    rows = measure(tuple(int(number) for number in options.options.split(",")))
    if options.json:
        print(json.dumps(rows))
        return
    print("three decision makers; plain: GMR alone, from its definition")
    print(f"{'states':>8} {'kind':<14} {'seconds':>9} {'plain':>9} {'GMR':>7}")
    for row in rows:
        plain = f"{row['plain']:>9.3f}" if "plain" in row else " " * 9
        print(
            f"{row['states']:>8} {row['kind']:<14} {row['seconds']:>9.3f} {plain} "
            f"{row['GMR']:>7}"
        )


if __name__ == "__main__":
    main()
