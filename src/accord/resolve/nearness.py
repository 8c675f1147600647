"""Whose a quotation is that no words report: whom the sentences before it are about."""

from accord.resolve.antecedents import find_person
from accord.resolve.people.person import Person
from accord.resolve.scene import Decision, Scene, Trail

__all__ = ["find_near"]

#: How many sentences a quotation without a source may stand from its speaker.
_REACH_SENTENCES = 4
_CARRY_SENTENCES = 2
#: How far into a sentence a pronoun is what it is about: "Then he does talk".
_OPENING_WORDS = 3
_PRONOUNS = frozenset(("he", "she"))
#: Who does not speak though they are told of: "her board had rejected it".
_ASIDES = frozenset("nobody no her his its their some others".split())


def find_near(scene: Scene, trail: Trail, at: int) -> Person | None:
    """Find whose a quotation is that no words report; None if that is open.

    Args:
        scene: The document.
        trail: Who spoke so far.
        at: Where the quotation begins.
    """
    if scene.reading.document.language not in {None, "en"}:
        return None
    words = scene.reading.words
    paragraph = words[scene.reading.between(at, at + 1).start].paragraph
    here = scene.reading.sentence_at(at)
    for sentence in range(here, max(here - _REACH_SENTENCES, -1), -1):
        numbers = scene.reading.words_of_sentence(sentence)
        if not numbers or words[numbers[0]].paragraph != paragraph:
            break
        crowd, person = _about(scene, trail, sentence, at)
        if crowd or person is not None:
            return person
    for near, last in trail.back(at):
        return last.person if near <= _CARRY_SENTENCES else None
    return None


def _about(
    scene: Scene, trail: Trail, sentence: int, at: int
) -> tuple[bool, Person | None]:
    """Tell whether a crowd speaks in a sentence, or the person whom it is about."""
    said = trail.said_in(sentence, at)
    if said and not _is_aside(said[-1]):
        return said[-1].person is None, said[-1].person
    closed = scene.out_of_reach(sentence, at)
    named = scene.named_in(sentence, at, within=closed)
    subjects = [place for place in named if place.subject]
    if subjects:
        return False, scene.persons[subjects[0].person]
    words = scene.reading.words
    for number in scene.reading.words_of_sentence(sentence)[:_OPENING_WORDS]:
        word = words[number]
        if word.lower in _PRONOUNS and word.start < at:
            found = find_person(scene, trail, word.lower, word.start)
            return False, found.person if isinstance(found, Decision) else found[0]
    alone = len({place.person for place in named}) == 1
    return False, scene.persons[named[0].person] if alone else None


def _is_aside(decision: Decision) -> bool:
    """Tell those of whom somebody else tells: "nobody", "her board"."""
    name = (decision.speaker.name or "").lower()
    return decision.person is None and name.split(" ", maxsplit=1)[0] in _ASIDES
