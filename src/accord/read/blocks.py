"""Blocks of furniture: a heading opens them, and they end where prose goes on."""

from collections.abc import Iterator, Sequence

from accord.model import FurnitureKind
from accord.read.lexicon import Lexicon
from accord.read.units import Unit, ends_sentence

__all__ = ["find_blocks"]

_MAX_LINES = {"teaser": 40, "subscription": 25, "comment-form": 12}
_MAX_HEADLINE_WORDS = 25
_MAX_LABEL_WORDS = 9


def find_blocks(
    units: Sequence[Unit], words: Lexicon
) -> Iterator[tuple[int, int, FurnitureKind]]:
    """Find runs of lines that a heading such as "Don't Miss" opens.

    Returns:
        First line, one past the last line, kind. A block that the article goes on
        after is cut short by its last line, which may be a sub-heading.
    """
    index = 0
    while index < len(units):
        kind = words.opens(units[index])
        if kind is None:
            index += 1
            continue
        end = index + 1
        limit = min(len(units), index + 1 + _MAX_LINES[kind])
        while end < limit and _belongs(units, end, kind, words):
            end += 1
        if end < len(units) and end > index + 1 and kind != "comment-form":
            end = _without_subheading(units, index, end)
        yield index, end, kind
        index = end


def _belongs(
    units: Sequence[Unit], index: int, kind: FurnitureKind, words: Lexicon
) -> bool:
    """Tell whether a line goes on with a block of some kind."""
    unit = units[index]
    if kind == "comment-form":
        return unit.plain.strip(" *") in words.form_fields or (
            words.kind_of(unit) == kind
        )
    if kind == "subscription":
        return _sells(unit, words) or (
            # One sentence that sells nothing may stand between two that do.
            not words.reporting.search(unit.plain)
            and index + 1 < len(units)
            and unit.words <= _MAX_HEADLINE_WORDS
            and _sells(units[index + 1], words)
        )
    return _is_headline(unit)


def _sells(unit: Unit, words: Lexicon) -> bool:
    """Tell whether a line belongs into a subscription box."""
    if words.reporting.search(unit.plain):
        return False
    if unit.words <= _MAX_LABEL_WORDS and not ends_sentence(unit.text):
        return True
    hits = sum(1 for _ in words.promotion.finditer(unit.plain))
    return hits >= 1 + unit.words // 30 or (
        unit.text.rstrip().endswith("!") and unit.words <= _MAX_HEADLINE_WORDS
    )


def _is_headline(unit: Unit) -> bool:
    """Tell whether a line can be another story's headline or cut-off summary."""
    cut_off = unit.text.rstrip().endswith(("...", "…", "[…]", "[...]"))
    if cut_off:
        return True
    if ends_sentence(unit.text):
        return unit.text.rstrip().endswith("?") and unit.words <= _MAX_HEADLINE_WORDS
    return unit.words <= _MAX_HEADLINE_WORDS * 2 and not unit.text.endswith(":")


def _without_subheading(units: Sequence[Unit], start: int, end: int) -> int:
    """Leave out a last line that may head the prose after the block."""
    last = units[end - 1]
    return end - 1 if last.words <= 12 and end - 1 > start else end
