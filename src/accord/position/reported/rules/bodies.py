"""Who decides: what the text calls a body, and the list of its members."""

import re
from collections.abc import Sequence
from functools import cache

from accord.model import Mention
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["body_name", "listed_members", "mechanism_words"]

_NOUN_OF = r"(?:\s+of\s+(?:[a-z]+\s+)?[a-z]+)?"
# What a list of members follows: "five guarantors: Arle, Belm and Corva".
_LISTS = re.compile(
    r"(?::|\b(?:of|are|names?|includes?|comprises?|between|among|by|with))\s+(?:the\s+)?$"
)


@cache
def mechanism_words(name: str) -> Sieve:
    """Match the words of a list."""
    words = any_of(load_table("dealings.yaml")["mechanism"][name])
    return Sieve(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _name_pattern() -> Sieve:
    """Match a body with up to two words before it and what it is of."""
    bodies = any_of(load_table("dealings.yaml")["mechanism"]["bodies"])
    return Sieve(rf"\b((?:[A-Za-z][\w-]*\s+){{0,3}})((?i:{bodies})\b{_NOUN_OF})")


_NOT_IN_NAME = frozenset(
    "the a an of all each every any from for by with that this its their under in to and "
    "or on over into about which has have is are was were would will be both two between no such at as "
    "it he she they but if once only when unless until s said says calling create creates created form forms joins".split()
)
_NOT_AT_END = frozenset(
    "decides decide may must can will would votes needs requires has is was meets".split()
)
_AFTER_NAME = frozenset(
    "the a an any all each this that its their which whom it".split()
)


def body_name(scope: Sequence[Sentence]) -> str | None:
    """Find what the text calls the body, nearest to its rule first."""
    for sentence in scope:
        match = _name_pattern().search(sentence.text)
        if match:
            words = match[1].split()
            while any(word.lower() in _NOT_IN_NAME for word in words):
                words.pop(0)
            tail = match[2].split()
            if set(tail[1:]) & _AFTER_NAME:
                tail = tail[:1]
            if tail[-1].lower() in _NOT_AT_END:
                tail.pop()
            return " ".join((*words, *tail))
    return None


def listed_members(scope: Sequence[Sentence], home: Sentence) -> tuple[Mention, ...]:
    """Find the list of those who decide, nearest to the rule first."""
    for sentence in scope:
        if sentence is not home and not mechanism_words("bodies").search(sentence.text):
            continue
        longest: list[Mention] = []
        for mention in sentence.mentions:
            lead = sentence.document.text[sentence.span.start : mention.start]
            if sentence is not home and not _LISTS.search(lead):
                continue
            listed = [m for m in sentence.list_from(mention.start) if _is_body(m)]
            longest = max(longest, listed, key=lambda one: len({m.actor for m in one}))
        count = len({m.actor for m in longest})
        if count >= (2 if sentence is home else 3):
            return tuple(longest)
    return ()


def _is_body(mention: Mention) -> bool:
    """Tell whether a mention is of a state or body."""
    actor = mention.actor
    return actor is not None and not actor.startswith(("per:", "outlet:"))
