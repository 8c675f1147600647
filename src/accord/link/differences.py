"""Differences that matter: what two reports of one utterance do not agree on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from accord.link.words.measures import dates_in, numbers_in
from accord.link.words.tokens import is_negation, meaning

__all__ = ["Difference", "Respect", "differences"]

Respect = Literal["negation", "number", "date", "speaker"]

# How two wordings part at one place: the way, and first and past-the-last word of each.
_Code = tuple[str, int, int, int, int]

# Words that one report has in the place of the other's; longer stretches are another
# sentence, not another word.
_MOST_WORDS = 4


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
        None, [meaning(w) for w in a], [meaning(w) for w in b], autojunk=False
    )
    codes = matcher.get_opcodes()
    moved = _moves_negation(a, b, codes)
    for place, (tag, a_start, a_end, b_start, b_end) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        ours, theirs = tuple(a[a_start:a_end]), tuple(b[b_start:b_end])
        if tag == "equal" or max(len(ours), len(theirs)) > _MOST_WORDS:
            continue
        # At an edge one of the two may just begin later, or end sooner.
        if not (inside or (ours and theirs)):
            continue
        before = tuple(a[max(0, a_start - 1) : a_start])
        respect = _respect(ours, theirs, before)
        if respect and not (moved and respect == "negation"):
            yield Difference(respect, ours, theirs)


def _moves_negation(a: Sequence[str], b: Sequence[str], codes: Sequence[_Code]) -> bool:
    """Tell whether each side has a "not" where the other has none: "need not", "does not need"."""
    ours, theirs = (
        [sum(map(is_negation, words[start:end])) for start, end in places]
        for words, places in (
            (a, [(code[1], code[2]) for code in codes]),
            (b, [(code[3], code[4]) for code in codes]),
        )
    )
    more = [one > other for one, other in zip(ours, theirs, strict=True)]
    fewer = [one < other for one, other in zip(ours, theirs, strict=True)]
    return any(more) and any(fewer)


def _respect(
    a: tuple[str, ...], b: tuple[str, ...], before: tuple[str, ...]
) -> Respect | None:
    """Tell in what the words of one place differ, behind a word of both."""
    if sum(map(is_negation, a)) % 2 != sum(map(is_negation, b)) % 2:
        return "negation"
    if _differ(dates_in((*before, *a)), dates_in((*before, *b))):
        return "date"
    if _differ(numbers_in(a), numbers_in(b)):
        return "number"
    return None


def _differ(a: Iterator[str], b: Iterator[str]) -> bool:
    """Tell whether each side has something that the other has not."""
    ours, theirs = set(a), set(b)
    return bool(ours - theirs and theirs - ours)
