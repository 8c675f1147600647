"""Who goes between, officials who meet, and who "the two sides" are."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from accord.model import ContactKind, Mention
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = [
    "find_mediators",
    "is_facilitated",
    "is_under",
    "meetings_of_officials",
    "two_sides",
]

_OFFICIALS = Sieve(
    r"\b(?:officials|ministers|leaders|diplomats|envoys|negotiators|representatives"
    r"|delegations|delegates)\s+(?:(?:are|were|have|had|been|also|reportedly)\s+){0,3}"
    r"(?P<how>(?:quietly|secretly|privately|discreetly|unofficially)\s+)?"
    r"(?P<what>meeting|met|discussing|discussed|talking|talked|negotiating)\b"
)
_PLACE_AHEAD = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:in|at)\s+(?:the\s+)?[A-Z]")
_SIDES = re.compile(
    r"\b(?:(?:[Tt]he|[Bb]oth|[Tt]hese)\s+(?:two\s+|warring\s+|opposing\s+)?(?:sides|parties"
    r"|countries|governments|nations|states|presidents|prime\s+ministers|foreign\s+ministers"
    r"|leaders|neighbours|neighbors|capitals)|[Bb]oth\s+sides)\s+(?:[a-z]+\s+){0,4}$"
)
_PAIR = 2


@cache
def _mediating() -> str:
    """Match a verb of going between."""
    return any_of(load_table("dealings.yaml")["contact"]["verbs"]["mediation"])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Match what stands after a mediator, before one, and before a deal made possible."""
    verbs = _mediating()
    words = any_of(load_table("dealings.yaml")["contact"]["mediators"])
    after = re.compile(
        rf"(?:['’]s\s+\w+)?(?:\s+and\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?,?\s+(?:(?:which|who|has|have|had|is|are|was|were|also|agreed\s+to)\s+)*(?:{verbs})\b(?!\s+by\b)"
        r"|,?\s+(?:the|a|as)\s+mediator\b|\s+(?:has|have|had)?\s*played\s+(?:a\s+)?mediat"
    )
    before = re.compile(
        rf"\b(?i:{words})\s+(?:[a-z]+,?\s+){{0,5}}(?:[A-Z][\w’'-]*\s+){{0,3}}$"
        r"|\b[Mm]ediator\s+$|\barbitrator,?\s+(?:[A-Z]\w+\s+)?$",
    )
    made = re.compile(rf"\b(?:{verbs})\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
    return after, before, made


def find_mediators(sentence: Sentence) -> tuple[Mention, ...]:
    """Find who goes between, in one sentence."""
    text = sentence.document.text
    after, ahead, _ = _patterns()
    found: list[Mention] = []
    for mention in sentence.mentions:
        before = text[max(sentence.span.start, mention.start - 80) : mention.start]
        if ahead.search(before):
            found += sentence.list_from(mention.start)
        elif after.match(text, mention.end, sentence.span.end):
            found += sentence.list_until(mention.end)
    return tuple(dict.fromkeys(found))


_UNDER = re.compile(r"under\b", re.IGNORECASE)


def is_under(sentence: Sentence, start: int) -> bool:
    """Tell "under the mediation of": who stands before it does not go between."""
    return _UNDER.match(sentence.document.text, start) is not None


def is_facilitated(sentence: Sentence, start: int) -> bool:
    """Tell "facilitating prisoner swaps", which tells of the swaps as well."""
    before = sentence.document.text[max(sentence.span.start, start - 60) : start]
    return _patterns()[2].search(before) is not None


def meetings_of_officials(
    sentence: Sentence,
) -> Iterator[tuple[ContactKind, int, tuple[Mention, ...]]]:
    """Find officials who meet somewhere, or quietly talk; whose they are, if it is told."""
    text = sentence.document.text
    for match in _OFFICIALS.finditer(text, sentence.span.start, sentence.span.end):
        whose = tuple(
            m
            for m in sentence.mentions
            if m.end <= match.start()
            and m.actor is not None
            and not m.actor.startswith(("per:", "text:", "outlet:"))
        )
        if match["how"]:
            own = sentence.list_until(match.start())
            yield "back-channel", match.start(), tuple(own) or whose
        elif match["what"].startswith("me") and _PLACE_AHEAD.match(
            text, match.end(), sentence.span.end
        ):
            yield "meeting", match.start(), whose


def two_sides(
    sentence: Sentence, verb: int, agreed: tuple[Mention, ...] = ()
) -> tuple[Mention, ...]:
    """Find whom "the two sides" before a verb stands for: the states named most often.

    Args:
        sentence: Where they are spoken of.
        verb: Where the verb begins.
        agreed: Who agreed before in the text; they are "the sides" then.

    Returns:
        Two mentions, or none if a third state is named as often as the second.
    """
    text = sentence.document.text
    if not _SIDES.search(text, sentence.span.start, verb):
        return ()
    if agreed:
        return agreed
    states = {m.actor: m for m in reversed(sentence.known) if _is_state(m)}
    ranked = Counter(m.actor for m in sentence.known if _is_state(m)).most_common(3)
    if len(ranked) < _PAIR or (len(ranked) > _PAIR and ranked[1][1] == ranked[2][1]):
        return ()
    return tuple(states[actor] for actor, _ in ranked[:_PAIR])


def _is_state(mention: Mention) -> bool:
    """Tell a mention of a state: its id has no other kind before a colon."""
    return mention.actor is not None and ":" not in mention.actor.removeprefix("state:")
