"""Agreements that no noun names: "agreed to share the ferry", "buried the hatchet"."""

import re
from collections.abc import Iterator

from accord.model import Mention
from accord.position.reported.agreements.found import Found
from accord.position.reported.people import people_at, people_before
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["find_nounless"]

# In characters: what stands before and makes it unreal.
_REACH = 50
_UNREAL = re.compile(
    r"\b(?:could|would|may|might|can|will|shall|should|must|to|if|until|before|unless|not|never|have\s+yet|failed)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# Where it is agreed, and when, may stand before what is agreed.
_WHEN = r"(?:\s+(?:(?:late\s+|early\s+)?on\s+\w+day|in\s+[A-Z]\w+|yesterday|in\s+principle|late|early|last\s+\w+)){0,2}"
_BOTH = Sieve(
    rf"\b(?P<verb>(?:have\s+|had\s+|has\s+)?agreed){_WHEN}\s+(?:(?P<n>to)\s+(?!disagree|meet|talk|hold|keep\s+talking|speak"
    r"|the\b|an?\b|work\s+out|(?:enter|start|begin|open|resume)\s+(?:into\s+)?(?:[a-z]+\s+){0,2}(?:talks|negotiations|mediation)|differ|be\s+interviewed)[a-z]"
    r"|(?P<that>that)\s+[^.;]{2,80}?\s(?:should|would|will|shall|be|must)\s)"
)
# One side is enough where the words name the other: "agreed to be bought by Belm".
_SOLD = Sieve(
    rf"\b(?P<verb>(?:have\s+|had\s+|has\s+)?agreed){_WHEN}\s+(?P<n>to)\s+(?:be\s+(?:bought|acquired|taken\s+over|absorbed)\s+by"
    r"|merge\s+with|join\s+forces\s+with|sell\s+[^.;,]{2,60}?\s+to)\s+(?:the\s+)?(?=[A-Z])"
)
_HANDS = Sieve(
    r"\b(?P<verb>sh(?:ook|aken)\s+hands)\s+(?P<n>on)\s+(?:an?|the|its|their)\s"
)
# Two sides make up, and no noun says by what.
_MENDED = Sieve(
    r"\b(?P<verb>(?:settled|ended|resolved|patched\s+up|made\s+up)\s+(?P<n>their|its|the)\s+(?:[\w’'-]+\s+){0,3}?(?:dispute|quarrel|row|suit"
    r"|lawsuit|differences|feud|case|standoff|stand-off|conflict|war)\b|buried\s+(?P<hatchet>the)\s+hatchet|made\s+(?P<peace>peace)\b"
    r"|came\s+(?P<terms>to)\s+terms(?=\s+(?:on|over|about|in|last)|[.,;])|restored\s+(?P<ties>(?:diplomatic\s+)?(?:relations|ties)))"
)


def find_nounless(sentence: Sentence) -> Iterator[Found]:
    """Find where two sides agree to do something, or make up.

    Cost:
        Linear.
    """
    text, offset = sentence.text, sentence.span.start
    for match in _BOTH.finditer(text):
        parties = tuple(people_before(sentence, match.start() + offset) or ())
        if len({m.actor or m.name for m in parties}) > 1 or _are_many(parties):
            yield _agreed(sentence, match, parties)
    for match in _SOLD.finditer(text):
        others = people_at(sentence, match.end() + offset) or ()
        mine = people_before(sentence, match.start() + offset) or ()
        if mine and others:
            yield _agreed(sentence, match, (*mine, *others))
    for match in _MENDED.finditer(text):
        parties = tuple(people_before(sentence, match.start() + offset) or ())
        before = text[max(0, match.start() - _REACH) : match.start()]
        if not _UNREAL.search(before) and (len(parties) > 1 or _are_many(parties)):
            yield _agreed(sentence, match, parties)
    for match in _HANDS.finditer(text):
        parties = tuple(people_before(sentence, match.start() + offset) or ())
        if parties:
            yield _agreed(sentence, match, parties)


_MANY = re.compile(
    r"(?i:(?:the\s+(?:two|three|four)|both)\s+[a-z-]+|(?:the\s+|both\s+)?(?:[a-z]+\s+){0,2}(?:negotiators|ministers|leaders|governments|delegates|delegations|parties|sides"
    r"|members|countries|states|two|envoys|presidents))"
)


def _are_many(parties: tuple[Mention, ...]) -> bool:
    """Tell whether a single phrase names both sides: "negotiators"."""
    return len(parties) == 1 and _MANY.fullmatch(parties[0].name) is not None


def _agreed(
    sentence: Sentence, match: re.Match[str], parties: tuple[Mention, ...]
) -> Found:
    """Make an agreement that no noun names."""
    offset = sentence.span.start
    start, end = next(
        match.span(name)
        for name, words in match.groupdict().items()
        if words and name != "verb"
    )
    noun = (start + offset, end + offset)
    return Found(
        sentence, parties, "agreement", "drafted", noun, match.start("verb") + offset
    )
