"""Votes: "voted 11 to 5 on Friday for the duties", past the tally."""

from collections.abc import Iterator, Sequence

from accord.position.phrases import SENTENCE_END, Tokens, stem

__all__ = ["find_votes", "side_of_vote"]

_VOTE = stem("vote")
_TALLY_TOKENS = 10
_SIDES = {"for": 1, "to": 1, "against": -1}


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
        Token of "for", "to" or "against", and its sign; None if nothing says so.
    """
    stop = min(stop, begin + _TALLY_TOKENS)
    ends = (at for at in range(begin, stop) if stems[at] == SENTENCE_END)
    stop = next(ends, stop)
    tally = [at for at in range(begin, stop) if stems[at].isdigit()]
    if tallied and not tally:
        return None
    first = tally[-1] + 1 if tally else begin
    at = next((at for at in range(first, stop) if stems[at] in _SIDES), None)
    return None if at is None else (at, _SIDES[stems[at]])


def find_votes(tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """Find votes with a tally, as (token of "voted", token of "for" or "to", sign)."""
    for at in sorted(tokens.inflected):
        if tokens.stems[at] != _VOTE:
            continue
        side = side_of_vote(tokens.stems, at + 1, len(tokens.stems), tallied=True)
        if side is not None:
            yield (at, *side)
