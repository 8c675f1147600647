"""Stretches of a text in quotation marks."""

import re
from collections.abc import Iterator

from accord.model import Span
from accord.text import paragraphs

__all__ = ["marked_spans"]

_MARK = re.compile("[\"“”„‟«»'‘’]")
_CLOSES = {'"': '"', "“": '”"', "„": '“”"', "‟": '”"', "«": "»", "»": "«",
           "'": "'’", "‘": "’'"}  # fmt: skip
_SINGLE = frozenset("'‘’")
# In characters: a single mark that has not closed by then was an apostrophe.
_LONGEST_IN_SINGLE = 300


def marked_spans(text: str) -> Iterator[Span]:
    """Find what stands between quotation marks, of whatever kind.

    A quotation that is not closed in its paragraph ends with the paragraph if it
    began with a double mark, since the next paragraph often goes on with it.

    Returns:
        Spans without their marks, in text order, none within another.

    Cost:
        Linear.

    Example:
        >>> text = "The 'half-baked' deal “does not” bind us."
        >>> [text[s.start : s.end] for s in marked_spans(text)]
        ['half-baked', 'does not']
    """
    for paragraph in paragraphs(text):
        opener = ""
        begin = 0
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            mark, at = match.group(), match.start()
            if opener in _SINGLE and at - begin > _LONGEST_IN_SINGLE:
                opener = ""
            if opener:
                if mark in _CLOSES[opener] and _may_close(text, at, mark):
                    if at > begin:
                        yield Span(begin, at)
                    opener = ""
            elif mark in _CLOSES and _may_open(text, at, mark):
                opener, begin = mark, at + 1
        if opener and opener not in _SINGLE and begin < paragraph.end:
            yield Span(begin, paragraph.end)


def _may_open(text: str, at: int, mark: str) -> bool:
    """Tell whether a mark can open a quotation."""
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    if mark in "'\"»":
        return not before.isalnum() and bool(after) and not after.isspace()
    return not (mark in _SINGLE and before.isalnum())


def _may_close(text: str, at: int, mark: str) -> bool:
    """Tell whether a mark can close a quotation; an apostrophe cannot."""
    return mark not in _SINGLE or not text[at + 1 : at + 2].isalnum()
