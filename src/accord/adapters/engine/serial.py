"""Work in this process, one item after the other."""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

from accord.errors import EngineError

__all__ = ["SerialEngine"]

T = TypeVar("T")
R = TypeVar("R")


class SerialEngine:
    """Applies a function here and now; the twin of every other engine."""

    def map(
        self,
        function: Callable[[T], R],
        items: Iterable[T],
        *,
        on_lost: Callable[[T, EngineError], R] | None = None,
    ) -> Generator[R, None, None]:
        """Apply ``function`` to each item, in order.

        Args:
            function: What to apply; need not be picklable here.
            items: Taken one at a time.
            on_lost: Never called: without workers no item can be lost.

        Returns:
            The results in the order of the items.
        """
        del on_lost
        yield from map(function, items)
