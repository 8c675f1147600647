"""Boosted trees as arrays of numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from accord.read.lines.looks import Array

__all__ = ["Forest"]


@dataclass(frozen=True, slots=True)
class Forest:
    """Many small decision trees whose leaves add up to a log-odds.

    All trees' inner nodes stand in one row after another, each tree's root at its
    offset. A child is the number of a node, or of a leaf as ``-1 - leaf``.

    Attributes:
        roots: Where each tree begins.
        column: What each node looks at.
        border: A row goes left where its value is at most this.
        left: The node's child for those.
        right: Its child for the others.
        leaf: What each leaf adds.
        depth: Steps from a root to the deepest leaf.
    """

    roots: npt.NDArray[np.int32]
    column: npt.NDArray[np.int16]
    border: Array
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    leaf: Array
    depth: int

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> "Forest":
        """Take a forest out of a file of arrays."""
        return cls(
            roots=arrays[f"{name}.roots"].astype(np.int32),
            column=arrays[f"{name}.column"].astype(np.int16),
            border=arrays[f"{name}.border"].astype(np.float32),
            left=arrays[f"{name}.left"].astype(np.int32),
            right=arrays[f"{name}.right"].astype(np.int32),
            leaf=arrays[f"{name}.leaf"].astype(np.float32),
            depth=int(arrays[f"{name}.depth"].astype(np.int64)),
        )

    def probability(self, rows: Array) -> Array:
        """Tell how likely each row is of the class the forest was grown for.

        Cost:
            Rows by trees by depth.
        """
        lines = np.arange(len(rows))[:, None]
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        for _ in range(self.depth):
            at = np.maximum(node, 0)
            goes_left = rows[lines, self.column[at]] <= self.border[at]
            child = np.where(goes_left, self.left[at], self.right[at])
            node = np.where(node < 0, node, child)
        odds = self.leaf[-1 - node].sum(axis=1)
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
