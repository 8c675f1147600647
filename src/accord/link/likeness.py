"""Likeness: what two utterances have in common, in small questions."""

from collections.abc import Sequence

from accord.link.differences import is_measure
from accord.link.utterances import Utterance
from accord.link.words.tokens import is_negation

__all__ = [
    "UNMARKED_WORDS",
    "days_between",
    "goes_elsewhere",
    "holds",
    "is_marked",
    "is_same_message",
    "is_whole_quotation",
    "share_of_quotation",
    "share_of_stems",
]

# Words of a quotation that is long enough to be known again without its marks.
UNMARKED_WORDS = 4
# Content words beside the common ones, on both sides, that make it two utterances
# with one beginning.
OTHER_CONTENT = 2


def goes_elsewhere(one: Utterance, other: Utterance) -> bool:
    """Tell whether both sides say something of their own beside what they share."""
    ours, theirs = set(one.stems), set(other.stems)
    return min(len(ours - theirs), len(theirs - ours)) >= OTHER_CONTENT


def is_same_message(one: Utterance, other: Utterance) -> bool:
    """Tell whether no "not", number or date speaks against one message."""
    return _is_negated(one) == _is_negated(other) and _measures(one) == _measures(other)


def share_of_quotation(utterance: Utterance, start: int, length: int) -> float:
    """Return how much of the quotation that a run begins in the run covers."""
    for begin, end in utterance.fragments():
        if begin <= start < end:
            return (min(end, start + length) - start) / (end - begin)
    return 0.0


def is_marked(utterance: Utterance, start: int, length: int) -> bool:
    """Tell whether most words of a run stand in quotation marks."""
    inside = sum(map(bool, utterance.quoted[start : start + length]))
    return 2 * inside > length


def is_whole_quotation(utterance: Utterance, start: int, length: int) -> bool:
    """Tell whether a run holds a whole quotation of four words or more."""
    return any(
        start <= begin and end <= start + length and end - begin >= UNMARKED_WORDS
        for begin, end in utterance.fragments()
    )


def share_of_stems(one: Utterance, other: Utterance) -> tuple[tuple[str, ...], float]:
    """Return the content words in common and twice their share of both."""
    theirs = set(other.stems)
    common = tuple(s for s in one.stems if s in theirs)
    return common, 2 * len(common) / (len(one.stems) + len(other.stems))


def _is_negated(utterance: Utterance) -> bool:
    """Tell whether an utterance says no, or no to a no."""
    return sum(map(is_negation, utterance.words)) % 2 == 1


def _measures(utterance: Utterance) -> frozenset[str]:
    """Return the numbers and dates in an utterance."""
    return frozenset(word for word in utterance.words if is_measure(word))


def holds(long: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether some words stand in others in their order."""
    size = len(short)
    return any(
        long[i : i + size] == short
        for i in range(len(long) - size + 1)
        if long[i] == short[0]
    )


def days_between(
    one: tuple[int, int] | None, other: tuple[int, int] | None
) -> int | None:
    """Return the least days between two dates; None if one is not known."""
    if one is None or other is None:
        return None
    return max(other[0] - one[1], one[0] - other[1], 0)
