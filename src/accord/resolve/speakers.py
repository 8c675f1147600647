"""Who speaks: one decision for each attribution, with its rule and confidence."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from accord.model import (
    UNRESOLVED,
    ActorRef,
    Attribution,
    Span,
    Speaker,
)
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge import KnowledgeBase
from accord.resolve.lexicon import nouns
from accord.resolve.names import Gender
from accord.resolve.offices import TextRole, fits, normal_title, read_roles, role_on
from accord.resolve.people import Occurrence, Person, text_id
from accord.resolve.phrases import Phrase, read_phrase
from accord.resolve.reading import Reading

__all__ = ["Decision", "Scene", "decide_speakers"]

#: How many sentences back a pronoun or a bare role noun may reach.
_REACH_SENTENCES = 8
_GENDERED: Mapping[str, Gender] = {
    "he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f",
}  # fmt: skip
_FIRST_PERSON = frozenset({"i", "we", "you"})
# Crowds and hidden persons that state the position of whom they serve.
_OFFICIALS = frozenset(
    """official officials leader leaders diplomat diplomats authorities negotiator
    negotiators envoy envoys minister ministers representatives delegates government
    spokesperson spokesman spokeswoman spokespeople ambassador ambassadors circles
    delegation""".split()
)
_STATE_ORGANS = frozenset(
    """government ministry cabinet administration department embassy presidency
    military army delegation authorities leadership navy foreign""".split()
)
# Trades in which people speak for themselves.
_PRIVATE = frozenset(
    """analyst expert economist historian professor lecturer scholar academic scientist
    researcher engineer climatologist epidemiologist sociologist pollster author writer
    journalist reporter correspondent columnist commentator blogger resident witness
    victim student farmer worker driver father mother brother sister son daughter
    husband wife man woman actor actress singer veteran soldier defector dissident
    candidate nominee lawmaker mp mep senator congressman congresswoman deputy
    legislator parliamentarian""".split()
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided for one attribution.

    Attributes:
        speaker: Who speaks.
        speaks_for: Whose position it is; None if only their own.
        person: The person, if it is one the document names.
    """

    speaker: Speaker
    speaks_for: ActorRef | None = None
    person: Person | None = None


@dataclass(slots=True)
class Scene:
    """Everything the rules look at in one document.

    Attributes:
        reading: The document.
        knowledge: The knowledge base.
        day: Day of publication; None if not known.
        hits: Known names.
        occurrences: Places where persons are named, in text order.
        persons: The persons, by id.
        owners: For each word in a known name, the name.
        people: For each word in a person's name, the place of the name.
    """

    reading: Reading
    knowledge: KnowledgeBase
    day: date | None
    hits: tuple[Hit, ...]
    occurrences: tuple[Occurrence, ...]
    persons: Mapping[str, Person]
    owners: Mapping[int, Hit] = field(init=False)
    people: Mapping[int, Occurrence] = field(init=False)

    def __post_init__(self) -> None:
        self.owners = {n: hit for hit in self.hits for n in range(hit.first, hit.last)}
        self.people = {
            n: place
            for place in self.occurrences
            for n in range(place.first, place.last)
        }


def decide_speakers(
    scene: Scene, attributions: tuple[Attribution, ...]
) -> dict[str, Decision]:
    """Decide who speaks in each attribution.

    Args:
        scene: The document.
        attributions: All attributions of the document.

    Returns:
        A decision for each attribution's id.

    Cost:
        Linear in the attributions, times the few sentences that each looks back.
    """
    decider = _Decider(scene)
    ordered = sorted(attributions, key=lambda a: (_anchor(a), a.content.start, a.id))
    decider.by_id = {a.id: a for a in attributions}
    for attribution in ordered:
        decider.decide(attribution)
    return decider.decisions


def _anchor(attribution: Attribution) -> int:
    """Return where an attribution's source stands, or would."""
    part = attribution.source or attribution.cue or attribution.content
    return part.start


class _Decider:
    """Goes through a document's attributions in text order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.reading = scene.reading
        self.text = scene.reading.document.text
        self.decisions: dict[str, Decision] = {}
        self.by_id: dict[str, Attribution] = {}
        # What was decided so far, by the place of the source: (offset, decision).
        self.trail: list[tuple[int, Decision]] = []
        self.starts = [place.start for place in scene.occurrences]

    def decide(self, attribution: Attribution) -> None:
        """Decide one attribution and remember it."""
        place = _anchor(attribution)
        decision = self._decide(attribution, place)
        self.decisions[attribution.id] = decision
        if decision.speaker.status != "unresolved":
            self.trail.append((place, decision))

    def _decide(self, attribution: Attribution, place: int) -> Decision:
        """Choose the rule by the kind of source."""
        if attribution.source is None:
            return self._without_source(attribution, place)
        spans = attribution.source.spans
        scene = self.scene
        phrase = read_phrase(self.reading, spans, scene.owners, scene.people)
        name = _shown(attribution.source.text)
        if phrase.kind == "empty":
            return _unresolved(name, "no-words")
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, attribution, place)
        if phrase.kind == "people":
            return self._people(phrase, name)
        if phrase.kind == "known" and phrase.known is not None:
            return self._known(phrase, phrase.known, name)
        if phrase.kind == "role":
            return self._role(phrase, place, name)
        if phrase.kind == "name":
            return self._name(phrase, name)
        return self._common(phrase, place, name)

    # Sources that are left out

    def _without_source(self, attribution: Attribution, place: int) -> Decision:
        """Carry the last speaker on into a quotation without source and cue."""
        if attribution.cue is not None or attribution.mode == "indirect":
            return _unresolved(None, "no-source")
        if not self.trail:
            return _unresolved(None, "no-source")
        at, last = self.trail[-1]
        near = self.reading.sentence_at(place) - self.reading.sentence_at(at)
        if near > 2 or last.person is None:
            return _unresolved(None, "no-source")
        return self._as_person(last.person, "continued", 0.6)

    # Names

    def _people(self, phrase: Phrase, name: str) -> Decision:
        """Take the person a source names; several are a group."""
        if len(phrase.people) > 1:
            names = [self.scene.persons[p.person].name for p in phrase.people]
            joined = f"{', '.join(names[:-1])} and {names[-1]}"
            return Decision(Speaker(None, joined, "group", "several-names", 0.8))
        place = phrase.people[0]
        after = [n for n in phrase.words if n >= place.last]
        if after and self._goes_with_others(after):
            return Decision(Speaker(None, name, "group", "name-and-others", 0.7))
        person = self.scene.persons[place.person]
        return self._as_person(person, place.rule, place.confidence)

    def _goes_with_others(self, after: list[int]) -> bool:
        """Tell whether "and his government" follows a name."""
        words = self.reading.words
        lower = [words[n].lower for n in after[:5]]
        if lower[0] != "and":
            return False
        known = nouns()
        return any(w in known.groups or w in known.bodies for w in lower)

    def _as_person(self, person: Person, rule: str, confidence: float) -> Decision:
        """Make a decision for a person, with the body spoken for."""
        speaker = Speaker(person.id, person.name, "resolved", rule, confidence)
        return Decision(speaker, self._spoken_for(person), person)

    def _spoken_for(self, person: Person) -> ActorRef | None:
        """Tell whose position a person states at the document's date."""
        knowledge = self.scene.knowledge
        if person.actor is not None and person.actor.roles:
            role = role_on(person.actor, self.scene.day, person.roles, knowledge)
            if role is not None:
                return knowledge.ref(role.speaks_for) if role.speaks_for else None
            if self.scene.day is not None or any(r.former for r in person.roles):
                return None
        for text_role in person.roles:
            if not text_role.former and not set(text_role.title) & _PRIVATE:
                if text_role.of is not None:
                    return _with_id(text_role.of)
        return None

    def _known(self, phrase: Phrase, hit: Hit, name: str) -> Decision:
        """Take a state, body, outlet or group by name, seat or capital."""
        knowledge = self.scene.knowledge
        others = [
            h for h in (*phrase.lead, *phrase.tail)
            if h.form.kind not in {"demonym", "surname"} and self._joined(h, hit)
        ]  # fmt: skip
        if others:
            return Decision(Speaker(None, name, "group", "several-names", 0.75))
        actor = knowledge.actor(hit.form.actor)
        if actor is None:
            return _unresolved(name, "none")
        rule, confidence = _BY_FORM[hit.form.kind]
        if actor.kind == "group":
            return Decision(Speaker(actor.id, actor.name, "group", "group-name", 0.9))
        target = knowledge.speaks_for(actor.id)
        spoken = knowledge.ref(target) if target else None
        speaker = Speaker(actor.id, actor.name, "resolved", rule, confidence)
        return Decision(speaker, spoken)

    def _joined(self, one: Hit, other: Hit) -> bool:
        """Tell whether "and" joins two known names."""
        words = self.reading.words
        first, second = sorted((one, other), key=lambda hit: hit.first)
        between = {words[n].lower for n in range(first.last, second.first)}
        return bool(between & {"and", "&"}) and len(between) <= 3

    def _name(self, phrase: Phrase, name: str) -> Decision:
        """Take a capitalised name that nothing else explains."""
        plain = _shown(name.removeprefix("the ").removeprefix("The "))
        spoken = None
        last = self.reading.words[phrase.head or 0].lower
        if last in _STATE_ORGANS and phrase.lead:
            spoken = self._lead_body(phrase)
            if spoken is not None and spoken.actor is not None:
                return Decision(
                    Speaker(spoken.actor, plain, "resolved", "state-organ", 0.75),
                    spoken,
                )
        speaker = Speaker(text_id(plain), plain, "resolved", "text-body", 0.5)
        return Decision(speaker, spoken)

    def _lead_body(self, phrase: Phrase) -> ActorRef | None:
        """Return the state or body named before a phrase's head."""
        knowledge = self.scene.knowledge
        for hit in reversed(phrase.lead):
            actor = knowledge.actor(hit.form.actor)
            if actor is not None and actor.kind in {"state", "organisation", "group"}:
                target = knowledge.speaks_for(actor.id)
                return knowledge.ref(target) if target else actor.ref
        return None

    # Pronouns

    def _pronoun(self, phrase: Phrase, attribution: Attribution, at: int) -> Decision:
        """Find whom a pronoun means."""
        word = self.reading.words[phrase.words[0]].lower
        if word in _FIRST_PERSON:
            outer = self.decisions.get(attribution.nested_in or "")
            if outer is not None and outer.person is not None and word == "i":
                return self._as_person(outer.person, "first-person", 0.8)
            return _unresolved(word, "first-person")
        if word in {"they", "them", "themselves", "it"}:
            return self._thing_pronoun(word, at)
        if word in {"who", "whom"}:
            return self._relative(at)
        found = self._antecedent(at, _GENDERED.get(word))
        if found is None:
            return _unresolved(word, "pronoun")
        return self._as_person(*found)

    def _thing_pronoun(self, word: str, at: int) -> Decision:
        """Let "they" and "it" follow the last crowd or body that spoke."""
        wanted = {"group", "anonymous"} if word != "it" else {"resolved"}
        for place, decision in reversed(self.trail):
            near = self.reading.sentence_at(at) - self.reading.sentence_at(place)
            if near > 2:
                break
            if decision.speaker.status in wanted and decision.person is None:
                old = decision.speaker
                speaker = Speaker(old.actor, old.name, old.status, "pronoun-body", 0.6)
                return Decision(speaker, decision.speaks_for)
        return _unresolved(word, "pronoun")

    def _relative(self, at: int) -> Decision:
        """Let "who" follow the name before it."""
        index = bisect_left(self.starts, at) - 1
        if index >= 0:
            place = self.scene.occurrences[index]
            sentence = self.reading.sentence_at
            if sentence(place.start) == sentence(at):
                person = self.scene.persons[place.person]
                return self._as_person(person, "relative", 0.75)
        return _unresolved("who", "pronoun")

    def _antecedent(
        self, at: int, gender: Gender | None
    ) -> tuple[Person, str, float] | None:
        """Find the person a pronoun at an offset means.

        The last to speak wins over the last to be named, unless someone newer is
        what a sentence since then is about.
        """
        here = self.reading.sentence_at(at)
        for sentence in range(here, max(here - _REACH_SENTENCES, -1), -1):
            spoken = self._spoken_in(sentence, at, gender)
            named = self._named_in(sentence, at, gender)
            if sentence == here and named:
                return self._weigh(named[0], "pronoun-clause", 0.75)
            if spoken:
                sure = 0.8 if len({p.id for p in spoken}) == 1 else 0.6
                return self._weigh(spoken[-1], "pronoun-speaker", sure)
            if named:
                return self._weigh(named[0], "pronoun-subject", 0.65)
        return None

    def _weigh(
        self, person: Person, rule: str, confidence: float
    ) -> tuple[Person, str, float]:
        """Lower the confidence if nothing is known of the gender."""
        return person, rule, confidence - (0.15 if person.gender is None else 0.0)

    def _spoken_in(
        self, sentence: int, before: int, gender: Gender | None
    ) -> list[Person]:
        """List the persons found to speak in a sentence, in text order."""
        span = self.reading.sentences[sentence]
        found = []
        for place, decision in reversed(self.trail):
            if place < span.start:
                break
            person = decision.person
            if person is not None and place < min(before, span.end):
                if _agrees(person, gender):
                    found.append(person)
        return found[::-1]

    def _named_in(
        self, sentence: int, before: int, gender: Gender | None
    ) -> list[Person]:
        """List the persons that a sentence is about, in text order."""
        span = self.reading.sentences[sentence]
        index = bisect_left(self.starts, span.start)
        found = []
        while index < len(self.starts) and self.starts[index] < min(before, span.end):
            place = self.scene.occurrences[index]
            person = self.scene.persons[place.person]
            if place.subject and _agrees(person, gender):
                found.append(person)
            index += 1
        return found

    # Role nouns

    def _role(self, phrase: Phrase, at: int, name: str) -> Decision:
        """Find who is meant by "the minister", "Russia's top diplomat"."""
        scene = self.scene
        first, last = phrase.words[0], phrase.words[-1] + 1
        roles = read_roles(self.reading, first, last, scene.owners, scene.knowledge)
        if not roles:
            return self._common(phrase, at, name)
        role = roles[0]
        if not phrase.definite and (phrase.indefinite or not role.of):
            return self._hidden(phrase, name)
        found = self._holder_seen(role, at)
        if found is not None:
            return self._as_person(*found)
        found = self._holder_known(role)
        if found is not None:
            return self._as_person(*found)
        spoken = _with_id(role.of) if role.of and not role.former else None
        return Decision(Speaker(None, name, "unresolved", "role", 0.0), spoken)

    def _holder_seen(self, role: TextRole, at: int) -> tuple[Person, str, float] | None:
        """Find the last person before an offset whose office fits."""
        index = bisect_left(self.starts, at)
        seen: set[str] = set()
        for offset, decision in reversed(self.trail):
            near = self.reading.sentence_at(at) - self.reading.sentence_at(offset)
            if near > 2 or decision.person is None:
                break
            if self._holds(decision.person, role):
                return decision.person, "role-speaker", 0.85
        for place in reversed(self.scene.occurrences[:index]):
            if place.person in seen:
                continue
            seen.add(place.person)
            person = self.scene.persons[place.person]
            if self._holds(person, role):
                return person, "role-seen", 0.8
        return None

    def _holds(self, person: Person, wanted: TextRole) -> bool:
        """Tell whether a person may be called by a role noun."""
        if wanted.gender and person.gender and wanted.gender != person.gender:
            return False
        knowledge = self.scene.knowledge
        if any(fits(wanted, r.title, r.of, knowledge) for r in person.roles):
            return True
        if person.actor is None:
            return False
        for role in person.actor.roles:
            if self.scene.day is not None and not role.holds_on(self.scene.day):
                continue
            body = knowledge.actor(role.of)
            title = normal_title(role.title)
            if fits(wanted, title, body.ref if body else None, knowledge):
                return True
        return False

    def _holder_known(self, role: TextRole) -> tuple[Person, str, float] | None:
        """Find the one person named anywhere in the document who holds an office."""
        if role.of is None:
            return None
        fitting = [p for p in self.scene.persons.values() if self._holds(p, role)]
        if len(fitting) == 1:
            return fitting[0], "role-later", 0.65
        return None

    # Common nouns

    def _common(self, phrase: Phrase, at: int, name: str) -> Decision:
        """Sort crowds, hidden persons, bodies and things that carry words."""
        known = nouns()
        head = self.reading.words[phrase.head or 0].lower
        if head in known.carriers:
            return self._carrier(phrase, name)
        if head in known.bodies and (phrase.definite or phrase.lead):
            return self._body(phrase, head, at, name)
        if head in known.groups or head in known.anonymous:
            return self._hidden(phrase, name)
        if any(self.reading.words[n].lower in known.groups for n in phrase.words):
            return Decision(Speaker(None, name, "group", "crowd", 0.5))
        return _unresolved(name, "thing")

    def _hidden(self, phrase: Phrase, name: str) -> Decision:
        """Keep hidden persons and crowds unnamed, with whom they speak for."""
        known = nouns()
        words = [self.reading.words[n].lower for n in phrase.words]
        head = self.reading.words[phrase.head or 0].lower
        crowd = head in known.groups and not _HIDING & set(words)
        status, rule = ("group", "crowd") if crowd else ("anonymous", "hidden")
        spoken = None
        if set(words) & _OFFICIALS:
            spoken = self._lead_body(phrase) or self._tail_body(phrase)
        if status == "group":
            return Decision(Speaker(None, name, "group", rule, 0.85), spoken)
        return Decision(Speaker(None, name, "anonymous", rule, 0.85), spoken)

    def _tail_body(self, phrase: Phrase) -> ActorRef | None:
        """Return the state or body named after a phrase's head."""
        knowledge = self.scene.knowledge
        for hit in phrase.tail:
            actor = knowledge.actor(hit.form.actor)
            if actor is not None and actor.kind in {"state", "organisation"}:
                target = knowledge.speaks_for(actor.id)
                return knowledge.ref(target) if target else actor.ref
        return None

    def _carrier(self, phrase: Phrase, name: str) -> Decision:
        """Look behind a statement, survey or report for whose it is."""
        for place in phrase.tail_people:
            person = self.scene.persons[place.person]
            return self._as_person(person, "carrier", 0.6)
        for number in phrase.words:
            owner = self.scene.people.get(number)
            if owner is not None and owner.possessive:
                return self._as_person(self.scene.persons[owner.person], "carrier", 0.7)
        for hit in (*phrase.tail, *reversed(phrase.lead)):
            actor = self.scene.knowledge.actor(hit.form.actor)
            if actor is None or hit.form.kind in {"demonym", "capital", "surname"}:
                continue
            speaker = Speaker(actor.id, actor.name, "resolved", "carrier", 0.6)
            return Decision(speaker)
        return _unresolved(name, "thing")

    def _body(self, phrase: Phrase, head: str, at: int, name: str) -> Decision:
        """Find which ministry, newspaper, union or company is meant."""
        lead = self._lead_body(phrase)
        if lead is not None and head in _STATE_ORGANS and lead.actor is not None:
            return Decision(
                Speaker(lead.actor, name, "resolved", "state-organ", 0.75), lead
            )
        found = self._body_seen(head, at)
        if found is not None:
            speaker = Speaker(found.actor, found.name, "resolved", "body-seen", 0.65)
            return Decision(speaker)
        return _unresolved(name, "body")

    def _body_seen(self, head: str, at: int) -> ActorRef | None:
        """Find the last body before an offset that a common noun may mean."""
        knowledge = self.scene.knowledge
        for place, decision in reversed(self.trail):
            speaker = decision.speaker
            if place < at and decision.person is None and speaker.name:
                if head in speaker.name.lower().split():
                    return ActorRef(speaker.actor, speaker.name)
        for hit in reversed(self.scene.hits):
            if hit.start >= at:
                continue
            actor = knowledge.actor(hit.form.actor)
            if actor is None or hit.form.kind != "name":
                continue
            if actor.kind == "outlet" and head in _OUTLETS:
                return actor.ref
            if actor.kind == "organisation" and any(
                head in name.lower().split() for name in actor.names
            ):
                return actor.ref
        return None


_BY_FORM = {
    "name": ("name", 0.95),
    "metonym": ("seat-as-government", 0.9),
    "capital": ("capital-as-government", 0.85),
    "demonym": ("demonym", 0.5),
    "surname": ("surname", 0.5),
}
_HIDING = frozenset("anonymous unnamed sources insiders circles familiar".split())
_OUTLETS = frozenset(
    """newspaper paper daily weekly magazine outlet broadcaster channel station website
    portal agency tabloid journal network""".split()
)


def _agrees(person: Person, gender: Gender | None) -> bool:
    """Tell whether a person's gender speaks against a pronoun."""
    return gender is None or person.gender is None or person.gender == gender


def _unresolved(name: str | None, rule: str) -> Decision:
    """Make the decision that nothing is known."""
    if name is None and rule == UNRESOLVED.rule:
        return Decision(UNRESOLVED)
    return Decision(Speaker(None, name, "unresolved", rule, 0.0))


def _with_id(ref: ActorRef) -> ActorRef:
    """Give an actor that only the text knows its id."""
    return ref if ref.actor else ActorRef(text_id(ref.name), ref.name)


def _shown(text: str) -> str:
    """Bring a source's words into one line, without marks around them."""
    return " ".join(text.split()).strip(" ,;:*“”\"'")


def source_span(attribution: Attribution) -> Span | None:
    """Return the range of an attribution's source."""
    return attribution.source.hull if attribution.source else None
