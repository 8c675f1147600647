"""Who takes from whom, and who prints one story, as tables, JSON, graphs and pictures."""

from accord.present.chains.graphs import chains_to_graphml, chains_to_network
from accord.present.chains.tables import (
    chain_table,
    chains_to_objects,
    stories_to_objects,
    story_table,
)

__all__ = [
    "chain_table",
    "chains_to_graphml",
    "chains_to_network",
    "chains_to_objects",
    "stories_to_objects",
    "story_table",
]
