"""Measure how fast conflicts and packages are worked out, and how both grow.

    python benchmarks/solve_conflicts.py          # a table
    python benchmarks/solve_conflicts.py --json   # one line of JSON

Times are of the processor, since the clock depends on what else the machine does; each
is the best of a few runs. Instances are random with fixed seeds; brute force is run
beside, on sizes that it can do, in the same run.
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from fractions import Fraction
from itertools import chain, combinations, product
from typing import Any

from accord.solve.conflicts import find_all_sets, find_smallest, plain_groups
from accord.solve.conflicts.groups import Groups
from accord.solve.packages import Bargain, solve_bargain

SEED = 7
# The numbers of options in Raiffa's police negotiation: 1,944,000 packages.
POLICE = (6, 5, 6, 5, 3, 4, 3, 6, 2, 5)


def random_clauses(demands: int, variables: int) -> Groups:
    """Make demands of three random literals each."""
    chooser = random.Random(SEED)  # noqa: S311 - no secret
    return plain_groups(
        [
            [
                v * chooser.choice((1, -1))
                for v in chooser.sample(range(1, variables + 1), 3)
            ]
            for _ in range(demands)
        ]
    )


def random_demands(demands: int, issues: int, options: int) -> Groups:
    """Make demands that accept most options of each of three random issues."""
    chooser = random.Random(SEED)  # noqa: S311 - no secret

    def variable(issue: int, option: int) -> int:
        return issue * options + option + 1

    hard: list[tuple[int, ...]] = []
    for issue in range(issues):
        literals = [variable(issue, option) for option in range(options)]
        hard.append(tuple(literals))
        hard += [(-a, -b) for a, b in combinations(literals, 2)]
    soft = []
    for _ in range(demands):
        clauses = []
        for issue in sorted(chooser.sample(range(issues), 3)):
            accepted = chooser.sample(range(options), options - 2)
            clauses.append(
                tuple(variable(issue, option) for option in sorted(accepted))
            )
        soft.append(tuple(clauses))
    return Groups(tuple(soft), tuple(hard))


def random_bargain(sizes: tuple[int, ...]) -> Bargain:
    """Make issues on which two parties want opposite ends, with random weights."""
    chooser = random.Random(SEED)  # noqa: S311 - no secret
    blocks = []
    for size in sizes:
        ours, theirs = chooser.randrange(1, 400), chooser.randrange(1, 400)
        rows = [
            (chooser.randrange(100), chooser.randrange(100)) for _ in range(size - 2)
        ]
        rows += [(100, 0), (0, 100)]
        blocks.append(
            tuple(
                (Fraction(a * ours, 10**5), Fraction(b * theirs, 10**5))
                for a, b in rows
            )
        )
    zero = (Fraction(), Fraction())
    return Bargain(parties=("a", "b"), blocks=tuple(blocks), disagreement=zero)


def timed(work: Callable[[], Any], *, runs: int = 3) -> tuple[float, Any]:
    """Give the best processor time of a few runs, and what came out."""
    best, result = float("inf"), None
    for _ in range(runs):
        began = time.process_time()
        result = work()
        best = min(best, time.process_time() - began)
    return best, result


def brute_sets(groups: Groups) -> int:
    """Count the minimal sets that cannot be met by trying everything."""
    size, variables = len(groups.soft), groups.variables
    assignments = [
        {v if positive else -v for v, positive in enumerate(signs, 1)}
        for signs in product((False, True), repeat=variables)
    ]
    met = {
        frozenset(
            n
            for n, clauses in enumerate(groups.soft)
            if all(true & set(clause) for clause in clauses)
        )
        for true in assignments
        if all(true & set(clause) for clause in groups.hard)
    }
    found: list[frozenset[int]] = []
    for subset in chain.from_iterable(
        combinations(range(size), k) for k in range(size + 1)
    ):
        one = frozenset(subset)
        if not any(old <= one for old in found) and not any(one <= m for m in met):
            found.append(one)
    return len(found)


def brute_frontier(bargain: Bargain) -> int:
    """Count the efficient points by listing all packages."""
    sums = {
        tuple(map(sum, zip(*rows, strict=True))) for rows in product(*bargain.blocks)
    }
    count, best = 0, None
    for point in sorted(sums, reverse=True):
        if best is None or point[1] > best:
            count, best = count + 1, point[1]
    return count


def measure() -> dict[str, float]:
    """Take all measurements; seconds, and counts where the name says so."""
    found: dict[str, float] = {}
    for demands in (50, 100, 200):
        seconds, sets = timed(
            lambda d=demands: find_all_sets(random_clauses(d, d // 5), limit=1000),
            runs=1,
        )
        found[f"first 1,000 sets, {demands} random clauses"] = seconds
        found[f"... sets of both kinds found, {demands} (count)"] = len(sets.mus) + len(
            sets.mcs
        )
    for demands in (100, 200):
        seconds, sets = timed(
            lambda d=demands: find_all_sets(random_demands(d, d // 4, 5), limit=1000),
            runs=1,
        )
        found[f"first 1,000 sets, {demands} demands on {demands // 4} issues"] = seconds
    for demands in (125, 250, 500):
        seconds, _ = timed(
            lambda d=demands: find_smallest(random_demands(d, d // 4, 5))
        )
        found[f"smallest set, {demands} demands on {demands // 4} issues"] = seconds
        seconds, _ = timed(
            lambda d=demands: find_smallest(random_clauses(d, d // 5)), runs=1
        )
        found[f"smallest set, {demands} random clauses"] = seconds
    small = random_clauses(14, 5)
    found["all sets, 14 clauses"], sets = timed(lambda: find_all_sets(small))
    found["all sets, 14 clauses, brute force"], count = timed(lambda: brute_sets(small))
    if count != len(sets.mus):
        message = f"brute force finds {count} sets, not {len(sets.mus)}"
        raise SystemExit(message)
    seconds, outcome = timed(lambda: solve_bargain(random_bargain(POLICE)), runs=5)
    found["efficient set, 1,944,000 packages"] = seconds
    found["... points (count)"] = len(outcome.utilities)
    fewer = random_bargain(POLICE[:6])
    found["efficient set, 10,800 packages"], outcome = timed(
        lambda: solve_bargain(fewer)
    )
    found["efficient set, 10,800 packages, brute force"], count = timed(
        lambda: brute_frontier(fewer)
    )
    if count != len(outcome.utilities):
        message = f"brute force finds {count} points, not {len(outcome.utilities)}"
        raise SystemExit(message)
    return found


def main() -> None:
    """Print the table, or one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure()
    if options.json:
        print(json.dumps({name: round(value, 5) for name, value in found.items()}))
        return
    for name, value in found.items():
        shown = f"{value:>10.0f}" if "(count)" in name else f"{value * 1000:>10.2f} ms"
        print(f"{shown:<14} {name}")


if __name__ == "__main__":
    main()
