"""A date in a text."""

from dataclasses import dataclass

from accord.model import When

__all__ = ["DateFound"]


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text.

    Attributes:
        start: First character.
        end: One past the last character.
        when: The date.
        rule: How its words were read: ``weekday``, ``month-day``, ``years`` ...
    """

    start: int
    end: int
    when: When
    rule: str = ""
