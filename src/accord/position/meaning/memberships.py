"""Memberships: staying and going, where a question asks whether to leave or to join something.

"Should Arle leave the union?" is answered with no by who "will vote to stay" or "backs continued
membership", words that need no name of the union beside them.
"""

from collections.abc import Iterator, Sequence

from accord.model import Issue
from accord.position.phrases import Tokens, phrase_stems, stem_set, tokenise

__all__ = ["say_membership"]

_LEAVING = stem_set("leave quit exit")
_LEAVING_FROM = stem_set("withdraw secede depart split resign")
_LEAVING_OUT = (("break", "away"), ("pull", "out"), ("walk", "away"), ("opt", "out"))
_JOINING = stem_set("join rejoin")
_STAYING = stem_set("stay remain")
_FROM = stem_set("from in of")
_BODIES = stem_set(
    "union alliance bloc league federation organisation zone convention court pact treaty "
    "confederation commonwealth community council club association market partnership eurozone "
    "agency currency conference division framework accord agreement arrangement"
)
_BODY_TOKENS = 8
_CALLING = ("vote", "campaign", "want", "prefer", "decide", "opt", "choose")
_STAYS = ("to stay", "to remain")
_GOES = ("to leave", "to quit", "to go", "to get out", "to withdraw", "to exit")
_OUTSIDE = ("to stay out", "to remain outside", "to stay outside", "to keep out")
_ENTERS = ("to join", "to go in", "to get in", "to accede")
_IN_NOUNS = ("continued membership", "continuing membership", "membership", "staying in", "remaining in",
    "staying put", "remain a member", "stay a member", "remaining a member", "staying a member")  # fmt: skip
_OUT_NOUNS = (
    "departure",
    "withdrawal",
    "secession",
    "getting out",
    "getting us out",
    "pulling out",
)
_ENTRY = ("membership", "accession", "entry", "admission")
_OUTSIDE_NOUNS = ("staying out", "staying outside", "remaining outside", "independence")


def say_membership(issue: Issue) -> Iterator[tuple[str, int]]:
    """Say in other words to stay, to go or to come in.

    Returns:
        Phrases with the sign of whoever is for them; none where the question asks for
        something else.

    Example:
        >>> ask = Issue(
        ...     id="exit", question="Should Arle leave the Customs Union?", terms=()
        ... )
        >>> ("vote to stay", -1) in set(say_membership(ask))
        True
    """
    way = _way(tokenise(issue.question))
    if not way:
        return
    own = {word for term in issue.terms for word in phrase_stems(term)}
    spoken: Sequence[tuple[Sequence[str], Sequence[str], int]]
    if way == "join":
        spoken = ((_ENTERS, _ENTRY, 1), (_OUTSIDE, _OUTSIDE_NOUNS, -1))
    else:
        out = 1 if way == "leave" else -1
        spoken = ((_GOES, _OUT_NOUNS, out), (_STAYS, _IN_NOUNS, -out))
    for deeds, nouns, sign in spoken:
        for deed in deeds:
            yield from ((f"{verb} {deed}", sign) for verb in _CALLING)
        for noun in nouns:
            if own.isdisjoint(phrase_stems(noun)):
                yield noun, sign


def _way(tokens: Tokens) -> str:
    """Tell whether a question asks to leave, to stay in or to join a body; "" if to do neither."""
    stems = tokens.stems
    for at, word in enumerate(stems):
        after = stems[at + 1 : at + 2]
        leaves = word in _LEAVING or (
            word in _LEAVING_FROM and not _FROM.isdisjoint(after)
        )
        leaves = leaves or stems[at : at + 2] in _LEAVING_OUT
        stays = word in _STAYING and "in" in after
        if (leaves or stays or word in _JOINING) and _is_body(tokens, at):
            return "leave" if leaves else "stay" if stays else "join"
    return ""


def _is_body(tokens: Tokens, at: int) -> bool:
    """Tell "leave the customs union" and "leave NATO" from "leave the schools open"."""
    stop = min(len(tokens.stems), at + _BODY_TOKENS)
    if any(tokens.stems[ahead] in _BODIES for ahead in range(at + 1, stop)):
        return True
    return any(
        ahead in tokens.capitals and ahead + 2 >= len(tokens.stems)
        for ahead in range(at + 1, stop)
    )
