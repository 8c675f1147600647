"""Likeness: what two utterances have in common, in small questions."""

from collections.abc import Sequence
from itertools import pairwise

from accord.link.utterances import Utterance
from accord.link.words.measures import measures_of
from accord.link.words.runs import Run
from accord.link.words.tokens import is_negation, meaning

__all__ = [
    "UNMARKED_WORDS",
    "days_between",
    "frames_both",
    "goes_elsewhere",
    "holds",
    "is_marked",
    "is_same_message",
    "is_turned",
    "is_whole_quotation",
    "only_opens",
    "share_of_message",
    "share_of_quotation",
    "share_of_stems",
]

# Words of a quotation that is long enough to be known again without its marks.
UNMARKED_WORDS = 4
_NO_NEGATION = frozenset({"but", "only", "just", "merely"})
_VOTE = meaning("vote")
_BOTH = frozenset({"2"})
# Content words beside the common ones, on both sides, that make it two utterances
# with one beginning; at the end of both one is enough.
OTHER_CONTENT = 2


def goes_elsewhere(one: Utterance, other: Utterance, runs: Sequence[Run]) -> bool:
    """Tell whether both sides say something of their own beside what they share.

    Args:
        one: The one.
        other: The other.
        runs: What they share word for word; at least one run.
    """
    ours = set(one.meanings) - set(other.meanings)
    theirs = set(other.meanings) - set(one.meanings)
    if min(len(ours), len(theirs)) >= OTHER_CONTENT:
        return True
    our_end = max(run.a + run.length for run in runs)
    their_end = max(run.b + run.length for run in runs)
    return any(meaning(word) in ours for word in one.words[our_end:]) and any(
        meaning(word) in theirs for word in other.words[their_end:]
    )


def only_opens(one: Utterance, other: Utterance, runs: Sequence[Run]) -> bool:
    """Tell whether all that is common is one opening, and both go on differently.

    "With all due respect to the mayor" is nobody's message.
    """
    opening = runs[0]
    if len(runs) > 1 or opening.a or opening.b:
        return False
    whole = any(is_whole_quotation(u, 0, opening.length) for u in (one, other))
    return not whole and goes_elsewhere(one, other, runs)


def is_same_message(one: Utterance, other: Utterance) -> bool:
    """Tell whether no "not", number or date speaks against one message."""
    if _is_negated(one) != _is_negated(other):
        return False
    ours, theirs = measures_of(one.words), measures_of(other.words)
    # "Both councils" are two, but "both sides" may be "either side" elsewhere.
    either = ours ^ theirs <= _BOTH and "both" in {*one.words, *other.words}
    return ours == theirs or either


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


def share_of_message(one: Utterance, other: Utterance) -> tuple[tuple[str, ...], float]:
    """Return what two utterances of one message have in common, numbers as values.

    "Thirty years" and "three decades" are no less alike than "the treaty" twice.
    """
    measures = tuple(sorted(measures_of(one.words) & measures_of(other.words)))
    ours, theirs = set(one.meanings), set(other.meanings)
    common = (*sorted(ours & theirs), *measures)
    both = len(ours) + len(theirs) + 2 * len(measures)
    return common, 2 * len(common) / max(1, both)


def share_of_stems(one: Utterance, other: Utterance) -> tuple[tuple[str, ...], float]:
    """Return the content words in common and twice their share of both."""
    theirs = set(other.stems)
    common = tuple(s for s in one.stems if s in theirs)
    return common, 2 * len(common) / (len(one.stems) + len(other.stems))


def _is_negated(utterance: Utterance) -> bool:
    """Tell whether an utterance says no, or no to a no.

    "Nothing but" and "not only" say no such thing; "unless" and a vote "against" do.
    """
    words = (*utterance.words, "")
    count = sum(
        (is_negation(word) and after not in _NO_NEGATION)
        or word == "unless"
        or (after == "against" and meaning(word) == _VOTE)
        for word, after in pairwise(words)
    )
    return count % 2 == 1


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


def is_turned(one: Utterance, other: Utterance, run: Run) -> bool:
    """Tell whether just one side has a "not" before the common words.

    Where a side begins with them, its "not" may stand before the quotation.
    """
    if run.a == 0 or run.b == 0:
        return False
    before = (
        one.words[max(0, run.a - 2) : run.a],
        other.words[max(0, run.b - 2) : run.b],
    )
    return any(map(is_negation, before[0])) != any(map(is_negation, before[1]))


def frames_both(one: Utterance, other: Utterance, run: Run) -> bool:
    """Tell whether a run holds quoted words on both sides."""
    ours = one.quoted[run.a : run.a + run.length]
    return any(ours) and any(other.quoted[run.b : run.b + run.length])
