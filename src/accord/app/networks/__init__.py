"""What networks are made of: the coded statements of a workspace or of a file."""

from accord.app.networks.exporting import export_dna
from accord.app.networks.result import Network, count_network
from accord.app.networks.sources import (
    Reading,
    code_tone,
    code_workspace,
    describe_actors,
    parse_moment,
    parse_pairs,
    read_source,
)

__all__ = [
    "Network",
    "Reading",
    "code_tone",
    "code_workspace",
    "count_network",
    "describe_actors",
    "export_dna",
    "parse_moment",
    "parse_pairs",
    "read_source",
]
