"""Titles in normal form, and what else their holders may be called."""

from collections.abc import Iterable
from functools import lru_cache

from accord.resolve.knowledge.lexicon import nouns

__all__ = ["LESSER", "called_also", "normal_title", "normal_words"]

_SAME = {
    "defense": "defence", "labor": "labour", "centre": "center",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "economic": "economy",
    "pm": "prime minister", "premier": "prime minister",
    "taoiseach": "prime minister", "co-chair": "chair",
}  # fmt: skip
#: What makes an office less than the one it is named after.
LESSER = frozenset("deputy vice assistant associate".split())


@lru_cache(maxsize=4096)
def called_also(title: tuple[str, ...]) -> frozenset[str]:
    """Return every word by which the holder of an office may be called."""
    present = set(title)
    lesser = bool(present & LESSER)
    for key, others in nouns().implies.items():
        if set(key) <= set(title) and not (lesser and len(title) > len(key)):
            present |= others
            for other in others:
                present.update(_SAME.get(other, other).split())
    return frozenset(present)


@lru_cache(maxsize=4096)
def normal_title(title: str) -> tuple[str, ...]:
    """Bring a title from a pack into the form texts' titles have.

    Example:
        >>> normal_title("Minister of Foreign Affairs")
        ('foreign', 'minister')
    """
    words = title.lower().replace("-", " ").split()
    for joint in ("of", "for"):
        if joint in words and words[0] in {"minister", "secretary"}:
            at = words.index(joint)
            words = [*words[at + 1 :], *words[:at]]
    return normal_words(w for w in words if w not in {"of", "the", "for", "and"})


def normal_words(words: Iterable[str]) -> tuple[str, ...]:
    """Bring the words of a title into normal form, each once."""
    known = nouns()
    parts: list[str] = []
    for word in words:
        plain = known.roles.get(word, word)
        parts += _SAME.get(plain, plain).split()
    return tuple(dict.fromkeys(part for part in parts if part != "affairs"))
