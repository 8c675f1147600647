"""Who stands together, how far apart camps are, and when that changed."""

from dataclasses import dataclass
from datetime import datetime

from accord.model.structure.method import Method

__all__ = [
    "Communities",
    "Member",
    "Phase",
    "Phases",
    "Polarization",
    "PolarizationAt",
    "Tried",
]


@dataclass(frozen=True, slots=True)
class Member:
    """Who stands where: an actor and the number of their group, from 0."""

    name: str
    group: int


@dataclass(frozen=True, slots=True)
class Tried:
    """One of several ways that were tried, with the score it reached."""

    name: str
    score: float
    groups: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities:
    """Groups that agree among themselves more than by chance.

    Attributes:
        method: How the best partition was found.
        members: Each actor's group; groups are numbered by their first member's name.
        modularity: Of the partition, in [-1, 1]; negative ties count against groups.
        tried: Every method tried, best first.
    """

    method: Method
    members: tuple[Member, ...]
    modularity: float
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarization:
    """How far a discourse is split into hostile camps.

    Attributes:
        method: How the camps were found.
        value: In [0, 1]: 0 for consensus or no structure beyond chance, 1 for equally
            strong camps that agree within and dispute between; under a peer, its
            own number.
        camps: Each actor's camp.
        consistency: Share of agreement that lies within camps and of conflict that
            lies between them, in [0, 1].
    """

    method: Method
    value: float
    camps: tuple[Member, ...]
    consistency: float


@dataclass(frozen=True, slots=True)
class PolarizationAt:
    """Polarization of one window of time, by the moment it stands for."""

    middle: datetime
    polarization: Polarization


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of windows in the same state, first and last moment included."""

    state: int
    first: datetime
    last: datetime
    windows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phases:
    """When a discourse changed its shape.

    Attributes:
        method: How states were found.
        moments: What each window stands for.
        distances: Of each window from each, in [0, 2].
        states: Of each window; numbered by first appearance, from 0.
        silhouette: How clearly states are apart, in [-1, 1]; 0 if there is one.
        phases: Stretches of the same state, in order.
        tried: Every method and number of states tried, best first.
    """

    method: Method
    moments: tuple[datetime, ...]
    distances: tuple[tuple[float, ...], ...]
    states: tuple[int, ...]
    silhouette: float
    phases: tuple[Phase, ...]
    tried: tuple[Tried, ...]
