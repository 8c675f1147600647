"""What stands around a line, and what its page is like."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from accord.read.lines.among import known_to_article
from accord.read.lines.looks import LOOKS, Array
from accord.read.lines.ties import ties

__all__ = ["around", "believed", "below_talk", "describe_belief"]

# What is looked at in the lines around; the last is what the words say.
_SEEN = (
    "chars", "prose", "ends_sentence", "title_case", "copies", "in_article",
    "in_earlier", "like_above", "like_below", "rule_any", "sign", "gap", "clock",
    "to_reader", "for_self", "of_site", "talk", "ago", "same_start", "run_share",
    "in_main", "cohesion", "names_known", "picture", "glued", "ends_cut",
)  # fmt: skip
_COLUMNS = tuple(LOOKS.index(name) for name in _SEEN)
# What is looked at in the stretch of the page around: a menu, a list and an article
# differ in the large where their lines do not.
_BROAD = (
    "chars", "rule_any", "title_case", "in_main", "talk", "starts_digit", "commas", "past",
)  # fmt: skip
_BROAD_COLUMNS = tuple(LOOKS.index(name) for name in _BROAD)
_BROAD_WIDTHS = (30, 80)
_DENSE_WIDTHS = (10, 25, 60)
_MOST_OF_LINE = 400
_STEPS = (1, 2, 3)
_WIDTHS = (4, 12)
_WIDE = (3, 8, 20)
# Talk is headed where so many of the lines above hold so many characters of prose.
_CLOSE = 30
_PROSE_ABOVE_TALK = 600
_HEAD = 2
_LEAST_TURNS = 2


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
            *_means(np.column_stack([rows[:, _BROAD_COLUMNS], words]), _BROAD_WIDTHS),
            *_density(rows),
            *_place(count),
            *_shares(mass),
            *_nearness(rows[:, LOOKS.index("prose")] > 0),
            *_after_talk(rows[:, LOOKS.index("talk")], mass),
            np.broadcast_to(seen.mean(axis=0), seen.shape),
            np.full(count, np.log1p(count), dtype=np.float32),
            np.full(count, np.log1p(mass.sum()), dtype=np.float32),
        ]
    ).astype(np.float32)


def describe_belief(
    rows: Array, bags: Sequence[frozenset[str]], first: Array, rarity: Array
) -> Array:
    """Describe, for the second pass, what the first believes and how words bear it out.

    Args:
        rows: The looks, one row a line.
        bags: The rare words of each line.
        first: What the first pass gives each line: how likely it is the article's.
        rarity: How rare the words of each slot are.

    Cost:
        Number of words times its logarithm.
    """
    size = np.expm1(rows[:, LOOKS.index("chars")])
    inside, _ = _best_stretch(first, size)
    return np.hstack(
        [
            believed(rows, first, known_to_article(bags, first)),
            ties(bags, first, inside, rarity, sizes=size),
        ]
    )


def believed(rows: Array, first: Array, known: Array) -> Array:
    """Describe what a first pass believes of a line and of those around it.

    Args:
        rows: The looks, one row a line.
        first: What the first pass gives each line: how likely it is the article's.
        known: Which share of its words other lines hold that it believes in.
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
            *_after_talk(rows[:, LOOKS.index("talk")], size * (first > 0.5)),
            known,
            *_means(known[:, None], (3,)),
            *_means((first * (1 - first))[:, None], _WIDE),
            np.full(len(first), (first * size).sum() / max(1.0, size.sum())),
            np.full(len(first), np.log1p((first * size).sum())),
        ]
    ).astype(np.float32)


def below_talk(rows: Array, belief: Array) -> npt.NDArray[np.bool_]:
    """Tell which lines stand below the head of readers' comments on the article.

    Args:
        rows: The looks, one row a line.
        belief: How likely each line is the article's.
    """
    size = np.expm1(rows[:, LOOKS.index("chars")])
    talk = rows[:, LOOKS.index("talk")]
    turns = (talk == 1) | (rows[:, LOOKS.index("ago")] > 0)
    turns_below = turns.sum() - np.cumsum(turns)
    # A link to the comments looks like their head, but there is no talk below it.
    is_sure = (talk > _HEAD) | (turns_below >= _LEAST_TURNS)
    last = _last_head(np.where(is_sure, talk, 0), size * (belief > 0.5))
    return (last >= 0) & (last < np.arange(len(rows)))


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


def _density(rows: Array) -> list[Array]:
    """Measure the text around each line that no rule knows, and against the page's most."""
    size = np.minimum(np.expm1(rows[:, LOOKS.index("chars")]), _MOST_OF_LINE)
    unknown = size * (1 - rows[:, LOOKS.index("rule_any")])
    sums = np.concatenate([[0.0], np.cumsum(unknown, dtype=float)])
    index = np.arange(len(rows))
    found: list[Array] = []
    for width in _DENSE_WIDTHS:
        low = np.maximum(index - width, 0)
        high = np.minimum(index + width + 1, len(rows))
        mass = (sums[high] - sums[low]) / (high - low)
        found.append(np.log1p(mass).astype(np.float32))
        found.append((mass / mass.max(initial=1.0)).astype(np.float32))
    return found


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


def _after_talk(talk: Array, mass: Array) -> tuple[Array, Array]:
    """Count lines since readers' talk was headed close below prose, and its marks."""
    last = _last_head(talk, mass)
    since = np.where(last >= 0, np.log1p(np.arange(len(talk)) - last), -1)
    marks = np.cumsum((talk > 0) & (last >= 0))
    return since.astype(np.float32), np.log1p(marks).astype(np.float32)


def _last_head(talk: Array, mass: Array) -> npt.NDArray[np.int64]:
    """Give the line that last headed readers' talk close below prose; -1 if none.

    A menu's "Comments" has no prose close above it.
    """
    index = np.arange(len(talk))
    upto = np.concatenate([[0.0], np.cumsum(mass)])
    close = upto[index] - upto[np.maximum(index - _CLOSE, 0)]
    heads = (talk >= _HEAD) & (close > _PROSE_ABOVE_TALK)
    return np.asarray(np.maximum.accumulate(np.where(heads, index, -1)))


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
