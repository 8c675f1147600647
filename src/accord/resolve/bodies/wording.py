"""What the words of a body's phrase say, for names and common nouns alike."""

import re

from accord.model import ActorRef, Speaker
from accord.resolve.people.person import text_id
from accord.resolve.phrases import Phrase
from accord.resolve.scene import Decision, Scene, shown

__all__ = ["ASIDE", "seen_before", "text_state", "without_article", "without_rank"]

# ", which has tried to mediate", ", of Clean Bay": no part of a name.
ASIDE = re.compile(r", (?:(?:THE|WHO|A|AN)\b|\d\d?$|(?![A-Z0-9“\"'])).*")


#: At the head of a sentence, before the name of a place.
_WHERE = frozenset("neighbouring neighboring nearby surrounding".split())


def seen_before(scene: Scene, body: ActorRef) -> Decision:
    """Decide for a body that was spoken of before."""
    target = scene.knowledge.speaks_for(body.actor or "")
    spoken = scene.knowledge.ref(target) if target else None
    speaker = Speaker(body.actor, body.name, "resolved", "body-seen", 0.65)
    return Decision(speaker, spoken)


def without_article(name: str) -> str:
    """Drop the article before a name, and the abbreviation behind it."""
    bare = name.removeprefix("the ").removeprefix("The ").removeprefix("THE ")
    head, bracket, tail = bare.rpartition(" (")
    return shown(head if bracket and tail.endswith(")") else bare)


def without_rank(name: str) -> str:
    """Drop "far-right", "opposition", "Neighbouring" before the first word of a name.

    Example:
        >>> without_rank("far-right Homeland party")
        'Homeland party'
    """
    words = name.split(" ")
    while len(words) > 1 and words[1][:1].isupper():
        if not words[0][:1].islower() and words[0].lower() not in _WHERE:
            break
        del words[0]
    return " ".join(words)


def text_state(scene: Scene, phrase: Phrase) -> ActorRef | None:
    """Return the state that only the text names before "foreign ministry"."""
    words = scene.reading.words
    for number in phrase.words:
        word = words[number]
        opens = number == phrase.words[0] and word.lower in {"the", "a", "an", "its"}
        if word.capital and not opens and number not in scene.owners:
            if number == phrase.head:
                return None
            name = scene.namings.place_of(word.text)
            return ActorRef(text_id(name), name)
    return None
