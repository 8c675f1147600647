"""Freed: who is exempted has it good, and what a duty is on has not."""

from accord.position.meaning.operators import Operator
from accord.position.phrases import Tokens, stem_set

__all__ = ["is_burdened", "sign_of_freed"]

_FREEING = stem_set("exempt exemption")
_FROM, _FOR = "from", "for"
# What holds a thing back, though no word of the lexicon: "a duty on pipes".
_DUES = stem_set("duty tariff levy embargo surcharge")
_ON = frozenset(("on", "against"))
_ON_TOKENS = 3


def sign_of_freed(tokens: Tokens, op: Operator, place: range) -> int:
    """Give the sign of "exempt" for "vans" in "exempt vans from the charge".

    Args:
        tokens: The document's words.
        op: What governs the place.
        place: The words that are governed.

    Returns:
        1 for who is freed, -1 for the burden; 0 where nobody is exempted.
    """
    if tokens.stems[op.first] not in _FREEING:
        return 0
    after = tokens.stems[op.first : place.start]
    return -1 if _FROM in after and _FOR not in after else 1


def is_burdened(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "a duty on steel pipes" and "pipe duties" from "the pipes".

    Args:
        tokens: The document's words.
        first: First token of the pipes.
        last: One past their last.
    """
    stems = tokens.stems
    if not _DUES.isdisjoint(stems[first:last]):
        return False
    if not _DUES.isdisjoint(stems[last : last + 1]):
        return True
    near = range(max(1, first - _ON_TOKENS), first)
    return any(stems[at] in _ON and stems[at - 1] in _DUES for at in near)
