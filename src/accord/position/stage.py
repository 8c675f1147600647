"""The position stage: acts, conditions, targets and statements."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from accord.model import (
    ActorRef,
    Attribution,
    Codebook,
    Document,
    Dossier,
    Finding,
    Passage,
    Statement,
    digest,
)
from accord.position.acts import (
    ActReading,
    act_hits,
    acts,
    content_hits,
    is_turned,
    read_act,
)
from accord.position.chains import BREAKS
from accord.position.conditions import (
    Condition,
    condition_hits,
    find_condition,
    modality_of,
)
from accord.position.issues import (
    Scene,
    compile_codebook,
    find_operators,
    find_targets,
)
from accord.position.parties import (
    Voice,
    actor_before,
    find_target,
    mention_starts,
    subject_of,
    voice_of,
)
from accord.position.phrases import (
    SENTENCE_END,
    Hit,
    Tokens,
    lexicon_digest,
    tokenise,
)
from accord.position.reported import add_reported, reported_digest
from accord.position.stance import Words
from accord.position.statements import (
    SILENT,
    Holder,
    build_statements,
    holder_of,
    words_beside,
)

__all__ = ["PositionStage"]


class _HasId(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str: ...


_L = TypeVar("_L")
_R = TypeVar("_R", bound=_HasId)

_SENTENCE_TOKENS = 80
# Acts that a text may report as a fact without a word of speech.
_FACT_ACTS = frozenset(
    (
        "demand call-for propose offer promise agree accept reject refuse support "
        "threaten insist criticise"
    ).split()
)
_FACT_CONFIDENCE = 0.5
_FACT_TOKENS = 25
_AIMED = frozenset(
    (
        "accuse criticise praise call-for demand threaten warn ask promise offer support "
        "reject doubt refuse"
    ).split()
)
_AIMED_BY_SUBJECT = frozenset("demand call-for accuse criticise".split())


@dataclass(frozen=True)
class _Page:
    """A document with everything that is looked up in it."""

    document: Document
    scene: Scene
    cues: list[Hit[tuple[str, int]]]
    contents: list[Hit[str]]

    @property
    def tokens(self) -> Tokens:
        return self.scene.tokens

    @cached_property
    def cue_starts(self) -> list[int]:
        return [hit.first for hit in self.cues]

    @cached_property
    def content_starts(self) -> list[int]:
        return [hit.first for hit in self.contents]

    def sentence_of(self, attribution: Attribution) -> range:
        """Find the sentence of the cue, or of the content where there is none."""
        anchor = attribution.cue or attribution.content
        place = self.tokens.range(anchor.start, anchor.end)
        return self.sentence(place) if place else place

    def sentence(self, place: range) -> range:
        """Find the sentence around some tokens, within reach."""
        stems = self.tokens.stems
        low, high = place.start, place.stop
        while (
            low > max(0, place.start - _SENTENCE_TOKENS)
            and stems[low - 1] != SENTENCE_END
        ):
            low -= 1
        last = min(len(stems), place.stop + _SENTENCE_TOKENS)
        while high < last and stems[high - 1] != SENTENCE_END:
            high += 1
        return range(low, high)


class PositionStage:
    """Reads acts and stances; a pure function of a dossier and a codebook.

    Args:
        codebook: The issues to code.

    Attributes:
        producer: Its name and version.
    """

    producer = "position.rules.v1"

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._compiled = compile_codebook(codebook)

    def fingerprint(self) -> str:
        """Hash everything that the output depends on besides the dossier."""
        issues = [
            [i.id, i.question, i.terms, i.options, i.poles.support, i.poles.oppose]
            for i in self.codebook.issues
        ]
        return digest(self.producer, lexicon_digest(), reported_digest(), issues)

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill in act, modality, condition and target, and make the statements.

        What an earlier run of this stage made is replaced.

        Cost:
            Linear in the length of the text.
        """
        page = self._open(dossier)
        statements: list[Statement] = []
        findings: list[Finding] = []
        read = [_read_attribution(page, a) for a in dossier.attributions]
        attributions = tuple(attribution for attribution, _ in read)
        inner = _inner_contents(attributions)
        for attribution, words in read:
            holder = replace(
                holder_of(page.document, attribution),
                beside=words_beside(
                    page.tokens, page.sentence_of(attribution), attribution
                ),
                apart=[
                    page.tokens.range(child.content.start, child.content.end)
                    for child in inner.get(attribution.id, ())
                    if child.speaker != attribution.speaker and child.act not in SILENT
                ],
            )
            self._state(page, holder, words, statements, findings)
        for holder, words in _facts(page, dossier.attributions):
            self._state(page, holder, words, statements, findings, sided_only=True)
        ordered = sorted(
            statements, key=lambda s: (s.evidence.start, s.evidence.end, s.issue, s.id)
        )
        done = replace(
            dossier,
            attributions=attributions,
            statements=_without_doubles(ordered),
        )
        done = add_reported(done, produced_by=self.producer)
        return done.with_findings("position", _without_doubles(findings))

    def _open(self, dossier: Dossier) -> _Page:
        """Prepare a document."""
        tokens = tokenise(dossier.document.text)
        scene = Scene(
            tokens,
            mention_starts(dossier.mentions, tokens),
            find_operators(tokens),
            find_targets(self._compiled, tokens),
            condition_hits(tokens, dossier.document.text),
        )
        markers = {hit.first for hit in scene.conditions}
        contents = [hit for hit in content_hits(tokens) if hit.first not in markers]
        return _Page(dossier.document, scene, act_hits(tokens), contents)

    def _state(
        self,
        page: _Page,
        holder: Holder,
        words: Words,
        statements: list[Statement],
        findings: list[Finding],
        *,
        sided_only: bool = False,
    ) -> None:
        """Add what is stated in one stretch of words."""
        made, doubts = build_statements(
            page.document,
            page.scene,
            self._compiled,
            holder,
            words,
            produced_by=self.producer,
        )
        if sided_only:
            made, doubts = [s for s in made if s.stance != "unclear"], []
        statements.extend(made)
        findings.extend(doubts)


def _read_attribution(
    page: _Page, attribution: Attribution
) -> tuple[Attribution, Words]:
    """Read one attribution's act, modality, condition and target."""
    tokens, covered = page.tokens, page.scene.covered
    content = tokens.range(attribution.content.start, attribution.content.end)
    cue = range(content.start, content.start)
    if attribution.cue is not None:
        cue = tokens.range(attribution.cue.start, attribution.cue.end)
    voice = voice_of(attribution)
    act = read_act(
        tokens,
        cue,
        content,
        cues=_between(page.cues, page.cue_starts, cue.start - _CUE_LEAD, cue.stop),
        contents=_between(
            page.contents, page.content_starts, content.start, content.stop
        ),
        covered=covered,
        voice=voice,
        asks=attribution.content.text.rstrip().endswith("?"),
    )
    condition = find_condition(page.scene.conditions, tokens, content)
    words = Words(content, act, voice, condition)
    read = replace(
        attribution,
        act=act.act.id,
        modality=modality_of(
            tokens, content, conditional=condition is not None, turned=act.turned
        ),
        condition=_passage(page, condition, attribution.content.end),
        target=_target(page, cue, words),
    )
    return read, words


# "does not rule out" may begin before the words marked as cue.
_CUE_LEAD = 4


def _between(
    hits: Sequence[Hit[_L]], starts: Sequence[int], low: int, high: int
) -> Sequence[Hit[_L]]:
    """Give the hits that begin within ``[low, high)``."""
    return hits[bisect_left(starts, low) : bisect_left(starts, high)]


def _passage(page: _Page, condition: Condition | None, end: int) -> Passage | None:
    """Cut out a condition, which ends with the content at the latest."""
    if condition is None:
        return None
    start = page.tokens.starts[condition.first]
    return page.document.passage(start, min(end, page.tokens.ends[condition.last - 1]))


def _target(page: _Page, cue: range, words: Words) -> ActorRef | None:
    """Find whom the act is aimed at."""
    act = words.act.act.id
    if act not in _AIMED:
        return None
    tokens, covered = page.tokens, page.scene.covered
    if words.act.from_content:
        if act not in _AIMED_BY_SUBJECT or words.act.cue is None:
            return None
        return subject_of(
            tokens, covered, words.act.cue[0], words.content.start, words.voice
        )
    begin = words.act.cue[0] + 1 if words.act.cue else cue.stop
    return find_target(tokens, covered, begin, words.voice)


def _inner_contents(
    attributions: Sequence[Attribution],
) -> dict[str, list[Attribution]]:
    """Map an attribution to those nested in it."""
    inner: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        if attribution.nested_in is not None:
            inner.setdefault(attribution.nested_in, []).append(attribution)
    return inner


def _facts(
    page: _Page, attributions: Sequence[Attribution]
) -> Iterator[tuple[Holder, Words]]:
    """Find sides taken that are reported as facts: "Norland backed the talks"."""
    taken = [page.tokens.range(a.hull.start, a.hull.end) for a in attributions]
    starts = [place.start for place in sorted(taken, key=lambda r: (r.start, r.stop))]
    reach = _reaches(sorted(taken, key=lambda r: (r.start, r.stop)))
    last_sentence = -1
    for hit in page.cues:
        name, sign = hit.label
        if name not in _FACT_ACTS or not sign or hit.first < last_sentence:
            continue
        # What an attribution reports is read there.
        place = bisect_left(starts, hit.last)
        if place and reach[place - 1] > hit.first:
            continue
        sentence = page.sentence(range(hit.first, hit.last))
        found = _fact(page, hit, sentence)
        if found is not None:
            last_sentence = sentence.stop
            yield found


def _reaches(places: Sequence[range]) -> list[int]:
    """Give how far the first n places reach together."""
    reached: list[int] = []
    for place in places:
        reached.append(max(place.stop, reached[-1] if reached else 0))
    return reached


def _fact(
    page: _Page, hit: Hit[tuple[str, int]], sentence: range
) -> tuple[Holder, Words] | None:
    """Read one side taken; None if nobody known takes it."""
    tokens, document = page.tokens, page.document
    name, sign = hit.label
    who = actor_before(tokens, page.scene.covered, hit.first, sentence.start)
    last = next(
        (
            at
            for at in range(hit.last, sentence.stop)
            if tokens.stems[at] in BREAKS or tokens.stems[at] == ","
        ),
        sentence.stop,
    )
    content = range(hit.last, min(last, hit.last + _FACT_TOKENS))
    if who is None or who.actor is None or not content:
        return None
    evidence = document.passage(who.start, tokens.ends[content.stop - 1])
    if document.is_furniture(evidence.span):
        return None
    act = acts()[name]
    turned = is_turned(tokens, hit.first)
    voice = Voice(
        frozenset((who.actor,)), frozenset(tokenise(who.text).stems), quoted=False
    )
    reading = ActReading(
        act,
        -sign if turned else sign,
        act.weight,
        turned,
        (hit.first, hit.last),
        from_content=False,
    )
    condition = find_condition(page.scene.conditions, tokens, content)
    holder = Holder(
        attribution=None,
        actor=who.actor,
        name=who.name,
        speaks_for=None,
        when=document.published,
        evidence=evidence,
        confidence=round(_FACT_CONFIDENCE * who.confidence, 3),
    )
    return holder, Words(content, reading, voice, condition)


def _without_doubles(records: Sequence[_R]) -> tuple[_R, ...]:
    """Keep the first record of each id."""
    return tuple({record.id: record for record in reversed(records)}.values())[::-1]
