"""What the structure of a discourse is: communities, camps, backbones, phases, scales.

``accord.map.structure`` and ``accord.map.uncertainty`` make these of coded statements.
Each result says by which method it was found, whether no better one exists, and under
which parameters, so that it can be found again.
"""

from accord.model.structure.backbones import Backbone, BackboneStep, NestedBackbone
from accord.model.structure.groups import (
    Communities,
    Member,
    Phase,
    Phases,
    Polarization,
    PolarizationAt,
    Tried,
)
from accord.model.structure.method import Interval, Method, Parameter
from accord.model.structure.places import Centralities, Placement, Scale
from accord.model.structure.ties import (
    AssessedTie,
    Dropped,
    Robustness,
    TieTest,
    UncertainNetwork,
    UncertainTie,
)

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
