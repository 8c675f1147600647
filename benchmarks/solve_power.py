"""Measure how fast power indices are worked out, and how that grows.

    python benchmarks/solve_power.py            # a table
    python benchmarks/solve_power.py --json     # one line of JSON

Every game is timed several times and the fastest counts. Other packages that are
installed (power-bdd, powerindices, powerindex) and a plain enumeration are timed in the
same run. Weights are invented, but for the blocs of the US Electoral College of 2024
(the census of 2020) and the structure of the US federal system.
"""

import argparse
import importlib
import importlib.util
import json
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations
from random import Random
from typing import Any

from accord.model.negotiation import Combined, Game, Weighted
from accord.solve.power import solve_power
from accord.solve.power.counting import count_swings
from accord.solve.power.indices import shapley_shubik

REPEATS = 3
BLOCS = [54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, *[11] * 4, *[10] * 5, 9, 9,
         8, 8, 8, 7, 7, *[6] * 6, 5, 5, *[4] * 7, *[3] * 7]  # fmt: skip


def weighted(quota: int, weights: Sequence[int]) -> Game:
    """Make a weighted game."""
    names = tuple(f"p{number}" for number in range(len(weights)))
    return Game(
        players=names, rule=Weighted(quota, tuple(zip(names, weights, strict=True)))
    )


def invented(players: int, total: int) -> list[int]:
    """Invent weights of which a few are large, as those of states are."""
    chance = Random(players)  # noqa: S311 - not for secrets
    raw = sorted((chance.paretovariate(1.2) for _ in range(players)), reverse=True)
    return [max(1, int(one * total / sum(raw))) for one in raw]


def double_majority() -> Game:
    """Make a union of 28: 16 members with 65 per cent of the people, or 25 members."""
    people = invented(28, 51_000)
    names = tuple(f"s{number}" for number in range(28))
    weights = tuple(zip(names, people, strict=True))
    both = Combined.all_of(
        Weighted.count(16, names), Weighted(-(-sum(people) * 65 // 100), weights)
    )
    return Game(players=names, rule=Combined.any_of(both, Weighted.count(25, names)))


def federal() -> Game:
    """Make the US federal system: 537 players, two ways to pass a bill."""
    senate = tuple(f"S{number}" for number in range(100))
    house = tuple(f"H{number}" for number in range(435))
    signed = Combined.all_of(
        Weighted.count(218, house),
        Weighted.count(51, ("Vice President", *senate)),
        Weighted.unanimity(["President"]),
    )
    overridden = Combined.all_of(Weighted.count(290, house), Weighted.count(67, senate))
    return Game(
        players=("President", "Vice President", *senate, *house),
        rule=Combined.any_of(signed, overridden),
    )


def both_indices(game: Game) -> None:
    """Work out Shapley-Shubik and Banzhaf, exactly."""
    counts = count_swings(game)
    shapley_shubik(counts.swings)
    for row in counts.swings:
        Fraction(sum(row), 1 << (len(row) - 1))


def enumerate_all(game: Game) -> None:
    """Count the swings coalition by coalition."""
    swings = dict.fromkeys(game.players, 0)
    for size in range(len(game.players) + 1):
        for members in combinations(game.players, size):
            coalition = set(members)
            if game.wins(coalition):
                for player in members:
                    swings[player] += not game.wins(coalition - {player})


def fastest(work: Callable[[], Any], repeats: int = REPEATS) -> float:
    """Time work, in seconds."""
    found = []
    for _ in range(repeats):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def peers(quota: int, weights: list[int]) -> dict[str, Callable[[], Any]]:
    """Find what other installed packages do with a weighted game."""
    found: dict[str, Callable[[], Any]] = {}
    if importlib.util.find_spec("powerindex"):
        powerindex = importlib.import_module("powerindex")

        def by_powerindex() -> None:
            game = powerindex.Game(quota, list(weights))
            game.calc_banzhaf()
            game.calc_shapley_shubik()

        found["powerindex"] = by_powerindex
    if importlib.util.find_spec("powerindices"):
        module = importlib.import_module("powerindices")

        def by_powerindices() -> None:
            module.compute_pbi(quota, list(weights))
            module.compute_ssi(quota, list(weights))

        found["powerindices"] = by_powerindices
    if importlib.util.find_spec("power_bdd"):
        diagrams = importlib.import_module("power_bdd.bdd")

        def by_power_bdd() -> None:
            bdd = diagrams.BDD(diagrams.WeightedGame(quota, list(weights)))
            bdd.create_BDD()
            bdd.calc_banzhaf()
            bdd.calc_shapley()

        found["power-bdd"] = by_power_bdd
    return found


def measure() -> list[dict[str, Any]]:
    """Time every game."""
    games: dict[str, Game] = {
        "15 players, two weights": weighted(39, [7] * 5 + [1] * 10),
        "51 blocs (Electoral College)": weighted(270, BLOCS),
        "28 states, majorities and blocking": double_majority(),
        "537 players (US federal system)": federal(),
    }
    sizes = ((50, 1_000), (100, 2_500), (200, 2_500), (200, 5_000))
    for players, total in sizes:
        weights = invented(players, total)
        name = f"{players} players, weight {sum(weights):,}"
        games[name] = weighted(sum(weights) // 2 + 1, weights)
    rows: list[dict[str, Any]] = []
    for name, game in games.items():
        row: dict[str, Any] = {"game": name}
        row["both"] = fastest(partial(both_indices, game))
        row["all"] = fastest(partial(solve_power, game))
        if isinstance(game.rule, Weighted) and len(game.players) <= 51:
            weights = [weight for _, weight in game.rule.weights]
            for peer, work in peers(game.rule.quota, weights).items():
                row[peer] = fastest(work, 1)
        if len(game.players) <= 15:
            row["enumeration"] = fastest(partial(enumerate_all, game), 1)
        rows.append(row)
    return rows


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    options = parser.parse_args()
    rows = measure()
    if options.json:
        print(json.dumps(rows))
        return
    print("seconds; both: Shapley-Shubik and Banzhaf; all: every index that is given")
    columns = dict.fromkeys(key for row in rows for key in row if key != "game")
    print(f"{'game':<36}" + "".join(f"{column:>13}" for column in columns))
    for row in rows:
        values = (f"{row[c]:>13.4f}" if c in row else " " * 13 for c in columns)
        print(f"{row['game']:<36}" + "".join(values))


if __name__ == "__main__":
    main()
