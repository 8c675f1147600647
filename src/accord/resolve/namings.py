"""Bodies and states that only the text names, put together from their words."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from accord.resolve.knowledge.lexicon import nouns

__all__ = ["LEGAL_FORMS", "Naming", "Namings", "nouns_of", "share_stem"]

_JOINTS = frozenset({"of", "for", "in", "and", "&"})
#: Behind the name of a firm these need no capital: "Acme plc".
LEGAL_FORMS = frozenset("plc inc ltd llc corp gmbh ag nv sa".split())
#: Letters an adjective may lose or gain against the name: Valdoria, Valdorian.
_ENDING_LETTERS = 3
_MIN_STEM_LETTERS = 4
#: Letters that a name and its adjective share; tried 4 to 6 on invented names.
_STEM_LETTERS = 5
_ADJECTIVE_ENDINGS = ("an", "ans", "ese", "ish", "ians", "is", "i")

#: What firms are called that bear the name of their land.
_BRANCHES = ("air", "tel", "com", "gas", "oil", "bank", "rail", "net", "corp")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where the text names a body of its own.

    Attributes:
        start: First character.
        name: The name on one line.
        words: Its words in lower case, and common nouns it may be called by.
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
        inside: Capitalised words that stand within a sentence, not only at its head.
        lowered: Words that the text has in lower case too.
    """

    bodies: tuple[Naming, ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    capitals: Mapping[str, int] = field(default_factory=dict)
    inside: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    _nouns: Mapping[str, frozenset[str]] = field(init=False)
    _stems: frozenset[str] = field(init=False)
    _alike: Mapping[str, list[str]] = field(init=False)
    _by_end: Mapping[str, set[str]] = field(init=False)
    _firms: Mapping[str, set[str]] = field(init=False)
    _first: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        called: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        by_end: defaultdict[str, set[str]] = defaultdict(set)
        firms: defaultdict[str, set[str]] = defaultdict(set)
        for body in self.bodies:
            called[body.name] |= body.words
            begin, *more = body.name.split(" ")
            if more and (len(more) == 1 or more[-2] not in _JOINTS):
                # "Foo" is more than the "University of Foo".
                by_end[more[-1]].add(body.name)
            if more and body.words & {"company", "club"}:
                firms[begin].add(body.name)
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.capitals:
            alike[_beginning(word)].append(word)
        object.__setattr__(self, "_nouns", called)
        first = {body.name: body.start for body in reversed(self.bodies)}
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_by_end", by_end)
        object.__setattr__(self, "_firms", firms)
        object.__setattr__(self, "_alike", alike)
        stems = (word[:_STEM_LETTERS] for word in self.inside)
        long = frozenset(stem for stem in stems if len(stem) == _STEM_LETTERS)
        object.__setattr__(self, "_stems", long)

    def is_name(self, word: str) -> bool:
        """Tell whether a word at the head of a sentence is capitalised elsewhere too.

        "Valdoria" is a name if "Valdorian" stands somewhere within a sentence.

        Example:
            >>> Namings(inside=frozenset({"Valdorian"})).is_name("Valdoria")
            True
        """
        if word.lower() in self.lowered:
            return False
        return word in self.inside or word[:_STEM_LETTERS] in self._stems

    def called(self, name: str) -> frozenset[str]:
        """List the words of a body's name, and what else it may be called."""
        return self._nouns.get(name) or nouns_of(name)

    def before(self, offset: int) -> Iterator[Naming]:
        """Give the places before an offset, nearest first."""
        end = bisect_left(self.bodies, offset, key=lambda body: body.start)
        return (self.bodies[n] for n in range(end - 1, -1, -1))

    def is_called(self, name: str, noun: str) -> bool:
        """Tell whether a common noun may mean the body of a name.

        Example:
            >>> Namings().is_called("Hafn Post", "newspaper")
            True
        """
        return noun in self.called(name)

    def first_named(self, name: str) -> int | None:
        """Return where the text first names a body; None if it does not."""
        return self._first.get(name)

    def is_body(self, name: str) -> bool:
        """Tell whether the text names a body so."""
        return name in self._nouns

    def full(self, name: str) -> str | None:
        """Return the full name behind an abbreviation, or one word of a name."""
        if name in self.short:
            return self.short[name]
        if " " in name:
            return None
        return self.company_of(name) or self.whole_of(name)

    def is_land(self, word: str) -> bool:
        """Tell whether a word names a land: the text has its adjective too.

        Example:
            >>> Namings(capitals={"Valdoria": 2, "Valdorian": 1}).is_land("Valdoria")
            True
        """
        if word.lower().endswith(_ADJECTIVE_ENDINGS):
            return self.place_of(word) != word
        return any(
            other.lower().endswith(_ADJECTIVE_ENDINGS) and share_stem(word, other)
            for other in self._alike.get(_beginning(word), ())
            if other != word
        )

    def whole_of(self, end: str) -> str | None:
        """Return the one body whose name ends so: "Guild" in "Nurses' Guild"."""
        return _only(self._by_end.get(end, ()))

    def company_of(self, begin: str) -> str | None:
        """Return the one firm or club whose name begins so: "Acme" in "Acme Ltd"."""
        return _only(self._firms.get(begin, ()))

    def place_of(self, adjective: str) -> str:
        """Return the name behind an adjective of belonging, if the text has it.

        Example:
            >>> Namings(capitals={"Valdoria": 2, "Valdorian": 1}).place_of("Valdorian")
            'Valdoria'
        """
        if not adjective.lower().endswith(_ADJECTIVE_ENDINGS):
            return adjective
        fitting = [
            (-self.capitals[word], word)
            for word in self._alike.get(_beginning(adjective), ())
            if word != adjective
            and share_stem(word, adjective)
            and not word.lower().endswith(_ADJECTIVE_ENDINGS)
        ]
        return min(fitting)[1] if fitting else adjective


def _beginning(word: str) -> str:
    """Give the letters that every two words with one stem share."""
    return word[:_MIN_STEM_LETTERS].lower()


def _only(names: Collection[str]) -> str | None:
    """Return the one name; None if there are more or none."""
    return next(iter(names)) if len(names) == 1 else None


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
    return short[:stem] == long[:stem] and not _is_compound(short, long)


def _is_compound(short: str, long: str) -> bool:
    """Tell "Veldair", a carrier, from "Velda", the land of the Veldans."""
    return long.endswith(_BRANCHES) and not short.endswith(_BRANCHES)


def nouns_of(name: str) -> frozenset[str]:
    """List the words of a body's name, and the common nouns that they allow.

    Example:
        >>> sorted(nouns_of("Hafn Foundation"))[:2]
        ['charity', 'foundation']
    """
    # Not the council, but its committee is "Hafn Council's committee".
    last = re.split(r"['’]s ", name.lower())[-1]
    own = frozenset(last.replace("’s", "").replace("'s", "").split())
    return own | {noun for noun, row in nouns().kinds.items() if own & row}
