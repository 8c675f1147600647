"""Stray quotations: whole sentences in quotation marks that no words report.

"The mayor looked at the river. “We should have built higher.”" A reader gives them to
whom the sentences before are about; here they become attributions without a source.
"""

import re
from collections.abc import Iterator, Sequence

from accord.attribute.dialogue.merging import DIALOGUE
from accord.model import Attribution, Document, Span

__all__ = ["cut_loose", "find_strays"]

_WHOLE = re.compile(r'["“„](?=[A-Z])[^"“”„\n]{24,1500}[.!?…]["”“]')
_BEFORE = re.compile(r"[.!?:][\"”“’)]?\s{1,2}$")
# A question may go on behind a wrapped line: "Why?" / she asked.
_ENDED = re.compile(r"\.[\"”“]?\s*$")
_LOOK_BACK = 4
#: Nothing but nearness says whose they are.
_CONFIDENCE = 0.6


def cut_loose(
    document: Document, found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Cut off quotations that end a paragraph before the one in which somebody speaks.

    Args:
        document: The document.
        found: What a tagger found.

    Returns:
        The attributions, those left out that hold nothing else.
    """
    kept = []
    for one in found:
        spans = one.content.spans
        own = tuple(
            span for span in spans if not _is_anothers(document.text, one, span)
        )
        if own and own != spans:
            kept.append(_with_content(document, one, own))
        elif own:
            kept.append(one)
    return tuple(kept)


def _is_anothers(text: str, one: Attribution, span: Span) -> bool:
    """Tell a quotation that a paragraph ends with from one that its frame follows."""
    if one.produced_by == DIALOGUE or one.source is None:
        return False
    frame = min(one.source.start, one.cue.start if one.cue else one.source.start)
    end = text.find("\n", span.start, frame)
    return (
        0 <= span.end <= end and _ENDED.search(text[end - _LOOK_BACK : end]) is not None
    )


def _with_content(
    document: Document, one: Attribution, own: tuple[Span, ...]
) -> Attribution:
    """Write an attribution down with a part of its content."""
    return Attribution.of(
        document,
        source=one.source.spans if one.source else (),
        cue=one.cue.spans if one.cue else (),
        content=own,
        mode=one.mode,
        produced_by=one.produced_by,
        confidence=one.confidence,
    )


def find_strays(
    document: Document, found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Find the quotations of whole sentences that lie in no attribution.

    Args:
        document: The document.
        found: Its attributions.

    Cost:
        Linear in the length of the text.
    """
    text = document.text
    held = sorted(span for one in found for span in one.content.spans)
    at, reach = 0, 0
    for quotation in _WHOLE.finditer(text):
        while at < len(held) and held[at].start < quotation.end():
            reach = max(reach, held[at].end)
            at += 1
        before = text[max(quotation.start() - _LOOK_BACK, 0) : quotation.start()]
        content = document.clear((Span(*quotation.span()),))
        if reach > quotation.start() or "\n" in before or not content:
            continue
        if _BEFORE.search(before):
            yield Attribution.of(
                document,
                source=(),
                cue=(),
                content=content,
                mode="direct",
                produced_by=DIALOGUE,
                confidence=_CONFIDENCE,
            )
