"""The stage: dossiers of the whole pile in, links and findings out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from accord.link.compare import Comparison, How
from accord.link.contradictions import Contradiction
from accord.link.copies import SAMPLED, Copy, find_copies
from accord.link.differences import Difference
from accord.link.echoes import Echo, find_reports
from accord.link.inflation import find_inflation
from accord.link.page import Page, first_of
from accord.link.passing.carriers import Carrier, confirm
from accord.link.passing.credits import is_credited, outlet_key
from accord.link.pile import Pile
from accord.link.standing import Standing
from accord.model import Dossier, Finding, Link, LinkKind, Span, content_id, digest

__all__ = ["EXACT_DOCUMENTS", "LinkStage", "Linked"]

_HOW: dict[How, str] = {
    "verbatim": "The same words",
    "fragment": "The same few quoted words",
    "reworded": "Another wording of the same utterance",
    "passed-on": "A rendering of the same utterance",
}
#: Up to so many documents copies are sought by all shingles, if not set otherwise.
EXACT_DOCUMENTS = 100_000
# In words: a note quotes no more than this.
_QUOTED_IN_NOTE = 12


@dataclass(frozen=True, slots=True)
class Linked:
    """What the room finds in a pile.

    Attributes:
        links: By kind, then ids.
        findings: By document, then place.
        notice: What the reader of a large pile should know of how it was linked;
            empty if everything was compared.
    """

    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class LinkStage:
    """Finds the same words in other documents.

    Attributes:
        producer: Name and version.
        exact_documents: In a larger pile not every shingle is looked up when copies
            are sought.
    """

    producer: str = "link.rules.v5"
    exact_documents: int = EXACT_DOCUMENTS

    def fingerprint(self) -> str:
        """Return a hash that changes whenever the output may."""
        return digest(self.producer, self.exact_documents)

    def __call__(self, dossiers: Iterable[Dossier]) -> Linked:
        """Link a pile.

        Args:
            dossiers: Of all documents, with attributions and speakers; their order
                does not matter. Each is let go of before the next is asked for.

        Returns:
            The links and findings; the same for the same set of dossiers.

        Cost:
            Linear in the words of all documents, but for documents and quotations
            that do share wording; of those, a bounded number for each.
        """
        pile = Pile(dossiers)
        pages = pile.pages
        sampled = SAMPLED if len(pages) > self.exact_documents else 1
        copies = find_copies(pile, sampled=sampled)
        findings = [
            *self._uncredited(pages, copies),
            *self._inflated(pile),
        ]
        links = [self._copy_link(pages, copy) for copy in copies]
        reports = find_reports(pile, Comparison.over(pile), Standing.of(pile, copies))
        links += [self._contradiction_link(pages, c) for c in reports.contradictions]
        links += self._carrier_links(pages, reports.echoes)
        echoes = list(reports.echoes)
        # A large pile has half a million; each is let go of once its links are made.
        del reports
        while echoes:
            links += self._echo_links(pile, echoes.pop())
        return Linked(
            tuple(sorted(links, key=lambda link: (link.kind, link.a, link.b))),
            tuple(sorted(findings, key=_finding_order)),
            notice=_notice(len(pages), self.exact_documents),
        )

    def _copy_link(self, pages: Sequence[Page], copy: Copy) -> Link:
        """Make the link of a copied document."""
        one, other = pages[copy.a].document, pages[copy.b].document
        words = sum(run.length for run in copy.runs)
        return self._link(
            ("copy", one.id, other.id),
            similarity=copy.containment,
            first=first_of(one.published, other.published),
            credited=_copy_credited(pages, copy),
            note=f"{_passages(len(copy.runs), words)} in {one.path} and {other.path}, {copy.containment:.0%} of the shorter text.",
        )

    def _echo_links(self, pile: Pile, echo: Echo) -> Iterator[Link]:
        """Make the link of an echo, and the one of passing-on."""
        one, other = (pile.pages[page] for page in echo.pages)
        first = first_of(one.document.published, other.document.published)
        words = " ".join(echo.match.words[:_QUOTED_IN_NOTE])
        how = f"{_HOW[echo.match.how]} in {one.document.path} and {other.document.path}"
        if echo.match.how != "passed-on":
            yield self._link(
                ("echo", *echo.ids),
                similarity=echo.match.similarity,
                first=first,
                credited=_echo_credited(pile, echo) if first else None,
                note=f"{how}: “{words}”.",
            )
        source_is_a = echo.passed_on == "b"
        if echo.passed_on and first != ("b" if source_is_a else "a"):
            yield self._link(
                ("passed-on", *echo.ids),
                similarity=echo.match.similarity,
                first="a" if source_is_a else "b",
                credited=True,
                note=f"{how}, which names the other's outlet as its source.",
            )

    def _contradiction_link(self, pages: Sequence[Page], found: Contradiction) -> Link:
        """Make the link of two reports that do not agree."""
        one, other = (pages[side.page].document for side in (found.a, found.b))
        places = "; ".join(map(_spoken, found.differences))
        return self._link(
            ("contradiction", found.a.id, found.b.id),
            similarity=found.similarity,
            first=first_of(one.published, other.published),
            credited=None,
            note=f"Two reports of what seems to be one utterance differ in {places}; "
            f"{one.path} against {other.path}.",
        )

    def _carrier_links(
        self, pages: Sequence[Page], echoes: Iterable[Echo]
    ) -> Iterator[Link]:
        """Make the links to outlets that are named and whose own words we lack."""
        at_hand = {
            (
                echo.ids[echo.passed_on == "b"],
                _key(pages[echo.pages[echo.passed_on == "a"]]),
            )
            for echo in echoes
            if echo.passed_on
        }
        outlets = {key for page in pages if (key := _key(page))}
        for page in pages:
            named = confirm(page.carriers, own=_key(page), outlets=outlets)
            for carrier in named:
                if (carrier.attribution, carrier.key) in at_hand:
                    continue
                yield self._carrier_link(page, carrier)

    def _carrier_link(self, page: Page, carrier: Carrier) -> Link:
        """Make the link to one outlet."""
        return self._link(
            ("passed-on", carrier.attribution, carrier.id),
            similarity=0.0,
            first="b",
            credited=True,
            note=f"{page.document.path} has this from {carrier.name}, by its own word.",
        )

    def _link(
        self,
        key: tuple[LinkKind, str, str],
        *,
        similarity: float,
        first: Literal["a", "b"] | None,
        credited: bool | None,
        note: str,
    ) -> Link:
        """Make a link with its ids in order."""
        kind, one, other = key
        a, b = sorted((one, other))
        if a != one and first:
            first = "b" if first == "a" else "a"
        return Link(
            id=content_id("link", kind, a, b),
            produced_by=self.producer,
            kind=kind,
            a=a,
            b=b,
            similarity=round(similarity, 4),
            first=first,
            credited=credited,
            note=note,
        )

    def _uncredited(
        self, pages: Sequence[Page], copies: Sequence[Copy]
    ) -> Iterator[Finding]:
        """Doubt each document that copies without credit, once: its best original."""
        worst: dict[int, tuple[Copy, int, int]] = {}
        for copy in copies:
            if _copy_credited(pages, copy) is not False:
                continue
            dates = (pages[copy.a].document, pages[copy.b].document)
            is_a = first_of(dates[0].published, dates[1].published) == "a"
            later, original = (copy.b, copy.a) if is_a else (copy.a, copy.b)
            known = worst.get(later)
            if known is None or copy.containment > known[0].containment:
                worst[later] = (copy, later, original)
        for copy, later, original in worst.values():
            run = copy.telling
            start = run.b if later == copy.b else run.a
            source = pages[original].document
            yield Finding.about(
                pages[later].full_document(),
                "uncredited-copy",
                note=f"These words{_beside(len(copy.runs) - 1)} stand in "
                f"{source.outlet or source.path}, published earlier, which is not "
                "credited.",
                produced_by=self.producer,
                span=pages[later].span_of(range(start, start + run.length)),
            )

    def _inflated(self, pile: Pile) -> Iterator[Finding]:
        """Doubt quotations that were a paraphrase before."""
        pages = pile.pages
        for inflation in find_inflation(pile):
            earlier = pages[inflation.earlier].document
            yield Finding.about(
                pages[inflation.page].full_document(),
                "added-quotation-marks",
                note="These words stand in quotation marks here; "
                f"{earlier.outlet or earlier.path}, published earlier, has them "
                "as a paraphrase, and no earlier document quotes them.",
                produced_by=self.producer,
                span=pages[inflation.page].span_of(inflation.words),
            )


def _passages(count: int, words: int) -> str:
    """Say how many passages of how many words there are."""
    if count == 1:
        return f"One passage of {words} words stands"
    return f"{count} passages of together {words} words stand"


def _beside(count: int) -> str:
    """Say how many other passages there are."""
    return {0: "", 1: " and one other passage"}.get(
        count, f" and {count} other passages"
    )


def _notice(documents: int, exact: int) -> str:
    """Say that a pile is too large for the whole index."""
    if documents <= exact:
        return ""
    return (
        f"Copies among {documents:,} documents were sought by one of {SAMPLED} runs of "
        f"words, as in all piles above {exact:,} (exact_documents); copies of little "
        "may be missing."
    )


def _key(page: Page) -> str | None:
    """Give the comparable name of a page's outlet."""
    return outlet_key(page.document.outlet) if page.document.outlet else None


def _spoken(difference: Difference) -> str:
    """Say in what two reports differ."""
    ours, theirs = (" ".join(words) for words in (difference.a, difference.b))
    if ours and theirs:
        return f"{difference.respect} (“{ours}” against “{theirs}”)"
    return f"{difference.respect} (one alone has “{ours or theirs}”)"


def _copy_credited(pages: Sequence[Page], copy: Copy) -> bool | None:
    """Tell whether the later of two documents credits the earlier one."""
    one, other = pages[copy.a], pages[copy.b]
    first = first_of(one.document.published, other.document.published)
    if first is None:
        return None
    run = copy.telling
    source, later = (one, other) if first == "a" else (other, one)
    start = run.b if first == "a" else run.a
    return is_credited(
        later.text(),
        later.credits,
        source.document.outlet,
        near=lambda: later.span_of(range(start, start + run.length)),
    )


def _echo_credited(pile: Pile, echo: Echo) -> bool | None:
    """Tell whether the later of two reports credits the earlier one's outlet."""
    one, other = (pile.pages[page] for page in echo.pages)
    a_first = first_of(one.document.published, other.document.published) == "a"
    source, later = (one, other) if a_first else (other, one)
    echoing = pile.utterance(echo.b if a_first else echo.a)
    return is_credited(
        later.text(),
        later.credits,
        source.document.outlet,
        near=lambda: Span(echoing.start, echoing.end),
    )


def _finding_order(finding: Finding) -> tuple[str, int, str]:
    """Sort by document and place."""
    return (finding.document, finding.start or 0, finding.kind)
