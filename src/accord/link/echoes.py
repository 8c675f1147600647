"""Echoes: the same utterance in two documents, and words that were passed on."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from accord.link.compare import Comparison, Match, match_unnamed
from accord.link.contradictions import Contradiction, contradict, is_doubted
from accord.link.meetings import meetings
from accord.link.passing.credits import outlet_key
from accord.link.pile import Pile
from accord.link.standing import Standing
from accord.link.utterances import Utterance, relate

__all__ = ["Echo", "Reports", "find_reports"]

Side = Literal["a", "b"]

# Quotations of one speaker in one document that are compared for translations.
MOST_QUOTATIONS = 30
# Echoes of two documents from which on the unnamed of both are compared too.
FEWEST_ECHOES = 3


@dataclass(frozen=True, slots=True)
class Echo:
    """Two attributions that report one utterance.

    Attributes:
        a: Number of the utterance on the page that comes first in canonical order.
        b: Number of the other; a pile has a million of them, so they stay packed.
        ids: Ids of both attributions.
        pages: Numbers of both pages.
        match: Why.
        passed_on: Which of them says that it has the words from the other's outlet;
            None if neither does.
    """

    a: int
    b: int
    ids: tuple[str, str]
    pages: tuple[int, int]
    match: Match
    passed_on: Side | None


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


def find_reports(pile: Pile, comparison: Comparison, standing: Standing) -> Reports:
    """Find attributions of different documents that report one utterance.

    Args:
        pile: All documents.
        comparison: Decides on two of their utterances.
        standing: What is repeated without being an echo.

    Cost:
        Linear in the words of all utterances, but for pairs that share wording.
    """
    echoes: list[Echo] = []
    contradictions: list[Contradiction] = []
    for i, j, worded in meetings(pile, comparison):
        if standing.holds(i, j):
            continue
        a, b = pile.utterance(i), pile.utterance(j)
        passed_on = _passed_on(pile, a, b)
        match = comparison.match(a, b, worded=worded, passed=passed_on is not None)
        # Words that say little, given to two people, are doubted and no echo.
        doubted = match and is_doubted(a, b, match)
        if match and not doubted:
            echoes.append(_echo(pile, (i, j), match))
        contradiction = contradict(
            a, b, match, relation=relate(a, b), apart=comparison.days_apart(a, b)
        )
        if contradiction:
            contradictions.append(contradiction)
    echoes += [
        echo
        for echo in _beside(pile, comparison, echoes)
        if not standing.holds(echo.a, echo.b)
    ]
    echoes.sort(key=_strength)
    best = tuple(_best(echoes))
    return Reports(best, tuple(_alone(contradictions, best)))


def _echo(pile: Pile, numbers: tuple[int, int], match: Match) -> Echo:
    """Note an echo down."""
    a, b = (pile.utterance(number) for number in numbers)
    return Echo(*numbers, (a.id, b.id), (a.page, b.page), match, _passed_on(pile, a, b))


def _alone(
    contradictions: Sequence[Contradiction], echoes: Sequence[Echo]
) -> Iterator[Contradiction]:
    """Drop contradictions of which a side has an echo in the other document.

    Who said "nine" and "ten" on one day is not reported differently by whoever has
    both. What is an echo itself stays.
    """
    if not contradictions:
        return
    pairs = {echo.ids for echo in echoes}
    placed = {end for echo in echoes for end in _ends(echo)}
    for found in contradictions:
        a, b = found.a, found.b
        elsewhere = {(a.id, b.page), (b.id, a.page)} & placed
        if (a.id, b.id) in pairs or not elsewhere:
            yield found


def _beside(
    pile: Pile, comparison: Comparison, found: Sequence[Echo]
) -> Iterator[Echo]:
    """Look for weaker likeness between documents that echo each other elsewhere.

    Translations of what one speaker said; and, where documents echo each other again
    and again, what those said whom neither names.
    """
    known = {echo.ids for echo in found}
    for (page_a, page_b), count in sorted(Counter(e.pages for e in found).items()):
        theirs = _quotations(pile, page_b)
        for speaker, ours in _quotations(pile, page_a).items():
            if not speaker and count < FEWEST_ECHOES:
                continue
            for i, j in product(ours, theirs.get(speaker, ())):
                a, b = pile.utterance(i), pile.utterance(j)
                if (a.id, b.id) in known:
                    continue
                match = (
                    comparison.match_rendering(a, b) if speaker else match_unnamed(a, b)
                )
                if match:
                    yield _echo(pile, (i, j), match)


def _quotations(pile: Pile, page: int) -> dict[str, list[int]]:
    """Give a page's quotations by speaker, and all that nobody known says under ""."""
    said: dict[str, list[int]] = defaultdict(list)
    for number in pile.utterances_of(page):
        utterance = pile.utterance(number)
        if utterance.mode == "direct" or not utterance.speaker:
            of_one = said[utterance.speaker or ""]
            if len(of_one) < MOST_QUOTATIONS:
                of_one.append(number)
    return said


def _strength(echo: Echo) -> tuple[float, int, tuple[str, str]]:
    """Sort the most alike first, then those with more words in common."""
    return (-echo.match.similarity, -len(echo.match.words), echo.ids)


def _ends(echo: Echo) -> tuple[tuple[str, int], tuple[str, int]]:
    """Give each attribution with the page on which the other stands."""
    (a, b), (page_a, page_b) = echo.ids, echo.pages
    return (a, page_b), (b, page_a)


def _best(found: Sequence[Echo]) -> Iterator[Echo]:
    """Drop echoes of which both sides have a better partner in the other document."""
    taken: set[tuple[str, int]] = set()
    for echo in found:
        ends = _ends(echo)
        if taken.issuperset(ends):
            continue
        taken.update(ends)
        yield echo


def _passed_on(pile: Pile, a: Utterance, b: Utterance) -> Side | None:
    """Tell which utterance names the other's outlet as the one it comes from."""
    sides: tuple[tuple[Side, Utterance, Utterance], ...] = (("a", a, b), ("b", b, a))
    for side, one, other in sides:
        outlet = pile.pages[other.page].document.outlet
        if outlet is None or outlet == pile.pages[one.page].document.outlet:
            continue
        if one.via and outlet_key(outlet) in one.via:
            return side
    return None
