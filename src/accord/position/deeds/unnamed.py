"""Unnamed: words before a verb or an attitude that name nobody."""

from accord.position.phrases import Tokens, stem_set

__all__ = ["names_nobody", "tells_since"]

_QUALITIES = stem_set(
    "local public popular political parliamentary international widespread internal domestic "
    "growing fierce stiff strong broad official legal"
)
_CAUSES = stem_set(
    "campaign protest petition lawsuit fight motion appeal rally march drive"
)
_OUTSETS = stem_set("start outset beginning first")
_SINCE_TOKENS = 4
_SIDED = (("against",), ("for",))


def names_nobody(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "local resistance to it" and "the campaign against it" from who resists.

    Args:
        tokens: The words of a document.
        first: First token of a phrase that would be a subject.
        last: One past its last.

    Example:
        >>> from accord.position.phrases import tokenise
        >>> names_nobody(tokenise("Local resistance to the dam grew."), 0, 1)
        True
        >>> names_nobody(tokenise("Locals resist the dam."), 0, 1)
        False
    """
    stems = tokens.stems
    alone = last == first + 1 and first not in tokens.inflected
    if alone and stems[first] in _QUALITIES:
        return True
    return stems[last - 1] in _CAUSES and stems[last : last + 1] in _SIDED


def tells_since(tokens: Tokens, at: int) -> bool:
    """Tell "from the outset", which belongs to no name.

    Example:
        >>> from accord.position.phrases import tokenise
        >>> tells_since(tokenise("Unacceptable to Arle from the start."), 3)
        True
        >>> tells_since(tokenise("Unacceptable to men from Arle."), 3)
        False
    """
    after = tokens.stems[at : at + _SINCE_TOKENS]
    return after[:1] == ("from",) and not _OUTSETS.isdisjoint(after)
