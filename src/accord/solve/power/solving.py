"""Power: everything that is worked out of one game."""

from dataclasses import dataclass
from fractions import Fraction

from accord.model.negotiation import Game
from accord.solve.power.counting import count_swings, single_weights
from accord.solve.power.indices import (
    coleman,
    deegan_packel,
    holler,
    johnston,
    normalise,
    shapley_shubik,
)
from accord.solve.power.minimal import count_minimal
from accord.solve.power.series import count_last, count_last_by_player, table_bits
from accord.solve.power.sharing import share_vulnerable, sharing_bits
from accord.solve.power.tables import PLAYERS_AT_MOST, count_families
from accord.solve.power.tree import grow_tree

__all__ = ["Power", "solve_power"]

# The second pass over minimal coalitions multiplies the cost by the number of players.
_BITS_AT_MOST = 1 << 21
# For Johnston's index; some seconds.
_SHARING_BITS_AT_MOST = 1 << 35


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """Who has how much power under a rule, before anything is known of wishes.

    All indices are exact fractions in the order of ``players``; a value is None where
    the game is too large for it, and ``notes`` says so.

    Attributes:
        players: Names.
        winning: Number of winning coalitions.
        swings: How many coalitions each player turns from losing into winning.
        shapley_shubik: Share of the orders of agreement in which it decides; sums to 1.
        banzhaf_absolute: Share of the others' coalitions in which it decides.
        banzhaf_normalised: Its share of all swings; sums to 1.
        coleman_act: Share of all coalitions that win: how easily the body decides.
        coleman_prevent: Share of the winning coalitions that it can break.
        coleman_initiate: Share of the losing coalitions that it can make win.
        rae: Share of votes in which it is on the winning side.
        deegan_packel: Equal shares of minimal winning coalitions; sums to 1.
        johnston: Shares of the coalitions that it can break; sums to 1.
        holler: Share in minimal winning coalitions counted whole; sums to 1.
        minimal_winning: Number of winning coalitions that need every member.
        minimal_blocking: Number of smallest sets without whom nothing is decided.
        vulnerable: Number of winning coalitions that need some member.
        veto: Players without whom nothing is decided.
        dummies: Players who never decide.
        dictator: The player who decides alone and whom nobody can stop; None if none.
        notes: What was not worked out, and why.
    """

    players: tuple[str, ...]
    winning: int
    swings: tuple[int, ...]
    shapley_shubik: tuple[Fraction, ...]
    banzhaf_absolute: tuple[Fraction, ...]
    banzhaf_normalised: tuple[Fraction, ...]
    coleman_act: Fraction
    coleman_prevent: tuple[Fraction, ...]
    coleman_initiate: tuple[Fraction, ...]
    rae: tuple[Fraction, ...]
    deegan_packel: tuple[Fraction, ...] | None
    johnston: tuple[Fraction, ...] | None
    holler: tuple[Fraction, ...] | None
    minimal_winning: int | None
    minimal_blocking: int | None
    vulnerable: int | None
    veto: tuple[str, ...]
    dummies: tuple[str, ...]
    dictator: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Minimal:
    """What rests on minimal winning coalitions."""

    deegan_packel: tuple[Fraction, ...] | None = None
    johnston: tuple[Fraction, ...] | None = None
    holler: tuple[Fraction, ...] | None = None
    winning: int | None = None
    blocking: int | None = None
    vulnerable: int | None = None
    notes: tuple[str, ...] = ()


def solve_power(game: Game) -> Power:
    """Work out every index of power of a game, exactly.

    Args:
        game: The game.

    Returns:
        The indices. They say what the rule alone gives each player; wishes, agenda,
        abstention and enforcement are not in them.

    Raises:
        InputError: The game is too large to count exactly.

    Cost:
        See ``series.count_swings`` and ``diagram.count_swings``; the indices on minimal
        coalitions take 2^n bits up to 20 players.

    Source:
        [shapley1954], [banzhaf1965], [coleman1971], [deegan1978], [johnston1978],
        [holler1982], [rae1969]; definitions as in [felsenthal1998].

    Example:
        >>> from accord.model.negotiation import Weighted
        >>> rule = Weighted(4, (("A", 3), ("B", 2), ("C", 1), ("D", 1)))
        >>> power = solve_power(Game(players=("A", "B", "C", "D"), rule=rule))
        >>> [str(share) for share in power.shapley_shubik]
        ['1/2', '1/6', '1/6', '1/6']
    """
    counts = count_swings(game)
    swings = tuple(sum(row) for row in counts.swings)
    absolute = tuple(Fraction(s, 1 << (len(swings) - 1)) for s in swings)
    act, prevent, initiate = coleman(counts)
    minimal = _solve_minimal(game)
    players = game.players
    return Power(
        players=players,
        winning=sum(counts.winning),
        swings=swings,
        shapley_shubik=shapley_shubik(counts.swings),
        banzhaf_absolute=absolute,
        banzhaf_normalised=normalise(swings),
        coleman_act=act,
        coleman_prevent=prevent,
        coleman_initiate=initiate,
        rae=tuple((1 + share) / 2 for share in absolute),
        deegan_packel=minimal.deegan_packel,
        johnston=minimal.johnston,
        holler=minimal.holler,
        minimal_winning=minimal.winning,
        minimal_blocking=minimal.blocking,
        vulnerable=minimal.vulnerable,
        veto=tuple(p for p, part in zip(players, prevent, strict=True) if part == 1),
        dummies=tuple(p for p, s in zip(players, swings, strict=True) if not s),
        dictator=next(
            (p for p, share in zip(players, absolute, strict=True) if share == 1), None
        ),
        notes=minimal.notes,
    )


def _solve_minimal(game: Game) -> _Minimal:
    """Work out what rests on minimal winning coalitions, where it can be done."""
    if len(game.players) <= PLAYERS_AT_MOST:
        families = count_families(grow_tree(game))
        blocking = count_families(grow_tree(game.dual()))
        return _Minimal(
            deegan_packel=deegan_packel(families.minimal, families.minimal_sizes),
            johnston=johnston(families),
            holler=holler(families.minimal),
            winning=sum(families.minimal_sizes),
            blocking=sum(blocking.minimal_sizes),
            vulnerable=families.vulnerable,
        )
    single = single_weights(game)
    if single is not None and _is_light(*single):
        return _minimal_of_weights(*single)
    return _minimal_of_diagram(game)


def _minimal_of_diagram(game: Game) -> _Minimal:
    """Count minimal coalitions of a compound rule by a diagram, where it is small."""
    found = count_minimal(grow_tree(game))
    if found is not None:
        blocking = count_minimal(grow_tree(game.dual()))
        notes = [
            (
                f"Johnston's index of a compound rule is worked out up to {PLAYERS_AT_MOST} "
                "players."
            )
        ]
        if blocking is None:
            notes.append("There are too many situations to count blocking sets.")
        return _Minimal(
            deegan_packel=deegan_packel(found.by_player, found.sizes),
            holler=holler(found.by_player),
            winning=sum(found.sizes),
            blocking=None if blocking is None else sum(blocking.sizes),
            notes=tuple(notes),
        )
    note = (
        "Deegan-Packel, Johnston, Holler and the numbers of minimal and vulnerable "
        f"coalitions are worked out up to {PLAYERS_AT_MOST} players, or more where the "
        "rule leaves few different situations; here there are too many."
    )
    return _Minimal(notes=(note,))


def _is_light(weights: tuple[int, ...], quota: int) -> bool:
    """Tell whether minimal coalitions of a weighted rule can be counted in seconds."""
    bits = table_bits(weights, [quota] * (len(weights) + 1))
    return bits <= _BITS_AT_MOST and quota <= _BITS_AT_MOST // len(weights) ** 2


def _minimal_of_weights(weights: tuple[int, ...], quota: int) -> _Minimal:
    """Count minimal coalitions of a weighted rule by generating functions."""
    falling = sorted(range(len(weights)), key=lambda player: -weights[player])
    ordered = [weights[player] for player in falling]
    by_place = count_last_by_player(ordered, quota)
    place = {player: place for place, player in enumerate(falling)}
    minimal = [by_place[place[player]] for player in range(len(weights))]
    sizes = count_last(ordered, quota)
    shared = sharing_bits(weights) <= _SHARING_BITS_AT_MOST
    return _Minimal(
        deegan_packel=deegan_packel(minimal, sizes),
        johnston=normalise(share_vulnerable(weights, quota)) if shared else None,
        holler=holler(minimal),
        winning=sum(sizes),
        blocking=sum(count_last(ordered, sum(weights) - quota + 1)),
        vulnerable=sum(count_last(ordered[::-1], quota)),
        notes=() if shared else ("Johnston's index takes too long for this game.",),
    )
