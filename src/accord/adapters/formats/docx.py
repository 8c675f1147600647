"""Word-processor files, through python-docx."""

from collections.abc import Iterator
from functools import partial
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
_XML_PARTS = (_CONTENTS, "word/document.xml", "word/footnotes.xml", "docProps/core.xml")
_PROLOGUE_BYTES = 4096
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = ("/footnotes", "/endnotes")
# What holds paragraphs without being one, and what holds no printed words.
_HOLDERS = frozenset("sdt sdtContent ins moveTo customXml smartTag".split())
_HIDING = frozenset("del moveFrom Fallback".split())
_BOX = "txbxContent"
_PRINTED = {
    _WORD + "t": "",
    _WORD + "tab": "\t",
    _WORD + "br": "\n",
    _WORD + "cr": "\n",
    _WORD + "noBreakHyphen": "‑",
}
_OLE = b"\xd0\xcf\x11\xe0"
# What programs write where a name should stand.
_NO_AUTHORS = frozenset(
    {"python-docx", "user", "admin", "administrator", "microsoft office user", "author"}
)
_NO_TITLES = frozenset({"word document", "document", "untitled"})


class DocxFormat:
    """Reads paragraphs, tables and notes of a .docx file, and its core properties.

    The day a file was made or saved is not the day its text was published, so no
    date is taken from it.
    """

    suffixes: tuple[str, ...] = (".docx",)
    producer = "read.docx.v2"

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
                typed = not foreign and unpacked <= self._max_unpacked_bytes
                typed = typed and any(map(partial(_is_typed, archive), _XML_PARTS))
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
        if typed:
            message = (
                "Its XML declares a document type, which is refused: entities can "
            )
            message += "grow without bound or read other files."
            raise UnreadableError(message)
        if foreign:
            message = "It is an archive, but no word-processor document."
            raise UnreadableError(message, hint="Give the files within it instead.")


def _lines(document: Any) -> Iterator[str]:
    """Give the text of paragraphs and table rows in the order of the file, then notes."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - needed only here

    yield from _blocks(document.element.body)
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_NOTES):
            continue
        for note in parse_xml(relation.target_part.blob):
            # Those of a type are the rules that part notes from the page.
            if _WORD + "type" not in note.attrib:
                yield " ".join(" ".join(_blocks(note)).split())


def _blocks(element: Any) -> Iterator[str]:
    """Give the lines within an element: paragraphs, rows, and what holds them."""
    for child in element:
        tag = _local(child)
        if tag == "p":
            yield _words(child)
            for box in child.iter(_WORD + "txbxContent"):
                if not _is_hidden(box):
                    yield from _blocks(box)
        elif tag == "tbl":
            for row in child.iterchildren(_WORD + "tr"):
                cells = row.iterchildren(_WORD + "tc", _WORD + "sdt")
                texts = [" ".join(" ".join(_blocks(cell)).split()) for cell in cells]
                yield " | ".join(texts) if any(texts) else ""
        elif tag in _HOLDERS:
            yield from _blocks(child)


def _words(paragraph: Any) -> str:
    """Give the words of a paragraph as they are printed: insertions, no deletions."""
    return "".join(
        _PRINTED[node.tag] or node.text or ""
        for node in paragraph.iter(*_PRINTED)
        if not _is_hidden(node, within=paragraph)
    )


def _is_hidden(node: Any, within: Any = None) -> bool:
    """Tell whether words stand in what was deleted, or in a box of their own."""
    for above in node.iterancestors():
        if above is within:
            return False
        if _local(above) in _HIDING or (within is not None and _local(above) == _BOX):
            return True
    return False


def _local(node: Any) -> str:
    """Leave the namespace out of a tag; comments have none."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _is_typed(archive: ZipFile, part: str) -> bool:
    """Tell whether a part declares a document type, which no word processor writes."""
    try:
        with archive.open(part) as file:
            return b"<!DOCTYPE" in file.read(_PROLOGUE_BYTES).replace(b"\0", b"")
    except KeyError:
        return False
