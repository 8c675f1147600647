"""Numbers in running text: amounts, shares and counts with their units."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accord.model import Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.carried import Before, carry_unit
from accord.position.reported.amounts.nouns import count_noun, is_person
from accord.position.reported.amounts.units import (
    METRES,
    read_unit,
    sign_pattern,
    unit_pattern,
)
from accord.position.reported.lexicon import any_of, load_table
from accord.text.numbers import NUMBER_PATTERN, read_number
from accord.text.sieve import Sieve

__all__ = ["read_amounts"]

# "500 or more", "40-plus"; after anything else a number is inexact.
_TAILS = {"more": "low", "-plus": "low", "+": "low", "less": "high", "fewer": "high"}
# "12 400 tonnes", as the continent writes thousands; only before a unit.
_SPACED = r"\d{1,3}(?:\s\d{3})+(?!\d)"
_FIGURES = re.compile(r"[\d,]*\d(?:\.\d+)?")
# Whole numbers from here to there without a comma are years, unless said otherwise.
_YEARS = range(1500, 2101)


# "One" in words rarely counts ("one of them"), and "two" only people who are hurt or held.
_LEAST_IN_WORDS = 2
_LEAST_WITH_NOUN = 3


def read_amounts(
    text: str, span: Span, *, before: Before | None = None
) -> Iterator[Amount]:
    """Find the numbers in figures or words that measure or count something.

    Args:
        text: The text.
        span: Where to look.
        before: What was counted before it.

    Cost:
        Linear.
    """
    before = before or Before()
    if not _pattern().may_match(text, span.start, span.end):
        return
    at = span.start
    while match := _pattern().pattern.search(text, at, span.end):
        at = match.end()
        amount = _read(text, match, span, before)
        if amount is None:
            at = match.start() + max(
                1, len(match["lead"] or "") + len(match["also"] or "")
            )
            at = max(at, _skip_digits(text, at, span.end))
            continue
        at = amount.end
        before = before.then(amount)
        yield amount


def _skip_digits(text: str, at: int, end: int) -> int:
    """Go past the rest of a number, so that no part of it is taken for one."""
    while at < end and (text[at].isdigit() or text[at] in ".,"):
        at += 1
    return at


@cache
def _pattern() -> Sieve:
    """Match a number or range with approximator, sign and the unit beside it."""
    table = load_table("figures.yaml")
    sign, unit = sign_pattern(), unit_pattern()
    unnamed = re.sub(r"\?P<\w+>", "?:", unit)
    nouns = any_of(table["currency_nouns"])
    leads = any_of(table["approximators"])
    return Sieve(
        rf"""(?<![\w.,/#:])(?<![\w][-–])
        (?P<lead>(?:(?:{leads})\s+)|~\s?)?(?P<also>(?:{leads})\s+)?
        (?P<between>between\s+|from\s+)?
        (?P<sign>{sign})?
        (?P<minus>minus\s|-(?=\d))?
        (?P<first>[\d,.]*\d(?={METRES})|{_SPACED}(?={unnamed})|{NUMBER_PATTERN}|an?(?!\s+(?:cent|penny|dime)\b)(?=\s+(?:per\s?cent|{nouns})\b))
        (?:(?(between)(?:\s?%|\s+per\s?cent)?)\s?(?P<to>-|–|to|(?(between)and|(?!)))
            \s?(?:{sign})?(?P<second>{NUMBER_PATTERN}))?
        (?P<tail>\s+or\s+(?:so|more|less|fewer|thereabouts)\b|-odd\b|-plus\b|\+)?
        (?P<unit>{unit})?
        (?![\d]|[.,:/]\d|(?:st|nd|rd|th)\b)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _read(text: str, match: re.Match[str], span: Span, before: Before) -> Amount | None:
    """Turn a match into an amount; None if it measures nothing."""
    told = _unit(text, match, span, before)
    if told is None:
        return None
    unit, noun, end = told
    first, second = _ends(match)
    if first is None:
        return None
    start = match.start()
    if match["between"] and second is None:
        start = match.end("between")
    way = _approximation(match)
    amount = Amount(start, end, first, None, None, unit, way == "around", noun)
    if second is not None:
        low, high = sorted((first, second))
        return replace(amount, value=None, low=low, high=high)
    if way == "low":
        return replace(amount, low=first)
    return replace(amount, high=first) if way == "high" else amount


def _unit(
    text: str, match: re.Match[str], span: Span, before: Before
) -> tuple[str, str, int] | None:
    """Return a number's unit, its noun and where its words end."""
    told = read_unit(match)
    if told:
        return *told, match.end()
    may = _may_count(text, match)
    points = _POINTS.match(text, match.end(), span.end)
    if may and points and _is_of_share(text, match, span, before):
        return "percentage points", "", points.end()
    counted = _counted(text, match, span) if may else None
    if counted:
        noun, end = counted
        return noun.split()[-1].lower(), noun, end
    small = not match["first"][0].isdigit() and not match["lead"]
    return carry_unit(text, match, span, before) if may and not small else None


def _approximation(match: re.Match[str]) -> str | None:
    """Tell what the words beside a number make of it; a limit outranks "about"."""
    ways = load_table("figures.yaml")["approximators"]
    words = [w for w in (match["lead"], match["also"]) if w]
    told = [str(ways.get(" ".join(w.lower().split()), "around")) for w in words]
    if match["tail"]:
        told.append(_TAILS.get(match["tail"].lower().split()[-1], "around"))
    return next((way for way in told if way in {"low", "high"}), next(iter(told), None))


def _ends(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return a number, or both ends of a range, in one scale."""
    first = 1.0 if match["first"].lower() in {"a", "an"} else _value(match["first"])
    second = read_number(match["second"]) if match["second"] else None
    if first is not None and match["minus"]:
        first = -first
    if first is None or second is None:
        return first, second
    figures = _FIGURES.match(match["second"])
    if first < second and figures and first < 1000:
        # "90 to 110 million": the scale is that of both.
        bare = read_number(figures.group())
        first *= second / bare if bare else 1
    return first, second


def _value(words: str) -> float | None:
    """Read a number, whose thousands may stand apart."""
    together = "".join(words.split())
    return read_number(together if together.isdigit() else words)


# Where somebody is hurt or held, a small number of people in words is a figure too.
_HARM = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|dead|died|dies|missing|arrest\w*|detain\w*|captur\w*"
    r"|hostages?|abduct\w*|drown\w*|shot|executed|released|freed|rescued|evict\w*|expel\w*"
    r"|deport\w*|sacked|dismissed|jailed|sentenced|charged|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
# Points that a share is up or down, or may be off.
_MARGIN = re.compile(
    r"\bmargin\s+of\s+error\b|(?:%|\bper\s?cent)[^.;]{0,60}\b(?:up|down|by)\s+$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"[\s-]points?\b")
_MOVED = re.compile(
    r"\b(?:up|down|by|lead\s+of|gap\s+of|ahead|fell|rose|dropped|gained|lost|climbed|slipped)\s+$",
    re.IGNORECASE,
)
#: A share moves by no more points; a stock index does.
_MOST_POINTS = 40
_SMALL = 100
# "The truce was broken 14 times since May"; "14 times the rate" counts nothing.
_TIMES = re.compile(
    r"\s+times(?=\s*[.,;:)”\"]|\s+(?:since|in|over|during|on|between|by|this|last|within)\b)"
)


def _counted(text: str, match: re.Match[str], span: Span) -> tuple[str, int] | None:
    """Return the noun that a bare number counts, and where it ends."""
    first = match["first"]
    in_words = not first[0].isdigit() and (read_number(first) or 0) < _SMALL
    plain = in_words and not (match["lead"] or match["tail"] or _is_round(first))
    if not in_words and (often := _TIMES.match(text, match.end(), span.end)):
        return "times", often.end()
    few = in_words and (read_number(first) or 0) < _LEAST_WITH_NOUN
    found = count_noun(text, match.end(), span.end, with_adjective=plain)
    if (found and not few) or not plain:
        return found
    found = count_noun(text, match.end(), span.end)
    harmed = found and is_person(found[0]) and _HARM.search(text, span.start, span.end)
    return found if harmed else None


def _is_of_share(text: str, match: re.Match[str], span: Span, before: Before) -> bool:
    """Tell whether points are those that a share is up or down, or may be off."""
    if _MARGIN.search(text, span.start, match.start()):
        return True
    few = (read_number(match["second"] or match["first"]) or 0) <= _MOST_POINTS
    moved = _MOVED.search(text, max(span.start, match.start() - 30), match.start())
    return few and moved is not None and before.share is not None


def _is_round(words: str) -> bool:
    """Tell "a dozen", and "forty-one", from the small numbers of every talk."""
    return "dozen" in words.lower() or "-" in words


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
