"""Last names alone: "Voss" after "Mara Voss", "Mr. Smith", "President Foo"."""

from bisect import bisect_left
from collections import Counter

from accord.model import Actor
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import gender_of, is_first_name
from accord.resolve.people.fullnames import FullNames
from accord.resolve.people.person import HONORIFICS, Name, Person, last_name, text_id
from accord.resolve.reading import Word

__all__ = ["Surnames"]

_BY_FIRST = ("first-name", 0.75)
#: So many names before a last name are looked at to say whose it is.
_MOST_NAMESAKES = 40
_DETERMINERS = frozenset("the a an its their".split())
#: Words of ", the Foo foreign minister," behind a name.
_LEAST_APPOSED, _MOST_APPOSED = 2, 6
_OWNERS = frozenset("his her their its my our your".split())


class Surnames(FullNames):
    """Finds lone last names as well."""

    def find_surnames(self) -> None:
        """Find lone last names of persons the document names in full."""
        self.called: Counter[str] = Counter()
        by_surname: dict[str, list[Name]] = {}
        for name in sorted(self.names, key=lambda name: name.first):
            for key in self._surname_keys(name.person):
                by_surname.setdefault(key, []).append(name)
        for number, word in enumerate(self.words):
            if number in self.taken or not word.capital:
                continue
            if self._take_double(number, by_surname):
                continue
            candidates = by_surname.get(word.key)
            if candidates:
                self._take_surname(number, candidates)
            elif not self._weak_surname(number) and not self.is_foreign(number):
                self._titled_surname(number, by_surname)
        self._find_first_names()

    def _take_double(self, number: int, by_surname: dict[str, list[Name]]) -> bool:
        """Take "Roe-Doe" after "Jane Roe-Doe"; tell whether it was one."""
        words, end = self.words, self._first_end(number)
        if end == number + 1:
            return False
        keys = [word.key for word in words[number:end]]
        for name in reversed(by_surname.get(keys[-1], ())[-_MOST_NAMESAKES:]):
            own = [word.key for word in words[name.first : name.last]]
            if own[-len(keys) :] == keys and len(own) > len(keys):
                self.take(number, end, name.person, "surname", 0.9)
                return True
        return False

    def _find_first_names(self) -> None:
        """Find "Jane" and "Jane-Ann" after "Jane Doe", where nothing else is meant."""
        by_first: dict[str, list[Name]] = {}
        for name in sorted(self.names, key=lambda name: name.first):
            if name.last - name.first > 1:
                key = self.words[name.first].key
                by_first.setdefault(key, []).append(name)
        for number, word in enumerate(self.words):
            if number in self.taken or word.key not in by_first:
                continue
            candidates = by_first[word.key]
            at = bisect_left(candidates, number, key=lambda name: name.first)
            if at and self._is_alone(number):
                person = candidates[at - 1].person
                self.take(number, self._first_end(number), person, *_BY_FIRST)

    def find_lone_first_names(self) -> None:
        """Take "Jane, 29," for a source, of whom no last name is ever given."""
        for number in sorted(self.hinted - self.taken):
            word = self.words[number]
            if number in self.taken or not is_first_name(word.text):
                continue
            if word.text.isupper():
                continue
            if number - 1 in self.hinted or not self._is_alone(number):
                continue
            if number + 1 in self.hinted and not self._has_age(number):
                continue
            identity = text_id(word.text)
            known = Person(identity, word.text, None, gender_of(word.text))
            person = self.people.setdefault(identity, known)
            for other in range(number, len(self.words)):
                same = self.words[other].key == word.key and other not in self.taken
                if same and self._is_alone(other):
                    self.take(other, other + 1, person, "lone-first-name", 0.6)

    def find_apposed(self) -> None:
        """Take "Doe, the Foo foreign minister," for a source that has no first name."""
        for number in sorted(self.hinted - self.taken - self.in_bodies):
            word = self.words[number]
            if word.text.isupper() or not self._is_alone(number):
                continue
            if number in self.owners or not self._has_office(number):
                continue
            identity = text_id(word.text)
            person = self.people.setdefault(
                identity, Person(identity, word.text, None, None)
            )
            for other in range(number, len(self.words)):
                same = self.words[other].key == word.key and other not in self.taken
                if same and self._is_alone(other):
                    self.take(other, other + 1, person, "apposed-surname", 0.65)

    def _has_office(self, number: int) -> bool:
        """Tell whether ", the foreign minister," follows a name."""
        words, known = self.words, nouns()
        after = words[number + 1 : number + 2 + _MOST_APPOSED]
        if len(after) < _LEAST_APPOSED or after[0].gap != ", ":
            return False
        if after[0].lower not in _DETERMINERS and not after[0].possessive:
            return False
        for at, word in enumerate(after[1:], start=1):
            if not word.tied:
                return False
            office = word.lower in known.roles and word.lower not in known.body_fields
            last = at + 1 < len(after) and after[at + 1].gap.startswith(",")
            if office and last:
                return True
        return False

    def _called_by_first(self, number: int) -> Person | None:
        """Find who "Sir John" is, if "Sir John Doe" stands before it."""
        key = self.words[number].key
        for name in self.names[::-1][:_MOST_NAMESAKES]:
            long = name.last - name.first > 1 and name.first < number
            if long and self.words[name.first].key == key:
                return name.person
        return None

    def _has_age(self, number: int) -> bool:
        """Tell whether a comma and an age or a clause follow a name."""
        after = self.words[number + 1]
        return after.gap in {", ", " ("} and (
            after.text.isdecimal() or after.lower in {"who", "whose"}
        )

    def _is_alone(self, number: int) -> bool:
        """Tell whether a first name stands by itself."""
        words = self.words
        word, end = words[number], self._first_end(number)
        if not word.capital or self.is_no_name(number):
            return False
        if self.is_foreign(number) or self.is_sentence_word(number):
            return False
        before = words[number - 1] if number and word.tied else None
        after = words[end] if end < len(words) and words[end].tied else None
        led = (
            before is not None
            and before.capital
            and not self._is_sentence_start(before)
        )
        followed = after is not None and after.capital and not words[end - 1].possessive
        return not led and not followed

    def _is_sentence_start(self, word: Word) -> bool:
        """Tell whether a word is the first of its sentence."""
        return self.reading.sentences[word.sentence].start >= word.start - 1

    def _first_end(self, number: int) -> int:
        """Return one past a first name, of several words with hyphens or one."""
        words, end = self.words, number + 1
        while end < len(words) and words[end].gap == "-" and words[end].capital:
            end += 1
        return end

    def _surname_keys(self, person: Person) -> tuple[str, ...]:
        """Return the folded last names by which a person may be called."""
        names = person.actor.names if person.actor else (person.name,)
        found = [last_name(name) for name in names]
        surname = self.knowledge.surname(person.id)
        if surname:
            found = [last_name(surname)]
        return tuple(dict.fromkeys(key for key in found if key))

    def _take_surname(self, number: int, candidates: list[Name]) -> None:
        """Give a lone last name to one of those named so before it."""
        if self.is_foreign(number) or self._in_other_name(number):
            return
        at = bisect_left(candidates, number, key=lambda name: name.first)
        before = candidates[max(at - _MOST_NAMESAKES, 0) : at] or candidates[:1]
        people = {name.person.id: name for name in before}
        if len(people) > 1:
            chosen = self._of_namesakes(number, before)
            self.take(number, number + 1, chosen, "surname", 0.7)
        else:
            self.take(number, number + 1, before[-1].person, "surname", 0.9)
        self.called[self.names[-1].person.id] += 1

    def _of_namesakes(self, number: int, before: list[Name]) -> Person:
        """Choose among people of one last name: by address, then who is in focus.

        The wife of whom an article is about is named in full, or as his wife.
        """
        word = self.words[number]
        address = (
            self.words[number - 1].lower.rstrip(".") if number and word.tied else ""
        )
        gender = HONORIFICS.get(address)
        fitting = [n for n in before if not gender or n.person.gender in {gender, None}]
        own = [n for n in fitting if not self._is_kin(n)] or fitting or before
        last = own[-1].person
        most = max(own, key=lambda name: self.called[name.person.id]).person
        usual = self.called[most.id] > 2 * self.called[last.id] + 1
        return most if usual else last

    def _is_kin(self, name: Name) -> bool:
        """Tell whether "his wife", "Doe's brother" stands before a name."""
        words, at = self.words, name.first
        if at < 2 or not (words[at].tied or words[at].gap == ", "):
            return False
        owner = words[at - 2]
        owned = owner.possessive or owner.lower in _OWNERS
        return owned and words[at - 1].lower in nouns().roles

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
        shouted = words[number].sentence in self.reading.shouted
        apposed = words[number].gap == ", " and self._is_owned(number) and not shouted
        tied = words[number].tied or apposed
        if number == 0 or not tied or self.is_no_name(number):
            return
        if {number - 1, number} <= self.in_bodies:
            # "International Chamber of Shipping".
            return
        before = words[number - 1]
        lower = before.lower.rstrip(".")
        honorific = lower in HONORIFICS
        office = lower in nouns().roles and (before.capital or self._is_owned(number))
        if not honorific and (not office or lower in nouns().bodies):
            # "Grocer Plumley" is a firm.
            return
        after = words[number + 1] if number + 1 < len(words) else None
        if after is not None and after.capital and after.tied:
            return
        called = self._called_by_first(number) if honorific else None
        if called is not None:
            self.take(number, number + 1, called, *_BY_FIRST)
            return
        name = words[number].text
        identity = text_id(name)
        person = self.people.setdefault(
            identity, Person(identity, name, None, HONORIFICS.get(lower))
        )
        rule = "titled-surname" if honorific or before.capital else "kin"
        self.take(number, number + 1, person, rule, 0.65)
        by_surname.setdefault(words[number].key, []).append(self.names[-1])
