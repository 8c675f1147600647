"""Credit: does a document name where it took its words from?"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from accord.link.words.tokens import tokens
from accord.model import Attribution, Span, Via

__all__ = ["Credits", "is_credited", "outlet_key", "outlet_keys"]

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
    folded = [word for word, _, _ in tokens(domain.group(1) if domain else bare)]
    return "".join(folded[1:] if folded[:1] == ["the"] and folded[1:] else folded)


def outlet_keys(via: Via) -> tuple[str, ...]:
    """Give the comparable names of someone who passed words on."""
    return tuple({outlet_key(via.name): 0, outlet_key(via.actor or via.name): 0})


@dataclass(frozen=True, slots=True)
class Credits:
    """Who passed words on, as a document's attributions say.

    Attributes:
        passed: For each attribution that names somebody, where its content begins
            and the comparable names.
    """

    passed: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> "Credits":
        """Gather them."""
        return cls(
            tuple(
                (
                    a.content.start,
                    tuple(key for via in a.via for key in outlet_keys(via)),
                )
                for a in attributions
                if a.via
            )
        )

    def name(self, outlet: str) -> bool:
        """Tell whether any chain of passing-on names an outlet."""
        key = outlet_key(outlet)
        return any(key in keys for _, keys in self.passed)


def is_credited(
    text: str, credits_: Credits, outlet: str | None, *, near: Callable[[], Span]
) -> bool | None:
    """Tell whether a document credits an outlet.

    Args:
        text: Of the document that may have taken words over.
        credits_: Its chains of passing-on.
        outlet: Name of the outlet they may come from; None if it is not known.
        near: Gives the stretch of the document that has the shared words.

    Returns:
        True if a phrase or a chain of passing-on names the outlet; False if not.
        If the outlet's name is unknown: False if nobody at all is credited in the
        paragraphs of the shared words, else None.

    Cost:
        Linear in the length of the text.
    """
    if outlet is None:
        stretch = near()
        start = text.rfind("\n", 0, stretch.start) + 1
        end = text.find("\n", stretch.end)
        end = len(text) if end < 0 else end
        passed = any(start <= place < end for place, _ in credits_.passed)
        return None if passed or _ANY_CREDIT.search(text, start, end) else False
    if credits_.name(outlet):
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
    return any(word in _credit_words() for word, _, _ in tokens(f"{before} . {after}"))


@cache
def _credit_words() -> frozenset[str]:
    """Load the words that credit."""
    place = resources.files("accord.link") / "data" / "credit_words.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line[:1] not in {"#", ""})
