"""Minimal winning coalitions of compound games, by a decision diagram.

A winning coalition is minimal if it loses without any one of its members. So beside what
is left to reach, a state holds what would be left if one member of a kind taken before
were missing: each of these must come to nothing in the end. Of these only the easiest
to meet need be kept, since the rule is monotone: if they fail, the others fail too.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from accord.solve.power.diagram import State, count_below, count_members
from accord.solve.power.packing import slot_bits, unpack
from accord.solve.power.tree import MET, Tree

__all__ = ["Minimal", "count_minimal"]

# States after which it is given up: about half a second.
_NODES_AT_MOST = 50_000

#: What is left to reach, and what would be if one of those taken were missing; None once
#: a coalition can be no minimal one.
_Node = tuple[State, frozenset[State]] | None
_Level = dict[_Node, list[_Node]]


@dataclass(frozen=True, slots=True)
class Minimal:
    """Minimal winning coalitions.

    Attributes:
        by_player: By player and size, those it is in.
        sizes: All of them, by size.
    """

    by_player: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]


def count_minimal(tree: Tree) -> Minimal | None:
    """Count the minimal winning coalitions of a game exactly.

    Args:
        tree: The rule.

    Returns:
        The counts; None if the diagram would be too large.

    Cost:
        As ``diagram.count_swings``, times the members that may be the one to miss.

    Source:
        [bolus2011] for simple games by decision diagrams.
    """
    players = len(tree.weights[0])
    kinds: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for player in range(players):
        kinds[tuple(leaf[player] for leaf in tree.weights)].append(player)
    order = sorted(kinds, key=lambda kind: (-sum(kind), kind))
    sizes = [len(kinds[kind]) for kind in order]
    levels = _build(tree, order, sizes)
    if levels is None:
        return None
    slot = slot_bits(players)
    # At the end all is decided: what might have been missed is gone, or None came of it.
    ends = {node: int(node is not None and not any(node[0])) for node in levels[-1]}
    downs = count_below(levels, sizes, ends=ends, slot=slot)
    held = count_members(levels, sizes, downs=downs, slot=slot)
    rows: dict[int, tuple[int, ...]] = {}
    for kind, packed in zip(order, held, strict=True):
        row = tuple(n // len(kinds[kind]) for n in unpack(packed, slot, players + 1))
        rows.update(dict.fromkeys(kinds[kind], row))
    first = next(iter(levels[0]))
    return Minimal(
        tuple(rows[player] for player in range(players)),
        tuple(unpack(downs[0][first], slot, players + 1)),
    )


def _build(
    tree: Tree, kinds: Sequence[tuple[int, ...]], sizes: Sequence[int]
) -> list[_Level] | None:
    """Build the diagram; None if it grows too large."""
    left = [sum(weights) for weights in tree.weights]
    first: _Node = (tree.settle(tree.quotas, left), frozenset())
    nodes: dict[_Node, None] = {first: None}
    levels: list[_Level] = []
    total = 0
    for kind, size in zip(kinds, sizes, strict=True):
        left = [rest - weight * size for rest, weight in zip(left, kind, strict=True)]
        step = _Step(tree, kind, left)
        total += len(nodes) * (size + 1)
        if total > _NODES_AT_MOST:
            return None
        level: _Level = {
            node: [step.take(node, taken) for taken in range(size + 1)]
            for node in nodes
        }
        levels.append(level)
        nodes = dict.fromkeys(after for afters in level.values() for after in afters)
    levels.append({node: [] for node in nodes})
    return levels


class _Step:
    """Takes some players of one kind."""

    def __init__(self, tree: Tree, kind: tuple[int, ...], left: list[int]) -> None:
        self._tree = tree
        self._kind = kind
        self._left = left
        self._known: dict[tuple[State, int], State] = {}

    def take(self, node: _Node, taken: int) -> _Node:
        """Find where a node leads if so many of the kind agree."""
        if node is None:
            return None
        state, lacking = node
        after = self._after(state, taken)
        if _is_lost(after):
            return None
        missed = {self._after(one, taken) for one in lacking}
        if taken:
            missed.add(self._after(state, taken - 1))
        missed = {one for one in missed if not _is_lost(one)}
        if any(_is_won(one) for one in missed):
            return None
        return after, _easiest(missed)

    def _after(self, state: State, taken: int) -> State:
        """Find what is left to reach after so many of the kind agreed."""
        key = (state, taken)
        if key not in self._known:
            rest = [
                max(MET, one - weight * taken) if one > 0 else one
                for one, weight in zip(state, self._kind, strict=True)
            ]
            self._known[key] = self._tree.settle(rest, self._left)
        return self._known[key]


def _is_won(state: State) -> bool:
    """Tell whether the rule is met whatever follows."""
    return not any(state)


def _is_lost(state: State) -> bool:
    """Tell whether the rule can no longer be met."""
    return all(one < 0 for one in state)


def _easiest(states: set[State]) -> frozenset[State]:
    """Drop the states that are met only where another one is."""
    if len(states) < 2:
        return frozenset(states)
    return frozenset(
        one
        for one in states
        if not any(other != one and _is_easier(other, one) for other in states)
    )


def _is_easier(one: State, other: State) -> bool:
    """Tell whether one is met wherever the other is."""
    return all(b < 0 or 0 <= a <= b for a, b in zip(one, other, strict=True))
