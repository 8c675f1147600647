"""Find the amounts of a sentence: numbers with units, shares in words, vague numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.model import Alternate, Span
from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.carried import Before
from accord.position.reported.amounts.reading import read_amounts
from accord.position.reported.amounts.shares import find_shares
from accord.position.reported.amounts.terms import find_terms
from accord.position.reported.amounts.units import is_measure
from accord.position.reported.amounts.vague import find_vague

__all__ = ["find_amounts"]


def find_amounts(
    text: str, span: Span, *, before: Before | None = None
) -> Iterator[Amount]:
    """Find the numbers that measure something.

    Ordinals, dates, ages, times of day, numbers of articles and list numbers measure
    nothing here, nor do one and two in words, nor other words below a hundred right
    before their noun, except for money and shares: "two sides" and "three men" are no
    figures, "seven member states" is one, and so are "four children" who were killed.

    Args:
        text: Any text.
        span: The sentence to look in.
        before: What was counted in the sentences before; a bare number may be of the
            same, as in "9 million to the state".

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
    told = sorted(
        (
            *find_vague(text, span),
            *find_shares(text, span),
            *find_terms(text, span),
        ),
        key=lambda one: one.start,
    )
    plain = (
        one for one in read_amounts(text, span, before=before) if not _meets(one, told)
    )
    pending: Amount | None = None
    for amount in sorted((*told, *plain), key=lambda one: (one.start, -one.end)):
        if pending and amount.start < pending.end:
            continue
        joined = pending and _as_conversion(text, pending, amount)
        if pending and not joined:
            yield pending
        pending = joined or amount
    if pending:
        yield pending


def _meets(one: Amount, told: Sequence[Amount]) -> bool:
    """Tell whether an amount overlaps one of several in text order."""
    at = bisect_left(told, one.end, key=lambda other: other.start)
    return at > 0 and told[at - 1].end > one.start


# As in "310 cubic metres a second (10,900 cubic feet)".
_OPENED = re.compile(
    r"(?:\s(?:an?|per|each|every)\s\w+)?\s*\((?:or\s|i\.e\.\s|that\sis\s)?\s?"
)
# As in "(€1.1bn at the time)".
_CLOSED = re.compile(r"[^()\d.;]{0,40}\)")


def _as_conversion(text: str, one: Amount, other: Amount) -> Amount | None:
    """Join "17 million euros" and "($17.7 million)", "24 miles" and "(39 km)"."""
    money = one.unit not in {"percent", other.unit} and not one.noun and not other.noun
    measures = (
        one.unit != other.unit and is_measure(one.unit) and is_measure(other.unit)
    )
    closed = _CLOSED.match(text, other.end)
    if not (_OPENED.fullmatch(text, one.end, other.start) and closed):
        return None
    if other.value is None:
        return None
    if one.alternate or not (money or measures):
        return None
    return replace(one, end=closed.end(), alternate=Alternate(other.value, other.unit))
