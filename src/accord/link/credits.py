"""Credit: does a document name where it took its words from?"""

import re
from functools import cache, lru_cache
from importlib import resources

from accord.link.tokens import tokens
from accord.model import Dossier, Span, Via

__all__ = ["is_credited", "is_named_by", "outlet_key"]

# In characters to either side of an outlet's name; about ten words.
_NEAR = 60
_DOMAIN = re.compile(r"^(?:www\.)?([\w-]+)\.(?:com|org|net|info|eu|co\.\w\w|\w\w)$")
_ANY_CREDIT = re.compile(
    r"\b(?:reported|quoted|cited|carried|published|obtained|seen)\s+(?:by|in)\b"
    r"|\b(?:citing|quoting)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """Make spellings of an outlet's name equal.

    Example:
        >>> outlet_key("The Harbour Post") == outlet_key("harbour post")
        True
        >>> outlet_key("www.rt.com"), outlet_key("outlet:rt")
        ('rt', 'rt')
    """
    bare = name.removeprefix("outlet:").strip()
    domain = _DOMAIN.match(bare.lower())
    folded = [word for word, _ in tokens(domain.group(1) if domain else bare)]
    return "".join(folded[1:] if folded[:1] == ["the"] and folded[1:] else folded)


def is_named_by(via: Via, outlet: str | None) -> bool:
    """Tell whether someone who passed words on is this outlet."""
    if outlet is None:
        return False
    names = {outlet_key(via.name), outlet_key(via.actor or via.name)}
    return outlet_key(outlet) in names


def is_credited(dossier: Dossier, outlet: str | None, *, near: Span) -> bool | None:
    """Tell whether a document credits an outlet.

    Args:
        dossier: The document that may have taken words over.
        outlet: Name of the outlet they may come from; None if it is not known.
        near: The stretch of the document that has the shared words.

    Returns:
        True if a phrase or a chain of passing-on names the outlet; False if not.
        If the outlet's name is unknown: False if nobody at all is credited in the
        paragraphs of the shared words, else None.

    Cost:
        Linear in the length of the text.
    """
    text = dossier.document.text
    if outlet is None:
        start = text.rfind("\n", 0, near.start) + 1
        end = text.find("\n", near.end)
        end = len(text) if end < 0 else end
        passed = any(
            a.via and start <= a.content.start < end for a in dossier.attributions
        )
        return None if passed or _ANY_CREDIT.search(text, start, end) else False
    if any(is_named_by(via, outlet) for a in dossier.attributions for via in a.via):
        return True
    return any(
        _is_credit(text, match.start(), match.end())
        for match in _name_pattern(outlet).finditer(text)
    )


@lru_cache(maxsize=4096)
def _name_pattern(outlet: str) -> re.Pattern[str]:
    """Find an outlet's name; case counts, since names may be common words."""
    bare = outlet.removeprefix("The ").removeprefix("the ")
    domain = _DOMAIN.match(bare.lower())
    names = {bare, domain.group(1), domain.group(1).upper()} if domain else {bare}
    either = "|".join(re.escape(name) for name in sorted(names, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _is_credit(text: str, start: int, end: int) -> bool:
    """Tell whether a credit word stands beside a name, in the same line."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    return any(word in _credit_words() for word, _ in tokens(f"{before} . {after}"))


@cache
def _credit_words() -> frozenset[str]:
    """Load the words that credit."""
    place = resources.files("accord.link") / "data" / "credit_words.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line[:1] not in {"#", ""})
