"""File formats that need a library to be read."""

from dataclasses import dataclass, field
from typing import Protocol

from accord.ports.fetcher import RawItem

__all__ = ["Format", "RawText"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """Text out of a file, with what the file itself says about it.

    Attributes:
        text: The text, before any change by the read room.
        title: Headline in the file's metadata; None if none.
        author: Byline in the metadata; None if none.
        outlet: Site or publisher in the metadata; None if none.
        url: Address in the metadata; None if none.
        language: ISO 639-1 code in the metadata; None if none.
        published: Date in the metadata, as written there; None if none.
        section: Part of the paper or site in the metadata; None if none.
        dateline: Place of writing in the metadata; None if none.
        saved: Day on which the file was saved from where it stood; None if none.
        notes: Doubts of the format, each a (finding kind, sentence).
    """

    text: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    section: str | None = None
    dateline: str | None = None
    saved: str | None = None
    notes: tuple[tuple[str, str], ...] = field(default=())


class Format(Protocol):
    """Reads one file format.

    Attributes:
        suffixes: Lower-case file endings it reads, as ``.pdf``.
        producer: Its name and version, part of every key.
    """

    suffixes: tuple[str, ...]
    producer: str

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of a file's bytes.

        Raises:
            UnreadableError: The bytes are not of this format, or hold no text.
        """
        ...
