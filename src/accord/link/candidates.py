"""Candidates: pairs that share entries of an inverted index, a bounded number each.

An entry that no more than ``REACH + 1`` items share brings every pair of them forward.
One that more of them share (a story that a hundred outlets print, a phrase that all
use) pairs each with the first and with its next neighbours in canonical order, which
is that of time: the work stays linear, and a chain through the story holds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from accord.link.words.lexicon import Codes, Numbers

__all__ = ["REACH", "Entries", "Pairs", "is_among", "mix", "roll", "shared_pairs"]

# Neighbours each entry is paired with. 12 keeps every pair of a story that up to 13
# outlets carry. Tried 4 to 40 on invented piles; run evals/links again.
REACH = 12
# Entries sorted at once, and pairs counted at once; 12 and 8 bytes each.
_ENTRIES_AT_ONCE = 8_000_000
_PAIRS_AT_ONCE = 4_000_000
_BASE = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)

Flags = npt.NDArray[np.bool_]
Ends = npt.NDArray[np.int64]


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


def is_among(keys: Codes, wanted: Codes) -> Flags:
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
        part.

    Example:
        >>> keys, items = np.array([7, 8, 7, 8], np.uint64), np.array([0, 0, 1, 2])
        >>> [list(some) for some in shared_pairs(lambda: [Entries(keys, items)])]
        [[(0, 1, 1), (0, 2, 1)]]
    """
    total = sum(len(batch.keys) for batch in batches())
    if not total:
        return
    parts = -(-total // entries_at_once)
    postings = _Postings.of(
        _sorted_part(batches(), part, parts) for part in range(parts)
    )
    yield from postings.pairs(least=least, reach=reach)


def _sorted_part(batches: Iterable[Entries], part: int, parts: int) -> "_Postings":
    """Sort the entries whose keys fall into one part, and keep what is shared."""
    keys: list[Codes] = []
    items: list[Numbers] = []
    telling: list[Flags] = []
    for batch in batches:
        chosen = (batch.keys >> _HALF) % np.uint64(parts) == part
        keys.append(batch.keys[chosen])
        items.append(batch.items[chosen])
        if batch.telling is not None:
            telling.append(batch.telling[chosen])
    return _Postings.sort(
        np.concatenate(keys),
        np.concatenate(items),
        np.concatenate(telling) if telling else None,
    )


@dataclass(frozen=True, slots=True)
class _Postings:
    """The entries whose key several items have, key by key, items rising.

    Attributes:
        items: The items.
        ends: For each entry, where its key's entries end.
        heads: Whether it is its key's first entry.
        telling: As in ``Entries``.
    """

    items: Numbers
    ends: Ends
    heads: Flags
    telling: Flags | None

    @classmethod
    def sort(cls, keys: Codes, items: Numbers, telling: Flags | None) -> "_Postings":
        """Sort entries, drop doubles and the keys that one item alone has."""
        order = np.argsort(keys, kind="stable")
        keys, items = keys[order], items[order].astype(np.uint32)
        telling = None if telling is None else telling[order]
        fresh = np.ones(len(keys), np.bool_)
        fresh[1:] = (keys[1:] != keys[:-1]) | (items[1:] != items[:-1])
        if telling is not None:
            # One of an item's doubles may tell what the first does not.
            telling = np.logical_or.reduceat(telling, np.flatnonzero(fresh))
        keys, items = keys[fresh], items[fresh]
        heads = np.ones(len(keys), np.bool_)
        heads[1:] = keys[1:] != keys[:-1]
        starts = np.flatnonzero(heads)
        sizes = np.diff(np.append(starts, len(keys)))
        shared = np.repeat(sizes > 1, sizes)
        sizes = sizes[sizes > 1]
        return cls(
            items[shared],
            np.repeat(np.cumsum(sizes), sizes),
            heads[shared],
            None if telling is None else telling[shared],
        )

    @classmethod
    def of(cls, parts: Iterable["_Postings"]) -> "_Postings":
        """Put parts behind each other."""
        listed: list[_Postings] = []
        shift = 0
        for part in parts:
            listed.append(cls(part.items, part.ends + shift, part.heads, part.telling))
            shift += len(part.items)
        telling = [part.telling for part in listed if part.telling is not None]
        return cls(
            np.concatenate([part.items for part in listed]),
            np.concatenate([part.ends for part in listed]),
            np.concatenate([part.heads for part in listed]),
            np.concatenate(telling) if telling else None,
        )

    def pairs(self, *, least: int, reach: int) -> Iterator[Pairs]:
        """Count pairs, those of some first items at a time."""
        order = np.argsort(self.items, kind="stable")
        ordered = self.items[order]
        begin = 0
        at_once = max(1, _PAIRS_AT_ONCE // (reach + 1))
        while begin < len(order):
            last = ordered[min(begin + at_once, len(order)) - 1]
            end = int(np.searchsorted(ordered, last, side="right"))
            found = np.concatenate(list(self._pairs_of(order[begin:end], reach)))
            keys, counts = np.unique(found, return_counts=True)
            enough = counts >= least
            keys = keys[enough]
            if len(keys):
                a, b = (keys >> _HALF), keys & _LOW
                yield Pairs(
                    a.astype(np.uint32),
                    b.astype(np.uint32),
                    counts[enough].astype(np.uint32),
                )
            begin = end

    def _pairs_of(self, entries: Ends, reach: int) -> Iterator[Codes]:
        """Pair entries with the next ones of their key, and heads with all."""
        far = entries[self.heads[entries]]
        for step in range(1, reach + 1):
            entries = entries[entries + step < self.ends[entries]]
            yield self._join(entries, entries + step)
        lengths = self.ends[far] - far - (reach + 1)
        far, lengths = far[lengths > 0], lengths[lengths > 0]
        offsets = np.arange(lengths.sum()) - np.repeat(
            np.cumsum(lengths) - lengths, lengths
        )
        starts = np.repeat(far, lengths)
        yield self._join(starts, starts + reach + 1 + offsets)

    def _join(self, ones: Ends, others: Ends) -> Codes:
        """Make one number of each pair of items."""
        if self.telling is not None:
            told = self.telling[ones] | self.telling[others]
            ones, others = ones[told], others[told]
        a = self.items[ones].astype(np.uint64)
        return (a << _HALF) | self.items[others].astype(np.uint64)
