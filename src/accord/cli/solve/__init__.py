"""Solve a case: what clashes, what could hold, who can block.

One file a command; each reads a file or a workspace, solves, and prints.
"""

from accord.cli.solve.conflicts import EXAMPLE as CONFLICTS_EXAMPLE
from accord.cli.solve.conflicts import conflicts
from accord.cli.solve.draft import EXAMPLE as DRAFT_EXAMPLE
from accord.cli.solve.draft import draft
from accord.cli.solve.files import CONVERT_EXAMPLE, DIFF_EXAMPLE, convert, diff
from accord.cli.solve.forecast import EXAMPLE as FORECAST_EXAMPLE
from accord.cli.solve.forecast import forecast
from accord.cli.solve.graph import STABILITY_EXAMPLE, stability
from accord.cli.solve.packages import EXAMPLE as PACKAGES_EXAMPLE
from accord.cli.solve.packages import packages
from accord.cli.solve.rules import POWER_EXAMPLE, power

__all__ = [
    "CONFLICTS_EXAMPLE",
    "CONVERT_EXAMPLE",
    "DIFF_EXAMPLE",
    "DRAFT_EXAMPLE",
    "FORECAST_EXAMPLE",
    "PACKAGES_EXAMPLE",
    "POWER_EXAMPLE",
    "STABILITY_EXAMPLE",
    "conflicts",
    "convert",
    "diff",
    "draft",
    "forecast",
    "packages",
    "power",
    "stability",
]
