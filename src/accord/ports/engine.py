"""Where work runs: in this process, in a pool of them, on a cluster."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

__all__ = ["Engine"]

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Applies a function to many items."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Apply ``function`` to each item.

        Args:
            function: Pure and picklable; what it needs travels with it once per
                worker, not once per item.
            items: Picklable; taken lazily, a bounded number ahead.

        Returns:
            The results in the order of the items, whatever finishes first.

        Raises:
            EngineError: Workers could not be started or died.
        """
        ...
