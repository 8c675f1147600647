"""Presented: where a text says once what its bill, plan or motion is.

"A bill to ban bots" is said once; the text then speaks of "the bill" and "the law".
"""

from bisect import bisect_left
from collections.abc import Sequence

from accord.position.issues import Target
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["Presented", "find_presented", "presented_as"]

_PAPER_TOKENS = 10
# A text that presents "a bill to ban bots" means that bill by "the law".
_FAMILIES = (
    stem_set("bill law legislation draft act"),
    stem_set("plan proposal scheme project idea initiative"),
)
_PRESENTED = stem_set(
    "bill law legislation draft plan proposal scheme project idea initiative motion petition"
)
_NEW = stem_set("a an new draft")
_MOST_PRESENTED = 30
_SAYS_WHAT = stem_set("to for on against")
# "A bill for a ballot on the dam" is about the ballot.
_LEADS_ON = stem_set("on about over for from in against")
#: Token and noun of what is presented, and the place that says what it is; None if it is on
#: another thing.
Presented = tuple[int, str, Target | None]
_DAYS = stem_set("monday tuesday wednesday thursday friday saturday sunday")


def find_presented(tokens: Tokens, spoken: Sequence[Target]) -> list[Presented]:
    """Find where a text says what its bill or plan is: "a bill to ban bots".

    Returns:
        Them by token.
    """
    stems = tokens.stems
    found: list[Presented] = []
    for one in spoken:
        for at in range(one.first - 1, max(0, one.first - _PAPER_TOKENS), -1):
            if stems[at] == SENTENCE_END:
                break
            if stems[at] not in _PRESENTED or not _is_new(stems, at):
                continue
            if not found or found[-1][0] < at:
                direct = _LEADS_ON.isdisjoint(stems[at + 2 : one.first])
                found.append((at, stems[at], one if direct else None))
            break
    return found


def _is_new(stems: Sequence[str], at: int) -> bool:
    """Tell "a bill to ban it" from "the bill" and "a bill on Monday"."""
    new = not _NEW.isdisjoint(stems[max(0, at - 2) : at])
    return new and stems[at + 1] in _SAYS_WHAT and stems[at + 2] not in _DAYS


def presented_as(
    presented: Sequence[Presented], word: str, at: int
) -> Presented | None:
    """Give the last bill, plan or motion presented before a place that speaks of one."""
    kin = next((one for one in _FAMILIES if word in one), frozenset((word,)))
    stop = bisect_left(presented, at, key=lambda one: one[0])
    before = presented[max(0, stop - _MOST_PRESENTED) : stop]
    return next((one for one in reversed(before) if one[1] in kin), None)
