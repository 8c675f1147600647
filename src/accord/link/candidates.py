"""Candidates: pairs that share an entry of an inverted index, a bounded number each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["count_pairs", "pairs_of"]

# Neighbours each entry is paired with. 12 keeps every pair of a story that up to 13
# outlets carry; for more, each is paired with the first and with its neighbours in
# time, which keeps the chain. Tried 4 to 40 on invented piles; run evals/links again.
REACH = 12


def pairs_of(
    posting: Sequence[int], *, reach: int = REACH
) -> Iterator[tuple[int, int]]:
    """Pair what shares an entry.

    Args:
        posting: Numbers of the items that share it, rising, in canonical order.
        reach: How many of the following each is paired with.

    Returns:
        Pairs ``(i, j)`` with ``i < j``: each item with the first and with its next
        ``reach`` neighbours.

    Cost:
        At most ``reach + 1`` pairs for each item of the posting.

    Example:
        >>> list(pairs_of([1, 4, 7], reach=1))
        [(1, 4), (4, 7), (1, 7)]
    """
    for place, one in enumerate(posting):
        for other in posting[place + 1 : place + 1 + reach]:
            yield one, other
        if place > reach:
            yield posting[0], one


def count_pairs(
    entries: Iterable[tuple[int, Iterable[object]]], *, reach: int = REACH
) -> Counter[tuple[int, int]]:
    """Count how many index entries each pair of items shares.

    Args:
        entries: For each item, in rising order, its number and its index keys.
        reach: As in ``pairs_of``.

    Returns:
        For each pair brought forward, the number of keys the two share.

    Cost:
        Linear in the number of (item, key) entries, times ``reach``.
    """
    # Most keys of a pile are one item's alone; only the others get a list.
    first: dict[object, int] = {}
    postings: dict[object, list[int]] = {}
    for number, keys in entries:
        for key in dict.fromkeys(keys):
            earlier = first.setdefault(key, number)
            if earlier != number:
                postings.setdefault(key, [earlier]).append(number)
    counted: Counter[tuple[int, int]] = Counter()
    for posting in postings.values():
        counted.update(pairs_of(posting, reach=reach))
    return counted
