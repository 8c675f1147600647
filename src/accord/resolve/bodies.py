"""Bodies by name or by a common noun, and how common nouns are sorted."""

import re

from accord.model import ActorRef, Speaker
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.offices import role_on
from accord.resolve.people.person import Occurrence, Person, text_id
from accord.resolve.phrases import Phrase, names_one
from accord.resolve.reading import Word
from accord.resolve.referents.institutions import find_body
from accord.resolve.scene import Decision, Scene, Trail, shown, unresolved
from accord.resolve.unnamed import (
    NUMBERS,
    body_before,
    decide_carrier,
    hide,
    is_hiding,
    is_many,
    is_one_of,
    is_plural,
)

__all__ = [
    "decide_common",
    "decide_known",
    "decide_name",
]

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
_ASIDE = re.compile(r", (?:(?:THE|WHO|A|AN)\b|(?![A-Z0-9“\"'])).*")
#: So many known names before "The Post" are looked at for one that ends so.
_MOST_HITS = 40
_OF_ONE = frozenset("at no every each".split())
_COLLECTIVES = frozenset(
    """group number majority half third quarter dozens chorus handful slew string host
    array crowd bunch series pair couple succession growing""".split()
)
#: Many people at once, if no body of the text is meant.
_COMPANIES = frozenset(
    """team side crew staff panel squad board management leadership jury chamber
    congregation workers works""".split()
)
_MANY_WHO_ACT = ("ers", "ors", "ists", "ians", "ants", "ents", "ees")
_SHARES = frozenset("percent cent proportion share percentage minority".split())


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
    return not names_one(scene.reading.words[hit.last - 1].lower)


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


def decide_name(  # noqa: PLR0911 - one return a kind
    scene: Scene, phrase: Phrase, name: str
) -> Decision:
    """Take a capitalised name that nothing else explains."""
    opener = scene.reading.words[phrase.words[0]].lower
    if opener in NUMBERS or opener.isdigit():
        return hide(scene, phrase, name, crowd=not is_hiding(scene, phrase))
    if phrase.indefinite or opener in _QUANTIFIERS:
        crowd = True if opener in _QUANTIFIERS - _OF_ONE else None
        return hide(scene, phrase, name, crowd=crowd)
    plain = _ASIDE.sub("", _without_article(_bare(scene, phrase, name)))
    plain = scene.namings.full(plain) or plain
    head = scene.reading.words[phrase.head or 0]
    known = _known_by_end(scene, plain, phrase) or _organ(scene, phrase, plain)
    if known is not None:
        return known
    if _is_pair(scene, plain):
        return Decision(Speaker(None, name, "group", "several-names", 0.6))
    if phrase.head == phrase.words[0] and _only_opens(scene, head):
        if _is_crowd(scene, phrase, head.lower):
            return hide(scene, phrase, name, crowd=True)
        return unresolved(name, "thing")
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))


def _organ(scene: Scene, phrase: Phrase, name: str) -> Decision | None:
    """Take "the Foo Ministry" for its state, if a state stands before it."""
    if scene.reading.words[phrase.head or 0].lower not in GOVERNMENT_ORGANS:
        return None
    lead = body_before(scene, phrase) or _text_state(scene, phrase)
    if lead is None or lead.actor is None:
        return None
    return Decision(Speaker(lead.actor, name, "resolved", "state-organ", 0.75), lead)


def _known_by_end(scene: Scene, name: str, phrase: Phrase) -> Decision | None:
    """Find the outlet or body of which "The Post" is the end of the name."""
    at = scene.reading.words[phrase.words[0]].start
    for hit in scene.hits_before(at, most=_MOST_HITS):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is None or hit.form.kind != "name" or actor.kind == "person":
            continue
        if hit.form.written.endswith(f" {name}"):
            speaker = Speaker(actor.id, actor.name, "resolved", "name-end", 0.7)
            return Decision(speaker)
    return None


def _is_pair(scene: Scene, name: str) -> bool:
    """Tell whether a name is two: "Foo and Bar", if no body of the text is called so."""
    before, joint, after = name.partition(" and ")
    both = before[:1].isupper() and after[:1].isupper()
    return bool(joint) and both and not scene.namings.is_body(name)


def _bare(scene: Scene, phrase: Phrase, name: str) -> str:
    """Drop what a body is before its name: "the charity Common Shore"."""
    words = scene.reading.words
    first = next((n for n in phrase.words[1:] if words[n].capital), None)
    if first is None or "-" in words[first].gap:
        return name
    kind = words[first - 1]
    known = nouns()
    common = kind.lower in known.bodies or kind.lower in known.roles
    if kind.capital or kind.possessive or not common:
        return name
    return name[max(name.find(words[first].text), 0) :]


def _only_opens(scene: Scene, word: Word) -> bool:
    """Tell whether a word is capitalised only as the first of its sentence."""
    if scene.reading.sentences[word.sentence].start < word.start - 1:
        return False
    if word.text.isupper() and len(word.text) > 1:
        return False
    return not scene.namings.is_name(word.text)


def _is_crowd(scene: Scene, phrase: Phrase, lower: str) -> bool:
    """Tell whether a word at the head of a sentence speaks of many people."""
    if not is_plural(lower) or lower in nouns().things:
        return False
    known = nouns()
    one = {lower[:-1], lower[:-3] + "y", lower[:-3] + "fe", lower[:-2]}
    told = lower in scene.namings.lowered or bool(one & known.roles.keys())
    return told or len(phrase.words) > 1 or lower.endswith(_MANY_WHO_ACT)


def decide_common(  # noqa: PLR0911 - one return a kind
    scene: Scene, trail: Trail, phrase: Phrase, at: int, name: str
) -> Decision:
    """Sort crowds, hidden persons, bodies and things that carry words."""
    known = nouns()
    head = scene.reading.words[phrase.head or 0].lower
    if head in known.carriers or head.removesuffix("s") in known.carriers:
        outlet = phrase.definite and head in known.bodies and len(phrase.words) == 2
        meant = find_body(scene, trail, head, at) if outlet else None
        if meant is None:
            return decide_carrier(scene, phrase, name)
    collective = head in _COLLECTIVES and phrase.indefinite
    crowd = head in known.groups and not phrase.definite
    if head in known.bodies and not phrase.indefinite and not (collective or crowd):
        named = phrase.definite or phrase.lead or _own_word(scene, phrase)
        if named or len(phrase.words) == 1:
            return _decide_body(scene, trail, phrase, at, name)
    share = head in _SHARES
    side = head == "side" and body_before(scene, phrase) is not None
    plural = head.removesuffix("s") in known.roles and head not in known.roles
    if plural and is_hiding(scene, phrase):
        return hide(scene, phrase, name)
    if collective or share or side or plural:
        one = scene.reading.words[phrase.words[0]].lower == "one"
        return hide(scene, phrase, name, crowd=not one)
    if head in known.groups or head in known.anonymous or is_one_of(phrase, head):
        return hide(scene, phrase, name)
    if is_many(scene, phrase):
        return hide(scene, phrase, name, crowd=not is_hiding(scene, phrase))
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
    named = _named_body(scene, phrase, head, name)
    if named is not None:
        return named
    found = find_body(scene, trail, head, at)
    if (
        found is None
        and lead is not None
        and phrase.lead[-1:]
        and (phrase.lead[-1].form.kind == "name")
    ):
        plain = _without_article(name)
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))
    if found is None:
        if head in _COMPANIES:
            return hide(scene, phrase, name, crowd=True)
        return unresolved(name, "body")
    target = scene.knowledge.speaks_for(found.actor or "")
    spoken = scene.knowledge.ref(target) if target else None
    speaker = Speaker(found.actor, found.name, "resolved", "body-seen", 0.65)
    return Decision(speaker, spoken)


def _named_body(scene: Scene, phrase: Phrase, head: str, name: str) -> Decision | None:
    """Take a body that a name within the phrase tells apart; None without one."""
    owner = scene.people.get(phrase.words[0]) or _owner_inside(scene, phrase)
    if owner is not None:
        person = scene.persons[owner.person]
        if head in GOVERNMENT_ORGANS and person.actor is not None:
            # "The Doe administration" states the position of Doe's state.
            spoken = _office_of(scene, person)
            if spoken is not None:
                rule = "state-organ"
                speaker = Speaker(spoken.actor, shown(name), "resolved", rule, 0.7)
                return Decision(speaker, spoken)
        speaker = Speaker(text_id(name), name, "resolved", "body-of-person", 0.6)
        return Decision(speaker, ActorRef(person.id, person.name))
    plain = _apposed(scene, phrase)
    if plain is not None:
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.6))
    own = _own_word(scene, phrase)
    return None if own is None else _by_own_word(scene, own, head, name)


def _owner_inside(scene: Scene, phrase: Phrase) -> Occurrence | None:
    """Return "Doe" in "the Doe campaign"."""
    places = (scene.people.get(n) for n in phrase.words if n < (phrase.head or 0))
    return next((place for place in places if place is not None), None)


def _office_of(scene: Scene, person: Person) -> ActorRef | None:
    """Return the state of which a known person holds office on the day."""
    role = (
        role_on(person.actor, scene.day, person.roles, scene.knowledge)
        if (person.actor)
        else None
    )
    return scene.knowledge.ref(role.speaks_for) if role and role.speaks_for else None


def _apposed(scene: Scene, phrase: Phrase) -> str | None:
    """Read the name behind "the manufacturer, Acme AG,"."""
    words = scene.reading.words
    after = (phrase.head or 0) + 1
    if after > phrase.words[-1] or not words[after].gap.startswith(", "):
        return None
    last = after
    while (
        last <= phrase.words[-1]
        and words[last].capital
        and (last == after or words[last].tied)
    ):
        last += 1
    if last == after or after in scene.owners or after in scene.people:
        return None
    span = scene.reading.document.text[words[after].start : words[last - 1].end]
    return scene.namings.full(shown(span)) or shown(span)


def _own_word(scene: Scene, phrase: Phrase) -> str | None:
    """Return the name before a body's noun: "Eastmarch" in "Eastmarch health board"."""
    words = scene.reading.words
    for number in phrase.words:
        word = words[number]
        if number >= (phrase.head or 0):
            break
        inside = number > phrase.words[0] or scene.namings.is_name(word.text)
        shouted = word.text.isupper() and words[phrase.head or 0].text.isupper()
        title = (
            shouted or word.lower in nouns().modifiers or word.lower in nouns().vague
        )
        if word.capital and inside and not title and number not in scene.owners:
            return word.text
    return None


def _by_own_word(scene: Scene, own: str, head: str, name: str) -> Decision:
    """Find the body that a word of its name and a common noun mean."""
    found = {
        body.name
        for body in scene.namings.bodies
        if own.lower() in body.words and head in body.words
    }
    if len(found) > 1:
        return unresolved(name, "body")
    if found:
        (plain,) = found
        return Decision(Speaker(text_id(plain), plain, "resolved", "body-seen", 0.65))
    land = scene.namings.place_of(own)
    if land != own and head == "side":
        return Decision(Speaker(text_id(land), land, "resolved", "state-organ", 0.65))
    if land != own:
        return unresolved(name, "body")
    plain = _ASIDE.sub("", _without_article(name))
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))


def _without_article(name: str) -> str:
    """Drop the article before a name, and the abbreviation behind it."""
    bare = name.removeprefix("the ").removeprefix("The ").removeprefix("THE ")
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
