"""Numbers in running text: amounts, shares and counts with their units."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.model import Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.nouns import count_noun, is_person
from accord.position.reported.amounts.units import (
    read_unit,
    sign_pattern,
    unit_pattern,
)
from accord.position.reported.lexicon import any_of, load_table
from accord.text.numbers import NUMBER_PATTERN, read_number

__all__ = ["read_amounts"]

_FIGURES = re.compile(r"[\d,]*\d(?:\.\d+)?")
# Whole numbers from here to there without a comma are years, unless said otherwise.
_YEARS = range(1500, 2101)


# "One" and "two" in words rarely count: "one of them", "the two sides".
_LEAST_IN_WORDS = 3


def read_amounts(text: str, span: Span) -> Iterator[Amount]:
    """Find the numbers in figures or words that measure or count something.

    Cost:
        Linear.
    """
    last: Amount | None = None
    at = span.start
    while match := _pattern().search(text, at, span.end):
        at = match.end()
        amount = _read(text, match, span, last)
        if amount is None:
            at = match.start() + max(1, len(match["lead"] or ""))
            at = max(at, _skip_digits(text, at, span.end))
            continue
        at = amount.end
        last = amount
        yield amount


def _skip_digits(text: str, at: int, end: int) -> int:
    """Go past the rest of a number, so that no part of it is taken for one."""
    while at < end and (text[at].isdigit() or text[at] in ".,"):
        at += 1
    return at


@cache
def _pattern() -> re.Pattern[str]:
    """Match a number or range with approximator, sign and the unit beside it."""
    table = load_table("figures.yaml")
    sign, unit = sign_pattern(), unit_pattern()
    nouns = any_of(table["currency_nouns"])
    return re.compile(
        rf"""(?<![\w.,/#:])(?<![\w][-–])
        (?P<lead>(?:(?:{any_of(table["approximators"])})\s+)|~\s?)?
        (?P<between>between\s+|from\s+)?
        (?P<sign>{sign})?
        (?P<minus>minus\s|-(?=\d))?
        (?P<first>{NUMBER_PATTERN}|an?(?!\s+(?:cent|penny|dime)\b)(?=\s+(?:per\s?cent|{nouns})\b))
        (?:\s?(?P<to>-|–|to|and)\s?(?:{sign})?(?P<second>{NUMBER_PATTERN}))?
        (?P<tail>\s+or\s+so\b|-odd\b)?
        (?P<unit>{unit})?
        (?![\d]|[.,:/]\d|(?:st|nd|rd|th)\b)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _read(
    text: str, match: re.Match[str], span: Span, last: Amount | None
) -> Amount | None:
    """Turn a match into an amount; None if it measures nothing."""
    start, end = match.span()
    told = read_unit(match)
    if told is None:
        counted = _counted(text, match, span) or _borrowed(text, match, span, last)
        if counted is None:
            return None
        noun, end = counted
        unit = noun.split()[-1].lower()
        if unit == "points":
            unit, noun = "percentage points", ""
    else:
        unit, noun = told
    first, second = _ends(match)
    if first is None:
        return None
    if match["between"] and second is None:
        start += len(match["lead"] or "") + len(match["between"])
    way = _approximation(match)
    amount = Amount(start, end, first, None, None, unit, way == "around", noun)
    if second is not None:
        return replace(amount, value=None, low=first, high=second)
    if way == "low":
        return replace(amount, low=first)
    return replace(amount, high=first) if way == "high" else amount


def _approximation(match: re.Match[str]) -> str | None:
    """Tell what the word before a number makes of it."""
    if match["tail"]:
        return "around"
    if not match["lead"]:
        return None
    lead = " ".join(match["lead"].lower().split())
    return str(load_table("figures.yaml")["approximators"].get(lead, "around"))


def _ends(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return a number, or both ends of a range, in one scale."""
    first = (
        1.0 if match["first"].lower() in {"a", "an"} else read_number(match["first"])
    )
    second = read_number(match["second"]) if match["second"] else None
    if first is not None and match["minus"]:
        first = -first
    if first is None or second is None:
        return first, second
    if match["to"] == "and" and not (match["between"] or "").strip():
        return first, None
    figures = _FIGURES.match(match["second"])
    if first < second and figures and first < 1000:
        # "90 to 110 million": the scale is that of both.
        bare = read_number(figures.group())
        first *= second / bare if bare else 1
    return first, second


# Where somebody is hurt or held, a small number of people in words is a figure too.
_HARM = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|dead|died|dies|missing|arrest\w*|detain\w*|captur\w*"
    r"|hostages?|abduct\w*|drown\w*|shot|executed|released|freed|rescued)\b",
    re.IGNORECASE,
)
# Points that a share is up or down, or may be off.
_MARGIN = re.compile(
    r"\bmargin\s+of\s+error\b|(?:%|\bper\s?cent)[^.;]{0,60}\b(?:up|down|by)\s+$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\s+points?\b")
_SMALL = 100


def _counted(text: str, match: re.Match[str], span: Span) -> tuple[str, int] | None:
    """Return the noun that a bare number counts, and where it ends."""
    if not _may_count(text, match):
        return None
    points = _POINTS.match(text, match.end(), span.end)
    if points and _MARGIN.search(text, span.start, match.start()):
        return "points", points.end()
    first = match["first"]
    in_words = not first[0].isdigit() and (read_number(first) or 0) < _SMALL
    plain = in_words and not (match["lead"] or match["tail"] or _is_round(first))
    found = count_noun(text, match.end(), span.end, with_adjective=plain)
    if found or not plain:
        return found
    found = count_noun(text, match.end(), span.end)
    harmed = found and is_person(found[0]) and _HARM.search(text, span.start, span.end)
    return found if harmed else None


def _is_round(words: str) -> bool:
    """Tell "a dozen", and "forty-one", from the small numbers of every talk."""
    return "dozen" in words.lower() or "-" in words


# "151 of 300 seats": the noun is that of the second number.
_OF = re.compile(
    rf"\s+of\s+(?:the\s+|its\s+)?{NUMBER_PATTERN}(?=\s+[a-z])", re.IGNORECASE
)
# "217 votes to 213"
_AGAINST = re.compile(r"\s+(?:to|against)\s+$")
_VOTES = frozenset({"votes", "seats"})
_MANY = 1000


def _borrowed(
    text: str, match: re.Match[str], span: Span, last: Amount | None
) -> tuple[str, int] | None:
    """Take the noun of a number beside: "151 of 300 seats", "217 votes to 213"."""
    small = not match["first"][0].isdigit() and not match["lead"]
    if small or match["second"] or not _may_count(text, match):
        return None
    whole = _OF.match(text, match.end(), span.end)
    if whole:
        found = count_noun(text, whole.end(), span.end)
        return (found[0], match.end()) if found else None
    if last is None or not last.noun:
        return None
    between = text[last.end : match.start()]
    if last.unit in _VOTES and _AGAINST.fullmatch(between):
        return last.noun, match.end()
    large = (read_number(match["first"]) or 0) >= _MANY and bool(match["lead"])
    return ("people", match.end()) if large and _counts_people(last.noun) else None


def _counts_people(noun: str) -> bool:
    """Tell whether a noun, or what became of them, is of people."""
    return is_person(noun) or noun.rsplit(maxsplit=1)[-1] in {
        "killed",
        "displaced",
        "wounded",
    }


def _may_count(text: str, match: re.Match[str]) -> bool:
    """Tell whether a bare number may count something."""
    table = load_table("figures.yaml")
    before = text[max(0, match.start() - 20) : match.start()].split()
    if before and before[-1].lower().strip('(.,“"') in table["reference_words"]:
        return False
    first = match["first"]
    value = read_number(first)
    if value is None or match["second"]:
        return value is not None and first[0].isdigit()
    if not first[0].isdigit():
        return value >= _LEAST_IN_WORDS
    year = value in _YEARS and "," not in first
    return not year or bool(match["lead"])
