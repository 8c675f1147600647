"""Numbers and dates among words, each in one spelling: "two hundred" is "200"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from accord.link.words.tokens import is_content
from accord.text.numbers import read_number

__all__ = ["dates_in", "is_told", "measures_of", "numbers_in"]

# Digits that are a year.
_YEARS = range(1900, 2100)
_SCALES = {"decade": 10, "decades": 10, "century": 100, "centuries": 100}
# "Two half-empty halls" are two.
_PARTS = frozenset({"half", "third", "quarter"})
# After these "may" is the month.
_BEFORE_MAY = frozenset(
    "in by until till since of last next this late early mid".split()
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")
_AS_NUMBERS = dict(
    zip(
        """fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth twentieth thirtieth""".split(),
        """four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        twenty thirty""".split(),
        strict=True,
    )
)


def measures_of(words: Sequence[str]) -> frozenset[str]:
    """Give the numbers and dates among some words.

    Example:
        >>> sorted(measures_of("200 bikes in the last three decades".split()))
        ['200', '30']
        >>> measures_of("the fourth year".split()) == measures_of(["year", "4"])
        True
    """
    return frozenset((*dates_in(words), *numbers_in(words)))


@lru_cache(maxsize=1 << 16)
def is_told(word: str) -> bool:
    """Tell whether a word says something and is neither number nor date."""
    return is_content(word) and not measures_of((word,))


def dates_in(words: Sequence[str]) -> Iterator[str]:
    """Give the words that are a day, a month or a year.

    Example:
        >>> list(dates_in("she may resign in may 2030".split()))
        ['may', '2030']
    """
    known = _measures()["date"]
    for before, word in pairwise(("", *words)):
        is_year = len(word) == 4 and word.isdecimal() and word.isascii()
        is_month = word == "may" and before in _BEFORE_MAY
        if word in known or is_month or (is_year and int(word) in _YEARS):
            yield word


def numbers_in(words: Sequence[str]) -> Iterator[str]:
    """Give the numbers among some words; several words may be one number.

    Example:
        >>> list(numbers_in("two hundred of one kind for a decade".split()))
        ['200', '10']
    """
    known = _measures()["number"]
    run: list[str] = []
    for said in (*words, ""):
        word = _ORDINAL.sub("", _AS_NUMBERS.get(said, said))
        if said in _SCALES:
            yield f"{(_value(run) or 1) * _SCALES[said]:g}"
            run = []
        elif word in _PARTS:
            yield from _spelt(run)
            run = [word]
        elif word in known:
            run.append(word)
        else:
            yield from _spelt(run)
            run = [word] if word[:1].isdigit() or word == "one" else []
    yield from _spelt(run)


def _spelt(run: Sequence[str]) -> Iterator[str]:
    """Spell a number; "one" alone is mostly none: "one of them", "the one who"."""
    value = _value(run)
    if value is None:
        yield from run
    elif list(run) != ["one"]:
        yield f"{value:g}"


def _value(run: Sequence[str]) -> float | None:
    """Read the words of a number; None if they are none."""
    return read_number(" ".join(run)) if run else None


@cache
def _measures() -> dict[str, frozenset[str]]:
    """Load the words for numbers and dates."""
    place = resources.files("accord.link") / "data" / "measures.txt"
    read: dict[str, frozenset[str]] = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        if line[:1] not in {"#", ""}:
            kind, *words = line.split()
            read[kind] = read.get(kind, frozenset()) | frozenset(words)
    return read
