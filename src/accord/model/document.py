"""Documents: immutable text, what is known about it, and what is doubtful."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from accord.errors import QuoteError
from accord.model.ids import content_id
from accord.model.span import Extract, Passage, Span
from accord.model.when import When

__all__ = ["Document", "Finding", "Furniture", "FurnitureKind"]

FurnitureKind = Literal[
    "header",
    "byline",
    "caption",
    "icons",
    "subscription",
    "comment-form",
    "teaser",
    "link-stub",
    "placeholder",
    "navigation",
    "notice",
    "other",
]


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A stretch of page furniture: marked, never deleted.

    Attributes:
        start: First character, in code points of the document's text.
        end: One past the last character.
        kind: What sort of furniture it is.
    """

    start: int
    end: int
    kind: FurnitureKind

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One piece of coverage.

    Attributes:
        id: Hash of path and text.
        produced_by: The reader, versioned.
        path: Where it came from, below the folder that was given; with ``#n`` for
            the n-th item of a file that holds many.
        title: Headline; None if none was found.
        outlet: Who published it; None if unknown.
        author: Byline; None if unknown.
        section: Part of the paper or site that it stands in, as named there; None if
            unknown.
        dateline: Place, and day if given, that it says it was written at, as printed;
            it shows what the outlet claims, not where anybody was. None if none.
        language: ISO 639-1 code; None if unknown.
        url: Address of the page; None if unknown.
        published: Day of publication; None if the document says nothing of it.
        length_chars: Length of ``text`` in code points.
        sha256: Of ``text`` in UTF-8, in hexadecimal.
        furniture: Stretches that are not part of the article, in text order, not
            overlapping.
        text: The whole text. All offsets in all records count its code points.
    """

    id: str
    produced_by: str
    path: str
    title: str | None
    outlet: str | None
    author: str | None
    section: str | None = None
    dateline: str | None = None
    language: str | None
    url: str | None
    published: When | None
    length_chars: int
    sha256: str
    furniture: tuple[Furniture, ...]
    text: str

    def passage(self, start: int, end: int) -> Passage:
        """Cut out the words at ``[start, end)`` as evidence.

        Raises:
            SpanError: The range is empty or leaves the text.
        """
        return Passage.cut(self.text, Span(start, end))

    def extract(self, spans: Iterable[Span]) -> Extract:
        """Cut out one or more fragments.

        Raises:
            SpanError: No span, or spans that overlap or leave the text.
        """
        return Extract.cut(self.text, spans)

    def verify(self, quoted: Passage | Extract) -> None:
        """Refuse a quotation that does not stand in this document.

        Raises:
            QuoteError: A character differs from the text at its offset.
            SpanError: The offsets leave the text.
        """
        if isinstance(quoted, Passage):
            found = quoted.span.of(self.text)
        else:
            found = Extract.cut(self.text, quoted.spans).text
        if found != quoted.text:
            message = (
                f"{self.path}: the text at {quoted.start}-{quoted.end} reads "
                f"{found[:60]!r}, not {quoted.text[:60]!r}."
            )
            raise QuoteError(message)

    def is_furniture(self, span: Span) -> bool:
        """Tell whether a range touches page furniture.

        Cost:
            Linear in the number of furniture spans.
        """
        return any(piece.span.overlaps(span) for piece in self.furniture)

    def clear(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Cut page furniture out of spans, and white space off what is left.

        Cost:
            Linear in the number of spans times that of furniture spans.
        """
        pieces: list[Span] = []
        for span in spans:
            start = span.start
            for furniture in self.furniture:
                if furniture.start < span.end and start < furniture.end:
                    pieces += self._trimmed(start, furniture.start)
                    start = max(start, furniture.end)
            pieces += self._trimmed(start, span.end)
        return tuple(pieces)

    def _trimmed(self, start: int, end: int) -> tuple[Span, ...]:
        """Give a range without white space at its ends, if anything is left."""
        inner = self.text[start:end].strip() if start < end else ""
        if not inner:
            return ()
        begin = self.text.index(inner[0], start)
        return (Span(begin, begin + len(inner)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A doubt about the data, as data.

    Attributes:
        id: Hash of document, kind and offsets.
        produced_by: Who doubts, versioned.
        document: Document id.
        kind: What is doubtful, as ``placeholder`` or ``no-date``; the list stands in
            ``docs/findings.md``.
        start: First character it is about; None if it is about the whole document.
        end: One past the last character; None as ``start``.
        text: The words it is about; None as ``start``.
        note: One plain sentence for the reader.
    """

    id: str
    produced_by: str
    document: str
    kind: str
    start: int | None
    end: int | None
    text: str | None
    note: str

    @classmethod
    def about(
        cls,
        document: Document,
        kind: str,
        *,
        note: str,
        produced_by: str,
        span: Span | None = None,
    ) -> "Finding":
        """Doubt a stretch of a document, or the whole of it.

        Raises:
            SpanError: The range leaves the text.
        """
        return cls(
            id=content_id(
                "finding",
                document.id,
                kind,
                span and (span.start, span.end),
                None if span else note,
            ),
            produced_by=produced_by,
            document=document.id,
            kind=kind,
            start=span.start if span else None,
            end=span.end if span else None,
            text=span.of(document.text) if span else None,
            note=note,
        )
