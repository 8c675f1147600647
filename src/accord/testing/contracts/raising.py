"""Expect an error without a test framework."""

from types import TracebackType

__all__ = ["expect_error"]


class expect_error:  # noqa: N801 - reads as a word in a with statement
    """Fail unless the block raises an error of this kind that says these words.

    Args:
        kind: Class of the error.
        words: What its message must hold.

    Example:
        >>> with expect_error(ValueError, "invalid"):
        ...     int("invalid")
    """

    def __init__(self, kind: type[Exception], *words: str) -> None:
        self._kind = kind
        self._words = words

    def __enter__(self) -> None:
        """Begin to expect."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        assert error is not None, f"No {self._kind.__name__} was raised."
        if not isinstance(error, self._kind):
            return False
        for word in self._words:
            assert word in str(error), f"{error!s} does not say {word!r}"
        return True
