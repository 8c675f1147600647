"""Interviews: who answers, told by whom a question addresses, or by the heading."""

import re
from collections import Counter

from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import gender_of
from accord.resolve.people.person import HONORIFICS, Occurrence, Person, text_id
from accord.resolve.scene import Scene, Trail

__all__ = ["find_answering", "is_answer"]

#: Behind these stands who asks: "Interview: Karl Doe", "Vera Roe spoke to Karl Doe".
_ASKED_BY = re.compile(
    r"(?:\b(?:interview(?:ed|er)?|questions|asked|moderated|conducted)(?: by|:)"
    r"|^\W*by|\bby)[ :]*$",
    re.IGNORECASE,
)
_SPOKE_TO = re.compile(
    r"\b(?:sp(?:oke|eaks)|talk(?:s|ed)|sat down|tells|told) ?(?:to|with)? $"
)
_STANDFIRST = re.compile(
    r"\s*(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){1,3}) (?:on|about|tells|explains)\b"
)
#: Between a question and its answer: "Do we need it? – “Yes.”".
_DASHED = re.compile(r"\?[\"”’»*_]{0,2}\s{0,3}(?:[–—]|--?)\s{0,3}[\"“„«]?$")
_DASH_CHARACTERS = 12
_LINE_CHARACTERS = 60
#: Marks before and after the name of somebody who is addressed.
_ADDRESS_BEFORE, _ADDRESS_AFTER = ",", ",?.!"
_QUOTES = "\"'“”„«»‘’"


def is_answer(scene: Scene, start: int) -> bool:
    """Tell whether words stand behind a question and a dash, or fill lines unquoted."""
    text = scene.reading.document.text
    if _DASHED.search(text[max(start - _DASH_CHARACTERS, 0) : start]):
        return True
    return text[start - 1 : start] == "\n" and text[start] not in _QUOTES


def find_answering(scene: Scene, trail: Trail, at: int) -> Person | None:
    """Find who answers: who is addressed, who answered before, or who is interviewed.

    Args:
        scene: The document.
        trail: Who spoke so far.
        at: Where the answer begins.
    """
    words = scene.reading.words
    paragraph = words[scene.reading.between(at, at + 1).start].paragraph
    for place in scene.named_before(at):
        if words[place.first].paragraph < paragraph - 1:
            break
        if _is_addressed(scene, place):
            return scene.persons[place.person]
    text = scene.reading.document.text
    for offset, decision in trail.heard(at):
        turn = offset == 0 or text[offset - 1] == "\n" or is_answer(scene, offset)
        if turn and decision.person is not None and not _is_in_question(text, offset):
            return decision.person
    return _interviewed(scene, at)


def _is_in_question(text: str, offset: int) -> bool:
    """Tell a line that asks: "Minister Doe said no last week. Is she wrong?"."""
    end = text.find("\n", offset)
    return text[offset : end if end >= 0 else len(text)].rstrip(' *_”"').endswith("?")


def _interviewed(scene: Scene, at: int) -> Person | None:
    """Find whom the heading presents: the only one, or the one named most and first."""
    presented = _presented(scene, at)
    if presented is not None:
        return presented
    places = [p for p in scene.occurrences if p.start < at and not _asks(scene, p)]
    counts = Counter(place.person for place in places)
    if not counts:
        return None
    first = places[0].person
    others = [count for person, count in counts.items() if person != first]
    ahead = counts[first] > max(others, default=0) or _is_heading(scene, places[0])
    return scene.persons[first] if ahead else None


def _presented(scene: Scene, at: int) -> Person | None:
    """Read "Vera Roe" in "Vera Roe on the toll. By Karl Doe", a byline with more."""
    document = scene.reading.document
    for piece in document.furniture:
        found = _STANDFIRST.match(document.text, piece.start, piece.end)
        if piece.start < at and found:
            name = found.group("name")
            known = scene.persons.get(text_id(name))
            return known or Person(text_id(name), name, None, gender_of(name))
    return None


def _is_heading(scene: Scene, place: Occurrence) -> bool:
    """Tell whether a name stands in the first line of its document."""
    return "\n" not in scene.reading.document.text[: place.start].lstrip()


def _asks(scene: Scene, place: Occurrence) -> bool:
    """Tell whether a name is the author's or the interviewer's, or only asked about."""
    document = scene.reading.document
    if scene.persons[place.person].name.lower() in (document.author or "").lower():
        return True
    number = scene.reading.sentence_at(place.start)
    if scene.reading.sentences[number].of(document.text).rstrip(' ”"').endswith("?"):
        return True
    begin = document.text.rfind("\n", 0, place.start) + 1
    line = document.text[max(begin, place.start - _LINE_CHARACTERS) : place.start]
    if _ASKED_BY.search(line):
        return True
    spoke = _SPOKE_TO.search(line)
    return bool(spoke and scene.named_in(number, place.start))


def _is_addressed(scene: Scene, place: Occurrence) -> bool:
    """Tell whether marks part a name from its sentence: "And you, Minister Doe?".

    At the head of a line it is an address with a title alone: "Ms Doe, is it true?".
    """
    words, text = scene.reading.words, scene.reading.document.text
    first = place.first
    while first > 0 and words[first].tied and words[first - 1].capital:
        first -= 1
    after = text[place.end : place.end + 1]
    titled = words[first].lower in HONORIFICS or words[first].lower in nouns().roles
    if titled and text[words[first].start - 1] == "\n" and first < place.first:
        return after == _ADDRESS_BEFORE
    return words[first].gap.strip() == _ADDRESS_BEFORE and after in _ADDRESS_AFTER
