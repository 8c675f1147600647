"""The concepts that a network can be told by."""

from dataclasses import dataclass

from accord.model.structure.method import Method

__all__ = ["Backbone", "BackboneStep", "NestedBackbone"]


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
