"""Numbers in running text: amounts, shares and counts with their units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from accord.model import Alternate, Span
from accord.position.reported.lexicon import any_of, load_table
from accord.text.numbers import NUMBER_PATTERN, read_number

__all__ = ["Amount", "find_amounts"]

_PERCENT = (
    r"\s?%|\s*-?per\s?cents?\b|\s+percentage\s+points?\b|\s+points?\b(?=\s+percent)"
    r"|\s+percentages?\b"
)
_FIGURES = re.compile(r"[\d,]*\d(?:\.\d+)?")
# Words between a number and the noun it counts.
_MOST_ADJECTIVES = 2
# Whole numbers from here to there without a comma are years, unless said otherwise.
_YEARS = range(1500, 2101)


# "One" and "two" in words rarely count: "one of them", "the two sides".
_LEAST_IN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, as it stands in a text.

    Attributes:
        start: First character, in code points of the text; approximators included.
        end: One past the last character; a conversion in brackets included.
        value: The number; None if only a range is given.
        low: Lower end of a range, or what it is more than; None if none.
        high: Upper end of a range, or what it is at most; None if none.
        unit: ``percent``, an ISO 4217 code or a noun in lower case.
        approximate: Whether it is said to be inexact.
        noun: The words that are counted; empty for money and shares.
        alternate: The same amount in another currency; None if none.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    approximate: bool
    noun: str
    alternate: Alternate | None = None


def find_amounts(text: str, span: Span) -> Iterator[Amount]:
    """Find the numbers that measure something.

    Ordinals, dates, ages, times of day, numbers of articles and list numbers measure
    nothing here, nor do one and two in words, nor other words below a hundred right
    before their noun, except for money and shares: "two sides" and "three men" are no
    figures, "seven member states" is one.

    Args:
        text: Any text.
        span: The sentence to look in.

    Returns:
        Amounts in text order, not overlapping; a conversion in brackets is part of
        the amount before it.

    Cost:
        Linear.

    Example:
        >>> text = "some 17 million euros ($17.7 million)"
        >>> [a] = find_amounts(text, Span(0, len(text)))
        >>> a.value, a.unit, a.approximate, a.alternate
        (17000000.0, 'EUR', True, Alternate(value=17700000.0, unit='USD'))
    """
    pending: Amount | None = None
    at = span.start
    while match := _pattern().search(text, at, span.end):
        at = match.end()
        amount = _read(text, match, span)
        if amount is None:
            at = match.start() + max(1, len(match["lead"] or ""))
            at = max(at, _skip_digits(text, at, span.end))
            continue
        at = amount.end
        joined = pending and _as_conversion(text, pending, amount)
        if joined:
            yield joined
            pending = None
            at = joined.end
            continue
        if pending:
            yield pending
        pending = amount
    if pending:
        yield pending


def _skip_digits(text: str, at: int, end: int) -> int:
    """Go past the rest of a number, so that no part of it is taken for one."""
    while at < end and (text[at].isdigit() or text[at] in ".,"):
        at += 1
    return at


@cache
def _pattern() -> re.Pattern[str]:
    """Match a number or range with approximator, sign and the unit beside it."""
    table = load_table("figures.yaml")
    signs = "|".join(
        re.escape(s)
        for s in sorted(table["currency_signs"], key=lambda s: (-len(s), s))
    )
    codes = "|".join(table["currency_codes"])
    nouns = any_of(table["currency_nouns"])
    return re.compile(
        rf"""(?<![\w.,/#:])(?<![\w][-–])
        (?P<lead>(?:(?:{any_of(table["approximators"])})\s+)|~\s?)?
        (?P<between>between\s+|from\s+)?
        (?P<sign>\\?(?:{signs})\s?|(?:{codes})\s)?
        (?P<minus>minus\s|-(?=\d))?
        (?P<first>{NUMBER_PATTERN}|an?(?!\s+(?:cent|penny|dime)\b)(?=\s+(?:per\s?cent|{nouns})\b))
        (?:\s?(?P<to>-|–|to|and)\s?(?:\\?(?:{signs})\s?)?(?P<second>{NUMBER_PATTERN}))?
        (?P<unit>{_PERCENT}|\s(?:{codes})\b|\s+(?:{nouns})s?\b)?
        (?![\d]|[.,:/]\d|(?:st|nd|rd|th)\b)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _read(text: str, match: re.Match[str], span: Span) -> Amount | None:
    """Turn a match into an amount; None if it measures nothing."""
    unit = _unit(match)
    start, end, noun = match.start(), match.end(), ""
    if unit is None:
        counted = _counted(text, match, span)
        if counted is None:
            return None
        noun, end = counted
        unit = noun.split()[-1].lower()
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
    if not match["lead"]:
        return None
    lead = " ".join(match["lead"].lower().split())
    return str(load_table("figures.yaml")["approximators"].get(lead, "around"))


def _unit(match: re.Match[str]) -> str | None:
    """Return the unit that stands directly beside a number."""
    table = load_table("figures.yaml")
    if match["sign"]:
        sign = match["sign"].strip().lstrip("\\").upper()
        return str(table["currency_signs"].get(sign, sign))
    words = " ".join((match["unit"] or "").lower().split())
    if not words:
        return None
    if words[0] == "%" or words.startswith(("percent", "per cent")):
        return "percentage points" if "point" in words else "percent"
    if words.upper() in table["currency_codes"]:
        return words.upper()
    nouns = table["currency_nouns"]
    return str(nouns.get(words) or nouns.get(words.removesuffix("s"), words))


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


@cache
def _noun_pattern() -> re.Pattern[str]:
    """Match the words that a number counts: some words, the last one a plural."""
    return re.compile(
        rf"\s+((?:[a-zA-Z][\w’'-]*\s+){{0,{_MOST_ADJECTIVES}}}[a-z][\w-]+)"
    )


def _counted(text: str, match: re.Match[str], span: Span) -> tuple[str, int] | None:
    """Return the noun that a bare number counts, and where it ends."""
    if not _may_count(text, match):
        return None
    after = _noun_pattern().match(text, match.end(), span.end)
    if not after:
        return None
    words = after[1].split()
    small = not match["first"][0].isdigit() and (read_number(match["first"]) or 0) < 100
    table = load_table("figures.yaml")
    for number, word in enumerate(words):
        low = word.lower()
        if low in table["time_nouns"] or low.removesuffix("s") in table["time_nouns"]:
            break
        if _is_plural(low) and low not in table["not_counted"]:
            if small and not number:
                break
            end = after.start(1) + sum(map(len, words[:number])) + number + len(word)
            return " ".join(words[: number + 1]), end
        if low in _BREAKS:
            break
    return None


# After these words no noun belongs to the number any more.
_BREAKS = frozenset(
    "of in on at to for from by with and or but as than that which who is are was were "
    "has have had will would can could may might said says after before during until "
    "between per the a an his her its their our it they he she we you i not".split()
)


def _is_plural(word: str) -> bool:
    """Tell whether a word is a plural noun by its look."""
    if word in load_table("figures.yaml")["plurals"]:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


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


def _as_conversion(text: str, one: Amount, other: Amount) -> Amount | None:
    """Join "17 million euros" and "($17.7 million)"."""
    gap = text[one.end : other.start].strip()
    closed = text[other.end : other.end + 1]
    money = one.unit not in {"percent", other.unit} and not one.noun and not other.noun
    if gap not in {"(", "(or"} or closed != ")" or not money or other.value is None:
        return None
    return replace(one, end=other.end + 1, alternate=Alternate(other.value, other.unit))
