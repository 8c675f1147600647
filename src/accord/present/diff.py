"""Word-level differences between two wordings of the same thing."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from accord.text import fold, sentences, shingles

__all__ = [
    "ChangedSentence",
    "Comparison",
    "Piece",
    "compare_texts",
    "compare_words",
    "find_shared",
]

# The matcher is quadratic at worst. Quotations stay far below this many words; longer
# wordings are shown without marks rather than slowly.
MAX_WORDS = 600
MAX_SENTENCES = 1500
# Pairs of sentences that are weighed where two texts part.
MAX_ALIGNED = 10_000
LEAST_LIKENESS = 0.35
# Words in a run, and runs, that make a sentence another's: seven words in a row.
SHARED_RUN = 5
SHARED_RUNS = 3

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
        else:
            for old, new in _aligned(left[a_start:a_end], right[b_start:b_end]):
                both = compare_words(old, new) if old and new else None
                one, other = both or (
                    _whole(old, changed=True),
                    _whole(new, changed=True),
                )
                changed.append(ChangedSentence(one, other))
    return Comparison(same, tuple(changed))


def _aligned(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Put sentences that were re-worded beside each other, in the order of both.

    Those without a counterpart stand alone; such neighbours are joined.
    """
    if len(old) == len(new) == 1 or len(old) * len(new) > MAX_ALIGNED:
        return [(" ".join(old), " ".join(new))]
    bags = [[Counter(_words(s)) for s in side] for side in (old, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = _likeness(bags[0][i], bags[1][j]) + best[i + 1][j + 1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: list[tuple[str, str]] = []
    i = j = 0
    while i < len(old) or j < len(new):
        here = best[i][j]
        if i < len(old) and here == best[i + 1][j]:
            pairs.append((old[i], ""))
            i += 1
        elif j < len(new) and here == best[i][j + 1]:
            pairs.append(("", new[j]))
            j += 1
        else:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
    return _gathered(pairs)


def _gathered(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join neighbours that stand alone on the same side."""
    gathered: list[tuple[str, str]] = []
    for one, other in pairs:
        alone = not (one and other)
        if gathered and alone and not all(gathered[-1]):
            before = gathered[-1]
            if bool(before[0]) == bool(one):
                gathered[-1] = (
                    f"{before[0]} {one}".strip(),
                    f"{before[1]} {other}".strip(),
                )
                continue
        gathered.append((one, other))
    return gathered


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words in common (Dice), from the least that tells on."""
    common = (one & other).total()
    share = 2 * common / max(1, one.total() + other.total())
    return share if share >= LEAST_LIKENESS else 0.0


def _words(sentence: str) -> list[str]:
    """Give the comparable words of a sentence."""
    return [key for key in _keys(_TOKEN.findall(sentence)) if key[:1].isalnum()]


def find_shared(a: str, b: str) -> tuple[ChangedSentence, ...]:
    """Find the sentences of one text that repeat words of a sentence of the other.

    Returns:
        Both wordings of each, in the order of ``b``.

    Cost:
        Linear in the words of both, and quadratic in those of sentences that are shown.
    """
    left = [a[s.start : s.end] for s in sentences(a)][:MAX_SENTENCES]
    right = [b[s.start : s.end] for s in sentences(b)][:MAX_SENTENCES]
    holding: dict[int, list[int]] = {}
    for number, sentence in enumerate(left):
        for key in shingles(_words(sentence), size=SHARED_RUN):
            holding.setdefault(key, []).append(number)
    shared: list[ChangedSentence] = []
    for sentence in right:
        keys = shingles(_words(sentence), size=SHARED_RUN)
        found = Counter(number for key in keys for number in holding.get(key, ())[:8])
        if found:
            number, count = max(found.items(), key=lambda item: (item[1], -item[0]))
            if count >= SHARED_RUNS:
                shared.append(ChangedSentence(*compare_words(left[number], sentence)))
    return tuple(shared)
