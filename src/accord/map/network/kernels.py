"""Kernels: how much a statement counts, by its distance from the middle of a window."""

from collections.abc import Sequence
from datetime import datetime
from math import exp, pi, sqrt

from accord.model.discourse import Kernel

__all__ = ["UNIT", "height", "weigh"]

#: Weights are counted in whole parts of this size, so that sums of them are exact
#: and do not depend on the order of statements.
UNIT = 1 << 48


def height(kernel: Kernel, distance: float) -> float:
    """Give the height of a kernel.

    Args:
        kernel: Its name.
        distance: From the middle, in halves of the window's width.

    Returns:
        Its height; the integral over all distances is 1.

    Example:
        >>> height("triangular", 0.25), height("epanechnikov", 1.5)
        (0.75, 0.0)
    """
    if kernel == "gaussian":
        return exp(-distance * distance / 2) / sqrt(2 * pi)
    if abs(distance) > 1:
        return 0.0
    if kernel == "uniform":
        return 0.5
    if kernel == "triangular":
        return 1 - abs(distance)
    return 0.75 * (1 - distance * distance)


def weigh(
    moments: Sequence[datetime],
    kernel: Kernel,
    *,
    start: datetime,
    middle: datetime,
    stop: datetime,
) -> list[float]:
    """Weigh moments by a kernel.

    Args:
        moments: The moments.
        kernel: The kernel's name.
        start: One half of the width before the middle.
        middle: Where the kernel is highest.
        stop: One half of the width after it; months make the halves differ.

    Returns:
        A weight for each.
    """
    return [
        height(
            kernel,
            (when - middle) / (stop - middle if when >= middle else middle - start),
        )
        for when in moments
    ]
