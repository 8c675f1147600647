"""Statements: who takes which side on which issue, with the words that prove it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.model import (
    Attribution,
    Document,
    Finding,
    Passage,
    Stance,
    Statement,
    StatementCue,
    content_id,
)
from accord.position.claims import read_claim
from accord.position.conditions.amounts import within_bounds
from accord.position.conditions.strings import with_strings
from accord.position.context.former import turn_since
from accord.position.context.undone import is_turned_behind
from accord.position.done import is_own_deed, read_own_deed
from accord.position.holding.holders import (
    UNNAMED,
    Holder,
    holder_of,
    is_anonymous,
    is_paper,
)
from accord.position.holding.nobodies import is_nobody
from accord.position.issues import Compiled, Scene, Target
from accord.position.phrases import Tokens, stem_set
from accord.position.stance import Reading, Words, read_context, read_target

__all__ = [
    "SILENT",
    "UNNAMED",
    "Holder",
    "build_statements",
    "holder_of",
    "is_anonymous",
    "is_nobody",
    "is_paper",
    "make_statement",
    "words_beside",
]

#: Acts that take no side whatever they speak of.
SILENT = frozenset(("decline-comment", "negotiate", "ask"))
_LONGEST_CONTEXT_TOKENS = 60
_CUE_REACH = 4
_TOPIC_WORDS = stem_set("on about regarding concerning as ask question over with")
_SAYS_MORE = stem_set("on of for in against at with from to")
_ARTICLES = stem_set("the a an its their his her our all any this that these those")
_CONDITIONAL_STRENGTH = 0.4
_TORN = 0.25


def build_statements(
    document: Document,
    scene: Scene,
    compiled: Compiled,
    holder: Holder,
    words: Words,
    *,
    produced_by: str,
) -> tuple[list[Statement], list[Finding]]:
    """State the sides taken in one stretch of words.

    Args:
        document: The document.
        scene: The document prepared.
        compiled: The codebook prepared.
        holder: Who holds what is said.
        words: What is said.
        produced_by: The producer to name.

    Returns:
        At most one statement an issue, in codebook order; findings where words are
        torn or the issue stands beside them only.
    """
    statements: list[Statement] = []
    findings: list[Finding] = []
    if words.act.act.id in SILENT:
        return statements, findings
    for issue, targets in _by_issue(scene, holder, words):
        reading, torn, near = _read(scene, words, targets)
        if reading is None or (holder.actor is None and not reading.sign):
            continue
        if is_nobody(holder.name, known=holder.actor is not None):
            break
        if holder.name == UNNAMED:
            findings.append(_nobody(document, holder, produced_by))
            break
        made = make_statement(
            document,
            scene,
            compiled,
            holder=holder,
            words=words,
            issue=issue,
            reading=reading,
            produced_by=produced_by,
        )
        statements.append(made)
        note = _doubt(torn=torn, near=near)
        if note is not None:
            findings.append(
                Finding.about(
                    document,
                    note[0],
                    note=f"{note[1]} Issue: {made.issue}.",
                    produced_by=produced_by,
                    span=holder.evidence.span,
                )
            )
    return statements, findings


def _nobody(document: Document, holder: Holder, produced_by: str) -> Finding:
    """Doubt a stance that no words give to anybody."""
    return Finding.about(
        document,
        "stance-without-speaker",
        note="The words take a side, but the text does not say whose.",
        produced_by=produced_by,
        span=holder.evidence.span,
    )


def _doubt(*, torn: bool, near: bool) -> tuple[str, str] | None:
    """Name a doubt about a statement."""
    if torn:
        return "torn-stance", "The words speak for both sides."
    if near:
        return "stance-by-context", "The issue is named beside the words, not in them."
    return None


def _by_issue(
    scene: Scene, holder: Holder, words: Words
) -> Iterator[tuple[int, list[tuple[Target, bool]]]]:
    """Group the places that speak of an issue; those beside only if none is inside."""
    inside: dict[int, list[tuple[Target, bool]]] = {}
    start = words.content.start
    # A pole may begin in the cue: "is ready for" and "talks".
    for target in scene.targets_in(start - _CUE_REACH, words.content.stop):
        if target.last > start and not any(
            target.first in other for other in holder.apart
        ):
            inside.setdefault(target.issue, []).append((target, False))
    # Who speaks of another issue says nothing of the one that the sentence opens with.
    for place in () if inside else holder.beside:
        for target in scene.targets_in(place.start, place.stop):
            found = inside.setdefault(target.issue, [])
            if not any(not near for _, near in found) and not target.pole:
                found.append((target, True))
    for issue in sorted(inside):
        if inside[issue]:
            yield issue, inside[issue]


def _read(
    scene: Scene, words: Words, targets: Sequence[tuple[Target, bool]]
) -> tuple[Reading | None, bool, bool]:
    """Read all places of one issue; None if nothing is to be said."""
    near = all(n for _, n in targets)
    if near:
        if len(words.content) > _LONGEST_CONTEXT_TOKENS:
            return None, False, True
        reading = read_context(scene, words, targets[0][0])
        return (reading if reading.sign else None), False, True
    leading = _leading(scene, [target for target, _ in targets])
    readings = [_read_place(scene, words, target) for target in leading]
    reading, torn = weigh(readings)
    if reading.sign or torn:
        return reading, torn, False
    return (reading if _is_clear([t for t, _ in targets]) else None), False, False


def _leading(scene: Scene, targets: Sequence[Target]) -> list[Target]:
    """Leave out what only says more of the place before: "the tax on | second homes".

    Where both point the same way nothing is lost or gained.
    """
    kept: list[Target] = []
    for target in targets:
        before = kept[-1] if kept else None
        if before is None or before.pole or target.pole:
            kept.append(target)
            continue
        if before.last == target.first and not (before.deed or target.deed):
            # "The Ulven | dam" is a dam.
            kept[-1] = target
            continue
        between = scene.tokens.stems[before.last : target.first]
        alike = before.sign == target.sign and not before.deed
        leads = bool(between) and between[0] in _SAYS_MORE
        if alike or not (leads and {*between[1:]} <= _ARTICLES):
            kept.append(target)
    return kept


def _read_place(scene: Scene, words: Words, target: Target) -> Reading:
    """Read one place, which may begin with the cue itself: "ratified | the treaty"."""
    if is_own_deed(words, target):
        return read_own_deed(scene, words, target)
    claim = read_claim(scene, words, target)
    if claim is not None:
        return claim
    reading = read_target(scene, words, target)
    if reading.sign and is_turned_behind(scene, words, target):
        reading = replace(reading, sign=-reading.sign)
    reading = within_bounds(scene, words, target, reading)
    reading = with_strings(scene, words, target, reading)
    return replace(
        reading, sign=reading.sign * turn_since(scene, words, target, reading.sign)
    )


def _is_clear(targets: Sequence[Target]) -> bool:
    """Tell whether an issue is spoken of beyond doubt: a phrase, or two words."""
    terms = [target for target in targets if not target.pole]
    return len(terms) > 1 or any(t.last - t.first > 1 for t in terms)


def make_statement(
    document: Document,
    scene: Scene,
    compiled: Compiled,
    *,
    holder: Holder,
    words: Words,
    issue: int,
    reading: Reading,
    produced_by: str,
) -> Statement:
    """Write one statement."""
    issue_id = compiled.codebook.issues[issue].id
    evidence = holder.evidence
    certainty = reading.certainty * (0.85 if compiled.derived[issue] else 1.0)
    return Statement(
        id=content_id(
            "statement",
            document.id,
            evidence.start,
            evidence.end,
            holder.actor or holder.name,
            issue_id,
        ),
        produced_by=produced_by,
        attribution=holder.attribution,
        document=document.id,
        actor=holder.actor,
        name=holder.name,
        speaks_for=holder.speaks_for,
        issue=issue_id,
        option=_option(scene, compiled, words, issue),
        stance=stance_of(reading),
        strength=strength_of(reading),
        act=words.act.act.id,
        when=holder.when,
        evidence=evidence,
        cues=tuple(_cues(document, scene, evidence, reading, words)),
        confidence=round(min(1.0, holder.confidence * certainty), 3),
        rule=f"{'said' if holder.attribution else 'told'}.{reading.rule or 'open'}",
    )


def stance_of(reading: Reading) -> Stance:
    """Name the side of a reading."""
    if not reading.sign:
        return "unclear"
    if reading.conditional:
        return "conditional"
    return "support" if reading.sign > 0 else "oppose"


def _option(scene: Scene, compiled: Compiled, words: Words, issue: int) -> str | None:
    """Find the option whose words all stand in the content."""
    options = compiled.options[issue]
    if not options:
        return None
    present = {scene.tokens.stems[at] for at in words.content}
    return next((option for option, needed in options if needed <= present), None)


def _cues(
    document: Document, scene: Scene, evidence: Passage, reading: Reading, words: Words
) -> Iterator[StatementCue]:
    """Cut out the words that decided, as far as they stand in the evidence."""
    wanted = set(reading.cues)
    if words.act.cue is not None:
        wanted.add((*words.act.cue, f"act:{words.act.act.id}"))
    for first, last, says in sorted(wanted):
        start, end = scene.tokens.starts[first], scene.tokens.ends[last - 1]
        if evidence.start <= start and end <= evidence.end:
            passage = document.passage(start, end)
            yield StatementCue(start, end, passage.text, says)


def weigh(readings: Sequence[Reading]) -> tuple[Reading, bool]:
    """Settle several readings of one issue in the same words.

    Returns:
        The reading to keep, with sign 0 if they are torn; and whether they are torn.
    """
    sided = [r for r in readings if r.sign]
    # What the codebook itself gives a side to says more than a term.
    sided = [r for r in sided if r.pole] or sided
    # What a condition names is the less telling place of two.
    sided = [r for r in sided if r.rule != "condition"] or sided
    if not sided:
        return readings[0], False
    best = {
        sign: max(
            (r for r in sided if r.sign == sign),
            key=lambda r: r.weight * r.certainty,
            default=None,
        )
        for sign in (1, -1)
    }
    first, second = best[1], best[-1]
    if first is None or second is None:
        kept = first or second or sided[0]
        return replace(kept, conditional=any(r.conditional for r in sided)), False
    gap = first.weight * first.certainty - second.weight * second.certainty
    if abs(gap) < _TORN / 2:
        return replace(
            first, sign=0, weight=0.0, cues=(*first.cues, *second.cues)
        ), True
    return (first if gap > 0 else second), False


def strength_of(reading: Reading) -> float:
    """Give the strength of a reading, in [-1, 1]."""
    weight = _CONDITIONAL_STRENGTH if reading.conditional else reading.weight
    return round(reading.sign * weight, 2)


def words_beside(
    tokens: Tokens, sentence: range, attribution: Attribution
) -> list[range]:
    """Give the words that set the topic of a sentence: "On the veto, she said no".

    Returns:
        The tokens before source and content, if the sentence opens that way.
    """
    if not sentence or tokens.stems[sentence.start] not in _TOPIC_WORDS:
        return []
    parts = (attribution.source, attribution.cue, attribution.content)
    first = min(part.start for part in parts if part is not None)
    before = tokens.range(tokens.starts[sentence.start], first)
    return [before] if before else []
