"""Rules side by side: what the same players would have under other ways to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from accord.errors import InputError
from accord.model.negotiation import Game, Rule, Weighted
from accord.solve.power.counting import count_swings
from accord.solve.power.indices import coleman, normalise, shapley_shubik

__all__ = ["RulePower", "common_alternatives", "compare_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePower:
    """What one rule gives the players.

    Attributes:
        title: What the rule is called.
        act: Share of all coalitions that can decide.
        veto: Players without whom nothing is decided.
        dummies: Players who never decide.
        shapley_shubik: By player; sums to 1.
        banzhaf_normalised: By player; sums to 1.
        banzhaf_absolute: By player.
        prevent: By player, the share of winning coalitions that it can break.
        initiate: By player, the share of losing coalitions that it can make win.
    """

    title: str
    act: Fraction
    veto: tuple[str, ...]
    dummies: tuple[str, ...]
    shapley_shubik: tuple[Fraction, ...]
    banzhaf_normalised: tuple[Fraction, ...]
    banzhaf_absolute: tuple[Fraction, ...]
    prevent: tuple[Fraction, ...]
    initiate: tuple[Fraction, ...]


def common_alternatives(game: Game) -> tuple[Game, ...]:
    """Give the same players other rules: each one vote, and a common quota.

    Returns:
        Unanimity, two thirds and a majority of the players; those that are the game's
        own rule are left out.
    """
    players = game.players
    heads = len(players)
    rules: dict[str, Rule] = {
        "unanimity": Weighted.unanimity(players),
        "two thirds": Weighted.count(-(-2 * heads // 3), players),
        "majority": Weighted.count(heads // 2 + 1, players),
    }
    found: list[Game] = []
    for title, rule in rules.items():
        if rule not in (game.rule, *(other.rule for other in found)):
            found.append(Game(players=players, rule=rule, title=title))
    return tuple(found)


def compare_rules(games: Sequence[Game]) -> tuple[RulePower, ...]:
    """Work out what each of several rules gives the same players.

    Args:
        games: Games of the same players, in the same order.

    Returns:
        The rules in the order given.

    Raises:
        InputError: The players are not the same, or a game is too large.

    Cost:
        See ``counting.count_swings``, for each game.

    Example:
        >>> game = Game(players=("A", "B"), rule=Weighted.count(1, ("A", "B")))
        >>> [r.veto for r in compare_rules([game, *common_alternatives(game)])]
        [(), ('A', 'B')]
    """
    players = games[0].players
    if any(game.players != players for game in games):
        message = "The rules are not between the same players."
        raise InputError(message, hint="Name the same players in the same order.")
    return tuple(_power(game) for game in games)


def _power(game: Game) -> RulePower:
    """Work one rule out."""
    counts = count_swings(game)
    swings = [sum(row) for row in counts.swings]
    act, prevent, initiate = coleman(counts)
    named = list(zip(game.players, prevent, swings, strict=True))
    return RulePower(
        title=game.title or game.id or "the rule",
        act=act,
        veto=tuple(name for name, part, _ in named if part == 1),
        dummies=tuple(name for name, _, count in named if not count),
        shapley_shubik=shapley_shubik(counts.swings),
        banzhaf_normalised=normalise(swings),
        banzhaf_absolute=tuple(Fraction(s, 1 << (len(swings) - 1)) for s in swings),
        prevent=prevent,
        initiate=initiate,
    )
