"""Dates with a precision and a state; nothing is dated by guess."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.errors import InputError

__all__ = ["DateState", "Precision", "When"]

Precision = Literal["day", "month", "year", "range"]
DateState = Literal["explicit", "resolved", "unresolved"]


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time as a text gives it.

    Attributes:
        start: First day; None while unresolved.
        end: Last day, included; None while unresolved.
        precision: How exact the text is; None while unresolved.
        state: ``explicit``: the text gives the date; ``resolved``: worked out from
            an anchor ("on Thursday" and the day of publication); ``unresolved``: a
            date is spoken of but cannot be known.
        text: The words that give it; None if they are not in the text (a file's
            own metadata, say).

    Raises:
        InputError: Resolved without dates, or an end before the start.
    """

    start: date | None
    end: date | None
    precision: Precision | None
    state: DateState
    text: str | None = None

    def __post_init__(self) -> None:
        known = (self.start, self.end, self.precision)
        if self.state == "unresolved":
            if any(part is not None for part in known):
                message = f"An unresolved date has no day, got {self.start}."
                raise InputError(message)
            return
        if self.start is None or self.end is None or self.precision is None:
            message = f"A date that is {self.state} needs start, end and precision."
            raise InputError(message)
        if self.end < self.start:
            message = f"A date ends before it starts: {self.start} to {self.end}."
            raise InputError(message)

    @classmethod
    def on(
        cls, day: date, *, state: DateState = "explicit", text: str | None = None
    ) -> "When":
        """Date to one day."""
        return cls(day, day, "day", state, text)

    @classmethod
    def unresolved(cls, text: str) -> "When":
        """Keep the words of a date that cannot be worked out."""
        return cls(None, None, None, "unresolved", text)
