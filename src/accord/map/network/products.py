"""Products of sparse counts: what two rows share, summed over features.

Rows come out one at a time, so that no more than one is held besides the result.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from struct import Struct
from typing import Any

__all__ = ["Features", "Sums", "Term", "multiply"]

#: Feature, which may be anything that can be a key, then row, to a whole number.
Features = Mapping[Any, Mapping[int, int]]
#: What one row has of each feature, and what the other one counts for it.
Term = tuple[Features, Features]
#: Other rows, ascending, to whole numbers; what is 0 is left out.
Sums = dict[int, int]

# Adding a packed row costs about this much less per field than a dictionary's entry.
_PACKING_GAIN = 40
# Sums of this many bits and more do not fit a field; they are multiplied pairwise.
_WIDEST = 62


def multiply(terms: Sequence[Term], *, size: int) -> Iterator[tuple[int, Sums]]:
    """Sum over features what one row has on the left times what another has right.

    Args:
        terms: Products to be added up.
        size: Number of rows.

    Returns:
        Each row of a left side, ascending, with the rows it shares features with.
        Exact: no number is rounded.

    Cost:
        Rows that share a feature, pairwise, summed over features; where features are
        shared by many rows, whole columns are added as one long number each, about
        forty times as fast.
    """
    pairs = sum(
        len(rows) * len(right.get(f, ()))
        for left, right in terms
        for f, rows in left.items()
    )
    columns = sum(len(rows) for left, _ in terms for rows in left.values()) * size
    if pairs * _PACKING_GAIN > columns and _bound(terms) < 1 << _WIDEST:
        return multiply_packed(terms, size=size)
    return multiply_pairwise(terms)


def multiply_pairwise(terms: Sequence[Term]) -> Iterator[tuple[int, Sums]]:
    """Multiply pair by pair; for features that few rows share.

    Cost:
        See ``multiply``.
    """
    by_row: dict[int, list[tuple[int, Mapping[int, int]]]] = defaultdict(list)
    for left, right in terms:
        for feature, rows in left.items():
            others = right.get(feature, {})
            for row, value in rows.items():
                by_row[row].append((value, others))
    for row in sorted(by_row):
        sums: Sums = {}
        for value, others in by_row[row]:
            for other, factor in others.items():
                sums[other] = sums.get(other, 0) + value * factor
        yield row, {other: sums[other] for other in sorted(sums) if sums[other]}


def multiply_packed(terms: Sequence[Term], *, size: int) -> Iterator[tuple[int, Sums]]:
    """Multiply with each feature's column packed into one long whole number.

    Fields are wide enough for the greatest sum that can come out, and a bias keeps
    them from borrowing of each other where numbers are negative.

    Cost:
        See ``multiply``.
    """
    # Fields must hold every sum with its sign.
    width = 4 if _bound(terms) < 1 << 30 else 8
    by_row: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for left, right in terms:
        for feature, rows in left.items():
            packed = _pack(right.get(feature, {}), width)
            for row, value in rows.items():
                by_row[row][value].append(packed)
    unpack = Struct(f"<{size}{'I' if width == 4 else 'Q'}").unpack
    half = 1 << (8 * width - 1)
    bias = int.from_bytes(half.to_bytes(width, "little") * size, "little")
    for row in sorted(by_row):
        # Equal factors are taken out, as most are 1 and adding is cheapest.
        total = bias + sum(value * sum(parts) for value, parts in by_row[row].items())
        fields = unpack(total.to_bytes(width * size, "little"))
        yield row, {other: s - half for other, s in enumerate(fields) if s != half}


def _bound(terms: Sequence[Term]) -> int:
    """Tell what no sum can exceed."""
    return sum(
        max(map(abs, rows.values()), default=0)
        * max(map(abs, right.get(f, {}).values()), default=0)
        for left, right in terms
        for f, rows in left.items()
    )


def _pack(rows: Mapping[int, int], width: int) -> int:
    """Write each row's number into its own field of one long number."""
    positive = bytearray(width * (max(rows, default=-1) + 1))
    negative = bytearray(len(positive))
    for row, value in rows.items():
        target = positive if value >= 0 else negative
        target[row * width : (row + 1) * width] = abs(value).to_bytes(width, "little")
    return int.from_bytes(positive, "little") - int.from_bytes(negative, "little")
