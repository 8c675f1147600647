"""Fragments of a text: which stand in quotation marks, which belong together."""

import re
from collections.abc import Iterable, Iterator, Sequence

from accord.model import Mode, Span

__all__ = [
    "agent_behind",
    "join_fragments",
    "mode_of",
    "quoted_characters",
    "without_day",
]

#: Share of a content's letters in quotation marks that makes it direct.
_DIRECT = 0.9
#: Behind a source, when it spoke: "The council on Thursday", "The guild on".
_DAY = re.compile(
    r"\s+(?:(?:(?:late|early)\s+)?on(?:\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s+(?:morning|afternoon|evening|night))?$"
)
# "Responded by saying", "replied by letter" name no agent.
_BY = re.compile(
    r"\s{1,2}by\s{1,2}(?!\w+ing\b)(?=[A-Z0-9]|(?:the|an?|its|their|some|many|other)\b|\w+s\b)"
)
_WORD = re.compile(r"[^\W_][\w.'’&/-]*|\S")
#: What no agent goes on with.
_PAST_AGENT = frozenset(
    "but while who which that whose after before on in as at for to with when because amid over "
    "during since last this yesterday today is was are were has have had will would".split()
)
_JOINED = frozenset(("the", "a", "an", "its", "their", "some", "many", "other"))
_TITLES = frozenset("Dr Mr Mrs Ms St Prof Sen Gov Gen Rep Col Lt Capt".split())
_AGENT_WORDS = 9
_MARKS = frozenset('“”„‟«»"')


def quoted_characters(text: str) -> bytearray:
    """Mark the characters that stand in double quotation marks, line by line.

    Example:
        >>> list(quoted_characters('a "b"'))
        [0, 0, 1, 1, 0]
    """
    marked = bytearray(len(text))
    opened: int | None = None
    for place, character in enumerate(text):
        if character == "\n":
            opened = None
        elif character in _MARKS:
            if opened is not None:
                marked[opened:place] = b"\x01" * (place - opened)
            opened = place if opened is None else None
    return marked


def mode_of(text: str, quoted: bytearray, spans: Sequence[Span]) -> Mode:
    """Say how much of a content stands in double quotation marks."""
    words = [
        quoted[place]
        for span in spans
        for place in range(span.start, span.end)
        if text[place].isalnum()
    ]
    if not any(words):
        return "indirect"
    return "direct" if sum(words) >= _DIRECT * len(words) else "mixed"


def join_fragments(text: str, spans: Iterable[Span]) -> list[Span]:
    """Join fragments that only white space within a line keeps apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        gap = text[joined[-1].end : span.start] if joined else "\n"
        if not gap.strip() and "\n" not in gap:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def without_day(text: str, source: Span) -> Span:
    """Leave out of a source the day on which it spoke.

    Example:
        >>> without_day("The council on Thursday said", Span(0, 23))
        Span(start=0, end=11)
    """
    found = _DAY.search(source.of(text))
    return Span(source.start, source.start + found.start()) if found else source


def agent_behind(text: str, cue: Span) -> Span | None:
    """Find who did something behind a passive: "criticised | by the Liberals".

    Example:
        >>> text = "It was welcomed by the Greens but criticised by the Liberals."
        >>> agent_behind(text, Span(34, 44)).of(text)
        'the Liberals'
    """
    led = _BY.match(text, cue.end)
    if led is None:
        return None
    end = led.end()
    words = list(_words_behind(text, led.end()))
    for at, (word, last) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        joined = following in _JOINED or following[:1].isupper()
        if (
            not word[0].isalnum()
            or word in _PAST_AGENT
            or (word == "and" and not joined)
        ):
            break
        end = last
    return Span(led.end(), end) if end > led.end() else None


def _words_behind(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Give a few words from a place, each with its end, up to the end of the line."""
    for _ in range(_AGENT_WORDS):
        found = _WORD.search(text, start)
        if found is None or "\n" in text[start : found.start()]:
            return
        word = found[0].rstrip(".")
        yield word or found[0], found.start() + max(1, len(word))
        if word != found[0] and len(word) > 1 and word not in _TITLES:
            return
        start = found.end()
