"""Roots: what "closure", "closing" and "closed" share."""

from functools import lru_cache

from accord.position.phrases import stem

__all__ = ["root", "root_of_word"]

# Ending of a stem, what takes its place, and how many letters must be left. The first
# that fits counts.
_ENDINGS = (
    ("nsion", "nd", 3), ("ation", "", 4), ("ition", "", 4), ("ction", "c", 3), ("ssion", "ss", 3),
    ("usion", "ud", 3), ("ision", "id", 3), ("asion", "ad", 3), ("tion", "t", 4), ("sion", "s", 4),
    ("ament", "", 4), ("ment", "", 3), ("ship", "", 5), ("ality", "", 4), ("ility", "il", 4), ("ity", "", 5),
    ("anc", "", 4), ("enc", "", 4), ("al", "", 4), ("ur", "", 4), ("ery", "er", 4), ("ing", "", 4),
    ("at", "", 5),
)  # fmt: skip
_IRREGULAR = {
    "sal": "sell", "sold": "sell", "loss": "los", "growth": "grow", "admiss": "admit",
    "permiss": "permit", "submiss": "submit", "choic": "choos", "proof": "prov",
    "shot": "shoot", "shut": "shut", "belief": "believ", "relief": "reliev",
    "membership": "member", "access": "acced", "flight": "fly", "waiver": "waiv", "strik": "strik", "ris": "rais",
}  # fmt: skip


@lru_cache(maxsize=65536)
def root(word_stem: str) -> str:
    """Take the ending off that makes a noun of a verb.

    The result need not be a word; what counts is that a verb and its nouns fall
    together. They do so by spelling alone, so a few strangers fall together as well.

    Args:
        word_stem: A stem, as ``phrases.stem`` gives it.

    Example:
        >>> {root_of_word(w) for w in ("close", "closing", "closed", "closure")}
        {'clos'}
        >>> {root_of_word(w) for w in ("reduce", "reduction")}
        {'reduc'}
    """
    if word_stem in _IRREGULAR:
        return _IRREGULAR[word_stem]
    for ending, instead, least in _ENDINGS:
        base = word_stem.removesuffix(ending)
        if base != word_stem and len(base) >= least:
            word_stem = base + instead
            break
    if word_stem.endswith("ct") or (word_stem.endswith("e") and len(word_stem) > 3):
        word_stem = word_stem[:-1]
    return _IRREGULAR.get(word_stem, word_stem)


def root_of_word(word: str) -> str:
    """Give the root of a word as it stands in a text."""
    return root(stem(word))
