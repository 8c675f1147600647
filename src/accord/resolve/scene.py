"""What the rules look at in one document, and what they decide."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from accord.model import ActorRef, Span, Speaker
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.namings import Namings
from accord.resolve.people.person import Occurrence, Person, text_id
from accord.resolve.reading import Reading
from accord.text import paragraphs

__all__ = [
    "Decision",
    "Scene",
    "Trail",
    "find_quoted",
    "is_several",
    "shown",
    "unresolved",
    "with_id",
]

_AFTER_HEAD = re.compile(
    r"(?:, | )(?:who|of|in|at|with|from|close|familiar|for|on)\b|,"
)
_STATE_FORMS = frozenset("Republic Kingdom State Federation Union Sultanate".split())
_SEVERAL = frozenset("two three four five six some several both people".split())
_QUOTE = re.compile(r"[“”„«»\"]")
_OPENERS = "“„«"
#: Among so many words stands the "by" of "Asked by Doe, he said".
_OPENING_WORDS = 4


#: What begins a list of some of a crowd.
_ASIDES = (", among them ", ", including ", ", such as ", ", quoted by ", ", cited by ")


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
        namings: Names that only the text has.
        owners: For each word in a known name, the name.
        people: For each word in a person's name, the place of the name.
        quoted: Stretches in quotation marks, in text order.
    """

    reading: Reading
    knowledge: KnowledgeBase
    day: date | None
    hits: tuple[Hit, ...]
    occurrences: tuple[Occurrence, ...]
    persons: Mapping[str, Person]
    namings: Namings
    owners: Mapping[int, Hit] = field(init=False)
    people: Mapping[int, Occurrence] = field(init=False)
    quoted: tuple[Span, ...] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.owners = {n: hit for hit in self.hits for n in range(hit.first, hit.last)}
        self.people = {
            n: place
            for place in self.occurrences
            for n in range(place.first, place.last)
        }
        self._starts = [place.start for place in self.occurrences]
        self.quoted = tuple(find_quoted(self.reading.document.text))

    def span_of(self, numbers: Sequence[int]) -> Span:
        """Return the stretch that words take up."""
        words = self.reading.words
        return Span(words[numbers[0]].start, words[numbers[-1]].end)

    def quotes_in(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the quotations that share characters with ``[start, end)``."""
        first = bisect_right(self.quoted, start, key=lambda span: span.end)
        last = bisect_left(self.quoted, end, key=lambda span: span.start)
        return self.quoted[first:last]

    def out_of_reach(self, sentence: int, at: int) -> tuple[Span, ...]:
        """Return where a sentence names nobody that words outside of it may mean.

        Whom a quotation names is no antecedent for the pronoun of its frame, nor who
        asks for who is asked.
        """
        if self.quotes_in(at, at + 1):
            return ()
        span = self.reading.sentences[sentence]
        return (*self.quotes_in(span.start, span.end), *self._asked_by(sentence, at))

    def _asked_by(self, sentence: int, at: int) -> tuple[Span, ...]:
        """Return "by Doe, for Roe," behind "Asked" at the head of a sentence."""
        words = self.reading.words
        numbers = self.reading.words_of_sentence(sentence)
        for number in numbers[1:_OPENING_WORDS]:
            if words[number].start >= at:
                break
            if words[number].lower == "by" and words[number - 1].lower.endswith("ed"):
                return (Span(words[number].start, at),)
        return ()

    def named_in(
        self, sentence: int, before: int, *, within: Sequence[Span] = ()
    ) -> list[Occurrence]:
        """List the persons named in a sentence before an offset, in text order.

        Args:
            sentence: Number of the sentence.
            before: The offset.
            within: Stretches to leave out.
        """
        span = self.reading.sentences[sentence]
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, min(before, span.end))
        return [
            place
            for place in self.occurrences[first:last]
            if not _lies_in(place.start, within)
        ]

    def hits_before(self, offset: int, *, most: int) -> tuple[Hit, ...]:
        """Return the known names before an offset, nearest first, at most so many."""
        index = bisect_left(self.hits, offset, key=lambda hit: hit.start)
        return self.hits[max(index - most, 0) : index][::-1]

    def named_before(self, offset: int) -> Iterator[Occurrence]:
        """Give the places of names before an offset, nearest first."""
        index = bisect_left(self._starts, offset)
        return reversed(self.occurrences[:index])


def find_quoted(text: str) -> Iterator[Span]:
    """Find the stretches in double quotation marks, one within another left out.

    A curly mark that nothing closes holds to the end of its paragraph, as in a
    quotation of several paragraphs; a straight one opens nothing then.

    Cost:
        Linear in the length of the text.

    Example:
        >>> [span.of("“No,” he said.") for span in find_quoted("“No,” he said.")]
        ['“No,”']
    """
    for paragraph in paragraphs(text):
        opened: re.Match[str] | None = None
        for match in _QUOTE.finditer(text, paragraph.start, paragraph.end):
            mark = match.group()
            if opened is None:
                opened = match if mark in _OPENERS + '"' else None
            elif mark not in _OPENERS or (mark == "“" and opened.group() == "„"):
                yield Span(opened.start(), match.end())
                opened = None
        if opened is not None and opened.group() != '"':
            yield Span(opened.start(), paragraph.end)


class Trail:
    """The decisions made so far, in text order; what pronouns look back along."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._steps: list[tuple[int, int, Decision]] = []

    def add(self, offset: int, decision: Decision) -> None:
        """Remember a decision for a source at an offset."""
        self._steps.append((self._reading.sentence_at(offset), offset, decision))

    def heard(self, before: int) -> Iterator[tuple[int, Decision]]:
        """Give the decisions before an offset with their places, nearest first."""
        return (
            (offset, decision)
            for _, offset, decision in reversed(self._steps)
            if offset < before
        )

    def back(self, before: int) -> Iterator[tuple[int, Decision]]:
        """Give the decisions before an offset, nearest first.

        Returns:
            Pairs of how many sentences lie between, and the decision.
        """
        here = self._reading.sentence_at(before)
        for sentence, offset, decision in reversed(self._steps):
            if offset < before:
                yield here - sentence, decision

    def said_in(
        self, sentence: int, before: int, *, within: Sequence[Span] = ()
    ) -> list[Decision]:
        """List the decisions for a sentence before an offset, in text order.

        Args:
            sentence: Number of the sentence.
            before: The offset.
            within: Stretches to leave out.
        """
        found = []
        for place, offset, decision in reversed(self._steps):
            if place < sentence:
                break
            if place == sentence and offset < before and not _lies_in(offset, within):
                found.append(decision)
        return found[::-1]


def _lies_in(offset: int, spans: Sequence[Span]) -> bool:
    """Tell whether an offset lies in one of some stretches."""
    return any(span.start <= offset < span.end for span in spans)


def is_several(decision: Decision) -> bool:
    """Tell whether a hidden source is more than one: "two aides who were there"."""
    head = _AFTER_HEAD.split(decision.speaker.name or "", maxsplit=1)[0].lower()
    return head.endswith("s") or head.split(" ", maxsplit=1)[0] in _SEVERAL


def unresolved(name: str | None, rule: str) -> Decision:
    """Make the decision that nothing is known."""
    return Decision(Speaker(None, name, "unresolved", rule, 0.0))


def with_id(scene: Scene, ref: ActorRef) -> ActorRef:
    """Give an actor that only the text knows its id."""
    if ref.actor:
        return ref
    known = _known_by_noun(scene, ref.name)
    if known is not None:
        return known
    name = scene.namings.full(ref.name) or scene.namings.place_of(ref.name)
    if name.partition(" of ")[0] in _STATE_FORMS:
        # "Tesmar" is short for the "Republic of Tesmar", and its usual name.
        name = ref.name
    return ActorRef(text_id(name), name)


def _known_by_noun(scene: Scene, noun: str) -> ActorRef | None:
    """Take "Commission" for the only known body in the text whose name ends so."""
    if noun.lower() not in nouns().bodies or not noun[:1].isupper():
        return None
    found: dict[str, ActorRef] = {}
    for hit in scene.hits:
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is not None and actor.name.endswith(f" {noun}"):
            target = scene.knowledge.speaks_for(actor.id)
            found[actor.id] = scene.knowledge.ref(target) if target else actor.ref
    return next(iter(found.values())) if len(found) == 1 else None


def shown(text: str) -> str:
    """Bring a source's words into one line, without marks around and lists of some.

    Example:
        >>> shown("Critics, among them the Guild,")
        'Critics'
    """
    line = " ".join(text.split())
    for aside in _ASIDES:
        line = line.split(aside, maxsplit=1)[0] or line
    return line.strip(" ,;:*“”\"'")
