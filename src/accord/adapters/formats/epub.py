"""Books (.epub): their chapters in reading order, as one document."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from accord.adapters.formats.lines import lines_of_page
from accord.adapters.formats.xmltree import child_text, parse_xml
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

__all__ = ["EpubFormat"]

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
#: Bytes of all chapters when unpacked; a long novel has two million.
MAX_UNPACKED_BYTES = 100_000_000


class EpubFormat:
    """Reads the chapters of a book and what its package says of it."""

    suffixes: tuple[str, ...] = (".epub",)
    producer = "read.epub.v1"

    def __init__(self, *, max_unpacked_bytes: int = MAX_UNPACKED_BYTES) -> None:
        self._max_unpacked_bytes = max_unpacked_bytes

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of a book.

        Raises:
            UnreadableError: Broken, locked, too large when unpacked, or without text.
        """
        try:
            with ZipFile(BytesIO(item.data)) as archive:
                return self._read(_Book(archive, self._max_unpacked_bytes))
        except UnreadableError:
            raise
        except (
            BadZipFile,
            KeyError,
            ValueError,
            OSError,
            RuntimeError,
            EOFError,
        ) as error:
            message = f"The EPUB is broken: {type(error).__name__}: {error}."
            raise UnreadableError(message) from error
        except Exception as error:
            # Decompressors raise errors of their own on broken data.
            message = f"The EPUB cannot be unpacked: {type(error).__name__}: {error}."
            raise UnreadableError(message) from error

    def _read(self, book: "_Book") -> RawText:
        """Read the package, then the chapters it lists."""
        root = parse_xml(book.load(_CONTAINER)).find(".//rootfile")
        if root is None:
            message = "The EPUB does not say where its package is."
            raise UnreadableError(message)
        path = root.get("full-path", "")
        package = parse_xml(book.load(path))
        chapters = [
            lines_of_page(book.load(name).decode("utf-8", "replace"))
            for name in _chapters(package, posixpath.dirname(path))
            if book.holds(name)
        ]
        text = "\n\n".join(filter(None, chapters))
        if not text:
            message = "The EPUB holds no text."
            raise UnreadableError(message)
        meta = package.find("metadata")
        meta = Element("metadata") if meta is None else meta
        return RawText(
            text=text,
            title=child_text(meta, "title"),
            author=child_text(meta, "creator"),
            outlet=child_text(meta, "publisher"),
            language=child_text(meta, "language"),
            published=child_text(meta, "date"),
        )


class _Book:
    """An archive that unpacks no more than may be."""

    def __init__(self, archive: ZipFile, limit: int) -> None:
        self._archive = archive
        self._left = self._limit = limit
        if _RIGHTS in archive.namelist():
            message = "The EPUB is locked to its buyer."
            raise UnreadableError(message)

    def holds(self, name: str) -> bool:
        """Tell whether there is a file of that name."""
        return name in self._archive.NameToInfo

    def load(self, name: str) -> bytes:
        """Unpack a file."""
        with self._archive.open(name) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            message = f"It unpacks to more than {self._limit:,} bytes."
            raise UnreadableError(message)
        return data


def _chapters(package: Element, folder: str) -> Iterator[str]:
    """Give the names of the chapters in reading order."""
    names = {
        entry.get("id"): entry.get("href", "")
        for entry in package.iterfind("manifest/item")
        if "html" in entry.get("media-type", "")
    }
    for entry in package.iterfind("spine/itemref"):
        name = names.get(entry.get("idref"))
        if name:
            yield posixpath.normpath(posixpath.join(folder, unquote(name)))
