"""Stretches of a document's text, and the words that stand there."""

from collections.abc import Iterable
from dataclasses import dataclass

from accord.errors import QuoteError, SpanError

__all__ = ["Extract", "Passage", "Span"]

FRAGMENT_SEPARATOR = " "


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in one document's text.

    Attributes:
        start: First character, counted in Unicode code points from 0.
        end: One past the last character; ``end > start``.

    Raises:
        SpanError: The range is empty, reversed or starts before 0.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"A span needs 0 <= start < end, got {self.start}, {self.end}."
            raise SpanError(
                message, hint="Offsets count code points of Document.text, not bytes."
            )

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether every character of ``other`` lies in this range."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the characters of ``text`` in this range.

        Raises:
            SpanError: The range reaches past the end of ``text``.
        """
        if self.end > len(text):
            message = f"Span {self.start}-{self.end} leaves a text of {len(text)}."
            raise SpanError(message)
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span with the exact words that stand there; the unit of evidence.

    Build it with ``Document.passage``, which takes the words from the document,
    so that ``document.text[start:end] == text`` holds by construction.

    Attributes:
        start: First character, in code points of the document's text.
        end: One past the last character.
        text: The words, character for character.

    Raises:
        SpanError: The range is empty, reversed or starts before 0.
        QuoteError: ``text`` is not as long as the range.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if len(Span(self.start, self.end)) != len(self.text):
            message = (
                f"The words {self.text[:60]!r} ({len(self.text)} characters) cannot "
                f"stand at {self.start}-{self.end}."
            )
            raise QuoteError(message, hint="Build passages with Document.passage.")

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)

    @classmethod
    def cut(cls, text: str, span: Span) -> "Passage":
        """Take the words of ``text`` at ``span``."""
        return cls(span.start, span.end, span.of(text))


@dataclass(frozen=True, slots=True)
class Extract:
    """One or more spans read together: the source, cue or content of an attribution.

    Attributes:
        spans: Fragments in text order, not touching or overlapping; at least one.
        text: The fragments' words, joined by one space.

    Raises:
        SpanError: No span, or spans out of order.
        QuoteError: ``text`` is not as long as the joined fragments.
    """

    spans: tuple[Span, ...]
    text: str

    def __post_init__(self) -> None:
        if not self.spans:
            message = "An extract needs at least one span."
            raise SpanError(message)
        for left, right in zip(self.spans, self.spans[1:], strict=False):
            if right.start < left.end:
                message = f"Fragments must be in order and apart: {left}, {right}."
                raise SpanError(message)
        length = sum(len(span) for span in self.spans) + len(self.spans) - 1
        if length != len(self.text):
            message = f"The words {self.text[:60]!r} do not fit their fragments."
            raise QuoteError(message, hint="Build extracts with Document.extract.")

    @property
    def hull(self) -> Span:
        """The range from the first fragment's start to the last one's end."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def start(self) -> int:
        """First character of the first fragment."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last character of the last fragment."""
        return self.spans[-1].end

    @classmethod
    def cut(cls, text: str, spans: Iterable[Span]) -> "Extract":
        """Take the words of ``text`` at ``spans``, put in text order.

        Raises:
            SpanError: No span, or spans that overlap or leave the text.
        """
        ordered = tuple(sorted(spans))
        return cls(ordered, FRAGMENT_SEPARATOR.join(s.of(text) for s in ordered))
