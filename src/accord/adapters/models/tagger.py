"""The trained tagger: one pass finds the cues, a small head reads each one's relation.

It reads what the rules found beside the words, so that paired quotation marks and known
verbs need not be learned anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from accord.adapters.models.advice import Advice, Pieces, advise
from accord.adapters.models.artefact import Loadable, Session
from accord.adapters.models.confidence import calibrated, features
from accord.adapters.models.decoding import (
    Floats,
    Found,
    best_labels,
    cue_spans,
    log_softmax,
    runs,
)
from accord.adapters.models.encoding import FEATURES, Window, windows
from accord.attribute.passages import mask_furniture
from accord.model import Attribution, Document, Mode, Span
from accord.ports import Tagger
from accord.text import unwrap

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["ModelTagger"]

_SOURCE, _CONTENT = 1, 3
#: Direct speech of which the model has less is taken from the rules.
_KNOWN = 0.3
#: Share of a content's letters in quotation marks that makes it direct.
_DIRECT = 0.9
_MARKS = frozenset('“”„‟«»"')


@dataclass(frozen=True, slots=True)
class _Relation:
    """A cue with what the head reads off it."""

    cue: Found
    source: Found | None
    content: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Scores:
    """What the encoder says of one window's pieces."""

    cue: Floats
    piece: Floats
    question: Floats


class ModelTagger:
    """Finds attributions with a trained model, advised by the rules.

    Direct speech of which the model has less than a third is taken from the rules. In
    documents whose language is known and not English the rules serve alone.

    Args:
        artefact: The files of the model, their hashes verified.
        rules: The tagger that advises it, the one it was trained with.

    Attributes:
        producer: Name and version of the method and the model.
    """

    def __init__(self, artefact: Loadable, rules: Tagger) -> None:
        self._artefact = artefact
        self._rules = rules
        self.producer = f"attribute.model.{artefact.version}"

    @cached_property
    def _sessions(self) -> "tuple[Tokenizer, Session, Session]":
        """Load tokenizer and networks when the first document comes."""
        return self._artefact.load()

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        """Find the attributions of one document.

        Returns:
            Attributions in text order, none in page furniture.

        Cost:
            Linear in the length of the text.
        """
        advice = self._rules.tag(document)
        if document.language not in {None, "en"}:
            return advice
        read = (attribution for attribution, _ in self._read(document, advice))
        found = [a for a in read if a.confidence >= self._artefact.floor]
        return _nest([*found, *_missed(document, found, advice)])

    def explain(
        self, document: Document
    ) -> tuple[tuple[Attribution, tuple[float, ...]], ...]:
        """Find the attributions of an English document, with what speaks for each.

        Returns:
            Attributions, not nested yet, and the features of their confidence; see
            ``confidence.features``.
        """
        return tuple(self._read(document, self._rules.tag(document)))

    def _read(
        self, document: Document, advice: Sequence[Attribution]
    ) -> Iterator[tuple[Attribution, tuple[float, ...]]]:
        """Read a document's windows, one by one.

        Arithmetic in int8 scales by what is computed together: one at a time, no answer
        depends on another window, and what is at work fits the processor's cache.
        """
        tokenizer, encoder, head = self._sessions
        text = unwrap(mask_furniture(document))
        quoted = _quoted(text)
        for window in windows(text, tokenizer):
            advised = advise(window, advice)
            scores = _encode(encoder, window, advised)
            for relation in self._relate(head, window, advised, scores):
                built = self._build(document, text, quoted, window, relation)
                if built:
                    yield built

    def _relate(
        self, head: Session, window: Window, advice: Advice, scores: "_Scores"
    ) -> list[_Relation]:
        """Find a window's cues and read each one's source and content."""
        borders = [i for i, start in enumerate(window.starts) if start < 0]
        cues = cue_spans(scores.cue, borders=borders, bias=self._artefact.raised[0])
        if not cues:
            return []
        hints = np.stack([advice.hint(cue.first, cue.last) for cue in cues])
        read = _read_relations(head, scores, cues, hints, self._artefact.distance)
        _, source, content = self._artefact.raised
        logs = log_softmax(read + np.repeat([0, source, content], (1, 2, 2)))
        paths = best_labels(logs, borders=borders)
        out = []
        for cue, log, path in zip(cues, logs, paths, strict=True):
            sources = runs(path, log, _SOURCE)
            contents = runs(path, log, _CONTENT)
            if not contents:
                continue
            best = max(sources, key=lambda f: f.probability, default=None)
            out.append(_Relation(cue, best, tuple(contents)))
        return out

    def _build(
        self,
        document: Document,
        text: str,
        quoted: bytearray,
        window: Window,
        relation: _Relation,
    ) -> tuple[Attribution, tuple[float, ...]] | None:
        """Turn runs of pieces into spans of the document."""
        cue = _span(text, window, relation.cue)
        runs_of = [_span(text, window, f) for f in relation.content]
        content = document.clear(
            span
            for span in _join(text, runs_of)
            if not span.overlaps(cue) and _belongs(text, quoted, span, cue)
        )
        if not content:
            return None
        origin = relation.source
        source = document.clear([_span(text, window, origin)]) if origin else ()
        read = features(
            relation.cue.probability,
            origin.probability if origin else None,
            [f.probability for f in relation.content],
        )
        found = Attribution.of(
            document,
            source=source,
            cue=document.clear([cue]),
            content=content,
            mode=_mode(text, quoted, content),
            produced_by=self.producer,
            confidence=round(calibrated(read, self._artefact.confidence), 3),
        )
        return found, read


def _encode(encoder: Session, window: Window, advice: Advice) -> _Scores:
    """Run the encoder over a window."""
    inputs = {
        "ids": np.array([window.ids]),
        "mask": np.ones((1, len(window.ids)), dtype=np.int64),
        "features": np.array([window.features]) + FEATURES * advice.flags,
    }
    cues, pieces, questions = encoder.run(None, inputs)
    return _Scores(cues[0], pieces[0], questions[0])


def _read_relations(
    head: Session, scores: _Scores, cues: Sequence[Found], hints: Pieces, distance: int
) -> Floats:
    """Run the relation head for all cues of a window."""
    places = np.arange(len(scores.cue))
    away = np.stack(
        [
            np.where(places < c.first, places - c.first, np.maximum(places - c.last, 0))
            for c in cues
        ]
    )
    inputs = {
        "piece": np.repeat(scores.piece[None], len(cues), axis=0),
        "question": np.stack(
            [scores.question[c.first : c.last + 1].mean(axis=0) for c in cues]
        ),
        "distance": np.clip(away, -distance, distance) + distance,
        "hint": hints,
    }
    (logits,) = head.run(None, inputs)
    return np.asarray(logits, dtype=np.float32)


def _span(text: str, window: Window, found: Found) -> Span:
    """Give the code points of a run, widened to whole words."""
    start, end = window.starts[found.first], window.ends[found.last]
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Join fragments that only white space within a line keeps apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        gap = text[joined[-1].end : span.start] if joined else "\n"
        if not gap.strip() and "\n" not in gap:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _belongs(text: str, quoted: bytearray, span: Span, cue: Span) -> bool:
    """Tell whether a fragment may be of a cue: only quotations go beyond its paragraph."""
    first, last = sorted((span, cue))
    beyond = "\n" in text[first.end : last.start]
    return not beyond or any(quoted[span.start : span.end])


def _quoted(text: str) -> bytearray:
    """Mark the characters that stand in double quotation marks, line by line."""
    marked = bytearray(len(text))
    opened: int | None = None
    for place, character in enumerate(text):
        if character == "\n":
            opened = None
        elif character in _MARKS:
            if opened is not None:
                marked[opened:place] = b"\x01" * (place - opened)
            opened = place if opened is None else None
    return marked


def _mode(text: str, quoted: bytearray, spans: Sequence[Span]) -> Mode:
    """Say how much of a content stands in double quotation marks."""
    words = [
        quoted[place]
        for span in spans
        for place in range(span.start, span.end)
        if text[place].isalnum()
    ]
    if not any(words):
        return "indirect"
    return "direct" if sum(words) >= _DIRECT * len(words) else "mixed"


def _missed(
    document: Document, found: Sequence[Attribution], advice: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Find the direct speech of the rules that the model has not."""
    covered = bytearray(len(document.text))
    for attribution in found:
        for span in attribution.content.spans:
            covered[span.start : span.end] = b"\x01" * len(span)
    for attribution in advice:
        if attribution.mode != "direct":
            continue
        spans = attribution.content.spans
        known = sum(covered.count(1, span.start, span.end) for span in spans)
        if known < _KNOWN * sum(map(len, spans)):
            yield attribution


def _nest(found: list[Attribution]) -> tuple[Attribution, ...]:
    """Put attributions in text order and note which stands in which one's content."""
    ordered = sorted(
        {a.id: a for a in found}.values(),
        key=lambda a: (a.hull.start, -a.hull.end, a.id),
    )
    out: list[Attribution] = []
    for attribution in ordered:
        holders = [
            a
            for a in out[-12:]
            if any(span.contains(attribution.hull) for span in a.content.spans)
        ]
        if holders:
            inner = min(holders, key=lambda a: (len(a.content.hull), a.id))
            attribution = replace(attribution, nested_in=inner.id)  # noqa: PLW2901
        out.append(attribution)
    return tuple(out)
