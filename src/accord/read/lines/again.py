"""Another look at a page, without the menus that a pass is sure of.

A page of forty lines of article below two hundred of menus is, on the average of its
lines, a menu. Without these lines it looks like any other text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from accord.model import FurnitureKind
from accord.read.lines.among import rare_words
from accord.read.lines.context import around, describe_belief
from accord.read.lines.looks import LOOKS, Array, looks
from accord.read.units import Unit

__all__ = ["Lines", "Places", "look_again", "worth_a_look"]

Places = npt.NDArray[np.int64]

# A line is left out if neither it nor one so close to it is believed that much.
_LEAST_BELIEF = 0.1
_CLOSE = 2
# Where the looks, one row a line, end, what the words say of the line follows.
_WORDS = len(LOOKS)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines, and what they look like among each other.

    Attributes:
        units: The lines.
        kinds: What the rules call furniture, by line.
        bags: The rare words of each line.
        rows: Its looks.
    """

    units: Sequence[Unit]
    kinds: Mapping[int, FurnitureKind]
    bags: Sequence[frozenset[str]]
    rows: Array

    @classmethod
    def of(cls, units: Sequence[Unit], kinds: Mapping[int, FurnitureKind]) -> "Lines":
        """Look at the lines of a page.

        Cost:
            Linear in the number of characters.
        """
        bags = [rare_words(unit) for unit in units]
        return cls(units, kinds, bags, looks(units, kinds, bags=bags))

    def alone(self, places: Places) -> "Lines":
        """Look at some of the lines as if the page had no others."""
        units = [self.units[place] for place in places]
        kinds = {
            index: self.kinds[place]
            for index, place in enumerate(places.tolist())
            if place in self.kinds
        }
        bags = [self.bags[place] for place in places]
        return Lines(units, kinds, bags, looks(units, kinds, bags=bags))


def worth_a_look(belief: Array) -> Places:
    """Find the lines that are believed or close to one that is; all if there is none.

    Args:
        belief: How likely each line is the article's, so far.
    """
    believed = np.pad(belief >= _LEAST_BELIEF, _CLOSE)
    near = np.lib.stride_tricks.sliding_window_view(believed, 2 * _CLOSE + 1)
    places = np.flatnonzero(near.any(axis=1))
    return places if len(places) else np.arange(len(belief))


def look_again(
    lines: Lines, seen: Array, belief: Array, rarity: Array, *, places: Places
) -> Array:
    """Describe some lines, as if the page had no others, and what is believed of them.

    Args:
        lines: All lines of a page.
        seen: What the first pass saw of them.
        belief: How likely each line is the article's, so far.
        rarity: How rare the words of each slot are.
        places: The lines to describe.

    Returns:
        One row for each of these lines.

    Cost:
        Linear in the number of characters, but for sorting words.
    """
    if len(places) < len(belief):
        lines = lines.alone(places)
        seen = around(lines.rows, seen[places, _WORDS])
    told = describe_belief(lines.rows, lines.bags, belief[places], rarity)
    return np.hstack([seen, told])
