"""What the structure of a discourse is: communities, camps, backbones, phases, scales.

``accord.map.structure`` and ``accord.map.uncertainty`` make these of coded statements.
Each result says by which method it was found, whether no better one exists, and under
which parameters, so that it can be found again.
"""

from dataclasses import dataclass
from datetime import datetime

__all__ = [
    "AssessedTie",
    "Backbone",
    "BackboneStep",
    "Centralities",
    "Communities",
    "Dropped",
    "Interval",
    "Member",
    "Method",
    "NestedBackbone",
    "Parameter",
    "Phase",
    "Phases",
    "Placement",
    "Polarization",
    "PolarizationAt",
    "Robustness",
    "Scale",
    "TieTest",
    "Tried",
    "UncertainNetwork",
    "UncertainTie",
]

Parameter = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Method:
    """How a result was found.

    Attributes:
        name: As ``backbone.exhaustive``.
        exact: Whether it is known that no better result exists; for what is estimated
            or sampled, False.
        parameters: What else was chosen, with the seed where chance took part.
    """

    name: str
    exact: bool
    parameters: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that holds a value with a given chance.

    Attributes:
        low: Its lower end.
        high: Its upper end.
    """

    low: float
    high: float


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Backbone:
    """The concepts that a network can be told by, and those it can do without.

    Attributes:
        method: How they were chosen.
        backbone: Concepts kept, by name.
        redundant: The others, by name.
        backbone_loss: Distance of the backbone's network from the full one, in [0, 2].
        redundant_loss: Distance of the redundant set's network from it.
        score: What was minimised: the loss, less the more concepts are left out.
        statements: Statements on the backbone, and in all.
    """

    method: Method
    backbone: tuple[str, ...]
    redundant: tuple[str, ...]
    backbone_loss: float
    redundant_loss: float
    score: float
    statements: tuple[int, int]


@dataclass(frozen=True, slots=True)
class BackboneStep:
    """One step of a nested backbone.

    Attributes:
        number: From 1.
        entity: The concept left out.
        backbone_loss: Distance of what is left from the full network.
        redundant_loss: Distance of all left out so far from it.
        statements: On what is left.
    """

    number: int
    entity: str
    backbone_loss: float
    redundant_loss: float
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NestedBackbone:
    """Concepts in the order in which a network can best do without them.

    Attributes:
        method: How they were ordered.
        steps: From the most dispensable to the least.
        statements: In all.
    """

    method: Method
    steps: tuple[BackboneStep, ...]
    statements: int


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


@dataclass(frozen=True, slots=True)
class Placement:
    """A place on a scale.

    Attributes:
        name: Of the actor or the concept.
        values: In each dimension: an actor's position, or how strongly a concept
            tells positions apart.
        intervals: Of the values.
        answers: On how many concepts, or of how many actors, it rests.
    """

    name: str
    values: tuple[float, ...]
    intervals: tuple[Interval, ...]
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Actors and concepts on one or two dimensions of dispute.

    Attributes:
        method: How they were placed.
        actors: Positions, on a scale on which actors at large have mean 0 and
            variance 1.
        concepts: How strongly agreeing speaks for a high position.
        difficulties: Of each concept: the higher, the fewer agree.
        log_likelihood: Of the answers, by the places found.
    """

    method: Method
    actors: tuple[Placement, ...]
    concepts: tuple[Placement, ...]
    difficulties: tuple[Placement, ...]
    log_likelihood: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Centralities:
    """How central an actor is.

    Attributes:
        name: Of the actor.
        degree: Number of ties.
        agreement: Sum of positive ties.
        conflict: Sum of negative ties, as a positive number.
        eigenvector: By positive ties: near to those who are near to many, in [0, 1].
        betweenness: Share of shortest ways between others that lead through, by
            positive ties, in [0, 1].
        closeness: Mean of 1 / distance to the others, by positive ties.
    """

    name: str
    degree: int
    agreement: float
    conflict: float
    eigenvector: float
    betweenness: float
    closeness: float


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
        same_camp: Of all pairs of actors, mean chance of standing as in ``camps``:
            together or apart.
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
