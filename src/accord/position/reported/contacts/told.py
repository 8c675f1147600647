"""Contacts by the words that tell them: who lunched with whom, wrote, or walked out."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from accord.model import ContactKind, Mention
from accord.position.reported.contacts.found import IF
from accord.position.reported.lexicon import (
    lines_pattern,
    load_table,
    without_first_capital,
)
from accord.position.reported.people import people_at, people_before
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Gate, Sieve

__all__ = ["Told", "find_told"]

_KINDS: tuple[ContactKind, ...] = (
    "refusal", "ban", "back-channel", "call", "exchange", "mediation", "talks", "meeting",
)  # fmt: skip
_DENIED = frozenset(("refusal", "ban"))
# In characters before the words: what makes them unreal.
_REACH = 40
_UNREAL = re.compile(
    r"\b(?:not|never|n[’']t|no|without|if|unless|could|would|should|might|(?-i:may)|can|cannot|must"
    r"|wants?|wanted|hopes?|hoped|wish\w*|urged?|urges|demand\w*|ready|willing|possible|potential"
    r"|instead\s+of|before|until|refus\w+|rather\s+than|declin\w+|ought|let[’']?s)\s+"
    r"(?:(?!to\b)[\w’'-]+\s+|to\s+){0,2}$",
    re.IGNORECASE,
)
# Demands are met, and names are called.
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|not)\s+$")
# "will host the games"
_NEEDS_WHOM = re.compile(r"\b(?:see|visit|receive|host)$")
_GOES_ON = re.compile(
    r"\s*(?:(?:on|in|at|for|again|next|this|tomorrow|face|to|behind|there|later|early|late|over|before"
    r"|after|with|\w+day)\b|[.,;])"
)
_DOUBLE = re.compile(r"\b(?:not|never|n[’']t|denied)\s+(?:having\s+)?$")
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
_NOT_DENIED = re.compile(r"\b(?:not|never|n[’']t)\s+(?:refus|reject|declin|rul|turn)")
_NOTHING = re.compile(r"\b(?:no|not|never)\b")
_OF_NOTHING = re.compile(
    r"\b(?:no|not|never|n[’']t|nor|if|unless|whether)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


# "had negotiated in secret with the rebels"
_BESIDE = re.compile(r"\s+with\s+")


class Told(NamedTuple):
    """A contact that a sentence tells.

    Attributes:
        kind: Its kind.
        at: First character of the words that tell it.
        parties: Who took part, as far as the sentence says.
    """

    kind: ContactKind
    at: int
    parties: tuple[Mention, ...]


@cache
def _patterns(section: str) -> tuple[tuple[ContactKind, Sieve], ...]:
    """Match the words of a section, by kind."""
    table = load_table("contacts.yaml")
    return tuple(
        (kind, Sieve(lines_pattern(table[section][kind], table["forms"])))
        for kind in _KINDS
        if kind in table[section]
    )


@cache
def _gate() -> Gate:
    """Hold back the sentences in which none of these patterns can match."""
    return Gate(pattern for section, _ in _READERS for _, pattern in _patterns(section))


def find_told(sentence: Sentence) -> Iterator[Told]:
    """Find the contacts that the words of a sentence tell.

    Cost:
        Linear.
    """
    words = without_first_capital(sentence.text)
    if not _gate().opens(words):
        return
    offset = sentence.span.start
    for section, reader in _READERS:
        for kind, pattern in _patterns(section):
            for start, end in _matches(words, offset, kind, pattern):
                parties = reader(sentence, kind, start, end)
                if parties is not None:
                    yield Told(kind, start, tuple(parties))


def _matches(
    words: str, offset: int, kind: ContactKind, pattern: Sieve
) -> Iterator[tuple[int, int]]:
    """Find where a pattern matches what is not denied."""
    for match in pattern.finditer(words):
        denied = _NOT_DENIED if kind in _DENIED else _NOTHING
        if not denied.search(match[0]):
            yield match.start() + offset, match.end() + offset


def _with(
    sentence: Sentence, kind: ContactKind, start: int, end: int
) -> Sequence[Mention] | None:
    """Read words behind which the other side stands."""
    others = people_at(sentence, end)
    if others is None or _is_unreal(sentence, kind, start):
        return None
    if any(
        m.end + 1 == start and (m.actor or "").startswith("outlet:")
        for m in sentence.mentions
    ):
        # An interview is no contact of the outlet's.
        return None
    if sentence.document.text.startswith("visit", start) and not _is_known(others):
        return None
    return (*(people_before(sentence, start) or ()), *others)


def _is_known(others: Sequence[Mention]) -> bool:
    """Tell somebody known from a town that is only visited."""
    return any(m.actor and not m.actor.startswith("text:") for m in others)


def _by(
    sentence: Sentence, kind: ContactKind, start: int, end: int
) -> Sequence[Mention] | None:
    """Read words before which those who took part stand."""
    if _is_unreal(sentence, kind, start):
        return None
    mine = people_before(sentence, start)
    beside = _BESIDE.match(sentence.document.text, end, sentence.span.end)
    others = people_at(sentence, beside.end()) if beside and mine is not None else ()
    return mine if mine is None else (*mine, *(others or ()))


def _alone(
    sentence: Sentence, kind: ContactKind, start: int, end: int
) -> Sequence[Mention] | None:
    """Read words that say it all."""
    del end
    low = max(sentence.span.start, start - _REACH)
    text = sentence.document.text
    unreal = any(p.search(text, low, start) for p in (_OF_NOTHING, _UNREAL, IF))
    if unreal and kind not in _DENIED:
        return None
    return people_before(sentence, start) or ()


def _planned(
    sentence: Sentence, kind: ContactKind, start: int, end: int
) -> Sequence[Mention] | None:
    """Read what is still to come, where a day is named."""
    del kind
    if not any(
        found.when.start is not None for found in sentence.dates(sentence.span.start)
    ):
        return None
    mine, others = people_before(sentence, start), people_at(sentence, end)
    text = sentence.document.text
    if others is None and _NEEDS_WHOM.search(text, start, end):
        return None
    # "will meet expectations"
    meets = text.endswith("meet", start, end)
    if others is None and meets and not _GOES_ON.match(text, end):
        return None
    return (*(mine or ()), *(others or ()))


_READERS: tuple[
    tuple[
        str,
        Callable[[Sentence, ContactKind, int, int], Sequence[Mention] | None],
    ],
    ...,
] = (("with", _with), ("by", _by), ("alone", _alone), ("planned", _planned))


def _is_unreal(sentence: Sentence, kind: ContactKind, start: int) -> bool:
    """Tell what is only wished for, feared or denied."""
    low, text = max(sentence.span.start, start - _REACH), sentence.document.text
    if kind in _DENIED:
        # "never refused to meet"
        return _DOUBLE.search(text, low, start) is not None
    if text.startswith(("met", "called"), start) and _IS.search(text, low, start):
        return True
    return any(pattern.search(text, low, start) for pattern in (_UNREAL, IF, _TO))
