"""Bodies and states that only the text names, put together from their words."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.reading import Reading, Word

__all__ = ["LEGAL_FORMS", "Naming", "Namings", "find_namings", "nouns_of", "share_stem"]

_JOINTS = frozenset({"of", "for", "and", "the", "&"})
#: After "Alliance" and the like these carry on a name as well.
_AFTER_KIND = _JOINTS | {"to", "on", "against", "in"}
#: Words of such a name at the least: "Alliance of Nurses".
_MIN_KIND_WORDS = 3
#: Behind the name of a firm these need no capital: "Acme plc".
LEGAL_FORMS = frozenset("plc inc ltd llc corp gmbh ag nv sa".split())
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "our"})
_MAX_WORDS = 8
#: Letters an adjective may lose or gain against the name: Valdoria, Valdorian.
_ENDING_LETTERS = 3
_MIN_STEM_LETTERS = 4
#: Letters that a name and its adjective share; tried 4 to 6 on invented names.
_STEM_LETTERS = 5
#: How far an apposition is read: "Acme, the largest ferry operator of the lake,".
_MAX_APPOSITION = 6
_MIN_ACRONYM, _MAX_ACRONYM = 2, 8
_ADJECTIVE_ENDINGS = ("an", "ans", "ese", "ish", "ians", "is", "i")


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

    def __post_init__(self) -> None:
        called: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        by_end: defaultdict[str, set[str]] = defaultdict(set)
        firms: defaultdict[str, set[str]] = defaultdict(set)
        for body in self.bodies:
            called[body.name] |= body.words
            begin, *more = body.name.split(" ")
            if more:
                by_end[more[-1]].add(body.name)
            if more and body.words & {"company", "club"}:
                firms[begin].add(body.name)
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.capitals:
            alike[_beginning(word)].append(word)
        object.__setattr__(self, "_nouns", called)
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
    return short[:stem] == long[:stem]


def nouns_of(name: str) -> frozenset[str]:
    """List the words of a body's name, and the common nouns that they allow.

    Example:
        >>> sorted(nouns_of("Hafn Foundation"))[:2]
        ['charity', 'foundation']
    """
    own = frozenset(name.lower().replace("’s", "").replace("'s", "").split())
    return own | {noun for noun, row in nouns().kinds.items() if own & row}


def find_namings(reading: Reading, owners: Mapping[int, Hit]) -> Namings:
    """Find the bodies that a text names and the knowledge base does not have.

    Cost:
        Linear in the words.
    """
    finder = _Finder(reading, owners)
    bodies = tuple(finder.find())
    words = reading.words
    capitals = Counter(word.text for word in words if word.capital)
    inside = (
        w.text for b, w in pairwise(words) if w.capital and b.sentence == w.sentence
    )
    lowered = (word.text for word in words if not word.capital)
    return Namings(
        bodies, finder.short, capitals, frozenset(inside), frozenset(lowered)
    )


class _Finder:
    """Goes through the words of a document once."""

    def __init__(self, reading: Reading, owners: Mapping[int, Hit]) -> None:
        self._text = reading.document.text
        self._words = reading.words
        self._owners = owners
        self.short: dict[str, str] = {}

    def find(self) -> Iterator[Naming]:
        """Give the places in text order."""
        at = 0
        while at < len(self._words):
            end = self._body_end(at)
            called = self._called_before(at)
            if end == at and (called or self._words[at].capital):
                end = self._run_end(at)
                called |= self._called_after(end)
                if not called and not self._acronym(at, end):
                    at += 1
                    continue
            if end == at:
                at += 1
                continue
            name = self._name(at, end)
            acronym = self._acronym(at, end)
            if acronym:
                self.short[acronym] = name
            yield Naming(self._words[at].start, name, nouns_of(name) | called)
            at = end

    def _name(self, first: int, last: int) -> str:
        """Put the words of a name on one line."""
        words = self._words
        return " ".join(self._text[words[first].start : words[last - 1].end].split())

    def _body_end(self, at: int) -> int:
        """Return one past a body's name that begins at a word; ``at`` if none does."""
        known, words = nouns(), self._words
        if not self._may_begin(at):
            return at
        kind = words[at].lower in known.bodies
        pair = at > 0 and words[at - 1].lower == "the" and words[at].text[-1] == "s"
        end, closed = at, False
        for number in range(at, min(at + _MAX_WORDS, len(words))):
            word = words[number]
            if number > at and not self._carries_on(number):
                break
            if word.capital or (number > at and word.lower in LEGAL_FORMS):
                end = number + 1
                joined = kind and number - at + 1 >= _MIN_KIND_WORDS
                closed = closed or (number > at and word.lower in known.endings)
                closed = closed or (joined and not words[number - 1].capital)
            elif not (
                (word.lower in _JOINTS and closed)
                or (word.lower in _AFTER_KIND and kind)
                or (word.lower == "and" and pair and number == at + 1)
            ):
                break
            if word.possessive and not word.text.endswith("s"):
                break
        return end if closed and end - at > 1 else at

    def _may_begin(self, at: int) -> bool:
        """Tell whether a body's name may begin at a word."""
        word = self._words[at]
        if not word.capital or word.lower in _ARTICLES:
            return False
        return word.lower not in nouns().roles and not _is_named(at, self._owners)

    def _carries_on(self, number: int) -> bool:
        """Tell whether a word may belong to the name that the word before does."""
        word, before = self._words[number], self._words[number - 1]
        if not word.tied or before.gap.endswith("("):
            return False
        return word.lower not in nouns().roles and not _is_named(number, self._owners)

    def _run_end(self, at: int) -> int:
        """Return one past the capitalised words from ``at`` on."""
        if not self._may_begin(at):
            return at
        words, end = self._words, at + 1
        while end < min(len(words), at + _MAX_WORDS) and (
            words[end].capital
            and self._carries_on(end)
            and not words[end - 1].possessive
        ):
            end += 1
        return end

    def _called_before(self, at: int) -> frozenset[str]:
        """Read "charity" in "the charity Common Shore"."""
        words = self._words
        before = words[at - 1] if at else None
        if before is None or not words[at].tied or "-" in words[at].gap:
            return frozenset()
        opens = at == 1 or self._words[at - 2].sentence != before.sentence
        common = before.lower in nouns().bodies and (opens or not before.capital)
        if not common or before.possessive or not words[at].capital:
            return frozenset()
        return frozenset({before.lower})

    def _called_after(self, end: int) -> frozenset[str]:
        """Read "operator" in "Acme, the ferry operator,"."""
        words = self._words
        if end + 1 >= len(words) or not words[end].gap.startswith(", "):
            return frozenset()
        if words[end].lower not in {"a", "an", "the"}:
            return frozenset()
        for number in range(end + 1, min(end + _MAX_APPOSITION, len(words))):
            word = words[number]
            if not word.tied or word.capital:
                break
            last = number + 1 == len(words) or not words[number + 1].tied
            if word.lower in nouns().bodies and (last or _goes_on(words[number + 1])):
                return frozenset({word.lower})
        return frozenset()

    def _acronym(self, at: int, end: int) -> str | None:
        """Read "ALI" in "Alliance of Low Islands (ALI)"."""
        words = self._words
        if end <= at or end >= len(words) or not words[end].gap.endswith("("):
            return None
        short = words[end].text
        if not short.isupper() or not _MIN_ACRONYM <= len(short) <= _MAX_ACRONYM:
            return None
        letters = [word.text[0] for word in words[at:end] if word.capital]
        closed = words[end - 1].lower in nouns().endings
        return short if closed or short[0] == letters[0] else None


def _goes_on(word: Word) -> bool:
    """Tell whether a word after a noun belongs to it: "operator of the lake"."""
    return word.lower in {"of", "for", "in", "on", "that", "which", "at", "based"}


def _is_named(number: int, owners: Mapping[int, Hit]) -> bool:
    """Tell whether a word belongs to a known name that is no adjective."""
    hit = owners.get(number)
    return hit is not None and hit.form.kind not in {"demonym", "surname"}
