"""The trained judge of lines: its numbers, loaded once, and what it makes of a page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from io import BytesIO

import numpy as np
import numpy.typing as npt

from accord.errors import InternalError
from accord.model import FurnitureKind
from accord.read.lines.again import Lines, look_again
from accord.read.lines.context import around, below_talk
from accord.read.lines.forest import Forest
from accord.read.lines.looks import LOOKS, Array, word_slots
from accord.read.units import Unit

__all__ = ["LineJudge", "blend", "line_judge"]

# Each pass errs in its own way; the second knows more.
_SECOND_COUNTS = 2
# Readers' comments read like an article: below their head, what is believed of a line
# shrinks to this share.
_TALK_KEEPS = 0.3
# A line of sentences that long is a text without its paragraphs: no box of a page has
# one. It is believed at least so much, wherever it stands.
_TEXT_CHARS = 2_000
_CHARS_A_SENTENCE = 400
_TEXT_BELIEF = 0.6


@dataclass(frozen=True, slots=True)
class LineJudge:
    """Tells how likely each line is the article's.

    Attributes:
        version: Hash of the numbers.
        words: What each hashed word adds to a line's log-odds.
        base: The log-odds of a line without words.
        first: Trees over a line, its neighbours and its page.
        second: Trees that also see what the first made of the neighbours, and the page
            without the lines that the first is sure of.
        rarity: How rare the words of each slot are.
    """

    version: str
    words: Array
    base: float
    first: Forest
    second: Forest
    rarity: Array

    def __call__(
        self, units: Sequence[Unit], kinds: Mapping[int, FurnitureKind]
    ) -> list[float]:
        """Judge the lines of one page.

        Args:
            units: The lines.
            kinds: What the rules call furniture, by line.

        Returns:
            How likely each line is the article's, from 0 to 1.

        Cost:
            Linear in the number of characters.
        """
        if not units:
            return []
        lines = Lines.of(units, kinds)
        seen = around(lines.rows, self.weigh(units))
        first = self.first.probability(seen)
        places, again = look_again(lines, seen, first, self.rarity)
        second = first.copy()
        second[places] = self.second.probability(again)
        return [float(p) for p in blend(lines.rows, first, second)]

    def weigh(self, units: Sequence[Unit]) -> Array:
        """Tell what the words of each line say of it, as log-odds."""
        sums = [
            self.words[slots].sum() / len(slots) ** 0.5
            for slots in map(word_slots, units)
        ]
        return np.asarray(sums, dtype=np.float32) + np.float32(self.base)


def blend(rows: Array, first: Array, second: Array) -> Array:
    """Make one judgement of what both passes say.

    Args:
        rows: The looks, one row a line.
        first: How likely each line is the article's, to the first pass.
        second: The same to the second.
    """
    mixed = (first + _SECOND_COUNTS * second) / (1 + _SECOND_COUNTS)
    belief = np.asarray(mixed, dtype=np.float32)
    keeps = np.where(below_talk(rows, belief), _TALK_KEEPS, 1.0)
    floor = np.where(_whole_texts(rows), _TEXT_BELIEF, 0.0)
    return np.asarray(np.maximum(belief * keeps, floor), dtype=np.float32)


def _whole_texts(rows: Array) -> npt.NDArray[np.bool_]:
    """Tell which lines hold a whole text, sentence after sentence."""
    size = np.expm1(rows[:, LOOKS.index("chars")])
    stops = np.expm1(rows[:, LOOKS.index("inner_stops")])
    return np.asarray((size > _TEXT_CHARS) & (stops * _CHARS_A_SENTENCE > size))


@cache
def line_judge() -> LineJudge:
    """Load the judge that ships with the package.

    Raises:
        InternalError: Its numbers are not those that its manifest names, or were
            learnt from other looks than those of this version.
    """
    folder = resources.files("accord.read") / "data"
    data = (folder / "lines.npz").read_bytes()
    manifest = json.loads((folder / "lines.json").read_text(encoding="utf-8"))
    version = sha256(data).hexdigest()
    if version != manifest["sha256"] or tuple(manifest["looks"]) != LOOKS:
        message = "accord/read/data/lines.npz is not the file that lines.json names."
        raise InternalError(message, hint="Install Accord again.")
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return LineJudge(
            version=version,
            words=arrays["words"].astype(np.float32),
            base=float(arrays["base"]),
            first=Forest.of(arrays, "first"),
            second=Forest.of(arrays, "second"),
            rarity=arrays["rarity"].astype(np.float32),
        )
