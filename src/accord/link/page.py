"""A document made ready for comparison: its words outside furniture."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.link.marks import marked_spans
from accord.link.tokens import tokens
from accord.model import Document, Dossier, Furniture, Span, When

__all__ = ["Page", "canonical_order", "first_of", "make_page"]


@dataclass(frozen=True, slots=True)
class Page:
    """The comparable words of a document.

    Attributes:
        dossier: What is known of the document.
        words: Folded words outside furniture, in text order.
        starts: First character of each; parts of a hyphenated word share theirs.
            Packed, as a pile holds millions of them.
        ends: One past the last character of each.
        quoted: For each word, the number of the quotation it stands in, from 1;
            0 outside quotation marks.
    """

    dossier: Dossier
    words: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    quoted: "array[int]"

    @property
    def document(self) -> Document:
        """The document."""
        return self.dossier.document

    def range_of(self, span: Span) -> range:
        """Return the indices of the words that begin within a span."""
        low = bisect_left(self.starts, span.start)
        return range(low, bisect_left(self.starts, span.end))

    def span_of(self, indices: range) -> Span:
        """Return the range of the text from the first to the last of some words."""
        return Span(self.starts[indices[0]], self.ends[indices[-1]])


def make_page(dossier: Dossier) -> Page:
    """Take the words of a document that are not furniture.

    Cost:
        Linear.
    """
    text = dossier.document.text
    found = _outside(list(tokens(text)), dossier.document.furniture)
    quotations = list(marked_spans(text))
    quoted = array("L")
    number = 0
    for _, place in found:
        while number < len(quotations) and quotations[number].end <= place.start:
            number += 1
        inside = number < len(quotations) and quotations[number].start <= place.start
        quoted.append(number + 1 if inside else 0)
    return Page(
        dossier,
        tuple(word for word, _ in found),
        array("L", (place.start for _, place in found)),
        array("L", (place.end for _, place in found)),
        quoted,
    )


def _outside(
    found: list[tuple[str, Span]], furniture: Sequence[Furniture]
) -> list[tuple[str, Span]]:
    """Leave out words in furniture; both are in text order."""
    kept: list[tuple[str, Span]] = []
    number = 0
    for word, place in found:
        while number < len(furniture) and furniture[number].end <= place.start:
            number += 1
        if number == len(furniture) or furniture[number].start >= place.end:
            kept.append((word, place))
    return kept


def canonical_order(dossier: Dossier) -> tuple[date, str]:
    """Sort by publication, undated last, so that the order of input is forgotten."""
    published = dossier.document.published
    start = published.start if published else None
    return (start or date.max, dossier.document.id)


def first_of(a: When | None, b: When | None) -> Literal["a", "b"] | None:
    """Tell which of two dates is earlier; None unless it is certain."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return None
    if a.end < b.start:
        return "a"
    return "b" if b.end < a.start else None
