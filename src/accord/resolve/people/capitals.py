"""What capital letters tell of names, and what they do not."""

from collections.abc import Container, Sequence

from accord.resolve.knowledge.names import is_first_name
from accord.resolve.reading import Word

__all__ = ["lone_capitals", "shouted_name"]

_NAME_WORDS = 2


def lone_capitals(words: Sequence[Word], owners: Container[int]) -> set[str]:
    """Collect capitalised words that stand alone within a sentence.

    Args:
        words: A document's words.
        owners: Numbers of the words within known names.
    """
    found: set[str] = set()
    for number, word in enumerate(words):
        if not word.capital or number in owners:
            continue
        before = number > 0 and word.tied and words[number - 1].capital
        after = number + 1 < len(words) and (
            words[number + 1].capital and words[number + 1].tied
        )
        if not before and not after:
            found.add(word.key)
    return found


def shouted_name(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Find "JANE DOE" in a run in capitals: a first name and what stands behind it."""
    named = (n for n in range(first, last) if is_first_name(words[n].text))
    start = next(named, first)
    return start, min(start + _NAME_WORDS, last)
