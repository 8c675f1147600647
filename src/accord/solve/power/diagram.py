"""Compound games by a decision diagram.

Players of one kind (the same weight in every leaf) are decided together; a state is
what is left to reach of every leaf's quota. Equal states are one node, so that the
diagram has as many nodes as there are different futures.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from math import comb
from typing import TypeVar

from accord.errors import InputError
from accord.solve.power.packing import slot_bits, unpack
from accord.solve.power.swings import Swings
from accord.solve.power.tree import MET, Tree

__all__ = ["NODES_AT_MOST", "count_below", "count_members", "count_swings"]

NODES_AT_MOST = 400_000
# Bits of all edges' polynomials: about half a minute, and a gigabyte at most.
_BITS_AT_MOST = 1 << 35

State = tuple[int, ...]
S = TypeVar("S", bound=Hashable)
Level = dict[State, list[State]]


def count_swings(tree: Tree) -> Swings:
    """Count winning coalitions and swings exactly.

    Args:
        tree: The rule.

    Returns:
        The counts.

    Raises:
        InputError: The diagram would be too large.

    Cost:
        One addition of integers with O(n^2) bits per edge; the number of nodes grows
        with the product of the quotas at worst, and is two to the number of kinds at
        most.

    Source:
        [bolus2011] (simple games by decision diagrams).
    """
    players = len(tree.weights[0])
    kinds: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for player in range(players):
        kinds[tuple(leaf[player] for leaf in tree.weights)].append(player)
    order = sorted(kinds, key=lambda kind: (-sum(kind), kind))
    sizes = [len(kinds[kind]) for kind in order]
    levels = _build(tree, order, sizes)
    slot = slot_bits(players)
    # Nobody is left to decide, so every state is all MET or all NEVER.
    ends = {state: int(not any(state)) for state in levels[-1]}
    downs = count_below(levels, sizes, ends=ends, slot=slot)
    winning = unpack(downs[0][next(iter(levels[0]))], slot, players + 1)
    swings: dict[int, tuple[int, ...]] = {}
    for kind, held in zip(
        order, count_members(levels, sizes, downs=downs, slot=slot), strict=True
    ):
        for player in kinds[kind]:
            swings[player] = _swings(
                unpack(held, slot, players + 1), winning, kinds[kind]
            )
    return Swings(tuple(winning), tuple(swings[player] for player in range(players)))


def _swings(held: list[int], winning: list[int], kind: list[int]) -> tuple[int, ...]:
    """Find a player's swings from how often its kind is in winning coalitions."""
    inside = [count // len(kind) for count in held]
    return tuple(
        inside[size + 1] - (winning[size] - inside[size])
        for size in range(len(winning) - 1)
    )


def _build(tree: Tree, kinds: list[tuple[int, ...]], sizes: list[int]) -> list[Level]:
    """Build the diagram: per level, each state with its successor per number taken."""
    leaves = range(len(tree.quotas))
    left = [sum(tree.weights[leaf]) for leaf in leaves]
    states = {tree.settle(tree.quotas, left): None}
    levels: list[Level] = []
    nodes = bits = 0
    players = sum(sizes)
    for kind, size in zip(kinds, sizes, strict=True):
        left = [left[leaf] - kind[leaf] * size for leaf in leaves]
        level: Level = {}
        settled: dict[State, State] = {}
        for state in states:
            raw = [_take(state, kind, taken) for taken in range(size + 1)]
            for one in raw:
                if one not in settled:
                    settled[one] = tree.settle(one, left)
            level[state] = [settled[one] for one in raw]
        nodes += len(level)
        bits += len(level) * (size + 1) * slot_bits(players) * players
        if nodes > NODES_AT_MOST or bits > _BITS_AT_MOST:
            message = (
                f"The game of {players} players has more than {nodes} different "
                "situations: too many to count exactly."
            )
            hint = "Give weights in rougher units, or estimate: --estimate 10000."
            raise InputError(message, hint=hint)
        levels.append(level)
        states = dict.fromkeys(after for afters in level.values() for after in afters)
    levels.append({state: [] for state in states})
    return levels


def _take(state: State, kind: tuple[int, ...], taken: int) -> State:
    """Find what is left to reach after so many of a kind agreed."""
    return tuple(
        max(MET, rest - weight * taken) if rest > 0 else rest
        for rest, weight in zip(state, kind, strict=True)
    )


def count_below(
    levels: Sequence[Mapping[S, Sequence[S]]],
    sizes: Sequence[int],
    *,
    ends: dict[S, int],
    slot: int,
) -> list[dict[S, int]]:
    """Count the completions of each state that end well, by size.

    Args:
        levels: For each kind of player its states, each with its successor per number
            taken; the last level is that of the ends.
        sizes: Players of each kind.
        ends: 1 for each state at the end that counts, 0 for the others.
        slot: Bits of a coefficient.

    Returns:
        For each level, by state, a packed polynomial.
    """
    downs = [ends]
    for level, size in zip(reversed(levels[:-1]), reversed(sizes), strict=True):
        after = downs[-1]
        ways = [comb(size, taken) for taken in range(size + 1)]
        downs.append(
            {
                state: sum(
                    ways[taken] * after[child] << (taken * slot)
                    for taken, child in enumerate(children)
                    if after[child]
                )
                for state, children in level.items()
            }
        )
    return downs[::-1]


def count_members(
    levels: Sequence[Mapping[S, Sequence[S]]],
    sizes: Sequence[int],
    *,
    downs: Sequence[Mapping[S, int]],
    slot: int,
) -> list[int]:
    """Count, by kind, the members that the coalitions counted have, by size."""
    ups: dict[S, int] = {next(iter(levels[0])): 1}
    totals = []
    for number, (level, size) in enumerate(zip(levels[:-1], sizes, strict=True)):
        below = downs[number + 1]
        after: dict[S, int] = defaultdict(int)
        total = 0
        ways = [comb(size, taken) for taken in range(size + 1)]
        for state, children in level.items():
            up = ups[state]
            held = 0
            for taken, child in enumerate(children):
                held += taken * ways[taken] * below[child] << (taken * slot)
                after[child] += ways[taken] * up << (taken * slot)
            total += up * held
        totals.append(total)
        ups = after
    return totals
