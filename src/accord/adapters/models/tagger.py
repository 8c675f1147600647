"""The trained tagger: one pass finds the cues, a small head reads each one's relation.

It reads what the rules found beside the words, so that paired quotation marks and known
verbs need not be learned anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from accord.adapters.models.advice import Advice, advise
from accord.adapters.models.artefact import Loadable, Session
from accord.adapters.models.confidence import calibrated, features
from accord.adapters.models.decoding import (
    BEGIN,
    Floats,
    Found,
    best_labels,
    log_softmax,
    runs,
)
from accord.adapters.models.encoding import Window, windows
from accord.adapters.models.fragments import (
    agent_behind,
    join_fragments,
    mode_of,
    quoted_characters,
    without_day,
)
from accord.adapters.models.networks import Scores, encode_window, read_relations
from accord.adapters.models.unclaimed import Sightings, claim
from accord.attribute.passages import mask_furniture
from accord.model import Attribution, Document, Span
from accord.ports import Tagger
from accord.text import unwrap

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["ModelTagger"]

_SOURCE, _CONTENT = 1, 3
#: Direct speech of which the model has less is taken from the rules.
_KNOWN = 0.3
#: Added to the score of cues, a doubtful one is found that may claim a content.
_DOUBTFUL = 1.5
#: Mean probability that makes a run of pieces some content.
_SEEN = 0.5


@dataclass(frozen=True, slots=True)
class _Relation:
    """A cue with what the head reads off it."""

    cue: Found
    source: Found | None
    content: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a window's new pieces are, whatever the relation; doubtful cues apart."""

    cues: list[Found]
    doubtful: list[Found]
    sources: list[Found]
    contents: list[Found]


@dataclass(slots=True)
class _Reading:
    """What was read off a document.

    Attributes:
        quoted: Which characters stand in quotation marks.
        found: Attributions, each with what speaks for it.
        doubtful: Those of cues too doubtful to be reported by themselves.
        sources: What is some source.
        cues: What is a cue, doubtful or not.
        contents: What is some content.
    """

    quoted: bytearray
    found: list[tuple[Attribution, tuple[float, ...]]] = field(default_factory=list)
    doubtful: list[Attribution] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    cues: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)


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
        text = unwrap(mask_furniture(document))
        read = self._read(document, text, advice)
        found = [a for a, _ in read.found if a.confidence >= self._artefact.floor]
        sightings = Sightings(read.sources, read.cues, read.contents, read.doubtful)
        found += claim(
            document,
            text,
            quoted=read.quoted,
            found=found,
            sightings=sightings,
            producer=self.producer,
        )
        return _nest([*found, *_missed(document, found, advice)])

    def explain(
        self, document: Document
    ) -> tuple[tuple[Attribution, tuple[float, ...]], ...]:
        """Find the attributions of an English document, with what speaks for each.

        Returns:
            Attributions, not nested yet, and the features of their confidence; see
            ``confidence.features``.
        """
        text = unwrap(mask_furniture(document))
        return tuple(self._read(document, text, self._rules.tag(document)).found)

    def _read(
        self, document: Document, text: str, advice: Sequence[Attribution]
    ) -> _Reading:
        """Read a document's windows, one by one.

        Arithmetic in int8 scales by what is computed together: one at a time, no answer
        depends on another window, and what is at work fits the processor's cache.
        """
        tokenizer, encoder, head = self._sessions
        quoted = quoted_characters(text)
        reading = _Reading(quoted)
        for window in windows(text, tokenizer):
            advised = advise(window, advice)
            scores = encode_window(encoder, window, advised)
            seen = self._look(window, scores)
            relations = self._relate(head, window, advised, scores, seen.cues)
            reading.found += self._built(document, text, quoted, window, relations)
            if _unclaimed(seen.contents, relations):
                timid = self._relate(head, window, advised, scores, seen.doubtful)
                built = self._built(document, text, quoted, window, timid)
                reading.doubtful += [attribution for attribution, _ in built]
            for spans, found in (
                (reading.sources, seen.sources),
                (reading.cues, sorted([*seen.cues, *seen.doubtful], key=_first)),
                (reading.contents, seen.contents),
            ):
                spans += [_span(text, window, run) for run in found]
        return reading

    def _look(self, window: Window, scores: Scores) -> _Seen:
        """See what a window's new pieces are: cues, of any source, of any content."""
        raised = np.array([0, self._artefact.raised[0], 0], dtype=np.float32)
        lifted = np.array([0, _DOUBTFUL, 0], dtype=np.float32)
        stack = np.stack(
            [scores.cue + raised, scores.cue + lifted, scores.source, scores.content]
        )
        logs = log_softmax(stack)
        paths = best_labels(logs, borders=_borders(window))
        plain = log_softmax(scores.cue)
        sure, perhaps, sources, contents = (
            [run for run in runs(path, log, BEGIN) if run.first >= window.fresh]
            for path, log in zip(paths, (plain, plain, logs[2], logs[3]), strict=True)
        )
        taken = {piece for cue in sure for piece in range(cue.first, cue.last + 1)}
        return _Seen(
            cues=sure,
            doubtful=[
                c for c in perhaps if taken.isdisjoint(range(c.first, c.last + 1))
            ],
            sources=[s for s in sources if s.probability >= _SEEN],
            contents=[c for c in contents if c.probability >= _SEEN],
        )

    def _relate(
        self,
        head: Session,
        window: Window,
        advice: Advice,
        scores: Scores,
        cues: Sequence[Found],
    ) -> list[_Relation]:
        """Read each cue's source and content."""
        if not cues:
            return []
        hints = np.stack([advice.hint(cue.first, cue.last) for cue in cues])
        read = read_relations(head, scores, cues, hints, self._artefact.distance)
        logs = log_softmax(read + self._leaning(scores))
        paths = best_labels(logs, borders=_borders(window))
        out = []
        for cue, log, path in zip(cues, logs, paths, strict=True):
            sources = runs(path, log, _SOURCE)
            contents = runs(path, log, _CONTENT)
            if not contents:
                continue
            best = max(sources, key=lambda f: f.probability, default=None)
            out.append(_Relation(cue, best, tuple(contents)))
        return out

    def _leaning(self, scores: Scores) -> Floats:
        """Give what to add to each piece's scores, whatever the cue."""
        _, source, content = self._artefact.raised
        of_source, of_content = self._artefact.leaning
        added = np.zeros((len(scores.cue), 1 + _CONTENT + 1), dtype=np.float32)
        for begin, raised, weight, logits in (
            (_SOURCE, source, of_source, scores.source),
            (_CONTENT, content, of_content, scores.content),
        ):
            lead = logits[:, 1:] - logits[:, :1]
            added[:, begin : begin + 2] = raised + weight * lead
        return added

    def _built(
        self,
        document: Document,
        text: str,
        quoted: bytearray,
        window: Window,
        relations: Sequence[_Relation],
    ) -> list[tuple[Attribution, tuple[float, ...]]]:
        """Build what has a content in the document."""
        built = (self._build(document, text, quoted, window, r) for r in relations)
        return [one for one in built if one]

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
            for span in join_fragments(text, runs_of)
            if not span.overlaps(cue) and _belongs(text, quoted, span, cue)
        )
        if not content:
            return None
        origin = relation.source
        named = _source(text, cue, _span(text, window, origin) if origin else None)
        source = document.clear(named)
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
            mode=mode_of(text, quoted, content),
            produced_by=self.producer,
            confidence=round(calibrated(read, self._artefact.confidence), 3),
        )
        return found, read


def _borders(window: Window) -> list[int]:
    """Give the pieces that stand for no words."""
    return [piece for piece, start in enumerate(window.starts) if start < 0]


def _unclaimed(contents: Sequence[Found], relations: Sequence[_Relation]) -> bool:
    """Tell whether there is a content of whose first or last piece no relation knows."""
    held = {
        piece
        for relation in relations
        for run in relation.content
        for piece in range(run.first, run.last + 1)
    }
    return any(not held.issuperset({run.first, run.last}) for run in contents)


def _first(run: Found) -> int:
    """Give a run's first piece."""
    return run.first


def _span(text: str, window: Window, found: Found) -> Span:
    """Give the code points of a run, widened to whole words."""
    start, end = window.starts[found.first], window.ends[found.last]
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _source(text: str, cue: Span, read: Span | None) -> list[Span]:
    """Give the source; behind a passive it is the agent, whoever spoke before."""
    agent = agent_behind(text, cue) if read is None or read.end <= cue.start else None
    if agent is not None:
        return [agent]
    return [] if read is None else [without_day(text, read)]


def _belongs(text: str, quoted: bytearray, span: Span, cue: Span) -> bool:
    """Tell whether a fragment may be of a cue: only quotations go beyond its paragraph."""
    first, last = sorted((span, cue))
    beyond = "\n" in text[first.end : last.start]
    return not beyond or any(quoted[span.start : span.end])


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
