"""Bodies and states that only the text names, put together from their words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.reading import Reading, Word

__all__ = ["Naming", "Namings", "find_namings", "share_stem"]

_JOINTS = frozenset({"of", "for", "and", "the", "&"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "our"})
_MAX_WORDS = 8
#: Letters an adjective may lose or gain against the name: Valdoria, Valdorian.
_ENDING_LETTERS = 3
_MIN_STEM_LETTERS = 4
_ADJECTIVE_ENDINGS = ("an", "ans", "ese", "ish", "ians", "is", "i")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where the text names a body of its own.

    Attributes:
        start: First character.
        name: The name on one line.
        words: Its words in lower case.
    """

    start: int
    name: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Namings:
    """What a text itself tells of names.

    Attributes:
        bodies: Places that name a body, in text order.
        short: Abbreviations that the text explains, with the name.
        capitals: How often each capitalised word stands in the text.
    """

    bodies: tuple[Naming, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    capitals: Mapping[str, int] = field(default_factory=dict)

    def whole_of(self, end: str) -> str | None:
        """Return the one body whose name ends so: "Guild" in "Nurses' Guild"."""
        whole = {body.name for body in self.bodies if body.name.endswith(f" {end}")}
        return whole.pop() if len(whole) == 1 else None

    def place_of(self, adjective: str) -> str:
        """Return the name behind an adjective of belonging, if the text has it.

        Example:
            >>> Namings(capitals={"Valdoria": 2, "Valdorian": 1}).place_of("Valdorian")
            'Valdoria'
        """
        if not adjective.lower().endswith(_ADJECTIVE_ENDINGS):
            return adjective
        fitting = [
            (-count, word)
            for word, count in self.capitals.items()
            if word != adjective
            and share_stem(word, adjective)
            and not word.lower().endswith(_ADJECTIVE_ENDINGS)
        ]
        return min(fitting)[1] if fitting else adjective


def share_stem(one: str, other: str) -> bool:
    """Tell whether two words may be a name and its adjective.

    Example:
        >>> share_stem("Kestria", "Kestrian"), share_stem("Norway", "Norman")
        (True, False)
    """
    short, long = sorted((one.lower(), other.lower()), key=len)
    if len(short) < _MIN_STEM_LETTERS or len(long) - len(short) > _ENDING_LETTERS:
        return False
    stem = max(_MIN_STEM_LETTERS, len(short) - 1)
    return short[:stem] == long[:stem]


def find_namings(reading: Reading, owners: Mapping[int, Hit]) -> Namings:
    """Find the bodies that a text names and the knowledge base does not have.

    Cost:
        Linear in the words.
    """
    words = reading.words
    bodies: list[Naming] = []
    short: dict[str, str] = {}
    capitals: Counter[str] = Counter()
    at = 0
    while at < len(words):
        word = words[at]
        if word.capital:
            capitals[word.text] += 1
        end = _body_end(words, at, owners)
        if end == at:
            at += 1
            continue
        for number in range(at + 1, end):
            if words[number].capital:
                capitals[words[number].text] += 1
        text = reading.document.text[word.start : words[end - 1].end]
        name = " ".join(text.split())
        bodies.append(
            Naming(word.start, name, frozenset(w.lower for w in words[at:end]))
        )
        if end < len(words) and words[end].gap.endswith("("):
            abbreviation = words[end].text
            if abbreviation.isupper() and len(abbreviation) > 1:
                short[abbreviation] = name
        at = end
    return Namings(tuple(bodies), short, capitals)


def _body_end(words: tuple[Word, ...], at: int, owners: Mapping[int, Hit]) -> int:
    """Return one past a body's name that begins at a word; ``at`` if none does."""
    known = nouns()
    if not words[at].capital or words[at].lower in _ARTICLES or _is_named(at, owners):
        return at
    end = at
    closed = False
    for number in range(at, min(at + _MAX_WORDS, len(words))):
        word = words[number]
        if number > at and (not word.tied or words[number - 1].gap.endswith("(")):
            break
        if word.lower in known.roles or _is_named(number, owners):
            break
        if word.capital:
            end = number + 1
            closed = closed or (number > at and word.lower in known.endings)
        elif word.lower not in _JOINTS or not closed:
            break
        if word.possessive and not word.text.endswith("s"):
            break
    return end if closed and end - at > 1 else at


def _is_named(number: int, owners: Mapping[int, Hit]) -> bool:
    """Tell whether a word belongs to a known name that is no adjective."""
    hit = owners.get(number)
    return hit is not None and hit.form.kind not in {"demonym", "surname"}
