"""The lexicon of a pile: every word once, with a number and what is known of it."""

import hashlib
from array import array
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from accord.link.words.tokens import is_content, meaning, stem

__all__ = ["Codes", "Lexicon", "Numbers", "code_of"]

Numbers = npt.NDArray[np.uint32]
Codes = npt.NDArray[np.uint64]


def code_of(text: str) -> int:
    """Number a text with 64 bits, the same on every machine and in every run."""
    hashed = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(hashed.digest(), "big")


class Lexicon:
    """Numbers the words of a pile in the order in which they come.

    A page then holds four bytes a word, and what is asked of words (their code, their
    stem, whether they say anything) is a table that arrays of numbers look up at once.

    Attributes:
        words: The words by number.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._codes = array("Q")
        self._content = array("B")
        self._stems = array("L")
        self._stem_numbers: dict[str, int] = {}
        self._stem_codes = array("Q")
        self._meaning_codes = array("Q")

    def number(self, words: Iterable[str]) -> list[int]:
        """Number words, new ones too."""
        known = self._numbers
        return [known[w] if w in known else self._add(w) for w in words]

    def _add(self, word: str) -> int:
        """Take a new word in."""
        number = self._numbers[word] = len(self.words)
        self.words.append(word)
        self._codes.append(code_of(word))
        self._content.append(is_content(word))
        self._meaning_codes.append(code_of(f"meaning {meaning(word)}"))
        stemmed = stem(word)
        if stemmed not in self._stem_numbers:
            self._stem_numbers[stemmed] = len(self._stem_codes)
            self._stem_codes.append(code_of(f"stem {stemmed}"))
        self._stems.append(self._stem_numbers[stemmed])
        return number

    def spell(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Give the words behind numbers."""
        words = self.words
        return tuple(words[number] for number in numbers)

    def says_anything(self, numbers: Iterable[int]) -> bool:
        """Tell whether any of some words is a content word."""
        return any(self._content[number] for number in numbers)

    def stem_number(self, stemmed: str) -> int | None:
        """Number a stem; None if no word of the pile has it."""
        return self._stem_numbers.get(stemmed)

    @property
    def stem_count(self) -> int:
        """How many stems the pile's words have."""
        return len(self._stem_codes)

    def codes(self) -> Codes:
        """Give each word's code."""
        return np.array(self._codes, np.uint64)

    def content(self) -> npt.NDArray[np.bool_]:
        """Tell of each word whether it says anything."""
        return np.array(self._content, np.bool_)

    def stems(self) -> Numbers:
        """Give the number of each word's stem."""
        return np.array(self._stems, np.uint32)

    def meaning_codes(self) -> Codes:
        """Give each word's code, the same for its other forms and its synonyms."""
        return np.array(self._meaning_codes, np.uint64)

    def stem_codes(self) -> Codes:
        """Give each stem's code."""
        return np.array(self._stem_codes, np.uint64)
