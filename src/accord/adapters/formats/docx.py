"""Word-processor files, through python-docx."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

__all__ = ["MAX_UNPACKED_BYTES", "DocxFormat"]

#: Size of all parts of a file when unpacked. A bomb declares much more; a book with
#: pictures less.
MAX_UNPACKED_BYTES = 300_000_000
_CONTENTS = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0"
# What programs write where a name should stand.
_NO_AUTHORS = frozenset(
    {"python-docx", "user", "admin", "administrator", "microsoft office user", "author"}
)
_NO_TITLES = frozenset({"word document", "document", "untitled"})


class DocxFormat:
    """Reads the paragraphs and tables of a .docx file, and its core properties.

    The day a file was made or saved is not the day its text was published, so no
    date is taken from it.
    """

    suffixes: tuple[str, ...] = (".docx",)
    producer = "read.docx.v1"

    def __init__(self, *, max_unpacked_bytes: int = MAX_UNPACKED_BYTES) -> None:
        self._max_unpacked_bytes = max_unpacked_bytes

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of a .docx file.

        Raises:
            UnreadableError: Broken, encrypted, too large when unpacked, or empty.
        """
        self._check_container(item.data)
        import docx  # noqa: PLC0415 - slow to import, needed only here

        try:
            document = docx.Document(BytesIO(item.data))
            lines = list(_lines(document))
            properties = document.core_properties
            title, author = properties.title, properties.author
            language = properties.language
        except Exception as error:
            message = f"The .docx file is broken: {type(error).__name__}: {error}."
            raise UnreadableError(
                message, hint="Open it in a word processor and save it again."
            ) from error
        text = "\n".join(lines).strip("\n")
        if not text.strip():
            message = "The .docx file holds no text."
            raise UnreadableError(message)
        return RawText(
            text=text,
            title=None
            if title.strip().lower() in _NO_TITLES
            else title.strip() or None,
            author=None
            if author.strip().lower() in _NO_AUTHORS
            else author.strip() or None,
            language=language or None,
        )

    def _check_container(self, data: bytes) -> None:
        """Refuse what is no archive, or unpacks to too much."""
        if data.startswith(_OLE):
            message = "It is an old .doc file, or a .docx locked with a password."
            raise UnreadableError(message, hint="Save it as .docx without a password.")
        try:
            with ZipFile(BytesIO(data)) as archive:
                unpacked = sum(part.file_size for part in archive.infolist())
                foreign = _CONTENTS not in archive.namelist()
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            message = f"It is no .docx file, or a broken one: {error}."
            raise UnreadableError(
                message, hint="Open it in a word processor and save it again."
            ) from error
        if unpacked > self._max_unpacked_bytes:
            message = (
                f"It unpacks to {unpacked:,} bytes; the limit is "
                f"{self._max_unpacked_bytes:,}."
            )
            raise UnreadableError(message, hint="Save the text alone as .txt.")
        if foreign:
            message = "It is an archive, but no word-processor document."
            raise UnreadableError(message, hint="Give the files within it instead.")


def _lines(document: Any) -> Iterator[str]:
    """Give the text of paragraphs and table rows in the order of the file."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = [cell.text.replace("\n", " ").strip() for cell in row.cells]
                yield " | ".join(cells) if any(cells) else ""
        else:
            yield block.text
