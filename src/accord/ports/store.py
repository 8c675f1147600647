"""Where records are kept between runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from accord.model import Dossier, Failure, Judgement

__all__ = ["ItemState", "Store", "View", "Writer"]

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ItemState:
    """How far one item has come.

    Attributes:
        path: The item's path.
        document: Id of its document; None if it could not be read.
        keys: For each stage done, the hash of everything its output depends on.
    """

    path: str
    document: str | None
    keys: Mapping[str, str]


class View(Protocol):
    """Reads what is kept; sees whole transactions only."""

    def states(self) -> Mapping[str, ItemState]:
        """Map each item's path to how far it has come."""
        ...

    def dossiers(self, paths: Sequence[str] | None = None) -> Iterator[Dossier]:
        """Give the dossiers of these items, or of all, by path."""
        ...

    def records(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a class.

        Returns:
            By document path and place; whole-pile records that belong to no document
            as they were put; rulings in the order they were made.
        """
        ...

    def value(self, name: str) -> str | None:
        """Look up a named value, as the key of a whole-pile stage."""
        ...


class Writer(Protocol):
    """Writes within one transaction: all of it is kept, or nothing."""

    def put_dossier(self, dossier: Dossier, keys: Mapping[str, str]) -> None:
        """Keep a document's dossier in the place of the item's earlier one."""
        ...

    def put_failure(self, failure: Failure) -> None:
        """Keep a failure; what was known of the item before goes."""
        ...

    def put_pile(self, kind: type[R], records: Iterable[R]) -> None:
        """Keep whole-pile records in the place of all earlier ones of the class."""
        ...

    def put_judgement(self, judgement: Judgement) -> None:
        """Add a person's ruling; rulings are never changed or dropped."""
        ...

    def set_value(self, name: str, value: str) -> None:
        """Keep a named value."""
        ...


class Store(Protocol):
    """Keeps a workspace's records; one writer at a time, any number of readers."""

    def view(self) -> View:
        """Open the records for reading."""
        ...

    def claim(self) -> AbstractContextManager[None]:
        """Hold the right to write over several transactions, as a whole run does.

        Raises:
            StoreError: Somebody else holds it; the message says who.
        """
        ...

    def write(self) -> AbstractContextManager[Writer]:
        """Begin a transaction; it is kept when the block ends without an error.

        Raises:
            StoreError: The store cannot be written, or another run is writing.
        """
        ...

    def check(self) -> Sequence[str]:
        """Say what is broken in the store itself; empty if nothing is."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
