"""Provisos: conditions that stand outside the reported words: "could accept a ban | if"."""

from bisect import bisect_left

from accord.position.conditions import (
    Condition,
    find_condition,
    find_opening_condition,
)
from accord.position.page import Page

__all__ = ["find_proviso"]

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
    counts = hits[at].label in ("only", "named") or (held and hits[at].first <= last)
    if hits[at].first >= sentence.stop or not counts:
        return None
    return find_condition(hits, page.tokens, range(hits[at].first, sentence.stop))
