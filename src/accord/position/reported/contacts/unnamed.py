"""Contacts of parties that only the text names: "the operator met the smaller union"."""

import re
from collections.abc import Iterator
from functools import cache

from accord.model import ContactKind, Mention
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.people import party_mention, side_of
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["find_unnamed"]

_HELPERS = r"(?:(?:has|have|had|also|later|again|then|now|still|finally|reportedly|today|yesterday)\s+){0,3}"
_CALL = r"(?:(?:video|phone|telephone|conference)\s+)?call"
_TALKS = r"(?:talks|negotiations|contacts?|dialogue)"
_REFUSED = (
    r"(?:(?:refused|refuses|declined|declines)\s+to\s+(?:meet(?:\s+with)?|negotiate\s+with"
    r"|talk\s+(?:to|with)|speak\s+(?:to|with)|sit\s+down\s+with|receive)"
    rf"|(?:broke|breaks|broken)\s+off\s+(?:the\s+|all\s+)?{_TALKS}\s+with)"
)
_MET = (
    r"(?:met(?:\s+with)?|sat\s+down\s+with|walked\s+out\s+of\s+(?:a|the)\s+meeting\s+with"
    r"|held\s+(?:a|the)\s+meeting\s+with)"
)
_CALLED = (
    rf"(?:held\s+a\s+{_CALL}\s+with|phoned|telephoned"
    r"|spoke\s+(?:by|on\s+the)\s+(?:tele)?phone\s+(?:to|with)"
    r"|spoke\s+(?:to|with)(?=\s[^.;]{2,60}\b(?:by|on\s+the)\s+(?:tele)?phone\b))"
)
_TALKED = r"(?:held|opened|resumed)\s+(?:\w+\s+){0,2}?(?:talks|negotiations)\s+with"
_DEALINGS: tuple[tuple[ContactKind, str], ...] = (
    ("refusal", _REFUSED),
    ("meeting", _MET),
    ("call", _CALLED),
    ("talks", _TALKED),
)
_MESSAGES = Sieve(
    r"\b(?:passed|passes|passing|carried|carries|relayed|relays|relaying|conveyed|delivered)\s+"
    r"(?:[a-z]+\s+){0,2}messages?\s+between\s+(?:the\s+)?"
)
_ROUNDS = Sieve(
    r"\b(?:after|during|ended|completed|concluded|held)\s+(?:[\w-]+\s+){1,3}"
    r"(?:rounds?|hours|days|nights|weeks|months|years)\s+of\s+"
    r"(?:talks|negotiations)\b"
)
_HELD = Sieve(
    rf"\b{_HELPERS}held\s+(?:an?|their)\s+(?:[a-z]+\s+){{0,3}}?(?:(?P<what>meeting|summit)\s+(?:in|at)\s+(?:the\s+)?[A-Z]"
    r"|(?P<call>(?:phone|telephone|video)\s+(?:call|conversation))\b(?!\s+with\b))"
)
_BROKEN = Sieve(
    r"\b(?:[Tt]alks|[Nn]egotiations)\s+between\s+(?:the\s+)?(?P<one>[\w’' -]{2,40}?)\s+and\s+"
    r"(?P<other>[\w’' -]{2,60}?)\s+(?:collapsed|broke\s+down|failed|ended|began|resumed|continued"
    r"|stalled|took\s+place|were\s+held|opened)\b"
)
_NAME = re.compile(r"(?:the\s+)?(?!\w+day\b)[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,2}")
_GATHERING = Sieve(
    r"\b(?P<what>meeting|summit)\s+(?:between|of|among)\s+(?:the\s+)?"
    r"(?!(?:year|month|week|day|season|decade)\b)(?P<who>(?:[\w’'-]+\s+){1,5}?)(?:in|at)\s+(?:the\s+)?[A-Z]"
)


@cache
def _party() -> str:
    """Match a party that is called by what it is: "the smaller union"."""
    nouns = any_of(load_table("dealings.yaml")["parties"])
    return rf"(?:(?:the|an?|its|their|his|her|both|all)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{nouns})\b"


@cache
def _patterns() -> tuple[tuple[ContactKind, Sieve], ...]:
    """Match who deals with whom, with the words in between."""
    return tuple(
        (kind, Sieve(rf"\b{_HELPERS}(?P<verb>{verb})\s+", re.IGNORECASE))
        for kind, verb in _DEALINGS
    )


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match a party that begins a clause up to its end, and one at a place."""
    return (
        re.compile(rf"(?:^|[,;:]\s+|\bthat\s+)({_party()})\s*$", re.IGNORECASE),
        re.compile(_party(), re.IGNORECASE),
    )


# Where a verb says it all, any noun phrase is a party: "Shipping lines refused to talk".
_NO_PARTY = r"(?!(?:he|she|they|it|we|i|you|who|this|that|these|those|both|but|and|nobody|no)\b)"
_SUBJECT = re.compile(
    rf"^({_NO_PARTY}(?:the\s+)?[A-Z]?[\w’'-]+(?:\s+[\w’'-]+){{0,2}})\s*$", re.IGNORECASE
)
_OBJECT = re.compile(
    r"(?:the|an?|its|their|his|her)\s+(?:(?!(?:in|on|at|by|to|for|with|and|after|before|from|of|over|about)\b)"
    r"[\w’'-]+(?:\s+|(?=\W|$))){1,3}"
)


def find_unnamed(
    sentence: Sentence,
) -> Iterator[tuple[ContactKind, int, tuple[Mention, ...], tuple[Mention, ...]]]:
    """Find who dealt with whom, where one of them at least is not known by name.

    Returns:
        The kind, the first character of what was done, parties and mediators.

    Cost:
        Linear.
    """
    text, limits = sentence.document.text, (sentence.span.start, sentence.span.end)
    yield from _dealings(sentence)
    for match in _HELD.finditer(text, *limits):
        at = match.start("what") if match["what"] else match.start("call")
        yield (
            _gathering(match),
            at,
            tuple(_before(sentence, match.start())),
            (),
        )
    for match in _BROKEN.finditer(text, *limits):
        sides = (side_of(sentence, *match.span(side)) for side in ("one", "other"))
        yield "talks", match.start(), tuple(sides), ()
    for match in _MESSAGES.finditer(text, *limits):
        between = sentence.list_from(match.end())
        if len(between) > 1:
            before = _before(sentence, match.start())
            yield "back-channel", match.start(), tuple(between), tuple(before)
    for match in _ROUNDS.finditer(text, *limits):
        yield "talks", match.start(), (), ()
    for match in _GATHERING.finditer(text, *limits):
        listed = sentence.list_from(match.start("who"))
        end = match.end("who") - 1
        parties = listed or [party_mention(sentence, match.start("who"), end)]
        yield _gathering(match), match.start(), tuple(parties), ()


def _gathering(match: re.Match[str]) -> ContactKind:
    """Tell a call and a summit from a meeting."""
    if match.groupdict().get("call"):
        return "call"
    return "summit" if match["what"] == "summit" else "meeting"


def _dealings(
    sentence: Sentence,
) -> Iterator[tuple[ContactKind, int, tuple[Mention, ...], tuple[Mention, ...]]]:
    """Find who met, called or refused whom; "and" goes on with the same subject."""
    text = sentence.document.text
    found = sorted(
        (
            (match.start(), match.start("verb"), match.end(), kind)
            for kind, pattern in _patterns()
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end)
        ),
        key=lambda one: one[:3],
    )
    last: list[Mention] = []
    for start, verb, end, kind in found:
        loose = kind != "meeting"
        who = _before(sentence, start, loose=loose)
        if not who and text[sentence.span.start : start].endswith("and "):
            who = last
        whom = _after(sentence, end, loose=loose)
        last = who or last
        if who and whom:
            yield kind, verb, (*who, *whom), ()


def _before(sentence: Sentence, offset: int, *, loose: bool = False) -> list[Mention]:
    """Find who is the subject of a verb: actors listed right before it, or a party."""
    text = sentence.document.text
    known = [m for m in sentence.mentions if m.end <= offset]
    if known and not text[known[-1].end : offset].strip(" ,\n"):
        return sentence.list_until(known[-1].end)
    ahead = text[sentence.span.start : offset]
    match = _beside()[0].search(ahead) or (_SUBJECT.match(ahead) if loose else None)
    if match is None:
        return []
    start = sentence.span.start + match.start(1)
    return [party_mention(sentence, start, start + len(match[1]))]


def _after(sentence: Sentence, offset: int, *, loose: bool = False) -> list[Mention]:
    """Find whom a verb is about: a party, or the actors listed behind it."""
    text = sentence.document.text
    known = next((m for m in sentence.mentions if m.start >= offset), None)
    if known and text[offset : known.start].strip().lower() in {"", "the"}:
        return sentence.list_from(known.start)
    match = _beside()[1].match(text, offset, sentence.span.end)
    match = match or _NAME.match(text, offset, sentence.span.end)
    if match is None and loose:
        match = _OBJECT.match(text, offset, sentence.span.end)
    if match is None:
        return []
    return [party_mention(sentence, offset, offset + len(match[0].rstrip()))]
