"""Counting swings: which of the exact methods fits a game."""

from collections.abc import Sequence

from accord.errors import InputError
from accord.model.negotiation import Game
from accord.solve.power import diagram, series
from accord.solve.power.swings import Swings
from accord.solve.power.tables import count_by_table
from accord.solve.power.tree import MET, NEVER, Tree, grow_tree

__all__ = ["count_swings", "quotas_by_members", "single_weights"]

PLAYERS_AT_MOST = 1_000
# Truth tables of two megabytes each: about ten seconds.
_TABLES_AT_MOST = 24
# A table of 64 MB; about two seconds for 200 players and a quota of 2,500.
_BITS_AT_MOST = 1 << 29


def count_swings(game: Game) -> Swings:
    """Count winning coalitions and swings exactly.

    Args:
        game: The game.

    Returns:
        The counts, by generating functions if only one set of weights and the number of
        members matter, else by a decision diagram; by truth tables where a diagram of
        up to 24 players would be too large.

    Raises:
        InputError: The game is too large for either.
    """
    if len(game.players) > PLAYERS_AT_MOST:
        message = f"The game has {len(game.players)} players: too many to count."
        hint = f"Up to {PLAYERS_AT_MOST} players are counted exactly; estimate: --estimate 10000."
        raise InputError(message, hint=hint)
    tree = grow_tree(game)
    found = quotas_by_members(tree)
    if found is not None and series.table_bits(*found) <= _BITS_AT_MOST:
        return series.count_swings(*found)
    try:
        return diagram.count_swings(tree)
    except InputError:
        # A table has one size, whatever the weights.
        if len(game.players) > _TABLES_AT_MOST:
            raise
        return count_by_table(tree)


def single_weights(game: Game) -> tuple[tuple[int, ...], int] | None:
    """Give weights and quota if the rule is a single weighted one."""
    tree = grow_tree(game)
    return (tree.weights[0], tree.quotas[0]) if tree.root == 0 else None


def quotas_by_members(
    tree: Tree,
) -> tuple[Sequence[int], Sequence[int | None]] | None:
    """Write a rule as one set of weights with a quota by number of members.

    Returns:
        Weights, and quotas from no member to all; None if the rule is of another form.
    """
    heads = (1,) * len(tree.weights[0])
    kinds = dict.fromkeys(tree.weights)
    others = [kind for kind in kinds if kind != heads]
    if len(others) > 1:
        return None
    weights = others[0] if others else heads
    counts = [kind == heads for kind in tree.weights]
    return weights, [_quota(tree, counts, members) for members in range(len(heads) + 1)]


def _quota(tree: Tree, counts: Sequence[bool], members: int) -> int | None:
    """Find the least weight with which so many members win; None if there is none."""
    steps = {q for q, is_count in zip(tree.quotas, counts, strict=True) if not is_count}
    for weight in (0, *sorted(steps)):
        reached = [members if is_count else weight for is_count in counts]
        state = [
            MET if have >= quota else NEVER
            for have, quota in zip(reached, tree.quotas, strict=True)
        ]
        if not any(tree.settle(state, state)):
            return weight
    return None
