"""Pages of two columns that a program wrote line by line, across both of them.

Most programs write one column after the other, and so the text comes in its order. Where
a page jumps to and fro between two left edges, its lines are cut where the second begins.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median
from typing import Any

__all__ = ["page_text"]

_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
# Points between the left edges of two columns, and lines that have both.
_LEAST_APART = 100
_FEWEST_LINES = 6
_FARTHEST = 10_000
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
# Characters that the second edge may waver in the page's picture.
_WAVER = 8
# A shorter part is a cell of a table, which is read row by row.
_LEAST_PROSE_CHARS = 15


def page_text(page: Any) -> str:
    """Give the text of a page of a PDF, columns one after the other."""
    shown: list[tuple[int, int]] = []

    def note(operator: bytes, _: Any, __: Any, matrix: Sequence[float]) -> None:
        if operator in _SHOWS:
            shown.append((round(matrix[4]), round(matrix[5])))

    plain: str = page.extract_text(visitor_operand_before=note)
    if not _jumps(shown):
        return plain
    picture = page.extract_text(extraction_mode="layout").splitlines()
    columns = _apart([line for line in picture if line.strip()])
    return "\n".join(columns) if columns else plain


def _jumps(shown: Sequence[tuple[int, int]]) -> bool:
    """Tell whether line after line goes on at one second edge."""
    # A picture of a page that lies far outside of any paper would fill the memory.
    if any(abs(at) > _FARTHEST for place in shown for at in place):
        return False
    edges = Counter(
        right // 3
        for (left, above), (right, below) in pairwise(shown)
        if above == below and right - left > _LEAST_APART
    )
    lines = len({y for _, y in shown})
    most = max(edges.values(), default=0)
    return most >= _FEWEST_LINES and most * 2 >= lines


def _apart(picture: Sequence[str]) -> list[str]:
    """Cut the lines of a page's picture at the second column; none if it is a table."""
    gaps = [[gap.end() for gap in _GAP.finditer(line)] for line in picture]
    ends = [found[0] for found in gaps if len(found) == 1]
    if len(ends) < _FEWEST_LINES:
        return []
    edge = median(ends)
    cut = [
        n
        for n, found in enumerate(gaps)
        if len(found) == 1 and abs(found[0] - edge) <= _WAVER
    ]
    if len(cut) < _FEWEST_LINES:
        return []
    # A running line above may be cut too: it has its page number at the far edge.
    first, last = cut[0], cut[-1]
    left: list[str] = []
    right: list[str] = []
    for line, found in zip(
        picture[first : last + 1], gaps[first : last + 1], strict=True
    ):
        if len(found) == 1:
            left.append(line[: found[0]].strip())
            right.append(line[found[0] :].strip())
        else:
            indented = len(line) - len(line.lstrip()) >= edge - _WAVER
            (right if indented else left).append(line.strip())
    if min(mean(map(len, left)), mean(map(len, right))) < _LEAST_PROSE_CHARS:
        return []
    above, below = picture[:first], picture[last + 1 :]
    return [" ".join(line.split()) for line in (*above, *left, *right, *below)]
