"""Settled: what became of a thing, told after it: "the bill failed by two votes".

By "the result" and "the ruling" a text means how a thing went: that the bill failed, that the
ban was found to be unlawful, that the work may go ahead.
"""

from collections.abc import Iterator, Sequence

from accord.position.issues import Target
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["sign_of_outcome"]

_OUTCOME_TOKENS = 14
_BEING = stem_set("be get")
_BEING_TOKENS = 4
# After "was" or "has been".
_DONE = {
    1: stem_set(
        "approve adopt pass carry endorse accept uphold clear authorise allow grant ratify "
        "confirm enact"
    ),
    -1: stem_set(
        "reject defeat throw block veto strike quash overturn suspend halt stop annul refuse "
        "dismiss scrap shelve bar forbid prohibit invalidate bury abandon"
    ),
}
# "Was illegal", "found the ban illegal".
_FOUND = {
    1: stem_set(
        "lawful legal constitutional valid admissible permissible proportionate"
    ),
    -1: stem_set(
        "unlawful illegal unconstitutional invalid void inadmissible disproportionate "
        "discriminatory"
    ),
}
# By themselves, in the past: "fell", "violated the charter".
_WENT = {
    1: stem_set("pass succeed prevail survive"),
    -1: stem_set("fail fall collapse founder violate breach infringe contravene"),
}
_NO_MAJORITY = ("no", "majority")
_GOES_ON = (("go", "ahead"), ("go", "forward"), ("proceed",), ("stand",), ("continue",))
_MAY = stem_set("may could can")
_NOT = stem_set("not never cannot nor")
# What a relative clause tells need not be the end of it; nor need what is asked or feared.
_APART = stem_set(
    "which who that whether if unless will would should might ought must ; ,"
)


def sign_of_outcome(tokens: Tokens, target: Target) -> int:
    """Read what is told to have become of a thing after the words that name it.

    Returns:
        1 if it was passed or let through, -1 if it fell; 0 if that is not told.
    """
    stems = tokens.stems
    low = target.last
    while stems[low : low + 1] and _is_part(stems, low):
        low += 1
    denied = False
    for at in range(low, min(len(stems), low + _OUTCOME_TOKENS)):
        word = stems[at]
        if word == SENTENCE_END or word in _APART:
            return 0
        denied = denied or word in _NOT
        sign = next(_told_at(tokens, low, at), 0)
        if sign:
            return -sign if denied else sign
    return 0


def _is_part(stems: Sequence[str], at: int) -> bool:
    """Tell what still names the thing: an opening bracket or quotation mark after it."""
    return not stems[at].isalnum() and stems[at] not in (SENTENCE_END, ",", ";")


def _told_at(tokens: Tokens, low: int, at: int) -> Iterator[int]:
    """Read one word of what became of a thing."""
    stems = tokens.stems
    past = at in tokens.inflected or at in tokens.bent
    been = not _BEING.isdisjoint(stems[max(low, at - _BEING_TOKENS) : at])
    for sign in (1, -1):
        found = (been or at == low) and stems[at] in _FOUND[sign]
        done = been and stems[at] in _DONE[sign]
        if found or done or (past and stems[at] in _WENT[sign]):
            yield sign
    if stems[at : at + 2] == _NO_MAJORITY:
        yield -1
    before = stems[max(low, at - 2) : at]
    if not _MAY.isdisjoint(before) and any(
        stems[at : at + len(on)] == on for on in _GOES_ON
    ):
        yield 1
