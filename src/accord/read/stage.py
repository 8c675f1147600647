"""The read room's stage: an item's bytes in, a document's dossier out."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.errors import UnreadableError
from accord.model import (
    Document,
    Dossier,
    Finding,
    Furniture,
    Span,
    When,
    content_id,
    digest,
)
from accord.ports import About, Format, RawItem, RawText
from accord.read.dates import find_relative, read_date, resolve_relative
from accord.read.decoding import clean, decode
from accord.read.doubts import find_split_sentences, find_unbalanced_quotes
from accord.read.furniture import Layout, lay_out, mark_title_copies
from accord.read.header import Header, read_header
from accord.read.language import detect_language, language_code
from accord.read.lexicon import lexicon
from accord.read.metadata import (
    find_author,
    find_masthead,
    find_outlet,
    find_published,
    find_title,
    outlet_of_url,
)
from accord.read.naming.outlets import split_site
from accord.read.naming.writers import bare_names
from accord.read.placing import find_dateline, find_section
from accord.read.rows import parse_row
from accord.read.units import divide

__all__ = ["ReadLimits", "ReadStage"]

_ROW_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_PAGE_SUFFIX = ".html"
_PAGE_STARTS = (b"<!doctype html", b"<html")

# The mark of a heading in Markdown is no part of a title.
_HEADING_MARKS = re.compile(r"^#{1,6} +")

# One finding's text: the kind, where, and the sentence for the reader.
_Doubt = tuple[str, Span | None, str]


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Sizes above which an item is refused.

    Attributes:
        text_chars: Characters of a document's text. The longest newspaper article
            known to us is below 300,000.
    """

    text_chars: int = 10_000_000


class ReadStage:
    """Reads one item: text, what it says of itself, furniture, doubts.

    Args:
        formats: Readers of formats that need a library; plain text and rows of
            ``.jsonl`` need none.
        limits: Sizes above which an item is refused.
    """

    producer = "read.lines.v7"

    def __init__(
        self, *, formats: tuple[Format, ...] = (), limits: ReadLimits | None = None
    ) -> None:
        self._limits = limits or ReadLimits()
        self._formats = {
            suffix: format_ for format_ in formats for suffix in format_.suffixes
        }

    def fingerprint(self) -> str:
        """Hash everything the output depends on besides the item."""
        from accord.read.lines import line_judge  # noqa: PLC0415 - brings numpy

        formats = sorted({format_.producer for format_ in self._formats.values()})
        return digest(
            self.producer,
            formats,
            self._limits.text_chars,
            lexicon().version,
            line_judge().version,
        )

    def __call__(self, item: RawItem) -> Dossier:
        """Read one item.

        Raises:
            UnreadableError: It holds no text that can be read.
        """
        raw = _with_about(self._extract(item), item.about)
        cleaned = clean(raw.text)
        text = cleaned.text
        if not text.strip():
            message = "It holds no text."
            raise UnreadableError(message)
        if len(text) > self._limits.text_chars:
            message = (
                f"Its text has {len(text):,} characters; the limit is "
                f"{self._limits.text_chars:,}."
            )
            raise UnreadableError(
                message,
                hint="Split it into documents, or raise text_bytes in accord.toml (in "
                "Python: ReadLimits(text_chars=...)).",
            )
        reading = _Reading(text, raw)
        document = reading.document(item.path, self.producer)
        doubts = [
            *((kind, None, note) for kind, note in raw.notes),
            *(("encoding", None, note) for note in cleaned.doubts),
            *reading.doubts(document),
        ]
        findings = [
            Finding.about(
                document, kind, note=note, produced_by=self.producer, span=span
            )
            for kind, span, note in doubts
        ]
        dossier = Dossier(document=document)
        return dossier.with_findings("read", tuple(dict.fromkeys(findings)))

    def _extract(self, item: RawItem) -> RawText:
        """Take the text out of an item's bytes."""
        if not item.data.strip():
            message = "It is empty."
            raise UnreadableError(message)
        if item.suffix in _ROW_SUFFIXES:
            return parse_row(item.data)
        format_ = self._formats.get(item.suffix)
        if format_ is None and item.data[:200].lstrip().lower().startswith(
            _PAGE_STARTS
        ):
            format_ = self._formats.get(_PAGE_SUFFIX)
        if format_ is not None:
            return format_.parse(item)
        decoded = decode(item.data)
        notes = tuple(("encoding", doubt) for doubt in decoded.doubts)
        return RawText(text=decoded.text, notes=notes)


def _with_about(raw: RawText, about: About | None) -> RawText:
    """Let what is known from outside come before what the file says of itself."""
    if about is None:
        return raw
    return replace(
        raw,
        title=about.title or raw.title,
        author=about.author or raw.author,
        outlet=about.outlet or raw.outlet,
        url=about.url or raw.url,
        language=about.language or raw.language,
        published=about.published or raw.published,
        section=about.section or raw.section,
        dateline=about.dateline or raw.dateline,
        saved=about.saved or raw.saved,
        notes=(*raw.notes, *about.notes),
    )


class _Reading:
    """One text being read: each part is worked out once, in order."""

    def __init__(self, text: str, raw: RawText) -> None:
        self._text = text
        self._raw = raw
        self._header: Header | None = read_header(text)
        body_start = self._header.span.end if self._header else 0
        units = [unit for unit in divide(text) if unit.start >= body_start]
        self._layout: Layout = lay_out(units)
        title = find_title(self._layout)
        line = None if title is None else self._layout.units[title].text
        self._title_line, site = split_site(_HEADING_MARKS.sub("", line or ""))
        if title is not None:
            mark_title_copies(self._layout, title)
        self._outlet = find_outlet(self._layout, text, title=title) or site
        section = find_section(self._layout, title=title)
        self._section = section[1] if section else None
        dateline = find_dateline(self._layout)
        self._dateline = dateline.of(text) if dateline else None
        mast = find_masthead(self._layout, title=title)
        if mast is not None:
            self._layout.kinds[mast] = "header"
        if section is not None:
            self._layout.kinds.setdefault(section[0], "navigation")
        self._furniture = self._layout.spans(
            self._header.span if self._header else None, text=text
        )
        self._published, self._date_span = self._find_published()

    def document(self, path: str, producer: str) -> Document:
        """Build the document."""
        text, raw = self._text, self._raw
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        url = self._field("url") or raw.url
        return Document(
            id=content_id("document", path, sha256),
            produced_by=producer,
            path=path,
            title=self._field("title") or raw.title or self._title_line or None,
            outlet=self._field("outlet")
            or raw.outlet
            or self._outlet
            or outlet_of_url(url),
            author=bare_names(self._field("author"))
            or bare_names(raw.author)
            or bare_names(find_author(self._layout)),
            section=self._field("section") or raw.section or self._section,
            dateline=self._field("dateline") or raw.dateline or self._dateline,
            language=self._language(),
            url=url,
            published=self._published,
            length_chars=len(text),
            sha256=sha256,
            furniture=self._furniture,
            text=text,
        )

    def doubts(self, document: Document) -> Iterator[_Doubt]:
        """Give everything doubtful about the text."""
        yield from self._doubts_on_date()
        if document.language not in {None, "en"}:
            note = (
                f"The text seems to be in another language than English "
                f"({document.language}); Accord's rules read English."
            )
            yield "other-language", None, note
        for piece in self._furniture:
            if piece.kind == "placeholder":
                note = "A placeholder that nobody filled in."
                yield "placeholder", piece.span, note
        for span, within in find_split_sentences(self._layout, self._text):
            yield "split-sentence", span, f"This sentence is cut in two by {within}."
        for span in find_unbalanced_quotes(self._layout):
            note = "The quotation marks of this paragraph do not pair."
            yield "unbalanced-quote", span, note

    def _doubts_on_date(self) -> Iterator[_Doubt]:
        """Say what is wrong with the day of publication."""
        published = self._published
        if published is None:
            yield "no-date", None, "The document does not say when it was published."
        elif published.state == "unresolved":
            if any(c.isdigit() for c in published.text or "") and "/" in (
                published.text or ""
            ):
                kind, note = (
                    "ambiguous-date",
                    "Day and month could be either way round.",
                )
            else:
                kind = "relative-date-furniture"
                note = (
                    f"The page dates itself as {published.text!r}, and nothing says "
                    "when it was saved."
                )
            yield kind, self._date_span, note

    def _field(self, name: str) -> str | None:
        """Give a field of the header block."""
        span = self._header.values.get(name) if self._header else None
        return span.of(self._text) if span else None

    def _find_published(self) -> tuple[When | None, Span | None]:
        """Find the day of publication: header, metadata, then the page's own lines."""
        if self._header and "published" in self._header.values:
            span = self._header.values["published"]
            return self._counted(read_date(span.of(self._text), in_text=True)), span
        if self._raw.published:
            found = read_date(self._raw.published, in_text=False)
            if found is not None:
                return self._counted(found), None
        published, place = find_published(self._layout, self._text)
        return self._counted(published), place

    def _counted(self, published: When | None) -> When | None:
        """Work out a relative date, if the day is known on which the page was saved."""
        stated = self._field("saved") or self._raw.saved
        saved = read_date(stated, in_text=False) if stated else None
        relative = published is not None and find_relative(published.text or "")
        if not (published and relative and saved and saved.precision == "day"):
            return published
        if published.state != "unresolved" or saved.start is None:
            return published
        return resolve_relative(published.text or "", saved.start) or published

    def _language(self) -> str | None:
        """Tell the language: what a person wrote above the text, then the text."""
        stated = language_code(self._field("language"))
        body = _without(self._text, self._furniture)
        return stated or detect_language(body) or language_code(self._raw.language)


def _without(text: str, furniture: Sequence[Furniture]) -> str:
    """Leave furniture out; only for measuring, never for offsets."""
    pieces: list[str] = []
    start = 0
    for piece in furniture:
        pieces.append(text[start : piece.start])
        start = piece.end
    return "".join((*pieces, text[start:]))
