"""Openings: bodies known by where they stand before a pronoun."""

import re

from accord.model import ActorRef
from accord.resolve.scene import Scene, with_id

__all__ = ["government_before", "opens_before"]

_MOST_CHARS = 80
_GOVERNMENT = re.compile(r"\b[Tt]he government of (?P<land>[A-Z][\w’'-]+),\s?$")
# "The hauliers' association", "Its smaller rival", but not "In a letter to the".
_LEADS = re.compile(
    r"(?:(?:The|Its|Their|A|An|Our)\b(?:(?! (?:in|at|of|for|with|by|to|on|from|who)\b)[ \w’'-])*)?"
)


def opens_before(scene: Scene, name: int, at: int) -> bool:
    """Tell a body that opens the sentence before: "The charity Foo stepped in. It said".

    Args:
        scene: The document.
        name: Where the body is named.
        at: Where the pronoun stands, which must open its sentence.
    """
    here = scene.reading.sentence_at(at)
    if not here or scene.reading.sentence_at(name) != here - 1:
        return False
    text, begin = scene.reading.document.text, scene.reading.sentences[here - 1].start
    lead = text[begin:name]
    plain = len(lead) <= _MOST_CHARS and _LEADS.fullmatch(lead) is not None
    gap = text[scene.reading.sentences[here].start : at].strip()
    return plain and not gap and "\n" not in text[begin:at]


def government_before(scene: Scene, at: int) -> ActorRef | None:
    """Return whose government it is in "the government of Foo, which"."""
    text = scene.reading.document.text
    found = _GOVERNMENT.search(text[max(0, at - _MOST_CHARS) : at])
    if found is None:
        return None
    for hit in scene.hits_before(at, most=1):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is not None and text[hit.start : hit.end] == found.group("land"):
            return actor.ref if actor.kind == "state" else None
    return with_id(scene, ActorRef(None, found.group("land")))
