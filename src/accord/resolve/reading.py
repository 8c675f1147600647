"""A document cut into words, sentences and paragraphs, once for all rules."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from accord.model import Document, Span
from accord.resolve.knowledge.names import key_of
from accord.text import paragraphs, sentences

__all__ = ["Reading", "Word", "read"]

# Initials keep their full stops; hyphens part words, so that "US-led" holds "US".
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = frozenset({"'s", "'S", "’s", "’S"})
#: Furniture whose words do not belong to the story.
_STORY = frozenset({"placeholder"})
#: Words of a sentence in capitals at the least; and their share of its words.
_LEAST_SHOUTED, _SHOUTED = 4, 0.8


class Word(NamedTuple):
    """One word.

    Attributes:
        start: First character.
        end: One past the last character, without a possessive ending.
        text: The word, without a possessive ending.
        lower: The same in lower case.
        capital: Whether it begins with a capital letter.
        key: The word folded for comparison of names.
        possessive: Whether ``'s`` (or ``'`` after an s) follows.
        gap: What stands between the word before and this one.
        sentence: Number of its sentence.
        paragraph: Number of its paragraph.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    key: str
    possessive: bool
    gap: str
    sentence: int
    paragraph: int

    @property
    def tied(self) -> bool:
        """Whether only spaces (or a full stop of a title) part it from the last."""
        return self.gap in _TIES


_TIES = frozenset({" ", "  ", ". ", "\u00a0", "-", "‑", "‐", " *", "* ", "’ ", "' "})


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its words, in text order, page furniture left out.

    Attributes:
        document: The document.
        words: All words of the story.
        starts: Where each word starts; to find words by offset.
        sentences: Spans of the sentences that hold them.
        shouted: Numbers of the sentences in capitals.
    """

    document: Document
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    sentences: tuple[Span, ...]
    shouted: frozenset[int] = frozenset()

    def between(self, start: int, end: int) -> range:
        """Return the numbers of the words that lie in ``[start, end)``."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        return range(first, last)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at an offset, or the last before it."""
        at = bisect_right(self.sentences, offset, key=lambda span: span.start)
        return max(at - 1, 0)

    def words_of_sentence(self, number: int) -> range:
        """Return the numbers of a sentence's words."""
        if not self.sentences:
            return range(0)
        span = self.sentences[number]
        return self.between(span.start, span.end)


def read(document: Document) -> Reading:
    """Cut a document into words and sentences.

    Cost:
        Linear in the length of the text.
    """
    text = document.text
    closed = [f.span for f in document.furniture if f.kind not in _STORY]
    words: list[Word] = []
    spans: list[Span] = []
    at = 0
    for number, paragraph in enumerate(paragraphs(text)):
        for sentence in sentences(text, paragraph):
            while at < len(closed) and closed[at].end <= sentence.start:
                at += 1
            if at < len(closed) and closed[at].start <= sentence.start:
                continue
            # Furniture that begins within a sentence cuts it short.
            end = sentence.end
            if at < len(closed) and closed[at].start < end:
                end = closed[at].start
            spans.append(Span(sentence.start, end))
            _read_words(text, spans[-1], (len(spans) - 1, number), words)
    starts = tuple(word.start for word in words)
    shouted = _find_shouted(words)
    return Reading(document, tuple(words), starts, tuple(spans), shouted)


def _find_shouted(words: Iterable[Word]) -> frozenset[int]:
    """Find the sentences in capitals, whose capitals tell of no name."""
    capitals: Counter[int] = Counter()
    letters: Counter[int] = Counter()
    for word in words:
        if word.text.isalpha() and len(word.text) > 1:
            letters[word.sentence] += 1
            capitals[word.sentence] += word.text.isupper()
    return frozenset(
        number
        for number, count in capitals.items()
        if count >= _LEAST_SHOUTED and count >= _SHOUTED * letters[number]
    )


def _read_words(
    text: str, span: Span, place: tuple[int, int], words: list[Word]
) -> None:
    """Append the words of one sentence."""
    before = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        start, end, word = match.start(), match.end(), match.group()
        cut = possessive = word[-2:] in _POSSESSIVE
        if cut:
            end -= 2
            word = word[:-2]
        elif text[end : end + 1] in {"'", "’"} and word[-1:] in {"s", "S"}:
            # A plural possessive looks like a closing quotation mark; what follows
            # decides: a possessor is followed by its noun.
            possessive = text[end + 1 : end + 2] == " " and word[0].isupper()
        gap = text[before:start]
        words.append(
            Word(
                start=start,
                end=end,
                text=word,
                lower=word.lower(),
                capital=word[:1].isupper(),
                key=key_of(word),
                possessive=possessive,
                gap=gap,
                sentence=place[0],
                paragraph=place[1],
            )
        )
        before = end + (2 if cut else 0)
