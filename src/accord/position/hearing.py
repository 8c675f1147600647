"""Hearing: what one attribution says: its act, modality, condition and target."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from accord.model import ActorRef, Attribution, Passage
from accord.position.acts import ActReading, read_act
from accord.position.chains import DOES
from accord.position.conditions import Condition, find_condition, modality_of
from accord.position.conditions.provisos import find_proviso
from accord.position.context.cues import act_of_cue
from accord.position.page import Page
from accord.position.parties import find_target, subject_of, voice_of
from accord.position.phrases import Hit, stem_set
from accord.position.stance import Words

__all__ = ["read_attribution"]

_L = TypeVar("_L")

_AIMED = frozenset(
    (
        "accuse criticise praise call-for demand threaten warn ask promise offer support "
        "reject doubt refuse"
    ).split()
)
_AIMED_BY_SUBJECT = frozenset("demand call-for accuse criticise".split())
_TURNS = ("not", "never")
# "does not rule out" may begin before the words marked as cue.
_CUE_LEAD = 4
_LEADS = ("to", "of", "not", "never")
_ON = frozenset(("on", "of", "for", "to", "against", "about", "over", "the", "a", "an"))
_PAPERS = stem_set(
    "bill law motion plan proposal decree resolution amendment act measure scheme draft"
)
_ARTICLES = frozenset(("the", "a", "an"))
# "The levy, which", "the levy of 80 million, which", but not "the levy hit brewers, which".
_AFTER_NOUN = frozenset((",", ";")) | stem_set(
    "be have will would can could may might must should hit affect help hurt that and or as by"
)
_RELATIVE_TOKENS = 6
_OBJECT_TOKENS = 6
_BEYOND_TOKENS = 3


def read_attribution(page: Page, attribution: Attribution) -> tuple[Attribution, Words]:
    """Read one attribution's act, modality, condition and target."""
    tokens, covered = page.tokens, page.scene.covered
    content = page.content_of(attribution)
    if content and content.start and tokens.stems[content.start - 1] in _TURNS:
        # "urged them not | to give in": the "not" belongs to what is urged.
        content = range(content.start - 1, content.stop)
    content = _with_whole_verb(page, _of_relative(page, content))
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
    content = _with_thing(page, cue, content, act)
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


def _of_relative(page: Page, content: range) -> range:
    """Give what "which" stands for: "approved | the levy, which the Greens rejected"."""
    stems, start = page.tokens.stems, content.start
    if len(content) != 1 or stems[start] != "which" or stems[start - 1] != ",":
        return content
    named = page.scene.targets_in(start - 1 - _RELATIVE_TOKENS, start - 1)
    if not named or not _AFTER_NOUN.isdisjoint(stems[named[-1].last : start - 1]):
        return content
    first = named[-1].first
    for op in reversed(page.scene.operators_in(first - _CUE_LEAD, first)):
        if op.kind not in DOES:
            break
        first = op.first
    return range(first, named[-1].last)


def _with_whole_verb(page: Page, content: range) -> range:
    """Begin with the verb that a content was cut from: "to call | off", "to stop | it"."""
    lead = page.scene.operators_in(content.start - _CUE_LEAD, content.start)
    stems, start = page.tokens.stems, content.start
    cut = (
        op.first
        for op in lead
        if op.kind in DOES
        and (op.last > start or (op.last == start and stems[op.first - 1] in _LEADS))
    )
    first = next(cut, start)
    return range(first, content.stop)


def _with_thing(page: Page, cue: range, content: range, act: ActReading) -> range:
    """Take in the thing itself where the cut runs beside it.

    "Asked the observers | to stay", "blocked the bill | on Sunday trading".
    """
    if not act.governs or act.from_content or not content or not cue:
        return content
    stems, start = page.tokens.stems, content.start
    if len(content) == 1 and stems[start] in _ARTICLES:
        named = page.scene.targets_in(content.stop, content.stop + 1)
        return range(start, named[0].last) if named else content
    asks = act.act.id in ("call-for", "demand")
    if asks and stems[start] == "to" and cue.stop < start <= cue.stop + _OBJECT_TOKENS:
        named = page.scene.targets_in(cue.stop, start)
        return range(cue.stop, content.stop) if named else content
    if start < cue.stop or page.scene.targets_in(start, content.stop - 1):
        return content
    after = page.scene.targets_in(content.stop - 1, content.stop + _BEYOND_TOKENS)
    if not after or after[0].last <= content.stop:
        return content
    between = stems[content.stop : max(content.stop, after[0].first)]
    cut = after[0].first < content.stop
    leads = cut or (stems[content.stop - 1] in _PAPERS and _ON.issuperset(between))
    return range(start, after[0].last) if leads else content


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
