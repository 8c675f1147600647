"""Products of sparse counts: what two rows share, summed over features.

Rows come out one at a time, so that no more than a block is held besides the result.
Counts are whole numbers, and sums of them below 2 to the 53rd are exact: no result
depends on the order in which they are added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Floats", "Ints", "Sparse", "Term", "multiply"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Up to so many cells a side is written out with its zeros (64 MiB).
_DENSE_CELLS = 1 << 23
# So many rows are multiplied at a time.
_BLOCK = 256


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """Numbers by feature and row, without the zeros.

    Attributes:
        feature: Of each number, ascending.
        row: Of each number, ascending within a feature.
        number: The numbers.
        features: How many features there are.
        size: How many rows there are.
    """

    feature: Ints
    row: Ints
    number: Floats
    features: int
    size: int

    @classmethod
    def summed(
        cls, feature: Ints, row: Ints, number: Floats, *, features: int, size: int
    ) -> "Sparse":
        """Add up what stands in the same place.

        Cost:
            Sorting the numbers.
        """
        places, which = np.unique(feature * max(size, 1) + row, return_inverse=True)
        sums = np.bincount(which, weights=number, minlength=len(places))
        kept = sums != 0
        where = places[kept]
        return cls(
            where // max(size, 1), where % max(size, 1), sums[kept], features, size
        )

    def replaced(self, number: Floats) -> "Sparse":
        """Put other numbers in the same places."""
        return Sparse(self.feature, self.row, number, self.features, self.size)

    def dense(self) -> Floats:
        """Write it out: features by rows, with the zeros."""
        found = np.zeros((self.features, self.size))
        found[self.feature, self.row] = self.number
        return found


#: What one row has of each feature, and what the other one counts for it.
Term = tuple[Sparse, Sparse]


def multiply(terms: Sequence[Term]) -> Iterator[Floats]:
    """Sum over features what one row has on the left times what another has right.

    Args:
        terms: Products to be added up; all of the same features and rows.

    Returns:
        For each row, in order, its sums with every row.

    Cost:
        Features times rows squared, in compiled code; where both are too many to be
        written out, rows that share a feature, pairwise, summed over features.
    """
    if not terms:
        return iter(())
    cells = max(left.features * left.size for left, _ in terms)
    return _multiply_blocks(terms) if cells <= _DENSE_CELLS else _multiply_rows(terms)


def _multiply_blocks(terms: Sequence[Term]) -> Iterator[Floats]:
    """Multiply blocks of rows, zeros and all."""
    written = [(left.dense(), right.dense()) for left, right in terms]
    size = terms[0][0].size
    for start in range(0, size, _BLOCK):
        block = np.zeros((min(_BLOCK, size - start), size))
        for left, right in written:
            block += left[:, start : start + _BLOCK].T @ right
        yield from block


def _multiply_rows(terms: Sequence[Term]) -> Iterator[Floats]:
    """Multiply row by row, through the features that a row has."""
    size = terms[0][0].size
    indexed = [_Index(left, right) for left, right in terms]
    for row in range(size):
        sums = np.zeros(size)
        for index in indexed:
            index.add(row, sums)
        yield sums


class _Index:
    """A product's left side by row and right side by feature.

    Args:
        left: What one row has.
        right: What the other counts for it.
    """

    def __init__(self, left: Sparse, right: Sparse) -> None:
        self._order = np.argsort(left.row, kind="stable")
        self._left, self._right = left, right
        self._rows = np.searchsorted(left.row[self._order], np.arange(left.size + 1))
        self._starts = np.searchsorted(right.feature, np.arange(right.features + 1))

    def add(self, row: int, sums: Floats) -> None:
        """Add a row's products to its sums."""
        right = self._right
        for place in self._order[self._rows[row] : self._rows[row + 1]]:
            feature = self._left.feature[place]
            part = slice(self._starts[feature], self._starts[feature + 1])
            sums[right.row[part]] += self._left.number[place] * right.number[part]
