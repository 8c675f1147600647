"""Silence: verbs of a text's own voice that put nobody on a side."""

from bisect import bisect_left

from accord.position.deeds.predicates import DEED, Predicate
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set
from accord.position.statements import SILENT

__all__ = ["is_silent", "is_supposed"]

_SUPPOSED_TOKENS = 8
_ANNOUNCING = stem_set("announce unveil")
_DENIED_TOKENS = 5
_RESCHEDULES = stem_set("postpone delay defer adjourn cancel schedule put call hold")
_SESSIONS = stem_set(
    "vote decision debate hearing ruling talk meeting session summit conference verdict ballot"
)
_SESSION_TOKENS = 5


def is_silent(page: Page, predicate: Predicate) -> bool:
    """Tell "would not be drawn" and "failed to agree", which take no side."""
    stems = page.tokens.stems
    word = stems[predicate.first]
    lead = stems[max(0, predicate.first - _DENIED_TOKENS) : predicate.first]
    if word in _RESCHEDULES and _is_session(page, predicate.last):
        return True
    if word == "fail" or "neither" in lead or ("fail" in lead and lead[-1] == "to"):
        return True
    if predicate.act == DEED and predicate.begin == predicate.last:
        # "decides on every timetable" takes no side; "decided to close it" does.
        done = "to" in stems[predicate.first : predicate.last + 1]
        if not done and word not in _ANNOUNCING:
            return True
    at = bisect_left(page.cue_starts, predicate.first)
    return any(
        hit.label[0] in SILENT and hit.last > predicate.first
        for hit in page.cues[max(0, at - 3) : at + 4]
        if hit.first < predicate.last + 1
    )


def _is_session(page: Page, begin: int) -> bool:
    """Tell "postponed | the toll vote", where the vote is not what is asked about."""
    targets = page.scene.targets_in(begin, begin + _SESSION_TOKENS)
    stems = page.tokens.stems
    return any(
        target.last < len(stems)
        and stems[target.last] in _SESSIONS
        and not any(other.first == target.last for other in targets)
        for target in targets
    )


def is_supposed(page: Page, first: int) -> bool:
    """Tell "provided the bank paid for it", which nobody has done."""
    hits = page.scene.conditions
    at = bisect_left(hits, first, key=lambda hit: hit.first) - 1
    if at < 0 or first - hits[at].first > _SUPPOSED_TOKENS:
        return False
    between = page.tokens.stems[hits[at].first : first]
    return "," not in between and SENTENCE_END not in between
