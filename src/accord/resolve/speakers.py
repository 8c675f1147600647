"""Who speaks: one decision for each attribution, with its rule and confidence."""

from bisect import bisect_right
from collections.abc import Iterable

from accord.model import Attribution, Span, Speaker
from accord.resolve.antecedents import (
    again,
    find_counterpart,
    find_hidden,
    find_holder,
    find_person,
    find_thing,
    relative_to,
)
from accord.resolve.bodies import decide_ally, decide_common, decide_known, decide_name
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.nearness import find_near
from accord.resolve.offices import TextRole, normal_title
from accord.resolve.people.person import Person
from accord.resolve.phrases import NOBODY, Phrase, read_phrase
from accord.resolve.referents import (
    as_body,
    decide_related,
    decide_turn,
    find_author,
    find_clues,
    find_described,
    is_description,
    is_owner,
    is_turn,
    read_description,
    roles_in,
    spoken_for,
    stood_for,
    told_before,
)
from accord.resolve.referents.interviews import find_answering, is_answer
from accord.resolve.referents.turns import decide_handle, with_body_of_label
from accord.resolve.scene import Decision, Scene, Trail, shown, unresolved, with_id
from accord.resolve.unnamed import body_before, hide

__all__ = ["decide_speakers"]

_FIRST_PERSON = frozenset({"i", "we", "you", "us", "me"})
_THINGS = frozenset("they them themselves their theirs it its itself".split())
#: How many quotations before a place may hold it.
_MOST_NESTED = 20


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
    decider = _Decider(scene, attributions)
    ordered = sorted(attributions, key=lambda a: (_anchor(a), a.content.start, a.id))
    for attribution in ordered:
        decider.decide(attribution)
    # Whom a quotation quotes may stand after it.
    for attribution in ordered:
        decider.decide_first_person(attribution)
        decider.decide_another(attribution)
    return decider.decisions


def _anchor(attribution: Attribution) -> int:
    """Return where an attribution's source stands, or would."""
    part = attribution.source or attribution.cue or attribution.content
    return part.start


def _hull(attribution: Attribution) -> Span:
    """Return the stretch of an attribution's source, or of all of it."""
    return attribution.source.hull if attribution.source else attribution.hull


class _Decider:
    """Goes through a document's attributions in text order."""

    def __init__(self, scene: Scene, attributions: Iterable[Attribution]) -> None:
        self.scene = scene
        self.decisions: dict[str, Decision] = {}
        self.trail = Trail(scene.reading)
        self.clues = find_clues(scene.reading, scene.occurrences)
        self._contents = sorted(
            (span.start, span.end, attribution.id)
            for attribution in attributions
            for span in attribution.content.spans
        )

    def decide(self, attribution: Attribution) -> None:
        """Decide one attribution and remember it."""
        at = _anchor(attribution)
        if attribution.source is None:
            decision = self._without_source(attribution, at)
        else:
            spans = self._frame(attribution.source.spans)
            at = spans[0].start
            decision = self._turn(spans) or self._by_words(attribution, spans)
            decision = with_body_of_label(self.scene, spans[0], decision)
        self.decisions[attribution.id] = decision
        if decision.speaker.status != "unresolved":
            self.trail.add(at, decision)

    def _turn(self, spans: tuple[Span, ...]) -> Decision | None:
        """Read the label of a turn of speech; None if it is read like any source."""
        found = decide_handle(self.scene, spans[0])
        if found is None and is_turn(self.scene, spans[0]):
            found = decide_turn(self.scene, self.trail, spans[0])
        return self._as_person(*found) if isinstance(found, tuple) else found

    def _by_words(self, attribution: Attribution, spans: tuple[Span, ...]) -> Decision:
        """Decide by the words of a source."""
        at = spans[0].start
        source = attribution.source.text if attribution.source else ""
        phrase = read_phrase(
            self.scene.reading, spans, self.scene.owners, self.scene.people
        )
        decision = self._by_phrase(phrase, attribution, at, self._shown(spans, source))
        if decision.speaks_for is None and decision.person is None:
            return self._with_principal(decision, phrase, at)
        return decision

    def _with_principal(self, decision: Decision, phrase: Phrase, at: int) -> Decision:
        """Add whom a hidden person or a crowd speaks for."""
        if decision.speaker.status not in {"anonymous", "group"}:
            return decision
        spoken = stood_for(self.scene, self.trail, phrase, at)
        return Decision(decision.speaker, spoken) if spoken else decision

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
        """Take "I" within a quotation for who is quoted, outside of any for the author."""
        speaker = self.decisions[attribution.id].speaker
        if speaker.rule != "first-person" or attribution.source is None:
            return
        at = attribution.source.start
        outer = self.decisions.get(attribution.nested_in or self._quoting(at) or "")
        if speaker.name in {"we", "us"}:
            if outer is not None and outer.speaks_for is not None:
                self.decisions[attribution.id] = as_body(outer.speaks_for)
            return
        person = outer.person if outer else None
        if outer is None and not self.scene.quotes_in(at, at + 1):
            person = find_author(self.scene)
        if person is not None and speaker.name != "you":
            decision = self._as_person(person, "first-person", 0.8)
            self.decisions[attribution.id] = decision

    def decide_another(self, attribution: Attribution) -> None:
        """Take "he" within a quotation for somebody else than who is quoted."""
        old = self.decisions[attribution.id]
        if attribution.source is None or old.person is None:
            return
        at, word = attribution.source.start, attribution.source.text.lower()
        quoted = self.decisions.get(self._quoting(at) or "")
        same = quoted is not None and quoted.person is old.person
        if (
            not same
            or word not in {"he", "she"}
            or not self.scene.quotes_in(at, at + 1)
        ):
            return
        found = find_person(self.scene, self.trail, word, at, but=old.person.id)
        self.decisions[attribution.id] = (
            found if isinstance(found, Decision) else self._as_person(*found)
        )

    def _quoting(self, at: int) -> str | None:
        """Return the id of the innermost attribution within whose words a place lies."""
        end = bisect_right(self._contents, at, key=lambda row: row[0])
        near = self._contents[max(end - _MOST_NESTED, 0) : end]
        return next((row[2] for row in reversed(near) if at < row[1]), None)

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
                return decide_known(scene, self.trail, phrase, phrase.known, name)
            case "role":
                return self._role(phrase, attribution, at, name)
            case "name":
                return decide_name(scene, self.trail, phrase, name)
            case "empty":
                return unresolved(name, "no-words")
            case _:
                return self._common(phrase, attribution, at, name)

    def _common(
        self, phrase: Phrase, attribution: Attribution, at: int, name: str
    ) -> Decision:
        """Decide a common noun; a person behind a statement speaks in office."""
        if is_description(self.scene, phrase):
            found = self._described(phrase, None, attribution, at)
            return found or unresolved(name, "role")
        decision = decide_common(self.scene, self.trail, phrase, at, name)
        if decision.person is None:
            return decision
        spoken = spoken_for(self.scene, self.trail, decision.person)
        return Decision(decision.speaker, spoken, decision.person)

    def _described(
        self, phrase: Phrase, role: TextRole | None, attribution: Attribution, at: int
    ) -> Decision | None:
        """Find whom a description means that introduced nobody; None if open."""
        wanted = read_description(self.scene, phrase, role)
        within = attribution.content.spans
        found = find_described(
            self.scene, self.trail, self.clues, wanted, at, within=within
        )
        if found is None:
            return None
        who, rule, confidence = found
        if isinstance(who, Decision):
            return again(who, rule, confidence)
        return self._as_person(who, rule, confidence)

    def _without_source(self, attribution: Attribution, at: int) -> Decision:
        """Carry the last speaker on into a quotation without source and cue."""
        if attribution.cue is not None or attribution.mode == "indirect":
            return unresolved(None, "no-source")
        if is_answer(self.scene, attribution.content.start):
            person = find_answering(self.scene, self.trail, at)
            return (
                self._as_person(person, "answer", 0.65)
                if person
                else unresolved(None, "answer")
            )
        near = find_near(self.scene, self.trail, at)
        if near is not None:
            return self._as_person(near, "continued", 0.6)
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
        return Decision(speaker, spoken_for(self.scene, self.trail, person), person)

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
            return find_thing(self.scene, self.trail, word, at)
        within = attribution.content.spans
        found = find_person(self.scene, self.trail, word, at, within=within)
        return found if isinstance(found, Decision) else self._as_person(*found)

    def _relative(self, word: str, at: int) -> Decision:
        """Let "who" and "which" follow the name before them."""
        found = relative_to(self.scene, self.trail, word, at)
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

    def _role(
        self, phrase: Phrase, attribution: Attribution, at: int, name: str
    ) -> Decision:
        """Find who is meant by "the minister", "Russia's top diplomat"."""
        scene = self.scene
        roles = roles_in(scene, phrase)
        if not roles:
            return self._common(phrase, attribution, at, name)
        # "The prime minister's spokesman" is no prime minister.
        role = next((r for r in roles if not is_owner(scene, r)), roles[0])
        told = phrase.definite or phrase.lead or is_turn(scene, _hull(attribution))
        if phrase.indefinite or not told:
            return hide(scene, phrase, name)
        found = decide_ally(scene, phrase, role) or self._holder(phrase, role, at)
        if found is not None:
            return found
        if role.title[-1] in nouns().body_fields and phrase.definite:
            # "The broker" may be a firm: whom nothing tells apart stays open.
            return decide_common(scene, self.trail, phrase, at, name)
        described = self._described(phrase, role, attribution, at)
        if described is not None:
            return described
        spoken = with_id(scene, role.of) if role.of and not role.former else None
        return Decision(Speaker(None, name, "unresolved", "role", 0.0), spoken)

    def _holder(self, phrase: Phrase, role: TextRole, at: int) -> Decision | None:
        """Find who holds a role, or keep "her lawyer" unnamed; None if open."""
        scene, trail = self.scene, self.trail
        hidden = find_hidden(trail, role.title, at)
        if hidden is not None:
            return hidden
        if role.title == ("counterpart",):
            of = body_before(scene, phrase) or role.of
            other = find_counterpart(scene, trail, of, at)
            if other is not None:
                return self._as_person(*other)
        found = find_holder(scene, trail, role, at)
        if found is not None and self._is_other_work(phrase, role, found[0]):
            found = None
        owner = self._owner(phrase, at)
        if owner is None:
            return self._as_person(*found) if found else None
        # Who is a body's lawyer is not "her lawyer".
        if found is not None and spoken_for(scene, trail, found[0]) is None:
            return self._as_person(*found)
        name = self._shown((scene.span_of(phrase.words),), "")
        return decide_related(owner[0], role.title[-1], name)

    def _is_other_work(self, phrase: Phrase, role: TextRole, who: Person) -> bool:
        """Tell "the band leader" from a president, who is a leader as well."""
        told = told_before(self.scene, phrase.words, role.first)
        words = self.scene.reading.words
        common = {words[n].lower for n in phrase.words if not words[n].capital} & told
        titles = [word for held in who.roles for word in held.title]
        if who.actor is not None:
            titles += [word for r in who.actor.roles for word in normal_title(r.title)]
        return bool(common) and role.title[-1] not in titles

    def _owner(self, phrase: Phrase, at: int) -> tuple[Person | None] | None:
        """Find whose "her lawyer" or "Roe's wife" is; None if it is nobody's."""
        places = (
            self.scene.people.get(n) for n in phrase.words if n < (phrase.head or 0)
        )
        place = next((place for place in places if place is not None), None)
        if place is not None:
            return (self.scene.persons[place.person],) if place.possessive else None
        for role in roles_in(self.scene, phrase):
            if is_owner(self.scene, role):
                holder = find_holder(self.scene, self.trail, role, at)
                return (holder[0] if holder else None,)
        word = self.scene.reading.words[phrase.words[0]].lower
        if word not in {"his", "her"}:
            return None
        found = find_person(self.scene, self.trail, word, at)
        return (None,) if isinstance(found, Decision) else (found[0],)
