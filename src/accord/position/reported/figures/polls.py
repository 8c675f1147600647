"""Polls: who asked how many people when, and which sentences report what they answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from accord.model import ActorRef, When
from accord.position.reported.amounts import count_noun
from accord.position.reported.figures.pollsters import find_pollster, find_sponsor
from accord.position.reported.sentence import Sentence
from accord.text.numbers import read_number
from accord.text.sieve import Sieve

__all__ = ["Poll", "poll_population", "read_polls", "speaks_of_poll"]

# Words of asking that are also those of courts and reporters; they report a poll only
# where a plain word of it stands, too.
_POLL = Sieve(
    r"\b(?:opinion\s+polls?|(?<!the\s)polls?(?!\s+(?:open|close|station|tax))|the\s+polls?"
    r"(?=\s+(?:of|by|for|found|shows?|showed|suggests?|put|also|was|were|has|had|questioned|asked"
    r"|conducted|taken|released|published|among|proved?))|polled|pollsters?|surveys?|surveyed"
    r"|respondents?|questionnaire|trackers?|barometer)\b",
    re.IGNORECASE,
)
_ASKING = Sieve(
    r"\b(?:questioned|interviewed|canvassed|sample|asked|spoke\s+(?:to|with)|margin\s+of\s+error)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d{2,6})"
_ABOUT = r"(?:(?:about|around|some|roughly|nearly|over|more\s+than|just\s+over|a\s+total\s+of)\s+)?"
_ASKED = re.compile(
    r"\b(?:questioned|polled|surveyed|interviewed|asked|canvassed|sampled|covered|contacted"
    r"|(?:spoke|talked|spoken)\s+(?:to|with)|samples?\s+size(?:\s+(?:of|was))?|samples?\s+(?:of|was)"
    r"|(?:surveys?|polls?|pollsters?|tracker|barometer)\b[^.;]{0,60}?\bof|among"
    r"|(?:responses|answers)\s+(?:from|of)|interviews\s+with)\s+"
    rf"{_ABOUT}{_NUMBER}(?!\s?(?:%|per\s?cent)|[\d.,]*\d)",
    re.IGNORECASE,
)
_TOOK_PART = re.compile(
    rf"(?<![\d.,]){_NUMBER}\s+(?!per\s?cent)(?:[a-z-]+\s+){{1,3}}(?:took\s+part|responded|were\s+(?:asked|questioned|polled"
    r"|surveyed|interviewed)|answered)\b",
    re.IGNORECASE,
)
# "with 1,834 respondents in Germany": a part of the sample that is told apart.
_PART = re.compile(
    r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{3,6})\s+(?:respondents|people|adults|residents|voters)"
    r"\s+in\s+(?P<where>[A-Z][\w-]{3,})"
)
_ANOTHER = re.compile(
    r"\b(?:separate|rival|second|another|different|earlier|previous|older)\s+"
    r"(?:\w+\s+){0,2}(?:poll|survey|tracker)\b",
    re.IGNORECASE,
)
_MARGIN = Sieve(
    r"\bmargin\s+of\s+error\b[^.;\d]{0,40}?(?P<margin>\d{1,2}(?:\.\d+)?)\s?(?:%|(?:percentage\s+)?points?"
    r"|per\s?cent)|(?:±|\+/-)\s?(?P<sign>\d{1,2}(?:\.\d+)?)",
    re.IGNORECASE,
)
_FIELDED = re.compile(
    r"\b(?:conducted|carried\s+out|fielded|fieldwork|interviewed|polled|questioned"
    r"|surveyed|taken|in\s+the\s+field|spoke\s+(?:to|with)|canvassed)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:publish|releas|announc|said|found)", re.IGNORECASE)
# The date of a poll stands no further behind the word of asking, in characters.
_NEAR_CHARS = 120
# A share, and what people may answer: a paragraph of them beside a poll reports it.
_SHARE = re.compile(
    r"%|\bper\s?cent\b|\b(?:in|out\s+of)\s+(?:ten|five|four|three|10)\b|\bthirds\b"
)
_ANSWERS = re.compile(
    r"\b(?:support\w*|oppos\w*|back(?:s|ed|ing)?|favou?r\w*|against|approv\w*|disapprov\w*|reject\w*"
    r"|undecided|unsure|don['’]t\s+know|no\s+opinion|agree\w*|disagree\w*|think|thought|believe\w*"
    r"|would\s+(?:vote|back|accept|reject)|trust|prefer\w*|say\s+(?:yes|no))\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥]|\b(?:euros?|dollars?|pounds?|wages|prices|inflation|GDP)\b"
)
# A number so written may be a year: "in a survey of 2019".
_YEARS = range(1990, 2036)
# "Norlanders", "all of Norland"
_PLAIN_WORDS = 3
# Letters that a country and its people must share.
_STEM = 3


@dataclass(slots=True)
class Poll:
    """A poll that a document reports.

    Attributes:
        sample: Number of people asked; None if not told.
        who: What the people are called; None if not told.
        pollster: Who asked; None if not told.
        sponsor: Who had them asked; None if not told.
        fielded: When they were asked; None if not told.
        margin: The margin of error that the text tells; None if it tells none.
        parts: Number asked in each place that is told apart, by the place's name.
        whole: Whom the first share is of, if they may be all who were asked.
    """

    sample: int | None = None
    who: str | None = None
    pollster: ActorRef | None = None
    sponsor: ActorRef | None = None
    fielded: When | None = None
    margin: float | None = None
    parts: list[tuple[str, int]] = field(default_factory=list)
    whole: str | None = None

    @property
    def by(self) -> ActorRef | None:
        """Who asked, or had them asked where nothing else is told."""
        return self.pollster or self.sponsor

    def sample_of(self, population: str | None) -> int | None:
        """Return how many of a population were asked: "Finns" of "Finland", or all."""
        for place, asked in self.parts:
            words = (population or "").split()
            # Of more words it is a part of the country, as the voters of a party.
            if len(words) <= _PLAIN_WORDS and any(
                word[:_STEM] == place[:_STEM] for word in words
            ):
                return asked
        return self.sample


def read_polls(sentences: Sequence[Sentence]) -> list[Poll | None]:
    """Read the polls of a document.

    A poll may be told in several paragraphs; its sample, its pollster and its dates are
    those of all of them. Paragraphs between two that speak of polls report them, and so
    do neighbours that give shares of what people answer.

    Returns:
        For each sentence the poll that it reports; None for most.

    Cost:
        Linear.
    """
    speaking = _speaking(sentences)
    if not speaking:
        return [None] * len(sentences)
    named = _name_polls(sentences, speaking)
    lines = _reporting_lines(sentences, speaking)
    told: list[Poll | None] = []
    current = named[min(speaking)]
    for number, sentence in enumerate(sentences):
        current = named.get(number, current)
        told.append(current if sentence.line in lines else None)
    return told


def _speaking(sentences: Sequence[Sentence]) -> set[int]:
    """Find the sentences that speak of a poll, by number."""
    plain = {n for n, s in enumerate(sentences) if _POLL.search(s.text)}
    if not plain:
        return plain
    asking = {
        n
        for n, s in enumerate(sentences)
        if n not in plain and _ASKING.search(s.text) and _asked(s.text)
    }
    margins = {n for n, s in enumerate(sentences) if _MARGIN.search(s.text)}
    return plain | asking | margins


def _name_polls(sentences: Sequence[Sentence], speaking: set[int]) -> dict[int, Poll]:
    """Tell of which poll each sentence speaks that speaks of one."""
    named: dict[int, Poll] = {}
    known: list[Poll] = []
    for number in sorted(speaking):
        sentence = sentences[number]
        pollster = find_pollster(sentence)
        poll = _poll_of(sentence, pollster, known)
        if poll is None:
            poll = Poll()
            known.append(poll)
        poll.pollster = poll.pollster or pollster
        _read(sentence, poll)
        named[number] = poll
    return named


def _poll_of(
    sentence: Sentence, pollster: ActorRef | None, known: Sequence[Poll]
) -> Poll | None:
    """Return the poll that a sentence speaks of; None if it is a new one."""
    if not known:
        return None
    if pollster:
        for poll in reversed(known):
            if poll.pollster and _same(poll.pollster.name, pollster.name):
                return poll
        if known[-1].pollster:
            return None
    return None if _ANOTHER.search(sentence.text) else known[-1]


def _same(one: str, other: str) -> bool:
    """Tell whether two names of pollsters are of one: "Quill Polls" is "Quill"."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


def _read(sentence: Sentence, poll: Poll) -> None:
    """Take in what a sentence tells of a poll, unless it is known."""
    asked = _asked(sentence.text)
    if asked and poll.sample is None:
        poll.sample, poll.who = asked
    margin = _MARGIN.search(sentence.text)
    if margin and poll.margin is None:
        poll.margin = read_number(margin["margin"] or margin["sign"])
    poll.sponsor = poll.sponsor or find_sponsor(sentence)
    poll.fielded = poll.fielded or _fielded(sentence)
    poll.parts += (
        (part["where"], int(read_number(part["number"]) or 0))
        for part in _PART.finditer(sentence.text)
    )


def _asked(text: str) -> tuple[int, str] | None:
    """Read how many were asked, and what they are called."""
    for match in (_ASKED.search(text), _TOOK_PART.search(text)):
        number = match and int(read_number(match["number"]) or 0)
        if match and number and number not in _YEARS:
            counted = count_noun(text, match.end("number"), len(text))
            who = (
                counted[0]
                if counted
                else " ".join(text[match.end("number") :].split()[:1])
            )
            return number, who.lower()
    return None


def _fielded(sentence: Sentence) -> When | None:
    """Find when people were asked: the first date after a word of asking."""
    match = _FIELDED.search(sentence.text)
    if match is None:
        return None
    start = sentence.span.start + match.end()
    for found in sentence.dates(start):
        between = sentence.document.text[start : found.start]
        near = found.start - start <= _NEAR_CHARS and not _PUBLISHED.search(between)
        return found.when if near and found.when.start else None
    return None


def _reporting_lines(sentences: Sequence[Sentence], speaking: set[int]) -> set[int]:
    """Find the paragraphs that report polls."""
    lines = list(dict.fromkeys(sentence.line for sentence in sentences))
    polling = {sentences[number].line for number in speaking}
    between = {
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if before in polling and after in polling
    }
    answering = {s.line for s in sentences if _gives_answers(s.text)}
    found = polling | between
    # Neighbours of one that reports a poll, on and on, in either direction.
    for ordered in (lines, lines[::-1]):
        for before, line in pairwise(ordered):
            if before in found and line in answering:
                found.add(line)
    return found


def _gives_answers(text: str) -> bool:
    """Tell whether a sentence gives a share of what people answer."""
    return bool(
        _SHARE.search(text) and _ANSWERS.search(text) and not _MONEY.search(text)
    )


def speaks_of_poll(text: str) -> bool:
    """Tell whether words speak of a poll or of asking."""
    return bool(_POLL.search(text) or _ASKING.search(text))


def poll_population(sentence: Sentence) -> str | None:
    """Return whom a sentence says were asked: "640 firms"; None if it does not say."""
    asked = _asked(sentence.text)
    return asked[1] if asked else None
