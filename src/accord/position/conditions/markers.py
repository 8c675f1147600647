"""Markers: the words that begin a condition, and what only looks like one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from accord.position.conditions.tenure import is_tenure
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
    "if": ("if", "should", "in case", "in the event that", "when", "the day", "the moment", "the minute", "the instant"),
    "named": (
        "on one condition", "under one condition", "with one condition", "on two conditions", "on three conditions", "under two conditions",
        "on a single condition", "on the sole condition", "on one proviso", "with one proviso", "on this condition", "on these conditions",
    ),
    "only": (
        "only with", "under certain", "on certain", "only if", "only when", "only after", "only once", "provided that", "provided",
        "providing", "as long as", "so long as", "on condition that", "on condition",
        "on the condition that", "in exchange for", "in return for", "subject to",
        "conditional on", "conditional upon", "contingent on", "contingent upon",
        "as soon as", "dependent on", "hinge on", "hinges on", "hinge upon", "predicated on", "depend on", "depend upon", "with the proviso that", "on the proviso that", "on the understanding that",
        "under the condition that", "for as long as", "only for", "only in", "only at the request of", "only at the invitation of", "only under", "only as part of", "once",
        "pending", "assuming that", "if and only if",
    ),
    "unless": ("unless", "except if", "until", "not until", "not before", "only until", "before"),
    "without": ("without",),
}  # fmt: skip
_NOT_IF_AFTER = stem_set(
    "at than as even what ask wonder know see whether sure unclear doubt"
)
_NOT_IF_BEFORE = stem_set("any anything ever not necessary possible need so only")
# "If you ask me", "if you like", "if I may".
_ASIDES = (
    ("you", "ask"),
    ("you", "like"),
    ("you", "will"),
    ("i", "may"),
    ("you", "please"),
)
_MOMENTS = ("day", "moment", "minute", "instant")
_NOT_DAY_BEFORE = stem_set("of after before is was when will in at for and to , . be")
_TO_COME = stem_set(
    "will would can could shall we i won't can't cannot we'll i'll ready"
)
_BEFORE = stem_set("have did ask know remember")
_TIMES = stem_set(
    "january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday midnight noon "
    "now then next late later early today tomorrow recent recently end at year "
    "yesterday spring summer autumn winter dawn hour moment minute week"
)
_SUBJECTS = stem_set("he she it they we i that")
_NOT_ONCE = stem_set("again a more every in for upon and , said been per was")
_HAVING = stem_set("have")
_SAID_OF = stem_set("have who which")
_TURNS = stem_set(
    "not no never cannot can't won't nothing impossible futile don't doesn't wouldn't "
    "neither nor pointless meaningless useless nobody unthinkable"
)
_FAILS = stem_set(
    "impossible futile pointless meaningless useless unthinkable worthless utopia "
    "illusion cannot unacceptable void doomed fail collapse invite"
)
_OUT = ("out", "of", "the", "question")
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


@dataclass(frozen=True, slots=True)
class _Place:
    """A marker with the words around it.

    Attributes:
        hit: The marker.
        tokens: The document's tokens.
        text: The document's text.
    """

    hit: Hit[str]
    tokens: Tokens
    text: str

    @property
    def marker(self) -> str:
        """The marker as it is written, in small letters."""
        start = self.tokens.starts[self.hit.first]
        return self.text[start : self.tokens.ends[self.hit.last - 1]].lower()

    @property
    def before(self) -> str:
        """The stem before the marker."""
        first = self.hit.first
        return self.tokens.stems[first - 1] if first else SENTENCE_END

    @property
    def after(self) -> tuple[str, str, str]:
        """The three stems after the marker."""
        last, end = self.hit.last, SENTENCE_END
        first, second, third, *_ = (*self.tokens.stems[last : last + 3], end, end, end)
        return first, second, third

    @property
    def lead(self) -> tuple[str, ...]:
        """The stems before the marker, within its sentence."""
        first = self.hit.first
        back = self.tokens.stems[max(0, first - _LOOK_BACK) : first]
        if SENTENCE_END in back:
            return back[len(back) - back[::-1].index(SENTENCE_END) :]
        return back


def condition_hits(tokens: Tokens, text: str) -> list[Hit[str]]:
    """Find the words that begin a condition anywhere in a document."""
    return [
        _with_article(hit, tokens)
        for hit in _index().find_outermost(tokens)
        if _is_condition(_Place(hit, tokens, text))
    ]


def _with_article(hit: Hit[str], tokens: Tokens) -> Hit[str]:
    """Take in the article of "the day", which phrases leave out."""
    if tokens.stems[hit.first] in _MOMENTS:
        return Hit(hit.first - 1, hit.last, hit.label)
    return hit


def _is_condition(place: _Place) -> bool:
    """Sort out what only looks like a condition, marker by marker."""
    if place.tokens.stems[place.hit.first] in _MOMENTS:
        return _comes_about(place)
    marker = place.marker
    if marker in _CHECKS:
        return _CHECKS[marker](place)
    turned = place.hit.label != "without" or (
        place.before != "even" and _is_turned_around(place.tokens, place.hit)
    )
    return turned and _is_proviso(marker, place.before, place.after[0])


def _is_if(place: _Place) -> bool:
    """Tell a condition from "even if", "if possible" and "if you ask me"."""
    if place.before in _NOT_IF_AFTER or place.after[0] in _NOT_IF_BEFORE:
        return False
    return place.after[:2] not in _ASIDES


def _is_timely(place: _Place) -> bool:
    """Tell "until they leave" from "until Friday"; "before" counts for what is put off."""
    ahead = [word for word in place.after if word not in ("the", "last")]
    later = ahead[0] if ahead else SENTENCE_END
    put_off = place.marker != "before" or _is_put_off(place)
    return put_off and not (later in _TIMES or later.isdigit())


def _is_while(place: _Place) -> bool:
    """Tell "as long as it is calm" from "as long as it takes" and "as long as I live"."""
    if place.after[0] in _NOT_IF_BEFORE or place.after[:2] == ("it", stem("take")):
        return False
    return not is_tenure(place.tokens, place.hit.last)


def _is_once(place: _Place) -> bool:
    """Tell "once they leave" from "at once" and "once again"."""
    return (
        place.before not in _NOT_IF_AFTER | _SAID_OF and place.after[0] not in _NOT_ONCE
    )


def _comes_about(place: _Place) -> bool:
    """Tell "will sign the day the tanks leave" from "signed the day it came".

    Of "when" only "when they have left" counts: what is to come about first.
    """
    if place.marker == "when":
        stems, last = place.tokens.stems, place.hit.last
        ahead = stems[last : last + _PUT_OFF_TOKENS]
        if SENTENCE_END in ahead:
            ahead = ahead[: ahead.index(SENTENCE_END)]
        if _HAVING.isdisjoint(ahead):
            return False
    elif (
        place.marker not in _MOMENTS
        or place.before != "the"
        or place.after[0] in _NOT_DAY_BEFORE
    ):
        return False
    return not _TO_COME.isdisjoint(place.lead) and _BEFORE.isdisjoint(place.lead)


def _is_put_off(place: _Place) -> bool:
    """Tell "ruled out any easing before inspections begin" from "met before Easter"."""
    tokens, last = place.tokens, place.hit.last
    ahead = range(last, min(len(tokens.stems), last + _PUT_OFF_TOKENS))
    finite = any(tokens.stems[at] in _HAPPENS or at in tokens.inflected for at in ahead)
    return finite and not _PUTS_OFF.isdisjoint(place.lead)


def _is_inverted(place: _Place) -> bool:
    """Tell "should the talks fail" from "should end", and from a question."""
    tokens, text, last = place.tokens, place.text, place.hit.last
    if last >= len(tokens.stems):
        return False
    after = place.after[0]
    named = text[tokens.starts[last]].isupper() and after.isalpha()
    if not (named or after in _OPENS_SUBJECT):
        return False
    stop = min(len(tokens.stems), last + _MAX_TOKENS)
    ends = (at for at in range(last, stop) if tokens.stems[at] == SENTENCE_END)
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
    if after == "of":
        # "said on condition of anonymity"
        return not marker.endswith("condition")
    return not (marker.startswith("provide ") or marker == "depend")


def _is_turned_around(tokens: Tokens, hit: Hit[str]) -> bool:
    """Tell whether a sentence says no to what is "without" something."""
    back = range(hit.first - 1, max(0, hit.first - _LOOK_BACK) - 1, -1)
    ahead = range(hit.last, min(len(tokens.stems), hit.last + _LOOK_BACK))
    before = tokens.stems[hit.first - 1] if hit.first else SENTENCE_END
    opens = before in (SENTENCE_END, ":", ",", "that")
    for places, turns in (
        (back, _TURNS),
        (ahead, _FAILS | _TURNS if opens else _FAILS),
    ):
        for at in places:
            if tokens.stems[at] == SENTENCE_END:
                break
            if tokens.stems[at] in turns or tokens.stems[at : at + 4] == _OUT:
                return True
    return False


_CHECKS: Mapping[str, Callable[[_Place], bool]] = {
    "if": _is_if,
    "should": _is_inverted,
    "once": _is_once,
    **dict.fromkeys(
        ("until", "pending", "not before", "not until", "before"), _is_timely
    ),
    **dict.fromkeys(("as long as", "so long as", "for as long as"), _is_while),
    "when": _comes_about,
}
