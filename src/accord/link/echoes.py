"""Echoes: the same utterance in two documents, and words that were passed on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from accord.link.compare import Comparison, Match
from accord.link.contradictions import Contradiction, contradict
from accord.link.credits import outlet_key
from accord.link.meetings import meetings
from accord.link.pile import Pile
from accord.link.utterances import Utterance, relate

__all__ = ["Echo", "Reports", "find_reports"]

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


@dataclass(frozen=True, slots=True)
class Reports:
    """What the comparison of utterances finds.

    Attributes:
        echoes: Reports of one utterance, the strongest first; an utterance is linked
            with another document once, unless it meets several utterances there that
            have no better partner.
        contradictions: Reports of what seems to be one utterance that do not agree;
            some are echoes too.
    """

    echoes: tuple[Echo, ...]
    contradictions: tuple[Contradiction, ...]


def find_reports(pile: Pile, comparison: Comparison) -> Reports:
    """Find attributions of different documents that report one utterance.

    Args:
        pile: All documents.
        comparison: Decides on two of their utterances.

    Cost:
        Linear in the words of all utterances, but for pairs that share wording.
    """
    echoes: list[Echo] = []
    contradictions: list[Contradiction] = []
    for i, j, worded in meetings(pile, comparison):
        a, b = pile.utterance(i), pile.utterance(j)
        passed_on = _passed_on(pile, a, b)
        match = comparison.match(a, b, worded=worded, passed=passed_on is not None)
        if match:
            echoes.append(Echo(a, b, match, passed_on))
        contradiction = contradict(
            a, b, match, relation=relate(a, b), apart=comparison.days_apart(a, b)
        )
        if contradiction:
            contradictions.append(contradiction)
    echoes += _renderings(pile, comparison, echoes)
    echoes.sort(key=_strength)
    best = tuple(_best(echoes))
    return Reports(best, tuple(_beside(contradictions, best)))


def _beside(
    contradictions: Sequence[Contradiction], echoes: Sequence[Echo]
) -> Iterator[Contradiction]:
    """Drop contradictions of which a side has an echo in the other document.

    Who said "nine" and "ten" on one day is not reported differently by whoever has
    both. What is an echo itself stays.
    """
    pairs = {(echo.a.id, echo.b.id) for echo in echoes}
    placed = {(e.a.id, e.b.page) for e in echoes} | {(e.b.id, e.a.page) for e in echoes}
    for found in contradictions:
        a, b = found.a, found.b
        elsewhere = {(a.id, b.page), (b.id, a.page)} & placed
        if (a.id, b.id) in pairs or not elsewhere:
            yield found


def _renderings(
    pile: Pile, comparison: Comparison, found: Sequence[Echo]
) -> Iterator[Echo]:
    """Look for translations between documents that echo a speaker elsewhere."""
    known = {(echo.a.id, echo.b.id) for echo in found}
    for page_a, page_b in sorted({(echo.a.page, echo.b.page) for echo in found}):
        theirs = _quotations(pile, page_b)
        for speaker, ours in _quotations(pile, page_a).items():
            for a, b in product(ours, theirs.get(speaker, ())):
                if (a.id, b.id) in known:
                    continue
                match = comparison.match_rendering(a, b)
                if match:
                    yield Echo(a, b, match, _passed_on(pile, a, b))


def _quotations(pile: Pile, page: int) -> dict[str, list[Utterance]]:
    """Give a page's quotations by speaker."""
    direct: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in map(pile.utterance, pile.utterances_of(page)):
        if utterance.mode == "direct" and utterance.speaker:
            said = direct[utterance.speaker]
            if len(said) < MOST_QUOTATIONS:
                said.append(utterance)
    return direct


def _strength(echo: Echo) -> tuple[float, int, str, str]:
    """Sort the most alike first, then those with more words in common."""
    return (-echo.match.similarity, -len(echo.match.words), echo.a.id, echo.b.id)


def _best(found: Sequence[Echo]) -> Iterator[Echo]:
    """Drop echoes of which both sides have a better partner in the other document."""
    taken: set[tuple[str, int]] = set()
    for echo in found:
        ours = (echo.a.id, echo.b.page)
        theirs = (echo.b.id, echo.a.page)
        if ours in taken and theirs in taken:
            continue
        taken |= {ours, theirs}
        yield echo


def _passed_on(pile: Pile, a: Utterance, b: Utterance) -> Utterance | None:
    """Tell which utterance names the other's outlet as the one it comes from."""
    for one, other in ((a, b), (b, a)):
        outlet = pile.pages[other.page].document.outlet
        if outlet is None or outlet == pile.pages[one.page].document.outlet:
            continue
        if one.via and outlet_key(outlet) in one.via:
            return one
    return None
