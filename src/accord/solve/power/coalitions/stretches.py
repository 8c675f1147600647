"""Minimal and vulnerable coalitions of weights with a quota by number of members.

A coalition of k members wins with q(k), and is broken by those of its members who weigh
more than it weighs above q(k - 1). So for each stretch of this excess between two weights
the players are either heavy or light: exactly the heavy members can break it, and it is
minimal if it has no light ones. Heavy and light parts are counted apart, by size and
weight, and put together over the stretch alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.solve.power.tables import Families

__all__ = ["PLAYERS_AT_MOST", "count_by_stretches", "count_minimal", "stretching_steps"]

# Counts of coalitions must fit into 64 bits.
PLAYERS_AT_MOST = 60

#: By number of members from none to all: the least weight with which so many win; None
#: if so many never win.
Quotas = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One stretch of excess weight.

    Attributes:
        heavy: How many of the heaviest can break a coalition in it.
        spans: By number of members from none to all, the least weight of such a
            coalition and the least that is too much.
    """

    heavy: int
    spans: tuple[tuple[int, int], ...]


def stretching_steps(weights: Sequence[int]) -> int:
    """Estimate the steps of ``count_by_stretches``, three times too high at most."""
    return len(set(weights)) * len(weights) ** 2 * sum(weights)


def count_by_stretches(weights: Sequence[int], quotas: Quotas) -> Families:
    """Count minimal winning and vulnerable coalitions exactly.

    Args:
        weights: By player; at most 60 of them.
        quotas: By number of members from none to all: the least weight with which so
            many win; None if so many never win. More members or weight never hurt.

    Returns:
        The counts.

    Cost:
        O(d n^2 w) steps on arrays, for n players with d weights that add up to w.

    Source:
        [johnston1978] for the index; [bilbao2000] for counting by size and weight.
    """
    players = len(weights)
    order = sorted(range(players), key=lambda player: -weights[player])
    falling = [weights[player] for player in order]
    shares = np.zeros((players, players + 1), dtype=np.int64)
    minimal = np.zeros((players, players + 1), dtype=np.int64)
    light = _count(falling)
    for stretch, heavy in _sweep(falling, quotas):
        size = stretch.heavy
        for weight in falling[_start(falling, size) : size]:
            light = _without(light, weight)
        first, ways = _fill(stretch, light, sum(falling[:size]))
        some = (n for n, (low, high) in enumerate(stretch.spans) if low < high)
        fewest = max(next(some, size) - len(light) + 1, 1)
        for place in range(size):
            if place and falling[place] == falling[place - 1]:
                shares[order[place]] = shares[order[place - 1]]
                minimal[order[place]] = minimal[order[place - 1]]
                continue
            held = _holding(heavy[: size + 1, first:], falling[place], fewest=fewest)
            here = np.einsum("cy,cy->c", held[:, : ways.shape[1]], ways)
            shares[order[place], : size + 1] += here
            for members, (low, high) in enumerate(stretch.spans[: size + 1]):
                inside = held[members, max(low - first, 0) : max(high - first, 0)]
                minimal[order[place], members] += inside.sum()
    return _families(minimal.tolist(), shares.tolist())


def count_minimal(weights: Sequence[int], quotas: Quotas) -> int:
    """Count the minimal winning coalitions alone.

    Cost:
        O(n^2 w) steps on arrays, for n players with weights that add up to w.
    """
    falling = sorted(weights, reverse=True)
    return sum(
        int(heavy[members, low:high].sum())
        for stretch, heavy in _sweep(falling, quotas)
        for members, (low, high) in enumerate(stretch.spans[: stretch.heavy + 1])
    )


def _start(falling: Sequence[int], size: int) -> int:
    """Find the first of the players with the weight of the last of so many."""
    return falling.index(falling[size - 1])


def _sweep(
    falling: Sequence[int], quotas: Quotas
) -> Iterator[tuple[_Stretch, NDArray[Any]]]:
    """Go through the stretches, with the table of the heavy in each."""
    players, total = len(falling), sum(falling)
    table = np.zeros((players + 1, total + 1), dtype=np.int64)
    table[0, 0] = 1
    lightest = tuple(accumulate(falling[::-1], initial=0))
    reached = 0
    for place, weight in enumerate(falling):
        reached += weight
        # Numpy reads both sides before it writes where they overlap.
        table[1 : place + 2, weight : reached + 1] += table[
            : place + 1, : reached + 1 - weight
        ]
        is_last = place + 1 == players
        if not is_last and falling[place + 1] == weight:
            continue
        below = None if is_last else falling[place + 1]
        spans = tuple(
            _span(quotas, members, below, weight, total)
            for members in range(players + 1)
        )
        # Nothing weighs less than its number of the lightest players.
        cut = tuple(
            (max(low, least), high) if least < high else (0, 0)
            for (low, high), least in zip(spans, lightest, strict=True)
        )
        yield _Stretch(place + 1, cut), table


def _span(
    quotas: Quotas, members: int, below: int | None, weight: int, total: int
) -> tuple[int, int]:
    """Find what coalitions of so many weigh whom players of this weight just break.

    Args:
        quotas: By number of members.
        members: How many they are.
        below: The next lower weight; None if there is none.
        weight: The weight.
        total: That of all players.
    """
    quota = quotas[members]
    if quota is None or members == 0:
        return 0, 0
    fewer = quotas[members - 1]
    if fewer is None:  # anybody breaks it
        return (quota, total + 1) if below is None else (0, 0)
    low = quota if below is None else max(quota, fewer + below)
    return low, max(low, min(fewer + weight, total + 1))


def _count(weights: Sequence[int]) -> NDArray[Any]:
    """Count sets by size and weight."""
    table = np.zeros((len(weights) + 1, sum(weights) + 1), dtype=np.int64)
    table[0, 0] = 1
    for weight in weights:
        table[1:, weight:] += table[:-1, : table.shape[1] - weight]
    return table


def _without(table: NDArray[Any], weight: int) -> NDArray[Any]:
    """Take a player out of a table: what is left after those that hold it."""
    rest = table[:-1, : table.shape[1] - weight].copy()
    for size in range(1, len(rest)):
        rest[size, weight:] -= rest[size - 1, : max(rest.shape[1] - weight, 0)]
    return rest


def _holding(table: NDArray[Any], weight: int, *, fewest: int) -> NDArray[Any]:
    """Keep of a table's sets those that hold a certain player of this weight.

    Worked out from the largest sets down, so that the light end can be cut off, and
    sets of fewer than so many.
    """
    held = np.zeros_like(table)
    held[-1] = table[-1]
    for size in range(len(table) - 2, fewest - 1, -1):
        held[size] = table[size]
        held[size, : max(table.shape[1] - weight, 0)] -= held[size + 1, weight:]
    return held


def _fill(
    stretch: _Stretch, light: NDArray[Any], most: int
) -> tuple[int, NDArray[Any]]:
    """Count, by size and weight of a heavy part, the light parts that fit.

    Returns:
        The least weight of a heavy part to which any fits; and from there on, by size,
        how many fit.
    """
    # below[l, x]: sets of fewer than l light ones that weigh less than x.
    below = np.zeros((len(light) + 1, light.shape[1] + 1), dtype=np.int64)
    below[1:, 1:] = light.cumsum(axis=0).cumsum(axis=1)
    runs = [
        (span, [members for members, _ in run])
        for span, run in groupby(enumerate(stretch.spans), key=lambda one: one[1])
        if span[0] < span[1]
    ]
    first = max(min((low for (low, _), _ in runs), default=0) - light.shape[1] + 1, 0)
    end = min(max((high for (_, high), _ in runs), default=0), most + 1)
    heavy = np.arange(first, max(end, first))
    ways = np.zeros((stretch.heavy + 1, len(heavy)), dtype=np.int64)
    for (low, high), members in runs:
        upper = np.clip(high - heavy, 0, light.shape[1])
        lower = np.clip(low - heavy, 0, light.shape[1])
        for size in range(stretch.heavy + 1):
            least = max(members[0] - size, 0)
            most_light = min(members[-1] - size + 1, len(light))
            if least < most_light:
                fitting = below[most_light] - below[least]
                ways[size] += fitting[upper] - fitting[lower]
    return first, ways


def _families(minimal: list[list[int]], shares: list[list[int]]) -> Families:
    """Add up what was counted by player."""
    sizes = range(len(minimal) + 1)
    return Families(
        minimal=tuple(map(tuple, minimal)),
        minimal_sizes=tuple(
            sum(row[size] for row in minimal) // max(size, 1) for size in sizes
        ),
        vulnerable=sum(
            sum(row[number] for row in shares) // max(number, 1) for number in sizes
        ),
        shares=tuple(map(tuple, shares)),
    )
