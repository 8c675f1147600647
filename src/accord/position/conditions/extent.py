"""Extent: where a condition ends."""

from bisect import bisect_left
from dataclasses import dataclass

from accord.position.phrases import SENTENCE_END, Hit, Tokens, stem_set

__all__ = ["Condition", "find_condition", "find_opening_condition"]

_SUBJECTS = stem_set("he she it they we i that")
_RESUMES = _SUBJECTS | stem_set(
    "but say add adding while which there then so as for nor although though even "
    "because however will would could can must should may might have"
)
_BREAKS = frozenset((SENTENCE_END, ";", "—", "–", ")", ":"))
_PREDICATES = stem_set("there be will would can cannot must should may might remain")
_OPENING = ("if", "only", "unless")
_MAX_TOKENS = 40


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition within a text.

    Attributes:
        kind: ``if``, ``only``, ``unless`` or ``without``.
        first: Token of the marker.
        last: One past its last token.
        body: First token after the marker.
    """

    kind: str
    first: int
    last: int
    body: int


def find_condition(
    hits: list[Hit[str]], tokens: Tokens, content: range
) -> Condition | None:
    """Find the first condition within a stretch of tokens, with its extent."""
    begin = bisect_left(hits, content.start, key=lambda hit: hit.first)
    for at in range(begin, len(hits)):
        hit = hits[at]
        if hit.first >= content.stop:
            return None
        last = _end_of(hit, tokens, content)
        if last > hit.last:
            return Condition(hit.label, hit.first, last, hit.last)
    return None


def find_opening_condition(
    hits: list[Hit[str]], tokens: Tokens, sentence: range, content: range
) -> Condition | None:
    """Find a condition that opens a sentence: "If they pay, the union will agree"."""
    at = bisect_left(hits, sentence.start, key=lambda hit: hit.first)
    if at == len(hits) or hits[at].first != sentence.start or not content:
        return None
    found = find_condition(hits, tokens, range(sentence.start, content.start))
    stops = found is not None and (
        tokens.stems[found.last] == "," or tokens.stems[hits[at].first] == "only"
    )
    return found if stops and hits[at].label in _OPENING else None


def _end_of(hit: Hit[str], tokens: Tokens, content: range) -> int:
    """Find where a condition ends: a stop, or the main clause that takes over."""
    opens = hit.first == content.start or tokens.stems[hit.first - 1] == SENTENCE_END
    stop = min(content.stop, hit.last + _MAX_TOKENS)
    for at in range(hit.last, stop):
        word = tokens.stems[at]
        if word in _BREAKS or (hit.label == "without" and word in _PREDICATES):
            return at
        if word == ",":
            following = tokens.stems[at + 1] if at + 1 < stop else SENTENCE_END
            later = tokens.stems[at + 2] if at + 2 < stop else SENTENCE_END
            if (
                opens
                or following in _RESUMES
                or (following == "and" and later in _SUBJECTS)
            ):
                return at
    return stop
