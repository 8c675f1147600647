"""Where others can bring a conflict by moving one after the other."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal, get_args

from accord.errors import InputError
from accord.solve.stability.graph import Moves

__all__ = ["Sanctions", "find_reach", "sanctions_named"]

#: Which answers the others have: legal sequences in which nobody moves twice in a row
#: (the formal definition); one move of one of them; each of them at most one move.
Sanctions = Literal["formal", "single-move", "each-once"]

_MOVERS_AT_MOST = 8


def sanctions_named(name: str) -> Sanctions:
    """Find the semantics of a name.

    Raises:
        InputError: There is none.
    """
    known: tuple[Sanctions, ...] = get_args(Sanctions)
    for one in known:
        if one == name:
            return one
    message = f"There is no sanction semantics {name!r}."
    raise InputError(message, hint=f"Known are: {', '.join(known)}.")


def find_reach(moves: Sequence[Moves], *, size: int, sanctions: Sanctions) -> list[int]:
    """Find, for each state, the states that some players can bring it to.

    Args:
        moves: Moves by player.
        size: Number of states.
        sanctions: How the players may move one after the other.

    Returns:
        By state, the set of states reached by at least one move, one bit a state.

    Raises:
        InputError: Too many players for ``each-once``.

    Cost:
        Linear in the moves, times the number of players for ``formal``, for sets of n
        bits; 2 to the number of players for ``each-once``.

    Source:
        [fang1993] (legal sequences of moves).
    """
    if len(moves) == 1 or sanctions == "single-move":
        # One mover alone may not move twice in a row.
        return [_union(moves, state) for state in range(size)]
    if sanctions == "each-once":
        return _reach_each_once(moves, size)
    closure = _Closure(moves, size)
    closure.close()
    return [
        closure.join(
            to * len(moves) + mover
            for mover, rows in enumerate(moves)
            for to in rows[state]
        )
        for state in range(size)
    ]


def _union(moves: Sequence[Moves], state: int) -> int:
    """Find the states one move leads to."""
    found = 0
    for rows in moves:
        for to in rows[state]:
            found |= 1 << to
    return found


def _join(sets: set[int]) -> int:
    """Unite sets."""
    found = 0
    for one in sets:
        found |= one
    return found


def _reach_each_once(moves: Sequence[Moves], size: int) -> list[int]:
    """Let each player move at most once, in any order."""
    if len(moves) > _MOVERS_AT_MOST:
        message = f"{len(moves)} others can move in too many orders."
        raise InputError(message, hint="Ask for formal sanctions.")
    players = range(len(moves))
    # By those who may still move: the states reached from each, itself included.
    found: dict[frozenset[int], list[int]] = {
        frozenset(): [1 << state for state in range(size)]
    }
    for number in range(1, len(moves) + 1):
        for some in combinations(players, number):
            rest = [(moves[p], found[frozenset(some) - {p}]) for p in some]
            found[frozenset(some)] = [
                1 << state
                | _join({after[to] for rows, after in rest for to in rows[state]})
                for state in range(size)
            ]
    last = [(moves[p], found[frozenset(players) - {p}]) for p in players]
    return [
        _join({after[to] for rows, after in last for to in rows[state]})
        for state in range(size)
    ]


class _Closure:
    """Legal sequences, as paths over (state, last mover) with its strong components.

    Tarjan's algorithm without recursion: components are finished after all they lead
    to, so that each set is made of finished ones.
    """

    def __init__(self, moves: Sequence[Moves], size: int) -> None:
        self.moves = moves
        self.players = len(moves)
        nodes = size * self.players
        self.order = [0] * nodes
        self.low = [0] * nodes
        # By node, the number of its component, or -1 while it is open.
        self.component = [-1] * nodes
        # By component, the states of all nodes reached from it, its own included.
        self.reached: list[int] = []
        self.stack: list[int] = []
        self.count = 0

    def close(self) -> None:
        """Find the components, and what is reached from each."""
        for node in range(len(self.order)):
            if not self.order[node]:
                self._walk(node)

    def join(self, nodes: Iterable[int]) -> int:
        """Unite what is reached from some nodes; those still open add nothing."""
        component = self.component
        found = 0
        for number in {component[node] for node in nodes}:
            if number >= 0:
                found |= self.reached[number]
        return found

    def _after(self, node: int) -> list[int]:
        """Find the nodes that one move of another player leads to."""
        state, last = divmod(node, self.players)
        players = self.players
        return [
            to * players + mover
            for mover, rows in enumerate(self.moves)
            if mover != last
            for to in rows[state]
        ]

    def _open(self, node: int) -> tuple[int, list[int]]:
        """Meet a node for the first time; give the nodes to walk on to."""
        self.count += 1
        self.order[node] = self.low[node] = self.count
        self.stack.append(node)
        return node, self._after(node)

    def _walk(self, root: int) -> None:
        """Close every node that can be reached from one."""
        order, low, component = self.order, self.low, self.component
        path = [self._open(root)]
        while path:
            node, waiting = path[-1]
            while waiting:
                to = waiting.pop()
                if not order[to]:
                    path.append(self._open(to))
                    break
                if component[to] < 0 and order[to] < low[node]:
                    low[node] = order[to]
            else:
                path.pop()
                if low[node] == order[node]:
                    self._finish(node)
                if path and low[node] < low[path[-1][0]]:
                    low[path[-1][0]] = low[node]

    def _finish(self, root: int) -> None:
        """Close a component: all it holds, and all that those lead to."""
        members = []
        while True:
            node = self.stack.pop()
            members.append(node)
            if node == root:
                break
        found = self.join(to for node in members for to in self._after(node))
        for node in members:
            found |= 1 << node // self.players
            self.component[node] = len(self.reached)
        self.reached.append(found)
