"""Figures: numbers with what they count, whom they are of, and whose they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from accord.model import ActorRef, Figure, When, content_id
from accord.position.reported.amounts import Amount, find_amounts
from accord.position.reported.sentence import Sentence
from accord.text.numbers import read_number

__all__ = ["find_figures"]

_POLL = re.compile(
    r"\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed|respondents?|sample"
    r"|questioned|interviewed|questionnaire)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:questioned|polled|surveyed|interviewed|asked|canvassed|sampled|samples?\s+size"
    r"(?:\s+of)?|samples?\s+of|(?:surveys?|polls?)\b[^.;]{0,40}?\bof|among|responses\s+from)\s+"
    r"(?:(?:about|around|some|roughly|nearly|over|more\s+than|a\s+total\s+of)\s+)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{3,6})\s+(?P<who>[a-z]+)",
    re.IGNORECASE,
)
_NAME = r"(?:the\s+)?(?:[A-Z][\w-]+['’]s\s+)?((?:[A-Z][\w&-]+)(?:\s+(?:of\s+)?[A-Z][\w&-]+){0,5})"
# "conducted by the Plumb Institute", "a survey by Fairway Polls".
_POLLED_BY = re.compile(
    r"\b(?:[Cc]onducted|[Cc]arried\s+out|[Cc]ommissioned|[Ss]urveys?|[Pp]olls?|[Pp]ollsters?"
    rf"|[Qq]uestioned)\b[^.;:]{{0,40}}?\b(?:by|from)\s+{_NAME}"
)
# "the Plumb Institute's poll", "Fairway Polls questioned 1,006 residents".
_POLLS = re.compile(
    rf"{_NAME}(?:['’]s?)?\s+(?:polls?|surveys?|questioned|polled|surveyed|interviewed)\b"
)
_SHARE = r"(?:share|figure|number|rate|support|proportion)"
_AMONG = re.compile(
    rf"\b(?:among|amongst)\s+([^,;:.()]{{3,80}}?)(?=\s*(?:,|\bthe\s+{_SHARE}\b|\bit\b|$))",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    rf"\b(?:in|for)\s+(the\s+[^,;:.()]{{3,60}}?)\s+(?:it|the\s+{_SHARE})\s+"
    r"(?:rose|fell|was|is|stood|reached|dropped|climbed|came)\b"
)
_OF_ALL = re.compile(
    r"^\W*of\s+(?:the\s+|all\s+|some\s+)*(?:[\d,]+\s+)?([a-z][^,;:.()]{2,60}?)(?:\s+who\b|,)",
    re.IGNORECASE,
)
# How a population goes on after its noun.
_GOES_ON = frozenset(
    "of in from with who aged polled surveyed asked questioned".split()
)
# A verb that a population is the subject of.
_VERBS = frozenset(
    """said say says saying believe believes believed think thinks thought want wants
    wanted support supports supported oppose opposes opposed back backs backed favour
    favours favoured favor favors favored agree agreed reject rejected see saw were are
    is was have has had would will should could can answered doubt doubted expect voted
    took deem prefer preferred approve disapprove fear feel felt""".split()
)
# Sources that are the people asked, or the poll itself.
_NO_SOURCE = re.compile(
    r"\d|\b(?:percent|proportion|majority|minority|share|thirds?|quarters?|half|most"
    r"|respondents|polls?|surveys?|study)\b",
    re.IGNORECASE,
)
_ESTIMATES = re.compile(
    r",?\s+(?:(?:which|who|has|had|have|itself|now)\s+)*(?:puts?|estimat\w+|reckon\w*"
    r"|calculat\w+|expects?)\b[^.;]{0,100}$"
)
# "with 1,834 respondents in Germany": a part of the sample that is told apart.
_PART = re.compile(
    r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{3,6})\s+(?:respondents|people|adults|residents|voters)"
    r"\s+in\s+(?P<where>[A-Z][\w-]{3,})"
)
# "Norlanders", "all of Norland"
_PLAIN_WORDS = 3
# Letters that a country and its people must share.
_STEM = 3
_FIELDED = re.compile(
    r"\b(?:conducted|carried\s+out|fielded|fieldwork|interviewed|polled|questioned"
    r"|surveyed|taken|in\s+the\s+field)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:publish|releas|announc|said|found)", re.IGNORECASE)
# The date of a poll stands no further behind the word of asking, in characters.
_NEAR_CHARS = 120
#: How many standard errors hold 95 % of a normal distribution to both sides.
_Z_95 = 1.96
# Words that mean everybody who was asked, unless they are parted further.
_ASKED_ALL = frozenset(
    "respondents participants polled surveyed questioned asked interviewed".split()
)
_PARTED = frozenset("among of in from with aged who".split())
_STOPS = re.compile(r"[,.](?!\d)|[;:()“”\"!?—–]")
_NOUNLIKE = frozenset("people adults women men those all gdp workers children".split())
# A population of more words than this is a sentence.
_MOST_WORDS = 8
# What a figure counts is told in no more words than this.
_WHAT_WORDS = 10


@dataclass(frozen=True, slots=True)
class _Poll:
    """The poll that a paragraph reports.

    Attributes:
        sample: Number of people asked; None if not told.
        who: What the people are called; None if not told.
        pollster: Who asked; None if not told.
        fielded: When they were asked; None if not told.
        parts: Number asked in each place that is told apart, by the place's name.
    """

    sample: int | None
    who: str | None
    pollster: ActorRef | None
    fielded: When | None
    parts: tuple[tuple[str, int], ...]

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


def find_figures(
    sentences: Sequence[Sentence], *, produced_by: str
) -> tuple[Figure, ...]:
    """Find the numbers a document reports.

    Args:
        sentences: The document's, without page furniture.
        produced_by: Name and version of who reads them.

    Returns:
        Figures in text order. Shares in paragraphs that speak of a poll carry its
        sample and pollster; who gives a number is the speaker of the report it
        stands in.

    Cost:
        Linear.
    """
    polling = _polling_lines(sentences)
    poll = _read_poll(sentences)
    found: list[Figure] = []
    for sentence in sentences:
        in_poll = poll if sentence.line in polling else None
        found += (
            _figure(sentence, amount, in_poll, produced_by)
            for amount in find_amounts(sentence.document.text, sentence.span)
        )
    return tuple(found)


def _polling_lines(sentences: Sequence[Sentence]) -> set[int]:
    """Find the paragraphs that report a poll, and those between two of them."""
    lines = list(dict.fromkeys(sentence.line for sentence in sentences))
    polling = {s.line for s in sentences if _POLL.search(s.text)}
    between = {
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if before in polling and after in polling
    }
    return polling | between


def _figure(
    sentence: Sentence, amount: Amount, poll: _Poll | None, produced_by: str
) -> Figure:
    """Make the record."""
    document = sentence.document
    share = amount.unit == "percent"
    population = _population(sentence, amount) if share else None
    if share and poll and population is None and not _is_among(sentence, amount):
        own = _ASKED.search(sentence.text)
        population = own["who"] if own else None
    return Figure(
        id=content_id("figure", document.id, amount.start, amount.end),
        produced_by=produced_by,
        document=document.id,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        approximate=amount.approximate,
        what=_what(sentence, amount),
        population=population,
        sample=poll.sample_of(population) if poll and share else None,
        pollster=poll.pollster if poll and share else None,
        margin=_margin(amount, population, poll) if poll and share else None,
        fielded=poll.fielded if poll and share else None,
        according_to=_according_to(sentence, amount, poll),
        alternate=amount.alternate,
        evidence=document.passage(amount.start, amount.end),
    )


def _read_poll(sentences: Iterable[Sentence]) -> _Poll | None:
    """Read the poll that a document reports; None if it reports none."""
    sample = who = None
    pollster: ActorRef | None = None
    fielded: When | None = None
    parts: list[tuple[str, int]] = []
    seen = False
    for sentence in sentences:
        if not _POLL.search(sentence.text):
            continue
        seen = True
        asked = _ASKED.search(sentence.text)
        if asked and sample is None:
            sample = int(read_number(asked["number"]) or 0)
            who = asked["who"].lower()
        pollster = pollster or _pollster(sentence)
        fielded = fielded or _fielded(sentence)
        parts += (
            (part["where"], int(read_number(part["number"]) or 0))
            for part in _PART.finditer(sentence.text)
        )
    return _Poll(sample, who, pollster, fielded, tuple(parts)) if seen else None


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


def _margin(amount: Amount, population: str | None, poll: _Poll) -> float | None:
    """Give half the 95 % interval of a share, in percentage points.

    Source: [cochran1977]; a simple random sample, so a lower bound for real polls.
    """
    value = amount.value
    sample = poll.sample_of(population)
    if poll.parts and sample == poll.sample:
        # Whether it is of all or of one part is not told.
        return None
    whole = population is None or sample != poll.sample or _is_whole(population, poll)
    if not sample or value is None or not 0 < value < 100 or not whole:
        return None
    share = value / 100
    return round(100 * _Z_95 * sqrt(share * (1 - share) / sample), 1)


def _is_whole(population: str, poll: _Poll) -> bool:
    """Tell whether a share is of all who were asked, not of some of them."""
    words = population.lower().split()
    parted = _PARTED.intersection(words)
    return words == [poll.who] or (words[-1] in _ASKED_ALL and not parted)


def _pollster(sentence: Sentence) -> ActorRef | None:
    """Find who conducted a poll."""
    match = _POLLED_BY.search(sentence.text) or _POLLS.search(sentence.text)
    if not match:
        return None
    start = match.start(1) + sentence.span.start
    for mention in sentence.mentions:
        if mention.start <= start + len(match[1]) - 1 and start < mention.end:
            return ActorRef(mention.actor, mention.name)
    return ActorRef(None, match[1])


def _according_to(
    sentence: Sentence, amount: Amount, poll: _Poll | None
) -> ActorRef | None:
    """Find whose number it is; those who were asked do not count."""
    source = sentence.said_by(amount.start) or _estimator(sentence, amount)
    if source is None or source.actor is not None or not _NO_SOURCE.search(source.name):
        return source
    return poll.pollster if poll else None


def _estimator(sentence: Sentence, amount: Amount) -> ActorRef | None:
    """Find who "puts the cost at" a number, without a word of speech."""
    text = sentence.document.text
    for mention in reversed([m for m in sentence.mentions if m.end <= amount.start]):
        if _ESTIMATES.match(text, mention.end, amount.start):
            return ActorRef(mention.actor, mention.name)
    return None


def _clause(sentence: Sentence, offset: int) -> tuple[int, int]:
    """Return the stretch between semicolons that an offset stands in."""
    text = sentence.document.text
    start = text.rfind(";", sentence.span.start, offset) + 1
    end = text.find(";", offset, sentence.span.end)
    return max(start, sentence.span.start), end if end >= 0 else sentence.span.end


def _is_among(sentence: Sentence, amount: Amount) -> bool:
    """Tell whether a share is that of a part of those asked."""
    start, end = _clause(sentence, amount.start)
    return _AMONG.search(sentence.document.text[start:end]) is not None


def _population(sentence: Sentence, amount: Amount) -> str | None:
    """Find whom a share is of."""
    text = sentence.document.text
    start, end = _clause(sentence, amount.start)
    after = re.compile(r"\s+of\s+").match(text, amount.end, end)
    if after:
        return _noun_phrase(text[after.end() : end])
    before = text[start : amount.start]
    for pattern in (_IN_WHICH, _AMONG, _OF_ALL):
        matches = list(pattern.finditer(before.rstrip() + " "))
        if matches:
            return " ".join(matches[-1][1].split())
    tail = re.compile(r"[^,;.]{0,60}?\bamong\s+([^,;:.()]{3,60})").match(
        text, amount.end, end
    )
    return " ".join(tail[1].split()) if tail else None


def _noun_phrase(words: str) -> str | None:
    """Take the people or things that stand first in some words."""
    kept: list[str] = []
    for word in _STOPS.split(words, maxsplit=1)[0].split()[:_MOST_WORDS]:
        low = word.lower()
        if kept and _is_head(kept[-1]) and low not in _GOES_ON:
            break
        if low in _VERBS or (low.endswith("ing") and kept not in ([], ["those"])):
            break
        kept.append(word)
    while kept and kept[-1].lower() in {"of", "in", "from", "with", "who"}:
        kept.pop()
    return " ".join(kept) or None


def _is_head(word: str) -> bool:
    """Tell whether a word may be the noun that a population ends with."""
    low = word.lower()
    if low in _NOUNLIKE or low in {"polled", "surveyed", "questioned", "asked"}:
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "’s", "'s"))
    )


def _what(sentence: Sentence, amount: Amount) -> str:
    """Tell what is counted, in the words beside the number."""
    if amount.noun:
        return amount.noun
    text = sentence.document.text
    start, end = _clause(sentence, amount.start)
    after = _STOPS.split(text[amount.end : end], maxsplit=1)[0].split()
    if text[start : amount.start].rstrip().endswith(" of"):
        # "a rise of 4.1 percent"
        return " ".join(list(_words_before(text[start : amount.start]))[-4:-1])
    if len(after) > 1:
        return " ".join(after[:_WHAT_WORDS])
    before = _words_before(text[start : amount.start])
    return " ".join((*before, *after)) or amount.unit


def _words_before(text: str) -> Iterator[str]:
    """Give the last words of the clause before a number."""
    return iter(_STOPS.split(text)[-1].split()[-_WHAT_WORDS:])
