"""What ties a line to the article: how telling the words are that both hold."""

from collections.abc import Iterable, Sequence
from itertools import chain
from zlib import crc32

import numpy as np
import numpy.typing as npt

__all__ = ["RARITY_SLOTS", "rarity_slot", "ties"]

_Array = npt.NDArray[np.float32]
_Sums = npt.NDArray[np.float64]
_Numbers = npt.NDArray[np.int64]

# Words are told apart by a hash of this many values.
RARITY_SLOTS = 1 << 15
# The lines beside a line do not tell whether it belongs to the article: a teaser's
# headline stands above its summary.
_BESIDE = 2
_LEAD_LINES = 4
_LEAD_CHARS = 60
_BELIEVED = 0.5
# The neighbourhoods whose ties are told: both sides, what follows, what is above.
_SPANS = ((2, 2), (0, 8), (8, 0))


def rarity_slot(word: str) -> int:
    """Give the place of a word in the table of rarities."""
    return crc32(word.encode()) % RARITY_SLOTS


def ties(
    bags: Sequence[frozenset[str]], belief: _Array, inside: _Array, rarity: _Array,
    *, sizes: _Array,
) -> _Array:  # fmt: skip
    """Weigh, line by line, the words shared with what is believed to be the article.

    Args:
        bags: The rare words of each line.
        belief: How likely each line is the article's.
        inside: Whether a line stands in the stretch that is most the article's.
        rarity: How rare the words of each slot are, as the log of one in how many pages.
        sizes: Characters of each line.

    Returns:
        One row a line: which share of what its words tell is told elsewhere in the
        article, in all believed lines, in the lead; its most telling word that is; how
        telling its words are, and how many telling ones are new; and the first two and
        the lead for the lines around it.

    Cost:
        Number of words times its logarithm.
    """
    count = len(bags)
    words = _number(bags)
    lines = np.repeat(np.arange(count), [len(bag) for bag in bags])
    weight = _weigh(bags, rarity)[words]
    total = np.bincount(lines, weight, count).astype(np.float64)
    believed = belief > _BELIEVED
    main = believed & (inside > 0)
    lead = _first(main & (sizes > _LEAD_CHARS))
    kinds = int(words.max(initial=-1)) + 1
    everywhere = np.bincount(words[believed[lines]], minlength=kinds)
    elsewhere = np.bincount(words[main[lines]], minlength=kinds)[words] > _beside(
        words, lines, main, kinds
    )
    known = everywhere[words] > believed[lines]
    opening = np.bincount(words[lead[lines]], minlength=kinds)[words] > lead[lines]
    shared = [weight * mask for mask in (elsewhere, known, opening)]
    told = [np.bincount(lines, part, count).astype(np.float64) for part in shared]
    strongest = np.zeros(count)
    np.maximum.at(strongest, lines, shared[0])
    new = np.bincount(lines, ~known & (weight > rarity.max(initial=0) / 2), count)
    sizes_of = np.maximum(np.bincount(lines, minlength=count), 1)
    return np.column_stack(
        [
            *(part / np.maximum(total, 1e-6) for part in told),
            strongest,
            total / sizes_of,
            np.log1p(new),
            *(_around(part, total, *span) for span in _SPANS for part in told),
        ]
    ).astype(np.float32)


def _number(bags: Iterable[Iterable[str]]) -> _Numbers:
    """Number the words of all lines, each line's in order."""
    numbers: dict[str, int] = {}
    words = chain.from_iterable(sorted(bag) for bag in bags)
    found = [numbers.setdefault(word, len(numbers)) for word in words]
    return np.array(found, dtype=np.int64)


def _weigh(bags: Iterable[Iterable[str]], rarity: _Array) -> _Array:
    """Look up how rare each word is, in the order of their numbers."""
    words = dict.fromkeys(chain.from_iterable(sorted(bag) for bag in bags))
    return rarity[np.array([rarity_slot(word) for word in words], dtype=np.int64)]


def _first(lines: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Keep the first few lines."""
    return lines & (np.cumsum(lines) <= _LEAD_LINES)


def _beside(
    words: _Numbers, lines: _Numbers, main: npt.NDArray[np.bool_], kinds: int
) -> _Numbers:
    """Count, for each word of each line, the lines of the article beside that hold it."""
    keys = np.sort(lines[main[lines]] * kinds + words[main[lines]])
    found = np.zeros(len(words), dtype=np.int64)
    for step in range(-_BESIDE, _BESIDE + 1):
        wanted = (lines + step) * kinds + words
        left = np.searchsorted(keys, wanted, side="left")
        found += np.searchsorted(keys, wanted, side="right") - left
    return found


def _around(part: _Sums, total: _Sums, above: int, below: int) -> _Array:
    """Tell which share is told over the lines around each line, itself included."""
    index = np.arange(len(part))
    low = np.maximum(index - above, 0)
    high = np.minimum(index + below + 1, len(part))
    shares = [np.concatenate([[0.0], np.cumsum(values)]) for values in (part, total)]
    told, whole = (sums[high] - sums[low] for sums in shares)
    return np.asarray(told / (whole + 1e-3), dtype=np.float32)
