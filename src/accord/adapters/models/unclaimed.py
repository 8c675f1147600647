"""Contents that no cue claims: blocks behind a colon, transcripts, signed words.

The network tells of each piece whether it is of *some* content before it asks of which
cue. What it takes for a content and no relation holds is looked at once more: does a
doubtful cue claim it, or does a label, the sentence before a colon or a signature say
whose it is? What nobody claims is left: words without a speaker serve nobody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accord.adapters.models.fragments import mode_of
from accord.model import Attribution, Document, Span

__all__ = ["Sightings", "claim"]

#: Characters that a block without a cue must have: shorter ones are captions and lists.
_SHORTEST = 80
#: Share of a content's characters that relations may hold and leave it unclaimed.
_HELD = 0.5
#: Share of the characters of both that a doubtful cue's content and an unclaimed one
#: must have in common.
_COMMON = 0.5
#: Of ten blocks found in the development articles, eight were the annotators'.
_CONFIDENCE = 0.8

_NAME = r"([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3})"
_LABEL = re.compile(rf"[\"“]?{_NAME} ?:\s")
_SIGNATURE = re.compile(rf"[\"”.]{{0,2}}\s{{0,2}}[―—–]\s?{_NAME}(?=[\n.,(]|\Z)")
_OPENING = frozenset(" \t\n\r\xa0\"“”‘'«„")


@dataclass(frozen=True, slots=True)
class Sightings:
    """What pieces are to any cue.

    Attributes:
        sources: What is some source, in text order.
        cues: What is a cue, the doubtful ones too, in text order.
        contents: What is some content.
        doubtful: Relations of cues too doubtful to be reported by themselves.
    """

    sources: Sequence[Span]
    cues: Sequence[Span]
    contents: Sequence[Span]
    doubtful: Sequence[Attribution]


@dataclass(frozen=True, slots=True)
class _Block:
    """Words with who is told to have said them."""

    content: Span
    source: Span
    cue: Span | None = None


def claim(
    document: Document,
    text: str,
    *,
    quoted: bytearray,
    found: Sequence[Attribution],
    sightings: Sightings,
    producer: str,
) -> list[Attribution]:
    """Find whose the contents are that no relation holds.

    Args:
        document: The document.
        text: Its text as the network read it, of the same length.
        quoted: Which of its characters stand in quotation marks.
        found: The attributions that were found.
        sightings: What pieces are to any cue.
        producer: Name of the method.

    Returns:
        Attributions besides those found.

    Cost:
        O(unclaimed contents x (doubtful relations + sightings)).
    """
    out = []
    for span in _left_over(text, found, sightings.contents):
        doubtful = _doubtful(span, sightings.doubtful)
        block = None if doubtful else _block(text, span, sightings)
        if doubtful:
            out.append(doubtful)
        content = document.clear([block.content]) if block else ()
        if block and content:
            new = Attribution.of(
                document,
                source=document.clear([block.source]),
                cue=document.clear([block.cue]) if block.cue else (),
                content=content,
                mode=mode_of(text, quoted, content),
                produced_by=producer,
                confidence=_CONFIDENCE,
            )
            out.append(new)
    return out


def _left_over(
    text: str, found: Iterable[Attribution], contents: Iterable[Span]
) -> Iterator[Span]:
    """Give the contents of which relations hold next to nothing."""
    held = bytearray(len(text))
    for attribution in found:
        for span in attribution.content.spans:
            held[span.start : span.end] = b"\x01" * len(span)
    for span in contents:
        if held.count(1, span.start, span.end) <= _HELD * len(span):
            yield span


def _doubtful(span: Span, relations: Iterable[Attribution]) -> Attribution | None:
    """Find the doubtful relation, with somebody who speaks, whose content this is."""
    best, most = None, _COMMON
    for relation in relations:
        parts = relation.content.spans
        common = sum(
            max(0, min(span.end, s.end) - max(span.start, s.start)) for s in parts
        )
        share = common / (len(span) + sum(map(len, parts)) - common)
        if relation.source and share >= most:
            best, most = relation, share
    return best


def _block(text: str, span: Span, sightings: Sightings) -> _Block | None:
    """Find who is named for a block: by a label, before a colon, by a signature."""
    if len(span) < _SHORTEST:
        return None
    label = _LABEL.match(text, text.rfind("\n", 0, span.start) + 1)
    if label and span.start <= label.end() < span.end:
        return _Block(Span(label.end(), span.end), Span(*label.span(1)))
    ahead = span.start
    while ahead > 0 and text[ahead - 1] in _OPENING:
        ahead -= 1
    if text[ahead - 1 : ahead] == ":":
        return _introduced(text, span, ahead, sightings)
    signed = _SIGNATURE.match(text, span.end)
    return _Block(span, Span(*signed.span(1))) if signed else None


def _introduced(
    text: str, span: Span, colon: int, sightings: Sightings
) -> _Block | None:
    """Take source and cue from the sentence that ends with a colon."""
    start = max(text.rfind("\n", 0, colon), text.rfind(". ", 0, colon)) + 1
    before = Span(start, colon)
    sources = [s for s in sightings.sources if before.contains(s)]
    cues = [s for s in sightings.cues if before.contains(s)]
    return _Block(span, sources[-1], cues[-1] if cues else None) if sources else None
