"""What networks are made of: the coded statements of a workspace or of a file."""

from accord.app.networks.exporting import describe_actors, export_dna
from accord.app.networks.sources import (
    code_workspace,
    parse_moment,
    parse_pairs,
    read_source,
)

__all__ = [
    "code_workspace",
    "describe_actors",
    "export_dna",
    "parse_moment",
    "parse_pairs",
    "read_source",
]
