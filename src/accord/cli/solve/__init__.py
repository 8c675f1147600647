"""Solve a case: what clashes, what could hold, who can block.

One file a command; each reads a file or a workspace, solves, and prints.
"""

from accord.cli.solve.conflicts import EXAMPLE as CONFLICTS_EXAMPLE
from accord.cli.solve.conflicts import conflicts
from accord.cli.solve.draft import EXAMPLE as DRAFT_EXAMPLE
from accord.cli.solve.draft import draft
from accord.cli.solve.graph import STABILITY_EXAMPLE, stability
from accord.cli.solve.packages import EXAMPLE as PACKAGES_EXAMPLE
from accord.cli.solve.packages import packages
from accord.cli.solve.rules import POWER_EXAMPLE, power

__all__ = [
    "CONFLICTS_EXAMPLE",
    "DRAFT_EXAMPLE",
    "PACKAGES_EXAMPLE",
    "POWER_EXAMPLE",
    "STABILITY_EXAMPLE",
    "conflicts",
    "draft",
    "packages",
    "power",
    "stability",
]
