"""Numbers that words only bound: "hundreds of thousands", "several thousand"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.model import Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.nouns import count_noun
from accord.position.reported.lexicon import any_of, load_table
from accord.text.numbers import SCALES
from accord.text.sieve import Sieve

__all__ = ["find_vague"]

_SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_LEAST_OF_SEVERAL = 2


@cache
def _pattern() -> Sieve:
    """Match what bounds a number, and the money that it is of."""
    table = load_table("figures.yaml")
    many = any_of(table["many"])
    nouns = any_of(table["currency_nouns"])
    return Sieve(
        rf"\b(?:(?P<lead>{any_of(table['approximators'])})\s+)?(?:"
        rf"(?:(?P<times>{many})\s+of\s+)?(?P<many>{many})(?:\s+of\b(?=\s+[a-z]))"
        rf"|(?P<several>several|a\s+few|many)\s+(?P<scale>{_SCALE})s?(?:\s+of\b)?"
        rf"|(?P<couple>a\s+couple\s+of)\s+(?P<pair>{_SCALE})s?(?:\s+of\b)?"
        rf")(?:\s+(?P<money>{nouns})s\b)?",
        re.IGNORECASE,
    )


@cache
def _hint() -> Sieve:
    """Match the words without which no amount is vague: few sentences have one."""
    many = any_of(load_table("figures.yaml")["many"])
    return Sieve(rf"\b(?:{many}|several|few|many|couple)\b", re.IGNORECASE)


def find_vague(text: str, span: Span) -> Iterator[Amount]:
    """Find amounts that have a lower end only, and pairs of a round number.

    Cost:
        Linear.
    """
    if _hint().search(text, span.start, span.end) is None:
        return
    table = load_table("figures.yaml")
    for match in _pattern().finditer(text, span.start, span.end):
        end, noun = match.end(), ""
        if match["money"]:
            unit = str(
                table["currency_nouns"][" ".join(match["money"].lower().split())]
            )
        else:
            counted = count_noun(text, match.end(), span.end)
            if counted is None:
                continue
            noun, end = counted
            unit = noun.split()[-1].lower()
        value, low = _bounds(match)
        found = Amount(match.start(), end, value, low, None, unit, noun=noun)
        yield replace(found, approximate=True)


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the number, or what it is no fewer than."""
    many = load_table("figures.yaml")["many"]
    if match["couple"]:
        return 2 * SCALES[match["pair"].lower()], None
    if match["several"]:
        return None, _LEAST_OF_SEVERAL * SCALES[match["scale"].lower()]
    least = float(many[match["many"].lower()])
    if match["times"]:
        # "hundreds of thousands" are two hundred of one thousand.
        least = float(many[match["times"].lower()]) * least / 2
    return None, least
