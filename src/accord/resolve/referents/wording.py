"""What the words of a phrase say of the person they describe."""

from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.offices import TextRole, read_roles
from accord.resolve.phrases import Phrase, names_one
from accord.resolve.referents.descriptions import Description
from accord.resolve.scene import Scene

__all__ = ["is_description", "is_owner", "read_description", "roles_in"]

_FORMER = frozenset("former ex onetime erstwhile".split())
#: Endings of words for people by what they do, of which no list has all.
_WHO_ACT = ("er", "or", "ist", "ian", "eer", "man", "woman")
_PEOPLE_ENDINGS = ("man", "woman")
_LEAST_LETTERS = 4
_AGE_DIGITS = 4


def roles_in(scene: Scene, phrase: Phrase) -> tuple[TextRole, ...]:
    """Read the offices that a phrase names, in text order."""
    first, last = phrase.words[0], phrase.words[-1] + 1
    return read_roles(scene.reading, first, last, scene.owners, scene.knowledge)


def is_owner(scene: Scene, role: TextRole) -> bool:
    """Tell whether an office only tells whose: "the minister's spokesman"."""
    return scene.reading.words[role.last - 1].possessive


def is_description(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether "the 46-year-old", "the Scot" describes one person."""
    if not phrase.definite or phrase.head is None:
        return False
    if _years(scene, phrase) is not None:
        return True
    word = scene.reading.words[phrase.head]
    known = nouns()
    if phrase.head == phrase.words[0]:
        return False
    if not word.capital:
        no_person = known.bodies | known.carriers | known.inanimate
        return word.lower.endswith(_WHO_ACT) and word.lower not in no_person
    if phrase.known is not None:
        return phrase.known.form.kind == "demonym" and names_one(word.lower)
    of_people = word.lower.endswith(_PEOPLE_ENDINGS)
    # "The Ostran", where the text has Ostra.
    place = scene.namings.place_of(word.text) != word.text
    of_people |= place and names_one(word.lower)
    return word.lower in known.natives or word.lower in known.partisans or of_people


def read_description(
    scene: Scene, phrase: Phrase, role: TextRole | None
) -> Description:
    """Take a definite phrase for what it says of a person.

    Args:
        scene: The document.
        phrase: The phrase.
        role: The role noun that it holds, if it holds one.
    """
    words, known = scene.reading.words, nouns()
    lower = [words[n].lower for n in phrase.words]
    years = _years(scene, phrase)
    noun = role.title[-1] if role else ""
    if role is None and years is None and phrase.head is not None:
        noun = words[phrase.head].lower
    head = range(role.first, role.last) if role else range(0)
    others = frozenset(
        words[n].lower
        for n in phrase.words
        if n not in head
        and len(words[n].text) >= _LEAST_LETTERS
        and words[n].lower not in known.vague
    )
    former = bool(_FORMER & set(lower))
    unique = noun in known.unique and not former and years is None
    return Description(
        noun,
        others - {noun} | frozenset(role.title[:-1] if role else ()),
        role.gender if role else None,
        years,
        points_back=not unique,
    )


def _years(scene: Scene, phrase: Phrase) -> int | None:
    """Read the age in "the 46-year-old jurist"."""
    words = [scene.reading.words[n].text for n in phrase.words]
    for number, word in enumerate(words[:-2]):
        if words[number + 1 : number + 3] == ["year", "old"] and word.isdecimal():
            return int(word) if len(word) < _AGE_DIGITS else None
    return None
