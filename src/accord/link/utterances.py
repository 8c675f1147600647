"""Utterances: attributions made ready for comparison."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Literal

import numpy as np
import numpy.typing as npt

from accord.link.page import Words, days_of
from accord.link.passing.credits import outlet_keys
from accord.link.words.lexicon import Codes, Lexicon, code_of
from accord.link.words.tokens import tokens
from accord.model import Attribution, Dossier, Mode, Speaker
from accord.text import paragraphs

__all__ = [
    "MODES",
    "RUN_SIZE",
    "Relation",
    "Spoken",
    "Utterance",
    "Voices",
    "is_person",
    "relate",
    "take_down",
]

Relation = Literal["same", "related", "unknown", "different"]
Table = npt.NDArray[np.int32]

# Longer contents are compared by their beginning: nobody quotes 400 words twice.
_MOST_WORDS = 400
# Words in the shingles that utterances are aligned by.
RUN_SIZE = 3
MODES: tuple[Mode, ...] = ("direct", "mixed", "indirect")
_NONE = -1
_OF_NAMES = "name:"
_OF_TEXTS = "text:"
_PERSONS = ("per:", _OF_NAMES)
# The rule by which a speaker is a person whom the text names in full.
_FULL_NAME = "text-name"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an attribution reports, in comparable words.

    Attributes:
        id: Id of the attribution.
        page: Number of its page.
        mode: How the words are reported.
        words: Its content's folded words; none that a nested attribution gives to a
            known speaker.
        quoted: For each word the number of its quotation; 0 outside marks.
        keys: The shingles of its words, ``RUN_SIZE`` words each.
        stems: Stems of its content words, sorted, without doubles.
        meanings: The same, synonyms alike, without numbers and dates.
        speaker: Comparable name of the speaker; None if hidden or unknown.
        body: Id of the actor spoken for; None if none.
        said: First and last day on which it was said; None if not known.
        start: First character of the content.
        end: One past the last.
        via: Comparable names of those who passed it on.
    """

    id: str
    page: int
    mode: Mode
    words: tuple[str, ...]
    quoted: tuple[int, ...]
    keys: tuple[int, ...]
    stems: tuple[str, ...]
    meanings: tuple[str, ...]
    speaker: str | None
    body: str | None
    said: tuple[int, int] | None
    start: int
    end: int
    via: tuple[str, ...]

    def fragments(self) -> Iterator[tuple[int, int]]:
        """Give each stretch in quotation marks, as first and past-the-last word."""
        start = 0
        for end in range(1, len(self.quoted) + 1):
            if end == len(self.quoted) or self.quoted[end] != self.quoted[start]:
                if self.quoted[start]:
                    yield start, end
                start = end


class Voices:
    """Numbers those who speak and those who are spoken for.

    Attributes:
        names: Comparable names by number.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._full: dict[int, tuple[str, ...]] = {}
        self._bare: dict[int, str] = {}

    def hear(self, speaker: Speaker) -> int:
        """Number a speaker, and note whether a full name or a last name alone is given."""
        number = self.number(_speaker_key(speaker))
        if number == _NONE or not speaker.name or number in self._full:
            return number
        words = _name_words(speaker.name)
        if self.names[number].startswith(_OF_NAMES):
            self._bare[number] = words[-1]
        elif self.names[number].startswith(_OF_TEXTS):
            if speaker.rule == _FULL_NAME and len(words) > 1:
                self._full[number] = words
            elif len(words) == 1:
                self._bare[number] = words[0]
        return number

    def settle(self) -> Table:
        """Join last names with the one person of the pile who has them, after all are heard.

        Who is known from the texts alone gets a person's comparable name.

        Returns:
            For each voice the number of the one to take for it.
        """
        named: dict[str, list[int]] = {}
        for number, words in self._full.items():
            named.setdefault(words[-1], []).append(number)
            self.names[number] = f"{_OF_NAMES}{' '.join(words)}"
        joined = np.arange(len(self.names), dtype=np.int32)
        for number, word in self._bare.items():
            people = named.get(word, [])
            if len(people) == 1 and number not in self._full:
                joined[number] = people[0]
        return joined

    def number(self, name: str | None) -> int:
        """Number a voice; -1 for none."""
        if name is None:
            return _NONE
        if name not in self._numbers:
            self._numbers[name] = len(self.names)
            self.names.append(name)
        return self._numbers[name]

    def name(self, number: int) -> str | None:
        """Give the voice behind a number."""
        return None if number == _NONE else self.names[number]

    def codes(self) -> Codes:
        """Give each voice's code."""
        return np.array([code_of(f"voice {name}") for name in self.names], np.uint64)

    def persons(self) -> npt.NDArray[np.bool_]:
        """Tell of each voice whether it is a person's."""
        return np.array([n.startswith(_PERSONS) for n in self.names], np.bool_)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A page's utterances, packed: a pile has a million of them.

    Attributes:
        ids: Ids of the attributions, in text order.
        facts: A row each: speaker, body, mode, first and last day of saying (0 if not
            known), first and past-the-last character of the content.
        ranges: A row for each stretch of words: number of the utterance on this page,
            first and past-the-last word.
        via: Comparable names of those who passed it on, where there are any.
        paragraphs: A number for the words of the paragraph that each begins in.
    """

    ids: tuple[str, ...]
    facts: Table
    ranges: Table
    via: dict[int, tuple[str, ...]]
    paragraphs: Codes


def take_down(
    dossier: Dossier, words: Words, *, lexicon: Lexicon, voices: Voices
) -> Spoken:
    """Pack up a document's attributions.

    Cost:
        Linear in the words of the contents.
    """
    inner = _reported_inside(dossier.attributions, words)
    blocks = _Blocks(dossier.document.text, words)
    around: list[int] = []
    ids: list[str] = []
    facts: list[tuple[int, ...]] = []
    ranges: list[tuple[int, int, int]] = []
    via: dict[int, tuple[str, ...]] = {}
    for attribution in dossier.attributions:
        places = _places(words, attribution)
        if reported_inside := inner.get(attribution.id):
            places = [place for place in places if place not in reported_inside]
        places = places[:_MOST_WORDS]
        if not lexicon.says_anything(words.numbers[place] for place in places):
            continue
        number = len(ids)
        ids.append(attribution.id)
        facts.append(_facts(attribution, voices))
        around.append(blocks.number_at(attribution.content.start))
        ranges += [(number, low, high) for low, high in _runs(places)]
        if attribution.via:
            via[number] = tuple(k for v in attribution.via for k in outlet_keys(v))
    return Spoken(
        tuple(ids),
        np.array(facts, np.int32).reshape(-1, 7),
        np.array(ranges, np.int32).reshape(-1, 3),
        via,
        np.array(around, np.uint64),
    )


class _Blocks:
    """The paragraphs of a text, numbered by their words."""

    def __init__(self, text: str, words: Words) -> None:
        self._words = words
        self._spans = tuple(paragraphs(text))
        self._starts = [span.start for span in self._spans]
        self._known: dict[int, int] = {}

    def number_at(self, place: int) -> int:
        """Number the paragraph that a character stands in."""
        at = bisect_right(self._starts, place) - 1
        if at not in self._known:
            inside = self._words.range_of(self._spans[at])
            numbers = array("L", self._words.numbers[inside.start : inside.stop])
            hashed = blake2b(numbers.tobytes(), digest_size=8).digest()
            self._known[at] = int.from_bytes(hashed, "big")
        return self._known[at]


def _reported_inside(
    attributions: Sequence[Attribution], words: Words
) -> dict[str, set[int]]:
    """Give, for each attribution, the words that it leaves to one inside it.

    What somebody quotes of another, and what an outlet passes on, is the inner
    speaker's; what one says of another's wishes in words of his own is his.
    """
    speakers = {a.id: _speaker_key(a.speaker) or "" for a in attributions}
    inner: dict[str, set[int]] = {}
    for attribution in attributions:
        outer = attribution.nested_in
        if not outer or not speakers[attribution.id]:
            continue
        passed = speakers.get(outer, "").startswith("outlet:")
        if passed or attribution.mode != "indirect":
            inner.setdefault(outer, set()).update(_places(words, attribution))
    return inner


def _facts(attribution: Attribution, voices: Voices) -> tuple[int, ...]:
    """Put what is known of an attribution in numbers."""
    body = attribution.speaks_for.actor if attribution.speaks_for else None
    said = days_of(attribution.said) or (0, 0)
    return (
        voices.hear(attribution.speaker),
        voices.number(body),
        MODES.index(attribution.mode),
        *said,
        attribution.content.start,
        attribution.content.end,
    )


def _places(words: Words, attribution: Attribution) -> Sequence[int]:
    """Return the indices of the content's words on the page."""
    spans = attribution.content.spans
    if len(spans) == 1:
        return words.range_of(spans[0])
    return [i for span in spans for i in words.range_of(span)]


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring places, as first and past-the-last."""
    low = high = -1
    for place in places:
        if place != high:
            if high > low:
                yield low, high
            low = place
        high = place + 1
    if high > low:
        yield low, high


def _speaker_key(speaker: Speaker) -> str | None:
    """Make speakers comparable: by id, else by the last word of a proper name."""
    if speaker.actor:
        return speaker.actor
    if speaker.status == "anonymous" or not speaker.name:
        return None
    return _name_key(speaker.name)


@lru_cache(maxsize=1 << 14)
def _name_key(name: str) -> str | None:
    """Take the surname; a description such as "the minister" names nobody."""
    if not name.rsplit(None, 1)[-1][:1].isupper():
        return None
    found = _name_words(name)
    return f"{_OF_NAMES}{found[-1]}" if found else None


@lru_cache(maxsize=1 << 14)
def _name_words(name: str) -> tuple[str, ...]:
    """Give the folded words of a name."""
    return tuple(word for word, _, _ in tokens(name))


def is_person(speaker: str | None) -> bool:
    """Tell whether a comparable name is a person's."""
    return speaker is not None and speaker.startswith(_PERSONS)


def relate(one: Utterance, other: Utterance) -> Relation:
    """Compare two utterances' speakers.

    Returns:
        ``same`` speaker; ``related`` if one is, or speaks for, the body that the
        other speaks for; ``unknown`` if a speaker is not known, or one is a person and
        the other a body that this person may speak for; else ``different``.
    """
    if one.speaker is not None and one.speaker == other.speaker:
        return "same"
    people = (is_person(one.speaker), is_person(other.speaker))
    if not all(people):
        # Two people of one government are two people; but one of them and the
        # government, or its ministry, may be one voice.
        ours = {one.speaker, one.body} - {None}
        if ours & {other.speaker, other.body}:
            return "related"
        if any(people):
            return "unknown"
    return "unknown" if one.speaker is None or other.speaker is None else "different"
