"""Standing paragraphs: what an outlet prints under every article on a subject.

The background that a paper repeats, and the lines in which a company describes itself,
hold reports of speech too. Word for word in three articles they are no echo of anybody's
words, only of the paper's own files.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from accord.link.compare import SAME_OCCASION
from accord.link.copies import Copy, gather_reprints
from accord.link.page import Page
from accord.link.passing.credits import outlet_key
from accord.link.pile import Pile

__all__ = ["Standing"]

# Articles that are no reprints of each other and have a paragraph word for word. Two
# may be a story and what follows it.
FEWEST_ARTICLES = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing paragraphs of a pile.

    Attributes:
        pile: The pile.
        everywhere: Paragraphs that come back over months, whoever prints them.
        own: Paragraphs that come back in one outlet, with its comparable name.
    """

    pile: Pile
    everywhere: frozenset[int]
    own: frozenset[tuple[int, str]]

    @classmethod
    def of(cls, pile: Pile, copies: Iterable[Copy]) -> "Standing":
        """Find them.

        Cost:
            Sorts the paragraphs that hold utterances.
        """
        story_of = {
            page: min(story) for story in gather_reprints(copies) for page in story
        }
        everywhere: set[int] = set()
        own: set[tuple[int, str]] = set()
        for paragraph, pages in _repeated(pile):
            if _count_stories(pages, story_of) < FEWEST_ARTICLES:
                continue
            if _days_between(pile.pages[page] for page in pages) > SAME_OCCASION:
                everywhere.add(paragraph)
            by_outlet: dict[str, list[int]] = defaultdict(list)
            for page in pages:
                outlet = pile.pages[page].document.outlet
                if outlet:
                    by_outlet[outlet_key(outlet)].append(page)
            own.update(
                (paragraph, outlet)
                for outlet, some in by_outlet.items()
                if _count_stories(some, story_of) >= FEWEST_ARTICLES
            )
        return cls(pile, frozenset(everywhere), frozenset(own))

    def holds(self, one: int, other: int) -> bool:
        """Tell whether two utterances stand in one and the same standing paragraph."""
        paragraph = int(self.pile.paragraphs[one])
        if paragraph != int(self.pile.paragraphs[other]):
            return False
        if paragraph in self.everywhere:
            return True
        ours, theirs = (self._outlet(number) for number in (one, other))
        return ours == theirs and (paragraph, ours) in self.own

    def _outlet(self, utterance: int) -> str:
        """Give the comparable name of the outlet that prints an utterance."""
        page = self.pile.pages[self.pile.page_of(utterance)]
        return outlet_key(page.document.outlet) if page.document.outlet else ""


def _repeated(pile: Pile) -> Iterator[tuple[int, list[int]]]:
    """Give each paragraph that enough pages have, with these pages."""
    if not pile.utterance_count:
        return
    pages = np.repeat(np.arange(len(pile.pages)), np.diff(pile.starts))
    order = np.lexsort((pages, pile.paragraphs))
    found, starts = np.unique(pile.paragraphs[order], return_index=True)
    ends = np.append(starts[1:], len(order))
    often = np.flatnonzero(ends - starts >= FEWEST_ARTICLES)
    for at in often.tolist():
        having = np.unique(pages[order[starts[at] : ends[at]]]).tolist()
        if len(having) >= FEWEST_ARTICLES:
            yield int(found[at]), having


def _count_stories(pages: Iterable[int], story_of: Mapping[int, int]) -> int:
    """Count pages, reprints of one story as one."""
    return len({story_of.get(page, page) for page in pages})


def _days_between(pages: Iterable[Page]) -> int:
    """Count the days from the first to the last of some pages that are dated."""
    days = [page.days for page in pages if page.days]
    return (
        max(last for _, last in days) - min(first for first, _ in days) if days else 0
    )
