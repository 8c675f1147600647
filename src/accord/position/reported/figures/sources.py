"""Whose number a figure is: who says it, puts it, offers it or asks for it."""

import re

from accord.model import ActorRef
from accord.position.reported.amounts import Amount
from accord.position.reported.figures.polls import Poll
from accord.position.reported.sentence import Sentence
from accord.text.months import MONTHS

__all__ = ["find_source"]

# Sources that are the people asked, or the poll itself.
_NO_SOURCE = re.compile(
    r"\d|\b(?:percent|proportion|majority|minority|share|thirds?|quarters?|half|most"
    r"|respondents|polls?|surveys?|study)\b",
    re.IGNORECASE,
)
_ADVERBS = r"(?:\s+(?:which|who|has|have|had|is|are|also|itself|now|initially|first|then|already|only))*"
# "The council, which is to decide on Monday, has asked for", "Donors meeting in Orle offered".
_ASIDE = r"(?:,\s[^,;]{2,80},|\s\w+ing\s(?:in|at)\s[A-Z]\w+|,)?"
_ESTIMATES = re.compile(
    rf"{_ASIDE}{_ADVERBS}\s+(?:puts?|estimat\w+|reckon\w*|calculat\w+|expects?|(?:spoke|speaks|talked|talks)\s+of)\b"
    r"[^;]{0,100}$"
)
# Who "wants £55m", "promised 2 percent", "raised its offer to 7.4 per cent".
_BARGAINS = re.compile(
    rf"(?:['’]s\s+[\w\s]{{3,30}})?{_ASIDE}{_ADVERBS}\s+(?:(?:wants?|wanted|demand(?:s|ed|ing)?|offer(?:s|ed|ing)?|promis(?:es|ed|ing)"
    r"|pledg(?:es|ed|ing)|propos(?:es|ed|ing)|insist(?:s|ed)?\s+on|ask(?:s|ed|ing)\s+for|seek(?:s|ing)?"
    r"|sought|claim(?:s|ed|ing)|put\s+up|puts\s+up|call(?:s|ed|ing)?\s+for|threaten(?:s|ed)|opened\s+with"
    r"|held\s+out\s+for|holds\s+out\s+for)\b"
    r"|(?:raised|raises|lowered|lowers|improved|increased|cut)\s+(?:its|their|his|her)\s+(?:\w+\s+){0,2}"
    r"(?:offer|bid|demand|claim|estimate|forecast)\b)"
    r"(?:(?!\b(?:but|while|whereas)\b)[^;]){0,140}$"
)
# The same where the one who bargains is named by a noun: "the union is demanding".
_BODY = re.compile(
    r"\b(?P<who>(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:[a-z][\w’'-]*\s+){0,2}(?:union|government|company|airport"
    r"|council|ministry|employers?|companies|party|club|bank|state|city|operator|owners?|management|association"
    r"|federation|commission|fund|agent|developer|workers|teachers|doctors|nurses|farmers|drivers|unions|board"
    r"|opposition|industry|regulator|court|firm|group))(?=['’\s,])"
)
#: In characters.
_NEAR = 16
_DAYS = f"{'|'.join(sorted(name.capitalize() for name in MONTHS))}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# A name that is nobody known.
_NAME = re.compile(
    r"\b(?P<who>(?!(?:He|She|They|It|We|I|You|This|That|These|But|And|If|In|The|A|"
    + _DAYS
    + r")\b)[A-Z][\w’-]+"
    r"(?:\s+[A-Z][\w’-]+){0,3})(?=[\s,])"
)
# "the $9 billion that island states had asked for"
_ASKED_BY = re.compile(
    r"\s+(?:that|which)?\s*(?P<who>(?:the\s+)?(?:[A-Za-z][\w’'-]*\s+){1,4}?)(?:has|have|had)?\s*(?:been\s+)?"
    r"(?:asked\s+for|demanded|wanted|sought|requested|offered|promised|proposed|pledged)\b"
)
# Who stands behind one of these does nothing in the sentence: "in Lisbon offered".
_NO_SUBJECT = re.compile(r"\b(?:in|at|near|from|of|to|for|with|by|on)\s+(?:the\s+)?$")
_WHICH = re.compile(r",?\s(?:which|who)\b")
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})


def find_source(
    sentence: Sentence, amount: Amount, poll: Poll | None, last: ActorRef | None
) -> ActorRef | None:
    """Find whose number it is; those who were asked do not count.

    Args:
        sentence: Where it stands.
        amount: The number.
        poll: The poll that it is of; None if of none.
        last: Whose the number before it in the paragraph is; None if nobody's.

    Returns:
        Who bargains with the number; else who reports it; None if the text does.
    """
    bargainer = _bargainer(sentence, amount, last)
    if bargainer:
        return bargainer
    source = sentence.said_by(amount.start) or _estimator(sentence, amount)
    if source and source.actor is None and source.name.lower() in _PRONOUNS:
        source = last
    if source is None or source.actor is not None or not _NO_SOURCE.search(source.name):
        return source
    return poll.by if poll else None


def _estimator(sentence: Sentence, amount: Amount) -> ActorRef | None:
    """Find who "puts the cost at" a number, without a word of speech."""
    return _subject(sentence, amount, _ESTIMATES)


def _bargainer(
    sentence: Sentence, amount: Amount, last: ActorRef | None
) -> ActorRef | None:
    """Find who offers or asks for a number: the nearest one to bargain."""
    text = sentence.document.text
    listed = [m for m in sentence.mentions if m.end <= amount.start]
    if last and len(listed) > 1 and not text[listed[-1].end : amount.start].strip():
        # "Norland promised $1.5 billion, Orland 900 million"
        return ActorRef(listed[-1].actor, listed[-1].name)
    return _subject(sentence, amount, _BARGAINS) or _asker(sentence, amount)


def _subject(
    sentence: Sentence, amount: Amount, verbs: re.Pattern[str]
) -> ActorRef | None:
    """Find the last one before a number who does what a pattern matches."""
    text = sentence.document.text
    start = sentence.span.start
    start = max(start, text.rfind(";", start, amount.start) + 1)
    named = [
        (m.start, m.end, ActorRef(m.actor, m.name))
        for m in sentence.mentions
        if start <= m.start and m.end <= amount.start
    ]
    bodies = [
        (m.start("who"), m.end("who"), ActorRef(None, m["who"]))
        for pattern in (_BODY, _NAME)
        for m in pattern.finditer(text, start, amount.start)
    ]
    for begin, end, who in sorted([*named, *bodies], key=lambda one: -one[1]):
        # "a study by Halden University, which puts the cost at": who is at the end counts.
        ruled = _NO_SUBJECT.search(
            text, max(start, begin - _NEAR), begin
        ) and not _WHICH.match(text, end)
        if not ruled and verbs.match(text, end, amount.start):
            return who
    return None


def _asker(sentence: Sentence, amount: Amount) -> ActorRef | None:
    """Find who "had asked for" a number, behind it."""
    match = _ASKED_BY.match(sentence.document.text, amount.end, sentence.span.end)
    if match is None:
        return None
    start, end = match.span("who")
    for mention in sentence.mentions:
        if mention.start < end and start < mention.end:
            return ActorRef(mention.actor, mention.name)
    name = match["who"].strip()
    return ActorRef(None, name) if name else None
