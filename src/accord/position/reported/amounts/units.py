"""Units: the sign before a number, and the money, measure or share after it."""

import re
from functools import cache

from accord.position.reported.lexicon import any_of, load_table

__all__ = ["METRES", "SHARE", "is_measure", "read_unit", "sign_pattern", "unit_pattern"]

#: Words for a share of a hundred.
SHARE = (
    r"(?:\s|&(?:nbsp|thinsp|\#160|\#8201|\#8239);)?[%％﹪]|\s*-?per\s?cents?\b|\s+pct\b"
    r"|[\s-]percentage[\s-]+points?\b|\s+points?\b(?=\s+percent)|\s+percentages?\b"
)
# "450 m (1,476 ft)", "138m tall": metres, where "m" is else a million.
#: Metres that are written as millions are; after figures only.
METRES = (
    r"\s?m(?=\s(?:\([\d,.]+\s?f(?:ee)?t\)|high\b|tall\b|long\b|wide\b|deep\b"
    r"|(?:above|below)\s(?:normal|average|sea|ground)))"
)


@cache
def sign_pattern() -> str:
    """Build the pattern of what stands before an amount of money."""
    table = load_table("figures.yaml")
    ordered = sorted(table["currency_signs"], key=lambda s: (-len(s), s))
    # A letter that is a sign stands right before its figures: "R40".
    signs = "|".join(
        re.escape(s) + (r"(?=\d)" if len(s) == 1 and s.isalpha() else r"\s?")
        for s in ordered
    )
    codes = "|".join(table["currency_codes"])
    return rf"\\?(?-i:{signs})|(?-i:{codes})\s?(?=\d)"


@cache
def unit_pattern() -> str:
    """Build the pattern of what stands after a number and is its unit."""
    table = load_table("figures.yaml")
    codes = "|".join(table["currency_codes"])
    owners = any_of(
        {one for money in table["currency_owners"].values() for one in money}
    )
    measures = any_of(word for words in table["measures"].values() for word in words)
    short = any_of(table["short_measures"])
    return (
        rf"(?P<share>{SHARE})|\s(?-i:{codes})\b|\s?(?P<after>{any_of(table['signs_after'])})"
        rf"|(?P<metres>{METRES})"
        rf"|\s+(?:(?P<owner>{owners})\s+)?(?P<money>{any_of(table['currency_nouns'])})s?\b"
        rf"|(?:\s+|-)(?P<measure>{measures})\b(?![-’'])"
        rf"|(?<=\d)\s?(?P<short>(?-i:{short}))(?![\w²])|(?<=lion)\s(?P<scaled>(?-i:{short}))(?![\w²])"
    )


def read_unit(match: re.Match[str]) -> tuple[str, str] | None:
    """Return the unit beside a number, and the words of a measure; None if none."""
    table = load_table("figures.yaml")
    if match["sign"]:
        sign = match["sign"].strip().lstrip("\\")
        return str(table["currency_signs"].get(sign, sign)), ""
    words = " ".join((match["unit"] or "").split())
    if not words:
        return None
    if match["money"]:
        return _money(match), ""
    if match["after"]:
        return str(table["currency_signs"][match["after"]]), ""
    if match["share"]:
        return ("percentage points" if "point" in words.lower() else "percent"), ""
    measure = _measure(match)
    return (measure, words.lstrip("-")) if measure else (words, "")


def _measure(match: re.Match[str]) -> str | None:
    """Name a measure by its words or by its short form."""
    if match["metres"]:
        return "metres"
    if match["measure"]:
        return _measures()[match["measure"].lower()]
    short = match["short"] or match["scaled"]
    if not short:
        return None
    return str(load_table("figures.yaml")["short_measures"][" ".join(short.split())])


def _money(match: re.Match[str]) -> str:
    """Name a currency by its noun and whose it is."""
    table = load_table("figures.yaml")
    noun = " ".join(match["money"].lower().split())
    owner = " ".join((match["owner"] or "").lower().split())
    codes = table["currency_owners"].get(noun, {})
    code = codes.get(owner) or table["currency_nouns"][noun]
    return str(code)


@cache
def _measures() -> dict[str, str]:
    """Map the spellings of measures to their units."""
    table = load_table("figures.yaml")["measures"]
    return {word.lower(): unit for unit, words in table.items() for word in words}


def is_measure(unit: str) -> bool:
    """Tell whether a unit measures, as kilometres do."""
    table = load_table("figures.yaml")
    return unit in table["measures"] or unit in table["short_measures"].values()
