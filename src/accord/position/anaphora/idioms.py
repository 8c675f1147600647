"""Idioms: "it", "that" and "the decision" where they stand for nothing that was spoken of.

"It fears it will be the first", "the catastrophe that was predicted", "it is a good day",
"keep it to myself", "the law" one obeys and a decision that somebody has yet to take: none
of these is the thing that a dispute is about.
"""

from collections.abc import Sequence
from itertools import pairwise

from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["is_idle", "is_phrase", "is_relative", "leads_to_day"]

# Who accepts a ruling need not like it.
_YIELDING = stem_set("accept respect recognise acknowledge observe by with")
_YIELDED = stem_set("decision ruling verdict judgment outcome result resolution order")
_NOT = stem_set("not never refuse cannot won't wouldn't don't doesn't nobody no")
_NOT_TOKENS = 6
# "Would be respected": so many words stand between.
_PASSIVE_TOKENS = 4
# What somebody has yet to decide, or decides on, is no decision that others speak of.
_TAKING = stem_set(
    "take make reach await anticipate prejudge pre-empt preempt expect postpone defer delay "
    "announce influence face explain communicate"
)
_TAKEN = stem_set("decision ruling verdict judgment")
_TAKING_TOKENS = 3
_OWN = stem_set("a an its their his her our final own any no")
# "Under the law", "broke the law".
_LAW = stem_set("law legislation order rule")
_LAWFUL = stem_set("under by within break above of before obey enforce through violate")
_PAYING = stem_set("foot pick up settle pay share split")
# "Wants the plan put to a vote", "wants the pier taken out of the contract".
_PUT_TO = frozenset(
    (verb, to)
    for verb in stem_set("put submit refer send return sent")
    for to in ("to", "before", "back")
)
_TAKEN_OUT = "from"
# "The measure is aimed against the regime" says whom it is to hit.
_AIMED = stem_set("direct aim target")
_AIMED_AT = stem_set("against at")
_AIMED_TOKENS = 5
_BEING = stem_set("be")
# What follows "it" where it is the subject of its own clause: "fears it will be hit".
_HELPERS = stem_set(
    "be will would can could may might must shall should have do does did cannot won't "
    "wouldn't isn't wasn't doesn't didn't hasn't couldn't"
)
# Verb before "it" and what comes after it.
_SET_PHRASES = frozenset(
    (verb, after)
    for verbs, afters in (
        ("keep", "to that simple quiet secret up short brief"),
        ("let", "be go lie rest slip"),
        ("leave", "at there to open be"),
        ("call", "a off quit"),
        ("have", "both"),
        ("take", "from or upon personally seriously easy"),
        ("make", "clear known plain to possible difficult hard easy up"),
        ("put", "that this mildly bluntly like so"),
        ("see", "come"),
        ("hold", "against"),
        ("get", "right wrong over"),
        ("want", "both all"),
    )
    for verb in stem_set(verbs)
    for after in stem_set(afters)
)
# "A good day for freedom".
_TIMES = stem_set("day night week hour moment morning evening month year time start")
# After these a "that" opens no clause of its own, but says more of the word.
_BEFORE_CLAUSE = stem_set(
    "and but or so as if because since although though while when where all say think "
    "believe find consider call hope add insist argue feel know reckon warn fear"
)


def is_phrase(tokens: Tokens, at: int) -> bool:
    """Tell "foot the bill", "under the law" and "accepts the ruling" from a side."""
    stems = tokens.stems
    word, before = stems[at], stems[max(0, at - 2) : at]
    if word in _YIELDED and (
        not _YIELDING.isdisjoint(before) or _is_passive(stems, at, _YIELDING)
    ):
        return _NOT.isdisjoint(
            stems[max(0, at - _NOT_TOKENS) : at + 1 + _PASSIVE_TOKENS]
        )
    if word in _TAKEN and _is_to_come(stems, at):
        return True
    if word in _LAW and not _LAWFUL.isdisjoint(before):
        return True
    if word == "bill" and not _PAYING.isdisjoint(before):
        return True
    put = stems[at + 1 : at + 3] in _PUT_TO
    return put or _TAKEN_OUT in before or _is_aimed(stems, at)


def _is_passive(stems: Sequence[str], at: int, verbs: frozenset[str]) -> bool:
    """Tell "the ruling would be respected"."""
    after = stems[at + 1 : at + 1 + _PASSIVE_TOKENS]
    for one, following in pairwise(after):
        if one == SENTENCE_END:
            return False
        if one in _BEING:
            return following in verbs
    return False


def _is_to_come(stems: Sequence[str], at: int) -> bool:
    """Tell "take her decision in the summer" from "welcomed her decision"."""
    before = stems[max(0, at - _TAKING_TOKENS) : at]
    return before[-1:] != () and any(
        word in _TAKING and _OWN.issuperset(before[place + 1 :])
        for place, word in enumerate(before[:-1])
    )


def _is_aimed(stems: Sequence[str], at: int) -> bool:
    """Tell "the measure was directed against the state", which says whom it is to hit."""
    after = stems[at + 1 : at + 1 + _AIMED_TOKENS]
    return any(
        one in _AIMED and following in _AIMED_AT for one, following in pairwise(after)
    )


def is_idle(stems: Sequence[str], at: int) -> bool:
    """Tell "keep it to myself" and "fears it will be hit", where "it" is no object."""
    if stems[at] != "it" or at + 1 >= len(stems):
        return False
    return stems[at + 1] in _HELPERS or (stems[at - 1], stems[at + 1]) in _SET_PHRASES


def is_relative(stems: Sequence[str], at: int) -> bool:
    """Tell "the catastrophe that was predicted" from "that would be a catastrophe"."""
    before = stems[at - 1]
    return stems[at] == "that" and before.isalpha() and before not in _BEFORE_CLAUSE


def leads_to_day(stems: Sequence[str], last: int) -> bool:
    """Tell "it is a good day", which is on the day, from "it is a good plan".

    Args:
        stems: The document's words.
        last: One past the word that judges.
    """
    return not _TIMES.isdisjoint(stems[last - 2 : last + 1])
