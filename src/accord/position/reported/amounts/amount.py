"""An amount, as it stands in a text."""

from dataclasses import dataclass

from accord.model import Alternate

__all__ = ["Amount"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, as it stands in a text.

    Attributes:
        start: First character, in code points of the text; approximators included.
        end: One past the last character; a conversion in brackets included.
        value: The number; None if only a range is given.
        low: Lower end of a range, or what it is more than; None if none.
        high: Upper end of a range, or what it is at most; None if none.
        unit: ``percent``, an ISO 4217 code, a measure or a noun in lower case.
        approximate: Whether it is said to be inexact.
        noun: The words that are counted or measure; empty for money and shares.
        alternate: The same amount in another unit; None if none.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    approximate: bool = False
    noun: str = ""
    alternate: Alternate | None = None
