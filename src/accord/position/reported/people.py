"""Whom words name: known actors, and people and bodies that only the text names."""

import re
from functools import cache
from typing import NamedTuple

from accord.model import Mention
from accord.position.phrases import load_lines, stem
from accord.position.reported.lexicon import load_table
from accord.position.reported.sentence import Sentence

__all__ = ["party_mention", "people_at", "people_before", "side_of", "subject_of"]

_CONFIDENCE = 0.4
_MOST_WORDS = 8
_WORD = re.compile(
    r"\s*((?:Gen|Col|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Adm|Prof|St)\.|[\w’'&-]+(?:\.(?=\w))?)"
)
_STOPS = frozenset(
    "of in on at by to for with and or but after before from over about into under during as "
    "that which who whom whose when while where if because than said says is are was were has "
    "have had will would could can cannot must shall should may might if unless again separately twice once late early earlier last "
    "this next privately alone together face not later today yesterday tomorrow without through "
    "what how did does indeed however meanwhile moreover therefore besides look via until since between among against near outside he she they it we i there so then".split()
)
# "It's", "I've": no name, though a capital begins them.
_CONTRACTED = re.compile(r"['’](?:s|ve|re|m|d|ll)$")
_PRONOUNS = frozenset("him her them us me each one everyone".split())
_DETERMINERS = frozenset(
    "the a an its their his her our my both all two three four five several other new some these "
    "those many any".split()
)
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December"
)
_SUBJECT_PRONOUN = re.compile(
    r"\b(?:he|she|they|we|both|the\s+(?:two|three|pair|trio|duo))\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;:—“”\"(]|,\s+(?:and|but|while|as|though|although)\s|\b(?:that|said|says)\s"
)
_LEAD = re.compile(
    r"(?:(?:While|As|When|After|Before|Although|Though|But|And|Since|Like|Instead|Then|Later)\s+"
    r"|(?:The\s+(?:previous|same|next|following)\s+(?:day|evening|night|morning|week|month|year)"
    r"|(?:On|Late\s+on|Early\s+on|Last)\s+[A-Z]\w+day|Last\s+(?:week|month|year)|Yesterday"
    r"|(?:A|Two|Three|Four)\s+(?:days?|weeks?|months?|years?)\s+(?:earlier|later|ago|before)"
    r"|In\s+(?:[A-Z][a-z]+\s+)?\d{4}|In\s+[A-Z][a-z]+)(?:,\s+|\s+(?=the\s|both\s)))"
)
_APPOSITION = re.compile(r",?\s*(?:[A-Z][\w.’'-]*\s+){0,2}")
_OF = re.compile(r"\s+(?:of|from|in)\s+(?:the\s+)?")
# What shows that the first word of a sentence is a name.
_AND_NAME = re.compile(
    r"\s+and\s+(?:the\s+)?[A-Z]|\s+and\s+(?:the|its)\s+[a-z]|,\s+(?:the|an?|its|whose|which|who)\s"
)
# What may stand between two of a list.
_NEXT = re.compile(r"(?:,\s*(?P<and>and\s+)?|\s+(?P<only>and)\s+)(?=\S)")
# "delegations from Arle and Belm": those who send them are meant.
_SENT = frozenset(
    "delegations leaders ministers envoys negotiators officials representatives presidents delegates"
    " diplomats governments parliaments cities states republics towns chiefs premiers".split()
)
_FROM = re.compile(r"\s+(?:of|from)\s+")
_OWNS = re.compile(r"['’]s?\s+")
_HELPERS = re.compile(
    r"(?:['’]s?\s+(?:\w+\s+){0,2})?\s*,?\s*(?:(?:has|have|had|also|both|then|later|again|now|on|\w+day|finally|recently|already"
    r"|who|is|are|was|were|be|been|to)\s+)*"
)


class _Words(NamedTuple):
    """A noun phrase, as far as it can be told without a grammar."""

    start: int
    end: int
    words: tuple[str, ...]


@cache
def _nouns() -> frozenset[str]:
    """List the nouns for people and bodies, by stem."""
    listed = [word for line in load_lines("holders.txt") for word in line.split()]
    return frozenset(
        stem(word) for word in (*listed, *load_table("dealings.yaml")["parties"])
    )


def party_mention(sentence: Sentence, start: int, end: int) -> Mention:
    """Make a mention of somebody whom only the text names."""
    document = sentence.document
    words = document.text[start:end]
    return Mention(
        document=document.id,
        start=start,
        end=end,
        text=words,
        actor=None,
        name=words,
        rule="party-in-text",
        confidence=_CONFIDENCE,
    )


def side_of(sentence: Sentence, start: int, end: int) -> Mention:
    """Give the actor named within some words, or whom the words themselves name."""
    known = [m for m in sentence.mentions if start <= m.start and m.end <= end]
    return known[-1] if known else party_mention(sentence, start, end)


def people_at(
    sentence: Sentence, offset: int, limit: int | None = None
) -> list[Mention] | None:
    """Find the people or bodies that words at an offset name.

    Args:
        sentence: Where the words stand.
        offset: Where they begin.
        limit: Where they end at the latest; the sentence's end if not given.

    Returns:
        Who they are, empty if a pronoun stands there; None if something else does.
    """
    end = sentence.span.end if limit is None else limit
    phrase = _phrase(sentence, offset, end)
    if phrase is None:
        return None
    text = sentence.document.text
    if len(phrase.words) == 1 and phrase.words[0].lower() in _PRONOUNS:
        return []
    known = [m for m in sentence.mentions if phrase.start <= m.start < phrase.end]
    if any((m.actor or "").startswith("outlet:") for m in known):
        return None
    people = stem(phrase.words[-1]) in _nouns()
    named = next((m for m in known if not _is_owner(text, m)), None)
    if named:
        found = sentence.list_from(named.start)
    elif people:
        found = _named_beside(sentence, phrase, limit) or [
            party_mention(sentence, phrase.start, phrase.end)
        ]
    else:
        found = _by_name(sentence, phrase, limit) or []
    return [*found, *_next_ones(sentence, found[-1].end, limit)] if found else None


def _next_ones(sentence: Sentence, offset: int, limit: int | None) -> list[Mention]:
    """Read on in a list, "Arle, the guild and Belm"; without an "and" it is none."""
    text, end = sentence.document.text, sentence.span.end if limit is None else limit
    found: list[Mention] = []
    sure = 0
    while gap := _NEXT.match(text, offset, end):
        phrase = _phrase(sentence, gap.end(), end)
        if phrase is None or phrase.words[0].lower() in _PRONOUNS:
            break
        one = _one_of_list(sentence, phrase, limit)
        if not one:
            break
        found += one
        offset = found[-1].end
        sure = len(found) if gap["and"] or gap["only"] else sure
    return found[:sure]


def _one_of_list(
    sentence: Sentence, phrase: _Words, limit: int | None
) -> list[Mention]:
    """Read one more of a list: somebody known, a noun for people, or a name."""
    known = [m for m in sentence.mentions if phrase.start <= m.start < phrase.end]
    if any((m.actor or "").startswith("outlet:") for m in known):
        return []
    if known and not _is_owner(sentence.document.text, known[0]):
        return known[:1]
    if stem(phrase.words[-1]) in _nouns():
        beside = _named_beside(sentence, phrase, limit)
        return beside or [party_mention(sentence, phrase.start, phrase.end)]
    found = _by_name(sentence, phrase, limit) or []
    if not found and limit is None:
        # The last of a list may have its verb behind it.
        found = _head(sentence, phrase.start, phrase.end) or []
    return found


def _phrase(sentence: Sentence, offset: int, limit: int) -> _Words | None:
    """Cut out the noun phrase that begins at an offset and ends before a limit."""
    text = sentence.document.text
    words: list[str] = []
    at, start, end = offset, None, offset
    while len(words) < _MOST_WORDS:
        match = _WORD.match(text, at, limit)
        if match is None:
            break
        word = match[1]
        over = (
            _CONTRACTED.sub("", word).lower() in _STOPS
            or _DAY.fullmatch(word)
            or word.endswith("ly")
        )
        if over and not (not words and word.lower() in _PRONOUNS):
            break
        start = match.start(1) if start is None else start
        words.append(word)
        at = end = match.end()
    if start is None or all(word.lower() in _DETERMINERS - _PRONOUNS for word in words):
        return None
    return _Words(start, end, tuple(words))


def _is_owner(text: str, mention: Mention) -> bool:
    """Tell "Arle's" before what Arle has."""
    return mention.text.endswith(("'s", "’s", "s'", "s’")) or bool(
        _OWNS.match(text, mention.end)
    )


def _named_beside(
    sentence: Sentence, phrase: _Words, limit: int | None
) -> list[Mention]:
    """Read "the leaders of Arle and Belm", "its minister, Ode Varn"."""
    text = sentence.document.text
    sent = _FROM.match(text, phrase.end)
    if sent and phrase.words[-1].lower() in _SENT:
        whose = people_at(sentence, sent.end(), limit)
        if whose:
            return whose
    after = next((m for m in sentence.mentions if m.start >= phrase.end), None)
    if after is None:
        return []
    gap = text[phrase.end : after.start]
    if _OF.fullmatch(gap) or _APPOSITION.fullmatch(gap):
        return sentence.list_from(after.start)
    return []


def _by_name(
    sentence: Sentence, phrase: _Words, limit: int | None
) -> list[Mention] | None:
    """Read a name with a capital of whom nobody knows."""
    words = [word for word in phrase.words if word.lower() not in _DETERMINERS]
    text = sentence.document.text
    # "(R-Ill.)" is no name, and "More than half" no body.
    if text[phrase.start - 1 : phrase.start] == "(" or (
        words and words[0].lower() in {"more", "most", "fewer", "less"}
    ):
        return None
    if not words or not all(word[0].isupper() for word in words):
        return None
    # The first word of a sentence has a capital whatever it is.
    acts = limit is not None and not text[phrase.end : limit].strip()
    begins = phrase.start == sentence.span.start
    if begins and not acts and not _AND_NAME.match(text, phrase.end):
        return None
    return [party_mention(sentence, phrase.start, phrase.end)]


def people_before(sentence: Sentence, offset: int) -> list[Mention] | None:
    """Find who is the subject of words at an offset, as far as the clause tells.

    Returns:
        Who they are, empty if a pronoun stands there; None if nobody does.
    """
    text = sentence.document.text
    begin = sentence.span.start
    for cut in _CLAUSE.finditer(text, begin, offset):
        begin = cut.end()
    lead = _LEAD.match(text, begin, offset)
    begin = lead.end() if lead else begin
    known = [
        m
        for m in sentence.mentions
        if begin <= m.start
        and m.end <= offset
        and not (m.actor or "").startswith("outlet:")
    ]
    if known and _HELPERS.fullmatch(text, known[-1].end, offset):
        return sentence.list_until(known[-1].end)
    first = people_at(sentence, begin, offset) or _head(sentence, begin, offset)
    if first:
        return first
    if known:
        return sentence.list_from(known[0].start)
    if _SUBJECT_PRONOUN.search(text, begin, offset):
        return _who_says(sentence, offset)
    return None


def subject_of(sentence: Sentence) -> list[Mention]:
    """Find the people or bodies that a sentence begins with; none if others do."""
    start, end = sentence.span.start, sentence.span.end
    return _head(sentence, start, end) or people_at(sentence, start) or []


def _who_says(sentence: Sentence, offset: int) -> list[Mention]:
    """Read "Varn said that he had met": he is Varn, where the sentence names them."""
    said = sentence.said_by(offset)
    named = (
        m for m in sentence.mentions if said and said.actor and m.actor == said.actor
    )
    return list(named)[:1]


def _head(sentence: Sentence, begin: int, end: int) -> list[Mention] | None:
    """Read "a joint committee set up under it": the first noun for people counts."""
    phrase = _phrase(sentence, begin, end)
    if phrase is None:
        return None
    at = phrase.start
    for word in phrase.words:
        at = sentence.document.text.index(word, at) + len(word)
        if stem(word) in _nouns() and sentence.document.text[at : at + 1].isspace():
            return [party_mention(sentence, phrase.start, at)]
    return None
