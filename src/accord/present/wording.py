"""How values are said to a reader: dates, numbers, stances, names."""

import math
from collections.abc import Iterable
from datetime import date

from accord.model import ActorRef, Figure, Issue, Stance, When

__all__ = [
    "GLYPHS",
    "amount",
    "day",
    "issue_label",
    "names",
    "one_line",
    "period",
    "plural",
    "quoted",
    "spoken_day",
]

_MARKS = {"“": "”", '"': '"', "„": "“", "«": "»"}

#: One sign for each stance, readable without colour; ``ambivalent`` is a torn one, and
#: what leans was read but is too little likely to be stated.
GLYPHS: dict[str, str] = {
    "support": "+",
    "oppose": "−",
    "conditional": "if",
    "unclear": "?",
    "ambivalent": "±",
    "leans-support": "+?",
    "leans-oppose": "−?",
    "leans-conditional": "if?",
}

_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def one_line(text: str) -> str:
    r"""Put words on one line.

    Example:
        >>> one_line("no\n  deal")
        'no deal'
    """
    return " ".join(text.split())


def quoted(words: str) -> str:
    """Put quotation marks around words that do not stand between a pair already.

    Example:
        >>> quoted("all agree"), quoted("“All agree”"), quoted("“All,” he said")
        ('“all agree”', '“All agree”', '““All,” he said”')
    """
    closing = _MARKS.get(words[:1])
    if closing and words.endswith(closing) and closing not in words[1:-1]:
        return words
    return f"“{words}”"


def plural(count: int, word: str, words: str | None = None) -> str:
    """Count things.

    Args:
        count: How many.
        word: One of them.
        words: Several of them, where the ending is not the usual one.

    Example:
        >>> plural(1, "document"), plural(1200, "document")
        ('1 document', '1,200 documents')
    """
    if count == 1:
        return f"1 {word}"
    if words is not None:
        return f"{count:,} {words}"
    ending = "ies" if word.endswith("y") and word[-2] not in "aeiou" else "s"
    stem = word[:-1] if ending == "ies" else word
    return f"{count:,} {stem}{ending}"


def day(when: When | None) -> str | None:
    """Write a date for sorting and for programs: ISO 8601, as exact as it is known.

    Returns:
        ``2024-01-18``, ``2024-01``, ``2024``, ``2024-01-18/20`` (the end without
        what it shares with the start), or None where no day is known.
    """
    if when is None or when.start is None or when.end is None:
        return None
    match when.precision:
        case "day":
            return when.start.isoformat()
        case "month":
            return when.start.isoformat()[:7]
        case "year":
            return when.start.isoformat()[:4]
        case _:
            return _range(when.start, when.end)


def _range(first: date, last: date) -> str:
    """Write a stretch of days as ISO 8601 does, saying nothing twice."""
    begun, ended = first.isoformat(), last.isoformat()
    for shared in ("%Y-%m-", "%Y-"):
        if first.strftime(shared) == last.strftime(shared):
            return f"{begun}/{ended[len(last.strftime(shared)) :]}"
    return f"{begun}/{ended}"


def spoken_day(when: When | None) -> str | None:
    """Write a date for reading, as exact as it is known.

    Example:
        >>> spoken_day(When.on(date(2024, 1, 18)))
        '18 Jan 2024'
    """
    if when is None or when.start is None or when.end is None:
        return None
    match when.precision:
        case "day":
            return _spoken(when.start)
        case "month":
            return f"{_MONTHS[when.start.month - 1]} {when.start.year}"
        case "year":
            return str(when.start.year)
        case _:
            return period(when.start, when.end)


def _spoken(value: date) -> str:
    """Write one day."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def period(first: date, last: date) -> str:
    """Write a stretch of days without saying anything twice.

    Example:
        >>> period(date(2024, 1, 3), date(2024, 3, 5))
        '3 Jan – 5 Mar 2024'
    """
    if first == last:
        return _spoken(first)
    if first.year != last.year:
        return f"{_spoken(first)} – {_spoken(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_spoken(last)}"
    return f"{first.day}–{_spoken(last)}"


def issue_label(issue: Issue | str) -> str:
    """Turn an issue's id into words.

    Example:
        >>> issue_label("guarantees-with-veto")
        'Guarantees with veto'
    """
    words = (issue if isinstance(issue, str) else issue.id).replace("-", " ")
    words = words.replace("_", " ")
    return words[:1].upper() + words[1:]


def names(actors: Iterable[ActorRef]) -> str | None:
    """List actors by name; None if there are none."""
    return ", ".join(actor.name for actor in actors) or None


def stance_key(
    stance: Stance, *, ambivalent: bool = False, leaning: Stance | None = None
) -> str:
    """Name the sign of a stance: torn if it is both, leaning if it is no more than that."""
    if stance != "unclear":
        return stance
    if ambivalent:
        return "ambivalent"
    return f"leans-{leaning}" if leaning else stance


def number(value: float) -> str:
    """Write a number with thousands marked and no needless decimals.

    Example:
        >>> number(2500000.0), number(3.2)
        ('2,500,000', '3.2')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


#: "At least 40" and "up to 40" are told by an end that is the number itself.
_LIMITS = {"low": "at least ", "high": "up to "}


def amount(figure: Figure) -> str:
    """Write a figure's value or range with its unit, its limit and its margin of error."""
    share = figure.unit in {"%", "percent"}
    write = _share if share else number
    told = "about " if figure.approximate else ""
    if figure.value is not None:
        written = write(figure.value)
        ends = {"low": figure.low, "high": figure.high}
        told += next((_LIMITS[k] for k, end in ends.items() if end is not None), "")
    else:
        known = [write(end) for end in (figure.low, figure.high) if end is not None]
        written = "–".join(known) or "?"
    if share:
        margin = f" ± {figure.margin:.1f}" if figure.margin else ""
        return f"{told}{written} %{margin}"
    return f"{told}{written} {figure.unit}".rstrip()


def _share(value: float) -> str:
    """Write a share; two in three are 66.7 %, not 66.66666667 %."""
    exact = math.isclose(value, round(value, 2), abs_tol=1e-9)
    return number(value if exact else round(value, 1))
