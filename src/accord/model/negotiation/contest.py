"""Contests: who pulls a question that lies on a line where, and how hard."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from accord.errors import InputError

__all__ = ["STAKES_AT_MOST", "Contest", "Stake"]

STAKES_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class Stake:
    """What somebody wants of a question, and how much it can and will do for it.

    Attributes:
        name: Who.
        capability: How much it can bring to bear; 0 or more, in any one unit.
        position: What it wants, on the contest's line.
        salience: How much of that it will bring to bear here; 0 or more.
    """

    name: str
    capability: float
    position: float
    salience: float

    @property
    def weight(self) -> float:
        """What it brings to bear."""
        return self.capability * self.salience

    def problems(self) -> Iterator[str]:
        """Say which of the numbers cannot be used."""
        for what in ("capability", "position", "salience"):
            number = getattr(self, what)
            if not math.isfinite(number):
                yield f"The {what} of {self.name!r} is {number}: no finite number."
            elif number < 0 and what != "position":
                yield f"The {what} of {self.name!r} is {number}, below zero."


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A question whose answers lie on a line, and those who pull at it.

    Attributes:
        stakes: Who pulls where.
        title: What is asked; empty if not said.
        outcome: What came of it; None if it is not known.

    Raises:
        InputError: Nobody pulls, one stands twice, or a number is none that fits.

    Example:
        >>> stakes = Stake("A", 2.0, 0.0, 1.0), Stake("B", 1.0, 9.0, 1.0)
        >>> Contest(stakes=stakes).span
        9.0
    """

    stakes: tuple[Stake, ...]
    title: str = ""
    outcome: float | None = None

    def __post_init__(self) -> None:
        problem = next(self._problems(), None)
        if problem:
            hint = "Give each actor a name, a position, a capability and a salience."
            raise InputError(problem, hint=hint)

    def _problems(self) -> Iterator[str]:
        """Say what is wrong."""
        names = [stake.name for stake in self.stakes]
        if not names:
            yield "The contest has no actors."
        if len(names) > STAKES_AT_MOST:
            yield f"The contest has {len(names)} actors; up to {STAKES_AT_MOST} fit."
        for name in sorted(set(names)):
            if names.count(name) > 1:
                yield f"The actor {name!r} is there twice."
        for stake in self.stakes:
            yield from stake.problems()
        if names and not sum(stake.weight for stake in self.stakes) > 0:
            yield "Nobody brings anything to bear: capability times salience is 0."
        if self.outcome is not None and not math.isfinite(self.outcome):
            yield f"The outcome is {self.outcome}: no finite number."

    @property
    def span(self) -> float:
        """How far the outermost positions are apart."""
        positions = [stake.position for stake in self.stakes]
        return max(positions) - min(positions)
