"""Contacts whose sentence names nobody: who is meant, and on which day it was."""

import re
from collections.abc import Sequence
from dataclasses import replace

from accord.model import Mention
from accord.position.reported.contacts.found import Found, distinct
from accord.position.reported.people import party_mention, people_at, subject_of
from accord.position.reported.sentence import Sentence

__all__ = ["complete", "is_ahead"]

_BOTH = re.compile(
    r"\b(?:they|them|both|we|(?:the|both)\s+(?:two|sides|parties|pair|teams|leaders|governments"
    r"|ministers|presidents|negotiators|delegations))\b",
    re.IGNORECASE,
)
_THE = re.compile(r"\bthe\s")
_SHE = re.compile(
    r"\b(?:he|she|it|they)\s+(?:(?:has|had|have|also)\s+){0,2}$", re.IGNORECASE
)
# More than so many names and nobody can tell whose contact it was.
_MOST = 3
_AHEAD = re.compile(
    r"\b(?:will|shall|would|plans?|planned|scheduled|due|expected|set|going|pencilled|fixed|next|agreed"
    r"|tomorrow|is\s+to|are\s+to|to|intends?|invited|summoned)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:[a-z]+ed|met|held|broke|fell|spoke|took|ran|began|sat|was|were)\b"
)
_CLAUSE = re.compile(
    r"[,;:]|\b(?:after|since|when|before|because|but|while|although)\b", re.IGNORECASE
)
# In characters: how far from its words a contact is told to come.
_NEAR = 60


def complete(
    one: Found,
    before: Sequence[Sentence],
    last: tuple[Mention, ...],
    *,
    here: bool,
) -> Found | None:
    """Say who was in contact where the words that tell it do not.

    Args:
        one: A contact.
        before: The sentences before its own.
        last: Who was in contact with whom shortly before.
        here: Whether that was in the same sentence, so that "she" is one of them.

    Returns:
        The contact with the parties that are meant: "they" are the last that met,
        else those stand for it whom the sentence names, or one before. None if
        nobody can be meant and no place tells of whom it is.
    """
    she = _SHE.search(_before(one)) is not None
    if here and she and len(one.parties) == 1:
        return replace(one, parties=(*last[:1], *one.parties))
    if one.parties or one.mediators:
        return one
    sentence = one.sentence
    they = she or _BOTH.search(sentence.text) is not None
    if here and not they:
        # The same occasion in other words.
        return None
    named = (found for found in map(_named, reversed(before)) if found)
    subjects = (found for found in map(_in_words, reversed(before)) if found)
    parties = (last if they else ()) or _named(sentence) or next(named, ())
    parties = parties or last or _who_says(one) or next(subjects, ())
    if parties:
        return replace(one, parties=tuple(parties))
    return one if sentence.place_near(one.at) else None


def _named(sentence: Sentence) -> Sequence[Mention]:
    """List those whom a sentence names, but for outlets and whoever only reports it."""
    sources = [a.source for a in sentence.attributions if a.source]
    named = [
        m
        for m in sentence.mentions
        if not (m.actor or "").startswith("outlet:")
        and not any(s.start <= m.start < s.end for s in sources)
    ]
    return named if len(distinct(named)) <= _MOST else ()


def _in_words(sentence: Sentence) -> Sequence[Mention]:
    """Find whom a sentence begins with, or two sides further on that only it names."""
    subject = subject_of(sentence)
    offset = sentence.span.start
    pairs = (
        people_at(sentence, m.start() + offset) for m in _THE.finditer(sentence.text)
    )
    return subject or next((p for p in pairs if p and len(distinct(p)) > 1), ())


def _who_says(one: Found) -> Sequence[Mention]:
    """Find who says "we do not talk to them"."""
    at = one.at
    for report in one.sentence.attributions:
        source = report.source
        if source and any(s.start <= at < s.end for s in report.content.spans):
            sayers = [m for m in one.sentence.known if m.start == source.start]
            return sayers or [party_mention(one.sentence, source.start, source.end)]
    return ()


def _before(one: Found) -> str:
    """Cut out what stands right before the words that tell a contact."""
    start = max(one.sentence.span.start, one.at - _NEAR)
    return one.sentence.document.text[start : one.at]


def is_ahead(one: Found) -> bool:
    """Tell whether the clause that tells a contact may speak of what is to come."""
    text, span = one.sentence.document.text, one.sentence.span
    clause = _CLAUSE.split(_before(one))[-1]
    words = clause + text[one.at : min(span.end, one.at + _NEAR)]
    return _AHEAD.search(words) is not None or _PAST.search(words) is None
