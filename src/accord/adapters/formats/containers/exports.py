"""Exports of Nexis, Factiva and ProQuest: texts, pages, word-processor files."""

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from accord.adapters.formats.lines import lines_of_page
from accord.errors import UnreadableError
from accord.ports import About, Bundle, Format, Lost, RawItem
from accord.read.decoding import decode
from accord.read.exports import holds_export, split_export

__all__ = ["ExportFile"]

#: Bytes of an export; the services give at most a few hundred articles a file.
MAX_BYTES = 50_000_000
_PAGES = (".html", ".htm")
_DOCUMENT = "word/document.xml"
_TAG = re.compile(rb"<[^<>]{0,4000}>")
# The words of a PDF are packed; but its links and what is said of it are not.
_SERVICES = re.compile(rb"nexis|lexis\.com|factiva|proquest", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[a-z]+\Z")


class ExportFile:
    """One file with many articles.

    Args:
        formats: Readers of word-processor files.
    """

    def __init__(self, formats: Sequence[Format]) -> None:
        self._formats = {
            suffix: format_
            for format_ in formats
            for suffix in format_.suffixes
            if suffix in {".docx", ".pdf", ".rtf"}
        }

    def claims(self, name: str, stream: BinaryIO) -> bool:
        """Tell an export by the marks that the services write."""
        suffix = _suffix(name)
        if suffix == ".docx":
            return holds_export(_words_of(stream))
        if suffix == ".pdf":
            return _SERVICES.search(stream.read(MAX_BYTES)) is not None
        if suffix in {".txt", ".rtf", *_PAGES}:
            return holds_export(stream.read(MAX_BYTES))
        return False

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the articles; a file that turns out to be no export is given whole.

        Raises:
            UnreadableError: The file cannot be read.
        """
        data = bundle.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            message = f"The export holds more than {MAX_BYTES:,} bytes."
            raise UnreadableError(message, hint="Export fewer articles a file.")
        suffix = _suffix(bundle.name)
        pieces = split_export(self._text(bundle.path, suffix, data))
        if pieces is None:
            yield RawItem(bundle.path, suffix, data, About())
            return
        for number, piece in enumerate(pieces, start=1):
            path = f"{bundle.path}#{number}"
            if piece.body.strip():
                yield RawItem(path, ".txt", piece.body.encode(), piece.about)
            else:
                title = piece.about.title or "without a headline"
                message = f"The export holds no text of this article ({title})."
                hint = "Export full texts, not only abstracts or lists."
                yield Lost(path, UnreadableError(message, hint=hint))

    def _text(self, path: str, suffix: str, data: bytes) -> str:
        """Take the text out of the file as it is saved."""
        format_ = self._formats.get(suffix)
        if format_ is not None:
            return format_.parse(RawItem(path, suffix, data)).text
        text = decode(data).text
        return lines_of_page(text) if suffix in _PAGES else text


def _suffix(name: str) -> str:
    """Give the ending of a name."""
    match = _SUFFIX.search(name)
    return match.group() if match else ""


def _words_of(stream: BinaryIO) -> bytes:
    """Give the words of a word-processor file, roughly, to look for marks in."""
    try:
        with ZipFile(stream) as archive, archive.open(_DOCUMENT) as part:
            return _TAG.sub(b"", part.read(MAX_BYTES))
    except (BadZipFile, KeyError, OSError, EOFError, RuntimeError, NotImplementedError):
        # Whoever reads it as a document says what is wrong with it.
        return b""
