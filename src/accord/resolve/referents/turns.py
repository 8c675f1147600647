"""Turns of speech: "VOSS:", "Q:", "A:" at the head of a paragraph, and who "I" is."""

import re

from accord.model import ActorRef, Span, Speaker
from accord.resolve.knowledge.names import gender_of
from accord.resolve.people.person import Occurrence, Person, text_id
from accord.resolve.scene import Decision, Scene, Trail

__all__ = ["as_body", "decide_turn", "find_author", "is_turn"]

_ASKING = frozenset({"q", "question", "reporter", "interviewer", "journalist"})
_ANSWERING = frozenset({"a", "answer"})
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")
#: Behind the label stands a colon, perhaps after who it is: "QUESTION (radio):".
_COLON = re.compile(r"(?: ?\([^()\n]{1,60}\))?\*{0,2}:")
_BEFORE_LABEL = "*_ \t"
#: A byline of one person: no comma, no "and".
_NAME = re.compile(r"(?!.* and )[^\W\d_][\w.'’ -]*")
_MOST_NAME_WORDS = 4
_LETTER = re.compile(r"[A-Z]")
#: Marks before and after the name of somebody who is addressed.
_ADDRESS_BEFORE, _ADDRESS_AFTER = ",", ",?.!"


def is_turn(scene: Scene, span: Span) -> bool:
    """Tell whether a source is the label of a turn: first in its line, then a colon."""
    text = scene.reading.document.text
    start = span.start
    while start > 0 and text[start - 1] in _BEFORE_LABEL:
        start -= 1
    return (start == 0 or text[start - 1] == "\n") and (
        text[span.end - 1] == ":" or _COLON.match(text, span.end) is not None
    )


def decide_turn(
    scene: Scene, trail: Trail, span: Span
) -> tuple[Person, str, float] | Decision | None:
    """Find whose turn a label begins.

    Args:
        scene: The document.
        trail: Who spoke so far.
        span: The label.

    Returns:
        A person with rule and confidence, the decision for somebody hidden, or None
        if the label is read as any other source.
    """
    label = span.of(scene.reading.document.text).strip(" :*_")
    head = label.partition("(")[0].strip().rstrip(".").lower()
    if head in _ASKING:
        return Decision(Speaker(None, label, "anonymous", "question", 0.7))
    if head in _ANSWERING:
        person = _answering(scene, trail, span.start)
        if person is None:
            speaker = Speaker(None, label, "unresolved", "answer", 0.0)
            return Decision(speaker)
        return person, "answer", 0.65
    if _INITIALS.fullmatch(label):
        initials = "".join(_LETTER.findall(label))
        fitting = [p for p in scene.persons.values() if _initials(p.name) == initials]
        if len(fitting) == 1:
            return fitting[0], "initials", 0.75
    return None


def _initials(name: str) -> str:
    """Return the first letters of a name's words."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _answering(scene: Scene, trail: Trail, at: int) -> Person | None:
    """Find who answers: who is addressed, who answered before, or the only one named."""
    words = scene.reading.words
    paragraph = words[scene.reading.between(at, at + 1).start].paragraph
    for place in scene.named_before(at):
        if words[place.first].paragraph < paragraph - 1:
            break
        if _is_addressed(scene, place):
            return scene.persons[place.person]
    text = scene.reading.document.text
    for offset, decision in trail.heard(at):
        turn = offset == 0 or text[offset - 1] == "\n"
        if turn and decision.person is not None:
            return decision.person
    named = {place.person for place in scene.named_before(at)}
    return scene.persons[named.pop()] if len(named) == 1 else None


def _is_addressed(scene: Scene, place: Occurrence) -> bool:
    """Tell whether marks part a name from its sentence: "And you, Minister Doe?"."""
    words, text = scene.reading.words, scene.reading.document.text
    first = place.first
    while first > 0 and words[first].tied and words[first - 1].capital:
        first -= 1
    marked = words[first].gap.strip() == _ADDRESS_BEFORE
    return marked and text[place.end : place.end + 1] in _ADDRESS_AFTER


def as_body(body: ActorRef) -> Decision:
    """Take "we" in somebody's words for the body whose position they state."""
    return Decision(Speaker(body.actor, body.name, "resolved", "first-person", 0.5))


def find_author(scene: Scene) -> Person | None:
    """Return who wrote the document, if its byline names one person."""
    byline = (scene.reading.document.author or "").strip()
    name = byline.removeprefix("By ").removeprefix("by ")
    words = name.split()
    if not 1 < len(words) <= _MOST_NAME_WORDS or not _NAME.fullmatch(name):
        return None
    identity = text_id(name)
    known = scene.persons.get(identity)
    return known or Person(identity, name, None, gender_of(name))
