"""What a text says right beside the names of its persons, ready to be looked up."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.offices import called_also
from accord.resolve.people.person import Occurrence
from accord.resolve.reading import Reading, Word

__all__ = ["Clues", "find_clues", "share_root"]

_AGE = re.compile(r"1?[0-9]{1,2}", re.ASCII)
#: Words are filed under so many letters; shorter ones tell too little.
_FILED_LETTERS = 4
#: Letters that a noun may have beyond the verb it comes from: "farmer", "farms".
_ENDING_LETTERS = 2
#: Words read before and after a name.
_BEFORE, _AFTER, _DEED = 8, 14, 8
_CLAUSE = frozenset("who whose of from at in for with".split())
_STOPPERS = frozenset(
    """said says told tells has had have is was were are will would could should added
    adds warned stated claimed claims argued noted stressed called urged announced
    insisted declared confirmed denied accused that and but while as""".split()
)


@dataclass(frozen=True, slots=True)
class Clues:
    """Where a document tells something of its persons.

    Attributes:
        filed: Words right beside a name, by their first letters: word, person, place.
        deeds: Words a few words away that are a sign of some role: person and place.
        ages: How old persons are said to be.
        places: Where each person is named, in text order.
    """

    filed: Mapping[str, tuple[tuple[str, str, int], ...]]
    deeds: Mapping[str, tuple[tuple[str, int], ...]]
    ages: Mapping[str, int]
    places: Mapping[str, tuple[Occurrence, ...]]

    def told_of(self, word: str, before: int) -> frozenset[str]:
        """Return the persons beside whose names stands a word of this root."""
        rows = self.filed.get(word[:_FILED_LETTERS], ())
        return frozenset(
            person for other, person, at in rows
            if at < before and share_root(word, other)
        )  # fmt: skip

    def did(self, noun: str, before: int) -> frozenset[str]:
        """Return the persons with a sign of a role, as "denies" of a defendant."""
        return frozenset(
            person
            for sign in nouns().signs.get(noun, ())
            for person, at in self.deeds.get(sign, ())
            if at < before
        )

    def last_named(self, person: str, before: int) -> Occurrence | None:
        """Return where a person is named last before an offset."""
        places = self.places.get(person, ())
        at = bisect_left(places, before, key=lambda place: place.start)
        return places[at - 1] if at else None


def share_root(one: str, other: str) -> bool:
    """Tell whether two words may come from one: "farmer" and "farms".

    Example:
        >>> share_root("baker", "bakery"), share_root("committee", "commuter")
        (True, False)
    """
    least = max(_FILED_LETTERS, min(len(one), len(other)) - _ENDING_LETTERS)
    return len(one) >= least and one[:least] == other[:least]


def find_clues(reading: Reading, occurrences: tuple[Occurrence, ...]) -> Clues:
    """Read what stands beside the names of a document's persons.

    Cost:
        Linear in the names.
    """
    taken = {n for place in occurrences for n in range(place.first, place.last)}
    signs = frozenset(word for row in nouns().signs.values() for word in row)
    filed: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    deeds: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    places: defaultdict[str, list[Occurrence]] = defaultdict(list)
    ages: dict[str, int] = {}
    for place in occurrences:
        places[place.person].append(place)
        for word in (*_before(reading, place, taken), *_after(reading, place, taken)):
            for lower in _readings(word.lower):
                row = (lower, place.person, place.start)
                filed[lower[:_FILED_LETTERS]].append(row)
        for word in _around(reading, place, taken):
            if word.lower in signs:
                deeds[word.lower].append((place.person, place.start))
        age = _age(reading, place)
        if age is not None:
            ages[place.person] = age
    return Clues(
        {key: tuple(rows) for key, rows in filed.items()},
        {key: tuple(rows) for key, rows in deeds.items()},
        ages,
        {key: tuple(rows) for key, rows in places.items()},
    )


def _readings(lower: str) -> frozenset[str]:
    """Return a word and, of a role noun, what its holder may be called."""
    role = nouns().roles.get(lower)
    called = called_also((role,)) if role else frozenset()
    return frozenset(w for w in (*called, lower) if len(w) >= _FILED_LETTERS)


def _before(reading: Reading, place: Occurrence, taken: set[int]) -> Iterator[Word]:
    """Give the words of the title or apposition before a name."""
    words = reading.words
    sentence = words[place.first].sentence
    for number in range(place.first - 1, max(place.first - 1 - _BEFORE, -1), -1):
        word, after = words[number], words[number + 1]
        comma = number == place.first - 1 and after.gap == ", "
        if word.sentence != sentence or not (after.tied or comma):
            break
        if number in taken or word.lower in _STOPPERS:
            break
        yield word


def _after(reading: Reading, place: Occurrence, taken: set[int]) -> Iterator[Word]:
    """Give the words of the apposition or clause after a name."""
    words = reading.words
    if place.possessive or place.last >= len(words):
        return
    first = words[place.last]
    apposed = first.gap.startswith((",", " (", " –", " —", " - "))
    clause = first.lower in _CLAUSE
    if first.sentence != words[place.first].sentence or not (apposed or clause):
        return
    for number in range(place.last, min(place.last + _AFTER, len(words))):
        word = words[number]
        if word.sentence != first.sentence or number in taken:
            break
        if number > place.last and word.gap[:1] in {",", ";", ":", ")", "."}:
            break
        if word.lower in _STOPPERS and not clause and first.lower not in _CLAUSE:
            break
        if number + 1 < len(words) and words[number + 1].lower == "by":
            # "Doe, moderated by Roe".
            break
        yield word


def _around(reading: Reading, place: Occurrence, taken: set[int]) -> Iterator[Word]:
    """Give the words of the clause a name stands in, as far as they lie near."""
    words = reading.words
    sentence = words[place.first].sentence
    for step in (-1, 1):
        number = place.first - 1 if step < 0 else place.last
        for _ in range(_DEED // 2 if step < 0 else _DEED):
            if not 0 <= number < len(words) or number in taken:
                break
            if words[number].sentence != sentence:
                break
            yield words[number]
            number += step


def _age(reading: Reading, place: Occurrence) -> int | None:
    """Read the age in "Jane Doe, 46," and "46-year-old Jane Doe"."""
    words = reading.words
    after = words[place.last] if place.last < len(words) else None
    if after is not None and after.gap in {", ", " ("} and _AGE.fullmatch(after.text):
        return int(after.text)
    for number in range(place.first - 1, max(place.first - _BEFORE, 1), -1):
        word = words[number]
        if word.sentence != words[place.first].sentence or not words[number + 1].tied:
            break
        if word.lower == "old" and words[number - 1].lower == "year":
            years = words[number - 2].text
            return int(years) if _AGE.fullmatch(years) else None
    return None
