"""File formats: pages, PDFs, word-processor files, mails, books, and files of many.

In: a ``RawItem``. Out: a ``RawText``, its text and what the file says of itself. The
libraries are imported when the first item of their format is read, and every error of
theirs becomes an ``UnreadableError`` with its cause chained. Formats in which a hostile
file may grow or loop are read in a child process with limits.
"""

from accord.adapters.formats.containers import all_containers
from accord.adapters.formats.docx import DocxFormat
from accord.adapters.formats.epub import EpubFormat
from accord.adapters.formats.guard import Guarded
from accord.adapters.formats.html import HtmlFormat
from accord.adapters.formats.mail import MailFormat, SavedPageFormat
from accord.adapters.formats.markdown import MarkdownFormat
from accord.adapters.formats.pdf import PdfFormat
from accord.adapters.formats.rtf import RtfFormat
from accord.ports import Format

__all__ = [
    "DocxFormat",
    "EpubFormat",
    "Guarded",
    "HtmlFormat",
    "MailFormat",
    "MarkdownFormat",
    "PdfFormat",
    "RtfFormat",
    "SavedPageFormat",
    "all_containers",
    "all_formats",
]


def all_formats() -> tuple[Format, ...]:
    """Give one reader of each format."""
    return (
        HtmlFormat(),
        MarkdownFormat(),
        MailFormat(),
        SavedPageFormat(),
        Guarded(PdfFormat()),
        Guarded(DocxFormat()),
        Guarded(EpubFormat()),
        Guarded(RtfFormat()),
    )
