"""The best packages when each block adds a cost: walked without listing them all."""

import heapq
from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["cheapest_first"]

Cost = tuple[float, ...]
R = TypeVar("R")


def cheapest_first(
    blocks: Sequence[Sequence[tuple[Cost, R]]],
) -> Iterator[tuple[R, ...]]:
    """Walk through combinations of one row of each block, cheapest first.

    Args:
        blocks: For each block its rows with their costs, compared number by number;
            costs add up.

    Returns:
        Combinations; of those that cost the same, earlier rows come first.

    Cost:
        Each step adds at most one combination a block to a heap.

    Example:
        >>> rows = [((0,), "a"), ((2,), "b")], [((0,), "x"), ((1,), "y")]
        >>> ["".join(one) for one in cheapest_first(rows)]
        ['ax', 'ay', 'bx', 'by']
    """
    if not all(blocks):
        return
    ordered = [
        sorted(enumerate(rows), key=lambda r: (r[1][0], r[0])) for rows in blocks
    ]
    costs = [[row[0] for _, row in rows] for rows in ordered]
    start = (0,) * len(ordered)
    heap = [(_add(costs, start), start, 0)]
    while heap:
        _, places, first = heapq.heappop(heap)
        yield tuple(
            rows[place][1][1] for rows, place in zip(ordered, places, strict=True)
        )
        # Only blocks from the last one moved on: so each combination comes once.
        for number in range(first, len(ordered)):
            if places[number] + 1 < len(ordered[number]):
                moved = (*places[:number], places[number] + 1, *places[number + 1 :])
                heapq.heappush(heap, (_add(costs, moved), moved, number))


def _add(costs: Sequence[Sequence[Cost]], places: tuple[int, ...]) -> Cost:
    """Add up the costs of a combination."""
    taken = (column[place] for column, place in zip(costs, places, strict=True))
    return tuple(map(sum, zip(*taken, strict=True)))
