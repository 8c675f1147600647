"""Writes words between quotation marks."""

__all__ = ["quoted"]

_MARKS = {"“": "”", '"': '"', "„": "“", "«": "»"}


def quoted(words: str) -> str:
    """Put quotation marks around words that do not stand between a pair already.

    Example:
        >>> quoted("all agree"), quoted("“All agree”"), quoted("“All,” he said")
        ('“all agree”', '“All agree”', '““All,” he said”')
    """
    closing = _MARKS.get(words[:1])
    inner = words[1:-1]
    stands = closing is not None and words.endswith(closing) and closing not in inner
    return words if stands else f"“{words}”"
