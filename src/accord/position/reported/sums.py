"""Sums: numbers that a text adds up, checked.

"12 + 7 + 4 = 24"; "24 seats: 12 for the Greens, 7 for the Reds and 4 for others";
"12 from the north, 7 from the south and 4 others, 24 in all"; and answers to one
question, "54 percent for, 38 percent against and 12 percent undecided", of 100.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.model import Document, Dossier, Finding, Span
from accord.position.reported.sentence import sentence_spans
from accord.position.reported.totals import Total, find_totals
from accord.text.numbers import NumberFound, find_numbers

__all__ = ["find_wrong_sums"]

_PLUS = re.compile(r"\s*(?:\+|\bplus\b)\s*")
_EQUALS = re.compile(r"\s*(?:=|\b(?:equals|makes|make)\b)\s*")
# "24 seats: 12 ...", "24 of them – 12 ...": few words between a total and its parts.
_OPENS = re.compile(
    r"(?:\s+[a-z][\w’'-]*){1,4}\s*[:–—]\s*(?:[a-z]+\s+)?", re.IGNORECASE
)
# From one part to the next: words, with a comma or "and" before the next number.
_NEXT = re.compile(
    r"[^.;:()+=\d]{1,80}?(?:,|\band\b|,\s+and\b)\s*(?:(?:another|the\s+other|for)\s+)?"
)
_ENDS = re.compile(r"[^.;:()\d,]{0,80}(?:[.;]|$)")
_IN_ALL = re.compile(r"\s*(?:\w+\s+)?(?:in\s+all|in\s+total|altogether|all\s+told)\b")
# A sentence without any of these adds nothing up.
_MAYBE = re.compile(
    r"[=:–—%]|\bper\s?cent\b|\b(?:all|total|altogether|makes?|equals)\b"
)
# A number with one of these counts something else, or is no exact count.
_NO_PART = re.compile(
    r"\s?(?:%|per\s?cent|percent|percentage|years?|days?|hours?)\b|\s?%"
)
_PERCENT = re.compile(r"\s?%|\s(?:per\s?cent|percent)\b")
_ANSWERS = (
    re.compile(r"\b(?:for|favou?r\w*|support\w*|back\w*|approv\w*|yes|agree\w*)\b"),
    re.compile(r"\b(?:against|oppos\w*|reject\w*|disapprov\w*|no|disagree\w*)\b"),
    re.compile(
        r"\b(?:undecided|unsure|not\s+sure|no\s+opinion|no\s+answer|know|abstain\w*)\b"
    ),
)
#: Rounded shares of one whole may miss 100 by this.
_ROUNDING = 1.5
_FEWEST_PARTS = 2
#: No sum has more numbers than this; what is longer is a table.
_MOST_NUMBERS = 16


def find_wrong_sums(dossier: Dossier, *, produced_by: str) -> tuple[Finding, ...]:
    """Find the sums of a document that do not add up.

    Args:
        dossier: With its document.
        produced_by: Name and version of who reads it.

    Returns:
        A finding ``sum-mismatch`` for each, in text order.

    Cost:
        Linear.
    """
    document = dossier.document
    found = [
        _in_document(span, one)
        for span in sentence_spans(document)
        for one in _sums(span.of(document.text))
    ]
    taken = [range(one.start, one.end) for one in found]
    found += (
        one
        for one in find_totals(document, dossier.figures)
        if not any(one.start in place or one.end - 1 in place for place in taken)
    )
    found.sort(key=lambda one: (one.start, one.end))
    return tuple(
        _finding(document, one, produced_by)
        for one in found
        if abs(sum(one.parts) - one.total) > one.slack + 1e-9
    )


def _in_document(sentence: Span, found: Total) -> Total:
    """Count the places of a sum from the document's start."""
    at = sentence.start
    return replace(found, start=at + found.start, end=at + found.end)


def _finding(document: Document, wrong: Total, produced_by: str) -> Finding:
    """Note what the numbers make, and what the text says."""
    written = " + ".join(f"{part:,.15g}" for part in wrong.parts)
    return Finding.about(
        document,
        "sum-mismatch",
        note=f"{written} = {sum(wrong.parts):,.15g}, not {wrong.total:,.15g}.",
        produced_by=produced_by,
        span=document.passage(wrong.start, wrong.end).span,
    )


def _sums(text: str) -> Iterator[Total]:
    """Find what a sentence adds up; the first reading that fits its numbers."""
    if not _MAYBE.search(text):
        return
    numbers = [n for n in find_numbers(text) if not _is_year(text, n)]
    at = 0
    while at + _FEWEST_PARTS < len(numbers):
        ahead = numbers[at : at + _MOST_NUMBERS]
        found = _equation(text, ahead) or _listed(text, ahead)
        if found:
            yield found
            at += len(found.parts) + 1
        else:
            at += 1
    shares = _shares(text, numbers)
    if shares:
        yield shares


def _is_year(text: str, number: NumberFound) -> bool:
    """Tell whether a number is written as a year."""
    digits = text[number.start : number.end]
    return len(digits) == 4 and digits[:2] in {"19", "20"} and digits.isdigit()


def _equation(text: str, numbers: Sequence[NumberFound]) -> Total | None:
    """Read "12 + 7 + 4 = 24"."""
    parts = _run(text, numbers, _PLUS)
    if len(parts) < _FEWEST_PARTS or len(parts) == len(numbers):
        return None
    total = numbers[len(parts)]
    if not _EQUALS.fullmatch(text, parts[-1].end, total.start):
        return None
    return _sum(parts, total)


def _listed(text: str, numbers: Sequence[NumberFound]) -> Total | None:
    """Read "24 seats: 12 for A, 7 for B and 4 for C", "12 A, 7 B and 4 C, 16 in all"."""
    first, *rest = numbers
    if _OPENS.fullmatch(text, first.end, rest[0].start):
        parts = _run(text, rest, _NEXT)
        closed = _ENDS.match(text, parts[-1].end)
        counts = not any(_NO_PART.match(text, n.end) for n in (first, *parts))
        several = len(parts) >= _FEWEST_PARTS and "and" in text[first.end :].split()
        return _sum(parts, first) if closed and counts and several else None
    run = _run(text, numbers, _NEXT)
    *parts, total = run
    if len(parts) < _FEWEST_PARTS or not _IN_ALL.match(text, total.end):
        return None
    if any(_NO_PART.match(text, n.end) for n in run):
        return None
    return _sum(parts, total)


def _run(
    text: str, numbers: Sequence[NumberFound], joint: re.Pattern[str]
) -> list[NumberFound]:
    """Take the numbers from the first on that are joined in one way."""
    run = [numbers[0]]
    for number in numbers[1:]:
        if not joint.fullmatch(text, run[-1].end, number.start):
            break
        run.append(number)
    return run


def _shares(text: str, numbers: Sequence[NumberFound]) -> Total | None:
    """Read three shares that are for, against and undecided."""
    shares = [n for n in numbers if _PERCENT.match(text, n.end)]
    if len(shares) != len(_ANSWERS):
        return None
    ends = [*(n.start for n in shares[1:]), len(text)]
    answers = [text[n.end : end].lower() for n, end in zip(shares, ends, strict=True)]
    for pattern, words in zip(_ANSWERS, answers, strict=True):
        if not pattern.search(words):
            return None
    parts = tuple(n.value for n in shares)
    return Total(parts, 100.0, _ROUNDING, shares[0].start, shares[-1].end)


def _sum(parts: Sequence[NumberFound], total: NumberFound) -> Total:
    """Make a sum from its places."""
    places = (*parts, total)
    start, end = min(n.start for n in places), max(n.end for n in places)
    return Total(tuple(n.value for n in parts), total.value, 0.0, start, end)
