"""Added quotation marks: words printed as a quotation that others only paraphrased."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from accord.link.page import Page, first_of
from accord.link.pile import Pile
from accord.link.utterances import Utterance, relate
from accord.link.words.candidates import is_among, roll
from accord.link.words.lexicon import Codes
from accord.model import Span

__all__ = ["Inflation", "find_inflation"]

# Fewer words stand in quotation marks as terms, titles and nicknames.
FEWEST_WORDS = 4
FEWEST_CONTENT = 2
# Places of one phrase that are looked at, the earliest documents first.
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Inflation:
    """A quotation whose words an earlier document has without marks.

    Attributes:
        page: Number of the page that quotes.
        words: The quoted words on it.
        earlier: Number of the page that paraphrases.
        paraphrase: The same words there.
    """

    page: int
    words: range
    earlier: int
    paraphrase: range


def find_inflation(pile: Pile) -> tuple[Inflation, ...]:
    """Find quotations that were a paraphrase before.

    A quotation counts if a document published earlier has all of its words outside
    quotation marks, from the same speaker, and no document up to that one's date has
    them inside; else the paraphrase may just have left the marks out.

    Args:
        pile: All documents.

    Returns:
        One entry for each quotation, with the earliest paraphrase.

    Cost:
        Linear in the words of all pages.
    """
    codes, content = pile.lexicon.codes(), pile.lexicon.content()
    quotations = [
        (number, words)
        for number, page in enumerate(pile.pages)
        for words in _quotations(page, content)
    ]
    openings = [_opening(pile.pages[n], words, codes) for n, words in quotations]
    places = _places(pile, codes, openings)
    traced = (
        _trace(pile, places.get(opening, ()), number, words)
        for opening, (number, words) in zip(openings, quotations, strict=True)
    )
    return tuple(inflation for inflation in traced if inflation)


def _quotations(page: Page, content: npt.NDArray[np.bool_]) -> Iterator[range]:
    """Give the words of each quotation that is long enough to tell."""
    quoted = page.quoted
    if not quoted.any():
        return
    edges = np.flatnonzero(quoted[1:] != quoted[:-1]) + 1
    for start, end in zip(
        [0, *edges.tolist()], [*edges.tolist(), len(quoted)], strict=True
    ):
        if not quoted[start] or end - start < FEWEST_WORDS:
            continue
        if content[page.words[start:end]].sum() >= FEWEST_CONTENT:
            yield range(start, end)


def _opening(page: Page, words: range, codes: Codes) -> int:
    """Number the first words of a quotation."""
    begin = page.words[words.start : words.start + FEWEST_WORDS]
    return int(roll(codes[begin], FEWEST_WORDS)[0])


def _places(
    pile: Pile, codes: Codes, openings: Sequence[int]
) -> dict[int, list[tuple[int, int]]]:
    """Find where the openings of quotations stand, in marks or not."""
    wanted = np.unique(np.array(openings, np.uint64))
    places: dict[int, list[tuple[int, int]]] = {}
    for chunk in pile.page_words():
        keys = roll(codes[chunk.words], FEWEST_WORDS)
        at = np.flatnonzero(is_among(keys, wanted))
        at = at[chunk.items[at] == chunk.items[at + FEWEST_WORDS - 1]]
        starts = at - np.searchsorted(chunk.items, chunk.items[at])
        columns = keys[at].tolist(), chunk.items[at].tolist(), starts.tolist()
        for key, page, start in zip(*columns, strict=True):
            listed = places.setdefault(key, [])
            if len(listed) < _MOST_PLACES:
                listed.append((page, start))
    return places


def _trace(
    pile: Pile, places: Sequence[tuple[int, int]], number: int, words: range
) -> Inflation | None:
    """Find the earliest paraphrase of one quotation, if no earlier one quotes it."""
    page = pile.pages[number]
    quotation = page.words[words.start : words.stop]
    for at, start in places:
        other = pile.pages[at]
        same = range(start, start + len(quotation))
        if at == number or not _stands(other, same, quotation):
            continue
        if first_of(other.document.published, page.document.published) != "a":
            continue
        if other.quoted[same.start : same.stop].any():
            return None  # it was a quotation before
        if _is_same_voice(pile, (number, words), (at, same)):
            if _is_quoted_by_then(pile, places, at, quotation):
                return None
            return Inflation(number, words, at, same)
    return None


def _stands(page: Page, words: range, quotation: npt.NDArray[np.uint32]) -> bool:
    """Tell whether these are the words at a place."""
    return np.array_equal(page.words[words.start : words.stop], quotation)


def _is_quoted_by_then(
    pile: Pile,
    listed: Sequence[tuple[int, int]],
    paraphrase: int,
    quotation: npt.NDArray[np.uint32],
) -> bool:
    """Tell whether the words stand in marks in a document no later than one."""
    day = pile.pages[paraphrase].document.published
    for at, start in listed:
        page = pile.pages[at]
        same = range(start, start + len(quotation))
        if (
            _stands(page, same, quotation)
            and page.quoted[same.start : same.stop].all()
            and first_of(day, page.document.published) != "a"
        ):
            return True
    return False


def _is_same_voice(
    pile: Pile, one: tuple[int, range], other: tuple[int, range]
) -> bool:
    """Tell whether two stretches are given to one speaker, as far as is known."""
    ours, theirs = (
        _voice_at(pile, one[0], one[1][0]),
        _voice_at(pile, other[0], other[1][0]),
    )
    if ours and theirs and relate(ours, theirs) != "unknown":
        return relate(ours, theirs) in {"same", "related"}
    return bool(
        _actors_near(pile.pages[one[0]], one[1])
        & _actors_near(pile.pages[other[0]], other[1])
    )


def _voice_at(pile: Pile, page: int, place: int) -> Utterance | None:
    """Find the last utterance that a word belongs to."""
    ranges = pile.spoken[page].ranges
    holding = ranges[(ranges[:, 1] <= place) & (place < ranges[:, 2]), 0]
    return (
        pile.utterance(int(pile.starts[page]) + int(holding[-1]))
        if len(holding)
        else None
    )


def _actors_near(page: Page, words: range) -> set[str]:
    """Return the actors named in the line that some words stand in."""
    text, span = page.text(), page.span_of(words)
    end = text.find("\n", span.end)
    line = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return {actor for start, actor in page.actors if line.start <= start < line.end}
