"""First and last names: of known persons, and of those only the text knows."""

from collections.abc import Iterable
from datetime import date

from accord.model import Actor, Span
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import PARTICLES, gender_of, is_first_name, keys_of
from accord.resolve.namings import LEGAL_FORMS
from accord.resolve.people.capitals import lone_capitals, shouted_name
from accord.resolve.people.person import HONORIFICS, NO_NAME, Name, Person, text_id
from accord.resolve.reading import Reading

__all__ = ["FullNames"]

_MAX_NAME_WORDS = 5
_PLACING = frozenset(("at", "in", "near"))
# "of Little Holm": after these a name without other signs is a place or a body.
_BEFORE_PLACES = frozenset("of for in at from near to club group firm party".split())
#: How words end that say what somebody does: "Harbourmaster", "Stationmaster".
_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "eer", "ant")
_FORMER = frozenset("former ex then late".split())
_MOST_NICK_WORDS = 4
#: Behind a name and no part of it: "Jane Doe KC".
_POST_NOMINALS = frozenset("KC QC SC MP MEP MSP MLA OBE MBE CBE PhD MD".split())
_SHORT_NAME = 2
_OPEN_NICK, _CLOSE_NICK = frozenset({' "', " “", " ("}), frozenset({'" ', "” ", ") "})
#: Evidence that holds in brackets too, and how far back these may open.
_SURE, _BRACKET_CHARS = 0.8, 60
#: Evidence that outweighs that for a body of this name.
_LIKELY = 0.7
#: Words that are last names as well as parts of titles.
_ALSO_NAMES = frozenset("young major rich chase grant bishop king prince".split())


class FullNames:
    """Finds the persons whom a document names by first and last name."""

    def __init__(
        self,
        reading: Reading,
        hits: tuple[Hit, ...],
        knowledge: KnowledgeBase,
        day: date | None,
        in_bodies: frozenset[int] = frozenset(),
    ) -> None:
        self.reading = reading
        self.words = reading.words
        self.knowledge = knowledge
        self.day = day
        self.in_bodies = in_bodies
        self.owners = {n: hit for hit in hits for n in range(hit.first, hit.last)}
        self.hits = hits
        self.people: dict[str, Person] = {}
        self.names: list[Name] = []
        self.taken: set[int] = set()
        self.hinted: set[int] = set()
        self.lowered = {
            word.lower for word in self.words if not word.capital and word.text
        }
        # States and bodies that the document speaks of.
        self.bodies = {form.actor for hit in hits for form in hit.forms}
        self.lone = lone_capitals(self.words, self.owners)
        self._longer: dict[tuple[str, ...], str] = {}

    def mark_hints(self, hints: Iterable[Span]) -> None:
        """Mark the words of attributions' sources."""
        for span in hints:
            self.hinted.update(self.reading.between(span.start, span.end))

    def find_full_names(self) -> None:
        """Find known persons by name, then unknown ones by the look of the name."""
        for hit in self.hits:
            self._known(hit)
        at = 0
        while at < len(self.words):
            end = self._run_end(at)
            if end > at:
                self._unknown(at, end)
            at = max(end, at + 1)

    def _known(self, hit: Hit) -> None:
        """Take a known name of a person."""
        form = hit.form
        actor = self.knowledge.actor(form.actor)
        if actor is None or actor.kind != "person" or form.kind != "name":
            return
        if self._is_first_name_of_another(hit):
            return
        first = hit.first
        before = self._first_name_before(first) if hit.last - first == 1 else None
        if before is not None:
            own = {keys_of(name)[0] for name in actor.names if " " in name}
            if self.words[before].key not in own:
                return
            # "Jane Q. Doe" is Jane Doe.
            first = before
        full = hit.last - first > 1
        person = self.person_of(actor)
        rule, confidence = ("full-name", 0.95) if full else ("known-surname", 0.9)
        self.take(first, hit.last, person, rule, confidence)

    def _is_first_name_of_another(self, hit: Hit) -> bool:
        """Tell whether a lone name is the first name in "Petro O. Poroshenko"."""
        words, after = self.words, hit.last
        if hit.last - hit.first > 1 or words[hit.first].possessive:
            return False
        while after < len(words) and len(words[after].text) == 1 and words[after].tied:
            after += 1
        other = self.owners.get(after)
        if other is None or not words[after].tied:
            return False
        actor = self.knowledge.actor(other.form.actor)
        return actor is not None and actor.kind == "person"

    def _first_name_before(self, number: int) -> int | None:
        """Return the word of the first name before a last name; None if none is."""
        words = self.words
        at = number
        while at > 0 and words[at].tied:
            at -= 1
            if len(words[at].text) > 1:
                break
        before = words[at]
        plain = at < number and before.capital and not before.possessive
        if not plain or self.is_foreign(at) or self.is_no_name(at):
            return None
        return at

    def person_of(self, actor: Actor) -> Person:
        """Return the document's record of a known person."""
        known = self.people.get(actor.id)
        if known is None:
            known = Person(actor.id, actor.name, actor, actor.gender)
            self.people[actor.id] = known
        return known

    def take(
        self, first: int, last: int, person: Person, rule: str, confidence: float
    ) -> None:
        """Note a name."""
        self.names.append(Name(first, last, person, rule, confidence))
        self.taken.update(range(first, last))

    def is_no_name(self, number: int) -> bool:
        """Tell whether a capitalised word is none of a person's name."""
        word = self.words[number]
        known = nouns()
        lower = word.lower.rstrip(".")
        if lower in known.roles and is_first_name(lower):
            return self._leads_first_name(number)
        several = lower.endswith("s") and lower[:-1] in known.roles
        also = lower in known.trades or (lower in known.roles and lower in _ALSO_NAMES)
        if also or several:
            return self._leads_name(number)
        if lower in NO_NAME or lower in known.roles or lower in HONORIFICS:
            return True
        if lower in known.modifiers or lower in known.vague:
            return lower in self.lowered or word.lower not in _ALSO_NAMES
        return False

    def _leads_first_name(self, number: int) -> bool:
        """Tell the title in "the Dean", "Dean Jane Doe" from the name in "Dean Doe"."""
        words = self.words
        if number and words[number - 1].lower in {"the", "a", "an", "its", "their"}:
            return True
        after = [w for w in words[number + 1 : number + 3] if w.capital and w.tied]
        return len(after) > 1 and is_first_name(after[0].text)

    def _leads_name(self, number: int) -> bool:
        """Tell "Baker" in "Baker Jane Doe" from that in "John Baker"."""
        words = self.words
        after = number + 1
        if after >= len(words) or not (words[after].capital and words[after].tied):
            return False
        before = words[number - 1] if number and words[number].tied else None
        return (
            before is None
            or not before.capital
            or before.possessive
            or (before.lower.rstrip(".") in nouns().roles)
        )

    def _run_end(self, at: int) -> int:
        """Return one past a run of words that look like a name; ``at`` if none."""
        words = self.words
        if not self._begins_name(at):
            return at
        end = at + 1
        while end < len(words) and end - at < _MAX_NAME_WORDS + 2:
            word = words[end]
            called = self._nickname_end(end)
            if called:
                end = called + 1
                continue
            if not word.tied or words[end - 1].possessive or end in self.taken:
                break
            if word.lower in PARTICLES and not word.capital:
                end += 1
                continue
            initial = len(word.text) == 1 and self._has_stop(end)
            known = self.is_no_name(end) or self.is_foreign(end)
            if not word.capital or (known and not initial):
                break
            end += 1
        while end > at + 1 and (
            not words[end - 1].capital or words[end - 1].text in _POST_NOMINALS
        ):
            end -= 1
        return end

    def _nickname_end(self, number: int) -> int | None:
        """Return the word after 'Cia' in 'Jane "Cia" Doe'; None if none is called so."""
        words = self.words
        if words[number].gap not in _OPEN_NICK:
            return None
        for after in range(number + 1, min(number + _MOST_NICK_WORDS, len(words))):
            if words[after].gap in _CLOSE_NICK:
                return after if words[after].capital else None
        return None

    def _has_stop(self, number: int) -> bool:
        """Tell whether a full stop follows a word, as an initial's."""
        after = number + 1
        return after < len(self.words) and self.words[after].gap.startswith(".")

    def _begins_name(self, at: int) -> bool:
        """Tell whether a name may begin at a word."""
        word = self.words[at]
        if not word.capital or at in self.taken or self.is_no_name(at):
            return False
        if word.lower in _FORMER or word.text[-1].isdigit():
            return False
        return not self.is_foreign(at)

    def is_foreign(self, number: int) -> bool:
        """Tell whether a word belongs to a known name that is no person's."""
        hit = self.owners.get(number)
        if hit is None or hit.form.kind == "surname":
            return False
        if hit.last - hit.first == 1 and self._follows_first_name(number):
            return False
        actor = self.knowledge.actor(hit.form.actor)
        return actor is None or actor.kind != "person"

    def _follows_first_name(self, number: int) -> bool:
        """Tell whether "Jordan" in "Jim Jordan" is a last name."""
        words = self.words
        if number == 0 or words[number].gap != " ":
            return False
        before = words[number - 1]
        return before.capital and is_first_name(before.text)

    def _unknown(self, first: int, last: int) -> None:
        """Take a run of capitalised words for a person's name, given evidence."""
        first = self._without_title(first, last)
        if self.words[first].sentence in self.reading.shouted:
            first, last = shouted_name(self.words, first, last)
        if not 2 <= last - first <= _MAX_NAME_WORDS or self._is_no_person(first, last):
            return
        evidence = self._evidence(first, last)
        if not evidence or (evidence < _SURE and self._in_brackets(first)):
            return
        if evidence < _LIKELY and self.in_bodies & set(range(first, last)):
            return
        name = self._name(first, last)
        identity = text_id(name)
        person = self.people.get(identity)
        if person is None:
            person = Person(identity, name, None, gender_of(name))
            self.people[identity] = person
        self.take(first, last, person, "text-name", evidence)

    def _in_brackets(self, first: int) -> bool:
        """Tell whether a word stands in brackets: "Jane Doe (Lib Dem, High Holm)"."""
        start = self.words[first].start
        before = self.reading.document.text[max(start - _BRACKET_CHARS, 0) : start]
        return before.rfind("(") > before.rfind(")")

    def _without_title(self, first: int, last: int) -> int:
        """Return where a name begins in a run of capitalised words."""
        words = self.words
        if first + 1 < last and self.is_sentence_word(first):
            first += 1
        tied = first > 0 and words[first].tied
        if tied and words[first - 1].lower == "of" and last - first > _SHORT_NAME:
            # "Foreign Minister of Foo Jane Doe".
            first += 1
        if last - first > _SHORT_NAME and self._is_calling(first):
            first += 1
        after = next((n for n in range(first, last) if n not in self.in_bodies), first)
        if first < after <= last - _SHORT_NAME and is_first_name(words[after].text):
            # "Head of the Customs Agency Jane Doe".
            return after
        return first

    def _is_no_person(self, first: int, last: int) -> bool:
        """Tell a body, a thing with an article and a shouted headline from a name."""
        words = self.words
        if words[last - 1].lower in nouns().endings or self._after_article(first):
            return True
        after = words[last] if last < len(words) else None
        if after is not None and after.tied and after.lower in LEGAL_FORMS:
            return True
        run = words[first:last]
        if words[first].sentence in self.reading.shouted:
            return not is_first_name(words[first].text)
        if any(len(word.text) > 3 and word.text.isupper() for word in run):
            return not run[-1].text.istitle()
        return all("-" in word.gap for word in run[1:])

    def _name(self, first: int, last: int) -> str:
        """Return a name on one line; in full, if "Mr. Foo Bar" was Jane Foo Bar."""
        words = self.words
        span = self.reading.document.text[words[first].start : words[last - 1].end]
        key = tuple(words[n].key for n in range(first, last))
        plain = " ".join(span.split())
        if words[first].sentence in self.reading.shouted:
            plain = plain.title()
        name = self._longer.get(key, plain)
        if last - first > _SHORT_NAME:
            for cut in range(1, last - first - 1):
                self._longer[key[cut:]] = name
        return name

    def _is_calling(self, number: int) -> bool:
        """Tell whether "Harbourmaster" stands before "Jane Doe", though no title known."""
        word, after = self.words[number], self.words[number + 1]
        opens = number == 0 or self.words[number - 1].sentence != word.sentence
        calls = word.lower.endswith(_AGENT_ENDINGS)
        named = is_first_name(after.text)
        # "Harbourmaster Jane Doe"; "Regular Jane Doe" at the head of a sentence.
        return not is_first_name(word.text) and (
            (calls and (opens or named)) or (opens and named)
        )

    def is_sentence_word(self, number: int) -> bool:
        """Tell whether a word is capitalised only as the first of its sentence."""
        word = self.words[number]
        starts = number == 0 or self.words[number - 1].sentence != word.sentence
        return starts and word.lower in self.lowered

    def _after_article(self, first: int) -> bool:
        """Tell whether an article stands right before a word."""
        if first == 0 or not self.words[first].tied:
            return False
        return self.words[first - 1].lower in {"the", "a", "an"}

    def _after_kind(self, first: int) -> bool:
        """Tell whether "the daily" stands before a name, which is no person's then."""
        before = self.words[first - 1]
        if first < 2 or not self.words[first].tied or before.capital:
            return False
        body = before.lower in nouns().bodies and before.lower not in nouns().roles
        return body and self.words[first - 2].lower != "of"

    def _is_apposed(self, first: int, last: int) -> bool:
        """Tell whether an age or a role stands beside a name, with a comma between."""
        words = self.words
        if words[first].gap == ", " and words[first - 1].lower in nouns().roles:
            # "Her captain, Jane Doe,".
            return True
        after = self.words[last : last + 8]
        if not after or not after[0].gap.startswith(","):
            return False
        aged = after[0].text.isdigit() and len(after[0].text) == 2
        return aged or any(word.lower in nouns().roles for word in after)

    def _evidence(self, first: int, last: int) -> float:  # noqa: PLR0911 - one a sign
        """Weigh the signs that a run of words is a person's name; 0 for none."""
        words = self.words
        span_words = words[first:last]
        if is_first_name(span_words[0].text):
            return 0.8
        if self._after_kind(first):
            return 0.0
        if first > 0 and words[first].tied:
            before = words[first - 1].lower.rstrip(".")
            if before in nouns().roles or before in HONORIFICS:
                return 0.8
        if any(len(w.text.rstrip(".")) == 1 for w in span_words[1:-1]):
            return 0.75
        placed = first > 0 and words[first - 1].lower in _PLACING
        if self._is_apposed(first, last) and not placed:
            return 0.7
        if any(len(w.text) > 2 and w.text.isupper() for w in span_words):
            return 0.0
        tied = first > 0 and words[first].tied
        if tied and words[first - 1].lower in _BEFORE_PLACES:
            return 0.0
        if first in self.hinted or words[last - 1].key in self.lone:
            return 0.55
        return 0.0
