"""Folding: texts made comparable, with a way back to every character."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from accord.model import Span

__all__ = ["Folded", "fold", "fold_case"]

_SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    }
)  # fmt: skip

# Letters of several cases, beside those that `lower` knows.
_CASES = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u03bc", "\u00b5"))
_IGNORED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from.

    Attributes:
        text: Lower case, compatibility-composed, straight quotation marks, plain
            hyphens, single spaces, no soft hyphens or zero-width characters, no
            accents.
        origin: For each character of ``text``, its offset in the original; not
            decreasing.
    """

    text: str
    origin: tuple[int, ...]

    def original_span(self, span: Span) -> Span:
        """Return the range of the original that a range of the folded text is from.

        Raises:
            SpanError: The range is empty.
        """
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


def fold(text: str) -> Folded:
    r"""Make a text comparable.

    Args:
        text: Any text.

    Returns:
        The folded text with its offset map.

    Cost:
        Linear in time and memory.

    Example:
        >>> fold("Kyiv’s  “red\u00ad line”").text
        'kyiv\'s "red line"'
    """
    characters: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        for folded in _fold_character(character):
            if folded == " " and characters and characters[-1] == " ":
                continue
            characters.append(folded)
            origin.append(offset)
    return Folded("".join(characters), tuple(origin))


@lru_cache(maxsize=8)
def fold_case(text: str) -> str:
    """Write a text in lower case, letter for letter.

    Letters that a pattern takes for one another where it ignores case become the same.

    Example:
        >>> fold_case("KİEV")
        'kiev'
    """
    for odd, plain in _CASES:
        text = text.replace(odd, plain)
    return text.lower()


def _fold_character(character: str) -> str:
    """Fold one character to none, one or more."""
    if character in _IGNORED:
        return ""
    if character.isspace():
        return " "
    if character.isascii():
        return character.lower()
    # Accents fall away here: after decomposition they stand alone.
    decomposed = unicodedata.normalize("NFKD", character.translate(_SAME))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
