"""Sentences that something else cuts in two."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from accord.model import Span
from accord.text.sentences import ends_sentence, paragraphs

__all__ = ["blank_out", "goes_on"]

_VISIBLE = re.compile(r"[^\n\r\u2028\u2029]")
_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_UNFINISHED = frozenset(
    """
    a an the this that these those of in on at by to from for with without into over under
    between among against through during before after and or but nor as than if when while
    because which who whose whom where its their his her our your is are was were be been
    being has have had will would can could may might must should not very more most
    """.split()
)
_LAST_WORD = re.compile(r"[^\W_]+$")
# A shorter line is rather a heading than half a sentence.
_MIN_WORDS = 6
# Looking only there keeps long lines cheap.
_LINE_END = 60


def goes_on(before: str, after: str, *, apart: bool) -> bool:
    """Tell whether a line is the rest of the sentence that another begins.

    Args:
        before: The earlier line.
        after: The later one.
        apart: Whether something that is no part of the article stands between them.

    Example:
        >>> goes_on("The talks will take place from", "February 16-18.", apart=True)
        True
        >>> goes_on("The talks will take place soon.", "They are open.", apart=True)
        False
    """
    begun = before.rstrip()
    if not begun or begun[-1] in ":;" or ends_sentence(begun):
        return False
    if len(begun.split(None, _MIN_WORDS - 1)) < _MIN_WORDS:
        return False
    word = _LAST_WORD.search(begun[-_LINE_END:])
    unfinished = begun[-1] == "," or (
        word is not None and word.group().lower() in _UNFINISHED
    )
    if apart and unfinished:
        return True
    return after[:1].islower() and (unfinished or ends_sentence(after))


def blank_out(text: str, gaps: Iterable[Span]) -> str:
    r"""Put blanks for what is no part of the article, and join what it cuts in two.

    Every character keeps its offset: the text grows no shorter. Where a sentence goes
    on behind a gap, the line breaks between its halves become blanks as well, so that
    whatever reads line by line reads the sentence whole.

    Args:
        text: Any text.
        gaps: Stretches to blank, in text order; they may overlap.

    Cost:
        Linear.

    Example:
        >>> text = "The two sides will meet in the\n[Photo]\nold port of Larne."
        >>> " ".join(blank_out(text, [Span(31, 38)]).split())
        'The two sides will meet in the old port of Larne.'
    """
    found = list(gaps)
    if not found:
        return text
    masked = _blank(text, found, _VISIBLE)
    joints = list(_joints(masked, found))
    return _blank(masked, joints, _BREAK) if joints else masked


def _blank(text: str, gaps: Iterable[Span], what: re.Pattern[str]) -> str:
    """Put blanks for some of the characters in the gaps."""
    parts: list[str] = []
    position = 0
    for gap in gaps:
        start = max(gap.start, position)
        parts.append(text[position:start])
        parts.append(what.sub(" ", text[start : gap.end]))
        position = max(gap.end, position)
    parts.append(text[position:])
    return "".join(parts)


def _joints(masked: str, gaps: list[Span]) -> Iterator[Span]:
    """Find where a sentence goes on behind gaps: what stands between its halves."""
    number = 0
    for before, after in pairwise(paragraphs(masked)):
        while number < len(gaps) and gaps[number].end <= before.end:
            number += 1
        if number == len(gaps):
            return
        between = gaps[number].start < after.start
        if between and goes_on(before.of(masked), after.of(masked), apart=True):
            yield Span(before.end, after.start)
