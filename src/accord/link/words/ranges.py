"""Ranges in arrays."""

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["spread"]


def spread(
    starts: npt.NDArray[np.integer[Any]], lengths: npt.NDArray[np.integer[Any]]
) -> npt.NDArray[np.int64]:
    """Write out ranges given by first place and length.

    Example:
        >>> spread(np.array([5, 9]), np.array([3, 1])).tolist()
        [5, 6, 7, 9]
    """
    ends = np.cumsum(lengths, dtype=np.int64)
    places: npt.NDArray[np.int64] = np.arange(lengths.sum(), dtype=np.int64)
    places += np.repeat(starts - ends + lengths, lengths)
    return places
