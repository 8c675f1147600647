"""Files that hold many documents: archives, exports, tables, feeds, mailboxes, crawls.

In: a ``Bundle``. Out: one ``RawItem`` per document, or a ``Lost`` with the reason. What
a container says of a document travels with it as ``About``.
"""

from collections.abc import Mapping, Sequence

from accord.adapters.formats.containers.archives import GzipFile, TarArchive, ZipArchive
from accord.adapters.formats.containers.exports import ExportFile
from accord.adapters.formats.containers.feeds import Feed
from accord.adapters.formats.containers.listings import ReferenceList, UrlList
from accord.adapters.formats.containers.mailbox import Mailbox
from accord.adapters.formats.containers.rows import JsonRows
from accord.adapters.formats.containers.tables import Table
from accord.adapters.formats.containers.warc import Warc
from accord.ports import Container, Format

__all__ = ["all_containers"]


def all_containers(
    formats: Sequence[Format], *, columns: Mapping[str, str] | None = None
) -> tuple[Container, ...]:
    """Give one reader of each kind, in the order in which they are asked.

    Args:
        formats: Readers of single documents, for exports saved as such.
        columns: For tables, the column of each field, as ``{"text": "body"}``.
    """
    return (
        Warc(),
        ZipArchive(),
        TarArchive(),
        GzipFile(),
        Table(columns or {}),
        JsonRows(),
        Mailbox(),
        Feed(),
        ReferenceList(),
        UrlList(),
        ExportFile(formats),
    )
