"""Whom a pronoun or a role noun means: the last one who fits, speakers first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from accord.model import ActorRef, Span, Speaker
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import Gender
from accord.resolve.offices import TextRole, fits, normal_title
from accord.resolve.openings import government_before, opens_before
from accord.resolve.people.person import Person
from accord.resolve.scene import Decision, Scene, Trail, is_several, with_id

__all__ = [
    "Found", "again", "find_counterpart", "find_hidden", "find_holder", "find_person", "find_thing", "holds",
    "relative_to",
]  # fmt: skip

#: A person, the rule and its confidence.
Found = tuple[Person, str, float]

#: How many sentences back a pronoun may reach.
_REACH_SENTENCES = 8
#: Beyond so many sentences a pronoun is less sure.
_NEAR_SENTENCES = 3
#: Between a name and the "which" that follows it: a blank, or a comma and a blank.
#: How long the name of a body may be before ", which".
_MOST_NAME_CHARS = 80
_TIED_CHARS = 2
_PREPOSITIONS = frozenset("to for by of with from in".split())
_GENDERS: Mapping[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip


def find_person(
    scene: Scene,
    trail: Trail,
    word: str,
    at: int,
    *,
    within: Sequence[Span] = (),
    but: str | None = None,
) -> Decision | Found:
    """Find whom "he" or "she" at an offset means.

    The last to speak wins over the last to be named, unless someone newer is what
    a sentence since then is about. A hidden person who spoke last is meant too.

    Args:
        scene: The document.
        trail: Who spoke so far.
        word: The pronoun.
        at: Where it stands.
        within: What is said to be said; whom a speaker names is not the speaker.
        but: Id of a person who is not meant.

    Returns:
        A person, or the decision for a hidden one; an unresolved decision if
        nobody fits within reach.
    """
    gender = _GENDERS.get(word)
    here = scene.reading.sentence_at(at)
    passed: set[str] = set()
    only: Person | None = None
    for sentence in range(here, max(here - _REACH_SENTENCES, -1), -1):
        far = 0.0 if here - sentence <= _NEAR_SENTENCES else 0.15
        closed = (*within, *scene.out_of_reach(sentence, at))
        said = trail.said_in(sentence, at, within=closed)
        # Who asks "him" is not he.
        other = sentence == here and _is_object(scene, word, at)
        spoken = [
            d
            for d in said
            if _agrees(d, gender)
            and not other
            and (but is None or d.speaker.actor != but)
        ]
        if spoken:
            known = [d for d in spoken if d.person and d.person.gender == gender]
            last = (known or spoken)[-1] if gender else spoken[-1]
            if last.person is None:
                return again(last, "pronoun-hidden", 0.6 - far)
            sure = 0.8 if len({d.speaker.actor for d in spoken}) == 1 else 0.6
            return _weigh(last.person, "pronoun-speaker", sure - far, gender)
        named = [
            (scene.persons[place.person], place.subject)
            for place in scene.named_in(sentence, at, within=closed)
            if _may_be(scene.persons[place.person], gender) and place.person != but
        ]
        subjects = [person for person, subject in named if subject and not other]
        if subjects and passed <= {subjects[0].id}:
            return _weigh(subjects[0], "pronoun-subject", 0.65 - far, gender)
        if subjects:
            # Someone newer was named meanwhile, though not as what it is about.
            only = None
            break
        if not passed and not other and here - sentence <= _NEAR_SENTENCES:
            # "At the gate stands Jane Doe. She will not sign."
            only = named[0][0] if len({p.id for p, _ in named}) == 1 else None
        passed.update(person.id for person, _ in named)
    if only is not None:
        return _weigh(only, "pronoun-named", 0.55, gender)
    speaker = Speaker(None, word, "unresolved", "pronoun", 0.0)
    return Decision(speaker)


def _is_object(scene: Scene, word: str, at: int) -> bool:
    """Tell "asked him" from "according to him"; "her" may own what follows."""
    number = scene.reading.between(at, at + 1).start
    before = scene.reading.words[number - 1].lower if number else ""
    return word == "him" and before not in _PREPOSITIONS


def _agrees(decision: Decision, gender: Gender | None) -> bool:
    """Tell whether a pronoun may mean who was decided on."""
    if decision.person is not None:
        return _may_be(decision.person, gender)
    hidden = decision.speaker.status == "anonymous"
    # Of "her daughter" it is she whom "she" means as often.
    return hidden and decision.speaker.rule != "related" and not is_several(decision)


def _may_be(person: Person, gender: Gender | None) -> bool:
    """Tell whether a person's gender speaks against a pronoun."""
    return gender is None or person.gender is None or person.gender == gender


def _weigh(
    person: Person, rule: str, confidence: float, gender: Gender | None
) -> Found:
    """Lower the confidence if nothing was known of the gender, and learn it."""
    if person.gender is None:
        confidence -= 0.15
        person.gender = gender
    return person, rule, round(confidence, 2)


def again(decision: Decision, rule: str, confidence: float) -> Decision:
    """Repeat a decision under another rule."""
    old = decision.speaker
    speaker = Speaker(old.actor, old.name, old.status, rule, round(confidence, 2))
    return Decision(speaker, decision.speaks_for, decision.person)


def find_thing(scene: Scene, trail: Trail, word: str, at: int) -> Decision:
    """Let "they" and "it" follow the last crowd or body that spoke.

    "Acme will close, it said" is Acme, the body that its sentence names.
    """
    plural = word not in {"it", "its", "itself"}
    for near, decision in trail.back(at):
        if near > 2:
            break
        status = decision.speaker.status
        crowd = status in {"group", "anonymous"}
        if decision.person is None and (crowd if plural else status == "resolved"):
            return again(decision, "pronoun-body", 0.6)
    naming = next(scene.namings.before(at), None)
    here = scene.reading.sentence_at(at)
    if (
        not plural
        and naming
        and (
            scene.reading.sentence_at(naming.start) == here
            or opens_before(scene, naming.start, at)
        )
    ):
        ref = with_id(scene, ActorRef(None, naming.name))
        speaker = Speaker(ref.actor, ref.name, "resolved", "pronoun-subject", 0.55)
        return Decision(speaker)
    return Decision(Speaker(None, word, "unresolved", "pronoun", 0.0))


def relative_to(
    scene: Scene, trail: Trail, word: str, at: int
) -> Person | ActorRef | None:
    """Find what "who" or "which" at an offset hangs on: the name right before it.

    Args:
        scene: The document.
        trail: Who spoke so far.
        word: The pronoun.
        at: Where it stands.
    """
    body = None
    if word == "which":
        body = _body_right_before(scene, trail, at) or government_before(scene, at)
    if body is not None:
        return body
    sentence = scene.reading.sentence_at(at)
    named = scene.named_in(sentence, at)
    begin = scene.reading.sentences[sentence].start
    bodies = [h for h in scene.hits if begin <= h.start < at and h.form.kind == "name"]
    last = bodies[-1] if bodies else None
    if last is not None and (not named or named[-1].start < last.start):
        if at - last.end > _TIED_CHARS:
            # "A law of Foo which says": it is the law.
            return None
        actor = scene.knowledge.actor(last.form.actor)
        return actor.ref if actor and actor.kind != "person" else None
    return scene.persons[named[-1].person] if named else None


def _body_right_before(scene: Scene, trail: Trail, at: int) -> ActorRef | None:
    """Return who speaks in "The Homeland party, which", if it is a body."""
    before = scene.reading.document.text[max(0, at - _MOST_NAME_CHARS) : at]
    head = before.rstrip()
    if not head.endswith(","):
        return None
    for offset, decision in trail.heard(at):
        speaker = decision.speaker
        body = decision.person is None and speaker.status == "resolved"
        near = at - offset <= _MOST_NAME_CHARS
        if not (body and near and speaker.name):
            return None
        named = head[:-1].endswith(speaker.name)
        return ActorRef(speaker.actor, speaker.name) if named else None
    return None


def find_hidden(trail: Trail, title: tuple[str, ...], at: int) -> Decision | None:
    """Let "the official" follow "a senior official", if nobody spoke since."""
    for near, decision in trail.back(at):
        status, name = decision.speaker.status, (decision.speaker.name or "").lower()
        if near > _NEAR_SENTENCES or status != "anonymous":
            return None
        return (
            again(decision, "role-hidden", 0.65) if title[-1] in name.split() else None
        )
    return None


def holds(scene: Scene, person: Person, wanted: TextRole) -> bool:
    """Tell whether a person may be called by a role noun."""
    if wanted.gender and person.gender and wanted.gender != person.gender:
        return False
    knowledge = scene.knowledge
    if any(fits(wanted, r.title, r.of, knowledge) for r in person.roles):
        return True
    for role in person.actor.roles if person.actor else ():
        if scene.day is not None and not role.holds_on(scene.day):
            continue
        body = knowledge.actor(role.of)
        ref = body.ref if body else None
        if fits(wanted, normal_title(role.title), ref, knowledge):
            return True
    return False


def find_holder(scene: Scene, trail: Trail, role: TextRole, at: int) -> Found | None:
    """Find whom a role noun at an offset means.

    First who spoke or was named last before it and fits; then the only person
    named anywhere in the document who does; then, for an office with its state or
    body, the one who holds it on the document's day.
    """
    spoke: dict[str, bool] = {}
    near: list[Person] = []
    for person, speaking in _backwards(scene, trail, at):
        if holds(scene, person, role):
            near.append(person)
            spoke[person.id] = speaking
            if role.of is not None or len(near) > 1:
                break
    if len(near) > 1:
        chosen = _of_state_in_sentence(scene, near, at)
        if chosen is not None:
            return chosen, "role-state", 0.6
    if near:
        rule, sure = ("role-speaker", 0.85) if spoke[near[0].id] else ("role-seen", 0.8)
        return near[0], rule, sure
    if role.of is None:
        return _by_rank(scene, trail, role, at)
    fitting = [p for p in scene.persons.values() if holds(scene, p, role)]
    told = [p for p in fitting if _is_of(p)]
    if len(told) == 1:
        return told[0], "role-later", 0.65
    if fitting:
        return None
    return _in_office(scene, role) or _by_rank(scene, trail, role, at)


def _is_of(person: Person) -> bool:
    """Tell whether it is known of which state or body a person holds an office."""
    known = person.actor is not None and bool(person.actor.roles)
    return known or any(role.of is not None for role in person.roles)


def _by_rank(scene: Scene, trail: Trail, role: TextRole, at: int) -> Found | None:
    """Find the only one who spoke and is a leader, say, for "the union leader"."""
    rank = tuple(word for word in role.title if word not in nouns().bodies)
    if rank == role.title or not rank:
        return None
    wanted = replace(role, title=rank, of=None)
    near = takewhile(lambda step: step[0] <= _REACH_SENTENCES, trail.back(at))
    people = (decision.person for _, decision in near)
    fitting = {p.id: p for p in people if p is not None and holds(scene, p, wanted)}
    if len(fitting) != 1:
        return None
    return next(iter(fitting.values())), "role-rank", 0.6


def _in_office(scene: Scene, role: TextRole) -> Found | None:
    """Find the only one known to hold exactly this office on the document's day."""
    body = role.of.actor if role.of else None
    if body is None or scene.day is None or role.former or role.dated:
        return None
    actors = [
        actor
        for actor, held in scene.knowledge.offices_of(body)
        if held.holds_on(scene.day) and normal_title(held.title) == role.title
    ]
    if len(actors) != 1:
        return None
    (actor,) = actors
    known = scene.persons.get(actor.id)
    person = known or Person(actor.id, actor.name, actor, actor.gender)
    return person, "role-known", 0.6


def _of_state_in_sentence(scene: Scene, people: list[Person], at: int) -> Person | None:
    """Choose the one whose state or body the sentence is about, if only one's is.

    "Foo will not pay, the minister said" is Foo's minister, though Bar's spoke last.
    """
    sentence = scene.reading.sentences[scene.reading.sentence_at(at)]
    named = {
        hit.form.actor
        for hit in scene.hits
        if sentence.start <= hit.start < at and hit.form.kind != "demonym"
    }
    fitting = [
        person
        for person in people
        if person.actor and any(role.of in named for role in person.actor.roles)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _backwards(scene: Scene, trail: Trail, at: int) -> Iterator[tuple[Person, bool]]:
    """Give the persons before an offset once each, nearest sentence first.

    Within a sentence those who speak come first, then those it is about, then
    those it only names. The flag tells whether the person spoke.
    """
    here = scene.reading.sentence_at(at)
    seen: set[str] = set()
    for sentence in range(here, max(here - _REACH_SENTENCES, -1), -1):
        closed = scene.out_of_reach(sentence, at)
        said = trail.said_in(sentence, at, within=closed)
        spoken = [decision.person for decision in said if decision.person]
        places = scene.named_in(sentence, at, within=closed)
        named = sorted(places, key=lambda place: (not place.subject, -place.start))
        people = [(person, True) for person in reversed(spoken)]
        people += [(scene.persons[place.person], False) for place in named]
        for person, spoke in people:
            if person.id not in seen:
                seen.add(person.id)
                yield person, spoke
    for place in scene.named_before(at):
        if place.person not in seen:
            seen.add(place.person)
            yield scene.persons[place.person], False


def find_counterpart(
    scene: Scene, trail: Trail, of: ActorRef | None, at: int
) -> Found | None:
    """Find "his Kestrian counterpart": the same office in another state."""
    titles: list[tuple[str, ...]] = []
    gone: set[str] = set()
    for person, _ in _backwards(scene, trail, at):
        titles = [role.title for role in person.roles]
        if person.actor:
            titles += [normal_title(role.title) for role in person.actor.roles]
        gone.add(person.id)
        if titles:
            break
    # The same office first; failing that, the same rank: any minister there.
    for title in (*titles, *(title[-1:] for title in titles)):
        role = TextRole(title, of, former=False, gender=None, first=0, last=0)
        fitting = [
            person
            for person in scene.persons.values()
            if person.id not in gone and holds(scene, person, role)
        ]
        if len(fitting) == 1:
            return fitting[0], "counterpart", 0.65
    return None
