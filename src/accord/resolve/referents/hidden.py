"""Whom those stand for whom nothing names: "a Foo spokesman", "her lawyer"."""

from collections.abc import Sequence

from accord.model import ActorRef, Speaker
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import Person
from accord.resolve.phrases import Phrase
from accord.resolve.referents.institutions import find_body, told_before
from accord.resolve.scene import Decision, Scene, Trail, unresolved, with_id

__all__ = ["decide_related", "stood_for"]

#: Whom a text speaks of anyhow: "her client" is who stands trial.
_NAMED_ELSEWHERE = frozenset({"client", "opponent", "rival", "predecessor"})
#: Words for people who state the position of whom they work for.
_STAND_FOR = frozenset(
    """official officials spokesperson spokesman spokeswoman spokespeople representative
    representatives adviser advisers aide aides insider insiders source sources executive
    executives delegate delegates lawyer lawyers leader leaders boss bosses negotiator
    negotiators diplomat diplomats envoy envoys""".split()
)


def stood_for(scene: Scene, trail: Trail, phrase: Phrase, at: int) -> ActorRef | None:
    """Tell whom a hidden person works for: "a Foo spokesperson", "a ministry official".

    Args:
        scene: The document.
        trail: Who spoke so far.
        phrase: The words of the source.
        at: Where they stand.
    """
    words = scene.reading.words
    numbers = [n for n in phrase.words if n not in scene.owners]
    if not {words[n].lower for n in phrase.words} & _STAND_FOR:
        return None
    for number in numbers:
        if number in scene.people and scene.people[number].possessive:
            person = scene.persons[scene.people[number].person]
            return ActorRef(person.id, person.name)
    names = [n for n in numbers if _names(scene, phrase, n)]
    if names:
        return _by_name(scene, numbers, names)
    for number in numbers:
        lower = words[number].lower
        if lower in nouns().bodies and number != phrase.head:
            told = told_before(scene, phrase.words, number)
            return find_body(scene, trail, lower, at, told=told)
    return None


def _names(scene: Scene, phrase: Phrase, number: int) -> bool:
    """Tell whether a word names whom they are of: no plural of people, and no town.

    "Velian negotiators" are of one, "Negotiators for Velia" of another word; "an
    official in Foo" is there, and not of it.
    """
    words = scene.reading.words
    word = words[number]
    if not word.capital or (number and words[number - 1].lower == "in"):
        return False
    if number > phrase.words[0]:
        return True
    people = word.lower.removesuffix("s") in nouns().roles
    return not people and scene.namings.is_name(word.text)


def _by_name(
    scene: Scene, numbers: Sequence[int], names: Sequence[int]
) -> ActorRef | None:
    """Take the body that capitalised words name; of two, neither."""
    words, last = scene.reading.words, names[0]
    if any(words[n].lower in {"and", "or"} for n in numbers if n > last):
        return None
    start = words[last].start
    for naming in scene.namings.before(start + 1):
        if naming.start == start:
            return with_id(scene, ActorRef(None, naming.name))
        break
    while last + 1 in names and words[last + 1].tied:
        last += 1
    text = scene.reading.document.text
    name = " ".join(text[start : words[last].end].split())
    return with_id(scene, ActorRef(None, name))


def decide_related(owner: Person | None, noun: str, name: str) -> Decision:
    """Keep "her lawyer", whom nothing names, unnamed but tied to her.

    Args:
        owner: Whose lawyer; None if that is open.
        noun: The role noun in normal form.
        name: The words of the text.
    """
    if noun in _NAMED_ELSEWHERE:
        return unresolved(name, "role")
    speaker = Speaker(None, name, "anonymous", "related", 0.65)
    if owner is None or noun not in nouns().agents:
        return Decision(speaker)
    return Decision(speaker, ActorRef(owner.id, owner.name))
