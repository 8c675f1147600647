"""Who conducted a poll, and who had it conducted."""

import re

from accord.model import ActorRef
from accord.position.reported.sentence import Sentence

__all__ = ["find_pollster", "find_sponsor"]

_NAME = r"(?:the\s+)?(?:[A-Z][\w-]+['’]s\s+)?(?P<{0}>[A-Z][\w&/-]+(?:\s+(?:of\s+)?[A-Z][\w&/-]+){{0,5}})"
# Bodies that ask, written small: "by the chamber of commerce", "by the supporters' trust".
_BODY = (
    r"the\s+(?P<body>(?:[a-z][\w'’-]*\s+){0,3}(?:chamber\s+of\s+commerce|trust|union|association|federation"
    r"|institute|university|newspaper|daily|broadcaster|ministry|council|foundation|charity|agency"
    r"|company|statistics\s+office|think\s+tank|pollster|bank|club|party))\b"
)
_POLLED = r"(?:polls?|surveys?|trackers?|barometer)"
# "conducted by the Plumb Institute", "a survey by Fairway Polls".
_BY = re.compile(
    r"\b(?:[Cc]onducted|[Cc]arried\s+out|[Ss]urveys?|[Pp]olls?|[Qq]uestioned)\b"
    rf"(?:(?!\b[Cc]ommissioned\b)[^.;:]){{0,60}}?\b(?:by|from)\s+(?:{_NAME.format('by')}|{_BODY})"
)
# "pollster Plumb", "the polling institute Plumb"
_TITLED = re.compile(
    r"\b(?:[Pp]ollsters?|[Pp]olling\s+(?:institute|company|firm|agency)|[Rr]esearch\s+(?:institute|company))"
    rf"\s+{_NAME.format('titled')}"
)
# "the Plumb Institute's poll", "Fairway Polls questioned 1,006 residents".
_OWN = re.compile(
    rf"{_NAME.format('own')}(?:['’]s?)?\s+(?:(?:latest|new|own|online|opinion|weekly|monthly)\s+)?"
    rf"(?:{_POLLED}|questioned|polled|surveyed|interviewed|canvassed|(?:spoke|talked)\s+(?:to|with)\s+\d)\b"
)
_SPONSOR = re.compile(rf"\b[Cc]ommissioned\s+by\s+(?:{_NAME.format('by')}|{_BODY})")
# Words with a capital that begin a sentence or count, and name nobody.
_NO_NAMES = frozenset(
    """a an the this that another one two three most many recent new latest opinion some
    previous earlier several his her its their our online exit police reporters""".split()
)


def find_pollster(sentence: Sentence) -> ActorRef | None:
    """Find who conducted a poll."""
    for pattern in (_BY, _TITLED, _OWN):
        for match in pattern.finditer(sentence.text):
            found = _named(sentence, match)
            if found:
                return found
    return None


def find_sponsor(sentence: Sentence) -> ActorRef | None:
    """Find who had a poll conducted."""
    match = _SPONSOR.search(sentence.text)
    return _named(sentence, match) if match else None


def _named(sentence: Sentence, match: re.Match[str]) -> ActorRef | None:
    """Point to the actor that the words of a match name."""
    group = next(name for name, words in match.groupdict().items() if words)
    words = match[group].split()
    dropped = 0
    while words[dropped:] and words[dropped].lower() in _NO_NAMES:
        dropped += 1
    name = " ".join(words[dropped:])
    if not name:
        return None
    end = match.end(group) + sentence.span.start
    start = end - len(name)
    for mention in sentence.mentions:
        if mention.start < end and start < mention.end:
            return ActorRef(mention.actor, mention.name)
    return ActorRef(None, name)
