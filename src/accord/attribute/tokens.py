"""Tokens of a text, each with what its form alone tells of its part in a sentence."""

import re
from dataclasses import dataclass

from accord.attribute.lexicon import Flag, lexicon
from accord.model import Span

__all__ = ["Token", "tokenize"]

# Two apostrophes stand for a quotation mark in some agencies' copy.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\w+(?:[-‐‑.,/&]\w+)*(?:[’']\w+)?"  # half-baked, 13,299, don't
    r"|''|``|--+|\.\.\.+"
    r"|[^\w\s]"
)
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof gen col lt maj capt cmdr adm sgt sen rep gov pres rev hon st
    sr jr no jan feb mar apr aug sept oct nov dec messrs
    """.split()
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")


@dataclass(slots=True)
class Token:
    """A word or a mark.

    Attributes:
        start: First character, in code points of the document's text.
        end: One past the last character.
        text: The characters.
        low: The characters in lower case.
        flags: What the form alone tells, as ``Flag`` bits.
        quote: Index of the quotation it stands in, -1 outside of all.
    """

    start: int
    end: int
    text: str
    low: str
    flags: int
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()


def tokenize(text: str, span: Span) -> list[Token]:
    """Split a stretch of text into tokens.

    Args:
        text: The document's text, or a copy of the same length.
        span: Where to look.

    Returns:
        Tokens in text order; a possessive ``'s`` is a token of its own, the full
        stop of a title or an initial is part of it.

    Example:
        >>> [t.text for t in tokenize("Mr. Li's “no”", Span(0, 13))]
        ['Mr.', 'Li', "'s", '“', 'no', '”']
    """
    tokens: list[Token] = []
    flags_of = lexicon().flags
    position = span.start
    while True:
        match = _TOKEN.search(text, position, span.end)
        if match is None:
            return tokens
        start, end = match.span()
        word = match.group()
        position = end
        if word[-2:] in _POSSESSIVE and len(word) > 2:
            end -= 2
            tokens.append(_make(text, start, end, flags_of))
            tokens.append(_make(text, end, end + 2, flags_of))
            continue
        if _keeps_stop(word) and text[end : end + 1] == "." and end < span.end:
            end += 1
            position = end
        tokens.append(_make(text, start, end, flags_of))


def _keeps_stop(word: str) -> bool:
    """Tell whether a full stop behind a word belongs to it."""
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or word.lower() in _ABBREVIATIONS


def _make(text: str, start: int, end: int, flags_of: dict[str, int]) -> Token:
    """Build one token and look its form up."""
    word = text[start:end]
    low = word.lower().replace("’", "'")
    flags = flags_of.get(low)
    if word == "US":
        flags = 0
    capital = word[0].isupper()
    if flags is None:
        # ‘Kelly’ is no adverb, ‘Boeing’ no participle.
        flags = 0 if capital else _guess(low)
    if capital:
        flags |= Flag.CAPITAL
    if word[0].isdigit():
        flags |= Flag.NUMBER
    return Token(start, end, word, low, flags)


def _guess(low: str) -> int:
    """Guess the part of an unknown word from its ending."""
    if not low[0].isalpha():
        return 0
    if low.endswith("ly") and len(low) > 4:
        return Flag.ADVERB
    if low.endswith("ed") and len(low) > 4:
        return Flag.PAST | Flag.PARTICIPLE
    if low.endswith("ing") and len(low) > 5:
        return Flag.ING
    return 0
