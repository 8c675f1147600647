"""Persons of one document, and the places that name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from accord.model import Actor, content_id
from accord.resolve.knowledge.names import Gender, keys_of
from accord.resolve.offices import TextRole

__all__ = [
    "HONORIFICS",
    "NO_NAME",
    "SUFFIXES",
    "Name",
    "Occurrence",
    "Person",
    "last_name",
    "text_id",
]

#: Forms of address before a name, and the gender they tell.
HONORIFICS: Mapping[str, Gender | None] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "dame": "f",
    "lord": "m", "lady": "f", "madam": "f", "dr": None, "prof": None, "rev": None,
    "mx": None, "baroness": "f", "baron": "m", "herr": "m", "frau": "f",
    "excellency": None, "eng": None, "hon": None, "monsieur": "m", "madame": "f", "señor": "m", "señora": "f",
    "h.e.": None, "h.h.": None, "h.r.h.": None, "revd": None, "sheikh": "m", "shaikh": "m", "sheikha": "f",
    "shri": "m", "smt": "f", "datuk": "m", "dom": "m",
}  # fmt: skip


#: Behind a last name, in lower case: they count the bearer, or tell of a rank.
SUFFIXES = frozenset(
    "jr sr ii iii iv vi vii viii esq phd md kc qc sc mp mep mla obe mbe cbe".split()
)

#: Capitalised at the head of a sentence, or in a name of something else.
NO_NAME = frozenset(
    """the a an and but or nor so yet in on at by for of to from with as if when while
    after before since although though because however meanwhile moreover also
    additionally earlier later last next this that these those there here he she it
    they we you i his her its their our your who what where why how which not no yes
    despite during according asked speaking quoting citing addressing regarding
    monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december both either most
    many some several all any each every other another such only even still just
    once now then today tomorrow yesterday another about over under against among
    between through without within until unless whether one two three four five six
    seven eight nine ten first second new old western eastern northern southern north
    south east west central european asian african arab christian muslim jewish
    islamic catholic orthodox photo image images read video watch article
    twitter facebook telegram upper lower greater little inner outer port mount lake
    cape fort saint neighbouring neighboring nearby surrounding""".split()
)


@dataclass(slots=True)
class Person:
    """A person of one document, as far as has been read.

    Attributes:
        id: Actor id; ``text:`` and a hash if only the text knows the person.
        name: Name to show.
        actor: The actor of the knowledge base; None if it does not know the person.
        gender: None if nothing tells.
        roles: Offices that the text gives, in text order.
    """

    id: str
    name: str
    actor: Actor | None
    gender: Gender | None
    roles: list[TextRole] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a person is named.

    Attributes:
        start: First character.
        end: One past the last character.
        first: Number of the first word.
        last: One past the number of the last word.
        person: Id of the person.
        rule: How the name was understood.
        confidence: In [0, 1]; not calibrated.
        subject: Whether the sentence seems to be about the person.
        possessive: Whether the name owns what follows.
    """

    start: int
    end: int
    first: int
    last: int
    person: str
    rule: str
    confidence: float
    subject: bool
    possessive: bool


def text_id(name: str) -> str:
    """Make the id of an actor that only texts know, from its folded name."""
    return content_id("actor", *keys_of(name)).replace("actor-", "text:")


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of words taken for a person's name."""

    first: int
    last: int
    person: Person
    rule: str
    confidence: float


def last_name(name: str) -> str:
    """Return the folded last name, without what stands behind it, as "III".

    Example:
        >>> last_name("Jane Doe"), last_name("John Roe Jr."), last_name("Jr.")
        ('doe', 'roe', '')
    """
    keys = list(keys_of(name))
    words = name.replace("-", " ").split()
    while words and words[-1].rstrip(".").lower() in SUFFIXES:
        words.pop()
        keys.pop()
    return keys[-1] if keys else ""
