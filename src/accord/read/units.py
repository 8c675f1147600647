"""Units: the lines of a text, with wrapped lines joined again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accord.model import Span
from accord.text import ends_sentence, paragraphs

__all__ = ["Unit", "divide", "plain"]

_SAME = str.maketrans("‘’ʼ“”„«»–—−\u00a0\u202f", '\'\'\'"""""---  ')
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\([^()\s]{0,300}\)")
_SPACES = re.compile(r"\s+")
_DECORATION = "#*•·◦▪►▶»«-–—_=~|>:<. \t\u00a0…!+✕×"
# A text is hard-wrapped if most of its lines stop short of this many characters
# without ending a sentence.
_WRAP_MIN = 40
_WRAP_MAX = 110


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or lines that were wrapped.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        text: The characters, line breaks within turned into spaces.
        plain: Lower case, straight quotation marks, no decoration, no links.
        words: How many words.
        gap: How many blank lines stand before it.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    gap: int

    @property
    def span(self) -> Span:
        """Its range."""
        return Span(self.start, self.end)

    @property
    def is_prose(self) -> bool:
        """Tell whether it reads like a sentence of an article."""
        return self.words >= 12 and ends_sentence(self.text)


def divide(text: str) -> tuple[Unit, ...]:
    r"""Split a text into units.

    Cost:
        Linear.

    Example:
        >>> [unit.text for unit in divide("One line.\n\nAnother.")]
        ['One line.', 'Another.']
    """
    lines = list(paragraphs(text))
    wrapped = _is_wrapped(text, lines)
    units: list[Unit] = []
    index = 0
    end_before = 0
    while index < len(lines):
        first = last = lines[index]
        index += 1
        while (
            wrapped
            and index < len(lines)
            and _continues(text, last, lines[index], alone=first == last)
        ):
            last = lines[index]
            index += 1
        units.append(_unit(text, first.start, last.end, end_before))
        end_before = last.end
    return tuple(units)


def plain(line: str) -> str:
    """Make a line comparable with the lexicon.

    Example:
        >>> plain("### [Don’t  Miss](#) »")
        "don't miss"
    """
    bare = _LINK.sub(r"\1", line) if "](" in line else line
    bare = bare.strip(_DECORATION)
    return _SPACES.sub(" ", bare.lower().translate(_SAME)).strip(_DECORATION)


def _unit(text: str, start: int, end: int, end_before: int) -> Unit:
    """Build a unit."""
    line = text[start:end]
    shown = line.replace("\n", " ").replace("\r", " ")
    breaks = text.count("\n", end_before, start) or text.count("\r", end_before, start)
    return Unit(
        start=start,
        end=end,
        text=shown,
        plain=plain(shown),
        words=len(shown.split()),
        gap=max(0, breaks - 1),
    )


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether sentences run over line ends at a fixed width."""
    long_lines = [line for line in lines if len(line) >= _WRAP_MIN]
    if len(long_lines) < 3:
        return False
    if sum(1 for line in long_lines if len(line) > _WRAP_MAX) * 10 > len(long_lines):
        return False
    running = sum(1 for line in long_lines if not ends_sentence(line.of(text)))
    return running * 2 > len(long_lines)


def _continues(text: str, line: Span, following: Span, *, alone: bool) -> bool:
    """Tell whether a line of a wrapped text goes on in the next."""
    between = text[line.end : following.start]
    if between.count("\n") > 1 or (len(line) < _WRAP_MIN and alone):
        return False
    if text[following.start].islower():
        return True
    return len(line) >= _WRAP_MIN and not (
        ends_sentence(line.of(text)) and len(line) < _WRAP_MIN + 10
    )
