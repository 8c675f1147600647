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
from accord.link.words.ranges import spread

__all__ = [
    "REACH",
    "Entries",
    "Pairs",
    "Worth",
    "is_among",
    "mix",
    "roll",
    "shared_pairs",
]

# Neighbours each entry is paired with. 12 keeps every pair of a story that up to 13
# outlets carry. Tried 4 to 40 on invented piles; run evals/links again.
REACH = 12
# Entries gathered in one walk through the pile, 13 bytes each; fewer cost time, since
# they are made anew for each walk.
_ENTRIES_AT_ONCE = 16_000_000
# Entries sorted at once, and pairs counted at once; 45 and 25 bytes each while it lasts.
_SORTED_AT_ONCE = 2_000_000
_PAIRS_AT_ONCE = 4_000_000
_BASE = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
# Bits of a key that tell in which walk it is gathered, and which are sorted together.
_WALK, _SORT = _HALF, np.uint64(48)
_LOW = np.uint64(0xFFFFFFFF)

Flags = npt.NDArray[np.bool_]
Worth = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Entries:
    """Some entries of an index: each says that an item has a key.

    Attributes:
        keys: The keys.
        items: The items, rising.
        worth: For how many keys each counts if a pair shares it, whichever of the two
            entries is worth more; None if all are worth one.
    """

    keys: Codes
    items: Numbers
    worth: Worth | None = None

    def where(self, wanted: Flags) -> "Entries":
        """Keep some of the entries."""
        worth = None if self.worth is None else self.worth[wanted]
        return Entries(self.keys[wanted], self.items[wanted], worth)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items, with how many keys they share.

    Attributes:
        a: The smaller number of each pair, rising.
        b: The larger.
        shared: Keys in common, as far as they were counted, by their worth.
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
        entries_at_once: How many entries to gather at once; more cost memory, fewer
            cost time.

    Returns:
        Pairs with ``a < b``, each once, rising.

    Cost:
        Sorts the entries in parts of bounded size, and the pairs that they bring
        forward, at most ``reach + 1`` for each. The entries are made anew for each
        walk, and those that are shared looked through once for as many as are
        counted at once.

    Example:
        >>> keys, items = np.array([7, 8, 7, 8], np.uint64), np.array([0, 0, 1, 2])
        >>> [list(some) for some in shared_pairs(lambda: [Entries(keys, items)])]
        [[(0, 1, 1), (0, 2, 1)]]
    """
    postings = _Postings(reach)
    for entries in _gathered(batches, entries_at_once):
        postings.add(entries)
    yield from postings.pairs(least)


def _gathered(batches: Callable[[], Iterable[Entries]], most: int) -> Iterator[Entries]:
    """Give the entries in parts, all of one key together."""
    # How many walks it takes shows on the first: whenever there are too many entries,
    # half of the keys are left for another.
    walks, walk = 1, 0
    while walk < walks:
        taken: list[Entries] = []
        for batch in batches():
            taken.append(_of_part(batch, walk, walks, _WALK))
            if not walk and sum(len(some.keys) for some in taken) > most:
                walks *= 2
                for at, some in enumerate(taken):
                    taken[at] = _of_part(some, walk, walks, _WALK)
        parts = -(-sum(len(some.keys) for some in taken) // _SORTED_AT_ONCE)
        for part in range(parts):
            yield _join([_of_part(some, part, parts, _SORT) for some in taken])
        walk += 1


def _of_part(entries: Entries, part: int, parts: int, bits: np.uint64) -> Entries:
    """Keep the entries whose keys fall into one of some parts."""
    if parts == 1:
        return entries
    return entries.where((entries.keys >> bits) % np.uint64(parts) == part)


def _join(parts: list[Entries]) -> Entries:
    """Put entries behind each other."""
    worth = [some.worth for some in parts if some.worth is not None]
    return Entries(
        np.concatenate([some.keys for some in parts]),
        np.concatenate([some.items for some in parts]),
        np.concatenate(worth) if worth else None,
    )


class _Postings:
    """The entries whose key several items have, key by key, items rising.

    A pile of a hundred thousand articles has some thirty million of them, so that
    each is kept in five or six bytes: its item, whether its key begins with it, and its
    worth.

    Args:
        reach: How many of the following items an entry is paired with.
    """

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._items: list[Numbers] = []
        self._heads: list[Flags] = []
        self._worth: list[Worth] = []
        # Of keys that more items have than an entry reaches: first entry, and end.
        self._far: list[npt.NDArray[np.int64]] = []
        self._count = 0

    def add(self, entries: Entries) -> None:
        """Sort entries, drop doubles and the keys that one item alone has."""
        order = np.argsort(entries.keys, kind="stable")
        keys, items = entries.keys[order], entries.items[order]
        fresh = np.ones(len(keys), np.bool_)
        fresh[1:] = (keys[1:] != keys[:-1]) | (items[1:] != items[:-1])
        worth = None
        if entries.worth is not None:
            # One of an item's doubles may be worth more than the first.
            worth = np.maximum.reduceat(entries.worth[order], np.flatnonzero(fresh))
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
        if worth is not None:
            self._worth.append(worth[shared])
        self._count += int(sizes.sum())

    def pairs(self, least: int) -> Iterator[Pairs]:
        """Count pairs, those of some first items at a time; only once."""
        if not self._count:
            return
        items = _drained(self._items)
        # Behind the last key another would begin.
        heads = np.append(_drained(self._heads), np.ones(self._reach + 1, np.bool_))
        worth = _drained(self._worth) if self._worth else None
        far = _Far.of(np.concatenate(self._far), items, self._reach)
        pair = partial(_pair, items, worth)
        at_once = max(1, _PAIRS_AT_ONCE // (self._reach + 1))
        for firsts, entries in _by_items(items, at_once):
            near = _near(entries, heads, self._reach)
            parts = [pair(ones, ones + step) for step, ones in near]
            parts.append(pair(*far.beyond(firsts)))
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


def _by_items(items: Numbers, at_once: int) -> Iterator[tuple[range, Places]]:
    """Give the entries of some items at a time, rising, all of an item's together."""
    totals = np.cumsum(np.bincount(items))
    for first, last in _cut(totals, _SORTED_AT_ONCE):
        places = np.flatnonzero((items >= first) & (items < last))
        ends = totals[first:last] - totals[last - 1] + len(places)
        cuts = list(_cut(ends, at_once))
        # Few enough to be told apart by a small number, which is sorted in one go.
        small = np.min_scalar_type(len(cuts))
        part = np.repeat(np.arange(len(cuts), dtype=small), [b - a for a, b in cuts])
        places = places[np.argsort(part[items[places] - first], kind="stable")]
        begin = 0
        for low, high in cuts:
            end = int(ends[high - 1])
            yield range(first + low, first + high), places[begin:end]
            begin = end


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


@dataclass(frozen=True, slots=True)
class _Far:
    """Keys that more items have than an entry reaches; their first is paired with all.

    Attributes:
        owners: The first item of each, rising.
        starts: The first entry that this one does not reach.
        lengths: How many there are from there on.
        reach: How far an entry reaches.
    """

    owners: Numbers
    starts: Places
    lengths: Places
    reach: int

    @classmethod
    def of(cls, ranges: Places, items: Numbers, reach: int) -> "_Far":
        """Sort them.

        Args:
            ranges: First entry and end of each key.
            items: Of all entries.
            reach: How far an entry reaches.
        """
        ranges = ranges[np.argsort(items[ranges[:, 0]], kind="stable")]
        starts = ranges[:, 0] + reach + 1
        return cls(items[ranges[:, 0]], starts, ranges[:, 1] - starts, reach)

    def beyond(self, firsts: range) -> tuple[Places, Places]:
        """Pair the first entries that some items have with what they do not reach."""
        low, high = np.searchsorted(self.owners, [firsts.start, firsts.stop])
        starts, lengths = self.starts[low:high], self.lengths[low:high]
        others = spread(starts, lengths)
        return np.repeat(starts - self.reach - 1, lengths), others


def _pair(items: Numbers, worth: Worth | None, ones: Places, others: Places) -> Codes:
    """Make one number of each pair of items, as often as it counts."""
    pairs = (items[ones].astype(np.uint64) << _HALF) | items[others]
    if worth is None:
        return pairs
    return np.repeat(pairs, np.maximum(worth[ones], worth[others]))
