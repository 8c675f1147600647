"""Chains: a graph of which outlet has its words from which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from accord.link.passing.carriers import Carrier, find_carriers
from accord.link.passing.credits import outlet_key
from accord.model import Attribution, Document, Link
from accord.model.linked import Borrowing, BorrowingTie, Chains

__all__ = ["trace_chains"]


def trace_chains(
    documents: Iterable[Document],
    attributions: Iterable[Attribution],
    links: Iterable[Link],
) -> Chains:
    """Tell which outlet takes its words from which.

    A document takes from an outlet if it says so, for words of which the outlet's
    text may or may not be at hand, or if it repeats an earlier document of the
    outlet; of several that it repeats it takes from the one it credits, else from
    the one most like it. Where it names a chain ("the Post, citing the Wire"), its
    outlet takes from the first of them, and that from the next.

    Args:
        documents: Of the pile; their texts are not needed.
        attributions: Those that links join, and others of the same documents.
        links: Of the pile.

    Returns:
        The graph; the same for any order of what comes in.

    Cost:
        Linear in what comes in, and sorting it.
    """
    tracing = _Tracing(documents, attributions)
    found: dict[tuple[str, str, str], Borrowing] = {}
    for borrowing in tracing.follow(sorted(links, key=lambda link: link.id)):
        if outlet_key(borrowing.taker) == outlet_key(borrowing.giver):
            continue
        key = (borrowing.document, borrowing.taker, borrowing.giver)
        found[key] = _join(found[key], borrowing) if key in found else borrowing
    ties: dict[tuple[str, str], list[Borrowing]] = defaultdict(list)
    for borrowing in found.values():
        ties[borrowing.taker, borrowing.giver].append(borrowing)
    made = (
        BorrowingTie(taker=a, giver=b, borrowings=tuple(sorted(some, key=_age)))
        for (a, b), some in ties.items()
    )
    ordered = sorted(made, key=lambda t: (-len(t.borrowings), t.taker, t.giver))
    named = {name for tie in ordered for name in (tie.taker, tie.giver)}
    return Chains(
        outlets=tuple(sorted(named)),
        at_hand=frozenset(named & tracing.labels),
        ties=tuple(ordered),
    )


class _Tracing:
    """Turns links into borrowings."""

    def __init__(
        self, documents: Iterable[Document], attributions: Iterable[Attribution]
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._said = {one.id: one for one in attributions}
        self._names = {
            outlet_key(d.outlet): d.outlet for d in self._ordered() if d.outlet
        }
        self.labels = {_label(document) for document in self._documents.values()}
        self._carriers = self._find_carriers()

    def follow(self, links: Iterable[Link]) -> Iterator[Borrowing]:
        """Give every borrowing that links show; some several times."""
        repeated: dict[str, Link] = {}
        for link in links:
            if link.kind == "copy":
                later = link.b if link.first == "a" else link.a
                if link.first and _weight(link) > _weight(repeated.get(later)):
                    repeated[later] = link
            elif link.carrier:
                yield from self._named(link)
            elif link.kind != "contradiction" and link.credited and link.first:
                yield from self._passed(link)
        for later, link in repeated.items():
            yield from self._copied(later, link)

    def _named(self, link: Link) -> Iterator[Borrowing]:
        """Follow a link to an outlet whose words are not at hand."""
        said = self._said.get(link.a)
        document = self._documents.get(said.document) if said else None
        if said is None or document is None:
            return
        carriers = self._carriers.get(said.id, ())
        keys = [outlet_key(carrier.id) for carrier in carriers]
        at = keys.index(outlet_key(link.b)) if outlet_key(link.b) in keys else -1
        before = [key for key in keys[: max(at, 0)] if key in self._names]
        yield Borrowing(
            taker=self._names[before[-1]] if before else _label(document),
            giver=self._names.get(outlet_key(link.b), link.b),
            document=document.id,
            original=None,
            how="named",
            credited=True,
            published=document.published,
            attributions=(said.id,),
        )

    def _passed(self, link: Link) -> Iterator[Borrowing]:
        """Follow a credited link between two reports."""
        ends = (link.a, link.b) if link.first == "a" else (link.b, link.a)
        source, taken = (self._said.get(end) for end in ends)
        if source is None or taken is None:
            return
        original = self._documents.get(source.document)
        document = self._documents.get(taken.document)
        if original and document and original.outlet:
            yield Borrowing(
                taker=_label(document),
                giver=original.outlet,
                document=document.id,
                original=original.id,
                how="named",
                credited=True,
                published=document.published,
                attributions=(taken.id,),
            )

    def _copied(self, later: str, link: Link) -> Iterator[Borrowing]:
        """Follow a copy to the document it is from."""
        document = self._documents.get(later)
        original = self._documents.get(link.a if later == link.b else link.b)
        if document and original:
            yield Borrowing(
                taker=_label(document),
                giver=_label(original),
                document=document.id,
                original=original.id,
                how="copied",
                credited=link.credited,
                published=document.published,
                attributions=(),
            )

    def _ordered(self) -> list[Document]:
        """Give the documents in an order of their own."""
        return sorted(self._documents.values(), key=lambda document: document.id)

    def _find_carriers(self) -> dict[str, list[Carrier]]:
        """List carriers by attribution, and learn the names of outlets from them."""
        by_document: dict[str, list[Attribution]] = defaultdict(list)
        for one in self._said.values():
            by_document[one.document].append(one)
        found: dict[str, list[Carrier]] = defaultdict(list)
        spelt: dict[str, Counter[str]] = defaultdict(Counter)
        for some in by_document.values():
            some.sort(key=lambda one: (one.content.start, one.id))
            for carrier in find_carriers(some):
                found[carrier.attribution].append(carrier)
                spelt[carrier.key][_bare(carrier.name)] += 1
        for key, names in spelt.items():
            usual = min(names, key=lambda name: (-names[name], name))
            self._names.setdefault(key, usual)
        return found


def _weight(link: Link | None) -> tuple[bool, float, str]:
    """Weigh a copy as the one that a document is from."""
    if link is None:
        return (False, 0.0, "")
    return (link.credited is True, link.similarity, link.id)


def _join(one: Borrowing, other: Borrowing) -> Borrowing:
    """Put two signs of one borrowing together; what is said weighs more."""
    strong, weak = (one, other) if one.how == "named" else (other, one)
    both = dict.fromkeys((*one.attributions, *other.attributions))
    return replace(
        strong,
        original=strong.original or weak.original,
        attributions=tuple(sorted(both)),
    )


def _age(borrowing: Borrowing) -> tuple[date, str]:
    """Sort by date, undated last."""
    published = borrowing.published
    start = published.start if published else None
    return (start or date.max, borrowing.document)


def _label(document: Document) -> str:
    """Name who published a document; its path if that is not known."""
    return document.outlet or document.path


def _bare(name: str) -> str:
    """Leave the article out of a name."""
    return name.removeprefix("The ").removeprefix("the ")
