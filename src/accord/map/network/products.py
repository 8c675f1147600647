"""Products of sparse counts: what two rows share, summed over features."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from struct import Struct
from typing import TypeVar

__all__ = ["Counts", "multiply"]

Feature = TypeVar("Feature", bound=Hashable)
#: Row, then row, to a whole number; what is 0 may be missing.
Counts = dict[int, dict[int, int]]

# Adding a packed row costs about this much less per field than a dictionary's entry.
_PACKING_GAIN = 40


def multiply(
    left: Mapping[Feature, Mapping[int, int]],
    right: Mapping[Feature, Mapping[int, int]],
    *,
    size: int,
) -> Counts:
    """Sum over features what one row has on the left times what another has right.

    Args:
        left: Whole numbers by feature and row.
        right: Likewise.
        size: Number of rows.

    Returns:
        For each row of ``left`` the rows of ``right`` that share a feature with it.
        Exact: no number is rounded.

    Cost:
        Rows that share a feature, pairwise, summed over features; where features are
        shared by many rows, whole columns are added as one long number each, about
        forty times as fast.
    """
    pairs = sum(len(rows) * len(right.get(f, ())) for f, rows in left.items())
    columns = sum(len(rows) for rows in left.values()) * size
    if pairs * _PACKING_GAIN > columns:
        return multiply_packed(left, right, size=size)
    return multiply_pairwise(left, right)


def multiply_pairwise(
    left: Mapping[Feature, Mapping[int, int]],
    right: Mapping[Feature, Mapping[int, int]],
) -> Counts:
    """Multiply pair by pair; for features that few rows share.

    Cost:
        See ``multiply``.
    """
    found: Counts = {}
    for feature, rows in left.items():
        others = right.get(feature, {})
        for row, value in rows.items():
            sums = found.setdefault(row, {})
            for other, factor in others.items():
                sums[other] = sums.get(other, 0) + value * factor
    return found


def multiply_packed(
    left: Mapping[Feature, Mapping[int, int]],
    right: Mapping[Feature, Mapping[int, int]],
    *,
    size: int,
) -> Counts:
    """Multiply with each feature's column packed into one long whole number.

    Fields are wide enough for the greatest sum that can come out, and a bias keeps
    them from borrowing of each other where numbers are negative.

    Cost:
        See ``multiply``.
    """
    width = _field_bytes(left, right)
    columns = {f: _pack(rows, width) for f, rows in right.items() if f in left}
    by_row: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for feature, rows in left.items():
        if feature in columns:
            for row, value in rows.items():
                by_row[row][value].append(columns[feature])
    unpack = Struct(f"<{size}{'I' if width == 4 else 'Q'}").unpack
    half = 1 << (8 * width - 1)
    bias = int.from_bytes(half.to_bytes(width, "little") * size, "little")
    found: Counts = {}
    for row in sorted(by_row):
        packed = bias
        for value, parts in by_row[row].items():
            packed += value * sum(parts)
        sums = unpack(packed.to_bytes(width * size, "little"))
        found[row] = {other: s - half for other, s in enumerate(sums) if s != half}
    return found


def _field_bytes(
    left: Mapping[Feature, Mapping[int, int]],
    right: Mapping[Feature, Mapping[int, int]],
) -> int:
    """Choose fields that hold every sum with its sign."""
    bound = sum(
        max(map(abs, rows.values()), default=0)
        * max(map(abs, right.get(f, {}).values()), default=0)
        for f, rows in left.items()
    )
    return 4 if bound < 1 << 30 else 8


def _pack(rows: Mapping[int, int], width: int) -> int:
    """Write each row's number into its own field of one long number."""
    positive = bytearray(width * (max(rows, default=-1) + 1))
    negative = bytearray(len(positive))
    for row, value in rows.items():
        target = positive if value >= 0 else negative
        target[row * width : (row + 1) * width] = abs(value).to_bytes(width, "little")
    return int.from_bytes(positive, "little") - int.from_bytes(negative, "little")
