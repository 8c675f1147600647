"""The position stage: acts, conditions, targets and statements."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from accord.ports import StanceJudge
from accord.position.acts import (
    act_hits,
    content_hits,
    read_act,
)
from accord.position.chains import DOES
from accord.position.conditions import (
    Condition,
    condition_hits,
    find_condition,
    modality_of,
)
from accord.position.conditions.provisos import find_proviso
from accord.position.context.anaphora import find_stand_ins
from accord.position.context.beneficiaries import leave_own_open
from accord.position.context.changes import drop_former
from accord.position.context.cues import act_of_cue
from accord.position.context.hearsay import (
    find_hearsay,
    find_pieces,
    give_bodies,
    is_told,
)
from accord.position.deeds import find_facts, find_holders
from accord.position.implied import find_anchors, main_issue, read_implied
from accord.position.issues import (
    Scene,
    compile_codebook,
    drop_asked,
    drop_named,
    find_targets,
)
from accord.position.judged import Candidate, ask_judge, find_candidates
from accord.position.meaning.operators import drop_names, find_operators
from accord.position.meaning.pointing import sign_of_deal
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
from accord.position.reported import (
    add_reported,
    find_wrong_sums,
    reported_digest,
)
from accord.position.stance import Words
from accord.position.statements import (
    SILENT,
    Holder,
    build_statements,
    is_anonymous,
    is_paper,
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
#: Sides less likely than this are left open where a judge is asked.
LEAST_LIKELY = 0.6
_AIMED_BY_SUBJECT = frozenset("demand call-for accuse criticise".split())


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rules read in a document.

    Attributes:
        page: The document prepared.
        attributions: Its attributions, with what the room adds.
        heard: Those that somebody's position may stand in, with their words.
        statements: The statements, as made.
        findings: What is in doubt.
    """

    page: Page
    attributions: tuple[Attribution, ...]
    heard: list[tuple[Attribution, Words]]
    statements: list[Statement]
    findings: list[Finding]


class PositionStage:
    """Reads acts and stances; a pure function of a dossier and a codebook.

    Args:
        codebook: The issues to code.
        judge: Gives a second opinion on every side; None for the rules alone.
        least: A side that rules and judge together hold for less likely is left open,
            in [0, 1].

    Attributes:
        producer: Its name and version.
    """

    producer = "position.rules.v2"

    def __init__(
        self,
        codebook: Codebook,
        *,
        judge: StanceJudge | None = None,
        least: float = LEAST_LIKELY,
    ) -> None:
        self.codebook = codebook
        self._judge = judge
        self._least = least
        self._compiled = compile_codebook(codebook)

    def fingerprint(self) -> str:
        """Hash everything that the output depends on besides the dossier."""
        issues = [
            [i.id, i.question, i.terms, i.options, i.poles.support, i.poles.oppose]
            for i in self.codebook.issues
        ]
        judge = (self._judge.producer, self._least) if self._judge else None
        return digest(self.producer, judge, lexicon_digest(), reported_digest(), issues)

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill in act, modality, condition and target, and make the statements.

        What an earlier run of this stage made is replaced.

        Cost:
            Linear in the length of the text.
        """
        read = self._read(dossier)
        statements, findings = read.statements, read.findings
        if self._judge is not None:
            statements = ask_judge(
                self._judge,
                read.page,
                self.codebook,
                attributions=read.attributions,
                statements=statements,
                least=self._least,
            )
        ordered = sorted(
            statements, key=lambda s: (s.evidence.start, s.evidence.end, s.issue, s.id)
        )
        done = replace(
            dossier,
            attributions=read.attributions,
            statements=_without_doubles(ordered),
        )
        done = add_reported(done, produced_by=self.producer)
        findings += find_wrong_sums(done, produced_by=self.producer)
        return done.with_findings("position", _without_doubles(findings))

    def candidates(self, dossier: Dossier) -> list[Candidate]:
        """Give what a judge is asked about a document, for whoever trains one."""
        read = self._read(dossier)
        return find_candidates(read.page, self.codebook, read.heard, read.statements)

    def _read(self, dossier: Dossier) -> _Read:
        """Read a document by the rules alone."""
        page = self._open(dossier)
        statements: list[Statement] = []
        findings: list[Finding] = []
        read = [_read_attribution(page, a) for a in dossier.attributions]
        attributions = tuple(attribution for attribution, _ in read)
        inner = _inner_contents(attributions)
        unheard = find_hearsay(read)
        unheard |= find_pieces(attributions)
        heard = [
            (a, words) for a, words in read if not is_paper(a) and a.id not in unheard
        ]
        for attribution, words in heard:
            beside = words_beside(
                page.tokens, page.sentence_of(attribution), attribution
            )
            apart = [
                page.tokens.range(child.content.start, child.content.end)
                for child in inner.get(attribution.id, ())
                if child.speaker != attribution.speaker
                and child.act not in SILENT
                and not words.act.governs
            ]
            for one in find_holders(page, attribution):
                holder = replace(one, beside=beside, apart=apart)
                self._state(page, holder, words, statements, findings)
        spoken = [
            a for a in dossier.attributions if not (is_paper(a) or is_anonymous(a))
        ]
        told: list[Statement] = []
        for holder, words in find_facts(page, spoken):
            self._state(page, holder, words, told, findings, sided_only=True)
        unknown = {a.id for a in dossier.attributions if is_anonymous(a)}
        statements = [
            s
            for s in statements
            if s.attribution not in unknown or not is_told(s, told)
        ]
        statements += give_bodies(told, attributions)
        statements = read_implied(
            page,
            self._compiled,
            spoken=heard,
            made=statements,
            produced_by=self.producer,
        )
        statements = list(drop_former(page, statements))
        statements = leave_own_open(page, statements, self.codebook)
        return _Read(page, attributions, heard, statements, findings)

    def _open(self, dossier: Dossier) -> Page:
        """Prepare a document."""
        text = dossier.document.text
        tokens = tokenise(text)
        operators = drop_names(find_operators(tokens), tokens, text)
        covered = mention_starts(dossier.mentions, tokens)
        targets = drop_named(find_targets(self._compiled, tokens), covered)
        main = main_issue(self.codebook, find_anchors(self.codebook, tokens))
        deal = 1 if main is None else sign_of_deal(self.codebook.issues[main])
        stand_ins = find_stand_ins(
            tokens, text, operators, targets, main=main, deal=deal
        )
        scene = Scene(
            tokens,
            covered,
            operators,
            sorted((*targets, *stand_ins), key=lambda target: target.first),
            drop_asked(self._compiled, tokens, condition_hits(tokens, text)),
            self._compiled.letting,
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
    content = page.content_of(attribution)
    if content and content.start and tokens.stems[content.start - 1] in _TURNS:
        # "urged them not | to give in": the "not" belongs to what is urged.
        content = range(content.start - 1, content.stop)
    content = _with_whole_verb(page, content)
    cue = range(content.start, content.start)
    if attribution.cue is not None:
        cue = tokens.range(attribution.cue.start, attribution.cue.end)
    voice = voice_of(attribution)
    condition = find_condition(page.scene.conditions, tokens, content)
    act = read_act(
        tokens,
        cue,
        content,
        cues=_between(page.cues, page.cue_starts, cue.start - _CUE_LEAD, cue.stop),
        contents=_outside(
            condition,
            _between(page.contents, page.content_starts, content.start, content.stop),
        ),
        covered=covered,
        voice=voice,
        asks=attribution.content.text.rstrip().endswith("?"),
    )
    act = act_of_cue(page.scene, cue, content, act)
    if condition is None:
        held = bool(act.governs) and not act.act.informs
        condition = find_proviso(page, content, attribution.hull.end, held=held)
    if condition is not None and act.act.id == "threaten":
        # What they threaten with may be all that was taken for what is said.
        content = range(content.start, max(content.stop, condition.last))
    words = Words(content, act, voice, condition)
    read = replace(
        attribution,
        act=act.act.id,
        modality=modality_of(
            tokens, content, conditional=condition is not None, turned=act.turned
        ),
        condition=_passage(page, condition, content, attribution.content.end),
        target=_target(page, cue, words),
    )
    return read, words


def _with_whole_verb(page: Page, content: range) -> range:
    """Begin with the verb that a content was cut from: "to call | off", "to stop | it"."""
    lead = page.scene.operators_in(content.start - _CUE_LEAD, content.start)
    stems, start = page.tokens.stems, content.start
    cut = (
        op.first
        for op in lead
        if op.kind in DOES
        and (op.last > start or (op.last == start and stems[op.first - 1] == "to"))
    )
    first = next(cut, start)
    return range(first, content.stop)


_TURNS = ("not", "never")
# "does not rule out" may begin before the words marked as cue.
_CUE_LEAD = 4


def _between(
    hits: Sequence[Hit[_L]], starts: Sequence[int], low: int, high: int
) -> Sequence[Hit[_L]]:
    """Give the hits that begin within ``[low, high)``."""
    return hits[bisect_left(starts, low) : bisect_left(starts, high)]


def _outside(condition: Condition | None, hits: Sequence[Hit[_L]]) -> Sequence[Hit[_L]]:
    """Leave out the hits within a condition: "provided that they have to pay"."""
    if condition is None:
        return hits
    inside = range(condition.first, condition.last)
    return [hit for hit in hits if hit.first not in inside]


def _passage(
    page: Page, condition: Condition | None, content: range, end: int
) -> Passage | None:
    """Cut out a condition, which ends with the content if it stands in it."""
    if condition is None:
        return None
    start = page.tokens.starts[condition.shown]
    outside = condition.shown >= content.stop or condition.last <= content.start
    if outside or start >= end:
        # It follows the content, or stands where a cut-off content goes on.
        return page.document.passage(start, page.tokens.ends[condition.last - 1])
    last = page.tokens.ends[condition.last - 1]
    cut = condition.last <= content.stop
    return page.document.passage(start, min(end, last) if cut else last)


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
