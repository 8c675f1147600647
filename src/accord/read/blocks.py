"""Blocks of furniture: a heading opens them, and they end where prose goes on."""

import re
from collections.abc import Iterator, Mapping, Sequence

from accord.model import FurnitureKind
from accord.read.lexicon import Lexicon
from accord.read.units import Unit
from accord.text import ends_sentence

__all__ = ["find_blocks", "find_cut_off"]

_MAX_LINES = {"teaser": 40, "subscription": 25, "comment-form": 12}
_MAX_HEADLINE_WORDS = 25
_MAX_LABEL_WORDS = 9
_LIST = re.compile(r"[-•·*+✓✔]\s")
_DOTS = ("...", "…", "[…]", "[...]")
# A writer lets a sentence trail off, not three within a few lines.
_LEAST_CUT_OFF = 3
_LEAST_CUT_WORDS = 8
_CUT_LINES_APART = 4
_FORM_WORDS = re.compile(
    r"\b(?:e-?mail|fields?|log ?in|sign in|register|comments?|reply|replies|moderat\w+"
    r"|captcha|browser|website|conversation|discussion)\b"
)
_YOU = re.compile(r"\b(?:you|your|my|me|log ?in|sign in|register|please|fields)\b")


def find_blocks(
    units: Sequence[Unit], kinds: Mapping[int, FurnitureKind], words: Lexicon
) -> Iterator[tuple[int, int, FurnitureKind]]:
    """Find runs of lines that belong to one box of the page.

    Teasers and comment forms are opened by a heading ("Don't Miss"); what sells a
    subscription grows around lines that only such a box holds.

    Returns:
        First line, one past the last line, kind. A teaser block that the article
        goes on after is cut short by its last line, which may be a sub-heading.
    """
    index = 0
    while index < len(units):
        kind = words.opens(units[index])
        if kind is None and kinds.get(index) == "subscription":
            kind = "subscription"
        if kind is None:
            index += 1
            continue
        start, end = index, index + 1
        limit = min(len(units), end + _MAX_LINES[kind])
        while end < limit and _belongs(units, end, kind, words):
            end += 1
        if kind == "subscription":
            start, end = _trim_offer(units, kinds, words, start=start, end=end)
        elif kind == "teaser" and end < len(units):
            end = _without_subheading(units, index, end)
        yield start, end, kind
        index = max(end, index + 1)


def find_cut_off(units: Sequence[Unit]) -> Iterator[int]:
    r"""Find lists of other stories: summaries cut off in dots, each close to the next.

    Returns:
        The lines from the first of such summaries to the last.

    Example:
        >>> from accord.read.units import divide
        >>> line = "The port will close its gates for a week because the {} has…"
        >>> text = "\n".join(line.format(x) for x in ("crane", "quay", "tide"))
        >>> list(find_cut_off(divide(text)))
        [0, 1, 2]
    """
    run: list[int] = []
    for index, unit in enumerate(units):
        if unit.words < _LEAST_CUT_WORDS or not _is_cut_off(unit):
            continue
        if run and index - run[-1] > _CUT_LINES_APART:
            yield from _list_of(run)
            run = []
        run.append(index)
    yield from _list_of(run)


def _is_cut_off(unit: Unit) -> bool:
    """Tell whether a line ends in dots that stand for the rest of its sentence."""
    return unit.text.rstrip().endswith(_DOTS)


def _list_of(run: Sequence[int]) -> Sequence[int]:
    """Give the lines of a list of cut-off summaries; none if they are too few."""
    return range(run[0], run[-1] + 1) if len(run) >= _LEAST_CUT_OFF else ()


def _belongs(
    units: Sequence[Unit], index: int, kind: FurnitureKind, words: Lexicon
) -> bool:
    """Tell whether a line goes on with a block of some kind."""
    unit = units[index]
    if kind == "comment-form":
        return _is_form(unit, words)
    if kind == "subscription":
        return _sells(unit, words) or (
            # One sentence that sells nothing may stand between two that do.
            not words.is_reporting(unit)
            and index + 1 < len(units)
            and unit.words <= _MAX_HEADLINE_WORDS
            and _offers(units[index + 1], words)
        )
    return _is_headline(unit)


def _is_form(unit: Unit, words: Lexicon) -> bool:
    """Tell whether a line is part of a comment form."""
    if unit.plain.strip(" *") in words.form_fields or unit.text.rstrip().endswith("*"):
        return unit.words <= _MAX_LABEL_WORDS
    if words.kind_of(unit, outside=True) == "comment-form":
        return True
    return (
        unit.words <= _MAX_HEADLINE_WORDS
        and not words.is_reporting(unit)
        and bool(_FORM_WORDS.search(unit.plain))
        and bool(_YOU.search(unit.plain))
    )


def _sells(unit: Unit, words: Lexicon) -> bool:
    """Tell whether a line can go on with a subscription box."""
    if words.is_reporting(unit):
        return False
    short = unit.words <= _MAX_LABEL_WORDS and not ends_sentence(unit.text)
    return short or _offers(unit, words)


def _offers(unit: Unit, words: Lexicon) -> bool:
    """Tell whether a line offers something to the reader."""
    if words.is_reporting(unit) or any(mark in unit.text for mark in "“”"):
        return False
    hits = sum(1 for _ in words.promotion.finditer(unit.plain))
    return hits >= 1 + unit.words // 30 or _is_cheer(unit)


def _is_cheer(unit: Unit) -> bool:
    """Tell whether a line ends in an exclamation mark, and says no more."""
    return unit.text.rstrip().endswith("!") and unit.words <= _MAX_HEADLINE_WORDS


def _trim_offer(
    units: Sequence[Unit],
    kinds: Mapping[int, FurnitureKind],
    words: Lexicon,
    *,
    start: int,
    end: int,
) -> tuple[int, int]:
    """Let an offer begin at its cheer, and end with a line that offers something.

    At the end of the page there is no sub-heading to spare.
    """
    if start and _is_cheer(units[start - 1]) and _offers(units[start - 1], words):
        start -= 1
    while end < len(units) and end > start + 1:
        last = units[end - 1]
        if _offers(last, words) or kinds.get(end - 1) or _LIST.match(last.text):
            break
        end -= 1
    return start, end


def _is_headline(unit: Unit) -> bool:
    """Tell whether a line can be another story's headline or cut-off summary."""
    if _is_cut_off(unit):
        return True
    if ends_sentence(unit.text):
        return unit.text.rstrip().endswith("?") and unit.words <= _MAX_HEADLINE_WORDS
    return unit.words <= _MAX_HEADLINE_WORDS * 2 and not unit.text.endswith(":")


def _without_subheading(units: Sequence[Unit], start: int, end: int) -> int:
    """Leave out a last line that may head the prose after the block."""
    last = units[end - 1]
    return end - 1 if last.words <= 12 and end - 1 > start else end
