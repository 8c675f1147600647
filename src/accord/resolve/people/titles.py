"""Titles and appositions: what a text says of the persons it names."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from accord.model import ActorRef
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import is_first_name
from accord.resolve.namings import Namings
from accord.resolve.offices import TextRole, read_roles
from accord.resolve.people.person import HONORIFICS, NO_NAME, Name
from accord.resolve.reading import Reading

__all__ = ["Titles"]

#: Longest title or apposition in words; longer ones are read in part.
_MAX_TITLE_WORDS = 14
_BEFORE_SUBJECT = frozenset(
    """that as but while when although though because if meanwhile however
    where since after before""".split()
)
_TIMES = frozenset(
    """ago yesterday today tonight later earlier night morning afternoon evening week
    month year time monday tuesday wednesday thursday friday saturday sunday""".split()
)
_DETERMINERS = frozenset("the its their his her our my a an".split())
_SMALL = frozenset("the a an its for of on to".split())
#: Words before the name in "who negotiates for the charity Common Shore".
_MAX_BEFORE_NAME = 5
_VERBS = frozenset(
    """said says told has had have is was were are will would could should added
    warned stated claimed argued noted stressed called urged announced insisted
    declared confirmed denied accused who which that""".split()
)


_SPEAKING = frozenset("spokesman spokeswoman spokesperson leader chair".split())


@cache
def _fields() -> frozenset[str]:
    """List the words for a field of work before an office."""
    known = nouns()
    return known.modifiers | known.remits


class Titles:
    """Reads what stands before and after the names of a document.

    Args:
        reading: The document.
        owners: For each word within a known name, the name.
        taken: Numbers of all words within persons' names.
        knowledge: The knowledge base.
        namings: Bodies that only the text names.
    """

    def __init__(
        self,
        reading: Reading,
        owners: Mapping[int, Hit],
        taken: AbstractSet[int],
        knowledge: KnowledgeBase,
        namings: Namings,
    ) -> None:
        self.reading = reading
        self.words = reading.words
        self.owners = owners
        self.taken = taken
        self.knowledge = knowledge
        self.bodies = {body.start: body.name for body in namings.bodies}

    def read_titles(self, name: Name) -> None:
        """Read the offices and forms of address around a name."""
        words, first = self.words, name.first
        if first > 0 and words[first].tied:
            lower = words[first - 1].lower.rstrip(".")
            gender = HONORIFICS.get(lower)
            if gender and name.person.gender is None:
                name.person.gender = gender
        roles = (*self._roles_around(name), *self._deeds_after(name))
        roles = tuple(self._with_owner(role) for role in roles)
        named = self._land_after(name) if roles else None
        if named is not None:
            roles = tuple(
                role if role.of or role.former else replace(role, of=named)
                for role in roles
            )
        name.person.roles += [self._with_field(role) for role in roles]

    def _with_owner(self, role: TextRole) -> TextRole:
        """Read the party in "Plaid Cymru's health spokesman", which looks like a person."""
        if role.of is not None or not set(role.title) & _SPEAKING:
            return role
        words, last = self.words, role.first
        while last and words[last].tied and words[last - 1].lower in _fields():
            last -= 1
        first = last
        while first - 1 in self.taken and (first == last or words[first].tied):
            first -= 1
        if first == last or not words[last - 1].possessive:
            return role
        if is_first_name(words[first].text):
            return role
        name = self.reading.document.text[words[first].start : words[last - 1].end]
        return replace(role, of=ActorRef(None, name))

    def _land_after(self, name: Name) -> ActorRef | None:
        """Read "Foo" in "President Jane Doe of Foo"."""
        words, first = self.words, name.last + 1
        if first >= len(words) or words[name.last].lower != "of":
            return None
        tied = words[name.last].tied and words[first].tied and words[first].capital
        if not tied or words[name.last - 1].possessive or first in self.taken:
            return None
        hit = self.owners.get(first)
        if hit is not None:
            actor = self.knowledge.actor(hit.form.actor)
            return actor.ref if actor is not None and actor.kind == "state" else None
        last = first + 1
        while last < len(words) and words[last].capital and words[last].tied:
            last += 1
        text = self.reading.document.text
        return ActorRef(None, text[words[first].start : words[last - 1].end])

    def _roles_around(self, name: Name) -> tuple[TextRole, ...]:
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

    def _with_field(self, role: TextRole) -> TextRole:
        """Take "Ports" in "Minister of Ports" for a field, not for a state."""
        if role.title not in {("minister",), ("secretary",)}:
            return role
        if role.of is None or role.of.actor is not None:
            return role
        behind = self.words[role.last : role.last + 1]
        if not any(word.lower in {"of", "for"} for word in behind):
            return role
        field = tuple(role.of.name.lower().split())
        return replace(role, title=(*field, *role.title), of=None)

    def _deeds_after(self, name: Name) -> tuple[TextRole, ...]:
        """Read ", who leads the guild" and "of the charity Common Shore"."""
        words, after = self.words, name.last
        if after + 1 >= len(words) or words[after - 1].possessive:
            return ()
        deed = nouns().deeds.get(words[after + 1].lower)
        if words[after].lower == "who" and deed is not None:
            title: tuple[str, ...] = (deed,)
            of = self._body_from(after + 2)
        elif words[after].tied and words[after].lower in {"of", "from", "at"}:
            title, of = (), self._body_from(after + 1)
            if of is None:
                return ()
        else:
            return ()
        return (TextRole(title, of, False, None, after, after + 2),)  # noqa: FBT003

    def _body_from(self, number: int) -> ActorRef | None:
        """Return the body that words name, common nouns before its name left out."""
        words, known = self.words, nouns()
        for ahead in range(number, min(number + _MAX_BEFORE_NAME, len(words))):
            word = words[ahead]
            if word.start in self.bodies:
                return ActorRef(None, self.bodies[word.start])
            hit = self.owners.get(ahead)
            if hit is not None:
                actor = self.knowledge.actor(hit.form.actor)
                body = actor is not None and actor.kind == "organisation"
                return actor.ref if actor is not None and body else None
            lower = word.lower
            if lower in known.bodies and ahead > number and not self._goes_on(ahead):
                return self._by_members(number, ahead)
            common = lower in known.bodies or lower in known.modifiers
            common |= self._is_of_many(ahead)
            if not (word.tied and (common or lower in _SMALL)):
                return None
        return None

    def _goes_on(self, noun: int) -> bool:
        """Tell "the charity Common Shore" from "the charity"."""
        after = self.words[noun + 1 : noun + 2]
        return any(w.tied and (w.capital or w.lower in nouns().bodies) for w in after)

    def _is_of_many(self, number: int) -> bool:
        """Tell whether a word is that of members: "fishermen's", "dockers'"."""
        word = self.words[number]
        after = self.reading.document.text[word.end : word.end + 1]
        return not word.capital and (word.possessive or after in {"'", "’"})

    def _by_members(self, first: int, noun: int) -> ActorRef | None:
        """Name "the fishermen's cooperative" by its words; None for "the company"."""
        telling = [n for n in range(first, noun) if self._is_of_many(n)]
        if not telling:
            return None
        begin, end = self.words[telling[0]].start, self.words[noun].end
        return ActorRef(None, self.reading.document.text[begin:end])

    def _title_start(self, first: int) -> int:
        """Return the first word of the title that leads up to a name."""
        words = self.words
        begin = first = self._address_start(first)
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
        return self._leading_up(begin, first) if comma else begin

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
            or (word.capital and lower not in NO_NAME)
        )

    def _address_start(self, first: int) -> int:
        """Step over "Mr." and "Col." in "spokesman of the ministry, Mr. Doe"."""
        before = self.words[first - 1] if first else None
        if before is None or not self.words[first].tied:
            return first
        lower = before.lower.rstrip(".")
        address = lower in HONORIFICS or lower in nouns().roles
        return first - 1 if address and before.gap.startswith(",") else first

    def _leading_up(self, begin: int, first: int) -> int:
        """Return where "X's minister for Y, NAME" begins; ``first`` if nowhere."""
        words = self.words
        found = first
        owned = begin - 1 in self.taken and words[begin - 1].possessive
        owned &= any(words[n].lower in _SPEAKING for n in range(begin, first))
        for number in range(first - 1, begin - 1, -1):
            word = words[number]
            if word.lower in _VERBS:
                break
            if number == begin and owned:
                found = number
            determined = word.lower in _DETERMINERS or word.possessive
            if determined or number in self.owners or self._is_office(number):
                found = number
        return found

    def _is_office(self, number: int) -> bool:
        """Tell whether "Spokesman of" begins a title without an article."""
        word, before = self.words[number], self.words[number - 1] if number else None
        after = self.words[number + 1].lower
        led = word.tied and before is not None and before.capital
        office = word.lower in nouns().roles and after in {"of", "for"}
        return office and (word.capital or led)

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
        return after if self._is_subject_noun(after, end) else end

    def _is_subject_noun(self, after: int, end: int) -> bool:
        """Tell "asked by Doe, the witness said" from "Doe, the mayor, said"."""
        words = self.words
        if words[after].lower != "the" or not after < end < len(words):
            return False
        return words[end].tied and words[end].lower in _VERBS

    def is_subject(self, name: Name) -> bool:
        """Tell whether a name seems to be the subject of its sentence or clause."""
        words = self.words
        if words[name.last - 1].possessive:
            return False
        begin = self._title_start(name.first)
        if begin and words[begin].tied and words[begin - 1].lower in _DETERMINERS:
            begin -= 1
        if begin and words[begin - 1].lower in _TIMES:
            # "Three years ago Jane Doe closed it".
            return True
        if begin == 0 or words[begin - 1].sentence != words[name.first].sentence:
            return True
        if words[begin].gap.startswith((",", ";", ":")) or '"' in words[begin].gap:
            return True
        if words[begin - 1].lower == "and":
            # "signed by Doe and Roe": only a verb behind it makes a second subject.
            after = name.last
            return after < len(words) and words[after].lower in _VERBS
        before = words[begin - 1]
        return before.lower in _BEFORE_SUBJECT or before.text[0].isdigit()
