"""Where bytes come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from accord.model import Failure

__all__ = ["Fetcher", "RawItem"]


@dataclass(frozen=True, slots=True)
class RawItem:
    """The bytes of one item, as found.

    Attributes:
        path: Name for the user, below the folder that was given; with ``#n`` for
            the n-th row of a file that holds many.
        suffix: Lower-case ending that tells the format, as ``.html``.
        data: The bytes.
    """

    path: str
    suffix: str
    data: bytes


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
