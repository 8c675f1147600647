"""What is marked as furniture because the judge does not believe it."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from accord.model import FurnitureKind
from accord.read.captions import picture_words
from accord.read.inline import is_blank
from accord.read.lexicon import lexicon
from accord.read.lines.days import days_in_order
from accord.read.units import Unit

__all__ = ["mark_doubted"]

# How likely a line is the article's, in the judge's eyes, for it to be marked: outside
# the article, where it reports speech or may be a standfirst, and amid the article.
_DOUBTED = 0.27
_DOUBTED_SPEECH = 0.2
_HARDLY = 0.07
_LIKELY = 0.5
# Far from the article the judge must be surer that a line is part of it. The article's
# stretch is where lines of more than this belief outweigh the others most.
_DOUBTED_AFAR = 0.5
_STRETCH_BELIEF = 0.2
_STRETCH_CHARS = 20
# A line is within the article if, of what stands this close on either side, so much is
# the article's; teasers below an article may each have a line of prose.
_NEAR_LINES = 8
_NEAR_CHARS = 400
_NEAR_BELIEF = 0.1
_PARAGRAPH_WORDS = 20
_SURELY = 0.5
_STANDFIRST_LINES = 3
_STANDFIRST_WORDS = 8
# Kinds that prose and lists of an article are mistaken for.
_MAY_ERR = frozenset({"header", "link-stub", "subscription", "teaser"})


def mark_doubted(
    units: Sequence[Unit], kinds: dict[int, FurnitureKind], beliefs: Sequence[float]
) -> None:
    """Mark the lines that a judge does not believe to be the article's.

    It must be surer of a line amid the article that does not sound like a caption, or
    of one that reports speech; a standfirst that does is kept. So is what a rule marked
    and it believes nonetheless, the headline above a byline, and a row of days in order:
    a list that pages have in articles alone.

    Args:
        units: The lines.
        kinds: What the rules call furniture, by line; what is marked is added.
        beliefs: How likely each line is the article's.

    Cost:
        Linear in the number of characters.
    """
    if max(beliefs, default=0.0) <= _LIKELY:
        # A table, a list, a menu: of a text without an article it knows nothing.
        return
    prose = [
        i
        for i, (unit, belief) in enumerate(zip(units, beliefs, strict=True))
        if (unit.is_prose and belief > _LIKELY)
        or (unit.words >= _PARAGRAPH_WORDS and belief >= _DOUBTED)
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(units), -1)
    near = _amid_article(units, beliefs)
    stretch = _article_stretch(units, beliefs)
    words = lexicon()
    spared_rows = days_in_order(units) | _above_byline(units[:first], kinds)
    for index, (unit, belief) in enumerate(zip(units, beliefs, strict=True)):
        if belief > _SURELY and kinds.get(index) in _MAY_ERR:
            del kinds[index]
        border = _DOUBTED if index in stretch else _DOUBTED_AFAR
        kept = belief >= border or index in spared_rows or is_blank(unit)
        if kept or index in kinds:
            continue
        reports = words.is_reporting(unit)
        above = first - _STANDFIRST_LINES <= index < first
        if reports and above:
            continue
        spared = reports or (above and unit.words >= _STANDFIRST_WORDS)
        within = near[index] and first < index < last and not picture_words(unit.text)
        spare = _HARDLY if within else _DOUBTED_SPEECH if spared else border
        if belief < spare:
            kinds[index] = "other"


def _amid_article(
    units: Sequence[Unit], beliefs: Sequence[float]
) -> npt.NDArray[np.bool_]:
    """Tell which lines have enough of the article close above and close below."""
    sizes = np.array([min(len(unit.text), _NEAR_CHARS) for unit in units], dtype=float)
    sums = np.concatenate(
        [[0.0], np.cumsum(sizes * (np.array(beliefs) - _NEAR_BELIEF))]
    )
    index = np.arange(len(units))
    above = sums[index] - sums[np.maximum(index - _NEAR_LINES, 0)]
    below = sums[np.minimum(index + 1 + _NEAR_LINES, len(units))] - sums[index + 1]
    return np.asarray((above > 0) & (below > 0))


def _article_stretch(units: Sequence[Unit], beliefs: Sequence[float]) -> range:
    """Find the lines from the first to the last that the article spreads over."""
    sizes = np.array([len(unit.text) + _STRETCH_CHARS for unit in units], dtype=float)
    gains = (np.array(beliefs) - _STRETCH_BELIEF) * sizes
    sums = np.concatenate([[0.0], np.cumsum(gains)])
    end = int(np.argmax(sums[1:] - np.minimum.accumulate(sums[:-1]))) + 1
    return range(int(np.argmin(sums[:end])), end)


def _above_byline(
    head: Sequence[Unit], kinds: Mapping[int, FurnitureKind]
) -> frozenset[int]:
    """Find the line that the first byline above the article stands under, if any."""
    for index in range(len(head)):
        if kinds.get(index) != "byline":
            continue
        above = [i for i in range(index) if i not in kinds and not is_blank(head[i])]
        return frozenset(above[-1:])
    return frozenset()
