"""Markers: the words that begin a condition, and what only looks like one."""

from functools import cache

from accord.position.phrases import (
    SENTENCE_END,
    Hit,
    PhraseIndex,
    Tokens,
    stem,
    stem_set,
)

__all__ = ["condition_hits"]

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
_OPENS_SUBJECT = stem_set("the it they he she we a any this that these talks")
_OWNERS = stem_set("the each every all her his their its our both")
_SUPPLIED = stem_set("be have by it they he she we services money")
_MAX_TOKENS = 40
_PUT_OFF_TOKENS = 7
_PUTS_OFF = _TURNS | stem_set("reject refuse oppose exclude rule against")
_HAPPENS = stem_set("be have begin start end go leave")
_LOOK_BACK = 15


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
