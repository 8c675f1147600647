"""The trained judge of lines: its numbers, loaded once, and what it makes of a page."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from io import BytesIO

import numpy as np
import numpy.typing as npt

from accord.errors import InternalError
from accord.model import FurnitureKind
from accord.read.lines.again import Lines, look_again, worth_a_look
from accord.read.lines.context import around, below_talk
from accord.read.lines.forest import Forest
from accord.read.lines.looks import LOOKS, Array, word_slots
from accord.read.units import Unit

__all__ = ["LineJudge", "Passes", "judge_lines", "line_judge", "mix"]

# Each pass errs in its own way; the later ones know more.
_LATER_COUNTS = 2
# Readers' comments read like an article: below their head, what is believed of a line
# shrinks to this share.
_TALK_KEEPS = 0.3
# A line of sentences that long is a text without its paragraphs: no box of a page has
# one. It is believed at least so much, wherever it stands.
_TEXT_CHARS = 2_000
_CHARS_A_SENTENCE = 400
_TEXT_BELIEF = 0.6


_Pass = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Passes:
    """Three ways to tell from rows how likely lines are the article's.

    Attributes:
        first: Sees a line, its neighbours and its page.
        second: Also sees what the first makes of the lines around, on a page without
            those that it is sure are not the article's.
        third: The same, hearing both; for pages of which lines were left out.
        rarity: How rare the words of each slot are.
    """

    first: _Pass
    second: _Pass
    third: _Pass
    rarity: Array


@dataclass(frozen=True, slots=True)
class LineJudge:
    """Tells how likely each line is the article's.

    Attributes:
        version: Hash of the numbers.
        words: What each hashed word adds to a line's log-odds.
        base: The log-odds of a line without words.
        passes: Trees over lines.
    """

    version: str
    words: Array
    base: float
    passes: Passes

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
        belief = judge_lines(lines, self.weigh(units), self.passes)
        return [float(p) for p in belief]

    def weigh(self, units: Sequence[Unit]) -> Array:
        """Tell what the words of each line say of it, as log-odds."""
        sums = [
            self.words[slots].sum() / len(slots) ** 0.5
            for slots in map(word_slots, units)
        ]
        return np.asarray(sums, dtype=np.float32) + np.float32(self.base)


def judge_lines(lines: Lines, words: Array, passes: Passes) -> Array:
    """Tell how likely each line of a page is the article's, pass by pass.

    Args:
        lines: The lines and their looks.
        words: What the words say of each line.
        passes: What tells.
    """
    seen = around(lines.rows, words)
    first = passes.first(seen)
    later = first.copy()
    places = worth_a_look(first)
    rows = look_again(lines, seen, first, passes.rarity, places=places)
    later[places] = passes.second(rows)
    belief = mix(first, later)
    places = worth_a_look(belief)
    if len(places) < len(first):
        rows = look_again(lines, seen, belief, passes.rarity, places=places)
        later[places] = passes.third(rows)
        belief = mix(first, later)
    return _corrected(lines.rows, belief)


def mix(first: Array, later: Array) -> Array:
    """Make one belief of what the first pass says and a later one.

    Args:
        first: How likely each line is the article's, to the first pass.
        later: The same to the second or third.
    """
    mixed = (first + _LATER_COUNTS * later) / (1 + _LATER_COUNTS)
    return np.asarray(mixed, dtype=np.float32)


def _corrected(rows: Array, belief: Array) -> Array:
    """Shrink the belief in readers' comments, and raise it for whole texts."""
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
            passes=Passes(
                first=Forest.of(arrays, "first").probability,
                second=Forest.of(arrays, "second").probability,
                third=Forest.of(arrays, "third").probability,
                rarity=arrays["rarity"].astype(np.float32),
            ),
        )
