"""Copies: documents that repeat whole passages of another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from itertools import combinations

import numpy as np
import numpy.typing as npt

from accord.link.page import Page
from accord.link.passing.credits import outlet_key
from accord.link.pile import Pile
from accord.link.words.candidates import REACH, Entries, roll, shared_pairs
from accord.link.words.lexicon import Codes
from accord.link.words.runs import Run, common_runs
from accord.model import SAME_STORY, join_pairs

__all__ = ["SAMPLED", "Copy", "find_copies", "gather_reprints"]

# Words in a shingle. 5 is what reprint studies settle on; 4 lets set phrases in, 7
# misses lightly edited copies.
SIZE = 5
# Shingles two documents must share to be looked at: one sentence of 12 words.
FEWEST_SHARED = 8
# Share of the shorter document's shingles that makes it a copy as a whole.
LEAST_CONTAINMENT = 0.3
# Documents of one outlet repeat their own background; only reissues are copies.
LEAST_CONTAINMENT_OWN = 0.5
# Shared shingles that are not inside quotation marks in both: two reporters of one
# speech share its words without having seen each other.
FEWEST_OUTSIDE_QUOTES = 8
# A copy in part: this many passages, and shingles in all. Runs of fewer words do not
# count as outside quotation marks here: they are names with titles and set phrases.
FEWEST_PASSAGES = 3
FEWEST_SHARED_IN_PART = 20
TELLING_WORDS = 8
# One passage of so many words outside quotation marks is taken over, whatever the rest.
LONG_PASSAGE = 30
# In a pile too large for all shingles every so many is looked up, and two documents
# that share two of those are compared. Tried 2 to 16 on evals/links.
SAMPLED = 4
FEWEST_SAMPLED = 2
# Every two documents of a story are compared if no more than so many print it.
MOST_OF_STORY = 64


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of which one repeats the other.

    Attributes:
        a: Number of the page that comes first in canonical order.
        b: Number of the other.
        containment: Share of the shorter one's shingles that both have, in (0, 1].
        runs: The passages they share, the longest first.
        telling: The longest passage that is not a quotation in both; the longest
            of all if there is none.
    """

    a: int
    b: int
    containment: float
    runs: tuple[Run, ...]
    telling: Run


def find_copies(pile: Pile, *, sampled: int = 1) -> tuple[Copy, ...]:
    """Find documents that repeat each other, wholly or in part.

    Two documents that share ``FEWEST_SHARED`` shingles, each of which no more than
    ``REACH + 1`` documents have, are always compared, and by all they share. Of a
    wording that more documents have, each is compared with the first and with its
    neighbours in time; and within a story that up to ``MOST_OF_STORY`` documents
    print, each with each.

    Args:
        pile: All documents.
        sampled: Look up one of so many shingles; with 1 nothing is missed, with more
            a pair is missed by chance if it has little in common.

    Returns:
        Copies by page numbers. Documents with the same words throughout are linked
        to the first of them, which alone is compared with the rest.

    Cost:
        Linear in the words of all pages, but for pairs that do share passages.

    Source:
        [broder1997] (containment of shingles), [irber2022] (sampling them by their
        own numbers keeps containment).
    """
    pages, codes = pile.pages, pile.lexicon.codes()
    same: dict[bytes, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        same[blake2b(page.words.tobytes(), digest_size=16).digest()].append(number)
    found: list[Copy] = []
    for numbers in same.values():
        length = len(pages[numbers[0]].words)
        if length >= FEWEST_SHARED + SIZE - 1:
            whole = Run(0, 0, length)
            found += (Copy(numbers[0], n, 1.0, (whole,), whole) for n in numbers[1:])
    unlike = [numbers[0] for numbers in same.values()]
    del same
    least = FEWEST_SHARED if sampled == 1 else FEWEST_SAMPLED
    entries = partial(_index, pile, codes, unlike, sampled)
    for some in shared_pairs(entries, least=least):
        for a, b, _ in some:
            found += _compare(pages, codes, a, b)
    for a, b in list(_unseen(found)):
        found += _compare(pages, codes, a, b)
    return tuple(sorted(found, key=lambda copy: (copy.a, copy.b)))


def gather_reprints(found: Iterable[Copy]) -> tuple[frozenset[int], ...]:
    """Gather pages that are reprints of one another, directly or through others."""
    return join_pairs((c.a, c.b) for c in found if c.containment >= SAME_STORY)


def _unseen(found: Sequence[Copy]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a story that wording too common did not bring together."""
    known = {(copy.a, copy.b) for copy in found}
    for story in gather_reprints(found):
        if REACH + 1 < len(story) <= MOST_OF_STORY:
            yield from (p for p in combinations(sorted(story), 2) if p not in known)


def _index(
    pile: Pile, codes: Codes, unlike: Sequence[int], sampled: int
) -> Iterator[Entries]:
    """Give shingles with the page that has them.

    One that is quoted in both documents is no reason to compare them (``_confirm``).
    """
    for chunk in pile.page_words(unlike):
        keys = roll(codes[chunk.words], SIZE)
        items = chunk.items[: len(keys)]
        one_page = items == chunk.items[SIZE - 1 :]
        told = ~_is_quoted(chunk.quoted)
        kept = one_page & (keys % np.uint64(sampled) == 0)
        yield Entries(keys[kept], items[kept], told[kept].astype(np.uint8))


def _compare(pages: Sequence[Page], codes: Codes, a: int, b: int) -> Iterator[Copy]:
    """Hold two documents against one another."""
    ours, theirs = (roll(codes[pages[n].words], SIZE) for n in (a, b))
    shared = len(np.intersect1d(ours, theirs))
    containment = min(1.0, shared / min(len(ours), len(theirs)))
    if _may_be_copy(pages[a], pages[b], containment):
        runs = common_runs(ours.tolist(), theirs.tolist(), size=SIZE)
        if not runs:  # both are copies of a third, of different parts
            return
        yield from _confirm(pages, Copy(a, b, containment, runs, runs[0]))


def _may_be_copy(one: Page, other: Page, containment: float) -> bool:
    """Tell whether two documents share enough; own background is no copy."""
    outlets = {_outlet(one), _outlet(other)}
    own = len(outlets) == 1 and None not in outlets
    return not own or containment >= LEAST_CONTAINMENT_OWN


def _confirm(pages: Sequence[Page], copy: Copy) -> Iterator[Copy]:
    """Keep two documents if what they share is more than the words of a speech."""
    one, other = pages[copy.a], pages[copy.b]
    whole = copy.containment >= LEAST_CONTAINMENT
    least = 0 if whole else TELLING_WORDS
    outside = sum(_outside(one, other, r) for r in copy.runs if r.length >= least)
    if outside < FEWEST_OUTSIDE_QUOTES:
        return
    shared = sum(run.length - SIZE + 1 for run in copy.runs)
    in_part = len(copy.runs) >= FEWEST_PASSAGES and shared >= FEWEST_SHARED_IN_PART
    if whole or in_part or _has_long_passage(one, other, copy.runs[0]):
        telling = (run for run in copy.runs if _outside(one, other, run))
        yield replace(copy, telling=next(telling, copy.runs[0]))


def _has_long_passage(one: Page, other: Page, run: Run) -> bool:
    """Tell whether the longest passage is longer than two writers hit upon by chance."""
    told = _outside(one, other, run) + SIZE - 1
    return told >= LONG_PASSAGE and _outlet(one) != _outlet(other)


def _outside(one: Page, other: Page, run: Run) -> int:
    """Count the shingles of a passage that are not quoted in both documents."""
    ours = _is_quoted(one.quoted[run.a : run.a + run.length])
    theirs = _is_quoted(other.quoted[run.b : run.b + run.length])
    return len(ours) - int((ours & theirs).sum())


def _is_quoted(quoted: npt.NDArray[np.uint16]) -> npt.NDArray[np.bool_]:
    """Tell of each shingle whether all of it stands in quotation marks."""
    inside = np.cumsum(np.append(0, quoted > 0))
    full: npt.NDArray[np.bool_] = inside[SIZE:] - inside[:-SIZE] == SIZE
    return full


def _outlet(page: Page) -> str | None:
    """Return the outlet's comparable name."""
    outlet = page.document.outlet
    return outlet_key(outlet) if outlet else None
