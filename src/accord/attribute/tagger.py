"""The rule-based tagger: cues from the lexicon, spans from shallow grammar."""

from dataclasses import dataclass, field, replace

from accord.attribute.cues import Candidate, Range
from accord.attribute.grading import ANNOUNCING, confidence
from accord.attribute.headlines import headline_candidates
from accord.attribute.lexicon import lexicon
from accord.attribute.passages import Passage, mask_furniture, passages
from accord.attribute.phrases import passed_on_by, phrase_candidates
from accord.attribute.sources import main_subject
from accord.attribute.verbs import verb_candidates
from accord.model import Attribution, Document, Mode, Span, Via

__all__ = ["RuleTagger", "candidates_of"]

# Tuned for attribution F1 on the development articles, tried 0.2 to 0.5; run
# evals/attribution/measure.py --gate again.
ACCEPTED_CONFIDENCE = 0.29
# Bounds the pairwise comparison within one sentence.
MOST_IN_A_SENTENCE = 40
SHORTEST_QUOTATION_WORDS = 4
DEEPEST_NESTING = 8


@dataclass(slots=True)
class _Report:
    """An accepted candidate with its content as it grows over paragraphs."""

    passage: Passage
    candidate: Candidate
    sentence: int
    confidence: float
    content: list[tuple[Passage, Range]] = field(default_factory=list)


def candidates_of(passage: Passage) -> list[tuple[int, Candidate]]:
    """Find all candidates of a passage, each with the number of its sentence."""
    found: list[tuple[int, Candidate]] = [(0, c) for c in headline_candidates(passage)]
    for number, sentence in enumerate(passage.sentences):
        found.extend((number, c) for c in verb_candidates(passage, sentence))
        found.extend((number, c) for c in phrase_candidates(passage, sentence))
    return found


class RuleTagger:
    """Finds attributions by lexicon and shallow grammar.

    In documents whose language is known and not English it finds quotations alone,
    without source and cue.

    Attributes:
        producer: Its name and version.
    """

    producer = "attribute.rules.v1"

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        """Find the attributions of one document.

        Returns:
            Attributions in text order, none in page furniture.
        """
        is_english = document.language in {None, "en"}
        reports: list[_Report] = []
        before: list[_Report] = []
        waiting: list[tuple[Passage, Range]] = []
        for passage in passages(mask_furniture(document)):
            found = _accept(passage) if is_english else _quotations(passage)
            if is_english:
                _go_on(passage, found, before)
                waiting = _take_up(passage, found, waiting)
            reports.extend(found)
            before = found
        return _nest([self._build(document, r) for r in reports if r.content])

    def _build(self, document: Document, report: _Report) -> Attribution:
        """Turn token ranges into spans of the document."""
        c = report.candidate
        passage = report.passage
        content = tuple(_strip(p, r) for p, r in report.content)
        found = Attribution.of(
            document,
            source=document.clear(_spans(passage, c.source)),
            cue=document.clear(_spans(passage, c.cue)),
            content=document.clear(content),
            mode="direct" if c.form == "turn" else _mode(report.content),
            produced_by=self.producer,
            confidence=round(report.confidence, 2),
        )
        if c.via is None:
            return found
        span = passage.span(*c.via)
        words = document.text[span.start : span.end]
        return replace(found, via=(Via(None, words, span.start, span.end),))


def _accept(passage: Passage) -> list[_Report]:
    """Keep the candidates that are graded high enough, one for each content."""
    by_sentence: dict[int, list[_Report]] = {}
    for number, candidate in candidates_of(passage):
        sure = confidence(candidate, passage)
        if sure >= ACCEPTED_CONFIDENCE:
            content = [(passage, r) for r in candidate.content]
            by_sentence.setdefault(number, []).append(
                _Report(passage, candidate, number, sure, content)
            )
    kept: list[_Report] = []
    for group in by_sentence.values():
        group.sort(key=lambda r: (-r.confidence, r.candidate.cue))
        chosen: list[_Report] = []
        for report in group[:MOST_IN_A_SENTENCE]:
            if not any(_same(report, other) for other in chosen):
                chosen.append(report)
        kept.extend(chosen)
    kept.sort(key=lambda r: (r.sentence, r.candidate.cue))
    _announce(passage, kept)
    _pass_on(passage, kept)
    return kept


def _announce(passage: Passage, reports: list[_Report]) -> None:
    """Let a paragraph that ends in a colon announce the quotation below it."""
    tokens = passage.tokens
    number = len(passage.sentences) - 1
    if tokens[-1].text != ":" or any(r.sentence == number for r in reports):
        return
    end = len(tokens) - 1
    source = main_subject(tokens, end, passage.sentences[number].lo)
    if source:
        candidate = Candidate(
            kind="verb",
            lemma="colon",
            form="finite",
            frame="announce",
            source=source,
            cue=((end, end + 1),),
            content=(),
        )
        reports.append(_Report(passage, candidate, number, ANNOUNCING))


def _pass_on(passage: Passage, reports: list[_Report]) -> None:
    """Note who passed words on: ‘... he said, as reported by the agency’."""
    for number in sorted({r.sentence for r in reports}):
        passer = passed_on_by(passage, passage.sentences[number])
        if passer is None:
            continue
        for report in reports:
            c = report.candidate
            if report.sentence == number and c.via is None and passer not in c.source:
                report.candidate = replace(c, via=passer)


def _same(one: _Report, other: _Report) -> bool:
    """Tell whether two reports claim the same content."""
    a = {i for _, (lo, hi) in one.content for i in range(lo, hi)}
    b = {i for _, (lo, hi) in other.content for i in range(lo, hi)}
    return len(a & b) >= 0.8 * max(1, len(a | b))


def _quotations(passage: Passage) -> list[_Report]:
    """Report the longer quotations of a text whose language is not known here."""
    found: list[_Report] = []
    for quotation in passage.quotations:
        piece = (quotation.first, quotation.last + 1)
        words = sum(t.is_word for t in passage.tokens[piece[0] : piece[1]])
        if words >= SHORTEST_QUOTATION_WORDS and not quotation.is_single:
            bare = Candidate(
                kind="quotation",
                lemma="",
                form="",
                frame="quote",
                source=(),
                cue=(),
                content=(piece,),
            )
            found.append(_Report(passage, bare, 0, 0.3, [(passage, piece)]))
    return found


def _go_on(passage: Passage, reports: list[_Report], before: list[_Report]) -> None:
    """Add quotations that go on behind the sentence or paragraph with the cue.

    Args:
        passage: The paragraph.
        reports: Its reports.
        before: The reports of the paragraph before.
    """
    cued = {r.sentence for r in reports if r.content}
    latest = {r.sentence: r for r in reports if _speaks(r)}
    owner = _heir(passage, before)
    for number, sentence in enumerate(passage.sentences):
        if number in latest:
            owner = latest[number]
        elif number in cued or not is_quoted(passage, number):
            owner = None
        elif owner is not None:
            owner.content.append((passage, (sentence.lo, sentence.hi)))


def _take_up(
    passage: Passage, reports: list[_Report], waiting: list[tuple[Passage, Range]]
) -> list[tuple[Passage, Range]]:
    """Give a report the paragraphs of its quotation that stand before its cue.

    Returns:
        Quotations that are still open and nobody's.
    """
    if waiting and passage.continued:
        for report in reports:
            if any(p is passage and lo == 0 for p, (lo, _) in report.content):
                report.content[:0] = waiting
                waiting = []
                break
    elif waiting:
        waiting = []
    if not passage.quotations or passage.quotations[-1].is_closed:
        return []
    last = passage.quotations[-1]
    owned = any(
        p is passage and lo <= last.first < hi
        for r in reports
        for p, (lo, hi) in r.content
    )
    if owned:
        return []
    waiting.append((passage, (last.first, last.last + 1)))
    return waiting


def _heir(passage: Passage, before: list[_Report]) -> _Report | None:
    """Find the report of the paragraph before that a quotation here goes on from."""
    speaking = [r for r in before if _speaks(r)]
    if not speaking or not is_quoted(passage, 0):
        return None
    last = speaking[-1]
    above = last.passage
    announced = above.tokens[-1].text == ":"
    quoted = any(t.quote >= 0 for p, (a, b) in last.content for t in p.tokens[a:b])
    alone = all(is_quoted(passage, n) for n in range(len(passage.sentences)))
    return last if announced or (quoted and alone) else None


def is_quoted(passage: Passage, number: int) -> bool:
    """Tell whether a sentence opens with a quotation that nearly fills it."""
    sentence = passage.sentences[number]
    first = passage.tokens[sentence.lo]
    if first.quote < 0:
        return False
    inside = sum(t.quote >= 0 for t in passage.tokens[sentence.lo : sentence.hi])
    return inside >= 0.8 * (sentence.hi - sentence.lo)


def _speaks(report: _Report) -> bool:
    """Tell whether a report is of speech that a quotation may go on from."""
    if report.candidate.frame == "announce":
        return True
    tokens = report.passage.tokens
    lo, hi = report.candidate.cue[0] if report.candidate.cue else (0, 1)
    if tokens[lo].quote >= 0 or report.candidate.kind != "verb":
        return False
    if any(t.quote >= 0 for p, (a, b) in report.content for t in p.tokens[a:b]):
        return True
    forms = lexicon().verbs.get(tokens[hi - 1].low, ())
    return any(not form.classes.isdisjoint({"say", "tell"}) for form in forms)


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


def _mode(content: list[tuple[Passage, Range]]) -> Mode:
    """Say how much of a content stands in quotation marks."""
    words = [t for p, (lo, hi) in content for t in p.tokens[lo:hi] if t.is_word]
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
        open_ones = [a for a in open_ones if a.hull.end > hull.start][-DEEPEST_NESTING:]
        holders = [
            a for a in open_ones if any(span.contains(hull) for span in a.content.spans)
        ]
        holder = min(holders, key=_content_length, default=None)
        nested.append(
            replace(attribution, nested_in=holder.id) if holder else attribution
        )
        open_ones.append(attribution)
    return tuple(sorted(nested, key=_place))


def _place(attribution: Attribution) -> tuple[int, int, str]:
    """Sort key: where it begins, then where its content does."""
    return attribution.hull.start, attribution.content.start, attribution.id


def _content_length(attribution: Attribution) -> tuple[int, str]:
    """Sort key: the shortest content first."""
    return len(attribution.content.hull), attribution.id
