"""Contacts denied: bans on them, and refusals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from accord.model import ContactKind, Mention
from accord.position.reported.contacts.found import WITH, Found, distinct, list_pattern
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["find_denials"]

_LIFTED = re.compile(
    r"\b(?:lift\w*|end\w*|drop\w*|revok\w*|ease\w*)\s+(?:\w+\s+){0,3}$"
)
_OWNER = re.compile(r"(.+?)['’]s?\s+[a-z]")


@cache
def _patterns() -> tuple[tuple[ContactKind, Sieve], ...]:
    """Match a ban or refusal up to the contact that there is not to be."""
    refused = any_of(load_table("dealings.yaml")["contact"]["refused"])
    reaches: tuple[tuple[ContactKind, int], ...] = (("ban", 60), ("refusal", 25))
    return tuple(
        (
            kind,
            list_pattern(
                kind, rf"\b{{}}\b[^.;]{{{{0,{reach}}}}}?\b(?P<what>{refused})\b"
            ),
        )
        for kind, reach in reaches
    )


def find_denials(sentence: Sentence) -> Iterator[Found]:
    """Find bans on contact and refusals of it."""
    text = sentence.text
    offset = sentence.span.start
    if not sentence.mentions:
        return
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            if _LIFTED.search(text[: match.start()]):
                continue
            start, end = match.start() + offset, match.end() + offset
            before = [m for m in sentence.mentions if m.end <= start]
            after = next((m for m in sentence.mentions if m.start >= end), None)
            partner: list[Mention] = []
            if after and WITH.fullmatch(sentence.document.text[end : after.start]):
                partner = sentence.list_from(after.start)
            parties = (*_with_owners(sentence, before[-1:]), *partner)
            if before and len(distinct(parties)) >= 2:
                yield Found(kind, sentence, start, parties, ())
                return


def _with_owners(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Add "Arle" to "Arle's parliament": what the one bans is banned for the other."""
    known = {m.text: m for m in sentence.known}
    found = list(mentions)
    for mention in mentions:
        owner = _OWNER.match(mention.text)
        if owner and owner[1] in known:
            end = mention.start + len(owner[1])
            found.append(replace(known[owner[1]], start=mention.start, end=end))
    return found
