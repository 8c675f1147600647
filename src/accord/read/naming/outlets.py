"""The words that outlets are named with."""

import re

from accord.read.lexicon import lexicon

__all__ = ["is_outlet_name", "split_site"]

_SITE = re.compile(r"\s+[|–—-]\s+(?=[^|–—]{2,60}\Z)")

_PLAIN_WORDS = frozenset(
    """
    the of and latest breaking top more our all other last full local national
    international foreign regional today's daily weekly morning evening sunday
    el la le les der die das il de du del
    """.split()
)
# As the furniture lexicon's, in other languages; German ones are ends of words.
_FOREIGN = frozenset(
    """
    zeitung anzeiger kurier rundschau nachrichten presse diario periódico gaceta noticias
    prensa courrier quotidien gazette corriere giornale gazzetta notizie jornal dagblad
    krant gazeta новости вести газета известия ведомости
    """.split()
)
_GERMAN_ENDS = (
    "zeitung",
    "tageblatt",
    "anzeiger",
    "kurier",
    "rundschau",
    "nachrichten",
)
# Outlets are named so too, but so are many other things: these count only where the
# name stands beside a date, or behind "The".
_WEAK = frozenset(
    "register record review star sun voice quarterly monthly newsletter blog".split()
)


def is_outlet_name(name: str, *, beside_date: bool = False) -> bool:
    """Tell whether a name holds a word that outlets are named with.

    Args:
        name: A proper name.
        beside_date: Whether it stands beside a date, where papers print their names.

    Example:
        >>> is_outlet_name("The Harbour Post"), is_outlet_name("World News")
        (True, False)
        >>> (
        ...     is_outlet_name("Port Review"),
        ...     is_outlet_name("Port Review", beside_date=True),
        ... )
        (False, True)
    """
    words = name.lower().replace("’", "'").split()
    known = lexicon()
    if " ".join(words) in known.sections or len(words) < 2:
        return False
    strong = known.media | _FOREIGN
    used = strong | _WEAK if beside_date or words[0] == "the" else strong
    media = [
        i
        for i, word in enumerate(words)
        if (word in used or word.endswith(_GERMAN_ENDS))
        and (words[i + 1 :] or ["of"])[0] in {"of", "de", "del", "du"}
    ]
    rest = [w for w in words if w not in used and w not in _PLAIN_WORDS]
    # "World News" or "Latest Reports" are parts of a page.
    return bool(media) and any(word not in known.sections for word in rest)


def split_site(title: str) -> tuple[str, str | None]:
    """Part a headline from the outlet's name that pages put behind it.

    Example:
        >>> split_site("No deal on tolls | Harbour Ledger")
        ('No deal on tolls', 'Harbour Ledger')
        >>> split_site("Talks - and no end")
        ('Talks - and no end', None)
    """
    borders = list(_SITE.finditer(title))
    if borders and is_outlet_name(title[borders[-1].end() :]):
        return title[: borders[-1].start()], title[borders[-1].end() :]
    return title, None
