"""Votes: "voted 11 to 5 on Friday for the duties", past the tally."""

from collections.abc import Iterator, Sequence

from accord.position.phrases import SENTENCE_END, Tokens, stem, stem_set

__all__ = ["find_votes", "side_of_vote"]

_VOTE = stem("vote")
_TALLY_TOKENS = 10
_SIDES = {"for": 1, "to": 1, "against": -1}
_IN_FAVOUR = (stem("favour"), "of")
_NUMBERS = stem_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty"
)


def side_of_vote(
    stems: Sequence[str], begin: int, stop: int, *, tallied: bool = False
) -> tuple[int, int] | None:
    """Find what a vote was for or against, behind its tally.

    Args:
        stems: The words.
        begin: The first after "voted".
        stop: One past the last to look at.
        tallied: Whether a tally must stand there.

    Returns:
        Token of "for", "to", "against" or of the "of" in "in favour of", and its sign;
        None if nothing says so.
    """
    stop = min(stop, begin + _TALLY_TOKENS)
    ends = (at for at in range(begin, stop) if stems[at] == SENTENCE_END)
    stop = next(ends, stop)
    tally = [at for at in range(begin, stop) if _counts(stems, at)]
    if tallied and not tally:
        return None
    first = tally[-1] + 1 if tally else begin
    for at in range(first, stop):
        if stems[at] in _SIDES:
            return at, _SIDES[stems[at]]
        if tuple(stems[at - 1 : at + 1]) == _IN_FAVOUR:
            return at, 1
    return None


def _counts(stems: Sequence[str], at: int) -> bool:
    """Tell the numbers of "nine votes to six" from "two schools"."""
    if stems[at].isdigit():
        return True
    if stems[at] not in _NUMBERS:
        return False
    before, after = stems[max(0, at - 2) : at], stems[at + 1 : at + 3]
    left = before[-1:] == ("to",) and (before[0] == _VOTE or before[0] in _NUMBERS)
    right = after[:1] == ("to",) and after[-1] in _NUMBERS
    return left or right or after[:1] == (_VOTE,)


def find_votes(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Find votes with a tally, as (token of "voted", token of "for" or "to", sign)."""
    for at in sorted(tokens.inflected):
        if tokens.stems[at] != _VOTE:
            continue
        side = side_of_vote(tokens.stems, at + 1, len(tokens.stems), tallied=True)
        if side is not None:
            yield (at, *side)
