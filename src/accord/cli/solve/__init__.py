"""Solve a modelled case: who can decide, what would hold."""

from accord.cli.solve.graph import STABILITY_EXAMPLE, stability
from accord.cli.solve.rules import POWER_EXAMPLE, power

__all__ = ["POWER_EXAMPLE", "STABILITY_EXAMPLE", "power", "stability"]
