"""Engines: where the per-document work runs.

``SerialEngine`` works in this process; ``ProcessEngine`` in a pool of processes on
this machine. Both give the same results in the same order, so a run's output does
not depend on the choice.
"""

from accord.adapters.engine.processes import ProcessEngine
from accord.adapters.engine.serial import SerialEngine

__all__ = ["ProcessEngine", "SerialEngine"]
