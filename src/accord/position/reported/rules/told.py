"""Rules told in plain words: "any of the four can block it", "once five have ratified"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from accord.model import Mention, RuleKind
from accord.position.reported.lexicon import (
    lines_pattern,
    load_table,
    without_first_capital,
)
from accord.position.reported.people import people_at, people_before
from accord.position.reported.rules.arrangements import URGED
from accord.position.reported.rules.counts import read_count
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["Told", "find_told"]

# A sentence without any of these tells no rule; most have none.
_MAYBE = re.compile(
    r"\b(?:can|cannot|may|must|shall|has|have|had|need\w*|requir\w+|takes?|only|unless|once|if|subject|consent|by|approv\w+|majority"
    r"|veto|notice|guarant\w+|without|binding|final|right|lets?|allows?|once|when|should|depends?|hinges?|whose|soon|say|vote|voice|unanim\w+|consensus|outvoted|dispute\w*|holds?|keeps?|votes|shares?|takes|enters?|comes?|runs?|lapses?)\b",
    re.IGNORECASE,
)
# In characters before the words: what denies them, or only wishes for them.
_REACH = 30
_DENIED = re.compile(
    r"\b(?:not|never|no\s+longer|n[’']t|nobody|no\s+one|nothing|how|why)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# "any of the four members", "each of the three", before their verb.
_EVERYONE = re.compile(
    r"(?:^|[,;:(“\"]\s*|\b(?:and|but|that|which|as|so)\s+)(?:any|each|every|either|all|both)\b"
    r"(?:\s+(?!(?:can|may|must|will|would|has|have|is|are)\b)[\w’'-]+){0,9}\s*$",
    re.IGNORECASE,
)
_ALSO = re.compile(r",?\s+and\s+(?:of|from|by)\s+")
_ONLY = "only "


class Told(NamedTuple):
    """A rule that a sentence tells.

    Attributes:
        kind: Its kind.
        quota: How many have to agree; None unless a number is given.
        at: First character of the words that tell it.
        holders: Who decides, as far as the sentence says.
        words: What tells it.
    """

    kind: RuleKind
    quota: float | None
    at: int
    holders: tuple[Mention, ...]
    words: str

    def repeats(self, other: "Told") -> bool:
        """Tell whether another rule is the same, or told by the same words."""
        end, its = self.at + len(self.words), other.at + len(other.words)
        alike = (self.kind, self.quota) == (other.kind, other.quota)
        return alike or (self.at < its and other.at < end)


@cache
def _lines(section: str) -> Sieve:
    """Match the lines of a section."""
    table = load_table("rules.yaml")
    return Sieve(lines_pattern(table[section], table["forms"]))


@cache
def _sorts() -> tuple[tuple[RuleKind, Sieve], ...]:
    """Match words that say it all, by kind."""
    table = load_table("rules.yaml")
    return tuple(
        (kind, Sieve(lines_pattern(lines, table["forms"])))
        for kind, lines in table["told"].items()
    )


def find_told(sentence: Sentence) -> Iterator[Told]:
    """Find the rules of a sentence, each sort once.

    Cost:
        Linear.
    """
    if not _MAYBE.search(sentence.text):
        return
    seen: list[Told] = []
    for finder in (_by_votes, _by_consent, _by_power, _by_guarantee, _by_words):
        for told in finder(sentence):
            if not any(told.repeats(other) for other in seen):
                seen.append(told)
                yield told


def _matches(sentence: Sentence, pattern: Sieve) -> Iterator[tuple[int, int, str]]:
    """Find where a pattern matches what is neither denied nor only urged."""
    lowered, offset = without_first_capital(sentence.text), sentence.span.start
    for match in pattern.finditer(lowered):
        before = lowered[: match.start()]
        if not (_DENIED.search(before[-_REACH:]) or URGED.search(before)):
            yield match.start() + offset, match.end() + offset, match[0]


def _by_votes(sentence: Sentence) -> Iterator[Told]:
    """Read how many have to agree."""
    text = sentence.document.text
    for start, end, words in _matches(sentence, _lines("votes")):
        count = read_count(text, start, end)
        # That one objects is told by other words.
        if count is not None and count.quota != 1:
            everyone = count.kind == "unanimity"
            holders = _listed(sentence, count.start) if everyone else []
            yield Told(count.kind, count.quota, start, tuple(holders), words)


def _by_consent(sentence: Sentence) -> Iterator[Told]:
    """Read behind the words whose consent it takes."""
    text = sentence.document.text
    for start, end, words in _matches(sentence, _lines("whose")):
        at = end + len(text[end : end + 1]) - len(text[end : end + 1].lstrip())
        count = read_count(text, at, sentence.span.end, here=True)
        holders = tuple(_listed(sentence, at))
        if count is not None:
            yield Told(count.kind, count.quota, start, holders, words)
        elif holders:
            yield Told("compound", None, start, holders, words)


def _listed(sentence: Sentence, offset: int) -> list[Mention]:
    """Read "of both cities and of the state"; "all members" alone names nobody."""
    text = sentence.document.text
    found: list[Mention] = []
    at: int | None = offset
    while at is not None:
        people = people_at(sentence, at) or []
        found += people
        also = _ALSO.match(text, people[-1].end) if people else None
        at = also.end() if also else None
    counted = (
        found and not found[0].actor and read_count(found[0].name, 0, 20, here=True)
    )
    return found if len(found) > 1 or not counted else []


def _by_power(sentence: Sentence) -> Iterator[Told]:
    """Read before the words who has to consent, or can stop a thing."""
    text = sentence.document.text
    for start, _, words in _matches(sentence, _lines("who")):
        everyone = _EVERYONE.search(text[sentence.span.start : start])
        if everyone:
            yield Told("unanimity", None, start, (), words)
            continue
        holders = _holders(sentence, start)
        if holders is not None:
            yield Told("compound", None, start, tuple(holders), words)


def _holders(sentence: Sentence, offset: int) -> list[Mention] | None:
    """Find who holds a power: who stands before the words, or before their "which"."""
    text = sentence.document.text
    which = re.search(r",?\s+(?:which|who)\s+(?:also\s+|then\s+)?$", text[:offset])
    if which:
        known = [m for m in sentence.mentions if m.end <= which.start()]
        if known and known[-1].end == which.start():
            return known[-1:]
    return people_before(sentence, offset)


def _by_guarantee(sentence: Sentence) -> Iterator[Told]:
    """Read before the words who guarantees something."""
    for start, _, words in _matches(sentence, _lines("guarantors")):
        before = [m for m in sentence.mentions if m.end <= start]
        holders = sentence.list_until(start) if before else []
        holders = holders or people_before(sentence, start) or []
        if holders:
            yield Told("guarantee", None, start, tuple(holders), words)


def _by_words(sentence: Sentence) -> Iterator[Told]:
    """Read words that say it all."""
    for kind, pattern in _sorts():
        for start, _, words in _matches(sentence, pattern):
            only = words.startswith(_ONLY)
            who = people_at(sentence, start + len(_ONLY)) if only else None
            yield Told(kind, None, start, tuple(who or ()), words)
