"""Runs of words that two texts have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

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


def common_runs(a: Sequence[int], b: Sequence[int], *, size: int) -> tuple[Run, ...]:
    """Find the longest runs of words that stand in both texts.

    Args:
        a: The shingles of the one text, in order.
        b: The shingles of the other.
        size: Words in a shingle, and so the fewest words of a run.

    Returns:
        Runs that share no word with each other, the longest first.

    Cost:
        Linear in the shingles of both, plus sorting the runs found.

    Example:
        >>> from accord.text import shingles
        >>> one = shingles("we will not sign".split(), size=2)
        >>> other = shingles("they will not sign".split(), size=2)
        >>> common_runs(one, other, size=2)
        (Run(a=1, b=1, length=3),)
    """
    common = set(a).intersection(b)
    places: dict[int, list[int]] = {key: [] for key in common}
    for index, key in enumerate(b):
        if key in common and len(places[key]) < _MOST_PLACES:
            places[key].append(index)
    found: list[Run] = []
    growing: dict[int, int] = {}
    at = -1
    for index in (index for index, key in enumerate(a) if key in common):
        if index > at + 1:
            found += _ended(growing, at + 1, size)
            growing = {}
        grown = {j: growing.pop(j - 1, 0) + 1 for j in places[a[index]]}
        found += _ended(growing, index, size)
        growing, at = grown, index
    found += _ended(growing, at + 1, size)
    return _apart(found, len(a) + size - 1, len(b) + size - 1)


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
