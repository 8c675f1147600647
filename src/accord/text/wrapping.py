"""Lines that a machine broke."""

from itertools import pairwise

__all__ = ["unwrap"]

#: Lengths of lines that word processors and mailers wrap at.
_SHORTEST, _LONGEST = 40, 110
_ENDS = '.!?:;”"»'


def unwrap(text: str) -> str:
    r"""Put spaces for the line breaks within blocks of hard-wrapped lines.

    Returns:
        A text of the same length, so that every offset holds in both.

    Cost:
        Linear.

    Example:
        >>> unwrap("The talks in the harbour office went on until the\nmorning.")
        'The talks in the harbour office went on until the morning.'
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    pieces: list[str] = []
    for line, following in pairwise(lines):
        pieces.append(line)
        pieces.append(" " if _is_broken(line, following) else "\n")
    pieces.append(lines[-1])
    return "".join(pieces)


def _is_broken(line: str, following: str) -> bool:
    """Tell whether a line breaks off in the middle of a sentence."""
    begun = line.rstrip()
    rest = following.lstrip()
    if not _SHORTEST <= len(begun) <= _LONGEST or not rest:
        return False
    return begun[-1] not in _ENDS and rest[0].islower()
