"""Runs of words that two texts have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.text import shingles

__all__ = ["Run", "common_runs"]

# A shingle that stands more often than this in one text is a refrain; its first
# places are enough, and the work stays linear.
_MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in the same order in both texts.

    Attributes:
        a: Index of the first word in the one text.
        b: Index of the first word in the other.
        length: Number of words.
    """

    a: int
    b: int
    length: int


def common_runs(a: Sequence[str], b: Sequence[str], *, size: int) -> tuple[Run, ...]:
    """Find the longest runs of words that stand in both texts.

    Args:
        a: Words of the one text, made comparable.
        b: Words of the other.
        size: Fewest words that count as a run.

    Returns:
        Runs that share no word with each other, the longest first.

    Cost:
        Linear in the words of both, plus sorting the runs found.

    Example:
        >>> common_runs(
        ...     "we will not sign".split(), "they will not sign".split(), size=2
        ... )
        (Run(a=1, b=1, length=3),)
    """
    places: dict[int, list[int]] = {}
    for index, key in enumerate(shingles(b, size=size)):
        listed = places.setdefault(key, [])
        if len(listed) < _MOST_PLACES:
            listed.append(index)
    found: list[Run] = []
    growing: dict[int, int] = {}
    keys = shingles(a, size=size)
    for index, key in enumerate(keys):
        grown = {at: growing.pop(at - 1, 0) + 1 for at in places.get(key, ())}
        found += _ended(growing, index, size)
        growing = grown
    found += _ended(growing, len(keys), size)
    return _apart(found, len(a), len(b))


def _ended(growing: dict[int, int], index: int, size: int) -> list[Run]:
    """Close the runs that do not go on at shingle ``index`` of the first text."""
    return [
        Run(index - count, at - count + 1, count + size - 1)
        for at, count in growing.items()
    ]


def _apart(found: list[Run], a_length: int, b_length: int) -> tuple[Run, ...]:
    """Keep the longest runs that do not overlap in either text."""
    a_taken, b_taken = bytearray(a_length), bytearray(b_length)
    kept: list[Run] = []
    for run in sorted(found, key=lambda r: (-r.length, r.a, r.b)):
        a_range = slice(run.a, run.a + run.length)
        b_range = slice(run.b, run.b + run.length)
        if any(a_taken[a_range]) or any(b_taken[b_range]):
            continue
        a_taken[a_range] = b_taken[b_range] = b"\x01" * run.length
        kept.append(run)
    return tuple(kept)
