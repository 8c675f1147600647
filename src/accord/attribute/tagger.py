"""The rule-based tagger: cues from the lexicon, spans from shallow grammar."""

from dataclasses import dataclass, field, replace

from accord.attribute.candidates import Candidate, Range
from accord.attribute.grading import confidence
from accord.attribute.passages import Passage, mask_furniture, passages
from accord.attribute.phrases import phrase_candidates
from accord.attribute.verbs import verb_candidates
from accord.model import Attribution, Document, Mode, Span

__all__ = ["RuleTagger", "candidates_of"]

# Tuned for attribution F1 on the development articles, tried 0.2 to 0.5; run
# evals/attribution/measure.py --gate again.
ACCEPTED_CONFIDENCE = 0.36
_QUOTE_MARKS = frozenset("“”„‟«»‹›\"'‘’‚‛`")


@dataclass(slots=True)
class _Report:
    """An accepted candidate with its content as it grows."""

    candidate: Candidate
    sentence: int
    confidence: float
    content: list[Range] = field(default_factory=list)


def candidates_of(passage: Passage) -> list[tuple[int, Candidate]]:
    """Find all candidates of a passage, each with the number of its sentence."""
    found: list[tuple[int, Candidate]] = []
    for number, sentence in enumerate(passage.sentences):
        found.extend((number, c) for c in verb_candidates(passage, sentence))
        found.extend((number, c) for c in phrase_candidates(passage, sentence))
    return found


class RuleTagger:
    """Finds attributions by lexicon and shallow grammar.

    Attributes:
        producer: Its name and version.
    """

    producer = "attribute.rules.v1"

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        """Find the attributions of one document.

        Returns:
            Attributions in text order, none in page furniture.
        """
        found: list[Attribution] = []
        for passage in passages(mask_furniture(document)):
            reports = _accept(passage)
            _go_on(passage, reports)
            found.extend(self._build(document, passage, r) for r in reports)
        return _nest(found)

    def _build(
        self, document: Document, passage: Passage, report: _Report
    ) -> Attribution:
        """Turn token ranges into spans of the document."""
        c = report.candidate
        return Attribution.of(
            document,
            source=_spans(passage, c.source),
            cue=_spans(passage, c.cue),
            content=tuple(_strip(passage, r) for r in report.content),
            mode=_mode(passage, report.content),
            produced_by=self.producer,
            confidence=round(report.confidence, 2),
        )


def _accept(passage: Passage) -> list[_Report]:
    """Keep the candidates that are graded high enough, one for each content."""
    reports: list[_Report] = []
    for number, candidate in candidates_of(passage):
        sure = confidence(candidate, passage)
        if sure >= ACCEPTED_CONFIDENCE:
            reports.append(_Report(candidate, number, sure, list(candidate.content)))
    kept: list[_Report] = []
    by_sentence: dict[int, list[_Report]] = {}
    for report in reports:
        by_sentence.setdefault(report.sentence, []).append(report)
    for group in by_sentence.values():
        group.sort(key=lambda r: (-r.confidence, r.candidate.cue))
        chosen: list[_Report] = []
        for report in group[:40]:
            if not any(_same(report, other) for other in chosen):
                chosen.append(report)
        kept.extend(chosen)
    kept.sort(key=lambda r: (r.sentence, r.candidate.cue))
    return kept


def _same(one: _Report, other: _Report) -> bool:
    """Tell whether two reports claim the same content."""
    a = {i for lo, hi in one.content for i in range(lo, hi)}
    b = {i for lo, hi in other.content for i in range(lo, hi)}
    return len(a & b) >= 0.8 * len(a | b)


def _go_on(passage: Passage, reports: list[_Report]) -> None:
    """Add quotations that go on behind the sentence with the cue."""
    cued = {r.sentence for r in reports}
    tokens = passage.tokens
    owner: _Report | None = None
    latest: dict[int, _Report] = {}
    for report in reports:
        if any(
            tokens[lo].quote >= 0 or tokens[hi - 1].quote >= 0
            for lo, hi in report.content
        ):
            latest[report.sentence] = report
    for number, sentence in enumerate(passage.sentences):
        if number in latest:
            owner = latest[number]
        elif number in cued:
            owner = None
        elif owner is not None and tokens[sentence.lo].quote >= 0:
            quotation = passage.quotations[tokens[sentence.lo].quote]
            end = min(sentence.hi, quotation.last + 1)
            if end - sentence.lo >= 0.8 * (sentence.hi - sentence.lo):
                owner.content.append((sentence.lo, sentence.hi))
            else:
                owner = None
        else:
            owner = None


def _spans(passage: Passage, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    """Turn token ranges into spans."""
    return tuple(passage.span(lo, hi) for lo, hi in ranges if hi > lo)


def _strip(passage: Passage, piece: Range) -> Span:
    """Drop the quotation marks around a fragment that is quoted as a whole."""
    lo, hi = piece
    tokens = passage.tokens
    number = tokens[lo].quote
    if number < 0 or tokens[hi - 1].quote != number:
        return passage.span(lo, hi)
    quotation = passage.quotations[number]
    if lo == quotation.first and hi - lo > 1:
        lo += 1
    if hi - 1 == quotation.last and quotation.is_closed and hi - lo > 1:
        hi -= 1
        if tokens[hi - 1].text == "," and hi - lo > 1:
            hi -= 1
    return passage.span(lo, hi)


def _mode(passage: Passage, content: list[Range]) -> Mode:
    """Say how much of a content stands in quotation marks."""
    words = [t for lo, hi in content for t in passage.tokens[lo:hi] if t.is_word]
    quoted = sum(t.quote >= 0 for t in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * len(words) else "mixed"


def _nest(found: list[Attribution]) -> tuple[Attribution, ...]:
    """Put attributions in text order and note which stands in which one's content.

    Cost:
        Linear in their number times the depth of nesting.
    """
    ordered = sorted(
        {a.id: a for a in found}.values(),
        key=lambda a: (a.hull.start, -a.hull.end, a.id),
    )
    open_ones: list[Attribution] = []
    nested: list[Attribution] = []
    for attribution in ordered:
        hull = attribution.hull
        open_ones = [a for a in open_ones if a.hull.end > hull.start][-8:]
        holders = [
            a for a in open_ones if any(span.contains(hull) for span in a.content.spans)
        ]
        if holders:
            holder = min(holders, key=lambda a: (len(a.content.hull), a.id))
            attribution = replace(attribution, nested_in=holder.id)
        nested.append(attribution)
        open_ones.append(attribution)
    return tuple(nested)
