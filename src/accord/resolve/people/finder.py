"""All persons of a document."""

from collections.abc import Iterable
from datetime import date

from accord.model import Span
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.namings import Namings
from accord.resolve.people.person import Name, Occurrence, Person
from accord.resolve.people.surnames import Surnames
from accord.resolve.people.titles import Titles
from accord.resolve.reading import Reading

__all__ = ["find_people"]


def find_people(
    reading: Reading,
    hits: tuple[Hit, ...],
    knowledge: KnowledgeBase,
    namings: Namings,
    *,
    day: date | None,
    hints: Iterable[Span] = (),
) -> tuple[tuple[Occurrence, ...], dict[str, Person]]:
    """Find the persons named in a document.

    Args:
        reading: The document.
        hits: Known names in it.
        knowledge: The knowledge base.
        namings: Bodies that only the text names.
        day: Day of publication; None if not known.
        hints: Sources of attributions: a capitalised name in one is a person's.

    Returns:
        The places in text order, and the persons by id.

    Cost:
        Linear in the words.
    """
    in_bodies = frozenset(
        number
        for body in namings.bodies
        for number in reading.between(body.start, body.start + len(body.name))
    )
    finder = Surnames(reading, hits, knowledge, day, in_bodies)
    finder.mark_hints(hints)
    finder.find_full_names()
    finder.find_surnames()
    finder.find_apposed()
    finder.find_lone_first_names()
    names = sorted(finder.names, key=lambda name: name.first)
    titles = Titles(reading, finder.owners, finder.taken, knowledge, namings)
    for name in names:
        titles.read_titles(name)
    for person in finder.people.values():
        told = (role.gender for role in person.roles if role.gender)
        person.gender = person.gender or next(told, None)
    return tuple(_occurrence(reading, titles, name) for name in names), finder.people


def _occurrence(reading: Reading, titles: Titles, name: Name) -> Occurrence:
    """Describe where a name stands."""
    words = reading.words
    first, last = words[name.first], words[name.last - 1]
    return Occurrence(
        first.start,
        last.end,
        name.first,
        name.last,
        name.person.id,
        name.rule,
        name.confidence,
        subject=titles.is_subject(name),
        possessive=last.possessive,
    )
