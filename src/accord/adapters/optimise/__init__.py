"""Optimisers: OR-Tools' CP-SAT, in the extra ``optimise``."""

from accord.adapters.optimise.cpsat import CpSat

__all__ = ["CpSat"]
