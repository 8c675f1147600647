"""A document made ready for comparison, in as little memory as it can have."""

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from sys import intern
from typing import Literal

import numpy as np
import numpy.typing as npt

from accord.link.passing.carriers import Carrier, find_carriers
from accord.link.passing.credits import Credits
from accord.link.words.lexicon import Lexicon, Numbers
from accord.link.words.marks import marked_spans
from accord.link.words.ranges import spread
from accord.link.words.tokens import tokens
from accord.model import Document, Dossier, Furniture, Span, When

__all__ = [
    "Page",
    "Words",
    "age",
    "canonical_order",
    "days_of",
    "first_of",
    "make_page",
    "read_words",
]

# The fast level already halves a text.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Page:
    """The comparable words of a document, and the rest of it packed away.

    A pile holds a hundred thousand of them, so words are numbers of the pile's
    lexicon, and offsets are worked out again for the few that somebody asks for.

    Attributes:
        document: The document without its text.
        words: Folded words outside furniture, in text order.
        quotations: First and past-the-last word of each stretch in quotation marks.
        actors: Known actors by the offset where they are named, in text order.
        credits: Who passed words on, by the attributions' own word.
        carriers: The outlets among them, with what may be one.
        packed: The text.
    """

    document: Document
    words: Numbers
    quotations: npt.NDArray[np.int32]
    actors: tuple[tuple[int, str], ...]
    credits: Credits
    carriers: tuple[Carrier, ...]
    packed: bytes

    @property
    def quoted(self) -> npt.NDArray[np.uint16]:
        """For each word, the number of its quotation, from 1; 0 outside marks."""
        quoted = np.zeros(len(self.words), np.uint16)
        # Numbers only tell neighbours apart, so that a rare huge one may wrap.
        numbers = np.arange(len(self.quotations), dtype=np.uint32) % 65535 + 1
        lengths = self.quotations[:, 1] - self.quotations[:, 0]
        quoted[spread(self.quotations[:, 0], lengths)] = np.repeat(numbers, lengths)
        return quoted

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last day of publication; None if not known."""
        return days_of(self.document.published)

    def text(self) -> str:
        """Unpack the text."""
        return zlib.decompress(self.packed).decode("utf-8", "surrogatepass")

    def full_document(self) -> Document:
        """Give the document with its text."""
        return replace(self.document, text=self.text())

    def span_of(self, indices: range) -> Span:
        """Return the range of the text from the first to the last of some words.

        Cost:
            Linear in the text up to there.
        """
        found = _outside(tokens(self.text()), self.document.furniture)
        places = list(islice(found, indices.start, indices.stop))
        return Span(places[0][1], places[-1][2])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text while its page is being made.

    Attributes:
        numbers: Each word's number.
        starts: First character of each; parts of a hyphenated word share theirs.
        quotations: As on a page; only those that hold words.
    """

    numbers: list[int]
    starts: list[int]
    quotations: list[tuple[int, int]]

    def range_of(self, span: Span) -> range:
        """Return the indices of the words that begin within a span."""
        low = bisect_left(self.starts, span.start)
        return range(low, bisect_left(self.starts, span.end))


def read_words(document: Document, lexicon: Lexicon) -> Words:
    """Take the words of a document that are not furniture.

    Cost:
        Linear.
    """
    text = document.text
    found = list(_outside(tokens(text), document.furniture))
    starts = [start for _, start, _ in found]
    quotations: list[tuple[int, int]] = []
    for span in marked_spans(text):
        low = bisect_left(starts, span.start)
        high = bisect_left(starts, span.end, lo=low)
        if high > low:
            quotations.append((low, high))
    numbers = lexicon.number(word for word, _, _ in found)
    return Words(numbers, starts, quotations)


def make_page(dossier: Dossier, words: Words) -> Page:
    """Pack a document up.

    Args:
        dossier: What is known of it.
        words: Its words.
    """
    document = dossier.document
    return Page(
        document=replace(document, text=""),
        words=np.array(words.numbers, np.uint32),
        quotations=np.array(words.quotations, np.int32).reshape(-1, 2),
        actors=tuple((m.start, intern(m.actor)) for m in dossier.mentions if m.actor),
        credits=Credits.of(dossier.attributions),
        carriers=find_carriers(dossier.attributions),
        packed=zlib.compress(document.text.encode("utf-8", "surrogatepass"), _LEVEL),
    )


def _outside(
    found: Iterator[tuple[str, int, int]], furniture: Sequence[Furniture]
) -> Iterator[tuple[str, int, int]]:
    """Leave out words in furniture; both are in text order."""
    if not furniture:
        yield from found
        return
    number = 0
    for word, start, end in found:
        while number < len(furniture) and furniture[number].end <= start:
            number += 1
        if number == len(furniture) or furniture[number].start >= end:
            yield word, start, end


def canonical_order(page: Page) -> tuple[date, str]:
    """Sort by publication, undated last, so that the order of input is forgotten."""
    return age(page.document)


def age(document: Document) -> tuple[date, str]:
    """Sort documents by publication, undated last."""
    published = document.published
    start = published.start if published else None
    return (start or date.max, document.id)


def first_of(a: When | None, b: When | None) -> Literal["a", "b"] | None:
    """Tell which of two dates is earlier; None unless it is certain."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return None
    if a.end < b.start:
        return "a"
    return "b" if b.end < a.start else None


def days_of(when: When | None) -> tuple[int, int] | None:
    """Number the first and last day of a date; None if it is not known."""
    if when is None or when.start is None or when.end is None:
        return None
    return when.start.toordinal(), when.end.toordinal()
