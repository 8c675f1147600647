"""The indices of voting power, from what was counted."""

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from accord.solve.power.swings import Swings
from accord.solve.power.tables import Families

__all__ = [
    "coleman",
    "deegan_packel",
    "holler",
    "johnston",
    "normalise",
    "shapley_shubik",
]


def normalise(parts: Sequence[Fraction | int]) -> tuple[Fraction, ...]:
    """Give each part's share of the whole, which must not be zero."""
    whole = sum(parts)
    return tuple(Fraction(part) / whole for part in parts)


def shapley_shubik(swings: Sequence[Sequence[int]]) -> tuple[Fraction, ...]:
    """Find each player's share of the orders in which it is the one that decides.

    Source:
        [shapley1954].

    Example:
        >>> shapley_shubik([[0, 1], [0, 1]])
        (Fraction(1, 2), Fraction(1, 2))
    """
    players = len(swings)
    ways = [factorial(k) * factorial(players - 1 - k) for k in range(players)]
    # Players of one weight have one list of swings: most of the work is shared.
    found = {
        row: Fraction(
            sum(a * b for a, b in zip(row, ways, strict=True)), factorial(players)
        )
        for row in {tuple(row) for row in swings}
    }
    return tuple(found[tuple(row)] for row in swings)


def coleman(
    counts: Swings,
) -> tuple[Fraction, tuple[Fraction, ...], tuple[Fraction, ...]]:
    """Find the power to act, to prevent and to initiate.

    Returns:
        The share of coalitions that win; by player, the share of winning coalitions it
        can break and the share of losing ones it can make win.

    Source:
        [coleman1971].
    """
    every = 1 << len(counts.swings)
    winning = sum(counts.winning)
    swings = [sum(row) for row in counts.swings]
    return (
        Fraction(winning, every),
        tuple(Fraction(count, winning) for count in swings),
        tuple(Fraction(count, every - winning) for count in swings),
    )


def deegan_packel(
    minimal: Sequence[Sequence[int]], sizes: Sequence[int]
) -> tuple[Fraction, ...]:
    """Share each minimal winning coalition equally among its members.

    Args:
        minimal: By player and size, the minimal winning coalitions it is in.
        sizes: Number of minimal winning coalitions by size.

    Source:
        [deegan1978].
    """
    number = sum(sizes)
    return tuple(
        sum((Fraction(c, size) for size, c in enumerate(row) if c), Fraction()) / number
        for row in minimal
    )


def holler(minimal: Sequence[Sequence[int]]) -> tuple[Fraction, ...]:
    """Count the minimal winning coalitions each player is in (public good index).

    Source:
        [holler1982].
    """
    return normalise([sum(row) for row in minimal])


def johnston(families: Families) -> tuple[Fraction, ...]:
    """Share each vulnerable coalition among those who can break it.

    Source:
        [johnston1978].
    """
    return normalise(
        [
            sum((Fraction(c, among) for among, c in enumerate(row) if c), Fraction())
            for row in families.shares
        ]
    )
