"""Extent: where a condition ends."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from accord.position.phrases import SENTENCE_END, Hit, Tokens, stem_set

__all__ = ["Condition", "find_condition", "find_opening_condition"]

_SUBJECTS = stem_set("he she it they we i that")
_RESUMES = _SUBJECTS | stem_set(
    "but say add adding while which there then so as for nor although though even "
    "because however will would could can must should may might have"
)
_BREAKS = frozenset((SENTENCE_END, ";", "—", "–", ")", ":"))
_PREDICATES = stem_set("there be will would can cannot must should may might remain")
_SAYING = stem_set("say tell add note state write warn")
_DENIES = stem_set("not no never")
_SOONER = stem_set("earlier sooner before")
_SOONER_TOKENS = 6
_OPENING = ("if", "only", "unless")
_MAX_TOKENS = 40
_NAMELY = frozenset((",", ":", "—", "–", SENTENCE_END, "be", "namely", "viz"))
_LEAD_TOKENS = 3
_CUT_TOKENS = 6


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition within a text.

    Attributes:
        kind: ``if``, ``only``, ``unless``, ``without`` or ``named``.
        first: Token of the marker.
        last: One past its last token.
        body: First token after the marker.
    """

    kind: str
    first: int
    last: int
    body: int

    @property
    def shown(self) -> int:
        """First token of the words to show: of "on one condition: peace" the last."""
        return self.body if self.kind == "named" else self.first


def find_condition(
    hits: list[Hit[str]], tokens: Tokens, content: range
) -> Condition | None:
    """Find the first condition within a stretch of tokens, with its extent."""
    begin = bisect_left(hits, content.start, key=lambda hit: hit.first)
    for at in range(begin, len(hits)):
        hit = hits[at]
        if hit.first >= content.stop:
            return None
        found = _read(hit, tokens, content)
        if found.last > found.body:
            return replace(found, last=_whole(found.last, tokens, content))
    return None


def _whole(last: int, tokens: Tokens, content: range) -> int:
    """Leave out a comma at the end, and take in the last words a content was cut before."""
    stems = tokens.stems
    if stems[last - 1] == ",":
        return last - 1
    if last != content.stop:
        return last
    cut = stems[last : last + _CUT_TOKENS]
    rest = cut[: cut.index(SENTENCE_END)] if SENTENCE_END in cut else ()
    told = not all(word.isalpha() for word in rest) or not _SAYING.isdisjoint(rest)
    return last if told else last + len(rest)


def _read(hit: Hit[str], tokens: Tokens, content: range) -> Condition:
    """Read a condition with its end; what "on one condition" announces may follow it."""
    if hit.label != "named":
        return Condition(hit.label, hit.first, _end_of(hit, tokens, content), hit.last)
    stems, body = tokens.stems, hit.last
    while (
        body < len(stems) and stems[body] in _NAMELY and body - hit.last < _LEAD_TOKENS
    ):
        body += 1
    stop = max(content.stop, min(len(stems), body + _MAX_TOKENS))
    inside = range(body, stop)
    return Condition(
        hit.label, hit.first, _end_of(Hit(body, body, hit.label), tokens, inside), body
    )


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
        following = tokens.stems[at + 1] if at + 1 < stop else SENTENCE_END
        if word in ("and", ",") and _adds_no_sooner(tokens, at):
            # "the day the gates open and not one day earlier"
            return at
        if word == ",":
            later = tokens.stems[at + 2] if at + 2 < stop else SENTENCE_END
            if (
                opens
                or following in _RESUMES
                or (following == "and" and later in _SUBJECTS)
            ):
                return at
    return stop


def _adds_no_sooner(tokens: Tokens, at: int) -> bool:
    """Tell "and not one day earlier", which says the same once more."""
    words = tokens.stems[at + 1 : at + 1 + _SOONER_TOKENS]
    if SENTENCE_END in words:
        words = words[: words.index(SENTENCE_END)]
    return not (_DENIES.isdisjoint(words[:2]) or _SOONER.isdisjoint(words))
