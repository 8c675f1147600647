"""Differences that matter: what two reports of one utterance do not agree on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib import resources
from typing import Literal

from accord.link.words.tokens import is_negation, stem

__all__ = ["Difference", "Respect", "differences", "is_measure"]

Respect = Literal["negation", "number", "date", "speaker"]

# Words that one report has in the place of the other's; longer stretches are another
# sentence, not another word.
_MOST_WORDS = 4
# Digits that are a year.
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two reports part in a way that a reader must know of.

    Attributes:
        respect: In what they differ.
        a: The words of the one; empty if it has none there.
        b: The words of the other.
    """

    respect: Respect
    a: tuple[str, ...]
    b: tuple[str, ...]


def differences(a: Sequence[str], b: Sequence[str]) -> tuple[Difference, ...]:
    """Find negations, numbers and dates in which two wordings differ.

    Args:
        a: Folded words of the one.
        b: Of the other.

    Returns:
        Differences in the order of the words. A wording that is only shorter differs
        in nothing.

    Cost:
        Quadratic in the number of words at worst.

    Example:
        >>> one = "we will close nine of the mines".split()
        >>> other = "we will close ten of the mines".split()
        >>> differences(one, other)
        (Difference(respect='number', a=('nine',), b=('ten',)),)
    """
    return tuple(_found(a, b))


def _found(a: Sequence[str], b: Sequence[str]) -> Iterator[Difference]:
    """Walk through the places where the wordings part."""
    matcher = SequenceMatcher(
        None, [stem(w) for w in a], [stem(w) for w in b], autojunk=False
    )
    codes = matcher.get_opcodes()
    for place, (tag, a_start, a_end, b_start, b_end) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        ours, theirs = tuple(a[a_start:a_end]), tuple(b[b_start:b_end])
        if tag == "equal" or max(len(ours), len(theirs)) > _MOST_WORDS:
            continue
        # At an edge one of the two may just begin later, or end sooner.
        if not (inside or (ours and theirs)):
            continue
        respect = _respect(ours, theirs)
        if respect:
            yield Difference(respect, ours, theirs)


def _respect(a: tuple[str, ...], b: tuple[str, ...]) -> Respect | None:
    """Tell in what the words of one place differ."""
    if sum(map(is_negation, a)) % 2 != sum(map(is_negation, b)) % 2:
        return "negation"
    if _differ(filter(_is_date, a), filter(_is_date, b)):
        return "date"
    if _differ(filter(_is_number, a), filter(_is_number, b)):
        return "number"
    return None


def _differ(a: Iterator[str], b: Iterator[str]) -> bool:
    """Tell whether each side has something that the other has not."""
    ours, theirs = set(a), set(b)
    return bool(ours - theirs and theirs - ours)


def is_measure(word: str) -> bool:
    """Tell whether a word is a number or a date."""
    return _is_number(word) or _is_date(word)


def _is_number(word: str) -> bool:
    """Tell whether a word is a number."""
    return word[:1].isdigit() or word in _measures()["number"]


def _is_date(word: str) -> bool:
    """Tell whether a word is a day, a month or a year."""
    if word.isdecimal() and word.isascii():
        return len(word) == 4 and int(word) in _YEARS
    return word in _measures()["date"]


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
