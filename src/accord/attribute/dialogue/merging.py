"""Put what the layout attributes in the place of what a tagger made of it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.model import Attribution, Document, Span

__all__ = ["DIALOGUE", "merge"]

DIALOGUE = "attribute.dialogue.v1"
#: Layout tells it plainly; the rest are lists that look like speech.
_CONFIDENCE = 0.9


def merge(
    document: Document, found: Iterable[Attribution], dialogue: Dialogue
) -> tuple[Attribution, ...]:
    """Take in what the layout attributes.

    Of what the tagger found, that goes which takes a label for a source, which gives a
    turn's words to nobody, or which lies in a question without a source of its own.
    What somebody reports within a turn is nested in it.

    Args:
        document: The document.
        found: What a tagger found.
        dialogue: What the layout says.

    Returns:
        All attributions in text order.
    """
    if not dialogue:
        return tuple(found)
    made = [_attribution(document, one) for one in dialogue.spoken]
    turns = _Places((span, one) for one in made if one for span in one.content.spans)
    labels = _Places((one.label, None) for one in dialogue.spoken)
    asked = _Places((span, None) for span in dialogue.silent)
    kept: dict[str, Attribution] = {one.id: one for one in made if one}
    for attribution in found:
        if not _is_spent(attribution, labels, turns, asked):
            kept.setdefault(attribution.id, attribution)
    for key, attribution in kept.items():
        if attribution.produced_by != DIALOGUE:
            outer = turns.holding(attribution.hull)
            known = attribution.nested_in in kept
            nested = attribution.nested_in if known else outer.id if outer else None
            kept[key] = replace(attribution, nested_in=nested)
    return tuple(sorted(kept.values(), key=lambda one: (one.hull, one.id)))


def _attribution(document: Document, spoken: Spoken) -> Attribution | None:
    """Write down whose words are whose; None if nothing but furniture is left."""
    content = document.clear(spoken.content)
    if not content:
        return None
    return Attribution.of(
        document,
        source=(spoken.source,) if spoken.source else (),
        cue=(spoken.cue,) if spoken.cue else (),
        content=content,
        mode="direct",
        produced_by=DIALOGUE,
        confidence=_CONFIDENCE,
    )


class _Places:
    """Stretches that do not overlap, with what stands there."""

    def __init__(self, pairs: Iterable[tuple[Span, Attribution | None]]) -> None:
        ordered = sorted(pairs, key=lambda pair: pair[0])
        self._spans = [span for span, _ in ordered]
        self._found = [found for _, found in ordered]

    def touches(self, spans: Sequence[Span]) -> bool:
        """Tell whether any of some spans shares a character with a stretch."""
        return any(self._at(span) is not None for span in spans)

    def holding(self, span: Span) -> Attribution | None:
        """Return what stands where a whole span lies."""
        at = self._at(span)
        if at is None or not self._spans[at].contains(span):
            return None
        return self._found[at]

    def _at(self, span: Span) -> int | None:
        """Find the first stretch that shares a character with a span."""
        at = bisect_left(self._spans, span.start + 1, key=lambda other: other.end)
        inside = at < len(self._spans) and self._spans[at].overlaps(span)
        return at if inside else None


def _is_spent(
    attribution: Attribution, labels: _Places, turns: _Places, asked: _Places
) -> bool:
    """Tell whether the layout says better what an attribution says."""
    source, cue = attribution.source, attribution.cue
    frame = [*(source.spans if source else ()), *(cue.spans if cue else ())]
    if labels.touches(frame) or labels.touches(attribution.content.spans):
        return True
    if source is None or not frame:
        held = (*attribution.content.spans, *frame)
        return turns.touches(held) or asked.touches(held)
    bare = cue is None or not any(map(str.isalpha, cue.text))
    return bare and asked.touches(frame)
