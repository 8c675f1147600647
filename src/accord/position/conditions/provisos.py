"""Provisos: conditions that stand outside the reported words: "could accept a ban | if"."""

from bisect import bisect_left
from collections.abc import Sequence

from accord.position.conditions import (
    Condition,
    find_condition,
    find_opening_condition,
)
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["find_proviso"]

_TURNS = stem_set("but yet however though only")
_OBLIGES = stem_set("must have need should")
_FIRST = (("first",), ("beforehand",), ("in", "advance"))
_LABELS = ("only", "named")
_LONGEST_TOKENS = 25
# ", but" or ", however," may stand before a condition that follows the content.
_GAP_TOKENS = 3


def find_proviso(
    page: Page, content: range, end: int, *, held: bool
) -> Condition | None:
    """Find a condition right after some words, or one that opens their sentence.

    Args:
        page: The document.
        content: Tokens of the words.
        end: One past the last character of the report.
        held: Whether the cue takes a side by itself; a mere "if" counts then as well.
    """
    if not content:
        return None
    after = _find_after(page, content, end, held=held)
    after = after or _find_added(page, content)
    if after is not None or not held:
        return after
    return find_opening_condition(
        page.scene.conditions, page.tokens, page.sentence(content), content
    )


def _find_after(
    page: Page, content: range, end: int, *, held: bool
) -> Condition | None:
    """Find a condition after some words: ", but only if they stay"."""
    hits = page.scene.conditions
    last = max(content.stop, bisect_left(page.tokens.starts, end))
    # The content may end within the marker: "a truce only | if".
    at = bisect_left(hits, last - 1, key=lambda hit: hit.first)
    if at == len(hits) or hits[at].first > last + _GAP_TOKENS:
        return None
    sentence = page.sentence(content)
    counts = hits[at].label in _LABELS or (held and hits[at].first <= last)
    if hits[at].first >= sentence.stop or not counts:
        return None
    return find_condition(hits, page.tokens, range(hits[at].first, sentence.stop))


def _find_added(page: Page, content: range) -> Condition | None:
    """Find a condition that the next sentence adds: "But the money must come first."."""
    stems = page.tokens.stems
    ends = (at for at in content if stems[at] == SENTENCE_END)
    first = next(ends, page.sentence(content).stop)
    while first < len(stems) and stems[first] == SENTENCE_END:
        first += 1
    turns = first < len(stems) and stems[first] in _TURNS
    begin = first + 1 if turns else first
    stop = content.stop if begin < content.stop else len(stems)
    last = begin
    while last < min(stop, begin + _LONGEST_TOKENS) and stems[last] != SENTENCE_END:
        last += 1
    if last > begin and stems[last - 1] == ",":
        last -= 1
    if turns and _comes_first(stems[begin:last]):
        return Condition("named", begin, last, begin)
    hits = page.scene.conditions
    at = bisect_left(hits, begin, key=lambda hit: hit.first)
    if at == len(hits) or hits[at].first != begin or hits[at].label not in _LABELS:
        return None
    found = find_condition(hits, page.tokens, range(begin, last))
    return found if found is not None and found.last == last else None


def _comes_first(words: Sequence[str]) -> bool:
    """Tell "the money must come first" from "first the council must vote"."""
    ends = any(tuple(words[-len(end) :]) == end for end in _FIRST)
    return ends and not _OBLIGES.isdisjoint(words)
