"""Lengths of time that are terms of a deal or of a demand: "a 40-year lease".

How long something took measures nothing that is bargained over, and stays out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.model import Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.lexicon import any_of, load_table
from accord.text.numbers import NUMBER_PATTERN, read_number
from accord.text.sieve import Sieve

__all__ = ["find_terms"]

_UNITS = r"hour|day|week|month|year"
# Most sentences name no length of time at all.
_HINT = Sieve(
    rf"(?:(?<!\w)|(?=\.))(?:{NUMBER_PATTERN})[\s-](?:{_UNITS})s?\b", re.IGNORECASE
)
# Between a word of bargaining and the length that it is of, nobody tells how long
# something else took.
_APART = re.compile(
    r"[.;:?!]\s|\b(?:that|which|who|after|before|when|ending|following|had|was|were|been|did"
    r"|shut|lasted|talks|ago|earlier|later|last|past|next|first)\b",
    re.IGNORECASE,
)
#: A word of bargaining stands no further before the length of time, in characters.
_FAR = 120


def _length(name: str, leads: str) -> str:
    """Match "at least 30 years", "three to five weeks", with groups of a name."""
    return (
        rf"(?:(?P<{name}lead>{leads})\s+)?(?P<{name}first>{NUMBER_PATTERN})"
        rf"(?:\s?(?:-|–|\bto\b|\bor\b)\s?(?P<{name}second>{NUMBER_PATTERN}))?"
        rf"\s(?P<{name}unit>{_UNITS})s\b"
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Match a length of time in one of the ways in which terms are told."""
    table = load_table("figures.yaml")
    leads, nouns = any_of(table["approximators"]), any_of(table["term_nouns"])
    closed = r"(?!['’]|\s(?:ago|earlier|later|old|before|of\s(?:talks|negotiations|war|conflict)))"
    return re.compile(
        # "a 40-year port lease", "a 35-hour week"
        rf"(?:\b(?P<of_lead>{leads})\s+|\b)(?P<of_first>{NUMBER_PATTERN})-(?P<of_unit>{_UNITS})(?:-long)?"
        rf"(?=\s(?:[a-z-]+\s){{0,2}}(?:{nouns})s?\b)"
        # "a lease of 30 years", "the deal runs for two years", "7.4 per cent over 18 months"
        rf"|\b(?:{nouns})s?\s(?:of|for|over|lasting|running|runs|valid|will\srun|would\srun|will\slast"
        rf"|would\slast|is|was|to)(?:\s(?:for|of|up\sto))?\s{_length('to_', leads)}{closed}"
        rf"|\bfor\sa\s(?:\w+\s)?(?:period|term|duration|minimum)\sof\s{_length('period_', leads)}"
        # "three months' notice"
        rf"|\b(?P<own_first>{NUMBER_PATTERN})\s(?P<own_unit>{_UNITS})s?['’]\s(?=notice\b|grace\b)"
        # "within five years", "over 18 months": only after a word of bargaining
        rf"|\b(?P<how>within|for|over)\s{_length('by_', leads)}{closed}"
        # "could talk about 15 years"
        rf"|\b(?:{any_of(table['term_verbs'])})\s{_length('it_', leads)}{closed}"
        # "cut the week from 37.5 to 36 hours", "35 hours a week"
        rf"|(?<=\bfrom\s)(?P<from_first>{NUMBER_PATTERN})\sto\s(?P<from_second>{NUMBER_PATTERN})"
        rf"\s(?P<from_unit>{_UNITS})s\b",
        re.IGNORECASE,
    )


_WAYS = ("of_", "to_", "period_", "own_", "by_", "it_", "from_")


#: Ways of telling that are of bargaining by themselves.
_CERTAIN = frozenset({"of_", "to_", "period_", "own_", "it_"})


def find_terms(text: str, span: Span) -> Iterator[Amount]:
    """Find the lengths of time that are terms of a deal or of a demand.

    Cost:
        Linear.

    Example:
        >>> text = "They want a 40-year lease."
        >>> [(a.value, a.unit) for a in find_terms(text, Span(0, len(text)))]
        [(40.0, 'years')]
    """
    if _HINT.search(text, span.start, span.end) is None:
        return
    for match in _pattern().finditer(text, span.start, span.end):
        way = next(way for way in _WAYS if match[f"{way}first"])
        bargained = way in _CERTAIN or _is_bargained(text, match, span)
        amount = _read(match, way) if bargained else None
        if amount is not None:
            yield amount


@cache
def _bargaining() -> re.Pattern[str]:
    """Match the words after which a length of time is bargained over."""
    return re.compile(
        rf"\b(?:{any_of(load_table('figures.yaml')['bargaining'])})\b", re.IGNORECASE
    )


def _is_bargained(text: str, match: re.Match[str], span: Span) -> bool:
    """Tell whether a word of bargaining rules a length of time."""
    low = max(span.start, match.start() - _FAR)
    words = list(_bargaining().finditer(text, low, match.start()))
    return bool(words) and not _APART.search(text, words[-1].end(), match.start())


def _read(match: re.Match[str], way: str) -> Amount | None:
    """Make the amount; None if its number cannot be read."""
    groups = match.groupdict()
    first, second = (groups.get(f"{way}{name}") for name in ("first", "second"))
    lead = groups.get(f"{way}lead")
    start = match.start(f"{way}lead" if lead else f"{way}first")
    value = read_number(first or "")
    if value is None:
        return None
    unit = f"{match[f'{way}unit'].lower()}s"
    end = match.end(f"{way}unit")
    end += match.string.startswith("s", end)
    amount = Amount(start, end, value, None, None, unit)
    if second:
        low, high = sorted((value, read_number(second) or value))
        return replace(amount, value=None, low=low, high=high)
    return _limited(amount, lead, within=(match["how"] or "").lower() == "within")


def _limited(amount: Amount, lead: str | None, *, within: bool) -> Amount:
    """Make a length inexact or a limit, as the words before it say."""
    ways = load_table("figures.yaml")["approximators"]
    way = ways.get(" ".join((lead or "").lower().split()), "")
    if way == "low":
        return replace(amount, low=amount.value)
    if way == "high" or within:
        return replace(amount, high=amount.value)
    return replace(amount, approximate=way == "around")
