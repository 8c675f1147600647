"""Kernels: how much a statement counts, by its distance from the middle of a window."""

from math import pi, sqrt

import numpy as np

from accord.map.network.products import Floats
from accord.model.discourse import Kernel

__all__ = ["height", "weigh"]


def height(kernel: Kernel, distance: Floats) -> Floats:
    """Give the heights of a kernel.

    Args:
        kernel: Its name.
        distance: From the middle, in halves of the window's width.

    Returns:
        Its height at each; the integral over all distances is 1.

    Example:
        >>> height("triangular", np.array([0.25, -0.5, 1.5])).tolist()
        [0.75, 0.5, 0.0]
    """
    if kernel == "gaussian":
        return np.asarray(np.exp(-distance * distance / 2) / sqrt(2 * pi), np.float64)
    inside = np.abs(distance) <= 1
    if kernel == "uniform":
        return np.where(inside, 0.5, 0.0)
    if kernel == "triangular":
        return np.where(inside, 1 - np.abs(distance), 0.0)
    return np.where(inside, 0.75 * (1 - distance * distance), 0.0)


def weigh(
    moments: Floats, kernel: Kernel, *, start: float, middle: float, stop: float
) -> Floats:
    """Weigh moments by a kernel; all are in seconds.

    Args:
        moments: The moments.
        kernel: The kernel's name.
        start: One half of the width before the middle.
        middle: Where the kernel is highest.
        stop: One half of the width after it; months make the halves differ.

    Returns:
        A weight for each.
    """
    away = moments - middle
    half = np.where(away >= 0, stop - middle, middle - start)
    return height(kernel, away / half)
