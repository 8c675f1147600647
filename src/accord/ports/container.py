"""Files that hold many documents."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol, runtime_checkable

from accord.errors import UnreadableError
from accord.ports.fetcher import RawItem

__all__ = ["Bundle", "Catalogue", "Container", "Lost"]


@dataclass(frozen=True, slots=True)
class Lost:
    """Something in a container that cannot be read.

    Attributes:
        path: Its name for the user.
        error: Why not.
    """

    path: str
    error: UnreadableError


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file that may hold many documents, open for reading.

    Attributes:
        path: Its name for the user; those of its items begin with it.
        name: Its own name in lower case, as ``pile.warc.gz``.
        stream: Its bytes; can be sought.
        neighbour: Loads a file named by its path from the container's own folder;
            raises ``UnreadableError`` for one that is not there or lies outside.
        spend: Counts bytes that were unpacked; raises ``UnreadableError`` when they
            are more than may be.
    """

    path: str
    name: str
    stream: BinaryIO
    neighbour: Callable[[str], RawItem]
    spend: Callable[[int], None]


class Container(Protocol):
    """Takes one kind of file apart."""

    def claims(self, name: str, stream: BinaryIO) -> bool:
        """Tell whether a file is of this kind.

        Args:
            name: Its own name in lower case.
            stream: Its bytes; where it stands afterwards does not matter.
        """
        ...

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give what a file holds, one after the other.

        Items about which nothing is said are looked at again: they may be containers
        themselves.

        Raises:
            UnreadableError: The file is broken from here on.
        """
        ...


@runtime_checkable
class Catalogue(Container, Protocol):
    """A container that says something about files beside it."""

    def mentions(self, bundle: Bundle) -> Iterator[str]:
        """Name the files beside it that it gives.

        They come out of ``unpack``, and so are not read a second time.
        """
        ...
