"""Which exact way of counting minimal and vulnerable coalitions fits a game."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from accord.model.negotiation import Game
from accord.solve.power.coalitions.kinds import count_by_kinds
from accord.solve.power.coalitions.minimal import count_minimal as count_by_diagram
from accord.solve.power.coalitions.sharing import share_vulnerable, sharing_bits
from accord.solve.power.coalitions.stretches import (
    PLAYERS_AT_MOST,
    count_by_stretches,
    count_minimal,
    stretching_steps,
)
from accord.solve.power.counting import quotas_by_members, single_weights
from accord.solve.power.indices import deegan_packel, holler, johnston, normalise
from accord.solve.power.series import count_last, count_last_by_player, table_bits
from accord.solve.power.tables import PLAYERS_AT_MOST as TABLES_AT_MOST
from accord.solve.power.tables import Families, count_families
from accord.solve.power.tree import Tree, grow_tree

__all__ = ["Coalitions", "count_coalitions"]

# Truth tables of two megabytes each: some seconds.
_LARGE_TABLES_AT_MOST = 24
# Of ``stretching_steps``: some seconds.
_STEPS_AT_MOST = 1 << 33
# The second pass over minimal coalitions multiplies the cost by the number of players.
_BITS_AT_MOST = 1 << 21
# For Johnston's index; some seconds.
_SHARING_BITS_AT_MOST = 1 << 35


@dataclass(frozen=True, slots=True)
class Coalitions:
    """What rests on minimal and vulnerable coalitions; None where it is too much.

    Attributes:
        deegan_packel: Equal shares of minimal winning coalitions.
        johnston: Shares of the coalitions that each can break.
        holler: Share in minimal winning coalitions counted whole.
        winning: Number of minimal winning coalitions.
        blocking: Number of minimal blocking sets.
        vulnerable: Number of winning coalitions that some member can break.
        notes: What was not worked out, and why.
    """

    deegan_packel: tuple[Fraction, ...] | None = None
    johnston: tuple[Fraction, ...] | None = None
    holler: tuple[Fraction, ...] | None = None
    winning: int | None = None
    blocking: int | None = None
    vulnerable: int | None = None
    notes: tuple[str, ...] = ()


def count_coalitions(game: Game) -> Coalitions:
    """Work out what rests on minimal and vulnerable coalitions, as far as can be done.

    Args:
        game: The game.

    Returns:
        The indices and counts.

    Cost:
        That of the first of these that fits: truth tables (20 players), cases by kind
        of player, stretches of excess weight, generating functions, larger truth tables
        (24 players), a decision diagram.
    """
    tree, dual = grow_tree(game), grow_tree(game.dual())
    for count in (_small, count_by_kinds):
        families = count(tree)
        if families is not None:
            blocking = count(dual)
            number = None if blocking is None else sum(blocking.minimal_sizes)
            return _from_families(families, number)
    members = quotas_by_members(tree)
    if members is not None and _is_short(members[0]):
        turned = quotas_by_members(dual)
        families = count_by_stretches(*members)
        return _from_families(
            families, None if turned is None else count_minimal(*turned)
        )
    single = single_weights(game)
    if single is not None and _is_light(*single):
        return _from_weights(*single)
    if len(game.players) <= _LARGE_TABLES_AT_MOST:
        blocking = count_families(dual)
        return _from_families(count_families(tree), sum(blocking.minimal_sizes))
    return _from_diagram(tree, dual)


def _small(tree: Tree) -> Families | None:
    """Count by truth tables, for few players."""
    few = len(tree.weights[0]) <= TABLES_AT_MOST
    return count_families(tree) if few else None


def _is_short(weights: Sequence[int]) -> bool:
    """Tell whether stretches can be gone through in seconds, in 64 bits."""
    if len(weights) > PLAYERS_AT_MOST:
        return False
    return stretching_steps(weights) <= _STEPS_AT_MOST


def _is_light(weights: tuple[int, ...], quota: int) -> bool:
    """Tell whether minimal coalitions of a weighted rule can be counted in seconds."""
    bits = table_bits(weights, [quota] * (len(weights) + 1))
    return bits <= _BITS_AT_MOST and quota <= _BITS_AT_MOST // len(weights) ** 2


def _from_families(families: Families, blocking: int | None) -> Coalitions:
    """Work out all indices."""
    return Coalitions(
        deegan_packel=deegan_packel(families.minimal, families.minimal_sizes),
        johnston=johnston(families),
        holler=holler(families.minimal),
        winning=sum(families.minimal_sizes),
        blocking=blocking,
        vulnerable=families.vulnerable,
    )


def _from_weights(weights: tuple[int, ...], quota: int) -> Coalitions:
    """Count minimal coalitions of a weighted rule by generating functions."""
    falling = sorted(range(len(weights)), key=lambda player: -weights[player])
    ordered = [weights[player] for player in falling]
    by_place = count_last_by_player(ordered, quota)
    place = {player: place for place, player in enumerate(falling)}
    minimal = [by_place[place[player]] for player in range(len(weights))]
    sizes = count_last(ordered, quota)
    shared = sharing_bits(weights) <= _SHARING_BITS_AT_MOST
    return Coalitions(
        deegan_packel=deegan_packel(minimal, sizes),
        johnston=normalise(share_vulnerable(weights, quota)) if shared else None,
        holler=holler(minimal),
        winning=sum(sizes),
        blocking=sum(count_last(ordered, sum(weights) - quota + 1)),
        vulnerable=sum(count_last(ordered[::-1], quota)),
        notes=() if shared else ("Johnston's index takes too long for this game.",),
    )


def _from_diagram(tree: Tree, dual: Tree) -> Coalitions:
    """Count minimal coalitions of a compound rule by a diagram, where it is small."""
    players = len(tree.weights[0])
    limits = (
        f"with {players} players of many kinds under several sets of weights; up to "
        f"{_LARGE_TABLES_AT_MOST} players, with few kinds of players, or with one set of "
        "weights beside the number of members they are"
    )
    found = count_by_diagram(tree)
    if found is None:
        note = (
            "Deegan-Packel, Johnston, Holler and the numbers of minimal and vulnerable "
            f"coalitions are not worked out {limits}. All other values are exact."
        )
        return Coalitions(notes=(note,))
    blocking = count_by_diagram(dual)
    unknown = "Johnston's index and the number of vulnerable coalitions"
    if blocking is None:
        unknown = f"{unknown}, and that of blocking sets,"
    note = f"{unknown} are not worked out {limits}. All other values are exact."
    return Coalitions(
        deegan_packel=deegan_packel(found.by_player, found.sizes),
        holler=holler(found.by_player),
        winning=sum(found.sizes),
        blocking=None if blocking is None else sum(blocking.sizes),
        notes=(note,),
    )
