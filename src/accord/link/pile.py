"""The pile: every document's page in canonical order, held in little memory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from accord.link.page import Page, canonical_order, make_page, read_words
from accord.link.utterances import MODES, RUN_SIZE, Spoken, Utterance, Voices, take_down
from accord.link.words.lexicon import Codes, Lexicon, Numbers
from accord.link.words.measures import is_told
from accord.link.words.ranges import spread
from accord.link.words.tokens import is_content, meaning, stem
from accord.model import Dossier
from accord.text import shingles

__all__ = ["Chunk", "Pile"]

Places = npt.NDArray[np.int64]
# Pages that are worked on at once: some million words.
_PAGES_AT_ONCE = 2000
# Utterances kept ready; candidates come sorted, so that neighbours are asked for again.
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words of some texts in a row, pages or utterances.

    Attributes:
        words: Their numbers.
        quoted: The number of each word's quotation; 0 outside marks.
        items: Which page or utterance each word belongs to, rising.
    """

    words: Numbers
    quoted: npt.NDArray[np.uint16]
    items: Numbers


class Pile:
    """All pages of a pile.

    Attributes:
        pages: In canonical order.
        spoken: Each page's utterances.
        lexicon: The words.
        voices: Who speaks.
        starts: Number of each page's first utterance, and of all.
        facts: A row for each utterance, as in ``Spoken``.
        paragraphs: A number for the paragraph of each utterance, as in ``Spoken``.
    """

    def __init__(self, dossiers: Iterable[Dossier]) -> None:
        """Take documents in, one after the other; none is held whole.

        Cost:
            Linear in the length of the texts; about four bytes a word are kept, the
            text at half its size, and some hundred bytes for each attribution.
        """
        self.lexicon = Lexicon()
        self.voices = Voices()
        taken: list[tuple[Page, Spoken]] = []
        for dossier in dossiers:
            words = read_words(dossier.document, self.lexicon)
            spoken = take_down(dossier, words, lexicon=self.lexicon, voices=self.voices)
            taken.append((make_page(dossier, words), spoken))
        taken.sort(key=lambda pair: canonical_order(pair[0]))
        self.pages: Sequence[Page] = [page for page, _ in taken]
        self.spoken: Sequence[Spoken] = [spoken for _, spoken in taken]
        counts = (len(spoken.ids) for spoken in self.spoken)
        self.starts: Places = np.array([0, *accumulate(counts)], np.int64)
        none = np.empty((0, 7), np.int32)
        self.facts = np.concatenate([none, *(one.facts for one in self.spoken)])
        known = self.facts[:, 0] >= 0
        self.facts[known, 0] = self.voices.settle()[self.facts[known, 0]]
        self.paragraphs: Codes = np.concatenate(
            [np.empty(0, np.uint64), *(one.paragraphs for one in self.spoken)]
        )
        self.utterance = lru_cache(maxsize=_KEPT)(self._utterance)

    @property
    def utterance_count(self) -> int:
        """How many utterances there are."""
        return int(self.starts[-1])

    def utterances_of(self, page: int) -> range:
        """Give the numbers of a page's utterances."""
        return range(int(self.starts[page]), int(self.starts[page + 1]))

    def page_of(self, utterance: int) -> int:
        """Give the number of an utterance's page."""
        return int(np.searchsorted(self.starts, utterance, side="right")) - 1

    def page_words(self, numbers: Sequence[int] | None = None) -> Iterator[Chunk]:
        """Give the words of pages, some million at a time.

        Args:
            numbers: Of the pages wanted, rising; all if None.
        """
        wanted = range(len(self.pages)) if numbers is None else numbers
        for begin in range(0, len(wanted), _PAGES_AT_ONCE):
            some = wanted[begin : begin + _PAGES_AT_ONCE]
            pages = [self.pages[number] for number in some]
            sizes = [len(page.words) for page in pages]
            yield Chunk(
                np.concatenate([page.words for page in pages]),
                np.concatenate([page.quoted for page in pages]),
                np.repeat(np.array(some, np.uint32), sizes),
            )

    def utterance_words(self) -> Iterator[Chunk]:
        """Give the words of all utterances, those of some thousand pages at a time."""
        for begin in range(0, len(self.pages), _PAGES_AT_ONCE):
            some = range(begin, min(begin + _PAGES_AT_ONCE, len(self.pages)))
            spoken = self.spoken[some.start : some.stop]
            ranges = np.concatenate([one.ranges for one in spoken]).astype(np.int64)
            if not len(ranges):
                continue
            # From places on each page to places in all the words of these pages.
            sizes = [len(self.pages[number].words) for number in some]
            shifts = np.repeat(
                np.cumsum([0, *sizes[:-1]]), [len(one.ranges) for one in spoken]
            )
            firsts = np.repeat(
                self.starts[some.start : some.stop],
                [len(one.ranges) for one in spoken],
            )
            lengths = ranges[:, 2] - ranges[:, 1]
            places = spread(ranges[:, 1] + shifts, lengths)
            (words,) = self.page_words(some)
            yield Chunk(
                words.words[places],
                words.quoted[places],
                np.repeat(ranges[:, 0] + firsts, lengths).astype(np.uint32),
            )

    def _utterance(self, number: int) -> Utterance:
        """Unpack an utterance; ``utterance`` keeps the last ones."""
        at = self.page_of(number)
        page, spoken = self.pages[at], self.spoken[at]
        local = number - int(self.starts[at])
        rows = spoken.ranges[spoken.ranges[:, 0] == local]
        places = [slice(int(low), int(high)) for _, low, high in rows]
        marks = page.quoted
        words = self.lexicon.spell(
            n for place in places for n in page.words[place].tolist()
        )
        quoted = (n for place in places for n in marks[place].tolist())
        speaker, body, mode, *rest = self.facts[number].tolist()
        said_first, said_last, start, end = rest
        # A tagger knows that words are direct even where a mark is missing.
        missing = -int(MODES[mode] == "direct")
        return Utterance(
            id=spoken.ids[local],
            page=at,
            mode=MODES[mode],
            words=words,
            quoted=tuple(n or missing for n in quoted),
            keys=tuple(shingles(words, size=RUN_SIZE)),
            stems=tuple(sorted({stem(w) for w in words if is_content(w)})),
            meanings=tuple(sorted({meaning(w) for w in words if is_told(w)})),
            speaker=self.voices.name(speaker),
            body=self.voices.name(body),
            said=(said_first, said_last) if said_first else None,
            start=start,
            end=end,
            via=spoken.via.get(local, ()),
        )
