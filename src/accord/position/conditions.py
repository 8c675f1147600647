"""Conditions, and how firmly words are put."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from accord.model import Modality
from accord.position.phrases import (
    SENTENCE_END,
    Hit,
    PhraseIndex,
    Tokens,
    stem,
    stem_set,
)

__all__ = [
    "Condition",
    "condition_hits",
    "find_condition",
    "find_opening_condition",
    "modality_of",
]

_MARKERS = {
    "if": ("if", "should", "in case", "in the event that"),
    "only": (
        "only with", "under certain", "on certain", "only if", "only when", "only after", "only once", "provided that", "provided",
        "providing", "as long as", "so long as", "on condition that", "on condition",
        "on the condition that", "in exchange for", "in return for", "subject to",
        "conditional on", "conditional upon", "contingent on", "contingent upon",
        "as soon as", "dependent on", "depend on", "depend upon", "with the proviso that", "on the proviso that", "on the understanding that",
        "under the condition that", "once", "pending", "assuming that", "if and only if",
    ),
    "unless": ("unless", "except if", "until", "not until", "not before", "only until", "before"),
    "without": ("without",),
}  # fmt: skip
_NOT_IF_AFTER = stem_set(
    "at than as even what ask wonder know see whether sure unclear doubt"
)
_NOT_IF_BEFORE = stem_set("any anything ever not necessary possible need")
_TIMES = stem_set(
    "january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday midnight noon "
    "now then next late later early today tomorrow recent recently end at year "
    "yesterday spring summer autumn winter dawn"
)
_SUBJECTS = stem_set("he she it they we i that")
_RESUMES = _SUBJECTS | stem_set(
    "but say add adding while which there then so as for nor although though even "
    "because however will would could can must should may might have"
)
_BREAKS = frozenset((SENTENCE_END, ";", "—", "–", ")", ":"))
_NOT_ONCE = stem_set("again a more every in for upon and , said been per was")
_HAVING = stem_set("have who which")
_TURNS = stem_set(
    "not no never cannot can't won't nothing impossible futile don't doesn't wouldn't "
    "neither nor pointless meaningless useless nobody unthinkable"
)
_FAILS = stem_set(
    "impossible futile pointless meaningless useless unthinkable worthless utopia "
    "illusion cannot unacceptable void doomed fail collapse invite"
)
_PREDICATES = stem_set("there be will would can cannot must should may might remain")
_OPENS_SUBJECT = stem_set("the it they he she we a any this that these talks")
_OPENING = ("if", "only", "unless")
_OWNERS = stem_set("the each every all her his their its our both")
_SUPPLIED = stem_set("be have by it they he she we services money")
_MAX_TOKENS = 40
_PUT_OFF_TOKENS = 7
_PUTS_OFF = _TURNS | stem_set("reject refuse oppose exclude rule against")
_HAPPENS = stem_set("be have begin start end go leave")
_LOOK_BACK = 15
_FIRST_TOKENS = 14

_FUTURE = stem_set("will won't shall shan't we'll i'll they'll")
_MAYBE = stem_set("would could might may wouldn't couldn't")
_NOT = stem_set(
    "not never cannot can't won't don't doesn't didn't isn't aren't wasn't weren't "
    "wouldn't couldn't shouldn't mustn't haven't hasn't hadn't"
)


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


@cache
def _index() -> PhraseIndex[str]:
    """Look for all markers at once."""
    return PhraseIndex(
        (phrase, kind) for kind, phrases in _MARKERS.items() for phrase in phrases
    )


def condition_hits(tokens: Tokens, text: str) -> list[Hit[str]]:
    """Find the words that begin a condition anywhere in a document."""
    return [
        hit
        for hit in _index().find_outermost(tokens)
        if _is_condition(hit, tokens, text)
    ]


def _is_condition(hit: Hit[str], tokens: Tokens, text: str) -> bool:
    """Sort out "even if", "until Friday" and "provided by"."""
    before = tokens.stems[hit.first - 1] if hit.first else SENTENCE_END
    after = tokens.stems[hit.last] if hit.last < len(tokens.stems) else SENTENCE_END
    marker = text[tokens.starts[hit.first] : tokens.ends[hit.last - 1]].lower()
    if marker == "if":
        return before not in _NOT_IF_AFTER and after not in _NOT_IF_BEFORE
    if marker == "should":
        return _is_inverted(hit, tokens, text, after)
    if marker in ("until", "pending", "not before", "not until", "before"):
        behind = tokens.stems[hit.last + 1 : hit.last + 2] or (SENTENCE_END,)
        later = behind[0] if after == "the" else after
        put_off = marker != "before" or _is_put_off(hit, tokens)
        return put_off and not (later in _TIMES or later.isdigit())
    if marker in ("as long as", "so long as"):
        return tokens.stems[hit.last : hit.last + 2] != ("it", stem("take")) and (
            after not in _NOT_IF_BEFORE
        )
    if marker == "once":
        return before not in _NOT_IF_AFTER | _HAVING and after not in _NOT_ONCE
    turned = hit.label != "without" or (
        before != "even" and _is_turned_around(tokens, hit)
    )
    return turned and _is_proviso(marker, before, after)


def _is_put_off(hit: Hit[str], tokens: Tokens) -> bool:
    """Tell "ruled out any easing before inspections begin" from "met before Easter"."""
    stems = tokens.stems
    ahead = range(hit.last, min(len(stems), hit.last + _PUT_OFF_TOKENS))
    finite = any(stems[at] in _HAPPENS or at in tokens.inflected for at in ahead)
    back = stems[max(0, hit.first - _LOOK_BACK) : hit.first]
    if SENTENCE_END in back:
        back = back[len(back) - back[::-1].index(SENTENCE_END) :]
    return finite and not _PUTS_OFF.isdisjoint(back)


def _is_inverted(hit: Hit[str], tokens: Tokens, text: str, after: str) -> bool:
    """Tell "should the talks fail" from "should end", and from a question."""
    if hit.last >= len(tokens.stems):
        return False
    named = text[tokens.starts[hit.last]].isupper() and after.isalpha()
    if not (named or after in _OPENS_SUBJECT):
        return False
    stop = min(len(tokens.stems), hit.last + _MAX_TOKENS)
    ends = (at for at in range(hit.last, stop) if tokens.stems[at] == SENTENCE_END)
    end = next(ends, None)
    return end is None or text[tokens.starts[end]] != "?"


def _is_proviso(marker: str, before: str, after: str) -> bool:
    """Sort out "provided by" and "depend"."""
    if marker.startswith(("provided", "providing", "provide")) and not marker.endswith(
        "that"
    ):
        stands = marker in ("provided", "providing")
        return (
            stands
            and (before == "," or after in _SUBJECTS | _OWNERS)
            and before not in _SUPPLIED
            and after not in ("by", "for", "no", "with", "to", "a")
        )
    return not (marker.startswith("provide ") or marker == "depend")


def _is_turned_around(tokens: Tokens, hit: Hit[str]) -> bool:
    """Tell whether a sentence says no to what is "without" something."""
    back = range(hit.first - 1, max(0, hit.first - _LOOK_BACK) - 1, -1)
    ahead = range(hit.last, min(len(tokens.stems), hit.last + _LOOK_BACK))
    opens = hit.first == 0 or tokens.stems[hit.first - 1] in (SENTENCE_END, ":", ",")
    for places, turns in (
        (back, _TURNS),
        (ahead, _FAILS | _TURNS if opens else _FAILS),
    ):
        for at in places:
            if tokens.stems[at] == SENTENCE_END:
                break
            if tokens.stems[at] in turns:
                return True
    return False


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


def modality_of(
    tokens: Tokens, content: range, *, conditional: bool, turned: bool
) -> Modality:
    """Say how firmly words are put.

    Args:
        tokens: The document's tokens.
        content: The reported words.
        conditional: Whether a condition was found.
        turned: Whether the cue itself is negated.

    Returns:
        ``conditional`` before ``negated`` before ``future`` before ``hypothetical``;
        the first verb group of the content decides.
    """
    if conditional:
        return "conditional"
    if turned:
        return "negated"
    stop = min(content.stop, content.start + _FIRST_TOKENS)
    words = [tokens.stems[at] for at in range(content.start, stop)]
    if SENTENCE_END in words:
        words = words[: words.index(SENTENCE_END)]
    return next(
        (m for place in range(len(words)) if (m := _modality_at(words, place))),
        "asserted",
    )


def _modality_at(words: list[str], place: int) -> Modality | None:
    """Read the modality that one word gives; None if it gives none."""
    word = words[place]
    if word in _NOT or (word == "no" and place and words[place - 1] == "be"):
        return "negated"
    if word in _FUTURE or word in _MAYBE:
        near = words[place + 1 : place + 4]
        if any(w in _NOT or w == "no" for w in near):
            return "negated"
        return "future" if word in _FUTURE else "hypothetical"
    return "future" if words[place : place + 2] == ["go", "to"] else None
