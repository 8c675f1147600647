"""Overlap: what two documents, held against one another, have in common."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from accord.link.copies import SIZE
from accord.link.page import first_of, make_page, read_words
from accord.link.passing.credits import Credits, is_credited
from accord.link.words.candidates import roll
from accord.link.words.lexicon import Lexicon
from accord.link.words.runs import Run, common_runs
from accord.link.words.tokens import is_content
from accord.model import Dossier, Passage

__all__ = ["Overlap", "overlap"]

# A shared run without this many content words is a set phrase, not a passage.
FEWEST_CONTENT = 3
# "Foreign Minister Per Oduya said" is no passage either.
_LONGEST_NAME = 8
_SMALL_WORDS_OF_NAME = 1


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two documents have in common.

    Attributes:
        first: ``a`` or ``b``, whichever was published first; None if unknown.
        credited: Whether the later one credits the other's outlet; None if unknown.
        containment: Share of the shorter one's shingles that both have, in [0, 1].
        passages: The words that stand in both, as each has them, in the order of the
            first document.
    """

    first: Literal["a", "b"] | None
    credited: bool | None
    containment: float
    passages: tuple[tuple[Passage, Passage], ...]


def overlap(a: Dossier, b: Dossier) -> Overlap:
    """Hold two documents against one another, word by word.

    Unlike the links of a pile it also tells of what is too little to be a copy.

    Cost:
        Linear in the words of both.

    Source:
        [broder1997] (containment).
    """
    lexicon = Lexicon()
    words = [read_words(one.document, lexicon) for one in (a, b)]
    codes = lexicon.codes()
    keys = [roll(codes[np.array(w.numbers, np.uint32)], SIZE) for w in words]
    ours, theirs = (key.tolist() for key in keys)
    runs = [
        run
        for run in common_runs(ours, theirs, size=SIZE)
        if _tells(lexicon.spell(words[0].numbers[run.a : run.a + run.length]))
    ]
    shared = len(set(ours) & set(theirs))
    first = first_of(a.document.published, b.document.published)
    pages = [make_page(one, w) for one, w in zip((a, b), words, strict=True)]

    def cut(side: int, run: Run) -> Passage:
        start = run.b if side else run.a
        span = pages[side].span_of(range(start, start + run.length))
        return (a, b)[side].document.passage(span.start, span.end)

    cuts = ((cut(0, run), cut(1, run)) for run in runs)
    passages = tuple(pair for pair in cuts if not _is_name(pair[0].text))
    credited = None
    if first and passages:
        source, later = (a, b) if first == "a" else (b, a)
        longest = passages[0][first == "a"].span
        credited = is_credited(
            later.document.text,
            Credits.of(later.attributions),
            source.document.outlet,
            near=lambda: longest,
        )
    return Overlap(
        first,
        credited,
        shared / max(1, min(len(set(ours)), len(set(theirs)))),
        tuple(sorted(passages, key=lambda pair: pair[0].start)),
    )


def _is_name(words: str) -> bool:
    """Tell whether words are a name with its titles, and at most what its owner does."""
    written = [word for word in words.split() if word[:1].isalpha()]
    small = [word for word in written if word[:1].islower()]
    return len(small) <= _SMALL_WORDS_OF_NAME and len(written) <= _LONGEST_NAME


def _tells(words: tuple[str, ...]) -> bool:
    """Tell whether words say enough to be somebody's."""
    return sum(map(is_content, words)) >= FEWEST_CONTENT
