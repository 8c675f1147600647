"""For whom a person speaks, and whose lawyer, wife or party it is."""

from collections.abc import Iterator

from accord.model import ActorRef
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.offices import TextRole, role_on
from accord.resolve.people.person import Person, text_id
from accord.resolve.referents.institutions import find_body, told_before
from accord.resolve.referents.owners import as_written, find_owner, goes_on
from accord.resolve.scene import Scene, Trail, with_id

__all__ = ["spoken_for"]

_ARTICLES = frozenset("the a an his her its their our".split())
#: How many words behind an office its body's noun may stand.
_MOST_NOUN_WORDS = 6
#: How many words "of commerce" may have, the joint and what follows counted.
_MOST_TAIL_WORDS = 5
_OWNED = frozenset({"its", "their"})
#: Heads whose firm or club the text need not name beside them.
_LED = {
    "company": frozenset(
        "ceo cfo executive chairman chair managing finance operating founder".split()
    ),
    "commission": frozenset({"commissioner"}),
    "school": frozenset("headteacher headmaster headmistress".split()),
    "club": frozenset("coach manager captain boss chairman chair sporting".split()),
}
#: Who states the position of a state that the text need not name beside them.
_OF_STATES = frozenset("minister ministry ambassador government".split())
#: Offices in a land that are none of the state's: "the Polish opposition leader".
_NOT_OF_STATES = frozenset(
    """union unionist opposition business church religious politician mediator activist
    campaigner student rebel club football sporting farm industry""".split()
)
#: What a secretary of a union or party may be for.
_PARTY_FIELDS = frozenset("press organising membership".split())
#: How many sentences back "its leader" may point.
_OWNER_SENTENCES = 2
#: How many words back a paragraph is searched for its state.
_STATE_WORDS = 150
#: Places that give a person an office, read at most; a text tells it in the first ones.
_MOST_ROLES = 12


def spoken_for(scene: Scene, trail: Trail, person: Person) -> ActorRef | None:
    """Tell whose position a person states at the document's date."""
    knowledge = scene.knowledge
    if person.actor is not None and person.actor.roles:
        held = role_on(person.actor, scene.day, person.roles, knowledge)
        if held is not None:
            return knowledge.ref(held.speaks_for) if held.speaks_for else None
        if scene.day is not None or any(r.former for r in person.roles):
            return None
    public = [
        role
        for role in person.roles[:_MOST_ROLES]
        if not _is_only_from(scene, role)
        and (
            _is_public(role)
            or (not role.former and next(_led_by(scene, role), "") == "its")
        )
    ]
    for role in public:
        owner = _owner_noun(scene, role)
        if owner is not None:
            body = find_body(scene, trail, owner, scene.reading.words[role.first].start)
            return _behind(scene, body) if body else None
        if role.of is not None:
            return _behind(scene, _called_so(scene, trail, role) or role.of)
    for role in public:
        found = _by_context(scene, trail, role)
        if found is not None and found.actor != person.id:
            return _behind(scene, found)
    return None


def _behind(scene: Scene, body: ActorRef) -> ActorRef:
    """Return the government that a ministry states the position of, or the body."""
    target = scene.knowledge.speaks_for(body.actor or "")
    if target:
        return scene.knowledge.ref(target)
    owner, _, owned = body.name.replace("’", "'").partition("'s ")
    if _is_organ(owned):
        # "Valdoria's defence ministry".
        return with_id(scene, ActorRef(None, owner))
    organ, _, last = body.name.rpartition(" of ")
    if body.actor is None and _is_organ(organ):
        # "The Defence Ministry of Valdoria".
        return ActorRef(text_id(last), last)
    first = body.name.split(" ", maxsplit=1)[0]
    land = scene.namings.place_of(first)
    if body.actor is None and land != first and _is_organ(body.name):
        # "The Valdorian Energy Ministry" states the position of Valdoria.
        return ActorRef(text_id(land), land)
    return with_id(scene, body)


def _is_organ(name: str) -> bool:
    """Tell whether a name is that of a part of a government."""
    return bool(GOVERNMENT_ORGANS & set(name.lower().split()))


def _called_so(scene: Scene, trail: Trail, role: TextRole) -> ActorRef | None:
    """Find the body that "Association" means in "Association president Jane Doe"."""
    if role.of is None or role.of.actor or role.of.name.lower() not in nouns().bodies:
        return None
    at = scene.reading.words[role.first].start
    return find_body(scene, trail, role.of.name.lower(), at)


def _is_public(role: TextRole) -> bool:
    """Tell whether the holder of an office states a position not their own."""
    known, title = nouns(), set(role.title)
    lead = {"chief", "founder", "managing"} & title
    private = title & (known.private - known.officers)
    return not role.former and (bool(lead) or not private)


def _is_only_from(scene: Scene, role: TextRole) -> bool:
    """Tell whether a state is where somebody comes from: "Swiss mediator Jane Doe"."""
    if role.of is None or not set(role.title) & _NOT_OF_STATES:
        return False
    actor = scene.knowledge.actor(role.of.actor or "")
    if actor is not None:
        return actor.kind == "state"
    return scene.namings.is_land(role.of.name)


def _by_context(scene: Scene, trail: Trail, role: TextRole) -> ActorRef | None:
    """Find the body of an office that its own words do not name."""
    words, title = scene.reading.words, set(role.title)
    at = words[role.first].start
    owner = next(_led_by(scene, role), None)
    if owner in _OWNED:
        return find_owner(scene, trail, at, title=title)
    if owner in nouns().bodies:
        # "The guild's president".
        return find_body(scene, trail, owner or "", at)
    body = _named_by_noun(scene, trail, role)
    if body is not None:
        return body
    if title & _OF_STATES or _is_of_state(role):
        return _state_before(scene, at) or _state_heard(scene, trail, at)
    for word in words[role.first : role.last]:
        if word.lower in nouns().bodies:
            return find_body(scene, trail, word.lower, at)
    kinds = [kind for kind, heads in _LED.items() if title & heads]
    found = (find_body(scene, trail, kind, at) for kind in kinds)
    led = next((body for body in found if body is not None), None)
    return led or _just_heard(scene, trail, role)


def _is_of_state(role: TextRole) -> bool:
    """Tell "Fisheries Secretary", who governs, from "general secretary"."""
    fields = nouns().remits | nouns().modifiers - nouns().ranks
    return "secretary" in role.title and bool(fields & set(role.title) - _PARTY_FIELDS)


def _just_heard(scene: Scene, trail: Trail, role: TextRole) -> ActorRef | None:
    """Take "Director Jane Doe" for the body that spoke in the sentence before."""
    word = scene.reading.words[role.first]
    opens = scene.reading.sentences[word.sentence].start >= word.start - 1
    if not opens or not set(role.title) & (nouns().officers | {"officer", "organiser"}):
        return None
    if role.title == ("president",) or _is_of_state(role):
        return None
    for near, decision in trail.back(word.start):
        speaker = decision.speaker
        body = decision.person is None and speaker.status == "resolved"
        if near > 1 or not body or not speaker.name:
            return None
        return ActorRef(speaker.actor, speaker.name)
    return None


def _owner_noun(scene: Scene, role: TextRole) -> str | None:
    """Return "company" in "the company's UK head"; None if no noun owns an office."""
    words = scene.reading.words
    for number in range(role.first - 1, max(role.first - 4, -1), -1):
        if not words[number + 1].tied:
            return None
        if words[number].possessive:
            lower = words[number].lower
            return lower if lower in nouns().body_fields else None
    return None


def _named_by_noun(scene: Scene, trail: Trail, role: TextRole) -> ActorRef | None:
    """Read "of the island council": a body that no name tells apart."""
    words, first = scene.reading.words, role.last
    if first >= len(words) or words[first].lower not in {"of", "for", "at"}:
        return None
    for number in range(first + 1, min(first + _MOST_NOUN_WORDS, len(words))):
        word = words[number]
        if not word.tied or word.capital or number in scene.people:
            return None
        if word.lower in nouns().bodies and not goes_on(scene, number):
            numbers = range(first + 1, _tail_end(scene, number))
            told = told_before(scene, numbers, number)
            found = find_body(scene, trail, word.lower, words[first].start, told=told)
            apart = bool(told) or numbers.stop > number + 1
            return found or (as_written(scene, numbers) if apart else None)
    return None


def _tail_end(scene: Scene, number: int) -> int:
    """Return one past "of commerce" behind a body's noun, if a name follows it."""
    words, end = scene.reading.words, number + 1
    if end >= len(words) or not words[end].tied or words[end].lower != "of":
        return end
    for last in range(end + 1, min(end + _MOST_TAIL_WORDS, len(words))):
        if words[last].gap.startswith(",") or last in scene.people:
            return last
        if not words[last].tied or words[last].capital:
            break
    return end


def _led_by(scene: Scene, role: TextRole) -> Iterator[str]:
    """Give the determiner before an office, past the words that tell nothing."""
    words, number = scene.reading.words, role.first - 1
    plain = False
    while number >= 0 and words[number + 1].tied:
        word = words[number]
        if word.lower in _OWNED or plain:
            yield word.lower
            return
        # "Its shop steward": one noun of no list may stand between.
        plain = word.lower not in nouns().vague
        if plain and (word.capital or word.possessive or word.lower in _ARTICLES):
            yield word.lower
            return
        number -= 1


def _state_before(scene: Scene, at: int) -> ActorRef | None:
    """Find the one state that the paragraph names near before an office."""
    words = scene.reading.words
    end = scene.reading.between(at, at + 1).start
    if end >= len(words):
        return None
    found: dict[str, ActorRef] = {}
    for number in range(end - 1, max(-1, end - 1 - _STATE_WORDS), -1):
        word = words[number]
        if word.paragraph != words[end].paragraph:
            break
        hit = scene.owners.get(number)
        actor = scene.knowledge.actor(hit.form.actor) if hit else None
        if actor is not None and actor.kind == "state":
            found[actor.id] = actor.ref
        elif hit is None and word.capital and _is_state(scene, number):
            name = scene.namings.place_of(word.text)
            found[name] = ActorRef(None, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_state(scene: Scene, number: int) -> bool:
    """Tell whether a word names a state: by its adjective, or as "Foo" in "the Foo army"."""
    words = scene.reading.words
    if scene.namings.is_land(words[number].text):
        return True
    after = words[number + 1 : number + 2]
    ruled = any(w.tied and w.lower in {"government", "parliament"} for w in after)
    return ruled and scene.namings.is_name(words[number].text)


def _state_heard(scene: Scene, trail: Trail, at: int) -> ActorRef | None:
    """Return the state that spoke last, if it did so near before an office."""
    for near, decision in trail.back(at):
        speaker = decision.speaker
        if near > _OWNER_SENTENCES or decision.person is not None or not speaker.name:
            return None
        actor = scene.knowledge.actor(speaker.actor or "")
        state = actor is not None and actor.kind == "state"
        if state or scene.namings.is_land(speaker.name):
            return ActorRef(speaker.actor, speaker.name)
    return None
