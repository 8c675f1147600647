"""Discourse networks: who agrees with whom, through what both speak of.

In comes an event list of coded statements (``code_statements`` makes one of Accord's
own; an adapter reads those of Discourse Network Analyzer) and a recipe; out comes a
sparse matrix with named axes.

Method: statements are filtered, duplicates dropped, and counted by row, column and
level of the qualifier. A two-mode network adds the levels up. A one-mode network is a
product of these counts: over each column and pair of levels, what one row has times
what the other has, weighed by how near the levels are. Counting is in whole numbers;
there is one division at the end. ``build_slices`` does so in a window that moves over
time. Definitions are those of the literature; under
``compat="dna-3.1.2"`` those that Discourse Network Analyzer 3.1.2 computes, where the
two differ (``docs/methods/networks.md`` lists where).

Limits: a one-mode network holds every pair of rows that share a column, so memory
grows with the square of the rows; confidences of statements are not weighed.
"""

from accord.map.network.build import (
    build_network,
    build_networks,
    filter_events,
    tally_events,
)
from accord.map.network.coding import Reading, code_statements
from accord.map.network.tones import code_tones
from accord.map.network.windows import build_slices

__all__ = [
    "Reading",
    "build_network",
    "build_networks",
    "build_slices",
    "code_statements",
    "code_tones",
    "filter_events",
    "tally_events",
]
