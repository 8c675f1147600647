"""Where work runs: in this process, in a pool of them, on a cluster."""

from collections.abc import Callable, Generator, Iterable
from typing import Protocol, TypeVar

from accord.errors import EngineError

__all__ = ["Engine"]

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Applies a function to many items."""

    def map(
        self,
        function: Callable[[T], R],
        items: Iterable[T],
        *,
        on_lost: Callable[[T, EngineError], R] | None = None,
    ) -> Generator[R, None, None]:
        """Apply ``function`` to each item.

        Args:
            function: Pure and picklable; what it needs travels with it once per
                worker, not once per item.
            items: Picklable; taken lazily, a bounded number ahead.
            on_lost: Makes the result of an item that kills every worker it is given
                to, so that the others go on; without it such an item ends the map.

        Returns:
            The results in the order of the items, whatever finishes first; closing
            the generator ends the work.

        Raises:
            EngineError: Workers could not be started or died.
            Exception: What ``function`` raised, at the place of its item.
        """
        ...
