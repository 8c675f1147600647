"""A contact in one sentence, and the words that such sentences share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from accord.model import ContactKind, Mention
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = [
    "BETWEEN",
    "IF",
    "NEAR",
    "TITLES",
    "WITH",
    "Found",
    "distinct",
    "is_body",
    "list_pattern",
]

#: A clause under a condition, up to its end.
IF = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\b[^.;,]*$")
# In characters: further away a date or place belongs to something else.
NEAR = 90
# Titles before a name: "met Arlish President Ode Varn".
TITLES = (
    r"(?:the\s+|its\s+|his\s+|her\s+|their\s+|current\s+|new\s+)*(?:[A-Z][\w’'.-]*\s+"
    r"|(?:counterpart|president|prime|minister|foreign|envoy|leader|leaders|chief"
    r"|secretary|general|chancellor|chairman|mediator|government|delegation|of)\s+){0,6}"
)
WITH = re.compile(rf"(?:\s+[\w-]+){{0,4}}?\s+with\s+{TITLES}")
BETWEEN = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:between|of|among)\s+(?:both\s+)?(?:the\s+)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A contact in one sentence."""

    kind: ContactKind
    sentence: Sentence
    at: int
    parties: tuple[Mention, ...]
    mediators: tuple[Mention, ...]


@cache
def list_pattern(name: str, shape: str) -> Sieve:
    """Match a word of a list in a shape that has ``{}`` where the word stands."""
    words = any_of(load_table("dealings.yaml")["contact"][name])
    return Sieve(shape.format(rf"(?:{words})"), re.IGNORECASE)


def distinct(mentions: Sequence[Mention]) -> set[str]:
    """Return the actors of mentions, each once."""
    return {m.actor or m.name for m in mentions}


def is_body(mention: Mention) -> bool:
    """Tell whether a mention is of a state, a body or a group."""
    actor = mention.actor
    return actor is not None and not actor.startswith(("per:", "text:", "outlet:"))
