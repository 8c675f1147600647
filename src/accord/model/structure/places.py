"""Where actors and concepts stand."""

from dataclasses import dataclass

from accord.model.structure.method import Interval, Method

__all__ = ["Centralities", "Placement", "Scale"]


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
