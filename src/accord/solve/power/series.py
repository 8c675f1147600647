"""Weighted games by generating functions.

The coefficient of x^t y^k in the product of (1 + y x^w) counts the coalitions of k
players with weight t. All is kept in one integer: for each weight a slot that holds a
packed polynomial in y. Quotas may depend on the number of members, as in "16 states
with 65 per cent of the people, or 25 states".
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate
from math import comb, gcd

from accord.solve.power.packing import slot_bits, unpack
from accord.solve.power.swings import Swings

__all__ = ["count_last", "count_last_by_player", "count_swings", "table_bits"]

Quotas = Sequence[int | None]


class _Below:
    """How many coalitions weigh less than a bound, as polynomials in their size."""

    def __init__(
        self, table: Sequence[int], *, players: int, bound: int, slot: int
    ) -> None:
        self.players = players
        self.slot = slot
        self._totals = list(accumulate(table, initial=0))
        self._totals += [self._totals[-1]] * (bound + 1 - len(self._totals))

    def all(self, bound: int) -> int:
        """Count the coalitions below a bound, which must not pass the table's."""
        return self._totals[max(bound, 0)]

    def without(self, weight: int, bound: int) -> int:
        """Count those that do not hold a certain player of this weight.

        Division by (1 + y x^weight), as a series that ends where the weight does.
        """
        total, sign = 0, 1
        for taken in range(self.players + 1):
            if bound <= 0:
                break
            total += sign * (self._totals[bound] << (taken * self.slot))
            bound -= weight
            sign = -sign
        # A weight of zero never ends the series; sizes above all others do.
        return total & ((1 << (self.slot * (self.players + 1))) - 1)


def _join(table: list[int], weight: int, *, bound: int, slot: int) -> list[int]:
    """Let one more player join the coalitions that stay below a bound."""
    longer = min(bound, len(table) + weight) - len(table)
    grown = table + [0] * longer
    joined = zip(grown[weight:], table, strict=False)
    return grown[:weight] + [alone + (with_ << slot) for alone, with_ in joined]


def _count_below(weights: Sequence[int], bound: int) -> _Below:
    """Count the coalitions of each weight below a bound."""
    slot = slot_bits(len(weights))
    table = [1]
    # The lightest first: the table stays short for longer.
    for weight in sorted(weights):
        table = _join(table, weight, bound=bound, slot=slot)
    return _Below(table, players=len(weights), bound=bound, slot=slot)


def table_bits(weights: Sequence[int], quotas: Quotas) -> int:
    """Tell how many bits the table of ``count_swings`` would take."""
    _, shrunk, _ = _easier_side(*_shrink(weights, quotas))
    players = len(weights)
    return slot_bits(players) * (players + 1) * _bound(shrunk)


def count_swings(weights: Sequence[int], quotas: Quotas) -> Swings:
    """Count winning coalitions and swings exactly.

    Args:
        weights: Weight by player.
        quotas: By number of members from none to all: the least weight with which so
            many win; None if so many never win. More members or weight never hurt.

    Returns:
        The counts.

    Cost:
        O(n q) additions of integers with O(n^2) bits, for n players and quota q (the
        dual game's if that is less).

    Source:
        [mann1962] (generating functions), [bilbao2000] (by size, for both indices).

    Example:
        >>> count_swings([2, 1, 1], [3, 3, 3, 3]).winning
        (0, 0, 2, 1)
    """
    weights, quotas, turned = _easier_side(*_shrink(weights, quotas))
    players = len(weights)
    below = _count_below(weights, _bound(quotas))
    losing = _losing(below, quotas)
    sizes = [comb(players, size) for size in range(players + 1)]
    winning = tuple(e - lost for e, lost in zip(sizes, losing, strict=True))
    by_weight = {w: _swings(below, w, quotas) for w in sorted(set(weights))}
    counts = Swings(winning, tuple(by_weight[weight] for weight in weights))
    return counts.dual(sizes) if turned else counts


def _shrink(weights: Sequence[int], quotas: Quotas) -> tuple[list[int], Quotas]:
    """Divide weights and quotas by what all weights share."""
    shared = reduce(gcd, weights) or 1
    return [w // shared for w in weights], [
        None if quota is None else -(-quota // shared) for quota in quotas
    ]


def _easier_side(weights: list[int], quotas: Quotas) -> tuple[list[int], Quotas, bool]:
    """Take the dual game if its quotas are lower; tell whether it was taken."""
    total = sum(weights)
    # None wins never: its dual wins always, and the other way round.
    dual = [
        0 if quota is None else None if quota <= 0 else total - quota + 1
        for quota in reversed(quotas)
    ]
    if _bound(dual) < _bound(quotas):
        return weights, dual, True
    return weights, quotas, False


def _bound(quotas: Quotas) -> int:
    """Find the highest quota that is looked up."""
    return max([1, *(quota for quota in quotas if quota is not None)])


def _losing(below: _Below, quotas: Quotas) -> list[int]:
    """Count the losing coalitions by size."""
    players = below.players
    found = {
        quota: unpack(below.all(quota), below.slot, players + 1)
        for quota in set(quotas)
        if quota is not None
    }
    return [
        comb(players, size) if quota is None else found[quota][size]
        for size, quota in enumerate(quotas)
    ]


def _swings(below: _Below, weight: int, quotas: Quotas) -> tuple[int, ...]:
    """Count the swings of a player by the number of others."""
    others = below.players - 1
    found: dict[int, list[int]] = {}

    def lighter(size: int, bound: int | None) -> int:
        if bound is None:
            return comb(others, size)
        if bound not in found:
            found[bound] = unpack(below.without(weight, bound), below.slot, others + 2)
        return found[bound][size]

    result = []
    for size in range(others + 1):
        alone, joined = quotas[size], quotas[size + 1]
        still = None if joined is None else joined - weight
        result.append(lighter(size, alone) - lighter(size, still))
    return tuple(result)


def count_last(weights: Sequence[int], quota: int) -> list[int]:
    """Count, by size, the winning coalitions that lose without their last member.

    The last is the one that stands last in the order given. If weights fall, these are
    the minimal winning coalitions; if they rise, those with any swing at all.

    Cost:
        O(n q) additions of integers with O(n^2) bits, for n players and quota q.
    """
    totals = [0] * (len(weights) + 1)
    for last, below in enumerate(_grow(weights, quota)):
        here = below.all(quota) - below.all(quota - weights[last])
        for size, count in enumerate(unpack(here, below.slot, last + 1)):
            totals[size + 1] += count
    return totals


def count_last_by_player(weights: Sequence[int], quota: int) -> list[list[int]]:
    """Count the same coalitions by player and size: those that the player is in.

    Cost:
        O(n^2 q) additions of integers with O(n^2) bits.
    """
    players = len(weights)
    members = [[0] * (players + 1) for _ in range(players)]
    for last, below in enumerate(_grow(weights, quota)):
        low = quota - weights[last]
        here = below.all(quota) - below.all(low)
        members[last][1 : last + 2] = unpack(here, below.slot, last + 1)
        found: dict[int, list[int]] = {}
        for player in range(last):
            weight = weights[player]
            if weight not in found:
                high = below.without(weight, quota - weight)
                rest = high - below.without(weight, low - weight)
                found[weight] = unpack(rest, below.slot, last)
            for size, count in enumerate(found[weight], start=2):
                members[player][size] += count
    return members


def _grow(weights: Sequence[int], bound: int) -> Iterator[_Below]:
    """Count the coalitions of those before each player, in the order given."""
    slot = slot_bits(len(weights))
    table = [1]
    for before, weight in enumerate(weights):
        yield _Below(table, players=before, bound=bound, slot=slot)
        table = _join(table, weight, bound=bound, slot=slot)
