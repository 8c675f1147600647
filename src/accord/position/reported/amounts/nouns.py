"""The noun that a number counts."""

import re
from functools import cache

from accord.position.reported.lexicon import load_table
from accord.text.months import MONTHS

__all__ = ["count_noun", "is_person"]

# Words between a number and the noun it counts.
_MOST_ADJECTIVES = 2
# "20 January speaks of it": a day counts nothing.
_MONTHS = frozenset(name.capitalize() for name in MONTHS)
# After these words no noun belongs to the number any more.
_BREAKS = frozenset(
    "of in on at to for from by with and or but as than that which who is are was were "
    "has have had will would can could may might said says after before during until "
    "between per the a an his her its their our it they he she we you i not".split()
)


@cache
def _noun_pattern() -> re.Pattern[str]:
    """Match the words that a number counts: some words, the last one a plural."""
    return re.compile(
        rf"\s+(?:of\s+(?:its|their|his|her|our)\s+)?((?:[a-zA-Z][\w’'-]*\s+){{0,{_MOST_ADJECTIVES}}}[A-Za-z][\w-]+)"
    )


def count_noun(
    text: str, start: int, limit: int, *, with_adjective: bool = False
) -> tuple[str, int] | None:
    """Return the noun that a number before an offset counts, and where it ends.

    Args:
        text: The text.
        start: Where the number ends.
        limit: Where the sentence ends.
        with_adjective: Whether the noun may not stand right behind the number.
    """
    after = _noun_pattern().match(text, start, limit)
    if not after:
        return None
    words = after[1].split()
    table = load_table("figures.yaml")
    for number, word in enumerate(words):
        low = word.lower()
        if (
            word in _MONTHS
            or low in table["time_nouns"]
            or low.removesuffix("s") in table["time_nouns"]
        ):
            break
        if _is_plural(low) and low not in table["not_counted"]:
            if with_adjective and not number:
                break
            end = after.start(1) + sum(map(len, words[:number])) + number + len(word)
            return " ".join(words[: number + 1]), end
        if low in _BREAKS:
            break
    return None


def is_person(noun: str) -> bool:
    """Tell whether a noun counts people."""
    return noun.rsplit(maxsplit=1)[-1].lower() in load_table("figures.yaml")["persons"]


def _is_plural(word: str) -> bool:
    """Tell whether a word is a plural noun by its look."""
    if word.rpartition("-")[2] in load_table("figures.yaml")["plurals"]:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )
