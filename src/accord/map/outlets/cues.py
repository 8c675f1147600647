"""Cue words: which verb reports, whatever its tense."""

import re

from accord.text import fold

__all__ = ["stem_of", "word_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

#: Words before the verb that carries the meaning.
_AUXILIARY = frozenset(
    "has have had is are was were be been being will would shall should may might can "
    "could must do does did to not also again then later now still however instead n't "
    "hasn't haven't hadn't isn't wasn't won't wouldn't didn't doesn't don't".split()
)

#: Forms that no ending explains, each to the verb's first form.
_IRREGULAR = {
    form: verb
    for verb, forms in {
        "say": "said",
        "tell": "told",
        "write": "wrote written",
        "speak": "spoke spoken",
        "think": "thought",
        "hold": "held",
        "make": "made",
        "find": "found",
        "put": "put",
        "swear": "swore sworn",
        "lay": "laid",
        "give": "gave given",
        "go": "went gone",
        "see": "saw seen",
        "know": "knew known",
        "hit": "hit",
        "strike": "struck",
        "shoot": "shot",
        "fight": "fought",
        "lead": "led",
        "understand": "understood",
        "take": "took taken",
        "come": "came",
    }.items()
    for form in forms.split()
}
#: "Repeatedly", but not "reply" or "imply".
_ADVERB = re.compile(r"\w{3}[^\Wp]ly$")
_ENDINGS = ("ing", "ed", "es", "s", "e")


def word_of(cue: str) -> str | None:
    """Find the word of a cue that tells how speech is reported.

    Returns:
        In lower case; None where the cue has no word, as a dash before a name.

    Example:
        >>> word_of("has claimed"), word_of("told reporters"), word_of("–")
        ('claimed', 'told', None)
    """
    words = _WORD.findall(fold(cue).text)
    bearing = [w for w in words if w not in _AUXILIARY and not _ADVERB.search(w)]
    return next(iter(bearing or words), None)


def stem_of(word: str) -> str:
    """Reduce a verb to what all its forms share; not a word itself.

    Example:
        >>> len({stem_of(w) for w in ("claim", "claims", "claimed", "claiming")})
        1
        >>> len({stem_of(w) for w in ("say", "says", "said", "saying")})
        1
        >>> len({stem_of(w) for w in ("slam", "slams", "slammed", "slamming")})
        1
        >>> len({stem_of(w) for w in ("deny", "denies", "denied", "denying")})
        1
    """
    stem = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        kept = stem.removesuffix(ending)
        if kept != stem and len(kept) > 2 and not (ending == "s" and kept[-1] == "s"):
            stem = kept
            break
    if stem[-1] in "iy" and len(stem) > 2:
        return stem[:-1]
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
