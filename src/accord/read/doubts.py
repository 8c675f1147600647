"""Doubts about the text itself: sentences cut in two, quotation marks left open."""

import re
from collections.abc import Iterator
from itertools import pairwise

from accord.model import Span
from accord.read.furniture import Layout
from accord.text import goes_on, sentences

__all__ = ["find_split_sentences", "find_unbalanced_quotes"]

_OPEN = "“„«"
_CLOSE = "”»"
_MARK = re.compile(r"[“„«”»\"]")


def find_split_sentences(layout: Layout, text: str) -> Iterator[tuple[Span, str]]:
    """Find sentences that furniture or a line break cuts in two.

    Returns:
        From the first word of the sentence to its last, and what lies within.
    """
    body = [i for i in range(len(layout.units)) if i not in layout.kinds]
    for left, right in pairwise(body):
        before, after = layout.units[left], layout.units[right]
        if not goes_on(before.text, after.text, apart=right > left + 1):
            continue
        start = list(sentences(text, before.span))[-1].start
        end = next(sentences(text, after.span)).end
        within = "page furniture" if right > left + 1 else "a line break"
        yield Span(start, end), within


def find_unbalanced_quotes(layout: Layout) -> Iterator[Span]:
    """Find paragraphs whose quotation marks do not pair.

    A quotation that goes on in the next paragraph is opened again there and not
    closed here: that is correct and left alone.
    """
    body = [u for i, u in enumerate(layout.units) if i not in layout.kinds]
    for unit, following in zip(body, [*body[1:], None], strict=False):
        goes_on = following is not None and following.text[:1] in tuple('“„«"')
        if not _is_balanced(unit.text, may_stay_open=goes_on):
            yield unit.span


def _is_balanced(line: str, *, may_stay_open: bool) -> bool:
    """Tell whether quotation marks pair: all in one row, or each sort for itself.

    Typed pages mix both sorts in one pair; careful ones nest one within the other.
    """
    if _pairs(line, may_stay_open=may_stay_open):
        return True
    straight = line.count('"')
    if straight == 0 or straight % 2:
        return False
    return _pairs(line.replace('"', " "), may_stay_open=may_stay_open)


def _pairs(line: str, *, may_stay_open: bool) -> bool:
    """Tell whether every quotation mark that opens is closed, and the reverse."""
    is_open = False
    german = "„" in line
    for match in _MARK.finditer(line):
        mark = match.group()
        if mark == '"':
            # 12" is a measure, not a quotation.
            if not is_open and line[match.start() - 1 : match.start()].isdigit():
                continue
            is_open = not is_open
        elif mark in _CLOSE or (mark == "“" and german and is_open):
            if not is_open:
                return False
            is_open = False
        elif is_open:
            return False
        else:
            is_open = True
    return not is_open or may_stay_open
