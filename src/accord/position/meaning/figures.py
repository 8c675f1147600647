"""Figures with their units, as a question names them and as somebody answers them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from accord.position.phrases import stem
from accord.text.numbers import read_number

__all__ = ["Figure", "find_figures", "is_less", "read_figure"]

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_PERCENT = "%"
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_ONE = ("a", "an", "one")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount.

    Attributes:
        value: The number.
        unit: The stem of the word behind it; empty if there is none.
    """

    value: float
    unit: str

    @property
    def size(self) -> tuple[str, float]:
        """What it is compared by; a length of time counts in days."""
        days = _DAYS.get(self.unit)
        return (self.unit, self.value) if days is None else ("day", self.value * days)


@cache
def _values() -> dict[str, float]:
    return {stem(w): value for w in _WORDS if (value := read_number(w)) is not None}


def read_figure(stems: Sequence[str], at: int) -> Figure | None:
    """Read the figure that begins at a token; None if it is no number."""
    word, unit = (*stems[at : at + 2], "", "")[:2]
    value = read_number(word) if word[:1].isdigit() else _values().get(word)
    if word in _ONE and unit in _DAYS:
        value = 1.0
    if value is None:
        return None
    if unit in ("percent", "per"):
        unit = _PERCENT
    return Figure(value, unit if unit.isalpha() or unit == _PERCENT else "")


def find_figures(stems: Sequence[str]) -> Iterator[Figure]:
    """Find the figures of a text."""
    for at in range(len(stems)):
        found = read_figure(stems, at)
        if found is not None:
            yield found


def is_less(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is less than another of the same unit."""
    return figure.size[0] == other.size[0] and figure.size < other.size
