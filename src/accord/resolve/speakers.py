"""Who speaks: one decision for each attribution, with its rule and confidence."""

from accord.model import ActorRef, Attribution, Span, Speaker
from accord.resolve.antecedents import (
    Found,
    find_aged,
    find_counterpart,
    find_holder,
    find_person,
    find_thing,
    relative_to,
)
from accord.resolve.bodies import decide_common, decide_known, decide_name
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.offices import read_roles, role_on
from accord.resolve.people.person import Person
from accord.resolve.phrases import NOBODY, Phrase, read_phrase
from accord.resolve.scene import Decision, Scene, Trail, shown, unresolved, with_id
from accord.resolve.unnamed import body_before, hide

__all__ = ["decide_speakers"]

_FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
_THINGS = frozenset("they them themselves their theirs it its itself".split())
#: How many sentences a quotation without a source may stand from its speaker.
_CARRY_SENTENCES = 2
_AGE_DIGITS = 4


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
    for attribution in ordered:
        decider.decide(attribution)
    # Whom a quotation quotes may stand after it.
    for attribution in ordered:
        decider.decide_first_person(attribution)
    return decider.decisions


def _anchor(attribution: Attribution) -> int:
    """Return where an attribution's source stands, or would."""
    part = attribution.source or attribution.cue or attribution.content
    return part.start


class _Decider:
    """Goes through a document's attributions in text order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.decisions: dict[str, Decision] = {}
        self.trail = Trail(scene.reading)

    def decide(self, attribution: Attribution) -> None:
        """Decide one attribution and remember it."""
        at = _anchor(attribution)
        if attribution.source is None:
            decision = self._without_source(attribution, at)
        else:
            spans = self._frame(attribution.source.spans)
            at = spans[0].start
            phrase = read_phrase(
                self.scene.reading, spans, self.scene.owners, self.scene.people
            )
            name = self._shown(spans, attribution.source.text)
            decision = self._by_phrase(phrase, attribution, at, name)
        self.decisions[attribution.id] = decision
        if decision.speaker.status != "unresolved":
            self.trail.add(at, decision)

    def _frame(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Leave out a whole quotation at the head of what is taken for its source."""
        first = spans[0]
        for quote in self.scene.quotes_in(first.start, first.start + 1):
            if quote.start == first.start and quote.end < first.end:
                return (Span(quote.end, first.end), *spans[1:])
        return spans

    def _shown(self, spans: tuple[Span, ...], text: str) -> str:
        """Put a source's words on one line."""
        if len(spans) == 1:
            text = spans[0].of(self.scene.reading.document.text)
        return shown(text)

    def decide_first_person(self, attribution: Attribution) -> None:
        """Take "I" within a quotation for whoever is quoted."""
        speaker = self.decisions[attribution.id].speaker
        if speaker.rule != "first-person" or speaker.name not in {"i", "me"}:
            return
        outer = self.decisions.get(attribution.nested_in or "")
        if outer is not None and outer.person is not None:
            decision = self._as_person(outer.person, "first-person", 0.8)
            self.decisions[attribution.id] = decision

    def _by_phrase(  # noqa: PLR0911 - one return a kind
        self, phrase: Phrase, attribution: Attribution, at: int, name: str
    ) -> Decision:
        """Choose the rule by the kind of source."""
        scene = self.scene
        match phrase.kind:
            case "pronoun":
                return self._pronoun(phrase, attribution, at)
            case "people":
                return self._people(phrase, name)
            case "known" if phrase.known is not None:
                return decide_known(scene, phrase, phrase.known, name)
            case "role":
                return self._role(phrase, at, name)
            case "name":
                return decide_name(scene, phrase, name)
            case "empty":
                return unresolved(name, "no-words")
            case _:
                return self._common(phrase, attribution, at, name)

    def _common(
        self, phrase: Phrase, attribution: Attribution, at: int, name: str
    ) -> Decision:
        """Decide a common noun; a person behind a statement speaks in office."""
        years = self._years(phrase) if phrase.definite else None
        if years is not None:
            return self._aged(years, attribution, at, name)
        decision = decide_common(self.scene, self.trail, phrase, at, name)
        if decision.person is None:
            return decision
        spoken = self._spoken_for(decision.person)
        return Decision(decision.speaker, spoken, decision.person)

    def _years(self, phrase: Phrase) -> int | None:
        """Read the age in "the 46-year-old"."""
        words = [self.scene.reading.words[n].text for n in phrase.words]
        aged = words[2:4] == ["year", "old"] and words[1].isdecimal()
        return int(words[1]) if aged and len(words[1]) < _AGE_DIGITS else None

    def _aged(
        self, years: int, attribution: Attribution, at: int, name: str
    ) -> Decision:
        """Find whom an age means."""
        within = attribution.content.spans
        found = find_aged(self.scene, self.trail, years, at, within=within)
        if not isinstance(found, Decision):
            return self._as_person(*found)
        return found if found.speaker.name else unresolved(name, "age")

    def _without_source(self, attribution: Attribution, at: int) -> Decision:
        """Carry the last speaker on into a quotation without source and cue."""
        if attribution.cue is not None or attribution.mode == "indirect":
            return unresolved(None, "no-source")
        for near, last in self.trail.back(at):
            if near <= _CARRY_SENTENCES and last.person is not None:
                return self._as_person(last.person, "continued", 0.6)
            break
        return unresolved(None, "no-source")

    def _people(self, phrase: Phrase, name: str) -> Decision:
        """Take the person a source names; several are a group."""
        persons = self.scene.persons
        if len(phrase.people) > 1:
            names = [persons[place.person].name for place in phrase.people]
            joined = f"{', '.join(names[:-1])} and {names[-1]}"
            return Decision(Speaker(None, joined, "group", "several-names", 0.8))
        place = phrase.people[0]
        if self._goes_with_others([n for n in phrase.words if n >= place.last]):
            return Decision(Speaker(None, name, "group", "name-and-others", 0.7))
        return self._as_person(persons[place.person], place.rule, place.confidence)

    def _goes_with_others(self, after: list[int]) -> bool:
        """Tell whether "and his government" follows a name."""
        lower = [self.scene.reading.words[n].lower for n in after[:5]]
        if not lower or lower[0] != "and":
            return False
        known = nouns()
        return any(word in known.groups or word in known.bodies for word in lower)

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
            public = not text_role.former and not set(text_role.title) & nouns().private
            if public and text_role.of is not None:
                target = knowledge.speaks_for(text_role.of.actor or "")
                return (
                    knowledge.ref(target)
                    if target
                    else with_id(self.scene, text_role.of)
                )
        return None

    def _pronoun(self, phrase: Phrase, attribution: Attribution, at: int) -> Decision:
        """Find whom a pronoun means."""
        word = self.scene.reading.words[phrase.words[0]].lower
        if word in _FIRST_PERSON:
            return unresolved(word, "first-person")
        if word in NOBODY:
            return unresolved(word, "nobody")
        if word in {"who", "whom", "which", "whose"}:
            return self._relative(word, at)
        if word in _THINGS:
            return find_thing(self.trail, word, at)
        within = attribution.content.spans
        found = find_person(self.scene, self.trail, word, at, within=within)
        return found if isinstance(found, Decision) else self._as_person(*found)

    def _relative(self, word: str, at: int) -> Decision:
        """Let "who" and "which" follow the name before them."""
        found = relative_to(self.scene, at)
        if isinstance(found, Person):
            if word == "which":
                return unresolved(word, "pronoun")
            return self._as_person(found, "relative", 0.75)
        if found is None:
            return unresolved(word, "pronoun")
        target = self.scene.knowledge.speaks_for(found.actor or "")
        spoken = self.scene.knowledge.ref(target) if target else None
        speaker = Speaker(found.actor, found.name, "resolved", "relative", 0.75)
        return Decision(speaker, spoken)

    def _role(self, phrase: Phrase, at: int, name: str) -> Decision:
        """Find who is meant by "the minister", "Russia's top diplomat"."""
        scene = self.scene
        first, last = phrase.words[0], phrase.words[-1] + 1
        roles = read_roles(scene.reading, first, last, scene.owners, scene.knowledge)
        if not roles:
            return decide_common(scene, self.trail, phrase, at, name)
        role = roles[0]
        if phrase.indefinite or not (phrase.definite or phrase.lead):
            return hide(scene, phrase, name)
        found: Found | None
        if role.title == ("counterpart",):
            of = body_before(scene, phrase) or role.of
            found = find_counterpart(scene, self.trail, of, at)
        else:
            found = find_holder(scene, self.trail, role, at)
        if found is not None:
            return self._as_person(*found)
        # "Roe's wife" speaks for no body called Roe.
        public = not role.former and phrase.words[0] not in scene.people
        spoken = with_id(scene, role.of) if role.of and public else None
        return Decision(Speaker(None, name, "unresolved", "role", 0.0), spoken)
