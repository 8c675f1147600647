"""Word-level differences between two wordings of the same thing."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from accord.text import fold, sentences

__all__ = ["ChangedSentence", "Comparison", "Piece", "compare_texts", "compare_words"]

# The matcher is quadratic at worst. Quotations stay far below this many words; longer
# wordings are shown without marks rather than slowly.
MAX_WORDS = 600
MAX_SENTENCES = 1500

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording.

    Attributes:
        text: The words.
        changed: Whether the other wording lacks them.
    """

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ChangedSentence:
    """A place where two texts part; an empty side lacks the sentence."""

    a: tuple[Piece, ...]
    b: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts share, and where they part.

    Attributes:
        same: How many sentences stand in both.
        changed: Where they part, in text order.
    """

    same: int
    changed: tuple[ChangedSentence, ...]


def compare_words(a: str, b: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Mark the words that only one of two wordings has.

    Case, accents and the shape of quotation marks do not count as differences.

    Returns:
        The pieces of ``a`` and of ``b``; joined, each gives its wording back.

    Cost:
        Quadratic in the number of words at worst, up to 600 words; longer wordings
        come back unmarked.

    Example:
        >>> compare_words("half-baked promises", "half-hearted promises")[1][1]
        Piece(text='hearted', changed=True)
    """
    left, right = _TOKEN.findall(a), _TOKEN.findall(b)
    if max(len(left), len(right)) > MAX_WORDS:
        return _whole(a, changed=False), _whole(b, changed=False)
    matcher = SequenceMatcher(None, _keys(left), _keys(right), autojunk=False)
    pieces_a: list[Piece] = []
    pieces_b: list[Piece] = []
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        changed = tag != "equal"
        pieces_a.append(Piece("".join(left[a_start:a_end]), changed))
        pieces_b.append(Piece("".join(right[b_start:b_end]), changed))
    return _filled(pieces_a), _filled(pieces_b)


def _keys(tokens: list[str]) -> list[str]:
    """Make tokens comparable."""
    return [fold(token).text or token for token in tokens]


def _filled(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join pieces that belong together; a space between changed words is changed."""
    filled = [piece for piece in pieces if piece.text]
    joined: list[Piece] = []
    for n, piece in enumerate(filled):
        between = 0 < n < len(filled) - 1 and not piece.text.strip()
        changed = piece.changed or (
            between and filled[n - 1].changed and filled[n + 1].changed
        )
        if joined and joined[-1].changed == changed:
            joined[-1] = Piece(joined[-1].text + piece.text, changed)
        else:
            joined.append(Piece(piece.text, changed))
    return tuple(joined)


def _whole(text: str, *, changed: bool) -> tuple[Piece, ...]:
    """Take a wording as one piece."""
    return (Piece(text, changed),) if text else ()


def compare_texts(a: str, b: str) -> Comparison:
    """Find the sentences in which two texts part.

    Cost:
        Quadratic in the number of sentences at worst, up to 1,500 each; beyond that
        only the beginning is compared.
    """
    left = [a[s.start : s.end] for s in sentences(a)][:MAX_SENTENCES]
    right = [b[s.start : s.end] for s in sentences(b)][:MAX_SENTENCES]
    matcher = SequenceMatcher(None, _keys(left), _keys(right), autojunk=False)
    same = 0
    changed: list[ChangedSentence] = []
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag == "equal":
            same += a_end - a_start
        elif tag == "replace":
            old, new = " ".join(left[a_start:a_end]), " ".join(right[b_start:b_end])
            changed.append(ChangedSentence(*compare_words(old, new)))
        else:
            changed.append(
                ChangedSentence(
                    _whole(" ".join(left[a_start:a_end]), changed=True),
                    _whole(" ".join(right[b_start:b_end]), changed=True),
                )
            )
    return Comparison(same, tuple(changed))
