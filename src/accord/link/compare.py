"""Comparison: are two attributions reports of the same utterance?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from accord.link.likeness import (
    UNMARKED_WORDS,
    days_between,
    frames_both,
    goes_elsewhere,
    holds,
    is_marked,
    is_same_message,
    is_turned,
    is_whole_quotation,
    only_opens,
    share_of_message,
    share_of_quotation,
    share_of_stems,
)
from accord.link.pile import Pile
from accord.link.utterances import RUN_SIZE, Relation, Utterance, relate
from accord.link.words.lexicon import Numbers
from accord.link.words.runs import Run, common_runs
from accord.link.words.tokens import is_content, stem

__all__ = [
    "FRAGMENT_WORDS",
    "NEAR",
    "PASSED_ON_STEMS",
    "QUOTED_CONTENT",
    "REWORDED_FEW_SHARE",
    "REWORDED_FEW_STEMS",
    "REWORDED_SHARE",
    "REWORDED_STEMS",
    "SAME_OCCASION",
    "UNKNOWN_SPEAKER_WORDS",
    "Comparison",
    "How",
    "Match",
    "match_unnamed",
]

How = Literal["verbatim", "fragment", "reworded", "passed-on"]

# The numbers below were set on the invented pairs of evals/links; its gate shows
# what another value does.
# A common run this long is the same utterance whoever is named and whenever.
CERTAIN_WORDS = 12
CERTAIN_CONTENT = 5
# A common run that is nearly all of both; one of the speakers may be a mistake.
WHOLE_WORDS = 8
WHOLE_SHARE = 0.8
# The same where only two of the words say anything.
WHOLE_OF_FEW_WORDS = 10
# A common run inside quotation marks on one side at least.
QUOTED_WORDS = 5
QUOTED_CONTENT = 3
LEAST_COVERAGE = 0.5
# The same when one of the speakers is not known.
UNKNOWN_SPEAKER_WORDS = 7
# A common run that is in quotation marks on neither side.
PARAPHRASED_WORDS = 6
PARAPHRASED_COVERAGE = 0.65
# The same, of one speaker, weeks apart.
REPEATED_WORDS = 10
# A common paraphrase around the same few quoted words, of speakers not known to differ.
FRAMED_WORDS = 8
# A whole quotation that the other text has without marks.
UNMARKED_CONTENT = 2
# Quotations of up to this many words count as fragments.
FRAGMENT_WORDS = 8
# In shorter quotations a rare word is the speaker's own; in longer ones it counts as
# used by the pile, as outside quotation marks.
TERM_WORDS = 5
# So short a phrase with one content word in it ("the skies") is nobody's own.
SHORT_PHRASE = 3
# Re-worded: content words in common, and their share (Dice).
REWORDED_STEMS = 4
REWORDED_SHARE = 0.5
# The same of short ones.
REWORDED_FEW_STEMS = 3
REWORDED_FEW_SHARE = 0.65
PASSED_ON_STEMS = 2
PASSED_ON_SHARE = 0.35
# Two translations of a quotation, in documents that echo each other elsewhere: share
# of all words (Dice), or content words in common of which one is rare.
RENDERED_WORDS = 7
RENDERED_SHARE = 0.7
RENDERED_STEMS = 2
# Nobody's words, in documents that echo each other again and again.
UNNAMED_WORDS = 5
UNNAMED_COVERAGE = 0.8
UNNAMED_CONTENT = 2
NEAR = 7
# Reprints of one speech trail behind; a phrase repeated later is a new utterance.
SAME_OCCASION = 45


@dataclass(frozen=True, slots=True)
class Match:
    """Why two attributions are held to report one utterance.

    Attributes:
        how: The rule that decided.
        similarity: In (0, 1]: the share of the shorter one's words that both have;
            for ``reworded``, of content words (Dice). Not calibrated.
        words: The common words that decided, as the first page has them.
    """

    how: How
    similarity: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares utterances against the background of a pile.

    Attributes:
        pile: The pile.
        background: On how many pages each stem stands outside short quotations, by
            its number.
    """

    pile: Pile
    background: Numbers

    @classmethod
    def over(cls, pile: Pile) -> "Comparison":
        """Count the background.

        Cost:
            Linear in the words of all pages.
        """
        stems = pile.lexicon.stems()
        background = np.zeros(pile.lexicon.stem_count, np.uint32)
        for page in pile.pages:
            if not len(page.words):
                continue
            quoted = page.quoted
            used = (quoted == 0) | (np.bincount(quoted)[quoted] > TERM_WORDS)
            background[np.unique(stems[page.words[used]])] += 1
        return cls(pile, background)

    def match(
        self, one: Utterance, other: Utterance, *, worded: bool, passed: bool
    ) -> Match | None:
        """Decide on two utterances of different documents.

        Args:
            one: The one.
            other: The other.
            worded: Whether they share a run of words; without one only what few words
                they quote, and what words they use, is compared.
            passed: Whether one of them says that it has the words from the other's
                outlet, which makes weaker likeness enough.

        Returns:
            The strongest reason to hold them for one utterance; None if there is
            none.
        """
        relation = relate(one, other)
        apart = self.days_apart(one, other)
        runs = common_runs(one.keys, other.keys, size=RUN_SIZE) if worded else ()
        return (
            _match_verbatim(one, other, runs, relation=relation, apart=apart)
            or self._match_fragment(one, other, relation=relation, apart=apart)
            or _match_reworded(one, other, runs, relation=relation, apart=apart)
            or (_match_passed_on(one, other, relation=relation) if passed else None)
        )

    def match_rendering(self, one: Utterance, other: Utterance) -> Match | None:
        """Match two translations of one quotation.

        Only for documents that already echo the same speaker: then the chance that
        two of his quotations with telling words in common are two utterances is small.
        """
        direct = {one.mode, other.mode} == {"direct"}
        shortest = min(len(one.words), len(other.words))
        if not direct or shortest < RENDERED_WORDS or relate(one, other) != "same":
            return None
        common, share = share_of_stems(one, other)
        both = Counter(one.words) & Counter(other.words)
        alike = 2 * both.total() / (len(one.words) + len(other.words))
        # The two documents themselves may use the word.
        rare = sum(self._count(s) <= RENDERED_STEMS for s in common)
        if is_same_message(one, other) and common and alike >= RENDERED_SHARE:
            return Match("reworded", alike, common)
        enough = len(common) >= RENDERED_STEMS and rare > 0
        return Match("reworded", share, common) if enough else None

    def is_rare(self, words: Iterable[str]) -> bool:
        """Tell whether some content word is rare outside short quotations.

        "Security guarantees" in quotation marks proves nothing in a pile that speaks
        of them all the time; "half-baked" does, however many quote it.
        """
        most = self.most_documents
        return any(
            self._count(stem(word)) <= most for word in words if is_content(word)
        )

    @property
    def most_documents(self) -> int:
        """On how many pages a rare stem stands at most."""
        return max(1, len(self.pile.pages) // 50)

    def _count(self, stemmed: str) -> int:
        """Count the pages on which a stem stands outside short quotations."""
        number = self.pile.lexicon.stem_number(stemmed)
        return 0 if number is None else int(self.background[number])

    def days_apart(self, one: Utterance, other: Utterance) -> int | None:
        """Return the least days between the utterances; None if not known."""
        said = days_between(one.said, other.said)
        if said is not None:
            return said
        pages = self.pile.pages
        return days_between(pages[one.page].days, pages[other.page].days)

    def _match_fragment(
        self,
        one: Utterance,
        other: Utterance,
        *,
        relation: Relation,
        apart: int | None,
    ) -> Match | None:
        """Match a few quoted words that only this speaker used."""
        far = apart is not None and apart > SAME_OCCASION
        if far or relation not in {"same", "related"}:
            return None
        best: Match | None = None
        theirs = [other.words[i:j] for i, j in other.fragments()]
        for start, end in one.fragments():
            ours = one.words[start:end]
            for words in theirs:
                short, long = sorted((ours, words), key=len)
                if len(short) > FRAGMENT_WORDS or not holds(long, short):
                    continue
                share = len(short) / len(long)
                better = best is None or share > best.similarity
                if better and self.is_rare(short) and _is_backed(one, other, short):
                    best = Match("fragment", share, short)
        return best


def match_unnamed(one: Utterance, other: Utterance) -> Match | None:
    """Match what neither document gives to anybody known: "the two states pledged".

    Only for documents that echo each other again and again, of which one was written
    from the other or both from a third.
    """
    if len(set(one.keys).intersection(other.keys)) <= UNNAMED_WORDS - RUN_SIZE:
        return None
    runs = common_runs(one.keys, other.keys, size=RUN_SIZE)
    words = one.words[runs[0].a : runs[0].a + runs[0].length]
    share = sum(r.length for r in runs) / min(len(one.words), len(other.words))
    enough = len(words) >= UNNAMED_WORDS and share >= UNNAMED_COVERAGE
    common, _ = share_of_stems(one, other)
    if enough and len(common) >= UNNAMED_CONTENT and is_same_message(one, other):
        return Match("verbatim", min(1.0, share), words)
    return None


def _match_verbatim(
    one: Utterance,
    other: Utterance,
    runs: Sequence[Run],
    *,
    relation: Relation,
    apart: int | None,
) -> Match | None:
    """Match by words in the same order."""
    if not runs:
        return None
    longest = runs[0]
    words = one.words[longest.a : longest.a + longest.length]
    content = sum(map(is_content, words))
    share = sum(r.length for r in runs) / min(len(one.words), len(other.words))
    match = Match("verbatim", min(1.0, share), words)
    marked = is_marked(one, longest.a, longest.length) or is_marked(
        other, longest.b, longest.length
    )
    if content >= UNMARKED_CONTENT and _is_certain(
        one, other, longest, marked=marked, content=content
    ):
        return match
    if relation == "different" or (apart is not None and apart > SAME_OCCASION):
        return None
    fewest = UNKNOWN_SPEAKER_WORDS if relation == "unknown" else QUOTED_WORDS
    if longest.length >= fewest and content >= QUOTED_CONTENT:
        if marked and _covers(one, other, longest, share):
            parted = is_turned(one, other, longest) or only_opens(one, other, runs)
            return None if parted else match
        near = apart is not None and apart <= NEAR
        framed = longest.length >= FRAMED_WORDS and frames_both(one, other, longest)
        if relation == "same" and (near or longest.length >= REPEATED_WORDS):
            framed = framed or longest.length >= PARAPHRASED_WORDS
        framed = framed and not goes_elsewhere(one, other, runs)
        if framed and share >= PARAPHRASED_COVERAGE and is_same_message(one, other):
            return match
    whole = is_whole_quotation(one, longest.a, longest.length) or (
        is_whole_quotation(other, longest.b, longest.length)
    )
    known = relation in {"same", "related"}
    enough = longest.length >= UNMARKED_WORDS and content >= UNMARKED_CONTENT
    return match if known and whole and enough else None


def _is_certain(
    one: Utterance, other: Utterance, run: Run, *, marked: bool, content: int
) -> bool:
    """Tell whether words are one utterance whoever is named, and whenever."""
    if marked and run.length >= CERTAIN_WORDS and content >= CERTAIN_CONTENT:
        return True
    spoken = "direct" in {one.mode, other.mode}
    share = run.length / max(len(one.words), len(other.words))
    fewest = WHOLE_WORDS if content >= QUOTED_CONTENT else WHOLE_OF_FEW_WORDS
    return spoken and run.length >= fewest and share >= WHOLE_SHARE


def _covers(one: Utterance, other: Utterance, run: Run, share: float) -> bool:
    """Tell whether a run is most of an utterance, or of a quotation within it."""
    return (
        share >= LEAST_COVERAGE
        or share_of_quotation(one, run.a, run.length) >= LEAST_COVERAGE
        or share_of_quotation(other, run.b, run.length) >= LEAST_COVERAGE
    )


def _is_backed(one: Utterance, other: Utterance, words: Sequence[str]) -> bool:
    """Tell whether a quoted phrase is telling, or its one content word has company."""
    if len(words) > SHORT_PHRASE or sum(map(is_content, words)) > 1:
        return True
    common, _ = share_of_stems(one, other)
    return len(common) > 1


def _match_reworded(
    one: Utterance,
    other: Utterance,
    runs: Sequence[Run],
    *,
    relation: Relation,
    apart: int | None,
) -> Match | None:
    """Match two renderings of one utterance by their content words."""
    if relation != "same" or apart is None or apart > NEAR:
        return None
    if not is_same_message(one, other):
        return None
    # Who turns a sentence round keeps no long run of it.
    if (
        runs
        and runs[0].length >= PARAPHRASED_WORDS
        and goes_elsewhere(one, other, runs)
    ):
        return None
    common, share = share_of_message(one, other)
    enough = (len(common) >= REWORDED_STEMS and share >= REWORDED_SHARE) or (
        len(common) >= REWORDED_FEW_STEMS and share >= REWORDED_FEW_SHARE
    )
    return Match("reworded", share, common) if enough else None


def _match_passed_on(
    one: Utterance, other: Utterance, *, relation: Relation
) -> Match | None:
    """Match words that one document says it has from the other's outlet."""
    if relation == "different":
        return None
    common, share = share_of_stems(one, other)
    enough = len(common) >= PASSED_ON_STEMS and share >= PASSED_ON_SHARE
    return Match("passed-on", share, common) if enough else None
