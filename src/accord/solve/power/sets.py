"""The sets themselves: who together is just enough to decide, or to stop a decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from accord.errors import InputError
from accord.model.negotiation import Game
from accord.solve.power.counting import single_weights
from accord.solve.power.tables import (
    PLAYERS_AT_MOST,
    list_members,
    minimal_table,
    win_table,
)
from accord.solve.power.tree import grow_tree

__all__ = ["Listed", "list_minimal"]

SETS_AT_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Listed:
    """Sets of players.

    Attributes:
        sets: The sets, each in the order of the game's players.
        complete: Whether these are all; if not, there are more than were asked for.
    """

    sets: tuple[tuple[str, ...], ...]
    complete: bool


def list_minimal(game: Game, *, at_most: int = SETS_AT_MOST) -> Listed:
    """List the minimal winning coalitions: those that need each of their members.

    The minimal blocking sets are those of ``game.dual()``.

    Args:
        game: The game.
        at_most: Number of sets to list at most.

    Returns:
        The sets, the smallest first if all are listed.

    Raises:
        InputError: The game has more than 20 players and no single weighted rule.

    Cost:
        O(n) operations on integers of 2^n bits up to 20 players; beyond, linear in the
        number of sets listed times the number of players.

    Example:
        >>> from accord.model.negotiation import Weighted
        >>> rule = Weighted(3, (("A", 2), ("B", 1), ("C", 1)))
        >>> game = Game(players=("A", "B", "C"), rule=rule)
        >>> list_minimal(game).sets
        (('A', 'B'), ('A', 'C'))
        >>> list_minimal(game.dual()).sets
        (('A',), ('B', 'C'))
    """
    players = len(game.players)
    single = single_weights(game)
    if players <= PLAYERS_AT_MOST:
        table = minimal_table(win_table(grow_tree(game)), players)
        found = sorted(list_members(table, players), key=lambda s: (len(s), s))
    elif single is not None:
        found = list(islice(_walk(*single), at_most + 1))
        found.sort(key=lambda s: (len(s), s))
    else:
        message = (
            f"The minimal sets of a compound rule over {players} players are too many "
            "to list."
        )
        hint = f"Sets are listed up to {PLAYERS_AT_MOST} players."
        raise InputError(message, hint=hint)
    named = tuple(tuple(game.players[p] for p in one) for one in found[:at_most])
    return Listed(named, len(found) <= at_most)


def _walk(weights: tuple[int, ...], quota: int) -> Iterator[tuple[int, ...]]:
    """Find minimal winning coalitions of a weighted rule, the heaviest players first.

    A coalition that is filled up by falling weights until it wins needs its last member,
    and so all the others.
    """
    order = sorted(range(len(weights)), key=lambda p: (-weights[p], p))
    falling = [weights[p] for p in order]
    left = list(accumulate(falling[::-1], initial=0))[::-1]
    # Each entry: next place, weight still to reach, members so far.
    waiting: list[tuple[int, int, tuple[int, ...]]] = [(0, quota, ())]
    while waiting:
        place, rest, members = waiting.pop()
        if rest <= 0:
            yield tuple(sorted(members))
        elif left[place] >= rest:
            waiting.append((place + 1, rest, members))
            joined = (*members, order[place])
            waiting.append((place + 1, rest - falling[place], joined))
