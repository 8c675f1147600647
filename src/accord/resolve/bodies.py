"""Bodies by name or by a common noun, and how common nouns are sorted."""

import re

from accord.model import ActorRef, Speaker
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import GOVERNMENT_ORGANS
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import text_id
from accord.resolve.phrases import Phrase
from accord.resolve.reading import Word
from accord.resolve.scene import Decision, Scene, Trail, shown, unresolved
from accord.resolve.unnamed import (
    body_before,
    decide_carrier,
    hide,
    is_hiding,
    is_one_of,
)

__all__ = [
    "OUTLET_NOUNS",
    "decide_common",
    "decide_known",
    "decide_name",
]

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
_ASIDE = re.compile(r", (?:(?:THE|WHO|A|AN)\b|(?![A-Z0-9“\"'])).*")
#: How many sentences back "the network" may mean a body that has not spoken;
#: chosen by reading development articles; run the speakers gate.
_REACH_SENTENCES = 8
_OF_ONE = frozenset("at no every each".split())
_COLLECTIVES = frozenset("group number majority half third quarter dozens".split())
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
    plain = _whole(scene, _ASIDE.sub("", _without_article(_bare(scene, phrase, name))))
    head = scene.reading.words[phrase.head or 0]
    if head.lower in GOVERNMENT_ORGANS:
        lead = body_before(scene, phrase) or _text_state(scene, phrase)
        if lead is not None and lead.actor is not None:
            speaker = Speaker(lead.actor, plain, "resolved", "state-organ", 0.75)
            return Decision(speaker, lead)
    if _is_pair(scene, plain):
        return Decision(Speaker(None, name, "group", "several-names", 0.6))
    if phrase.head == phrase.words[0] and _only_opens(scene, head):
        if _is_plural(scene, head.lower):
            return hide(scene, phrase, name, crowd=True)
        return unresolved(name, "thing")
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))


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


def _whole(scene: Scene, name: str) -> str:
    """Give the full name behind an abbreviation, or one word of a name."""
    namings = scene.namings
    if name in namings.short:
        return namings.short[name]
    if " " in name:
        return name
    return namings.company_of(name) or namings.whole_of(name) or name


def _only_opens(scene: Scene, word: Word) -> bool:
    """Tell whether a word is capitalised only as the first of its sentence."""
    if scene.reading.sentences[word.sentence].start < word.start - 1:
        return False
    if word.text.isupper() and len(word.text) > 1:
        return False
    return not scene.namings.is_name(word.text)


def _is_plural(scene: Scene, lower: str) -> bool:
    """Tell whether a word at the head of a sentence speaks of many people."""
    if not lower.endswith("s") or lower.endswith("ss"):
        return False
    known = nouns()
    one = {lower[:-1], lower[:-3] + "y", lower[:-3] + "fe", lower[:-2]}
    return lower in scene.namings.lowered or bool(one & known.roles.keys())


def decide_common(
    scene: Scene, trail: Trail, phrase: Phrase, at: int, name: str
) -> Decision:
    """Sort crowds, hidden persons, bodies and things that carry words."""
    known = nouns()
    head = scene.reading.words[phrase.head or 0].lower
    if head in known.carriers or head.removesuffix("s") in known.carriers:
        return decide_carrier(scene, phrase, name)
    collective = head in _COLLECTIVES and phrase.indefinite
    if head in known.bodies and (phrase.definite or phrase.lead) and not collective:
        return _decide_body(scene, trail, phrase, at, name)
    share = head in _SHARES
    side = head == "side" and body_before(scene, phrase) is not None
    plural = head.removesuffix("s") in known.roles and head not in known.roles
    if plural and is_hiding(scene, phrase):
        return hide(scene, phrase, name)
    if collective or share or side or plural:
        return hide(scene, phrase, name, crowd=True)
    if head in known.groups or head in known.anonymous or is_one_of(phrase, head):
        return hide(scene, phrase, name)
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
    found = body_seen(scene, trail, head, at)
    if (
        found is None
        and lead is not None
        and phrase.lead[-1:]
        and (phrase.lead[-1].form.kind == "name")
    ):
        plain = _without_article(name)
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))
    found = found or _of_last_speaker(scene, trail, head, at)
    if found is None:
        return unresolved(name, "body")
    target = scene.knowledge.speaks_for(found.actor or "")
    spoken = scene.knowledge.ref(target) if target else None
    speaker = Speaker(found.actor, found.name, "resolved", "body-seen", 0.65)
    return Decision(speaker, spoken)


def _named_body(scene: Scene, phrase: Phrase, head: str, name: str) -> Decision | None:
    """Take a body that a name within the phrase tells apart; None without one."""
    owner = scene.people.get(phrase.words[0])
    if owner is not None:
        person = scene.persons[owner.person]
        speaker = Speaker(text_id(name), name, "resolved", "body-of-person", 0.6)
        return Decision(speaker, ActorRef(person.id, person.name))
    plain = _apposed(scene, phrase)
    if plain is not None:
        return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.6))
    own = _own_word(scene, phrase)
    return None if own is None else _by_own_word(scene, own, head, name)


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
    return _whole(scene, shown(span))


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
    if scene.namings.place_of(own) != own:
        return unresolved(name, "body")
    plain = _ASIDE.sub("", _without_article(name))
    return Decision(Speaker(text_id(plain), plain, "resolved", "text-body", 0.5))


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


def body_seen(scene: Scene, trail: Trail, head: str, at: int) -> ActorRef | None:
    """Find the last body before an offset that a common noun may mean."""
    knowledge = scene.knowledge
    for _, decision in trail.back(at):
        speaker = decision.speaker
        if decision.person is not None or not speaker.name or not speaker.actor:
            continue
        if scene.namings.is_called(speaker.name, head) or knowledge.is_called(
            speaker.actor, head
        ):
            return ActorRef(speaker.actor, speaker.name)
    naming = _naming_called(scene, head, at)
    if naming is not None:
        return naming
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


def _naming_called(scene: Scene, noun: str, at: int) -> ActorRef | None:
    """Find the body that only the text names and that a noun may mean, near before."""
    here = scene.reading.sentence_at(at)
    for naming in reversed(scene.namings.bodies):
        if naming.start >= at or noun not in naming.words:
            continue
        near = here - scene.reading.sentence_at(naming.start) <= _REACH_SENTENCES
        return ActorRef(text_id(naming.name), naming.name) if near else None
    return None
