"""The position stage: acts, conditions, targets and statements."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from accord.model import (
    Attribution,
    Codebook,
    Dossier,
    Finding,
    Statement,
    digest,
)
from accord.ports import StanceJudge
from accord.position.acts import act_hits, content_hits
from accord.position.anaphora.finding import find_stand_ins
from accord.position.conditions import condition_hits
from accord.position.context.beneficiaries import leave_own_open
from accord.position.context.changes import drop_former
from accord.position.context.hearsay import (
    find_hearsay,
    find_pieces,
    give_bodies,
    is_told,
)
from accord.position.context.repeats import find_repeats
from accord.position.deeds import find_facts, find_holders
from accord.position.hearing import read_attribution
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
from accord.position.page import Page, read_tokens
from accord.position.parties import mention_starts
from accord.position.phrases import lexicon_digest
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


_FIRST_PERSON = frozenset(("I", "We", "we"))
_R = TypeVar("_R", bound=_HasId)

#: Sides less likely than this are left open where a judge is asked.
LEAST_LIKELY = 0.7


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
        read = [read_attribution(page, a) for a in dossier.attributions]
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
                and not _is_own_voice(child)
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
        tokens = read_tokens(text)
        operators = drop_names(find_operators(tokens), tokens, text)
        covered = mention_starts(dossier.mentions, tokens)
        targets = drop_named(find_targets(self._compiled, tokens), covered)
        targets = sorted(
            (*targets, *find_repeats(tokens, text, targets)),
            key=lambda target: target.first,
        )
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
            self._compiled.standing,
        )
        markers = {hit.first for hit in scene.conditions}
        contents = [hit for hit in content_hits(tokens) if hit.first not in markers]
        acts = drop_names(act_hits(tokens), tokens, text)
        return Page(dossier.document, scene, acts, contents)

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


def _is_own_voice(child: Attribution) -> bool:
    """Tell "I for one | support" within somebody's words: it is the same voice."""
    words = child.source.text.split() if child.source is not None else []
    return bool(words) and words[0] in _FIRST_PERSON


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
