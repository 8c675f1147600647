"""The structure of a discourse: camps, communities, backbones, phases, scales.

In come coded statements and a recipe, or networks made of them; out come records of
``accord.model.structure``, each with the method by which it was found, whether no better
result exists, and every parameter and seed: the same again gives the same again.

Method: what can be compared in full is compared in full (all splits of 16 actors, all
partitions of 12, all sets of 12 concepts); beyond that come searches that are exact in
nothing but their seed. Polarization is signed modularity, so consensus scores 0; the
peer's number, which is highest for the split that fits least, comes under ``compat``
alone.

Limits: actors are compared by matrices with all their zeros, so a few thousand actors
are the most; eigenvalues are cubic in them.
"""

from accord.map.structure.backbone import (
    evaluate_backbone,
    find_backbone,
    nest_backbone,
)
from accord.map.structure.centrality import measure_centrality
from accord.map.structure.communities import find_communities
from accord.map.structure.phases import find_phases
from accord.map.structure.polarization import (
    measure_polarization,
    polarization_over_time,
)
from accord.map.structure.scaling import place_on_scale
from accord.map.structure.ties import assess_ties

__all__ = [
    "assess_ties",
    "evaluate_backbone",
    "find_backbone",
    "find_communities",
    "find_phases",
    "measure_centrality",
    "measure_polarization",
    "nest_backbone",
    "place_on_scale",
    "polarization_over_time",
]
