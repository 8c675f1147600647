"""What stands around a line, and what its page is like."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from accord.read.lines.looks import LOOKS, Array

__all__ = ["around", "believed"]

# What is looked at in the lines around; the last is what the words say.
_SEEN = (
    "chars", "prose", "ends_sentence", "title_case", "copies", "in_article",
    "in_earlier", "like_above", "like_below", "rule_any", "sign", "gap", "clock",
    "to_reader", "for_self", "of_site",
)  # fmt: skip
_COLUMNS = tuple(LOOKS.index(name) for name in _SEEN)
_STEPS = (1, 2, 3)
_WIDTHS = (4, 12)
_WIDE = (3, 8, 20)


def around(rows: Array, words: Array) -> Array:
    """Add to each line's looks those of its neighbours, its place and its page.

    Args:
        rows: The looks, one row a line.
        words: What its words say of each line.

    Cost:
        Linear in the number of lines.
    """
    seen = np.column_stack([rows[:, _COLUMNS], words])
    count = len(rows)
    mass = np.expm1(rows[:, LOOKS.index("chars")]) * rows[:, LOOKS.index("prose")]
    return np.column_stack(
        [
            rows,
            words,
            *(_shift(seen, step) for step in _STEPS),
            *(_shift(seen, -step) for step in _STEPS),
            *_means(seen, _WIDTHS),
            *_place(count),
            *_shares(mass),
            *_nearness(rows[:, LOOKS.index("prose")] > 0),
            np.broadcast_to(seen.mean(axis=0), seen.shape),
            np.full(count, np.log1p(count), dtype=np.float32),
            np.full(count, np.log1p(mass.sum()), dtype=np.float32),
        ]
    ).astype(np.float32)


def believed(rows: Array, first: Array) -> Array:
    """Describe what a first pass believes of a line and of those around it.

    Args:
        rows: The looks, one row a line.
        first: What the first pass gives each line: how likely it is the article's.
    """
    size = np.expm1(rows[:, LOOKS.index("chars")])
    belief = first[:, None]
    weighted = np.column_stack([first * size, size])
    shares = [
        (pair[:, 0] + 1e-3) / (pair[:, 1] + 2e-3) for pair in _means(weighted, _WIDE)
    ]
    inside, depth = _best_stretch(first, size)
    return np.column_stack(
        [
            first,
            *(_shift(belief, step) for step in (*_STEPS, 4, 5)),
            *(_shift(belief, -step) for step in (*_STEPS, 4, 5)),
            *_means(belief, _WIDE),
            *shares,
            *_shares(first * size),
            *_nearness(first > 0.5),
            *_nearness(first < 0.1),
            *_nearness((first > 0.5) & (size > 150)),
            inside,
            depth,
            np.full(len(first), (first * size).sum() / max(1.0, size.sum())),
            np.full(len(first), np.log1p((first * size).sum())),
        ]
    ).astype(np.float32)


def _shift(table: Array, step: int) -> Array:
    """Move a table down by ``step`` rows; -1 where there is no such line."""
    moved = np.full_like(table, -1)
    if step > 0:
        moved[step:] = table[:-step]
    else:
        moved[:step] = table[-step:]
    return moved


def _means(table: Array, widths: Sequence[int]) -> list[Array]:
    """Average the rows before, and the rows after each, over some widths."""
    count = len(table)
    sums = np.vstack(
        [np.zeros((1, table.shape[1])), np.cumsum(table, axis=0, dtype=float)]
    )
    index = np.arange(count)
    means: list[Array] = []
    for width in widths:
        low = np.maximum(index - width, 0)
        high = np.minimum(index + 1 + width, count)
        before = sums[index] - sums[low]
        after = sums[high] - sums[index + 1]
        means.append((before / width).astype(np.float32))
        means.append((after / width).astype(np.float32))
    return means


def _place(count: int) -> tuple[Array, ...]:
    """Count lines from both ends."""
    index = np.arange(count, dtype=np.float32)
    share = (index / max(1, count)).astype(np.float32)
    return np.log1p(index), np.log1p(index[::-1]), share


def _shares(mass: Array) -> tuple[Array, Array]:
    """Tell which share of some mass stands before each line, and after it."""
    total = max(1.0, float(mass.sum()))
    upto = np.cumsum(mass)
    return (upto - mass) / total, (total - upto) / total


def _nearness(flags: npt.NDArray[np.bool_]) -> tuple[Array, Array]:
    """Count lines to the last flagged one before, and the next one after."""
    count = len(flags)
    index = np.arange(count)
    last = np.maximum.accumulate(np.where(flags, index, -count))
    last = np.concatenate([[-count], last[:-1]])
    following = np.minimum.accumulate(np.where(flags, index, 2 * count)[::-1])[::-1]
    following = np.concatenate([following[1:], [2 * count]])
    return (
        np.log1p(np.minimum(index - last, 50)).astype(np.float32),
        np.log1p(np.minimum(following - index, 50)).astype(np.float32),
    )


def _best_stretch(first: Array, size: Array) -> tuple[Array, Array]:
    """Find the stretch that is most the article's, and each line's way to its ends."""
    gains = (first - 0.5) * (size + 20)
    sums = np.concatenate([[0.0], np.cumsum(gains)])
    lowest = np.minimum.accumulate(sums[:-1])
    end = int(np.argmax(sums[1:] - lowest)) + 1
    start = int(np.argmin(sums[:end]))
    index = np.arange(len(first))
    inside = ((index >= start) & (index < end)).astype(np.float32)
    depth = np.minimum(index - start, end - 1 - index).astype(np.float32)
    return inside, np.sign(depth) * np.log1p(np.abs(depth))
