"""Last names alone: "Voss" after "Mara Voss", "Mr. Smith", "President Foo"."""

from accord.model import Actor
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.fullnames import FullNames
from accord.resolve.people.person import HONORIFICS, Name, Person, last_name, text_id

__all__ = ["Surnames"]

_OWNERS = frozenset("his her their its my our your".split())


class Surnames(FullNames):
    """Finds lone last names as well."""

    def find_surnames(self) -> None:
        """Find lone last names of persons the document names in full."""
        by_surname: dict[str, list[Name]] = {}
        for name in sorted(self.names, key=lambda name: name.first):
            for key in self._surname_keys(name.person):
                by_surname.setdefault(key, []).append(name)
        for number, word in enumerate(self.words):
            if number in self.taken or not word.capital:
                continue
            candidates = by_surname.get(word.key)
            if candidates:
                self._take_surname(number, candidates)
            elif not self._weak_surname(number) and not self.is_foreign(number):
                self._titled_surname(number, by_surname)

    def _surname_keys(self, person: Person) -> tuple[str, ...]:
        """Return the folded last names by which a person may be called."""
        names = person.actor.names if person.actor else (person.name,)
        found = [last_name(name) for name in names]
        surname = self.knowledge.surname(person.id)
        if surname:
            found = [last_name(surname)]
        return tuple(dict.fromkeys(key for key in found if key))

    def _take_surname(self, number: int, candidates: list[Name]) -> None:
        """Give a lone last name to the person named so, nearest before it."""
        if self.is_foreign(number) or self._in_other_name(number):
            return
        before = [name for name in candidates if name.first < number]
        chosen = (before or candidates)[-1 if before else 0].person
        several = len({name.person.id for name in candidates}) > 1
        self.take(number, number + 1, chosen, "surname", 0.7 if several else 0.9)

    def _in_other_name(self, number: int) -> bool:
        """Tell whether a word is part of a longer capitalised name."""
        words = self.words
        if number > 0 and words[number].tied and number - 1 not in self.taken:
            before = words[number - 1]
            plain = before.capital and not before.possessive
            if plain and not self.is_no_name(number - 1):
                sentence_word = self.is_sentence_word(number - 1)
                return not sentence_word and number - 1 not in self.owners
        if number + 1 < len(words) and not words[number].possessive:
            after = words[number + 1]
            return after.capital and after.tied and after.lower in nouns().endings
        return False

    def _weak_surname(self, number: int) -> bool:
        """Take a known person's last name where title or date speak for one alone."""
        hit = self.owners.get(number)
        if hit is None or hit.form.kind != "surname" or self._in_other_name(number):
            return False
        actors = [self.knowledge.actor(form.actor) for form in hit.forms]
        titled = number > 0 and self._is_title(number - 1)
        fitting = [
            actor
            for actor in actors
            if actor is not None and self._plausible(actor, titled=titled)
        ]
        if len(fitting) != 1:
            return False
        person = self.person_of(fitting[0])
        rule = "titled-surname" if titled else "office-surname"
        self.take(hit.first, hit.last, person, rule, 0.8 if titled else 0.65)
        return True

    def _is_title(self, number: int) -> bool:
        """Tell whether a word is a title before a name."""
        lower = self.words[number].lower.rstrip(".")
        return lower in HONORIFICS or lower in nouns().roles

    def _plausible(self, actor: Actor, *, titled: bool) -> bool:
        """Tell whether a person known by office may be meant by the last name alone."""
        if self.day is None and not titled:
            return False
        day = self.day
        return any(
            role.of in self.bodies and (day is None or role.holds_on(day))
            for role in actor.roles
        )

    def _is_owned(self, number: int) -> bool:
        """Tell whether "his brother", "Doe's agent" leads up to a name."""
        words = self.words
        if number < 2 or words[number].lower in nouns().endings:
            return False
        owner = words[number - 2]
        return words[number - 1].tied and (owner.possessive or owner.lower in _OWNERS)

    def _titled_surname(self, number: int, by_surname: dict[str, list[Name]]) -> None:
        """Take "Mr. Smith" for a person even if no first name is ever given."""
        words = self.words
        if number == 0 or not words[number].tied or self.is_no_name(number):
            return
        before = words[number - 1]
        lower = before.lower.rstrip(".")
        honorific = lower in HONORIFICS
        office = lower in nouns().roles and (before.capital or self._is_owned(number))
        if not honorific and not office:
            return
        after = words[number + 1] if number + 1 < len(words) else None
        if after is not None and after.capital and after.tied:
            return
        name = words[number].text
        identity = text_id(name)
        person = self.people.setdefault(
            identity, Person(identity, name, None, HONORIFICS.get(lower))
        )
        rule = "titled-surname" if honorific or before.capital else "kin"
        self.take(number, number + 1, person, rule, 0.65)
        by_surname.setdefault(words[number].key, []).append(self.names[-1])
