"""Paragraphs and sentences with their offsets."""

import re
from collections.abc import Iterator

from accord.model import Span

__all__ = ["ends_sentence", "paragraphs", "sentences"]

# Characters looked at on either side of a stop: longer than any word, and bounded, so
# that a paragraph of any length takes linear time.
LOOK_AROUND = 60

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«„(["
# What may stand behind the last stop of a line, marks of emphasis included.
_TRAILERS = "\"'”’»)]*_ \u00a0"
_STOP = re.compile(r"(?:[.!?…]+|\.{2,})[" + re.escape(_CLOSERS) + r"]*(?=\s|$)")
# After these a full stop does not end a sentence.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof gen col lt maj capt cmdr adm sgt sen rep gov pres rev hon
    st sr jr vs etc inc ltd co corp no nos art fig vol dept est approx
    jan feb mar apr jun jul aug sep sept oct nov dec
    e.g i.e a.m p.m u.s u.k u.n e.u d.c
    """.split()
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
# These may also close a sentence; what follows decides.
_MAY_CLOSE = frozenset("u.s u.k u.n e.u d.c a.m p.m etc inc ltd co corp jr sr".split())


def paragraphs(text: str) -> Iterator[Span]:
    """Split a text at line breaks.

    Returns:
        The lines that hold more than white space, without the white space at
        their ends.
    """
    for match in _LINE.finditer(text):
        line = match.group()
        inner = line.strip()
        if inner:
            start = match.start() + line.index(inner[0])
            yield Span(start, start + len(inner))


def sentences(text: str, span: Span | None = None) -> Iterator[Span]:
    """Split a text into sentences; none crosses a line break.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` with any closing quotation marks
    and brackets, when what follows begins like a sentence. Titles (``Mr.``),
    initials (``J. Biden``) and numbers (``2.5``) do not end one.

    Args:
        text: Any text.
        span: Where to look; everywhere if not given.

    Returns:
        Spans in text order, without white space at their ends.

    Cost:
        Linear.

    Example:
        >>> text = "Gen. Li met U.S. officials. “No,” he said."
        >>> [text[s.start : s.end] for s in sentences(text)]
        ['Gen. Li met U.S. officials.', '“No,” he said.']
    """
    whole = span or Span(0, len(text)) if text else None
    if whole is None:
        return
    for line in paragraphs(whole.of(text)):
        yield from _split_line(text, whole.start + line.start, whole.start + line.end)


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends like a sentence."""
    return line.rstrip(_TRAILERS)[-1:] in tuple(".!?…")


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    """Split one line into sentences."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop < end and not _ends_sentence(text, begin, match.start(), stop, end):
            continue
        yield Span(begin, stop)
        while stop < end and text[stop].isspace():
            stop += 1
        begin = stop
    if begin < end:
        yield Span(begin, end)


def _ends_sentence(text: str, begin: int, dot: int, stop: int, end: int) -> bool:
    """Tell whether the stop at ``dot`` ends the sentence that starts at ``begin``."""
    following = text[stop : min(end, stop + LOOK_AROUND)].lstrip()
    opening = following.lstrip(_OPENERS)[:1]
    if opening.islower() or not opening:
        return False
    if text[dot] != "." or stop > dot + 1:
        return True
    words = text[max(begin, dot - LOOK_AROUND) : dot].rsplit(None, 1)
    word = words[-1].lstrip(_OPENERS) if words else ""
    if len(word) == 1 and word.isupper():
        return False
    if word.lower() not in _ABBREVIATIONS and not _INITIALS.fullmatch(word):
        return True
    may_close = word.lower() in _MAY_CLOSE or _INITIALS.fullmatch(word) is not None
    return may_close and _starts_afresh(following)


def _starts_afresh(following: str) -> bool:
    """Tell whether words begin a sentence even after an abbreviation."""
    first = following.lstrip(_OPENERS).split(None, 1)[0].strip(".,;:!?\"'”’")
    return first.lower() in _OPENING_WORDS


_OPENING_WORDS = frozenset(
    """
    the a an he she it they we i in on at but and this that these those there
    his her its their our however meanwhile after before while when if as
    """.split()
)
