"""Meetings: utterances that share so much that comparing them may pay.

Each of the indexes answers one rule of ``compare``: what it does not bring together,
the rule cannot match (as long as no wording is more common than an index keeps in
full, see ``candidates``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from accord.link.compare import (
    FRAGMENT_WORDS,
    PASSED_ON_STEMS,
    REWORDED_FEW_SHARE,
    REWORDED_FEW_STEMS,
    REWORDED_SHARE,
    REWORDED_STEMS,
    SAME_OCCASION,
    UNKNOWN_SPEAKER_WORDS,
    Comparison,
)
from accord.link.likeness import UNMARKED_WORDS
from accord.link.pile import Chunk, Pile
from accord.link.words.candidates import Entries, Pairs, Worth, mix, roll, shared_pairs
from accord.link.words.lexicon import Codes, Numbers

__all__ = ["meetings"]

Flags = npt.NDArray[np.bool_]
Days = npt.NDArray[np.int32]

_SPEAKER, _BODY, _MODE = 0, 1, 2
# First and last day.
_SAID = slice(3, 5)
_DIRECT = 0
# Where an index leaves keys out that many share, the share that it counts is too
# small: half of it is enough to look closer.
_SLACK = 0.5


def meetings(pile: Pile, comparison: Comparison) -> Iterator[tuple[int, int, bool]]:
    """Bring together utterances of different documents.

    Returns:
        Pairs of their numbers, ``a < b``, rising, each once, and whether the two share
        a run of words.

    Cost:
        Linear in the words of all utterances, but for pairs that share wording.
    """
    index = _Index.of(pile, comparison)
    worded = [*index.same_words(), *index.same_words_of_one_voice()]
    others = [*index.rare_quoted_words(), *index.same_content_words()]
    keys = np.concatenate([_joined(some) for some in (worded, others)])
    sharing = np.zeros(len(keys), np.bool_)
    sharing[: sum(len(some.a) for some in worded)] = True
    # A pair that is in both comes once, and shares words.
    order = np.lexsort((~sharing, keys))
    keys, sharing = keys[order], sharing[order]
    fresh = np.ones(len(keys), np.bool_)
    fresh[1:] = keys[1:] != keys[:-1]
    for key, shares in zip(keys[fresh].tolist(), sharing[fresh].tolist(), strict=True):
        yield key >> 32, key & 0xFFFFFFFF, shares


def _joined(pairs: list[Pairs]) -> Codes:
    """Make one number of each pair."""
    parts = [(p.a.astype(np.uint64) << np.uint64(32)) | p.b for p in pairs]
    return np.concatenate([np.empty(0, np.uint64), *parts])


@dataclass(frozen=True, slots=True)
class _Index:
    """What is asked of each word and each utterance, as tables.

    Attributes:
        pile: The pile.
        codes: Each word's code.
        content: Whether it says anything.
        stems: Its stem.
        stem_codes: Each stem's code.
        meanings: Each word's code, the same for its synonyms.
        counts: On how many pages the stem stands outside short quotations.
        rare: How many pages make a stem common.
        voices: Each voice's code.
        persons: Whether it is a person's.
        pages: Each utterance's page.
        printed: First and last day of each page's publication; 0 if not known.
        sizes: How many content words each utterance has, synonyms once.
        passing: Whether it names who passed it on.
    """

    pile: Pile
    codes: Codes
    content: Flags
    stems: Numbers
    stem_codes: Codes
    meanings: Codes
    counts: Numbers
    rare: int
    voices: Codes
    persons: Flags
    pages: Numbers
    printed: Days
    sizes: Numbers
    passing: Flags

    @classmethod
    def of(cls, pile: Pile, comparison: Comparison) -> "_Index":
        """Look everything up once."""
        lexicon = pile.lexicon
        counts = np.diff(pile.starts)
        passing = np.zeros(pile.utterance_count, np.bool_)
        for first, spoken in zip(pile.starts.tolist(), pile.spoken, strict=False):
            passing[[first + local for local in spoken.via]] = True
        content, stems = lexicon.content(), lexicon.stems()
        return cls(
            pile,
            lexicon.codes(),
            content,
            stems,
            lexicon.stem_codes(),
            lexicon.meaning_codes(),
            comparison.background,
            comparison.most_documents,
            pile.voices.codes(),
            pile.voices.persons(),
            np.repeat(np.arange(len(pile.pages), dtype=np.uint32), counts),
            np.array([page.days or (0, 0) for page in pile.pages], np.int32),
            _count_meanings(pile, content, lexicon.meaning_codes()),
            passing,
        )

    def same_words(self) -> Iterator[Pairs]:
        """Pair utterances that share a long run of words, whoever speaks."""
        for pairs in shared_pairs(partial(self._runs, UNKNOWN_SPEAKER_WORDS)):
            yield self._apart(pairs)

    def same_words_of_one_voice(self) -> Iterator[Pairs]:
        """Pair utterances of one voice that share a run of words.

        One key in common is a run of four words; it is enough only where it is the
        whole of a quotation, which is worth two.
        """
        for pairs in shared_pairs(self._voiced_runs, least=2):
            yield self._apart(pairs)

    def rare_quoted_words(self) -> Iterator[Pairs]:
        """Pair utterances of one voice that quote a rare word on one occasion.

        In a large pile most of those that quote one do so months apart, which nothing
        but a passing-on joins.
        """
        for pairs in shared_pairs(self._quoted_words):
            apart = self._apart(pairs)
            near = self._days_apart(apart) <= SAME_OCCASION
            yield apart.where(near | self._passes(apart))

    def same_content_words(self) -> Iterator[Pairs]:
        """Pair utterances of one voice with content words in common."""
        for pairs in shared_pairs(self._voiced_stems, least=PASSED_ON_STEMS):
            apart = self._apart(pairs)
            both = self.sizes[apart.a] + self.sizes[apart.b]
            share = 2 * apart.shared / both
            long = apart.shared >= REWORDED_STEMS
            long &= share >= REWORDED_SHARE * _SLACK
            short = apart.shared >= REWORDED_FEW_STEMS
            short &= share >= REWORDED_FEW_SHARE * _SLACK
            yield apart.where(long | short | self._passes(apart))

    def _apart(self, pairs: Pairs) -> Pairs:
        """Leave out what stands in one document."""
        return pairs.where(self.pages[pairs.a] != self.pages[pairs.b])

    def _passes(self, pairs: Pairs) -> Flags:
        """Tell of which pairs a side names who passed it on."""
        return self.passing[pairs.a] | self.passing[pairs.b]

    def _days_apart(self, pairs: Pairs) -> Days:
        """Count the least days between pairs, as ``compare`` does; 0 if not known."""
        said = self.pile.facts[:, _SAID]
        apart = np.zeros(len(pairs.a), np.int32)
        for days, one, other in (
            (self.printed, self.pages[pairs.a], self.pages[pairs.b]),
            (said, pairs.a, pairs.b),
        ):
            ours, theirs = days[one], days[other]
            known = (ours[:, 0] > 0) & (theirs[:, 0] > 0)
            between = np.maximum(theirs[:, 0] - ours[:, 1], ours[:, 0] - theirs[:, 1])
            apart = np.where(known, np.maximum(between, 0), apart)
        return apart

    def _runs(self, size: int) -> Iterator[Entries]:
        """Give the runs of words that say anything."""
        for chunk in self.pile.utterance_words():
            keys, kept = self._roll(chunk, size)
            yield Entries(keys, chunk.items[kept])

    def _roll(self, chunk: Chunk, size: int) -> tuple[Codes, npt.NDArray[np.int64]]:
        """Number the runs within each utterance, and say where they begin."""
        keys = roll(self.codes[chunk.words], size)
        telling = np.cumsum(np.append(0, self.content[chunk.words]))
        kept = (chunk.items[: len(keys)] == chunk.items[size - 1 :][: len(keys)]) & (
            telling[size:] > telling[: len(keys)]
        )
        return keys[kept], np.flatnonzero(kept)

    def _voiced_runs(self) -> Iterator[Entries]:
        """Give runs of words with who says them, worth more if a whole quotation."""
        for chunk in self.pile.utterance_words():
            keys, kept = self._roll(chunk, UNMARKED_WORDS)
            whole = _opens(chunk)[kept] & _closes(chunk)[kept + UNMARKED_WORDS - 1]
            worth, weak = whole + np.uint8(1), whole * np.uint8(2)
            yield self._voiced(keys, chunk.items[kept], worth=worth, weak=weak)

    def _voiced_stems(self) -> Iterator[Entries]:
        """Give content words with who says them."""
        for chunk in self.pile.utterance_words():
            kept = self.content[chunk.words]
            keys = self.meanings[chunk.words[kept]]
            worth = np.ones(len(keys), np.uint8)
            yield self._voiced(keys, chunk.items[kept], worth=worth, weak=0 * worth)

    def _quoted_words(self) -> Iterator[Entries]:
        """Give rare quoted words with who says them.

        A pair needs one word that is the rarest of a short quotation: the other, which
        holds that quotation, has it too.
        """
        for chunk in self.pile.utterance_words():
            stems = self.stems[chunk.words]
            direct = self.pile.facts[chunk.items, _MODE] == _DIRECT
            kept = (chunk.quoted > 0) | direct
            kept &= self.content[chunk.words] & (self.counts[stems] <= self.rare)
            short = _lengths(chunk) <= FRAGMENT_WORDS
            keys, worth = self.stem_codes[stems[kept]], short[kept].astype(np.uint8)
            yield self._voiced(keys, chunk.items[kept], worth=worth, weak=worth)

    def _voiced(
        self, keys: Codes, items: Numbers, *, worth: Worth, weak: Worth
    ) -> Entries:
        """Join keys with who speaks, and with who is spoken for.

        Who speaks for a body meets the body itself, and those of whom nobody knows who
        they are; two people of one body are two people.

        Args:
            keys: What is said.
            items: By which utterance.
            worth: Worth of each key.
            weak: The same as what a person says for a body.
        """
        facts = self.pile.facts[items]
        speakers, bodies = facts[:, _SPEAKER], facts[:, _BODY]
        known = speakers >= 0
        person = np.zeros(len(keys), np.bool_)
        person[known] = self.persons[speakers[known]]
        named = np.flatnonzero(known)
        bound = np.flatnonzero((bodies >= 0) & (bodies != speakers))
        rows = np.concatenate([named, bound])
        voices = np.concatenate([speakers[named], bodies[bound]])
        counts = np.concatenate([worth[named], np.where(person, weak, worth)[bound]])
        order = np.argsort(items[rows], kind="stable")
        rows, voices = rows[order], voices[order]
        return Entries(
            mix(keys[rows] ^ self.voices[voices]), items[rows], counts[order]
        )


def _count_meanings(pile: Pile, content: Flags, meanings: Codes) -> Numbers:
    """Count the content words of each utterance, synonyms once."""
    _, meaning_numbers = np.unique(meanings, return_inverse=True)
    sizes = np.ones(pile.utterance_count, np.uint32)
    for chunk in pile.utterance_words():
        kept = content[chunk.words]
        items = chunk.items[kept].astype(np.uint64)
        said = meaning_numbers[chunk.words[kept]].astype(np.uint64)
        keys = np.unique((items << np.uint64(32)) | said)
        numbers, counts = np.unique(keys >> np.uint64(32), return_counts=True)
        sizes[numbers] = counts
    return sizes


def _edges(chunk: Chunk) -> Flags:
    """Tell before which words a quotation or an utterance changes; one more at the end."""
    edges = np.ones(len(chunk.words) + 1, np.bool_)
    edges[1:-1] = (chunk.quoted[1:] != chunk.quoted[:-1]) | (
        chunk.items[1:] != chunk.items[:-1]
    )
    return edges


def _opens(chunk: Chunk) -> Flags:
    """Tell which words open a quotation."""
    return _edges(chunk)[:-1]


def _closes(chunk: Chunk) -> Flags:
    """Tell which words close a quotation."""
    return _edges(chunk)[1:]


def _lengths(chunk: Chunk) -> npt.NDArray[np.int64]:
    """Give the length of the stretch in or outside marks that each word stands in."""
    starts = np.flatnonzero(_edges(chunk))
    lengths = np.diff(starts)
    return np.repeat(lengths, lengths)
