"""Turns of speech: "VOSS:", "Q:", "A:" at the head of a paragraph, and who "I" is."""

import re
from dataclasses import replace

from accord.model import ActorRef, Span, Speaker
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import gender_of
from accord.resolve.people.person import Person, last_name, text_id
from accord.resolve.referents.interviews import find_answering
from accord.resolve.scene import Decision, Scene, Trail, unresolved, with_id

__all__ = [
    "as_body",
    "decide_handle",
    "decide_turn",
    "find_author",
    "is_turn",
    "with_body_of_label",
]

_ASKING = frozenset({"q", "question", "reporter", "interviewer", "journalist"})
_ANSWERING = frozenset({"a", "answer"})
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")
#: Behind the label stands a colon, perhaps after who it is: "QUESTION (radio):".
_COLON = re.compile(r"(?: ?\([^()\n]{1,60}\))?\*{0,2}:")
_ASIDE = re.compile(r" ?\((?P<body>[A-Z][^()\n]{1,60})\)\*{0,2}:")
_LETTERED = re.compile(r"[QA]\.")
_BEFORE_LABEL = "*_ \t"
#: A byline of one person: no comma, no "and".
_NAME = re.compile(r"(?!.* and )[^\W\d_][\w.'’ -]*")
_MOST_NAME_WORDS = 4
_LETTER = re.compile(r"[A-Z]")
#: Who leads through a debate, not in their own cause.
_PRESIDING = frozenset(
    """speaker deputy-speaker mr-speaker madam-speaker presiding-officer moderator clerk
    operator announcer unidentified-speaker unknown-speaker""".split()
)
#: Who leads too, where nobody named is a chair.
_CHAIRS = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_ADDRESS = re.compile(r"^(?:MRS?|MS|DR|SIR|LORD|LADY)\.? ")
#: Shorter labels in capitals are abbreviations.
_LEAST_LETTERS = 3
_HANDLE = re.compile(r"@\w[\w.]*")


def is_turn(scene: Scene, span: Span) -> bool:
    """Tell whether a source is the label of a turn: first in its line, then a colon."""
    text = scene.reading.document.text
    start = span.start
    while start > 0 and text[start - 1] in _BEFORE_LABEL:
        start -= 1
    return (start == 0 or text[start - 1] == "\n") and (
        text[span.end - 1] == ":"
        or _COLON.match(text, span.end) is not None
        or _LETTERED.fullmatch(text, span.start, span.end + 1) is not None
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
    if _presides(scene, head.removeprefix("the ")):
        return Decision(Speaker(None, label, "anonymous", "presiding", 0.8))
    if head in _ASKING:
        return Decision(Speaker(None, label, "anonymous", "question", 0.7))
    if head in _ANSWERING:
        person = find_answering(scene, trail, span.start)
        if person is None:
            speaker = Speaker(None, label, "unresolved", "answer", 0.0)
            return Decision(speaker)
        return person, "answer", 0.65
    if _INITIALS.fullmatch(label):
        initials = "".join(_LETTER.findall(label))
        fitting = [p for p in scene.persons.values() if _initials(p.name) == initials]
        if len(fitting) == 1:
            return fitting[0], "initials", 0.75
    return _of_name(scene, span, label)


def _initials(name: str) -> str:
    """Return the first letters of a name's words."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def with_body_of_label(scene: Scene, span: Span, decision: Decision) -> Decision:
    """Read whom "Mr. Doe (Foo):" speaks for, if brackets hold a known or named body.

    A town in brackets is where a member was elected.
    """
    text = scene.reading.document.text
    aside = _ASIDE.match(text, span.end)
    if aside is None or decision.speaks_for is not None or decision.person is None:
        return decision
    name = aside.group("body")
    body = ActorRef(None, name) if scene.namings.is_body(name) else None
    for hit in scene.hits_before(aside.end("body"), most=1):
        whole = (hit.start, hit.end) == aside.span("body")
        actor = scene.knowledge.actor(hit.form.actor) if whole else None
        if actor is not None and hit.form.kind == "name":
            body = actor.ref
    if body is None and scene.namings.is_land(name):
        body = ActorRef(None, name)
    spoken = with_id(scene, body) if body else None
    return replace(decision, speaks_for=spoken)


def _presides(scene: Scene, head: str) -> bool:
    """Tell who leads a debate; a chair only if the text names nobody who is one."""
    if head in _CHAIRS:
        roles = (role for person in scene.persons.values() for role in person.roles)
        return not any("chair" in role.title for role in roles)
    return head.replace(" ", "-").replace(".", "") in _PRESIDING


def _of_name(scene: Scene, span: Span, label: str) -> tuple[Person, str, float] | None:
    """Take "VOSS", one word in capitals, for the last name of a person.

    Not of a body or place that is known or that the text names, nor an office.
    """
    bare = _ADDRESS.sub("", label)
    if not bare.isupper() or not bare.isalpha() or len(bare) < _LEAST_LETTERS:
        return None
    if bare.lower() in nouns().roles or bare.lower() in nouns().endings:
        return None
    surname = last_name(bare)
    bearers = [p for p in scene.persons.values() if last_name(p.name) == surname]
    if len(bearers) == 1:
        return bearers[0], "turn-name", 0.85
    numbers = scene.reading.between(span.start, span.end)
    known = any(number in scene.owners for number in numbers)
    if bearers or known or bare in scene.namings.short:
        return None
    return Person(text_id(bare), bare, None, None), "turn-name", 0.7


def decide_handle(
    scene: Scene, span: Span
) -> tuple[Person, str, float] | Decision | None:
    """Find whose "@mvoss" is: of who signs with it, else nobody's."""
    text = scene.reading.document.text
    handle = span.of(text)
    if not _HANDLE.fullmatch(handle):
        return None
    signed = text.find(f"({handle})")
    for place in scene.named_before(signed) if signed > 0 else ():
        if not text[place.end : signed].strip():
            return scene.persons[place.person], "handle", 0.9
        break
    return unresolved(handle, "handle")


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
