"""Owners: whose "its leader" is."""

from accord.model import ActorRef
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import text_id
from accord.resolve.scene import Scene, Trail, with_id

__all__ = ["as_written", "find_owner", "goes_on"]

_ARTICLES = frozenset("the a an his her its their our".split())
#: How many words into a sentence the name of what it is about may begin.
_OPENING_WORDS = 2
#: How many words behind an office its body's noun may stand.
_MOST_NOUN_WORDS = 5
#: How many sentences back "its leader" may point.
_OWNER_SENTENCES = 2
#: Who lead firms, which unions and parties have none of.
_OF_FIRMS = frozenset("executive ceo cfo finance managing owner".split())
_NO_FIRMS = frozenset(
    """union ministry government party council court parliament senate committee
    association federation guild league""".split()
)


def find_owner(
    scene: Scene, trail: Trail, at: int, *, title: set[str]
) -> ActorRef | None:
    """Find the body that "its" means: what the sentence before is about, or named last.

    Args:
        scene: The document.
        trail: Who spoke so far.
        at: Where "its leader" stands.
        title: The words of the office.
    """
    about = _subject_body(scene, trail, at)
    if about is not None and not _is_no_firm(about.name, title):
        return about
    last = _last_body(scene, trail, at)
    return None if last is None or _is_no_firm(last.name, title) else last


def _is_no_firm(name: str, title: set[str]) -> bool:
    """Tell "its chief executive" behind "the union sued Acme", which is Acme's."""
    return bool(title & _OF_FIRMS and set(name.lower().split()) & _NO_FIRMS)


def _subject_body(scene: Scene, trail: Trail, at: int) -> ActorRef | None:
    """Find the body that the last sentence with a body is about."""
    here = scene.reading.sentence_at(at)
    for sentence in range(here, max(here - _OWNER_SENTENCES, -1), -1):
        start = scene.reading.sentences[sentence].start
        spoke = trail.said_in(sentence, at)
        bodies = [d.speaker for d in spoke if d.person is None and d.speaker.actor]
        if bodies and bodies[0].name and len(bodies) == len(spoke):
            return ActorRef(bodies[0].actor, bodies[0].name)
        if spoke:
            return None
        namings = [n for n in scene.namings.before(at) if n.start >= start]
        if namings and _opens(scene, sentence, namings[-1].start):
            return with_id(scene, ActorRef(None, namings[-1].name))
        if namings:
            return None
        group = _named_group(scene, sentence)
        if group is not None:
            return group
    return None


def _named_group(scene: Scene, sentence: int) -> ActorRef | None:
    """Read "The Northern Donors group" at the head of a sentence."""
    words = scene.reading.words
    numbers = scene.reading.words_of_sentence(sentence)[: _MOST_NOUN_WORDS + 1]
    if len(numbers) <= _OPENING_WORDS or words[numbers[0]].lower != "the":
        return None
    for number in numbers[1:]:
        word = words[number]
        if not word.tied or number in scene.people:
            return None
        if not word.capital:
            named = number > numbers[1] and word.lower in nouns().bodies
            return as_written(scene, range(numbers[0], number + 1)) if named else None
    return None


def _opens(scene: Scene, sentence: int, start: int) -> bool:
    """Tell whether a name is at the head of a sentence, article or not."""
    numbers = scene.reading.words_of_sentence(sentence)[:_OPENING_WORDS]
    words = scene.reading.words
    if not numbers or words[numbers[0]].start == start:
        return bool(numbers)
    article = words[numbers[0]].lower in _ARTICLES
    return article and len(numbers) > 1 and words[numbers[1]].start == start


def _last_body(scene: Scene, trail: Trail, at: int) -> ActorRef | None:
    """Find the body named or heard last before an offset, near by."""
    here = scene.reading.sentence_at(at)
    found: list[tuple[int, ActorRef]] = []
    for naming in scene.namings.before(at):
        found.append((naming.start, ActorRef(None, naming.name)))
        break
    for hit in scene.hits_before(at, most=_OWNER_SENTENCES * 4):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is None or hit.form.kind != "name" or actor.kind == "person":
            continue
        found.append((hit.start, actor.ref))
        break
    for offset, decision in trail.heard(at):
        speaker = decision.speaker
        if decision.person is None and speaker.status == "resolved" and speaker.name:
            found.append((offset, ActorRef(speaker.actor, speaker.name)))
            break
    near = [
        (start, ref)
        for start, ref in found
        if here - scene.reading.sentence_at(start) <= _OWNER_SENTENCES
    ]
    if near:
        return max(near, key=lambda row: row[0])[1]
    return _opened_with(scene, here - 1) if here else None


def _opened_with(scene: Scene, sentence: int) -> ActorRef | None:
    """Take "the nurses' union" at the head of a sentence for the body it describes.

    A bare "the council" is told apart by nothing.
    """
    words = scene.reading.words
    numbers = scene.reading.words_of_sentence(sentence)[:_MOST_NOUN_WORDS]
    if not numbers or words[numbers[0]].lower != "the":
        return None
    for number in numbers[1:]:
        word = words[number]
        if not word.tied or word.capital:
            return None
        if word.lower in nouns().bodies and not goes_on(scene, number):
            apart = number > numbers[1]
            return as_written(scene, range(numbers[0], number + 1)) if apart else None
    return None


def goes_on(scene: Scene, number: int) -> bool:
    """Tell whether another body's noun follows: "trade union federation"."""
    after = scene.reading.words[number + 1 : number + 2]
    return bool(after) and after[0].tied and after[0].lower in nouns().bodies


def as_written(scene: Scene, numbers: range) -> ActorRef:
    """Take a body by the words of the text."""
    words = [scene.reading.words[n] for n in numbers]
    if words[0].lower in _ARTICLES:
        words = words[1:]
    text = scene.reading.document.text
    name = " ".join(text[words[0].start : words[-1].end].split())
    return ActorRef(text_id(name), name)
