"""What a line is among the lines of its page: a copy, a likeness, part of a run."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from math import log1p

import numpy as np
import numpy.typing as npt

from accord.read.units import Unit

__all__ = ["AMONG", "among", "known_to_article", "rare_words"]

AMONG = (
    "copies", "same_shape", "same_start", "same_end", "in_article", "in_earlier",
    "like_above", "like_below", "run_mass", "run_share", "run_words", "in_main",
    "in_lead", "cohesion", "names_known",
)  # fmt: skip

_Bag = frozenset[str]

_RARE_WORD = 4
_NO_LINES: Sequence[_Bag] = (frozenset(),)
# Lines of that many words, or of sentences, stand in a run with their neighbours.
_RUN_WORDS = 9
_LEAD_LINES = 3
_NUMBER = re.compile(r"\d+")
# A line hangs together with those around it, its teaser or caption beside it aside.
_AROUND = 8
_BESIDE = 1
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀ-ÖØ-ÞŠŽ][\w’'-]{2,}")


def rare_words(unit: Unit) -> _Bag:
    """Give the words that may tell one story from another."""
    return frozenset(
        word.strip(".,:;!?\"'()")
        for word in unit.plain.split()
        if len(word) >= _RARE_WORD
    )


def among(units: Sequence[Unit], bags: Sequence[_Bag]) -> list[tuple[float, ...]]:
    """Compare each line with the others of its page.

    Args:
        units: The lines.
        bags: Their rare words.

    Returns:
        One row a line, one value for each of ``AMONG``.

    Cost:
        Linear in the number of words.
    """
    columns = [
        *_copies(units),
        *_in_article(units, bags),
        *_beside(bags),
        *_in_runs(units, bags),
        _cohesion(bags),
        _names_known(units),
    ]
    return list(zip(*columns, strict=True))


def known_to_article(
    bags: Sequence[_Bag], belief: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """Tell which share of a line's rare words other lines believed in hold too."""
    article: Counter[str] = Counter()
    believed = belief > 0.5
    for bag, counts in zip(bags, believed, strict=True):
        if counts:
            article.update(bag)
    shares = [
        _share_known(bag, article, own=bool(counts))
        for bag, counts in zip(bags, believed, strict=True)
    ]
    return np.array(shares, dtype=np.float32)


def _cohesion(bags: Sequence[_Bag]) -> list[float]:
    """Tell which share of a line's words the lines around it hold, but for the next."""
    around: Counter[str] = Counter()
    shares: list[float] = []
    for i in range(-_AROUND, len(bags)):
        if i + _AROUND < len(bags):
            around.update(bags[i + _AROUND])
        if i > _AROUND:
            around.subtract(bags[i - _AROUND - 1])
        if i < 0:
            continue
        near = bags[max(0, i - _BESIDE) : i + _BESIDE + 1]
        words = bags[i]
        known = sum(1 for w in words if around[w] > sum(1 for bag in near if w in bag))
        shares.append(known / max(1, len(words)))
    return shares


def _names_known(units: Sequence[Unit]) -> list[float]:
    """Tell which share of a line's names other lines of prose hold; -1 without names."""
    names = [frozenset(_NAME.findall(unit.text)) for unit in units]
    everywhere: Counter[str] = Counter()
    for unit, found in zip(units, names, strict=True):
        if unit.is_prose:
            everywhere.update(found)
    return [
        _share_known(found, everywhere, own=unit.is_prose) if found else -1.0
        for unit, found in zip(units, names, strict=True)
    ]


def _copies(units: Sequence[Unit]) -> list[list[float]]:
    """Count lines that are the same in their words, their shape, their ends."""
    words = [unit.plain.split() for unit in units]
    keys: tuple[list[str], ...] = (
        [unit.plain for unit in units],
        [_NUMBER.sub("0", unit.plain) for unit in units],
        [" ".join(line[:2]) for line in words],
        [" ".join(line[-2:]) for line in words],
    )
    counts = [Counter(key) for key in keys]
    return [
        [log1p(count[key] - 1) for key in column]
        for column, count in zip(keys, counts, strict=True)
    ]


def _in_article(units: Sequence[Unit], bags: Sequence[_Bag]) -> list[list[float]]:
    """Look for a line's words in all of the page's prose, and in what is above."""
    article: Counter[str] = Counter()
    for unit, bag in zip(units, bags, strict=True):
        if unit.is_prose:
            article.update(bag)
    earlier: set[str] = set()
    above: list[float] = []
    for unit, bag in zip(units, bags, strict=True):
        above.append(len(bag & earlier) / max(1, len(bag)))
        if unit.is_prose:
            earlier |= bag
    everywhere = [
        _share_known(bag, article, own=unit.is_prose)
        for unit, bag in zip(units, bags, strict=True)
    ]
    return [everywhere, above]


def _beside(bags: Sequence[_Bag]) -> list[list[float]]:
    """Compare a line with the two above it and the two below."""
    above = [
        max(_likeness(bag, other) for other in bags[max(0, i - 2) : i] or _NO_LINES)
        for i, bag in enumerate(bags)
    ]
    below = [
        max(_likeness(bag, other) for other in bags[i + 1 : i + 3] or _NO_LINES)
        for i, bag in enumerate(bags)
    ]
    return [above, below]


def _in_runs(units: Sequence[Unit], bags: Sequence[_Bag]) -> list[list[float]]:
    """Measure the run of text a line stands in, against the page's longest."""
    runs: list[tuple[int, int, int]] = []
    long = [unit.is_prose or unit.words >= _RUN_WORDS for unit in units]
    for is_long, group in groupby(range(len(units)), key=long.__getitem__):
        lines = list(group)
        mass = sum(len(units[i].text) for i in lines) if is_long else 0
        runs.append((mass, lines[0], lines[-1] + 1))
    longest, first, last = max(runs, key=lambda run: run[0], default=(0, 0, 0))
    main: Counter[str] = Counter()
    for bag in bags[first:last]:
        main.update(bag)
    lead: Counter[str] = Counter()
    for bag in bags[first : min(last, first + _LEAD_LINES)]:
        lead.update(bag)
    columns: list[list[float]] = [[], [], [], [], []]
    for mass, start, end in runs:
        run = frozenset[str]().union(*bags[start:end]) if mass else frozenset()
        own = start == first and longest > 0
        shared = 1.0 if own else _share_known(run, main, own=False)
        for i in range(start, end):
            columns[0].append(log1p(mass))
            columns[1].append(mass / max(1, longest))
            columns[2].append(shared)
            columns[3].append(_share_known(bags[i], main, own=own))
            columns[4].append(
                _share_known(bags[i], lead, own=own and i < first + _LEAD_LINES)
            )
    return columns


def _share_known(bag: _Bag, article: Counter[str], *, own: bool) -> float:
    """Tell which share of a line's words the page's prose holds elsewhere."""
    if not bag:
        return 0.0
    floor = 1 if own else 0
    return sum(1 for word in bag if article[word] > floor) / len(bag)


def _likeness(bag: _Bag, other: _Bag) -> float:
    """Tell which share of the shorter line's rare words the other line holds too."""
    shorter = min(len(bag), len(other))
    return len(bag & other) / shorter if shorter > 1 else 0.0
