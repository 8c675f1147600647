"""Power: everything that is worked out of one game."""

from dataclasses import dataclass
from fractions import Fraction

from accord.model.negotiation import Game
from accord.solve.power.coalitions import count_coalitions
from accord.solve.power.counting import count_swings
from accord.solve.power.indices import coleman, normalise, shapley_shubik

__all__ = ["Power", "solve_power"]


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
        See ``series.count_swings`` and ``diagram.count_swings``; for the indices on
        minimal coalitions ``coalitions.count_coalitions``.

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
    minimal = count_coalitions(game)
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
