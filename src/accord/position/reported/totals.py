"""Totals: amounts that a text says are made up of others, wherever it says so.

"a gap of $22m: $9m in wages, $8m in repairs and $4m in transport"; "The offer consists of
€800m for cranes and €450m for dredging", two paragraphs after the offer was told; "... and
£4.5m for moving. In all, £19m."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from accord.model import Document, Figure, Span
from accord.text import sentences

__all__ = ["Total", "find_totals"]

# Parts that are all of what is said to be made up of them.
_CONSISTS = re.compile(
    r"\b(?:The|the|This|this|That|Its|its|Their|their)\s+(?:[\w’'-]+\s+){0,3}?(?P<noun>[a-z]{3,})\s+(?:would\s+|will\s+)?"
    r"(?:consists?\s+of|comprises?|is\s+(?:made\s+up|composed)\s+of|was\s+(?:made\s+up|composed)\s+of"
    r"|be\s+made\s+up\s+of|breaks\s+down\s+(?:into|as)|is\s+(?:split|divided)\s+into)\s*:?\s*$"
)
_OPENS = re.compile(r"[^.;]{0,60}:\s*(?:[a-z]+\s+){0,2}|[^.;\d]{0,60}\s[–—-]\s")
_OF_WHICH = re.compile(
    r"[^.;\d]{0,60}\b(?:of\s+which|made\s+up\s+of|consisting\s+of|comprising)\s+(?:[a-z]+\s+){0,2}"
)
_NEXT = re.compile(r"[^.;:()\d]{0,80}?(?:,|\band\b|,\s+and\b|\bplus\b)[^.;:()\d]{0,30}")
_AND = re.compile(r"\b(?:and|plus)\b")
_IN_ALL = re.compile(
    r"[^\d:]{0,80}\b(?:[Ii]n\s+(?:all|total)|[Aa]ltogether|[Aa]\s+total\s+of|[Tt]otall?ing)[\s,]+(?:that\s+is\s+)?"
)
_FIGURES = re.compile(r"[\d,]*\d(?:\.(?P<decimals>\d+))?")
_FEWEST_PARTS = 2
#: A total told so many sentences before is spoken of no more.
_FAR = 12
#: What a total told as "roughly" may be off, as a share of it.
_ROUGH = 0.02
#: Parts that miss a total by more are not all of it, as shares of the total.
_NOT_ALL = {"consists": 0.5, "listed": 0.25, "of which": 0.1}


@dataclass(frozen=True, slots=True)
class Total:
    """Amounts that a text adds up.

    Attributes:
        parts: The amounts, in text order.
        total: What they should make.
        slack: By how much they may miss it.
        start: First character, in the document.
        end: One past the last character.
    """

    parts: tuple[float, ...]
    total: float
    slack: float
    start: int
    end: int


def find_totals(document: Document, figures: Sequence[Figure]) -> Iterator[Total]:
    """Find the totals of a document whose parts are told.

    Args:
        document: The document.
        figures: Its figures, in text order.

    Returns:
        Totals whose parts are told in full: parts that come nowhere near are examples.

    Cost:
        Linear.
    """
    exact = [f for f in figures if f.value is not None and f.unit != "percent"]
    if not exact:
        return
    places = list(sentences(document.text))
    number = _sentence_of(exact, places)
    at = 0
    while at < len(exact):
        run = _run(document.text, exact[at : at + _MOST_PARTS])
        found = _of_run(document.text, exact, at, run, (places, number))
        if found:
            yield found
        at += max(1, len(run))


#: Nouns that name no amount before others.
_ANY = frozenset({"money", "sum", "total", "amount", "figure"})
#: Numbers are rounded evenly to both sides: how many standard errors hold 95 % of what
#: rounding alone may put their sum off.
_Z_95 = 1.96
#: No total has more parts than this.
_MOST_PARTS = 12


def _sentence_of(figures: Sequence[Figure], places: Sequence[Span]) -> list[int]:
    """Tell in which sentence each figure stands, by number."""
    numbers, at = [], 0
    for figure in figures:
        while at + 1 < len(places) and places[at].end <= figure.evidence.start:
            at += 1
        numbers.append(at)
    return numbers


def _run(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Take the figures from the first on that are listed and of one unit."""
    run = [figures[0]]
    for figure in figures[1:]:
        between = (run[-1].evidence.end, figure.evidence.start)
        listed = _NEXT.fullmatch(text, *between)
        if (
            figure.unit != run[0].unit
            or not listed
            or _OF_WHICH.fullmatch(text, *between)
        ):
            break
        run.append(figure)
    return run


def _of_run(
    text: str,
    figures: Sequence[Figure],
    at: int,
    run: Sequence[Figure],
    where: tuple[Sequence[Span], Sequence[int]],
) -> Total | None:
    """Find the total of a list of figures: before it, behind it, or told earlier."""
    if len(run) < _FEWEST_PARTS:
        return None
    if not _AND.search(text, run[-2].evidence.end, run[-1].evidence.start):
        return None
    places, number = where
    opened = text[places[number[at]].start : run[0].evidence.start]
    consists = _CONSISTS.search(opened)
    if consists:
        whole = _told_before(text, figures, at, consists["noun"], where)
        return _total(run, whole, "consists") if whole else None
    before = figures[at - 1] if at else None
    if before and before.unit == run[0].unit:
        gap = (before.evidence.end, run[0].evidence.start)
        for kind, pattern in (("of which", _OF_WHICH), ("listed", _OPENS)):
            if pattern.fullmatch(text, *gap):
                return _total(run, before, kind)
    return _closing(text, figures, at, run)


def _closing(
    text: str, figures: Sequence[Figure], at: int, run: Sequence[Figure]
) -> Total | None:
    """Find the total that follows a list: "In all, £19m"."""
    if at + len(run) >= len(figures):
        return None
    behind = figures[at + len(run)]
    gap = (run[-1].evidence.end, behind.evidence.start)
    if behind.unit != run[0].unit or not _IN_ALL.fullmatch(text, *gap):
        return None
    return _total(run, behind, "listed")


def _told_before(
    text: str,
    figures: Sequence[Figure],
    at: int,
    noun: str,
    where: tuple[Sequence[Span], Sequence[int]],
) -> Figure | None:
    """Find the amount of "the offer" in a sentence before: the last that tells of one."""
    places, number = where
    for other in range(at - 1, -1, -1):
        if number[at] - number[other] > _FAR:
            return None
        place = places[number[other]]
        told = _speaks_of(noun, text[place.start : place.end])
        if figures[other].unit == figures[at].unit and told:
            return figures[other]
    return None


def _speaks_of(noun: str, words: str) -> bool:
    """Tell whether words speak of "the offer"; any amount is "the money"."""
    if noun in _ANY:
        return True
    stem = noun.removesuffix("ment")
    return re.search(rf"\b{stem}", words, re.IGNORECASE) is not None


def _total(parts: Sequence[Figure], whole: Figure, kind: str) -> Total | None:
    """Make a total; None if the parts are too far off to be all of it."""
    values = tuple(part.value or 0.0 for part in parts)
    total = whole.value or 0.0
    halves = (_may_be_off(one) ** 2 for one in (*parts, whole))
    slack = _Z_95 * sqrt(sum(halves) / 3)
    if abs(sum(values) - total) > max(slack, _NOT_ALL[kind] * total):
        return None
    places = [one.evidence for one in (*parts, whole)]
    # A total told paragraphs before is not quoted with what lies between.
    near = whole.evidence.start >= parts[0].evidence.start or kind != "consists"
    quoted = places if near else places[:-1]
    start, end = min(p.start for p in quoted), max(p.end for p in quoted)
    return Total(values, total, slack, start, end)


def _may_be_off(figure: Figure) -> float:
    """Tell by how much a number may be off: half of what its last digit stands for."""
    match = _FIGURES.search(figure.evidence.text)
    value = abs(figure.value or 0.0)
    if match is None:
        return 0.0
    bare = float(match.group().replace(",", "")) or 1.0
    decimals = len(match["decimals"] or "")
    scale = value / bare
    rounded = decimals > 0 or scale > 1
    rough = figure.approximate * _ROUGH * value
    return float(rough + rounded * 0.5 * scale / 10**decimals)
