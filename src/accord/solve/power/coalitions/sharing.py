"""Johnston's index of weighted games too large for truth tables.

A winning coalition that weighs e above the quota can be broken by those of its members
who weigh more than e. So for each stretch of e between two weights the players are
either heavy or light: with c heavy members in a coalition, each can break it and gets
1/c. Coalitions are counted by polynomials packed into one integer.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm

from accord.solve.power.packing import unpack

__all__ = ["share_vulnerable", "sharing_bits"]


def share_vulnerable(weights: Sequence[int], quota: int) -> list[Fraction]:
    """Share each vulnerable coalition among those who can break it.

    Args:
        weights: By player.
        quota: Least weight that wins.

    Returns:
        By player its parts, added up; not normalised.

    Cost:
        The number of distinct weights squared times players, for integers of the bits
        that ``sharing_bits`` tells.

    Source:
        [johnston1978] for the index; [bilbao2000] for the way of counting.
    """
    kinds = sorted({weight for weight in weights if weight}, reverse=True)
    found = dict.fromkeys((*kinds, 0), 0)
    whole = lcm(*range(1, len(weights) + 1))
    slot = _slot(weights)
    for place, (weight, below) in enumerate(pairwise((*kinds, 0))):
        heavy = [one for one in weights if one >= weight]
        light = _count([one for one in weights if one < weight], slot)
        by_number = _count_by_number(heavy, slot)
        for kind in kinds[: place + 1]:
            shared = _shared_without(kind, by_number, whole, slot) * light
            # Coalitions with this player that weigh from below to weight - 1 too much.
            first = quota + below - kind
            found[kind] += _between(shared, first, first + weight - below, slot)
    return [Fraction(found[weight], whole) for weight in weights]


def sharing_bits(weights: Sequence[int]) -> int:
    """Estimate the bits that are gone through."""
    kinds = len(set(weights))
    return kinds**2 * len(weights) * sum(weights) * _slot(weights)


def _slot(weights: Sequence[int]) -> int:
    """Find a slot, in whole bytes, that holds any count of parts."""
    players = len(weights)
    return -(-(players + lcm(*range(1, players + 1)).bit_length() + 1) // 8) * 8


def _count(weights: Sequence[int], slot: int) -> int:
    """Count coalitions by weight, in one packed polynomial."""
    table = 1
    for weight in weights:
        table += table << (weight * slot)
    return table


def _count_by_number(weights: Sequence[int], slot: int) -> list[int]:
    """Count coalitions by number of members, each a packed polynomial by weight."""
    tables = [1] + [0] * len(weights)
    for taken, weight in enumerate(weights):
        for number in range(taken, -1, -1):
            tables[number + 1] += tables[number] << (weight * slot)
    return tables


def _shared_without(
    weight: int, by_number: Sequence[int], whole: int, slot: int
) -> int:
    """Count coalitions without one player, each for its part once it has joined."""
    total = without = 0
    for number, table in enumerate(by_number[:-1]):
        # Division by (1 + y x^weight): those without it, less those that held it.
        without = table - (without << (weight * slot))
        total += without * (whole // (number + 1))
    return total


def _between(packed: int, first: int, end: int, slot: int) -> int:
    """Add coefficients up, from the first to one before the end."""
    first = max(first, 0)
    if end <= first:
        return 0
    part = (packed >> (first * slot)) & ((1 << ((end - first) * slot)) - 1)
    return sum(unpack(part, slot, end - first))
