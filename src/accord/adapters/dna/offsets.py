"""From the peer's offsets to ours: UTF-16 units to code points."""

from bisect import bisect_left

__all__ = ["Offsets"]

_FIRST_WIDE = 0x10000


class Offsets:
    """Converts offsets of one text.

    Args:
        text: The text.

    Example:
        >>> offsets = Offsets("a\U0001f54ab")
        >>> offsets.to_points(3), offsets.to_units(2)
        (2, 3)
    """

    def __init__(self, text: str) -> None:
        # Characters beyond the basic plane take two units; almost no text has many.
        wide = [at for at, c in enumerate(text) if ord(c) >= _FIRST_WIDE]
        self._points = wide
        self._units = [at + before for before, at in enumerate(wide)]
        self.units = len(text) + len(wide)

    def to_points(self, units: int) -> int:
        """Convert an offset in UTF-16 units; one inside a pair is taken for its end.

        Cost:
            Logarithmic in the number of wide characters.
        """
        return units - bisect_left(self._units, units)

    def to_units(self, points: int) -> int:
        """Convert an offset in code points.

        Cost:
            As ``to_points``.
        """
        return points + bisect_left(self._points, points)
