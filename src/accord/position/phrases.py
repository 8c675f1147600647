"""Phrases found in a text whatever their inflection.

A text is cut once into tokens with a stem each; a phrase is a sequence of stems.
Many phrases are looked for at once, in one walk over the tokens.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import compress
from typing import Any, Generic, TypeVar, cast

import yaml

from accord.model import digest
from accord.text import fold

__all__ = [
    "Hit",
    "PhraseIndex",
    "Tokens",
    "lexicon_digest",
    "load_table",
    "phrase_stems",
    "stem",
    "stem_set",
    "tokenise",
]

L = TypeVar("L")

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*"
    r"|[.,;:!?()\[\]—–%\n\r]|\.\.\."
)
_ENDS = frozenset(".!?\n\r")
_NOT_ENDS = frozenset("mr mrs ms dr gen col lt sen rep gov st prof no".split())
_NO = "no"
# Skipped when they stand between the words of a phrase.
_LIGHT_WORDS = (
    "the a an its their his her our your my any some all this these those such very "
    "also own"
)
# Words that no gap in a phrase may leap over.
_NOT_LEAPT = frozenset(("not", "never", "as"))
_ARTICLES = frozenset(("the", "a", "an"))
GAP = "..."
_GAP_TOKENS = 12
_LIGHT_TOKENS = 2
SENTENCE_END = "\n"
_ALIKE = 3
_ENDING = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and stops of a text, in text order.

    Attributes:
        starts: First character of each token.
        ends: One past the last character of each.
        stems: The stem of a word, the stop itself, or a line feed at a sentence's end.
        bent: Tokens whose word looks unlike its stem, as "paid" for "pay".
        inflected: Tokens that end in "-s" or "-ed".
        gerunds: Tokens that end in "-ing".
        capitals: Tokens with a first capital letter, but for those in capitals.
        owners: Tokens that end in "'s".
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stems: tuple[str, ...]
    bent: frozenset[int] = frozenset()
    inflected: frozenset[int] = frozenset()
    gerunds: frozenset[int] = frozenset()
    capitals: frozenset[int] = frozenset()
    owners: frozenset[int] = frozenset()

    def range(self, start: int, end: int) -> range:
        """Find the tokens that begin within ``[start, end)`` of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


@dataclass(frozen=True, slots=True)
class Hit(Generic[L]):
    """A phrase found.

    Attributes:
        first: Index of its first token.
        last: Index one past its last token.
        label: What the phrase stands for.
    """

    first: int
    last: int
    label: L


class _Node(Generic[L]):
    """One step of a phrase: what may follow, and what ends here."""

    __slots__ = ("labels", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[L]] = {}
        self.labels: list[L] = []


class PhraseIndex(Generic[L]):
    """Many phrases, each with a label, looked for at once.

    Args:
        phrases: Pairs of a phrase and its label. ``...`` within a phrase stands for
            up to twelve words.
    """

    def __init__(self, phrases: Iterable[tuple[str, L]]) -> None:
        self._root: _Node[L] = _Node()
        for phrase, label in phrases:
            node = self._root
            for part in phrase_stems(phrase):
                node = node.next.setdefault(part, _Node())
            if node is not self._root and label not in node.labels:
                node.labels.append(label)

    def find(self, tokens: Tokens) -> list[Hit[L]]:
        """Find every phrase; where several begin at one token, the longest.

        Returns:
            Hits by first token; several labels of one phrase give several hits.

        Cost:
            Linear in the number of tokens; phrases have a bounded length.
        """
        hits: list[Hit[L]] = []
        root = self._root.next
        for index, token in enumerate(tokens.stems):
            if token in root:
                last, labels = self._longest(tokens.stems, index + 1, root[token])
                hits.extend(Hit(index, last, label) for label in labels)
        return hits

    def find_outermost(self, tokens: Tokens) -> list[Hit[L]]:
        """Find phrases as ``find`` does, without those that lie within an earlier."""
        kept: list[Hit[L]] = []
        reach = 0
        for hit in self.find(tokens):
            if hit.first >= reach or (kept and hit.first == kept[-1].first):
                kept.append(hit)
                reach = max(reach, hit.last)
        return kept

    def _longest(
        self, stems: tuple[str, ...], index: int, node: _Node[L]
    ) -> tuple[int, list[L]]:
        """Follow a phrase as far as it goes; give its end and labels."""
        best = (index, node.labels)
        for after, following in self._steps(stems, index, node):
            deeper = self._longest(stems, after, following)
            if deeper[1] and deeper[0] > best[0]:
                best = deeper
        return best

    @staticmethod
    def _steps(
        stems: tuple[str, ...], index: int, node: _Node[L]
    ) -> Iterator[tuple[int, _Node[L]]]:
        """Give the ways to take one more step of a phrase."""
        skipped = 0
        while index + skipped < len(stems):
            token = stems[index + skipped]
            following = node.next.get(token)
            if following is not None:
                yield index + skipped + 1, following
                break
            if token not in _light() or skipped == _LIGHT_TOKENS:
                break
            skipped += 1
        gap = node.next.get(GAP)
        if gap is None:
            return
        for after in range(index, min(index + _GAP_TOKENS + 1, len(stems))):
            following = gap.next.get(stems[after])
            if following is not None:
                yield after + 1, following
                return
            if stems[after] in (SENTENCE_END, *_NOT_LEAPT, stems[index - 1]):
                # No "urge ... to" in "urged them not to", one "vote ... against" in two.
                return


def tokenise(text: str) -> Tokens:
    r"""Cut a text into words and stops.

    Cost:
        Linear.

    Example:
        >>> tokenise("Talks won't be held.").stems
        ('talk', "won't", 'be', 'hold', '\n')
    """
    starts: list[int] = []
    ends: list[int] = []
    stems: list[str] = []
    marked: dict[str, list[int]] = {mark: [] for mark in _MARKS}
    for number, match in enumerate(_TOKEN.finditer(text)):
        word = match[0]
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        if word in _ENDS:
            stems.append(_stop(word, text, end, stems))
            continue
        stemmed, marks = _shape(word)
        stems.append(stemmed)
        for mark in marks:
            marked[mark].append(number)
    places = {mark: frozenset(numbers) for mark, numbers in marked.items()}
    return Tokens(tuple(starts), tuple(ends), tuple(stems), **places)


_MARKS = ("bent", "inflected", "gerunds", "capitals", "owners")


@lru_cache(maxsize=65536)
def _shape(word: str) -> tuple[str, tuple[str, ...]]:
    """Tell all that a word shows of itself: its stem, and what ``Tokens`` mark it as."""
    base, ending = stem(word), word[-_ENDING:].lower()
    shows = (
        word[:_ALIKE].lower() != base[:_ALIKE],
        ending.endswith(("s", "ed")) and not ending.endswith(("ss", "eed")),
        ending == "ing",
        word[0].isupper() and not word.isupper(),
        word.endswith(("'s", "’s")),
    )
    return base, tuple(compress(_MARKS, shows))


def _stop(mark: str, text: str, end: int, before: list[str]) -> str:
    """Tell a stop that ends a sentence from one that does not."""
    if mark != ".":
        return SENTENCE_END
    if before and before[-1] in _NOT_ENDS:
        # "No. 5", but "No. It must stay."
        answer = before[-1] == _NO and not text[end : end + 2].strip().isdigit()
        return SENTENCE_END if answer else "."
    return SENTENCE_END if end >= len(text) or not text[end].isalnum() else "."


@lru_cache(maxsize=4096)
def phrase_stems(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into the stems to look for; articles fall away."""
    parts: list[str] = []
    for piece in phrase.split():
        if piece == GAP:
            parts.append(GAP)
        else:
            parts.extend(t for t in tokenise(piece).stems if t not in _DROPPED)
    while parts and parts[-1] == GAP:
        parts.pop()
    while parts and parts[0] == GAP:
        parts.pop(0)
    return tuple(parts)


_DROPPED = _ARTICLES | frozenset(".,;:!?()[]—–\n")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Take the inflection off an English word.

    The result need not be a word; all that counts is that the forms of one word
    fall together.

    Example:
        >>> {stem(w) for w in ("propose", "proposes", "proposed", "proposing")}
        {'propos'}
    """
    lowered = fold(word).text
    if lowered.endswith("."):
        lowered = lowered.replace(".", "")
    lowered = _forms().get(lowered, lowered)
    lowered = lowered.removesuffix("'").removesuffix("'s")
    lowered = _forms().get(lowered, lowered)
    if "'" in lowered or not lowered.isalpha():
        return lowered
    return _drop_final_e(_drop_ending(_drop_plural(lowered)))


def stem_set(words: str) -> frozenset[str]:
    """Stem a list of words, separated by spaces, to be looked up by stem."""
    return frozenset(stem(word) for word in words.split())


def _drop_plural(word: str) -> str:
    """Take off a plural or third-person ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def _drop_ending(word: str) -> str:
    """Take off ``-ed`` and ``-ing``."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed"):
        return word[:-1] if _has_vowel(word[:-3]) else word
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and _has_vowel(base):
            return _undouble(base)
    return word


def _undouble(base: str) -> str:
    """Drop the second of two like consonants, but for those of "call" and "pass"."""
    if base[-1] == base[-2] and base[-1] in "bdgmnprt":
        return base[:-1]
    return base


def _drop_final_e(word: str) -> str:
    """Make ``propose`` and ``propos`` fall together."""
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _has_vowel(part: str) -> bool:
    return any(letter in "aeiouy" for letter in part)


@cache
def _light() -> frozenset[str]:
    return stem_set(_LIGHT_WORDS)


@cache
def _forms() -> Mapping[str, str]:
    """Read the irregular forms."""
    pairs = (line.split() for line in load_lines("forms.txt"))
    return {form: base for base, *forms in pairs for form in forms}


_FILES = ("acts.yaml", "polarity.yaml", "leanings.yaml", "paraphrases.yaml",
    "opposites.yaml", "variants.yaml", "kin.txt", "deeds.txt", "forms.txt",
    "holders.txt")  # fmt: skip


@cache
def load_text(name: str) -> str:
    """Read a data file of this room."""
    return (files("accord.position") / "data" / name).read_text(encoding="utf-8")


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """Read a YAML file of this room."""
    return cast("Mapping[str, Any]", yaml.safe_load(load_text(name)))


@cache
def load_lines(name: str) -> Sequence[str]:
    """Read a plain list: a line each, without comments and empty lines."""
    lines = (line.strip() for line in load_text(name).splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def lexicon_digest() -> str:
    """Hash all word lists, so that a changed word changes every key."""
    return digest(*(load_text(name) for name in _FILES))
