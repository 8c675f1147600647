"""Bodies, crowds, hidden persons, and the things that carry words."""

import re
from itertools import pairwise

from accord.model import ActorRef, Speaker
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import text_id
from accord.resolve.phrases import Phrase
from accord.resolve.scene import Decision, Scene, Trail, shown, unresolved

__all__ = [
    "OUTLET_NOUNS",
    "body_before",
    "decide_common",
    "decide_known",
    "decide_name",
    "hide",
]

# Crowds and hidden persons that state the position of whom they serve.
_OFFICIALS = frozenset(
    """official officials leader leaders diplomat diplomats authorities negotiator
    negotiators envoy envoys minister ministers representatives delegates government
    spokesperson spokesman spokeswoman spokespeople ambassador ambassadors circles
    delegation member aide aides adviser advisers source sources side""".split()
)
_HIDING = frozenset(
    """anonymous anonymity unnamed sources insiders circles familiar briefed knowledge
    named identified authorised authorized close""".split()
)
OUTLET_NOUNS = frozenset(
    """newspaper paper daily weekly magazine outlet broadcaster channel station website
    portal agency tabloid journal network""".split()
)
_BY_FORM = {
    "name": ("name", 0.95),
    "metonym": ("seat-as-government", 0.9),
    "capital": ("capital-as-government", 0.85),
    "demonym": ("demonym", 0.6),
    "surname": ("surname", 0.5),
}
_QUANTIFIERS = frozenset(
    "hundreds thousands dozens scores millions at some many most few several two three four five both all no every each".split()
)
# ", which has tried to mediate", ", of Clean Bay": no part of a name.
_ASIDE = re.compile(r", (?![A-Z0-9“\"']).*")
_OF_ONE = frozenset("at no every each".split())
#: Letters that a name and its adjective share; tried 4 to 6 on invented names.
_STEM_LETTERS = 5
_COLLECTIVES = frozenset("group number majority half third quarter dozens".split())
_SHARES = frozenset("percent cent proportion share percentage minority".split())
_STATE_KINDS = frozenset({"state", "organisation", "group"})


def decide_known(scene: Scene, phrase: Phrase, hit: Hit, name: str) -> Decision:
    """Take a state, body, outlet or group by name, seat, capital or adjective."""
    knowledge = scene.knowledge
    form = hit.form
    others = (
        other
        for other in (*phrase.lead, *phrase.tail)
        if other.form.kind not in {"demonym", "surname"}
    )
    if any(_joined(scene, other, hit) for other in others):
        return Decision(Speaker(None, name, "group", "several-names", 0.75))
    actor = knowledge.actor(form.actor)
    if actor is None or actor.kind == "person":
        # A last name that title, date and first name give to nobody known.
        return decide_name(scene, phrase, name)
    if form.kind == "demonym" and _is_surname(phrase, scene, hit):
        return decide_name(scene, phrase, name)
    if form.kind == "demonym" and _is_people(scene, hit):
        spoken = actor.ref if phrase.definite and actor.kind == "state" else None
        return Decision(Speaker(None, name, "group", "people", 0.7), spoken)
    if actor.kind == "group":
        return Decision(Speaker(actor.id, actor.name, "group", "group-name", 0.9))
    rule, confidence = _BY_FORM[form.kind]
    target = knowledge.speaks_for(actor.id)
    spoken = knowledge.ref(target) if target else None
    return Decision(Speaker(actor.id, actor.name, "resolved", rule, confidence), spoken)


def _is_people(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word of belonging means the people: "the Kestrians"."""
    word = scene.reading.words[hit.last - 1].lower
    return word.endswith(("s", "men", "ese", "ish", "utch", "ench"))


def _is_surname(phrase: Phrase, scene: Scene, hit: Hit) -> bool:
    """Tell "Dane said" from "the Dane said": no people goes without an article."""
    alone = phrase.words == tuple(range(hit.first, hit.last))
    return alone and not _is_people(scene, hit)


def _joined(scene: Scene, one: Hit, other: Hit) -> bool:
    """Tell whether "and" joins two known names."""
    words = scene.reading.words
    first, second = sorted((one, other), key=lambda hit: hit.first)
    between = {words[n].lower for n in range(first.last, second.first)}
    return bool(between & {"and", "&"}) and len(between) <= 3


def decide_name(scene: Scene, phrase: Phrase, name: str) -> Decision:
    """Take a capitalised name that nothing else explains."""
    opener = scene.reading.words[phrase.words[0]].lower
    if phrase.indefinite or opener in _QUANTIFIERS:
        crowd = True if opener in _QUANTIFIERS - _OF_ONE else None
        return hide(scene, phrase, name, crowd=crowd)
    plain = _ASIDE.sub("", _without_article(name))
    plain = scene.namings.short.get(plain, plain)
    head = scene.reading.words[phrase.head or 0]
    if head.lower in GOVERNMENT_ORGANS:
        lead = body_before(scene, phrase) or _text_state(scene, phrase)
        if lead is not None and lead.actor is not None:
            speaker = Speaker(lead.actor, plain, "resolved", "state-organ", 0.75)
            return Decision(speaker, lead)
    if phrase.head == phrase.words[0] and _only_opens(scene, phrase.words[0]):
        return unresolved(name, "thing")
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))


def _only_opens(scene: Scene, number: int) -> bool:
    """Tell whether a word is capitalised only as the first of its sentence."""
    words = scene.reading.words
    word = words[number]
    if number > 0 and words[number - 1].sentence == word.sentence:
        return False
    if word.text.isupper() and len(word.text) > 1:
        return False
    # "Valdoria" is a name if "Valdorian" stands somewhere within a sentence.
    stem = word.text[:_STEM_LETTERS]
    return not any(
        other.text == word.text or (len(stem) > 4 and other.text.startswith(stem))
        for before, other in pairwise(words)
        if before.sentence == other.sentence
    )


def body_before(scene: Scene, phrase: Phrase) -> ActorRef | None:
    """Return the state or body named before a phrase's head."""
    for hit in reversed(phrase.lead):
        found = _spoken_for(scene, hit)
        if found is not None:
            return found
    return None


def _body_after(scene: Scene, phrase: Phrase) -> ActorRef | None:
    """Return the state or body named after a phrase's head."""
    for hit in phrase.tail:
        found = _spoken_for(scene, hit)
        if found is not None:
            return found
    return None


def _spoken_for(scene: Scene, hit: Hit) -> ActorRef | None:
    """Return the state or body behind a known name; None for persons and outlets."""
    actor = scene.knowledge.actor(hit.form.actor)
    if actor is None or actor.kind not in _STATE_KINDS:
        return None
    target = scene.knowledge.speaks_for(actor.id)
    return scene.knowledge.ref(target) if target else actor.ref


def decide_common(
    scene: Scene, trail: Trail, phrase: Phrase, at: int, name: str
) -> Decision:
    """Sort crowds, hidden persons, bodies and things that carry words."""
    known = nouns()
    head = scene.reading.words[phrase.head or 0].lower
    if head in known.carriers or head.removesuffix("s") in known.carriers:
        return _decide_carrier(scene, phrase, name)
    collective = head in _COLLECTIVES and phrase.indefinite
    if head in known.bodies and (phrase.definite or phrase.lead) and not collective:
        return _decide_body(scene, trail, phrase, at, name)
    share = head in _SHARES
    side = head == "side" and body_before(scene, phrase) is not None
    plural = head.removesuffix("s") in known.roles and head not in known.roles
    if collective or share or side or plural:
        return hide(scene, phrase, name, crowd=True)
    if head in known.groups or head in known.anonymous or _is_one_of(phrase, head):
        return hide(scene, phrase, name)
    return unresolved(name, "thing")


def _is_one_of(phrase: Phrase, head: str) -> bool:
    """Tell whether "a member of the delegation" hides a person."""
    return head in {"member", "one", "participant"} and bool(
        phrase.indefinite or phrase.tail
    )


def hide(
    scene: Scene, phrase: Phrase, name: str, *, crowd: bool | None = None
) -> Decision:
    """Keep hidden persons and crowds unnamed, with whom they speak for."""
    words = {scene.reading.words[n].lower for n in phrase.words}
    if crowd is None:
        head = scene.reading.words[phrase.head or 0].lower
        crowd = head in nouns().groups and not _HIDING & words
    spoken = None
    if words & _OFFICIALS:
        spoken = body_before(scene, phrase) or _body_after(scene, phrase)
    if crowd:
        return Decision(Speaker(None, name, "group", "crowd", 0.85), spoken)
    return Decision(Speaker(None, name, "anonymous", "hidden", 0.85), spoken)


def _decide_carrier(scene: Scene, phrase: Phrase, name: str) -> Decision:
    """Look behind a statement, survey or report for whose it is."""
    for number in phrase.words:
        place = scene.people.get(number)
        behind = place is not None and number > (phrase.head or 0)
        if place is not None and (place.possessive or behind):
            person = scene.persons[place.person]
            speaker = Speaker(person.id, person.name, "resolved", "carrier", 0.65)
            return Decision(speaker, None, person)
    for hit in (*phrase.tail, *reversed(phrase.lead)):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is None or hit.form.kind in {"demonym", "capital", "surname"}:
            continue
        if actor.kind == "state" and hit in phrase.tail:
            # A report on a state is not a report of it.
            continue
        target = scene.knowledge.speaks_for(actor.id)
        spoken = scene.knowledge.ref(target) if target else None
        speaker = Speaker(actor.id, actor.name, "resolved", "carrier", 0.6)
        return Decision(speaker, spoken)
    end = scene.reading.words[phrase.words[-1]].end
    begin = scene.reading.words[phrase.words[0]].start
    for naming in scene.namings.bodies:
        if begin <= naming.start < end:
            identity = text_id(naming.name)
            return Decision(Speaker(identity, naming.name, "resolved", "carrier", 0.5))
    return unresolved(name, "thing")


def _decide_body(
    scene: Scene, trail: Trail, phrase: Phrase, at: int, name: str
) -> Decision:
    """Find which ministry, newspaper, union or company is meant."""
    head = scene.reading.words[phrase.head or 0].lower
    lead = body_before(scene, phrase)
    if lead is None and head in GOVERNMENT_ORGANS:
        lead = _text_state(scene, phrase)
    if lead is not None and head in GOVERNMENT_ORGANS and lead.actor is not None:
        plain = _without_article(name)
        speaker = Speaker(lead.actor, plain, "resolved", "state-organ", 0.75)
        return Decision(speaker, lead)
    owner = scene.people.get(phrase.words[0])
    if owner is not None:
        person = scene.persons[owner.person]
        speaker = Speaker(text_id(name), name, "resolved", "body-of-person", 0.6)
        return Decision(speaker, ActorRef(person.id, person.name))
    found = body_seen(scene, trail, head, at)
    named = bool(phrase.lead) and phrase.lead[-1].form.kind == "name"
    if found is None and lead is not None and named:
        plain = _without_article(name)
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))
    if found is None:
        found = _of_last_speaker(scene, trail, head, at)
    if found is None:
        return unresolved(name, "body")
    target = scene.knowledge.speaks_for(found.actor or "")
    spoken = scene.knowledge.ref(target) if target else None
    speaker = Speaker(found.actor, found.name, "resolved", "body-seen", 0.65)
    return Decision(speaker, spoken)


def _of_last_speaker(scene: Scene, trail: Trail, head: str, at: int) -> ActorRef | None:
    """Take "the company" for the one whose head has just spoken."""
    if head in GOVERNMENT_ORGANS or head in OUTLET_NOUNS:
        return None
    for near, decision in trail.back(at):
        ref = decision.speaks_for
        if near > 2 or decision.person is None or ref is None:
            break
        actor = scene.knowledge.actor(ref.actor or "")
        if actor is None or actor.kind == "organisation":
            return ref
    return None


def _without_article(name: str) -> str:
    """Drop the article before a name, and the abbreviation behind it."""
    bare = name.removeprefix("the ").removeprefix("The ")
    head, bracket, tail = bare.rpartition(" (")
    return shown(head if bracket and tail.endswith(")") else bare)


def _text_state(scene: Scene, phrase: Phrase) -> ActorRef | None:
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


def body_seen(scene: Scene, trail: Trail, head: str, at: int) -> ActorRef | None:
    """Find the last body before an offset that a common noun may mean."""
    knowledge = scene.knowledge
    for _, decision in trail.back(at):
        speaker = decision.speaker
        if decision.person is not None or not speaker.name or not speaker.actor:
            continue
        named = head in speaker.name.lower().replace("'s", "").split()
        if named or knowledge.is_called(speaker.actor, head):
            return ActorRef(speaker.actor, speaker.name)
    for naming in reversed(scene.namings.bodies):
        if naming.start < at and head in naming.words:
            return ActorRef(text_id(naming.name), naming.name)
    for hit in reversed(scene.hits):
        if hit.start >= at or hit.form.kind != "name":
            continue
        actor = knowledge.actor(hit.form.actor)
        if actor is None or actor.kind in {"person", "state", "group"}:
            continue
        outlet = actor.kind == "outlet" and head in OUTLET_NOUNS
        if outlet or knowledge.is_called(actor.id, head):
            return actor.ref
    return None
