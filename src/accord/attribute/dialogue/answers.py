"""Answers without a label: "Do we need it? – “Yes.”", and lines that dashes begin."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.model import Span

__all__ = ["find_answers"]

_DASH = re.compile(r"[ \t]*(?P<dash>[–—])[ \t]+(?=\S)")
_ANSWERED = re.compile(
    r"(?P<question>[A-Z][^\n“”\"„?]{3,300}\?)[ \t]*(?P<dash>[–—]|--?)[ \t]*"
    r"[“\"„](?P<answer>[^“”\"„\n]{2,2000})[”\"“]"
)
#: So many questions between dashes make an interview.
_LEAST_ASKED = 2


def find_answers(text: str, blocks: Sequence[Span]) -> Dialogue:
    """Find answers of an interview whose heading alone says who gives them.

    Args:
        text: The text with its furniture blanked out.
        blocks: Its paragraphs.
    """
    inline = [pair for block in blocks for pair in _in_line(text, block)]
    pairs = [*inline, *_between_dashes(text, blocks)]
    return Dialogue(
        spoken=tuple(answer for _, answer in pairs),
        silent=tuple(question for question, _ in pairs),
    )


def _in_line(text: str, block: Span) -> Iterator[tuple[Span, Spoken]]:
    """Read question, dash and quoted answer within a paragraph."""
    for found in _ANSWERED.finditer(text, block.start, block.end):
        question = Span(*found.span("question"))
        label = Span(question.end, found.start("answer"))
        yield question, Spoken(label, None, None, (Span(*found.span("answer")),))


def _between_dashes(text: str, blocks: Sequence[Span]) -> list[tuple[Span, Spoken]]:
    """Read paragraphs that begin with a dash, a question and its answer by turns."""
    lines = [
        (block, found)
        for block in blocks
        if (found := _DASH.match(text, block.start, block.end))
    ]
    pairs = []
    for (asked, _), (told, dash) in pairwise(lines):
        question = asked.of(text).rstrip().endswith("?")
        if question and not told.of(text).rstrip().endswith("?"):
            label = Span(told.start, dash.end())
            content = (Span(dash.end(), told.end),)
            pairs.append((asked, Spoken(label, None, None, content)))
    return pairs if len(pairs) >= _LEAST_ASKED else []
