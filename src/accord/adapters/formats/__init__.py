"""File formats that need a library: pages, PDFs, word-processor files.

In: a ``RawItem``. Out: a ``RawText``, its text and what the file says of itself.
The libraries are imported when the first item of their format is read, and every
error of theirs becomes an ``UnreadableError`` with its cause chained.
"""

from accord.adapters.formats.docx import DocxFormat
from accord.adapters.formats.html import HtmlFormat
from accord.adapters.formats.pdf import PdfFormat
from accord.ports import Format

__all__ = ["DocxFormat", "HtmlFormat", "PdfFormat", "all_formats"]


def all_formats() -> tuple[Format, ...]:
    """Give one reader of each format."""
    return (HtmlFormat(), PdfFormat(), DocxFormat())
