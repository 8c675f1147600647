"""Where bytes come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from accord.model import Failure

__all__ = ["About", "Fetcher", "RawItem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of an item from outside it: a catalogue, an export, a feed.

    Attributes:
        title: Headline; None if not said, as all below.
        author: Byline.
        outlet: Who published it.
        url: Its address.
        language: Name or ISO 639-1 code of its language.
        published: Day of publication, as written.
        section: Part of the paper, as written.
        dateline: Place and day of writing, as printed.
        saved: Day on which it was saved, as written; "2 days ago" counts from it.
        notes: Doubts, each a (finding kind, sentence).
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    section: str | None = None
    dateline: str | None = None
    saved: str | None = None
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawItem:
    """The bytes of one item, as found.

    Attributes:
        path: Name for the user, below the folder that was given; with ``#n`` for
            the n-th row of a file that holds many.
        suffix: Lower-case ending that tells the format, as ``.html``.
        data: The bytes.
        about: What is known of it from outside; None if nothing is.
    """

    path: str
    suffix: str
    data: bytes
    about: About | None = None


class Fetcher(Protocol):
    """Finds items and loads their bytes."""

    def find(self, paths: Sequence[str]) -> Sequence[str]:
        """List the places behind files, folders and ``-``.

        Returns:
            Places that ``load`` takes, without doubles, sorted by name.

        Raises:
            InputError: A path is not there.
        """
        ...

    def load(self, places: Iterable[str]) -> Iterator[RawItem | Failure]:
        """Load items one after the other; what cannot be loaded is a failure."""
        ...
