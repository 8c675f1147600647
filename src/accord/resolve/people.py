"""Persons in a document: known ones, and those only the text knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from accord.model import Actor, Span, content_id
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge import KnowledgeBase
from accord.resolve.lexicon import nouns
from accord.resolve.names import PARTICLES, Gender, gender_of, keys_of
from accord.resolve.offices import TextRole, gender_of_role, read_roles
from accord.resolve.reading import Reading

__all__ = ["Occurrence", "Person", "find_people", "text_id"]

_HONORIFICS: Mapping[str, Gender | None] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "dame": "f",
    "lord": "m", "lady": "f", "madam": "f", "dr": None, "prof": None, "rev": None,
    "mx": None, "baroness": "f", "baron": "m", "herr": "m", "frau": "f",
    "monsieur": "m", "madame": "f", "señor": "m", "señora": "f",
}  # fmt: skip
#: Capitalised at the head of a sentence, or in a name of something else.
_NO_NAME = frozenset(
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
    twitter facebook telegram""".split()
)
_MAX_NAME_WORDS = 5


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
class _Name:
    """A stretch of words taken for a person's name."""

    first: int
    last: int
    person: Person
    rule: str
    confidence: float


def find_people(
    reading: Reading,
    hits: tuple[Hit, ...],
    knowledge: KnowledgeBase,
    *,
    day: date | None,
    hints: Iterable[Span] = (),
) -> tuple[tuple[Occurrence, ...], dict[str, Person]]:
    """Find the persons named in a document.

    Args:
        reading: The document.
        hits: Known names in it.
        knowledge: The knowledge base.
        day: Day of publication; None if not known.
        hints: Sources of attributions: a capitalised name in one is a person's.

    Returns:
        The places in text order, and the persons by id.

    Cost:
        Linear in the words.
    """
    finder = _Finder(reading, hits, knowledge, day)
    finder.mark_hints(hints)
    finder.find_full_names()
    finder.find_surnames()
    names = sorted(finder.names, key=lambda name: name.first)
    for name in names:
        finder.read_titles(name)
    for person in finder.people.values():
        person.gender = person.gender or gender_of_role(person.roles)
    return tuple(finder.occurrence(name) for name in names), finder.people


class _Finder:
    """Collects the names of one document."""

    def __init__(
        self,
        reading: Reading,
        hits: tuple[Hit, ...],
        knowledge: KnowledgeBase,
        day: date | None,
    ) -> None:
        self.reading = reading
        self.words = reading.words
        self.knowledge = knowledge
        self.day = day
        self.owners = {n: hit for hit in hits for n in range(hit.first, hit.last)}
        self.hits = hits
        self.people: dict[str, Person] = {}
        self.names: list[_Name] = []
        self.taken: set[int] = set()
        self.hinted: set[int] = set()
        self.lowered = {
            word.lower for word in self.words if not word.capital and word.text
        }
        # States and bodies that the document speaks of.
        self.bodies = {form.actor for hit in hits for form in hit.forms}
        self.lone = self._lone_capitals()

    def _lone_capitals(self) -> set[str]:
        """Collect capitalised words that stand alone within a sentence."""
        found: set[str] = set()
        words = self.words
        for number, word in enumerate(words):
            if not word.capital or number in self.owners:
                continue
            before = number > 0 and word.tied and words[number - 1].capital
            after = number + 1 < len(words) and (
                words[number + 1].capital and words[number + 1].tied
            )
            if not before and not after:
                found.add(word.key)
        return found

    def mark_hints(self, hints: Iterable[Span]) -> None:
        """Mark the words of attributions' sources."""
        for span in hints:
            self.hinted.update(self.reading.between(span.start, span.end))

    def find_full_names(self) -> None:
        """Find known persons by name, then unknown ones by the look of the name."""
        for hit in self.hits:
            self._known(hit)
        at = 0
        while at < len(self.words):
            end = self._run_end(at)
            if end > at:
                self._unknown(at, end)
            at = max(end, at + 1)

    def _known(self, hit: Hit) -> None:
        """Take a known name of a person."""
        form = hit.form
        actor = self.knowledge.actor(form.actor)
        if actor is None or actor.kind != "person" or form.kind != "name":
            return
        full = hit.last - hit.first > 1
        if not full and self._has_other_first_name(hit):
            return
        person = self._person_of(actor)
        rule, confidence = ("full-name", 0.95) if full else ("known-surname", 0.9)
        self._take(hit.first, hit.last, person, rule, confidence)

    def _has_other_first_name(self, hit: Hit) -> bool:
        """Tell whether a lone surname follows a first name that is not the actor's."""
        if hit.first == 0 or not self.words[hit.first].tied:
            return False
        before = self.words[hit.first - 1]
        if before.possessive or hit.first - 1 in self.owners:
            return False
        return before.capital and not self._is_no_name(hit.first - 1)

    def _person_of(self, actor: Actor) -> Person:
        """Return the document's record of a known person."""
        known = self.people.get(actor.id)
        if known is None:
            known = Person(actor.id, actor.name, actor, actor.gender)
            self.people[actor.id] = known
        return known

    def _take(
        self, first: int, last: int, person: Person, rule: str, confidence: float
    ) -> None:
        """Note a name."""
        self.names.append(_Name(first, last, person, rule, confidence))
        self.taken.update(range(first, last))

    def _is_no_name(self, number: int) -> bool:
        """Tell whether a capitalised word is none of a person's name."""
        word = self.words[number]
        known = nouns()
        lower = word.lower.rstrip(".")
        if lower in _NO_NAME or lower in known.roles or lower in _HONORIFICS:
            return True
        if lower in known.modifiers or lower in known.vague:
            return lower in self.lowered or word.lower not in _ALSO_NAMES
        return False

    def _run_end(self, at: int) -> int:
        """Return one past a run of words that look like a name; ``at`` if none."""
        words = self.words
        if not self._begins_name(at):
            return at
        end = at + 1
        while end < len(words) and end - at < _MAX_NAME_WORDS + 2:
            word = words[end]
            if not word.tied or words[end - 1].possessive or end in self.taken:
                break
            if word.lower in PARTICLES and not word.capital:
                end += 1
                continue
            if not word.capital or self._is_no_name(end) or self._is_foreign(end):
                break
            end += 1
        while end > at + 1 and not words[end - 1].capital:
            end -= 1
        return end

    def _begins_name(self, at: int) -> bool:
        """Tell whether a name may begin at a word."""
        word = self.words[at]
        if not word.capital or at in self.taken or self._is_no_name(at):
            return False
        return not self._is_foreign(at) and not word.text[-1].isdigit()

    def _is_foreign(self, number: int) -> bool:
        """Tell whether a word belongs to a known name that is no person's."""
        hit = self.owners.get(number)
        if hit is None or hit.form.kind == "surname":
            return False
        actor = self.knowledge.actor(hit.form.actor)
        return actor is None or actor.kind != "person"

    def _unknown(self, first: int, last: int) -> None:
        """Take a run of capitalised words for a person's name, given evidence."""
        words = self.words
        if first + 1 < last and self._is_sentence_word(first):
            first += 1
        count = last - first
        if not 2 <= count <= _MAX_NAME_WORDS:
            return
        if words[last - 1].lower in nouns().endings or self._after_article(first):
            return
        if (
            any(
                len(words[n].text) > 3 and words[n].text.isupper()
                for n in range(first, last)
            )
            and not words[last - 1].text.istitle()
        ):
            return
        evidence = self._evidence(first, last)
        if not evidence:
            return
        span = self.reading.document.text[words[first].start : words[last - 1].end]
        name = " ".join(span.split())
        identity = text_id(name)
        person = self.people.get(identity)
        if person is None:
            person = Person(identity, name, None, gender_of(name))
            self.people[identity] = person
        self._take(first, last, person, "text-name", evidence)

    def _is_sentence_word(self, number: int) -> bool:
        """Tell whether a word is capitalised only as the first of its sentence."""
        word = self.words[number]
        starts = number == 0 or self.words[number - 1].sentence != word.sentence
        return starts and word.lower in self.lowered

    def _after_article(self, first: int) -> bool:
        """Tell whether an article stands right before a word."""
        if first == 0 or not self.words[first].tied:
            return False
        return self.words[first - 1].lower in {"the", "a", "an"}

    def _evidence(self, first: int, last: int) -> float:
        """Weigh the signs that a run of words is a person's name; 0 for none."""
        words = self.words
        span_words = words[first:last]
        if gender_of(" ".join(word.text for word in span_words)):
            return 0.8
        if first > 0 and words[first].tied:
            before = words[first - 1].lower.rstrip(".")
            if before in nouns().roles or before in _HONORIFICS:
                return 0.8
        if any(len(w.text.rstrip(".")) == 1 for w in span_words[1:-1]):
            return 0.75
        if last < len(words) and words[last].gap.startswith(","):
            after = words[last : last + 8]
            if any(word.lower in nouns().roles for word in after):
                return 0.7
        if words[last - 1].key in self.lone and first in self.hinted:
            return 0.7
        if first in self.hinted or words[last - 1].key in self.lone:
            return 0.55
        return 0.0

    def find_surnames(self) -> None:
        """Find lone last names of persons the document names in full."""
        by_surname: dict[str, list[_Name]] = {}
        for name in sorted(self.names, key=lambda name: name.first):
            for key in self._surname_keys(name.person):
                by_surname.setdefault(key, []).append(name)
        for number, word in enumerate(self.words):
            if number in self.taken or not word.capital:
                continue
            candidates = by_surname.get(word.key)
            if candidates:
                self._take_surname(number, candidates)
            elif number in self.owners:
                self._weak_surname(number)
            else:
                self._titled_surname(number, by_surname)

    def _surname_keys(self, person: Person) -> tuple[str, ...]:
        """Return the folded last names by which a person may be called."""
        names = person.actor.names if person.actor else (person.name,)
        found = [keys_of(name)[-1] for name in names]
        surname = self.knowledge.surname(person.id)
        if surname:
            found = list(keys_of(surname)[-1:])
        return tuple(dict.fromkeys(found))

    def _take_surname(self, number: int, candidates: list[_Name]) -> None:
        """Give a lone last name to the person named so, nearest before it."""
        if self._is_foreign(number) or self._in_other_name(number):
            return
        before = [name for name in candidates if name.first < number]
        chosen = (before or candidates)[-1 if before else 0].person
        several = len({name.person.id for name in candidates}) > 1
        self._take(number, number + 1, chosen, "surname", 0.7 if several else 0.9)

    def _in_other_name(self, number: int) -> bool:
        """Tell whether a word is part of a longer capitalised name."""
        words = self.words
        if number > 0 and words[number].tied and number - 1 not in self.taken:
            before = words[number - 1]
            plain = before.capital and not before.possessive
            if plain and not self._is_no_name(number - 1):
                sentence_word = self._is_sentence_word(number - 1)
                return not sentence_word and number - 1 not in self.owners
        if number + 1 < len(words) and not words[number].possessive:
            after = words[number + 1]
            return after.capital and after.tied and after.lower in nouns().endings
        return False

    def _weak_surname(self, number: int) -> None:
        """Take a known person's last name where title or date speak for one alone."""
        hit = self.owners[number]
        if hit.form.kind != "surname" or self._in_other_name(number):
            return
        actors = [self.knowledge.actor(form.actor) for form in hit.forms]
        titled = number > 0 and self._is_title(number - 1)
        fitting = [
            actor
            for actor in actors
            if actor is not None and self._plausible(actor, titled=titled)
        ]
        if len(fitting) == 1:
            person = self._person_of(fitting[0])
            rule = "titled-surname" if titled else "office-surname"
            self._take(hit.first, hit.last, person, rule, 0.8 if titled else 0.65)

    def _is_title(self, number: int) -> bool:
        """Tell whether a word is a title before a name."""
        lower = self.words[number].lower.rstrip(".")
        return lower in _HONORIFICS or lower in nouns().roles

    def _plausible(self, actor: Actor, *, titled: bool) -> bool:
        """Tell whether a person known by office may be meant by the last name alone."""
        if self.day is None and not titled:
            return False
        day = self.day
        return any(
            role.of in self.bodies and (day is None or role.holds_on(day))
            for role in actor.roles
        )

    def _titled_surname(self, number: int, by_surname: dict[str, list[_Name]]) -> None:
        """Take "Mr. Smith" for a person even if no first name is ever given."""
        words = self.words
        if number == 0 or not words[number].tied or self._is_no_name(number):
            return
        before = words[number - 1]
        lower = before.lower.rstrip(".")
        honorific = lower in _HONORIFICS
        office = before.capital and lower in nouns().roles
        if not honorific and not office:
            return
        after = words[number + 1] if number + 1 < len(words) else None
        if after is not None and after.capital and after.tied:
            return
        name = words[number].text
        identity = text_id(name)
        person = self.people.setdefault(
            identity, Person(identity, name, None, _HONORIFICS.get(lower))
        )
        self._take(number, number + 1, person, "titled-surname", 0.65)
        by_surname.setdefault(words[number].key, []).append(self.names[-1])

    def read_titles(self, name: _Name) -> None:
        """Read the offices and forms of address around a name."""
        words, first = self.words, name.first
        if first > 0 and words[first].tied:
            lower = words[first - 1].lower.rstrip(".")
            gender = _HONORIFICS.get(lower)
            if gender and name.person.gender is None:
                name.person.gender = gender
        name.person.roles += self._roles_around(name)

    def _roles_around(self, name: _Name) -> tuple[TextRole, ...]:
        """Read the offices right before and right after a name."""
        words = self.words
        found: tuple[TextRole, ...] = ()
        begin = self._title_start(name.first)
        if begin < name.first:
            found += read_roles(
                self.reading, begin, name.first, self.owners, self.knowledge
            )
        after = name.last
        if after < len(words) and not words[after - 1].possessive:
            gap = words[after].gap
            if gap.startswith((",", " (", " – ", " — ", " - ")):
                end = self._apposition_end(after)
                found += read_roles(
                    self.reading, after, end, self.owners, self.knowledge
                )
        return found

    def _title_start(self, first: int) -> int:
        """Return the first word of the title that leads up to a name."""
        words = self.words
        begin = first
        sentence = words[first].sentence
        comma = words[first].gap.startswith(",")
        while begin > 0 and first - begin < _MAX_TITLE_WORDS:
            word = words[begin - 1]
            if word.sentence != sentence or begin - 1 in self.taken:
                break
            if begin < first and not words[begin].tied and not comma:
                break
            if begin == first and not words[begin].tied and not comma:
                break
            if begin < first and comma and words[begin].gap.startswith((",", ";", ":")):
                break
            if not comma and not self._may_lead(begin - 1):
                break
            begin -= 1
        if comma and not self._leads_up(begin, first):
            return first
        return begin

    def _may_lead(self, number: int) -> bool:
        """Tell whether a word may be part of a title before a name."""
        word, known = self.words[number], nouns()
        lower = word.lower.rstrip(".")
        return (
            number in self.owners
            or lower in known.roles
            or lower in known.modifiers
            or lower in known.vague
            or lower in {"former", "ex", "onetime", "then", "of", "the", "for", "and"}
            or word.possessive
        )

    def _leads_up(self, begin: int, first: int) -> bool:
        """Tell whether "X's minister for Y, NAME" stands before a name."""
        words = self.words
        if begin >= first:
            return False
        opener = words[begin]
        determined = opener.lower in {"the", "its", "their", "his", "her", "our"}
        return (determined or opener.possessive or begin in self.owners) and not any(
            words[n].lower in _VERBS for n in range(begin, first)
        )

    def _apposition_end(self, after: int) -> int:
        """Return one past the words of an apposition after a name."""
        words = self.words
        end = after
        sentence = words[after].sentence
        while end < len(words) and end - after < _MAX_TITLE_WORDS:
            word = words[end]
            if word.sentence != sentence or word.lower in _VERBS:
                break
            if end > after and (word.gap[:1] in ",;:.)" or '"' in word.gap):
                break
            if end in self.taken and end > after + 1:
                break
            end += 1
        return end

    def occurrence(self, name: _Name) -> Occurrence:
        """Describe where a name stands."""
        words = self.words
        first, last = words[name.first], words[name.last - 1]
        return Occurrence(
            first.start,
            last.end,
            name.first,
            name.last,
            name.person.id,
            name.rule,
            name.confidence,
            subject=self._is_subject(name),
            possessive=last.possessive,
        )

    def _is_subject(self, name: _Name) -> bool:
        """Tell whether a name seems to be the subject of its sentence or clause."""
        words = self.words
        if words[name.last - 1].possessive:
            return False
        begin = self._title_start(name.first)
        if begin == 0 or words[begin - 1].sentence != words[name.first].sentence:
            return True
        if words[begin].gap.startswith((",", ";", ":")) or '"' in words[begin].gap:
            return True
        return words[begin - 1].lower in _BEFORE_SUBJECT


_MAX_TITLE_WORDS = 14
_ALSO_NAMES = frozenset("young major rich chase grant bishop king prince".split())
_BEFORE_SUBJECT = frozenset(
    """that as but and while when although though because if meanwhile however
    where since after before""".split()
)
_VERBS = frozenset(
    """said says told has had have is was were are will would could should added
    warned stated claimed argued noted stressed called urged announced insisted
    declared confirmed denied accused who which that""".split()
)
