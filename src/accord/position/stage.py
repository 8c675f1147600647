"""The position stage: acts, conditions, targets and statements."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from accord.model import (
    ActorRef,
    Attribution,
    Codebook,
    Dossier,
    Finding,
    Passage,
    Statement,
    digest,
)
from accord.position.acts import (
    act_hits,
    content_hits,
    read_act,
)
from accord.position.conditions import (
    Condition,
    condition_hits,
    find_condition,
    modality_of,
)
from accord.position.facts import find_facts
from accord.position.issues import (
    Scene,
    compile_codebook,
    find_operators,
    find_targets,
)
from accord.position.page import Page
from accord.position.parties import (
    find_target,
    mention_starts,
    subject_of,
    voice_of,
)
from accord.position.phrases import (
    Hit,
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

_AIMED = frozenset(
    (
        "accuse criticise praise call-for demand threaten warn ask promise offer support "
        "reject doubt refuse"
    ).split()
)
_AIMED_BY_SUBJECT = frozenset("demand call-for accuse criticise".split())


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
        for holder, words in find_facts(page, dossier.attributions):
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

    def _open(self, dossier: Dossier) -> Page:
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
        return Page(dossier.document, scene, act_hits(tokens), contents)

    def _state(
        self,
        page: Page,
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
    page: Page, attribution: Attribution
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


def _passage(page: Page, condition: Condition | None, end: int) -> Passage | None:
    """Cut out a condition, which ends with the content at the latest."""
    if condition is None:
        return None
    start = page.tokens.starts[condition.first]
    return page.document.passage(start, min(end, page.tokens.ends[condition.last - 1]))


def _target(page: Page, cue: range, words: Words) -> ActorRef | None:
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


def _without_doubles(records: Sequence[_R]) -> tuple[_R, ...]:
    """Keep the first record of each id."""
    return tuple({record.id: record for record in reversed(records)}.values())[::-1]
