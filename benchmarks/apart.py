"""Measuring in a process of its own, so that one size's memory is not another's."""

import json
import subprocess
import sys
from typing import Any

__all__ = ["measure_apart"]


def measure_apart(script: str, size: int) -> dict[str, Any]:
    """Run a benchmark for one size and read the line of JSON that it ends with.

    Args:
        script: Path of the benchmark; it takes ``--measure SIZE``.
        size: How many articles.
    """
    command = [sys.executable, script, "--measure", str(size)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result
