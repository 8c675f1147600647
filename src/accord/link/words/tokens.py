"""Words made comparable: folded, split at hyphens, with light stems and synonyms."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from accord.text import fold
from accord.text.words import word_bounds

__all__ = ["is_content", "is_negation", "meaning", "stem", "tokens"]

_NEGATIONS = frozenset(
    "no not never nor neither none nobody nothing without cannot refuse refused "
    "refuses reject rejected rejects deny denied denies".split()
)
# Longest first: only one ending is taken off.
_ENDINGS = ("ations", "ation", "ingly", "ings", "ing", "ies", "ied", "ely", "ed",
            "es", "ly", "s")  # fmt: skip
_SHORTEST_STEM = 3
# What is drawn together in speech and written out by one paper in two; "'d" may be
# "had" or "would".
_DRAWN = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_DRAWN_ODDLY = {"can't": "cannot", "won't": "will-not", "shan't": "shall-not"}


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Find words and make them comparable.

    A possessive ending and full stops within are dropped, so that ``U.S.`` is
    ``US``; a hyphenated word is several, so that it equals the same words apart, and
    so is ``didn't``.

    Returns:
        Each word folded, with the first and past-the-last character of the word it
        is from.

    Example:
        >>> [word for word, _, _ in tokens("The U.K. premier’s half-baked plan")]
        ['the', 'uk', 'premier', 'half', 'baked', 'plan']
    """
    for start, end in word_bounds(text):
        for part in _fold_word(text[start:end]):
            yield part, start, end


@lru_cache(maxsize=1 << 16)
def _fold_word(word: str) -> tuple[str, ...]:
    """Fold a word to its comparable parts."""
    folded = fold(word).text.removesuffix("'s").replace(".", "")
    return tuple(part for part in _written_out(folded).split("-") if part)


def _written_out(word: str) -> str:
    """Write out what is drawn together, with a hyphen.

    Example:
        >>> _written_out("they'll"), _written_out("won't"), _written_out("till")
        ('they-will', 'will-not', 'till')
    """
    if word in _DRAWN_ODDLY:
        return _DRAWN_ODDLY[word]
    for ending, full in _DRAWN.items():
        if len(word) > len(ending) and word.endswith(ending):
            return f"{word.removesuffix(ending)}-{full}"
    return word


@cache
def _function_words() -> frozenset[str]:
    """Load the words that say little."""
    place = resources.files("accord.link") / "data" / "function_words.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if line[:1] != "#" for w in line.split())


def is_content(token: str) -> bool:
    """Tell whether a word says something of what an utterance is about."""
    return len(token) > 1 and token not in _function_words()


def is_negation(token: str) -> bool:
    """Tell whether a word turns a sentence to its opposite."""
    return token in _NEGATIONS or token.endswith("n't")


@lru_cache(maxsize=1 << 16)
def stem(token: str) -> str:
    """Take an inflection off; rough, for comparing renderings only.

    Example:
        >>> stem("signing") == stem("signed") == stem("signs") == stem("sign")
        True
    """
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= _SHORTEST_STEM:
            token = token[: -len(ending)] + ("y" if ending in {"ies", "ied"} else "")
            break
    if len(token) > _SHORTEST_STEM + 1 and token[-1] == token[-2] and token[-1] != "s":
        token = token[:-1]
    return token.rstrip("e") if len(token) > _SHORTEST_STEM else token


@lru_cache(maxsize=1 << 16)
def meaning(token: str) -> str:
    """Make one of the forms of a word and of its synonyms.

    Example:
        >>> meaning("commenced") == meaning("begun")
        True
    """
    stemmed = stem(token)
    return _synonyms().get(stemmed, stemmed)


@cache
def _synonyms() -> dict[str, str]:
    """Load the words that are put for one another, by their stems."""
    place = resources.files("accord.link") / "data" / "synonyms.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if line[:1] != "#"]
    named: dict[str, str] = {}
    for first, *others in groups:
        for word in (first, *others):
            named.setdefault(stem(word), stem(first))
    return named
