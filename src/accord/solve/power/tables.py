"""Small games by truth tables: one bit for each coalition, in one integer.

Bit c of a table answers for the coalition whose members are the bits of c. Whole
families of coalitions are then intersected, shifted and counted at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.solve.power.swings import Swings
from accord.solve.power.tree import Part, Tree

__all__ = [
    "PLAYERS_AT_MOST",
    "Families",
    "count_by_table",
    "count_families",
    "list_members",
    "minimal_table",
    "win_table",
]

PLAYERS_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Families:
    """What truth tables tell of a game beside its swings.

    Attributes:
        minimal: By player and size, the number of minimal winning coalitions with it.
        minimal_sizes: Number of minimal winning coalitions by size.
        vulnerable: Number of winning coalitions that some member's leaving breaks.
        shares: By player and number of such members: in how many vulnerable coalitions
            the player is one of so many.
    """

    minimal: tuple[tuple[int, ...], ...]
    minimal_sizes: tuple[int, ...]
    vulnerable: int
    shares: tuple[tuple[int, ...], ...]


def win_table(tree: Tree) -> int:
    """Make the table of winning coalitions."""
    players = len(tree.weights[0])
    every = (1 << (1 << players)) - 1

    def draw(part: int | Part) -> int:
        if isinstance(part, int):
            return _heavy(tree.weights[part], tree.quotas[part])
        # reached[k]: at least k of the parts so far are met.
        reached = [every] + [0] * part.needed
        for below in part.parts:
            table = draw(below)
            for needed in range(part.needed, 0, -1):
                reached[needed] |= reached[needed - 1] & table
        return reached[-1]

    return draw(tree.root)


def _heavy(weights: tuple[int, ...], quota: int) -> int:
    """Make the table of the coalitions that reach a quota."""
    reach = [0]
    for weight in weights:
        reach.append(reach[-1] + weight)
    seen: dict[tuple[int, int], int] = {}

    def draw(players: int, rest: int) -> int:
        if rest <= 0:
            return (1 << (1 << players)) - 1
        if rest > reach[players]:
            return 0
        if (players, rest) not in seen:
            one = players - 1
            seen[players, rest] = draw(one, rest) | draw(one, rest - weights[one]) << (
                1 << one
            )
        return seen[players, rest]

    return draw(len(weights), quota)


def _with_player(player: int, players: int) -> int:
    """Make the table of the coalitions that hold a player."""
    block = 1 << player
    table = ((1 << block) - 1) << block
    width = 2 * block
    while width < 1 << players:
        table |= table << width
        width *= 2
    return table


def _by_size(players: int) -> list[int]:
    """Make the tables of the coalitions of each size, from none to all."""
    tables = [1]
    for player in range(players):
        more = [0, *(table << (1 << player) for table in tables)]
        tables = [a | b for a, b in zip([*tables, 0], more, strict=True)]
    return tables


def _critical(wins: int, players: int) -> list[int]:
    """Make, by player, the table of the winning coalitions it breaks by leaving."""
    return [
        wins & _with_player(player, players) & ~(wins << (1 << player))
        for player in range(players)
    ]


def minimal_table(wins: int, players: int) -> int:
    """Make the table of the minimal winning coalitions from that of all winning."""
    minimal = wins
    for player, critical in enumerate(_critical(wins, players)):
        minimal &= critical | ~_with_player(player, players)
    return minimal


def list_members(table: int, players: int) -> Iterator[tuple[int, ...]]:
    """List the coalitions of a table, each as the numbers of its members."""
    raw = table.to_bytes(((1 << players) + 7) // 8, "little")
    for place, byte in enumerate(raw):
        for bit in range(8):
            if byte >> bit & 1:
                coalition = place * 8 + bit
                yield tuple(p for p in range(players) if coalition >> p & 1)


def count_families(tree: Tree) -> Families:
    """Count minimal winning and vulnerable coalitions exactly.

    Args:
        tree: The rule, over at most PLAYERS_AT_MOST players.

    Returns:
        The counts.

    Cost:
        O(n^2) operations on integers of 2^n bits.
    """
    players = len(tree.weights[0])
    wins = win_table(tree)
    critical = _critical(wins, players)
    holding = [_with_player(player, players) for player in range(players)]
    minimal = minimal_table(wins, players)
    sized = [minimal & table for table in _by_size(players)]
    exactly = _count_critical(critical)
    return Families(
        minimal=tuple(
            tuple((table & held).bit_count() for table in sized) for held in holding
        ),
        minimal_sizes=tuple(table.bit_count() for table in sized),
        vulnerable=sum(table.bit_count() for table in exactly[1:]),
        shares=tuple(
            tuple((table & one).bit_count() for table in exactly) for one in critical
        ),
    )


def count_by_table(tree: Tree) -> Swings:
    """Count winning coalitions and swings exactly.

    Cost:
        O(n^2) operations on integers of 2^n bits.
    """
    players = len(tree.weights[0])
    wins = win_table(tree)
    sizes = _by_size(players)
    return Swings(
        tuple((wins & table).bit_count() for table in sizes),
        tuple(
            tuple((one & table).bit_count() for table in sizes[1:])
            for one in _critical(wins, players)
        ),
    )


def _count_critical(critical: list[int]) -> list[int]:
    """Make, by number, the table of the coalitions with so many critical members."""
    players = len(critical)
    planes = [0] * (players.bit_length())
    for carry in critical:
        for place, plane in enumerate(planes):
            planes[place], carry = plane ^ carry, plane & carry  # noqa: PLW2901
    tables = []
    for number in range(players + 1):
        table = (1 << (1 << players)) - 1
        for place, plane in enumerate(planes):
            table &= plane if number >> place & 1 else ~plane
        tables.append(table)
    return tables
