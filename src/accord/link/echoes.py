"""Echoes: the same utterance in two documents, and words that were passed on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from accord.link.candidates import count_pairs
from accord.link.compare import (
    PASSED_ON_STEMS,
    REWORDED_STEMS,
    Comparison,
    Match,
)
from accord.link.credits import is_named_by
from accord.link.page import Page
from accord.link.tokens import is_content, stem
from accord.link.utterances import RUN_SIZE, Utterance
from accord.text import shingles

__all__ = ["Echo", "find_echoes"]

# Words of a shingle that must say something to bring two utterances together; else
# "that it is not" would bring everything together.
FEWEST_CONTENT = 2
# Words of a shingle that need not say anything.
LONG_SIZE = 6
# Quotations of one speaker in one document that are compared for translations.
MOST_QUOTATIONS = 30


@dataclass(frozen=True, slots=True)
class Echo:
    """Two attributions that report one utterance.

    Attributes:
        a: The utterance on the page that comes first in canonical order.
        b: The other.
        match: Why.
        passed_on: Which of them says that it has the words from the other's outlet;
            None if neither does.
    """

    a: Utterance
    b: Utterance
    match: Match
    passed_on: Utterance | None


def find_echoes(
    pages: Sequence[Page], utterances: Sequence[Utterance], comparison: Comparison
) -> tuple[Echo, ...]:
    """Find attributions of different documents that report one utterance.

    Args:
        pages: In canonical order.
        utterances: Of all pages, in page and text order.
        comparison: Decides on two of them.

    Returns:
        Echoes, the strongest first; an utterance is linked with another document
        once, unless it meets several utterances there that have no better partner.

    Cost:
        Linear in the words of all utterances, but for pairs that share wording.
    """
    found: list[Echo] = []
    for (i, j), worded in _candidates(utterances, comparison):
        a, b = utterances[i], utterances[j]
        if a.page == b.page:
            continue
        passed_on = _passed_on(pages, a, b)
        match = comparison.match(a, b, worded=worded, passed=passed_on is not None)
        if match:
            found.append(Echo(a, b, match, passed_on))
    found += _renderings(pages, utterances, comparison, found)
    found.sort(key=_strength)
    return tuple(_best(found))


def _renderings(
    pages: Sequence[Page],
    utterances: Sequence[Utterance],
    comparison: Comparison,
    found: Sequence[Echo],
) -> Iterator[Echo]:
    """Look for translations between documents that echo a speaker elsewhere."""
    direct: dict[int, dict[str, list[Utterance]]] = defaultdict(dict)
    for utterance in utterances:
        if utterance.attribution.mode == "direct" and utterance.speaker:
            said = direct[utterance.page].setdefault(utterance.speaker, [])
            if len(said) < MOST_QUOTATIONS:
                said.append(utterance)
    known = {(echo.a.attribution.id, echo.b.attribution.id) for echo in found}
    for page_a, page_b in sorted({(echo.a.page, echo.b.page) for echo in found}):
        for speaker, ours in direct[page_a].items():
            for a, b in product(ours, direct[page_b].get(speaker, ())):
                if (a.attribution.id, b.attribution.id) in known:
                    continue
                match = comparison.match_rendering(a, b)
                if match:
                    yield Echo(a, b, match, _passed_on(pages, a, b))


def _strength(echo: Echo) -> tuple[float, int, str, str]:
    """Sort the most alike first, then those with more words in common."""
    ids = echo.a.attribution.id, echo.b.attribution.id
    return (-echo.match.similarity, -len(echo.match.words), *ids)


def _best(found: Sequence[Echo]) -> Iterator[Echo]:
    """Drop echoes of which both sides have a better partner in the other document."""
    taken: set[tuple[str, int]] = set()
    for echo in found:
        ours = (echo.a.attribution.id, echo.b.page)
        theirs = (echo.b.attribution.id, echo.a.page)
        if ours in taken and theirs in taken:
            continue
        taken |= {ours, theirs}
        yield echo


def _candidates(
    utterances: Sequence[Utterance], comparison: Comparison
) -> list[tuple[tuple[int, int], bool]]:
    """Bring together utterances that share wording, or speaker and content words.

    Returns:
        Pairs of numbers, and whether the two share wording.
    """
    worded = count_pairs((n, _wordings(u)) for n, u in enumerate(utterances))
    voiced = count_pairs((n, _voiced_stems(u)) for n, u in enumerate(utterances))
    quoted = count_pairs(
        (n, _quoted_stems(u, comparison)) for n, u in enumerate(utterances)
    )
    passing = {n for n, u in enumerate(utterances) if u.attribution.via}
    spoken = (
        pair
        for pair, shared in voiced.items()
        if shared >= REWORDED_STEMS
        or (shared >= PASSED_ON_STEMS and not passing.isdisjoint(pair))
    )
    return [(pair, pair in worded) for pair in sorted({*worded, *quoted, *spoken})]


def _wordings(utterance: Utterance) -> Iterator[object]:
    """Give the shingles that say something."""
    telling = [is_content(word) for word in utterance.words]
    for start, key in enumerate(utterance.keys):
        if sum(telling[start : start + RUN_SIZE]) >= FEWEST_CONTENT:
            yield key
    # Long runs bring together even what is made of small words only.
    yield from shingles(utterance.words, size=LONG_SIZE)


def _voices(utterance: Utterance) -> list[str]:
    """Give the speaker and the body spoken for."""
    return [voice for voice in (utterance.speaker, utterance.body) if voice]


def _voiced_stems(utterance: Utterance) -> Iterator[object]:
    """Give each content word together with who says it."""
    for stemmed in utterance.stems:
        for voice in _voices(utterance):
            yield voice, stemmed


def _quoted_stems(utterance: Utterance, comparison: Comparison) -> Iterator[object]:
    """Give each rare quoted word together with who says it."""
    for word, quoted in zip(utterance.words, utterance.quoted, strict=True):
        if quoted and comparison.is_rare((word,)):
            for voice in _voices(utterance):
                yield voice, stem(word)


def _passed_on(pages: Sequence[Page], a: Utterance, b: Utterance) -> Utterance | None:
    """Tell which utterance names the other's outlet as the one it comes from."""
    for one, other in ((a, b), (b, a)):
        outlet = pages[other.page].document.outlet
        if outlet == pages[one.page].document.outlet:
            continue
        if any(is_named_by(via, outlet) for via in one.attribution.via):
            return one
    return None
