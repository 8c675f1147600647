"""Titles and appositions: what a text says of the persons it names."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
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
_VERBS = frozenset(
    """said says told has had have is was were are will would could should added
    warned stated claimed argued noted stressed called urged announced insisted
    declared confirmed denied accused who which that""".split()
)


class Titles:
    """Reads what stands before and after the names of a document.

    Args:
        reading: The document.
        owners: For each word within a known name, the name.
        taken: Numbers of all words within persons' names.
        knowledge: The knowledge base.
    """

    def __init__(
        self,
        reading: Reading,
        owners: Mapping[int, Hit],
        taken: AbstractSet[int],
        knowledge: KnowledgeBase,
    ) -> None:
        self.reading = reading
        self.words = reading.words
        self.owners = owners
        self.taken = taken
        self.knowledge = knowledge

    def read_titles(self, name: Name) -> None:
        """Read the offices and forms of address around a name."""
        words, first = self.words, name.first
        if first > 0 and words[first].tied:
            lower = words[first - 1].lower.rstrip(".")
            gender = HONORIFICS.get(lower)
            if gender and name.person.gender is None:
                name.person.gender = gender
        name.person.roles += self._roles_around(name)

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
            or (word.capital and lower not in NO_NAME)
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

    def is_subject(self, name: Name) -> bool:
        """Tell whether a name seems to be the subject of its sentence or clause."""
        words = self.words
        if words[name.last - 1].possessive:
            return False
        begin = self._title_start(name.first)
        if begin == 0 or words[begin - 1].sentence != words[name.first].sentence:
            return True
        if words[begin].gap.startswith((",", ";", ":")) or '"' in words[begin].gap:
            return True
        if words[begin - 1].lower == "and":
            # "signed by Doe and Roe": only a verb behind it makes a second subject.
            after = name.last
            return after < len(words) and words[after].lower in _VERBS
        return words[begin - 1].lower in _BEFORE_SUBJECT
