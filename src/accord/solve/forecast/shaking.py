"""Shaking: how much a number moves when its inputs do."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.errors import InputError
from accord.model.negotiation.contest import Contest, Stake

__all__ = ["Shake", "Spread", "shaken", "spread_of"]

_DRAWS_AT_MOST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shake:
    """How inputs are shaken.

    Attributes:
        share: Largest change of a capability or salience, as a share of it.
        draws: How often.
        seed: Which draws.
    """

    share: float = 0.1
    draws: int = 200
    seed: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.share < 1:
            message = f"Inputs cannot be shaken by a share of {self.share}."
            raise InputError(message, hint="Give a share from 0 to below 1, as 0.1.")
        if not 1 <= self.draws <= _DRAWS_AT_MOST:
            message = f"{self.draws} draws cannot be made."
            raise InputError(message, hint=f"Ask for 1 to {_DRAWS_AT_MOST:,}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Where the values of all draws lie: order statistics, not a probability.

    Attributes:
        least: The least.
        low: One in ten is not above it.
        middle: The middle one.
        high: One in ten is not below it.
        most: The greatest.
    """

    least: float
    low: float
    middle: float
    high: float
    most: float


def shaken(contest: Contest, shake: Shake) -> Iterator[Contest]:
    """Shake capability and salience of everybody, independently of each other."""
    chance = random.Random(shake.seed)  # noqa: S311 - a simulation, seeded

    def around() -> float:
        return chance.uniform(1 - shake.share, 1 + shake.share)

    for _ in range(shake.draws):
        stakes = tuple(
            Stake(s.name, s.capability * around(), s.position, s.salience * around())
            for s in contest.stakes
        )
        yield replace(contest, stakes=stakes)


def spread_of(values: Sequence[float]) -> Spread:
    """Sum values up by five of them."""
    order = sorted(values)
    last = len(order) - 1
    least, low, middle, high, most = (
        order[round(last * share)] for share in (0, 0.1, 0.5, 0.9, 1)
    )
    return Spread(least=least, low=low, middle=middle, high=high, most=most)
