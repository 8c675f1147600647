"""The Pareto set of packages whose values add up, issue by issue."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import ge, itemgetter

from accord.errors import InputError

__all__ = ["POINTS_AT_MOST", "FrontierPoint", "find_frontier"]

#: Efficient points with three or more parties after which it is given up; comparing
#: 4,000 with each other takes some seconds.
POINTS_AT_MOST = 4_000

# Values, number of packages with these values, and the rows taken, last one outside.
_Trail = tuple["_Trail | None", int]
_Sum = tuple[tuple[int, ...], int, "_Trail | None"]
_BY_VALUES = itemgetter(0)


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """Values that no package exceeds for one party without loss for another.

    Attributes:
        values: One number for each party.
        rows: For each block the number of the row taken, by one such package.
        packages: How many packages have exactly these values.
    """

    values: tuple[int, ...]
    rows: tuple[int, ...]
    packages: int


def find_frontier(
    blocks: Sequence[Sequence[tuple[int, ...]]], *, parties: int
) -> list[FrontierPoint]:
    """Find the Pareto set of sums with one row of each block.

    The blocks are added one after the other, and what is dominated is dropped each
    time: a part that is worse stays worse whatever is added to it.

    Args:
        blocks: For each block its rows: what each of them is worth to each party, in
            whole numbers, so that equal sums are equal.
        parties: How many numbers a row has.

    Returns:
        The points, the best for the first party first; none if a block has no rows.

    Raises:
        InputError: There are more efficient points than can be compared.

    Cost:
        With F efficient points and R rows, F R log(F R) for each block where there are
        two parties; quadratic in F R where there are more.

    Example:
        >>> halves = [(2, 0), (0, 2), (0, 1)]
        >>> [p.values for p in find_frontier([halves, halves], parties=2)]
        [(4, 0), (2, 2), (0, 4)]
    """
    front: list[_Sum] = [((0,) * parties, 1, None)]
    for rows in blocks:
        kept = _prune([(row, 1, (None, k)) for k, row in enumerate(rows)], parties)
        front = _prune(_add(front, kept, parties), parties)
    return [FrontierPoint(v, _unwind(trail), count) for v, count, trail in front]


def _add(front: list[_Sum], rows: list[_Sum], parties: int) -> list[_Sum]:
    """Add every row to every point."""
    steps = [(row, count, trail[1] if trail else 0) for row, count, trail in rows]
    if parties == 2:
        # Spelt out for two: the usual case, and several times as fast.
        return [
            ((a + x, b + y), count * more, (trail, k))
            for (a, b), count, trail in front
            for (x, y), more, k in steps
        ]
    return [
        (tuple(map(sum, zip(values, row, strict=True))), count * more, (trail, k))
        for values, count, trail in front
        for row, more, k in steps
    ]


def _prune(sums: list[_Sum], parties: int) -> list[_Sum]:
    """Keep what is not dominated; of equal points the first, with all their packages."""
    sums.sort(key=_BY_VALUES, reverse=True)
    return _prune_two(sums) if parties == 2 else _prune_many(sums)


def _prune_two(sums: list[_Sum]) -> list[_Sum]:
    """Sweep from the best of the first party: only more for the second is kept."""
    kept: list[_Sum] = []
    best = None
    for values, count, trail in sums:
        if best is None or values[1] > best[1]:
            kept.append((values, count, trail))
            best = values
        elif values == best:
            kept[-1] = (values, kept[-1][1] + count, kept[-1][2])
    return kept


def _prune_many(sums: list[_Sum]) -> list[_Sum]:
    """Compare each with those kept; what dominates it comes before it."""
    kept: list[_Sum] = []
    for values, count, trail in sums:
        if kept and kept[-1][0] == values:
            kept[-1] = (values, kept[-1][1] + count, kept[-1][2])
            continue
        if any(all(map(ge, other, values)) for other, _, _ in kept):
            continue
        kept.append((values, count, trail))
        if len(kept) > POINTS_AT_MOST:
            message = f"There are more than {POINTS_AT_MOST:,} efficient packages."
            hint = "Model fewer issues, options or parties, or coarser values."
            raise InputError(message, hint=hint)
    return kept


def _unwind(trail: "_Trail | None") -> tuple[int, ...]:
    """List the rows taken, the first block's first."""
    rows = []
    while trail is not None:
        trail, row = trail
        rows.append(row)
    return tuple(reversed(rows))
