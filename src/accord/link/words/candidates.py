"""Candidates: pairs that share entries of an inverted index, a bounded number each.

An entry that no more than ``REACH + 1`` items share brings every pair of them forward.
One that more of them share (a story that a hundred outlets print, a phrase that all
use) pairs each with the first and with its next neighbours in canonical order, which
is that of time: the work stays linear, and a chain through the story holds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from accord.link.words.lexicon import Codes, Numbers

__all__ = ["REACH", "Entries", "Pairs", "is_among", "mix", "roll", "shared_pairs"]

# Neighbours each entry is paired with. 12 keeps every pair of a story that up to 13
# outlets carry. Tried 4 to 40 on invented piles; run evals/links again.
REACH = 12
# Entries sorted at once, and pairs counted at once; 45 and 25 bytes each while it
# lasts. Fewer cost time, since the entries are made anew for each part.
_ENTRIES_AT_ONCE = 6_000_000
_PAIRS_AT_ONCE = 4_000_000
_BASE = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Entries:
    """Some entries of an index: each says that an item has a key.

    Attributes:
        keys: The keys.
        items: The items, rising.
        telling: Whether an entry is reason enough to compare; a pair needs one that is.
    """

    keys: Codes
    items: Numbers
    telling: Flags | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items, with how many keys they share.

    Attributes:
        a: The smaller number of each pair, rising.
        b: The larger.
        shared: Keys in common, as far as they were counted.
    """

    a: Numbers
    b: Numbers
    shared: Numbers

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Give the pairs one by one."""
        columns = self.a.tolist(), self.b.tolist(), self.shared.tolist()
        return zip(*columns, strict=True)

    def where(self, wanted: Flags) -> "Pairs":
        """Keep some of the pairs."""
        return Pairs(self.a[wanted], self.b[wanted], self.shared[wanted])


def roll(codes: Codes, size: int) -> Codes:
    """Number every run of ``size`` words by their codes.

    Different runs share a number with a chance of about one in 2**64.

    Source:
        [broder1997] (shingles).
    """
    count = max(len(codes) - size + 1, 0)
    numbers = np.zeros(count, np.uint64)
    for offset in range(size):
        numbers = numbers * _BASE + codes[offset : offset + count]
    return mix(numbers)


def mix(codes: Codes) -> Codes:
    """Spread differences over all bits, so that the high ones can part an index."""
    codes = (codes ^ (codes >> _HALF)) * _BASE
    return codes ^ (codes >> _HALF)


def is_among(keys: npt.NDArray[np.generic], wanted: npt.NDArray[np.generic]) -> Flags:
    """Tell of each key whether it is among the wanted ones, which rise."""
    if not len(wanted):
        return np.zeros(len(keys), np.bool_)
    at = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
    found: Flags = wanted[at] == keys
    return found


def shared_pairs(
    batches: Callable[[], Iterable[Entries]],
    *,
    least: int = 1,
    reach: int = REACH,
    entries_at_once: int = _ENTRIES_AT_ONCE,
) -> Iterator[Pairs]:
    """Count how many keys each pair of items shares.

    Args:
        batches: Gives the entries afresh each time it is called: items rise within
            a batch and from each to the next.
        least: Pairs that share fewer keys are left out.
        reach: How many of the following items an entry is paired with.
        entries_at_once: How many entries to sort at once; more cost memory, fewer
            cost time.

    Returns:
        Pairs with ``a < b``, each once, rising.

    Cost:
        Sorts the entries in parts of bounded size, and the pairs that they bring
        forward, at most ``reach + 1`` for each. The entries are made anew for each
        part, and those that are shared looked through once for as many as are
        sorted at once.

    Example:
        >>> keys, items = np.array([7, 8, 7, 8], np.uint64), np.array([0, 0, 1, 2])
        >>> [list(some) for some in shared_pairs(lambda: [Entries(keys, items)])]
        [[(0, 1, 1), (0, 2, 1)]]
    """
    total = sum(len(batch.keys) for batch in batches())
    if not total:
        return
    parts = -(-total // entries_at_once)
    postings = _Postings(reach)
    for part in range(parts):
        postings.add(_part(batches(), part, parts))
    yield from postings.pairs(least)


def _part(batches: Iterable[Entries], part: int, parts: int) -> Entries:
    """Gather the entries whose keys fall into one part."""
    keys: list[Codes] = []
    items: list[Numbers] = []
    telling: list[Flags] = []
    for batch in batches:
        chosen = (batch.keys >> _HALF) % np.uint64(parts) == part
        keys.append(batch.keys[chosen])
        items.append(batch.items[chosen])
        if batch.telling is not None:
            telling.append(batch.telling[chosen])
    return Entries(
        _drained(keys), _drained(items), _drained(telling) if telling else None
    )


class _Postings:
    """The entries whose key several items have, key by key, items rising.

    A pile of a hundred thousand articles has some thirty million of them, so that
    each is kept in five or six bytes: its item, and whether its key begins with it.

    Args:
        reach: How many of the following items an entry is paired with.
    """

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._items: list[Numbers] = []
        self._heads: list[Flags] = []
        self._telling: list[Flags] = []
        # Of keys that more items have than an entry reaches: first entry, and end.
        self._far: list[npt.NDArray[np.int64]] = []
        self._count = 0

    def add(self, entries: Entries) -> None:
        """Sort entries, drop doubles and the keys that one item alone has."""
        order = np.argsort(entries.keys, kind="stable")
        keys, items = entries.keys[order], entries.items[order]
        fresh = np.ones(len(keys), np.bool_)
        fresh[1:] = (keys[1:] != keys[:-1]) | (items[1:] != items[:-1])
        telling = None
        if entries.telling is not None:
            # One of an item's doubles may tell what the first does not.
            telling = np.logical_or.reduceat(
                entries.telling[order], np.flatnonzero(fresh)
            )
        keys, items = keys[fresh], items[fresh]
        heads = np.ones(len(keys), np.bool_)
        heads[1:] = keys[1:] != keys[:-1]
        sizes = np.diff(np.append(np.flatnonzero(heads), len(keys)))
        shared = np.repeat(sizes > 1, sizes)
        sizes = sizes[sizes > 1]
        ends = np.cumsum(sizes) + self._count
        far = sizes > self._reach + 1
        self._far.append(np.stack([ends[far] - sizes[far], ends[far]], axis=1))
        self._items.append(items[shared].astype(np.uint32))
        self._heads.append(heads[shared])
        if telling is not None:
            self._telling.append(telling[shared])
        self._count += int(sizes.sum())

    def pairs(self, least: int) -> Iterator[Pairs]:
        """Count pairs, those of some first items at a time; only once."""
        items = _drained(self._items)
        # Behind the last key another would begin.
        heads = np.append(_drained(self._heads), np.ones(self._reach + 1, np.bool_))
        telling = _drained(self._telling) if self._telling else None
        far = np.concatenate(self._far)
        join = partial(_join, items, telling)
        for entries in _by_items(items, max(1, _PAIRS_AT_ONCE // (self._reach + 1))):
            near = _near(entries, heads, self._reach)
            parts = [join(ones, ones + step) for step, ones in near]
            parts.append(join(*_beyond(entries, far, self._reach)))
            keys, counts = np.unique(np.concatenate(parts), return_counts=True)
            enough = counts >= least
            keys = keys[enough]
            if len(keys):
                a, b = keys >> _HALF, keys & _LOW
                yield Pairs(
                    a.astype(np.uint32),
                    b.astype(np.uint32),
                    counts[enough].astype(np.uint32),
                )


def _drained(parts: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """Put parts behind each other and let go of them."""
    joined = np.concatenate(parts)
    parts.clear()
    return joined


def _by_items(items: Numbers, at_once: int) -> Iterator[Places]:
    """Give the entries of some items at a time, all of an item's together."""
    totals = np.cumsum(np.bincount(items))
    for first, last in _cut(totals, _ENTRIES_AT_ONCE):
        places = np.flatnonzero((items >= first) & (items < last))
        places = places[np.argsort(items[places], kind="stable")]
        ends = totals[first:last] - totals[last - 1] + len(places)
        for low, high in _cut(ends, at_once):
            yield places[ends[low - 1] if low else 0 : ends[high - 1]]


def _cut(totals: Places, most: int) -> Iterator[tuple[int, int]]:
    """Cut a running total into ranges of at most so much, or of one alone."""
    first = taken = 0
    while first < len(totals):
        last = int(np.searchsorted(totals, taken + most, side="right"))
        last = max(first + 1, last)
        yield first, last
        first, taken = last, int(totals[last - 1])


def _near(entries: Places, heads: Flags, reach: int) -> Iterator[tuple[int, Places]]:
    """Give, for each step, the entries whose key goes on that far behind them."""
    for step in range(1, reach + 1):
        entries = entries[~heads[entries + step]]
        yield step, entries


def _beyond(entries: Places, far: Places, reach: int) -> tuple[Places, Places]:
    """Pair the first entries of long keys with what they do not reach."""
    wanted = far[np.isin(far[:, 0], entries)]
    starts, ends = wanted[:, 0], wanted[:, 1]
    lengths = ends - starts - (reach + 1)
    offsets = np.arange(lengths.sum()) - np.repeat(
        np.cumsum(lengths) - lengths, lengths
    )
    firsts = np.repeat(starts, lengths)
    return firsts, firsts + reach + 1 + offsets


def _join(items: Numbers, telling: Flags | None, ones: Places, others: Places) -> Codes:
    """Make one number of each pair of items."""
    if telling is not None:
        told = telling[ones] | telling[others]
        ones, others = ones[told], others[told]
    return (items[ones].astype(np.uint64) << _HALF) | items[others]
