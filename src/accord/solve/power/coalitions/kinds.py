"""Minimal and vulnerable coalitions of games with few kinds of players.

Players with the same weight in every part of the rule are of one kind, so a coalition is
told by how many of each kind it has. Where kinds are few these cases can all be looked
at, each standing for a product of binomial coefficients: two chambers of hundreds of
members have some ten thousand cases.
"""

from dataclasses import dataclass
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.solve.power.tables import Families
from accord.solve.power.tree import Part, Tree

__all__ = ["count_by_kinds"]

# Cases looked at: some tens of megabytes, about a second.
_CASES_AT_MOST = 1 << 20
_WEIGHT_AT_MOST = 1 << 62


@dataclass(frozen=True, slots=True)
class _Grid:
    """All cases of a game, one axis a kind.

    Attributes:
        players: By kind, the numbers of its players.
        critical: By kind, whether they lose without one of that kind.
        number: How many members are critical so.
    """

    players: tuple[tuple[int, ...], ...]
    critical: tuple[NDArray[Any], ...]
    number: NDArray[Any]


def count_by_kinds(tree: Tree) -> Families | None:
    """Count minimal winning and vulnerable coalitions exactly, case by case.

    Args:
        tree: The rule.

    Returns:
        The counts; None if there are more than a million cases.

    Cost:
        The product of the kinds' sizes, for each leaf of the rule.
    """
    kinds: dict[tuple[int, ...], list[int]] = {}
    for player, weights in enumerate(zip(*tree.weights, strict=True)):
        kinds.setdefault(weights, []).append(player)
    heaviest = max(sum(leaf) for leaf in tree.weights)
    cases = prod(len(players) + 1 for players in kinds.values())
    # An array has at most 32 axes in the oldest numpy that is supported.
    if cases > _CASES_AT_MOST or heaviest > _WEIGHT_AT_MOST or len(kinds) > 32:
        return None
    return _add_up(_look(tree, kinds), len(tree.weights[0]))


def _look(tree: Tree, kinds: dict[tuple[int, ...], list[int]]) -> _Grid:
    """Find in every case who wins and who is critical."""
    shape = tuple(len(players) + 1 for players in kinds.values())
    taken = np.ogrid[tuple(slice(0, size) for size in shape)]

    def draw(part: int | Part) -> NDArray[Any]:
        if isinstance(part, int):
            weight = sum(
                count * weights[part]
                for count, weights in zip(taken, kinds, strict=True)
            )
            return np.broadcast_to(weight >= tree.quotas[part], shape)
        met = sum(draw(below).astype(np.int16) for below in part.parts)
        return np.asarray(met >= part.needed)

    wins = draw(tree.root)
    critical = []
    number = np.zeros(shape, dtype=np.int32)
    for axis, count in enumerate(taken):
        breaks = wins.copy()
        # Views with the kind's axis first, so that writing to one writes to the table.
        fewer, more = np.moveaxis(wins, axis, 0), np.moveaxis(breaks, axis, 0)
        more[0] = False
        more[1:] &= ~fewer[:-1]
        critical.append(breaks)
        number += breaks * count
    return _Grid(tuple(map(tuple, kinds.values())), tuple(critical), number)


def _add_up(grid: _Grid, players: int) -> Families:
    """Count the coalitions that the cases stand for."""
    sizes = [len(kind) for kind in grid.players]
    minimal = [[0] * (players + 1) for _ in sizes]
    shares = [[0] * (players + 1) for _ in sizes]
    minimal_sizes = [0] * (players + 1)
    vulnerable = 0
    ways = [[comb(size, taken) for taken in range(size + 1)] for size in sizes]
    for case in _places(grid.number):
        many = prod(row[taken] for row, taken in zip(ways, case, strict=True))
        among = int(grid.number[case])
        vulnerable += many
        is_minimal = among == sum(case)
        minimal_sizes[among] += many * is_minimal
        for kind, taken in enumerate(case):
            if grid.critical[kind][case]:
                part = many * taken // sizes[kind]
                shares[kind][among] += part
                minimal[kind][among] += part * is_minimal
    place = {player: kind for kind, row in enumerate(grid.players) for player in row}
    return Families(
        minimal=tuple(tuple(minimal[place[one]]) for one in range(players)),
        minimal_sizes=tuple(minimal_sizes),
        vulnerable=vulnerable,
        shares=tuple(tuple(shares[place[one]]) for one in range(players)),
    )


def _places(number: NDArray[Any]) -> list[tuple[int, ...]]:
    """List the cases in which somebody is critical."""
    return list(zip(*(axis.tolist() for axis in number.nonzero()), strict=True))
