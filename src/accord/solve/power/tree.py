"""Rules as trees over numbered leaves, the form in which they are counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.model.negotiation import Game, Rule, Weighted

__all__ = ["MET", "NEVER", "Part", "Tree", "grow_tree"]

# What is left to reach of a leaf's quota: nothing, or more than anybody can bring.
MET, NEVER = 0, -1


@dataclass(frozen=True, slots=True)
class Part:
    """A knot of the tree.

    Attributes:
        needed: How many of the parts must be met.
        parts: Numbers of leaves, and further knots.
    """

    needed: int
    parts: "tuple[int | Part, ...]"


@dataclass(frozen=True, slots=True)
class Tree:
    """A rule over numbered leaves.

    Attributes:
        root: The whole rule.
        quotas: Quota by leaf.
        weights: Weight by leaf and player, in the order of the game's players.
    """

    root: int | Part
    quotas: tuple[int, ...]
    weights: tuple[tuple[int, ...], ...]

    def settle(self, rest: Sequence[int], left: Sequence[int]) -> tuple[int, ...]:
        """Bring what is left to reach into the one form that means the same.

        Args:
            rest: By leaf, the weight still to reach; MET or NEVER where decided.
            left: By leaf, the weight that those may still bring who are undecided.

        Returns:
            The same by leaf; the leaves below a decided knot are all MET or all NEVER,
            so that states with one future are equal.
        """
        state = [
            rest[leaf] if 0 <= rest[leaf] <= left[leaf] else NEVER
            for leaf in range(len(rest))
        ]
        _decide(self.root, state)
        return tuple(state)


def _decide(part: int | Part, state: list[int]) -> bool | None:
    """Tell whether a part is met, settling the leaves below decided knots."""
    if isinstance(part, int):
        return {MET: True, NEVER: False}.get(state[part])
    results = [_decide(below, state) for below in part.parts]
    if results.count(True) >= part.needed:
        _fill(part, MET, state)
        return True
    if len(results) - results.count(False) < part.needed:
        _fill(part, NEVER, state)
        return False
    return None


def _fill(part: int | Part, value: int, state: list[int]) -> None:
    """Give every leaf below a part one value."""
    if isinstance(part, int):
        state[part] = value
    else:
        for below in part.parts:
            _fill(below, value, state)


def grow_tree(game: Game) -> Tree:
    """Number the leaves of a game's rule; equal leaves keep numbers of their own."""
    quotas: list[int] = []
    weights: list[tuple[int, ...]] = []

    def grow(rule: Rule) -> int | Part:
        if isinstance(rule, Weighted):
            by_player = dict(rule.weights)
            quotas.append(rule.quota)
            weights.append(tuple(by_player.get(p, 0) for p in game.players))
            return len(quotas) - 1
        return Part(rule.needed, tuple(grow(below) for below in rule.rules))

    root = grow(game.rule)
    return Tree(root, tuple(quotas), tuple(weights))
