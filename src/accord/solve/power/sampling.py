"""An estimate by sampling, for games too large to count; only when asked for."""

import random
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

from accord.errors import InputError
from accord.model.negotiation import Game
from accord.solve.power.tree import MET, NEVER, Tree, grow_tree

__all__ = ["Estimate", "Interval", "estimate_power"]

# Two-sided 95 per cent of a normal variable.
_SIGMAS = 1.959964
_SAMPLES_AT_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimated share between 0 and 1.

    Attributes:
        value: The share of the samples.
        low: Lower end of the 95 per cent interval.
        high: Its upper end.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """Estimated power, never to be shown without its intervals.

    Attributes:
        players: Names.
        samples: Number of orders drawn.
        shapley_shubik: By player, the share of orders in which it decides.
    """

    players: tuple[str, ...]
    samples: int
    shapley_shubik: tuple[Interval, ...]


def estimate_power(
    game: Game, *, rng: random.Random, samples: int = 10_000
) -> Estimate:
    """Estimate the Shapley-Shubik index by drawing orders of agreement.

    Args:
        game: The game.
        rng: Where chance comes from.
        samples: Number of orders, at most a million.

    Returns:
        Estimates with 95 per cent intervals (Wilson's).

    Raises:
        InputError: The number of samples is out of range.

    Cost:
        Linear in samples times players times the rule's leaves.

    Source:
        [mann1960] (orders drawn at random), [wilson1927] (the interval).
    """
    if not 1 <= samples <= _SAMPLES_AT_MOST:
        message = f"{samples} samples cannot be drawn."
        raise InputError(message, hint=f"Ask for 1 to {_SAMPLES_AT_MOST}.")
    tree = grow_tree(game)
    order = list(range(len(game.players)))
    decided = [0] * len(order)
    for _ in range(samples):
        rng.shuffle(order)
        decided[_pivot(tree, order)] += 1
    intervals = tuple(_interval(count, samples) for count in decided)
    return Estimate(game.players, samples, intervals)


def _pivot(tree: Tree, order: list[int]) -> int:
    """Find who makes those before it win, by halving."""
    reached = [
        list(accumulate(map(weights.__getitem__, order))) for weights in tree.weights
    ]

    def wins(place: int) -> bool:
        rest = [
            MET if sums[place] >= quota else NEVER
            for quota, sums in zip(tree.quotas, reached, strict=True)
        ]
        return not any(tree.settle(rest, rest))

    return order[bisect_left(range(len(order) - 1), 1, key=wins)]


def _interval(count: int, samples: int) -> Interval:
    """Put an interval around a share."""
    share = count / samples
    spread = _SIGMAS**2 / samples
    middle = (share + spread / 2) / (1 + spread)
    half = _SIGMAS * sqrt(share * (1 - share) / samples + spread / samples / 4)
    half /= 1 + spread
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))
