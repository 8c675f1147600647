"""How sure ties are, and what they hang on."""

from dataclasses import dataclass

from accord.model.structure.groups import Polarization
from accord.model.structure.method import Interval, Method

__all__ = [
    "AssessedTie",
    "Dropped",
    "Robustness",
    "TieTest",
    "UncertainNetwork",
    "UncertainTie",
]


@dataclass(frozen=True, slots=True)
class AssessedTie:
    """A tie beside what chance would make of it.

    Attributes:
        row: One actor.
        column: The other.
        value: The tie.
        expected: Its mean under chance.
        p: Chance of a tie as far from the mean, at least 1 / (draws + 1).
        q: The same, adjusted for the number of ties tested.
    """

    row: str
    column: str
    value: float
    expected: float
    p: float
    q: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TieTest:
    """Which ties are more, or less, than chance would make; surest first."""

    method: Method
    ties: tuple[AssessedTie, ...]


@dataclass(frozen=True, slots=True)
class UncertainTie:
    """A tie with its interval, and the chance that it has the sign it has."""

    row: str
    column: str
    value: float
    interval: Interval
    same_sign: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainNetwork:
    """A network and its polarization, with what doubt about statements makes of them.

    Attributes:
        method: How it was resampled.
        ties: What is not 0, each pair once.
        polarization: Of all statements.
        interval: Of the polarization.
        same_camp: Of all pairs of actors, mean chance of standing as in the camps,
            together or apart, in draws in which both have ties.
    """

    method: Method
    ties: tuple[UncertainTie, ...]
    polarization: Polarization
    interval: Interval
    same_camp: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What a network is without one outlet.

    Attributes:
        outlet: The one left out.
        statements: How many fell with it.
        polarization: Without it.
        agreement: Adjusted Rand index of the camps with and without it, over the
            actors left, at most 1.
        correlation: Of ties with and without it; None where one has no spread.
        flipped: Ties whose sign changed.
        lost: Actors that no other outlet quotes.
    """

    outlet: str
    statements: int
    polarization: float
    agreement: float
    correlation: float | None
    flipped: int
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """How far a result hangs on single outlets, the one that matters most first."""

    method: Method
    polarization: float
    without: tuple[Dropped, ...]
